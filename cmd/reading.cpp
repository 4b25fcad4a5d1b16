#include "cmd/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>

#include "base/text.h"
#include "render/csv.h"
#include "render/text.h"

namespace mentor::cmd {

reports::Basis basis_of(Desk& desk) {
  return {desk.records(), desk.policies(), desk.rulebook(), desk.today()};
}

matching::Pool pool_of(Desk& desk) {
  desk.read_all<Mentor>();
  desk.read_all<YoungPerson>();
  desk.read_all<Match>();
  desk.read_all<Event>();
  desk.read_all<Concern>();
  return {desk.records(), desk.policies(), desk.rulebook(), desk.today()};
}

void add_provenance(Value& value, const ReadingRoom& room, Desk& desk) {
  value.add("as_of", Value::of_token(desk.today().iso()));
  value.add("commit", Value::of_token(room.commit()));
  Value policies = Value::of_map();
  for (const auto& scheme : desk.policies().schemes()) {
    policies.add(scheme, Value::of_token(desk.policies().hash(scheme)));
  }
  value.add("policies", std::move(policies));
}

std::string bytes_of(std::string_view option, const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream || !std::filesystem::is_regular_file(file))
    throw Trouble(Cause::usage, fmt::format("{}: {} can't be read", option, in_quotes(file)));
  return {std::istreambuf_iterator<char>(stream), {}};
}

void add_figures(Value& value, const std::vector<reports::Figure>& figures) {
  for (const auto& each : figures) {
    if (each.part.empty()) {
      value.add(each.key, each.value);
      continue;
    }
    const bool begun = !value.members.empty() && value.members.back().key == each.key;
    Value& whole = begun ? value.members.back().value : value.add(each.key, Value::of_map());
    whole.add(each.part, each.value);
  }
}

render::Sink sink_of(const Call& call) {
  return [&out = call.io.out](std::string_view piece) { out << piece; };
}

namespace {

/// The heading of the table's section, unless it stands under that already.
std::string heading_of(const Table& table, const std::string& section) {
  if (table.section == section || table.section.empty()) return {};
  return fmt::format("{}\n{}\n\n", table.section, std::string(display_width(table.section), '-'));
}

}  // namespace

void print_tables(const Call& call, std::span<const Table> tables) {
  if (call.globals.format == Format::csv) {
    render::write_csv(tables, sink_of(call));
    return;
  }
  bool first = true;
  std::string section;
  for (const auto& table : tables) {
    bool begun = false;
    render::write_text(table, call.io.width, [&](std::string_view piece) {
      if (!begun) call.io.out << (first ? "" : "\n") << heading_of(table, section);
      begun = true;
      call.io.out << piece;
    });
    if (!begun) continue;
    section = table.section;
    first = false;
  }
}

std::string what_was_read(const Register& records) {
  return fmt::format("{}, {}, {}", counted(records.mentors.size(), "mentor", "mentors"),
                     counted(records.young_people.size(), "young person", "young people"),
                     counted(records.matches.size(), "match", "matches"));
}

int status_of(const Findings& findings) { return is_final(findings) ? static_cast<int>(Cause::refused) : 0; }

}  // namespace mentor::cmd
