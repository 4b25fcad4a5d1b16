#include <fmt/format.h>

#include <ostream>

#include "base/csv.h"
#include "base/text.h"
#include "base/trouble.h"
#include "cmd/commands.h"
#include "cmd/made_from.h"
#include "cmd/output_file.h"
#include "cmd/reading.h"
#include "exchange/calendar.h"
#include "exchange/collections.h"
#include "exchange/csv_files.h"
#include "exchange/database.h"
#include "render/findings.h"
#include "render/json.h"
#include "reports/cells.h"

namespace mentor::cmd {

namespace {

using exchange::Exported;
using exchange::People;

struct ExportOptions {
  std::string output;
  bool pseudonymous = false;

  [[nodiscard]] People people() const { return pseudonymous ? People::pseudonymous : People::named; }
};

/// What the export says of itself in every format.
Value about_export(ReadingRoom& room, const Exported& from) {
  Value value = render::object();
  value.add("program", Value::of_token(MENTORCTL_VERSION));
  add_provenance(value, room, room.desk());
  value.add("later", Value::of_token(word(room.later())));
  value.add("pseudonymous", Value::of_truth(from.people() == People::pseudonymous));
  value.add("unrecorded", reports::cell(room.unrecorded()));
  return value;
}

std::string json_of_export(ReadingRoom& room, const Exported& from) {
  Value value = about_export(room, from);
  for (const auto& each : exchange::collections(from)) {
    Value rows = Value::of_list();
    each.visit([&](const Value& row) { rows.items.push_back(row); });
    value.add(each.name, each.is_one_row() ? rows.items.front() : std::move(rows));
  }
  return render::to_json(value);
}

/// The same in lines of a key and a value: `policy.rotherham`, and how many files were changed by hand.
exchange::About in_lines(const Value& about) {
  exchange::About lines;
  for (const auto& member : about.members) {
    for (const auto& each : member.value.members)
      lines.emplace_back(fmt::format("{}.{}", member.key, each.key), each.value.text);
    if (member.value.form == Form::list)
      lines.emplace_back(member.key, std::to_string(member.value.items.size()));
    if (member.value.is_scalar()) lines.emplace_back(member.key, member.value.text);
  }
  return lines;
}

/// Bytes by the names of their files.
using Files = std::map<std::string, std::string>;

/// What it says of itself as a file beside the tables.
Files csv_of_export(ReadingRoom& room, const Exported& from) {
  Files files = exchange::csv_files(from.shown(), from.basis.policies);
  std::string& about_it = files["about.csv"] = "key,value\n";
  for (const auto& [key, value] : in_lines(about_export(room, from)))
    about_it += fmt::format("{},{}\n", key, csv::cell(Day::parse(value) ? value : csv::guarded(value)));
  return files;
}

/// What an export is in that format: one text, or several files.
std::string in_one_file(Format format, ReadingRoom& room, const Exported& from) {
  if (format == Format::json) return json_of_export(room, from);
  const auto about = in_lines(about_export(room, from));
  return format == Format::sqlite ? exchange::database(from, about) : exchange::calendar(from, about);
}

/// Asked before the work: whether there is a place to write to.
void must_have_place(Format format, const std::string& output) {
  if (format == Format::csv && output.empty())
    throw usage(
        "CSV is several files, name a directory for them: 'mentorctl export --format csv -o exported'");
  if (format == Format::sqlite && output.empty())
    throw usage(
        "a database is no text to be shown, name a file for it: 'mentorctl export --format sqlite -o "
        "records.sqlite'");
  if (format == Format::csv) {
    must_be_directory_for_output(output);
  } else if (!output.empty()) {
    must_be_place_for_output(output);
  }
}

/// To standard output where no place was named.
void write_export(const Call& call, const std::string& output, ReadingRoom& room, const Exported& from) {
  const Format format = call.globals.format;
  const auto files = format == Format::csv ? csv_of_export(room, from)
                                           : Files{{output, in_one_file(format, room, from)}};
  if (output.empty()) {
    call.io.out << files.begin()->second;
    return;
  }
  put_out(call, output, [&] {
    format == Format::csv ? write_output_files(output, files) : write_output(output, files.begin()->second);
  });
}

int run_export(const Call& call, const ExportOptions& options) {
  must_be_format(call.globals.format, {Format::csv, Format::json, Format::sqlite, Format::ics});
  must_have_place(call.globals.format, options.output);
  ReadingRoom room = call.open("export");
  room.desk().read_everything();
  const auto from = exchange::exported(basis_of(room.desk()), options.people());
  write_export(call, options.output, room, from);
  if (from.left_out > 0)
    call.io.err << fmt::format("note: without {} that would tell what is left out of people\n",
                               counted(from.left_out, "finding", "findings"));
  return 0;
}

}  // namespace

void add_export(Verb& verb) {
  auto options = std::make_shared<ExportOptions>();
  verb.option("-o PATH", options->output,
              "the file to write, whole or not at all; of CSV the directory, made where it is not there");
  verb.flag("--pseudonymous", options->pseudonymous,
            "without people: identifiers for names, no text that names or describes anybody or that somebody "
            "wrote, of a date of birth the year");
  verb.runs([options](Call& call) { return run_export(call, *options); });
}

}  // namespace mentor::cmd
