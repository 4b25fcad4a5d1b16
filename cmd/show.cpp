#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/reading.h"
#include "cmd/show_words.h"
#include "model/schema.h"
#include "render/findings.h"
#include "render/json.h"
#include "render/text.h"
#include "reports/view.h"
#include "store/yaml.h"

namespace mentor::cmd {

namespace {

struct ShowOptions {
  std::string record;
  bool words = false;
};

/// What is shown: the record, and the logs that belong to it.
struct Sight {
  Value record;
  const SessionLog* sessions = nullptr;
  const CheckInLog* check_ins = nullptr;
};

Sight person(Desk& desk, const Id& id) {
  desk.read_matches_of(id);
  desk.read<CheckInLog>(id);
  const auto basis = basis_of(desk);
  const auto mentor = MentorId::parse(id.view());
  return {mentor ? reports::view(basis.records.mentors.at(*mentor), basis)
                 : reports::view(basis.records.young_people.at(*YoungPersonId::parse(id.view())), basis),
          nullptr, find(basis.records.check_ins, id)};
}

Sight match(Desk& desk, const MatchId& id) {
  desk.read<SessionLog>(id);
  desk.read<CheckInLog>(id);
  const auto basis = basis_of(desk);
  return {reports::view(basis.records.matches.at(id), basis), find(basis.records.sessions, id),
          find(basis.records.check_ins, Id(id))};
}

Sight look_up(Desk& desk, const Id& id) {
  if (const auto pair = MatchId::parse(id.view())) return match(desk, *pair);
  if (const auto event = EventId::parse(id.view())) {
    return {reports::view(desk.records().events.at(*event), basis_of(desk)), nullptr, nullptr};
  }
  if (const auto concern = ConcernId::parse(id.view())) {
    return {reports::view(desk.records().concerns.at(*concern), basis_of(desk)), nullptr, nullptr};
  }
  return person(desk, id);
}

Value rows_of(const Table& table) { return render::to_value(table); }

void print_json(const Call& call, const Sight& shown) {
  Value value = render::object();
  value.add("record", shown.record);
  value.add("sessions",
            shown.sessions ? rows_of(reports::sessions_table(*shown.sessions)) : Value::of_list());
  value.add("check_ins",
            shown.check_ins ? rows_of(reports::check_ins_table(*shown.check_ins)) : Value::of_list());
  call.io.out << render::to_json(value);
}

/// A group of fields on one line: `by Jo, role social-worker`.
std::string in_one_line(const Value& value) {
  if (value.form != Form::map) return render::plain_text(value);
  std::vector<std::string> parts;
  for (const auto& [key, place, offset, each] : value.members) {
    if (key != "id") parts.push_back(key + " " + in_one_line(each));
  }
  std::string line = join(parts, ", ");
  std::ranges::replace(line, '_', ' ');
  return line;
}

/// A field as rows of two columns; of a list of entries each has a row of its own.
void add_field(Table& table, const Member& member) {
  std::string name = member.key;
  std::ranges::replace(name, '_', ' ');
  if (!store::is_entry_list(member.value)) {
    table.rows.push_back({Value::of_token(name), Value::of_text(in_one_line(member.value))});
    return;
  }
  for (const auto& each : member.value.items) {
    table.rows.push_back({Value::of_token(name), Value::of_text(in_one_line(each))});
    name.clear();
  }
}

void print_text(const Call& call, Desk& desk, const Sight& shown, const Id& id) {
  Table fields{"record", {}, {{"field", ""}, {"value", ""}}, {}};
  for (const auto& member : shown.record.members) add_field(fields, member);
  call.io.out << visible(reports::who(desk.records(), id.view())) << '\n';
  std::vector<Table> tables{fields};
  if (shown.sessions) tables.push_back(reports::sessions_table(*shown.sessions));
  if (shown.check_ins) tables.push_back(reports::check_ins_table(*shown.check_ins));
  print_tables(call, tables);
}

int run_show(Call& call, const ShowOptions& options) {
  must_be_format(call.globals.format, {Format::text, Format::json});
  ReadingRoom room = call.open("show", store::Examples::leave, store::Schemes::met);
  Desk& desk = room.desk();
  const Id id = desk.record(options.record);
  if (options.words) return show_words(call, desk, id);
  const Sight shown = look_up(desk, id);
  if (call.globals.format == Format::json) {
    print_json(call, shown);
  } else {
    print_text(call, desk, shown, id);
  }
  return 0;
}

}  // namespace

void add_show(Verb& verb) {
  auto options = std::make_shared<ShowOptions>();
  verb.positional("RECORD", options->record,
                  "an identifier, the beginning of one, or part of a person's name");
  verb.flag("--words", options->words,
            "what is noted in words of a person or a match, and how to change each or take it out; what "
            "others said in confidence is left out for a person");
  verb.runs([options](Call& call) { return run_show(call, *options); });
}

}  // namespace mentor::cmd
