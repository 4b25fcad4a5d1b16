#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "reports/cells.h"
#include "reports/nightly.h"
#include "rules/people.h"

namespace mentor::reports {

namespace {

/// What they wait for, in the order in which people read of it.
enum class For : std::uint8_t { mentor, decision, young_person, preparation };
constexpr std::array<std::pair<For, std::string_view>, 4> waits_for{
    {{For::mentor, "Young people who wait for a mentor"},
     {For::decision, "Matches that wait for a yes"},
     {For::young_person, "Mentors ready, without a young person"},
     {For::preparation, "Mentors in preparation"}}};

struct NextStep {
  std::string_view what;
  std::string_view whose;
};

/// What comes next for a young person who waits: after a match that is over, whether another is wanted.
NextStep next_for(const YoungPerson& person, const Basis& basis) {
  const Ending* last = nullptr;
  for (const Match* match : rules::matches_of(person.id, basis.records)) {
    const Ending* ending = rules::standing_ending(*match, basis.today);
    if (ending && (!last || ending->on >= last->on)) last = ending;
  }
  const auto came_back = [&](const Reopening& each) { return each.on <= basis.today && each.on >= last->on; };
  if (!last || std::ranges::any_of(person.reopened, came_back)) return {"find a mentor", "team"};
  if (last->rematch && *last->rematch != Rematch::mentor)
    return {"find another mentor: they asked for one", "team"};
  return {"ask whether they want another mentor", "team"};
}

/// Who has to do something, that a mentor who lacks it is ready.
std::string_view whose_is(std::string_view rule) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> others{
      {{"readiness.line_manager", "line manager"},
       {"readiness.pen_picture", "mentor"},
       {"readiness.considered", "mentor"},
       {"readiness.qualification", "mentor"}}};
  const auto found = std::ranges::find(others, rule, &std::pair<std::string_view, std::string_view>::first);
  return found == others.end() ? "team" : found->second;
}

class WaitingList {
 public:
  explicit WaitingList(const Basis& basis) : basis_(basis) {}

  void add(For what, std::string_view id, std::optional<Day> since, std::string_view next,
           std::string_view whose) {
    const int days = since ? basis_.today.days_since(*since) : 0;
    const std::string waits = since ? counted(static_cast<std::size_t>(days), "day", "days")
                                    : "since a day that is not recorded";
    rows_.push_back({what,
                     {Value::of_token(id), Value::of_text(who(basis_.records, id)), cell(since),
                      since ? cell(days) : Value(), Value::of_text(next), Value::of_token(whose),
                      Value::of_text(fmt::format("{}, {}{}", waits, next,
                                                 whose == "team" ? "" : fmt::format(" ({})", whose)))}});
  }

  [[nodiscard]] Table table() {
    std::ranges::stable_sort(rows_, {},
                             [](const auto& row) -> const std::string& { return row.second[2].text; });
    Table table{"waiting",
                "Waiting",
                {{"id", "who"},
                 {"name", "", Shown::people, Says::names},
                 {"since", "since", Shown::data},
                 {"days", "days", Shown::data},
                 {"next", "next step", Shown::data},
                 {"whose", "whose", Shown::data},
                 {"what", "what", Shown::people}},
                {}};
    table.heads = 2;
    for (const auto& [what, title] : waits_for) table.parts.push_back(part(what, title));
    for (auto& row : rows_) table.rows.push_back(std::move(row.second));
    return table;
  }

 private:
  /// Those who have waited longest; the others are counted.
  [[nodiscard]] Part part(For what, std::string_view title) const {
    constexpr std::size_t most = 10;
    Part part{std::string(title), {}, {}};
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].first == what) part.rows.push_back(i);
    }
    if (part.rows.size() > most) {
      part.more = fmt::format("and {} more who have not waited as long", part.rows.size() - most);
      part.rows.resize(most);
    }
    return part;
  }

  const Basis& basis_;
  std::vector<std::pair<For, std::vector<Value>>> rows_;
};

/// Whether they came to the scheme and nothing says when: they are without a match, and must not be
/// forgotten.
bool came_unnoted(const Mentor& mentor, const Basis& basis) {
  if (mentor.enquired || !rules::matches_of(mentor.id, basis.records).empty()) return false;
  const auto has_happened = [&](const Step& step) { return step.on <= basis.today; };
  return std::ranges::none_of(mentor.steps, has_happened) && !rules::has_left(mentor, basis.today);
}

/// Whose yes a proposed match still waits for.
std::string undecided(const Match& match, Day today) {
  std::vector<std::string> sides;
  for (const auto& [side, called_so] :
       {std::pair(Side::young_person, "young person"), std::pair(Side::mentor, "mentor")}) {
    if (!rules::latest_decision(match, side, today)) sides.emplace_back(called_so);
  }
  return join(sides, " and ");
}

}  // namespace

Table waiting_table(const Basis& basis) {
  WaitingList list(basis);
  for (const auto& [id, person] : basis.records.young_people) {
    const auto since = rules::waiting_since(person, basis.records, basis.today);
    if (!since) continue;
    const NextStep next = next_for(person, basis);
    list.add(For::mentor, id.view(), *since, next.what, next.whose);
  }
  for (const auto& [id, match] : basis.records.matches) {
    if (match.proposed > basis.today || rules::state_of(match, basis.today) != MatchState::proposed) continue;
    const std::string whose = undecided(match, basis.today);
    if (!whose.empty()) {
      list.add(For::decision, id.view(), match.proposed, "decide on the match", whose);
    } else if (!match.started) {
      list.add(For::decision, id.view(), match.proposed, "agree on a first day", "team");
    }
  }
  for (const auto& [id, mentor] : basis.records.mentors) {
    const auto since = rules::idle_since(mentor, basis.records, basis.today);
    if (!since && !came_unnoted(mentor, basis)) continue;
    const auto lacking = basis.rulebook.lacking(mentor, basis.records, basis.today);
    if (lacking.empty()) {
      list.add(For::young_person, id.view(), since, "find a young person", "team");
    } else {
      list.add(For::preparation, id.view(), since, lacking.front().message, whose_is(lacking.front().rule));
    }
  }
  return list.table();
}

}  // namespace mentor::reports
