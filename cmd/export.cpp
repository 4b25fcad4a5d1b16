#include <fmt/format.h>

#include <ostream>

#include "base/text.h"
#include "base/trouble.h"
#include "cmd/commands.h"
#include "cmd/output_file.h"
#include "cmd/reading.h"
#include "exchange/calendar.h"
#include "exchange/collections.h"
#include "exchange/database.h"
#include "render/findings.h"
#include "render/json.h"

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
Value about(ReadingRoom& room, const Exported& from) {
  Value value = render::object();
  value.add("program", Value::of_token(MENTORCTL_VERSION));
  add_provenance(value, room, room.desk());
  value.add("later", Value::of_token(room.later() == Later::stands ? "stands" : "left-out"));
  value.add("pseudonymous", Value::of_truth(from.people() == People::pseudonymous));
  Value paths = Value::of_list();
  for (const auto& path : room.unrecorded()) paths.items.push_back(Value::of_text(path));
  value.add("unrecorded", std::move(paths));
  return value;
}

std::string json(ReadingRoom& room, const Exported& from) {
  Value value = about(room, from);
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

std::string sqlite(ReadingRoom& room, const Exported& from) {
  return exchange::database(from, in_lines(about(room, from)));
}

std::string ics(ReadingRoom&, const Exported& from) { return exchange::calendar(from, MENTORCTL_VERSION); }

/// A format that there is for an export, and what makes it.
struct Made {
  Format format;
  bool is_for_people;  ///< may go to standard output
  std::string (*make)(ReadingRoom& room, const Exported& from);
};
constexpr std::array made{Made{Format::json, true, json}, Made{Format::sqlite, false, sqlite},
                          Made{Format::ics, true, ics}};

int run_export(const Call& call, const ExportOptions& options) {
  must_be_format(call.globals.format, {Format::json, Format::sqlite, Format::ics});
  const Made& wanted = *std::ranges::find(made, call.globals.format, &Made::format);
  if (!options.output.empty()) must_be_place_for_output(options.output);
  if (options.output.empty() && !wanted.is_for_people) {
    const auto format = word(wanted.format);
    throw usage("{0} is no text to be shown, name a file for it: 'mentorctl export --format {0} -o all.{0}'",
                format);
  }
  ReadingRoom room = call.open("export");
  room.desk().read_everything();
  const auto from = exchange::exported(basis_of(room.desk()), options.people());
  const std::string bytes = wanted.make(room, from);
  if (options.output.empty()) {
    call.io.out << bytes;
  } else {
    write_output(options.output, bytes);
  }
  if (from.left_out > 0)
    call.io.err << fmt::format("note: without {} which would tell what is left out of people\n",
                               counted(from.left_out, "finding", "findings"));
  return 0;
}

}  // namespace

void add_export(Verb& verb) {
  auto options = std::make_shared<ExportOptions>();
  verb.option("-o FILE", options->output,
              "the file to write, whole or not at all, which may be there already");
  verb.flag("--pseudonymous", options->pseudonymous,
            "without people: identifiers for names, no text that names or describes anybody or that somebody "
            "wrote, of a date of birth the year");
  verb.runs([options](Call& call) { return run_export(call, *options); });
}

}  // namespace mentor::cmd
