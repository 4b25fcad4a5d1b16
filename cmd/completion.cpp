#include "cmd/completion.h"

#include <CLI/App.hpp>
#include <fmt/format.h>

#include "base/text.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

using Words = std::vector<std::string>;

/// `_mentorctl` finds the command among the words; what may stand at the cursor follows from the command and
/// the word before. Where no word is offered, the shell offers files.
constexpr std::string_view before_values =
    R"(# Completes the words of mentorctl. Written by 'mentorctl setup'.
_mentorctl() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}} command='' words='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${{COMP_WORDS[i]}} in
      {}) ((++i)) ;;
      -*) ;;
      *) command=${{COMP_WORDS[i]}} && break ;;
    esac
  done
  case "$command $before" in
)";
constexpr std::string_view before_words = R"(    *)
      case $command in
)";
constexpr std::string_view end = R"(      esac
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word" || :)
}
complete -o default -F _mentorctl mentorctl
)";

bool takes_value(const OptionHelp& option) { return option.has_name() && !option.is_flag; }

Words& operator+=(Words& names, const Words& more) {
  names.insert(names.end(), more.begin(), more.end());
  return names;
}

/// The options, and the words that may stand without a name.
Words names_of(const Verb& verb) {
  Words names;
  for (const auto& option : verb.options()) names += option.has_name() ? Words{option.name} : option.words;
  return names;
}

/// `    vet" --level") words='basic standard enhanced' ;;`; of an option that all commands have, `*"
/// --format")`.
std::string values(std::string_view command, const Verb& verb) {
  std::string lines;
  for (const auto& option : verb.options()) {
    if (takes_value(option))
      lines += fmt::format("    {}\" {}\") words='{}' ;;\n", command, option.name, join(option.words, " "));
  }
  return lines;
}

}  // namespace

std::string bash_completion() {
  Globals globals;
  CLI::App top;
  Verb all(top, globals);
  add_globals(all, globals);
  Words at_first;
  Words with_value;
  for (const auto& option : all.options()) {
    if (takes_value(option)) with_value.push_back(option.name);
  }
  std::string behind_options;
  std::string behind_commands;
  for (const auto& command : commands()) {
    if (command.group == for_git) continue;
    CLI::App app;
    Verb verb(app, globals);
    command.add(verb);
    at_first.emplace_back(command.name);
    behind_options += values(command.name, verb);
    Words names = names_of(verb);
    names += names_of(all);
    behind_commands += fmt::format("        {}) words='{}' ;;\n", command.name, join(names, " "));
  }
  at_first += names_of(all);
  behind_commands += fmt::format("        '') words='{}' ;;\n", join(at_first, " "));
  return fmt::format(before_values, join(with_value, " | ")) + behind_options + values("*", all) +
         std::string(before_words) + behind_commands + std::string(end);
}

}  // namespace mentor::cmd
