#include "cmd/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/reading.h"
#include "cmd/reasons.h"
#include "matching/suggestion.h"
#include "model/scalar.h"
#include "render/findings.h"
#include "render/json.h"
#include "rules/state.h"

namespace mentor::cmd {

namespace {

using cmd::to_value;
using matching::Suggestion;

Value to_value(const matching::Candidate& candidate, const matching::Reasons& urgency, Day today) {
  const Mentor& mentor = *candidate.mentor;
  Value value = Value::of_map();
  value.add("mentor", Value::of_token(mentor.id.view()));
  value.add("score", Value::of_number(candidate.score));
  if (mentor.born) value.add("age", Value::of_number(mentor.born->age_on(today)));
  if (!mentor.gender.empty()) value.add("gender", Value::of_text(mentor.gender));
  value.add("reasons", to_value(candidate.reasons, urgency));
  value.add("advice", render::to_value(candidate.advice));
  return value;
}

/// How many mentors are not looked at, for they are in another scheme.
std::size_t of_other_schemes(const Register& records, const YoungPerson& person) {
  return static_cast<std::size_t>(std::ranges::count_if(
      records.mentors, [&](const auto& each) { return each.second.scheme != person.scheme; }));
}

void print_json(const Call& call, ReadingRoom& room, const YoungPerson& person,
                const Suggestion& suggestion) {
  Value value = render::object();
  value.add("young_person", Value::of_token(person.id.view()));
  add_provenance(value, room, room.desk());
  value.add("findings", render::to_value(suggestion.findings));
  Value candidates = Value::of_list();
  for (const auto& each : suggestion.candidates)
    candidates.items.push_back(to_value(each, suggestion.urgency, room.desk().today()));
  value.add("candidates", std::move(candidates));
  Value not_ready = Value::of_list();
  for (const auto& each : suggestion.not_ready) not_ready.items.push_back(to_value(each));
  value.add("not_ready", std::move(not_ready));
  const auto others = of_other_schemes(room.desk().records(), person);
  value.add("of_other_schemes", Value::of_number(static_cast<std::int64_t>(others)));
  call.io.out << render::to_json(value);
}

void print_text(const Call& call, const YoungPerson& person, const Suggestion& suggestion, Day today) {
  auto& out = call.io.out;
  const std::size_t width = call.io.width;
  out << fmt::format("Mentors for {}, {}\n", called(person), today.in_words());
  if (!suggestion.candidates.empty()) out << lines(suggestion.urgency, width);
  out << lines(suggestion.findings, width);
  if (suggestion.candidates.empty()) out << "\nNobody is ready and has room.\n";
  for (const auto& [mentor, score, reasons, advice] : suggestion.candidates) {
    out << fmt::format("\n{:>4}  {}\n", score, called(*mentor, today)) << lines(reasons, width);
    for (const auto& each : advice) out << line("advice", each.message, width);
  }
  if (!suggestion.not_ready.empty()) out << "\nNot now\n";
  for (const auto& each : suggestion.not_ready) out << lines(each, today, width);
}

}  // namespace

int run_suggest(Call& call, const std::string& young_person) {
  must_be_format(call.globals.format, {Format::text, Format::json});
  ReadingRoom room = call.open("suggest");
  Desk& desk = room.desk();
  const YoungPersonId id = desk.young_person(young_person);
  const matching::Pool pool = pool_of(desk);
  const YoungPerson& person = desk.records().young_people.at(id);
  if (rules::has_left(person, desk.today()))
    throw Trouble(Cause::refused, fmt::format("{} has left the scheme, reopen them first", id.view()));
  const Suggestion suggestion = pool.suggest(person);
  if (call.globals.format == Format::json) {
    print_json(call, room, person, suggestion);
  } else {
    print_text(call, person, suggestion, desk.today());
  }
  const auto state = rules::state_of(person, desk.records(), desk.today());
  if (state != YoungPersonState::waiting) call.io.err << fmt::format("{} is {}\n", id.view(), word(state));
  if (const auto others = of_other_schemes(desk.records(), person); others > 0)
    call.io.err << fmt::format("{} of other schemes not looked at\n", counted(others, "mentor", "mentors"));
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
