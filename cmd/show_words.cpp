#include "cmd/show_words.h"

#include <fmt/format.h>

#include <ostream>

#include "base/text.h"
#include "cmd/reading.h"
#include "model/schema.h"
#include "render/findings.h"
#include "render/json.h"
#include "reports/words.h"

namespace mentor::cmd {

namespace {

using reports::NotedWords;
using reports::Removal;

void read_match(Desk& desk, const MatchId& match) {
  desk.read<SessionLog>(match);
  desk.read<CheckInLog>(match);
}

template <class Person>
void read_person(Desk& desk, const Person& person) {
  desk.read_all<Match>();
  desk.read_all<Event>();
  desk.read<CheckInLog>(person);
  for (const Match* match : rules::matches_of(person, desk.records())) read_match(desk, match->id);
}

void read_words(Desk& desk, const Id& id) {
  if (const auto match = MatchId::parse(id.view())) return read_match(desk, *match);
  if (const auto mentor = MentorId::parse(id.view())) return read_person(desk, *mentor);
  if (const auto person = YoungPersonId::parse(id.view())) return read_person(desk, *person);
  throw Trouble(Cause::usage, fmt::format("--words is of a person or a match, {} is neither", id.view()));
}

void print_json(const Call& call, const Id& id, const reports::WordsOfSomebody& noted) {
  Value value = render::object();
  value.add("id", Value::of_token(id.view()));
  Value& words = value.add("words", Value::of_list());
  for (const auto& each : noted.words) {
    Value& entry = words.items.emplace_back(Value::of_map());
    entry.add("id", Value::of_token(each.id));
    entry.add("field", Value::of_token(each.field));
    if (each.on) entry.add("on", Value::of_token(each.on->iso()));
    if (!each.by.empty()) entry.add("by", Value::of_text(each.by));
    entry.add("text", Value::of_text(each.text));
  }
  value.add("left_out", Value::of_number(static_cast<std::int64_t>(noted.left_out)));
  call.io.out << render::to_json(value);
}

/// An answer can only become the other one.
std::string change(const NotedWords& each) {
  const std::string_view other = each.text == "yes" ? "no" : "yes";
  return each.is_answer ? fmt::format("mentorctl amend {} {}={}", each.id, each.field, other)
                        : fmt::format("mentorctl amend {} '{}=NEW TEXT'", each.id, each.field);
}

std::string removal(const NotedWords& each) {
  switch (each.removal) {
    case Removal::field:
      return fmt::format("mentorctl amend {} {}=", each.id, each.field);
    case Removal::entry:
      return fmt::format("mentorctl amend {} --remove", each.id);
    default:
      return "only changed, it answers for a rule that was passed";
  }
}

void print(const Call& call, const NotedWords& each) {
  const std::string on = each.on ? each.on->in_words() + ": " : "";
  const std::string by = each.by.empty() ? "" : fmt::format(" ({})", visible(each.by));
  call.io.out << '\n' << on << each.means << by << '\n';
  for (const auto& line : wrap(visible(each.text), call.io.width - 4)) call.io.out << "    " << line << '\n';
  call.io.out << "  change    " << change(each) << "\n  take out  " << removal(each) << '\n';
}

}  // namespace

int show_words(const Call& call, Desk& desk, const Id& id) {
  read_words(desk, id);
  const auto noted = reports::words_of_somebody(id, desk.records());
  if (call.globals.format == Format::json) {
    print_json(call, id, noted);
    return 0;
  }
  call.io.out << visible(reports::who(desk.records(), id.view())) << '\n';
  for (const auto& each : noted.words) print(call, each);
  if (noted.words.empty()) call.io.err << "note: nothing is noted in words\n";
  if (noted.left_out == 0) return 0;
  call.io.err << fmt::format(
      "note: {} what others said and did not share, left out here\n",
      noted.left_out == 1 ? "1 entry holds" : fmt::format("{} entries hold", noted.left_out));
  return 0;
}

}  // namespace mentor::cmd
