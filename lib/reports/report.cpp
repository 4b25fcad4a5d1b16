#include "reports/report.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/as_of.h"

namespace mentor::reports {

namespace {

std::string pair_of(const Register& records, const Match& match) {
  return fmt::format("{} with {}", who(records, match.young_person.view()),
                     who(records, match.mentor.view()));
}

}  // namespace

Basis as_of(const Basis& basis, Day day) {
  if (day >= basis.today) return basis;
  auto past = std::make_shared<const Register>(mentor::as_of(basis.records, day));
  return {*past, basis.policies, basis.rulebook, day, basis.over, past};
}

Table figures_table(const std::vector<Figure>& figures) {
  Table table{"figures",
              "In figures",
              {{"figure", "", Shown::data},
               {"part", "", Shown::data},
               {"title", "figure", Shown::people},
               {"value", "value"}},
              {}};
  for (const auto& each : figures) {
    table.rows.push_back({Value::of_token(each.key), each.part.empty() ? Value() : Value::of_token(each.part),
                          Value::of_text(each.title), each.value});
  }
  return table;
}

std::optional<Day> last_met(const rules::Pair& pair, Day today) {
  std::optional<Day> last;
  for (const auto& session : pair.sessions) {
    if (session.held() && session.date <= today) last = std::max(last, std::optional(session.date));
  }
  return last;
}

std::string who(const Register& records, std::string_view id) {
  if (const auto match = MatchId::parse(id)) {
    if (const auto* found = find(records.matches, *match)) return pair_of(records, *found);
  }
  if (const auto mentor = MentorId::parse(id)) {
    if (const auto* found = find(records.mentors, *mentor)) return found->name;
  }
  if (const auto person = YoungPersonId::parse(id)) {
    if (const auto* found = find(records.young_people, *person)) return found->name;
  }
  return std::string(id);
}

std::string called(const Register& records, std::string_view id) {
  const auto concern = ConcernId::parse(id);
  if (const auto* found = concern ? find(records.concerns, *concern) : nullptr)
    return fmt::format("{}, about {}, raised on {}", id, called(records, found->about),
                       found->raised.in_words());
  const std::string name = who(records, id);
  return name == id ? name : fmt::format("{} ({})", name, id);
}

std::string called(const Register& records, const Match& match) {
  return fmt::format("{} ({})", pair_of(records, match), match.id.view());
}

std::string area_of(const Register& records, std::string_view id) {
  if (const auto match = MatchId::parse(id)) {
    if (const auto* found = find(records.matches, *match))
      return area_of(records, found->young_person.view());
  }
  if (const auto mentor = MentorId::parse(id)) {
    if (const auto* found = find(records.mentors, *mentor)) return found->area;
  }
  if (const auto person = YoungPersonId::parse(id)) {
    if (const auto* found = find(records.young_people, *person)) return found->area;
  }
  return {};
}

}  // namespace mentor::reports
