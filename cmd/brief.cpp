#include "reports/brief.h"

#include <fmt/format.h>

#include <ostream>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/reading.h"
#include "model/schema.h"
#include "render/findings.h"
#include "render/json.h"
#include "render/text.h"
#include "store/paths.h"

namespace mentor::cmd {

namespace {

struct BriefOptions {
  std::string match;
};

std::string value_in_words(const Value& value) {
  const auto day = value.form == Form::token ? Day::parse(value.text) : std::nullopt;
  return day ? day->in_words() : render::plain_text(value);
}

/// A list is numbered: it is in order.
void add_line(Table& table, const reports::Figure& line) {
  if (line.value.form != Form::list) {
    table.rows.push_back({Value::of_token(line.title), Value::of_text(value_in_words(line.value))});
    return;
  }
  std::string title = line.title;
  for (std::size_t number = 1; const auto& each : line.value.items) {
    table.rows.push_back(
        {Value::of_token(title), Value::of_text(fmt::format("{}. {}", number++, each.text))});
    title.clear();
  }
}

void print_text(const Call& call, const std::vector<reports::Figure>& lines) {
  Table table{"brief", "For the mentor", {{"title", ""}, {"value", ""}}, {}};
  for (const auto& each : lines) add_line(table, each);
  print_tables(call, {&table, 1});
}

/// Whom a mentor would miss in an emergency.
void print_who_is_missing(const Call& call, const YoungPerson& person, const Settings& settings) {
  if (person.emergency_contacts.empty()) {
    call.io.err << fmt::format(
        "note: nobody of the young person's own is named to call in an emergency: their personal adviser or "
        "duty desk comes first, 'mentorctl amend {} \"{}+=Name, role, phone\"'\n",
        person.id.view(), key_of(&YoungPerson::emergency_contacts));
  }
  if (settings.contacts.empty()) {
    call.io.err << fmt::format(
        "note: nobody of the scheme is named to call in an emergency: the Service Manager comes next, name "
        "them as '{}' in {}\n",
        key_of(&Settings::contacts), store::settings_path);
  }
}

int run_brief(Call& call, const BriefOptions& options) {
  must_be_format(call.globals.format, {Format::text, Format::json});
  ReadingRoom room = call.open("brief");
  Desk& desk = room.desk();
  const MatchId id = desk.match(options.match);
  desk.read<SessionLog>(id);
  desk.read_all<Concern>();
  const auto& match = desk.records().matches.at(id);
  const auto lines = reports::brief(match, basis_of(desk));
  print_who_is_missing(call, desk.records().young_people.at(match.young_person), desk.records().settings);
  if (call.globals.format == Format::json) {
    Value value = render::object();
    add_figures(value.add("brief", Value::of_map()), lines);
    call.io.out << render::to_json(value);
    return 0;
  }
  print_text(call, lines);
  return 0;
}

}  // namespace

void add_brief(Verb& verb) {
  auto options = std::make_shared<BriefOptions>();
  verb.match(options->match);
  verb.runs([options](Call& call) { return run_brief(call, *options); });
}

}  // namespace mentor::cmd
