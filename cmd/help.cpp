#include "cmd/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

constexpr std::string_view introduction =
    "Runs mentoring schemes for young people leaving care, over plain files that git tracks. Without a "
    "command it "
    "shows what needs doing today.";

constexpr std::string_view examples =
    "for example:\n"
    "  mentorctl init our-scheme --scheme rotherham --example\n"
    "  mentorctl --data our-scheme report nightly\n";

using Row = std::pair<std::string, std::string>;

std::string paragraph(std::string_view text, std::size_t width) {
  return join(wrap(text, width), "\n") + "\n";
}

/// Two columns under a heading; what is too long for the left one has a line of its own.
std::string section(std::string_view heading, const std::vector<Row>& rows, std::size_t width) {
  constexpr std::size_t column = 28;
  if (rows.empty()) return {};
  std::string text = fmt::format("\n{}:\n", heading);
  for (const auto& [left, right] : rows) {
    const auto lines = wrap(right, width - column);
    const bool fits = left.size() + 4 <= column;
    text += fits ? fmt::format("  {:<{}}", left, column - 2) : fmt::format("  {}\n{:{}}", left, "", column);
    text += join(lines, "\n" + std::string(column, ' ')) + "\n";
  }
  return text;
}

std::vector<Row> rows_of(const Verb& verb, Needed needed) {
  std::vector<Row> rows;
  for (const auto& option : verb.options()) {
    if ((option.needed == Needed::yes) == (needed == Needed::yes))
      rows.emplace_back(with_value(option), option.in_full());
  }
  return rows;
}

const Command& listed(const Verb& verb) {
  return *std::ranges::find(commands(), verb.name(), &Command::name);
}

}  // namespace

std::string with_value(const OptionHelp& option) {
  return option.value.empty() ? option.name : option.name + " " + option.value;
}

std::string usage_of(const Verb& verb) {
  std::string line = "mentorctl " + verb.name();
  bool has_more = false;
  for (const auto& option : verb.options()) {
    if (option.needed == Needed::yes) {
      line += " " + with_value(option);
    } else if (!option.has_name()) {
      line += " [" + option.name + "]";
    } else {
      has_more = true;
    }
  }
  return has_more ? line + " [OPTION]..." : line;
}

std::string program_help(const Verb& globals, std::size_t width) {
  std::string text = "usage: mentorctl [OPTION]... COMMAND ...\n\n" + paragraph(introduction, width);
  std::vector<Row> rows;
  for (const auto& command : commands()) {
    if (command.group == for_git) continue;
    rows.emplace_back(command.name, command.summary);
    const bool is_last = &command == &commands().back() || (&command + 1)->group != command.group;
    if (is_last) text += section(command.group, std::exchange(rows, {}), width);
  }
  text += section("options, before or after any command", rows_of(globals, Needed::no), width);
  text += section("about the program",
                  {{"-h, --help", "show this help, or that of a command"}, {"--version", "show its version"}},
                  width);
  return text + "\n" + std::string(examples) + "\n'mentorctl help COMMAND' explains a command\n";
}

std::string command_help(const Verb& verb, const Verb& globals, std::size_t width) {
  return fmt::format("{}\n\nusage: {}\n", listed(verb).summary,
                     join(wrap(usage_of(verb), width - 7), "\n       ")) +
         section("needed, and asked for on a terminal", rows_of(verb, Needed::yes), width) +
         section("options", rows_of(verb, Needed::no), width) +
         section("options of every command", rows_of(globals, Needed::no), width);
}

}  // namespace mentor::cmd
