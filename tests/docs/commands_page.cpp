#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "cmd/commands.h"
#include "cmd/help.h"
#include "docs/pages.h"

namespace mentor::docs {

namespace {

constexpr std::string_view opening =
    R"(<!-- Made from the commands by `make docs`: change their files in cmd/, not this page. -->
# Commands

This page has all that `mentorctl COMMAND --help` would tell you, in one place. Start with the [tutorial](tutorial.md) if
you are new. Wherever a command takes a person or a match you can type the identifier, the beginning of it, or part of a
name; for a match, the name of either of the two. At a terminal, a command asks for what it needs and was not given.
A value with blanks in it goes in quotes.
)";

std::string table(const cmd::Verb& verb) {
  std::string text = heading({"", "needed", "what it means"});
  for (const auto& option : verb.options()) {
    text += row({code(cell(cmd::with_value(option))), option.needed == cmd::Needed::yes ? "yes" : "",
                 cell(option.in_full())});
  }
  return text;
}

std::string section(const cmd::Command& command) {
  CLI::App app("", std::string(command.name));
  const cmd::Globals globals;
  cmd::Verb verb(app, globals);
  command.add(verb);
  std::string text = fmt::format("\n### {}\n\n{}\n\n    {}\n", command.name, title(command.summary) + ".",
                                 cmd::usage_of(verb));
  return verb.options().empty() ? text : text + "\n" + table(verb);
}

std::string globals() {
  CLI::App app("", "mentorctl");
  cmd::Globals values;
  cmd::Verb verb(app, values);
  cmd::add_globals(verb, values);
  return "\n## Before or after any command\n\n" + table(verb);
}

}  // namespace

Page commands_page() {
  std::string text = std::string(opening) + globals();
  std::string_view group;
  for (const auto& command : cmd::commands()) {
    if (command.group == cmd::for_git) continue;
    if (command.group != group) text += fmt::format("\n## {}\n", title(command.group));
    group = command.group;
    text += section(command);
  }
  return {"commands.md", text};
}

}  // namespace mentor::docs
