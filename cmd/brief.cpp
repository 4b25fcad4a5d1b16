#include "reports/brief.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/reading.h"
#include "render/findings.h"
#include "render/json.h"
#include "render/text.h"
#include "store/paths.h"

namespace mentor::cmd {

namespace {

struct Options {
  std::string match;
};

std::string in_words(const Value& value) {
  const auto day = value.form == Form::token ? Day::parse(value.text) : std::nullopt;
  return day ? day->in_words() : render::plain_text(value);
}

/// A list is numbered: it is in order.
void add_line(Table& table, const reports::Figure& line) {
  if (line.value.form != Form::list) {
    table.rows.push_back({Value::of_token(line.title), Value::of_text(in_words(line.value))});
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

bool nobody_to_call(const std::vector<reports::Figure>& lines) {
  return std::ranges::any_of(
      lines, [](const auto& each) { return each.value.form == Form::list && each.value.items.empty(); });
}

int run_brief(Call& call, const Options& options) {
  must_be_format(call.globals.format, {Format::text, Format::json});
  ReadingRoom room = call.open("brief");
  Desk& desk = room.desk();
  const auto match = desk.match(options.match);
  desk.read<SessionLog>(match);
  const auto lines = reports::brief(desk.records().matches.at(match), basis_of(desk));
  if (nobody_to_call(lines)) {
    call.io.err << "note: nobody is named to call in an emergency, neither for the young person nor in "
                << store::settings_path << '\n';
  }
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
  auto options = std::make_shared<Options>();
  verb.positional("MATCH", options->match,
                  "the match: identifier, the beginning of one, or either person's name");
  verb.runs([options](Call& call) { return run_brief(call, *options); });
}

}  // namespace mentor::cmd
