#include "cmd/suggest.h"

#include <fmt/format.h>

#include <ostream>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/reading.h"
#include "matching/suggestion.h"
#include "model/scalar.h"
#include "render/findings.h"
#include "render/json.h"
#include "rules/state.h"

namespace mentor::cmd {

namespace {

using matching::Suggestion;

Value texts(const std::vector<std::string>& sentences) {
  Value list = Value::of_list();
  for (const auto& each : sentences) list.items.push_back(Value::of_text(each));
  return list;
}

Value to_value(const matching::Candidate& candidate, Day today) {
  const Mentor& mentor = *candidate.mentor;
  Value value = Value::of_map();
  value.add("mentor", Value::of_token(mentor.id.view()));
  value.add("score", Value::of_number(candidate.score));
  if (mentor.born) value.add("age", Value::of_number(mentor.born->age_on(today)));
  if (!mentor.gender.empty()) value.add("gender", Value::of_text(mentor.gender));
  Value reasons = Value::of_list();
  for (const auto& [about, points, says] : candidate.reasons) {
    Value reason = Value::of_map();
    reason.add("about", Value::of_token(word(about)));
    reason.add("points", Value::of_number(points));
    reason.add("says", Value::of_text(says));
    reasons.items.push_back(std::move(reason));
  }
  value.add("reasons", std::move(reasons));
  value.add("advice", render::to_value(candidate.advice));
  return value;
}

Value to_value(const matching::NotReady& not_ready) {
  Value value = Value::of_map();
  value.add("mentor", Value::of_token(not_ready.mentor->id.view()));
  value.add("findings", render::to_value(not_ready.findings));
  value.add("because", texts(not_ready.because));
  return value;
}

void print_json(const Call& call, ReadingRoom& room, const YoungPersonId& id, const Suggestion& suggestion) {
  Value value = render::object();
  value.add("young_person", Value::of_token(id.view()));
  add_provenance(value, room, room.desk());
  Value candidates = Value::of_list();
  for (const auto& each : suggestion.candidates)
    candidates.items.push_back(to_value(each, room.desk().today()));
  value.add("candidates", std::move(candidates));
  Value not_ready = Value::of_list();
  for (const auto& each : suggestion.not_ready) not_ready.items.push_back(to_value(each));
  value.add("not_ready", std::move(not_ready));
  call.io.out << render::to_json(value);
}

/// `Ros Okafor (M-7KQ2D), woman, 48`.
std::string called(const Mentor& mentor, Day today) {
  std::string name = fmt::format("{} ({})", mentor.name, mentor.id.view());
  if (!mentor.gender.empty()) name += ", " + mentor.gender;
  if (mentor.born) name += fmt::format(", {}", mentor.born->age_on(today));
  return visible(name);
}

/// A sentence below a person, its points before it where it has any.
std::string line(std::string_view points, std::string_view sentence, std::size_t width) {
  constexpr std::size_t margin = 9;
  std::string lines;
  for (const auto& each : wrap(visible(sentence), width > margin * 3 ? width - margin : width)) {
    lines += fmt::format("{:>7}  {}\n", lines.empty() ? points : "", each);
  }
  return lines;
}

void print_text(const Call& call, const YoungPerson& person, const Suggestion& suggestion, Day today) {
  auto& out = call.io.out;
  out << visible(fmt::format("Mentors for {} ({}), {}", person.name, person.id.view(), today.in_words()))
      << '\n';
  if (suggestion.candidates.empty()) out << "\nNobody is ready and has room.\n";
  for (const auto& [mentor, score, reasons, advice] : suggestion.candidates) {
    out << fmt::format("\n{:>4}  {}\n", score, called(*mentor, today));
    for (const auto& each : reasons)
      out << line(each.points == 0 ? "" : fmt::format("{:+}", each.points), each.says, call.io.width);
    for (const auto& each : advice) out << line("advice", each.message, call.io.width);
  }
  if (!suggestion.not_ready.empty()) out << "\nNot now\n";
  for (const auto& [mentor, findings, because] : suggestion.not_ready) {
    out << fmt::format("\n      {}\n", called(*mentor, today));
    for (const auto& each : because) out << line("", each, call.io.width);
    for (const auto& each : findings) out << line(name(each.severity), each.message, call.io.width);
  }
}

}  // namespace

int run_suggest(Call& call, const std::string& young_person) {
  must_be_format(call.globals.format, {Format::text, Format::json});
  ReadingRoom room = call.open("suggest");
  Desk& desk = room.desk();
  const YoungPersonId id = desk.young_person(young_person);
  desk.read_all<Mentor>();
  desk.read_all<Match>();
  desk.read_all<Event>();
  desk.read_all<Concern>();
  const YoungPerson& person = desk.records().young_people.at(id);
  if (rules::has_left(person, desk.today()))
    throw Trouble(Cause::refused, fmt::format("{} has left the scheme, reopen them first", id.view()));
  const Suggestion suggestion = matching::suggest(person, desk.records(), desk.rulebook(), desk.today());
  if (call.globals.format == Format::json) {
    print_json(call, room, id, suggestion);
  } else {
    print_text(call, person, suggestion, desk.today());
  }
  const auto state = rules::state_of(person, desk.records(), desk.today());
  if (state != YoungPersonState::waiting) call.io.err << fmt::format("{} is {}\n", id.view(), word(state));
  call.io.err << "this ranks and decides nothing: the young person decides\n";
  return 0;
}

void add_suggest(Verb& verb) {
  auto young_person = std::make_shared<std::string>();
  verb.positional("YOUNG_PERSON", *young_person,
                  "the young person: identifier, the beginning of one, or name");
  verb.runs([young_person](Call& call) { return run_suggest(call, *young_person); });
}

}  // namespace mentor::cmd
