#include <array>
#include <ostream>

#include "cmd/commands.h"
#include "cmd/reading.h"
#include "render/findings.h"
#include "render/json.h"
#include "reports/view.h"

namespace mentor::cmd {

namespace {

struct ListOptions {
  std::string kind;
};

/// A kind that can be listed: what it reads, and its table.
struct ListedKind {
  std::string_view name;
  void (*read)(Desk& desk);
  Table (*table)(const reports::Basis& basis);
  Value (*views)(const reports::Basis& basis);
};

template <class Records>
Value views(const Records& records, const reports::Basis& basis) {
  Value list = Value::of_list();
  for (const auto& [id, record] : records) list.items.push_back(reports::view(record, basis));
  return list;
}

template <class Record>
void read_with_matches(Desk& desk) {
  desk.read_all<Record>();
  desk.read_all<Match>();
}

constexpr std::array kinds{
    ListedKind{"mentors", read_with_matches<Mentor>, reports::mentors_table,
               [](const reports::Basis& basis) { return views(basis.records.mentors, basis); }},
    ListedKind{"young-people", read_with_matches<YoungPerson>, reports::young_people_table,
               [](const reports::Basis& basis) { return views(basis.records.young_people, basis); }},
    ListedKind{"matches", [](Desk& desk) { desk.read_all<Match>(); }, reports::matches_table,
               [](const reports::Basis& basis) { return views(basis.records.matches, basis); }},
    ListedKind{"events", [](Desk& desk) { desk.read_all<Event>(); }, reports::events_table,
               [](const reports::Basis& basis) { return views(basis.records.events, basis); }},
    ListedKind{"concerns", [](Desk& desk) { desk.read_all<Concern>(); }, reports::concerns_table,
               [](const reports::Basis& basis) { return views(basis.records.concerns, basis); }},
};

const ListedKind& kind_of(const std::string& name) {
  const auto found = std::ranges::find(kinds, name, &ListedKind::name);
  if (found != kinds.end()) return *found;
  std::vector<std::string> names;
  names.reserve(kinds.size());
  for (const auto& kind : kinds) names.emplace_back(kind.name);
  throw Trouble(Cause::usage, "there is no list of " + in_quotes(name) + suggestion(name, names));
}

int run_list(Call& call, const ListOptions& options) {
  must_be_format(call.globals.format, {Format::text, Format::json, Format::csv});
  const ListedKind& kind = kind_of(options.kind);
  ReadingRoom room = call.open("list");
  kind.read(room.desk());
  const auto basis = basis_of(room.desk());
  if (call.globals.format == Format::json) {
    Value value = render::object();
    value.add("records", kind.views(basis));
    call.io.out << render::to_json(value);
    return 0;
  }
  const Table table = kind.table(basis);
  print_tables(call, {&table, 1});
  if (table.rows.empty()) call.io.err << "there are none yet\n";
  return 0;
}

}  // namespace

void add_list(Verb& verb) {
  auto options = std::make_shared<ListOptions>();
  verb.positional("KIND", options->kind, "mentors, young-people, matches, events or concerns");
  verb.runs([options](Call& call) { return run_list(call, *options); });
}

}  // namespace mentor::cmd
