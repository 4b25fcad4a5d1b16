#include "cmd/run.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <ostream>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/help.h"
#include "cmd/print.h"
#include "cmd/progress_line.h"
#include "cmd/way_out.h"

namespace mentor::cmd {

namespace {

/// The command line: the options that all commands have, and a Verb for each command.
class CommandLine {
 public:
  /// Only the commands whose names stand among the arguments are made: nobody waits for the others.
  CommandLine(Globals& globals, const std::vector<std::string>& arguments)
      : app_("", "mentorctl"), top_(app_, globals) {
    app_.set_help_flag("-h,--help", "show this help");
    app_.set_version_flag("--version", "mentorctl " MENTORCTL_VERSION);
    app_.fallthrough();
    app_.allow_extras();
    app_.require_subcommand(0, 1);  // what stands behind a command is no second one: people are called Close
    add_globals(top_, globals);
    for (const auto& command : commands()) {
      if (std::ranges::find(arguments, command.name) == arguments.end()) continue;
      CLI::App* sub = app_.add_subcommand(std::string(command.name));
      sub->allow_extras();
      command.add(verbs_.emplace_back(*sub, globals));
    }
  }

  /// Reads the arguments. The value is the verb that was chosen; null without a command.
  Verb* parse(std::vector<std::string> arguments) {
    refuse_empty(arguments);
    std::ranges::reverse(arguments);
    app_.parse(arguments);
    answer_help();
    const auto chosen = app_.get_subcommands();
    refuse_unknown(chosen.empty() ? nullptr : chosen.front());
    if (chosen.empty()) return nullptr;
    return &*std::ranges::find(verbs_, chosen.front()->get_name(), &Verb::name);
  }

  /// The help of the command that was chosen, else of the program.
  [[nodiscard]] std::string help(std::size_t width) const {
    const Verb* verb = chosen_verb();
    return verb ? command_help(*verb, top_, width) : program_help(top_, width);
  }

  [[nodiscard]] const CLI::App& app() const { return app_; }

 private:
  [[nodiscard]] const Verb* chosen_verb() const {
    const auto chosen = app_.get_subcommands();
    if (chosen.empty()) return nullptr;
    return &*std::ranges::find(verbs_, chosen.front()->get_name(), &Verb::name);
  }

  /// `help match` is `match --help`: the word stands before the command, behind one it is somebody's text.
  void answer_help() const {
    auto words = app_.remaining(false);
    if (words.empty() || words.front() != "help") return;
    words.erase(words.begin());
    if (!words.empty())
      throw Trouble(Cause::usage, fmt::format("there is no command {} to help with{}",
                                              in_quotes(words.front()), suggestion(words.front(), names())));
    throw CLI::CallForHelp();
  }

  /// `--name=` would take the next word for its value.
  static void refuse_empty(const std::vector<std::string>& arguments) {
    for (const auto& word : arguments) {
      if (word == "--") return;
      const bool name_only = word.find_first_not_of("-abcdefghijklmnopqrstuvwxyz=") == std::string::npos;
      if (!word.starts_with("--") || !name_only || word.find('=') + 1 != word.size()) continue;
      throw Trouble(Cause::usage, visible(word.substr(0, word.size() - 1)) + " has no value");
    }
  }

  /// Words that no option or command took.
  void refuse_unknown(const CLI::App* chosen) {
    auto rest = app_.remaining(true);
    std::erase(rest, "--");
    if (rest.empty()) return;
    const std::string word = rest.front().substr(0, rest.front().find('='));
    if (word.starts_with('-')) {
      throw Trouble(Cause::usage, fmt::format("there is no option {}{}", in_quotes(word),
                                              suggestion(word, options(chosen))));
    }
    if (!chosen) {
      throw Trouble(Cause::usage,
                    fmt::format("there is no command {}{}", in_quotes(word), suggestion(word, names())));
    }
    throw Trouble(Cause::usage, fmt::format("{} is too many for '{}', see 'mentorctl {} --help'",
                                            in_quotes(word), chosen->get_name(), chosen->get_name()));
  }

  [[nodiscard]] std::vector<std::string> options(const CLI::App* chosen) const {
    std::vector<std::string> names;
    for (const CLI::App* app : {chosen, &app_}) {
      if (!app) continue;
      for (const auto* option : app->get_options()) {
        if (option->get_lnames().empty()) continue;
        std::string name = "--" + option->get_lnames().front();
        if (!is_among(name, names)) names.push_back(std::move(name));
      }
    }
    return names;
  }

  static std::vector<std::string> names() {
    std::vector<std::string> names;
    for (const auto& command : commands()) names.emplace_back(command.name);
    return names;
  }

  CLI::App app_;
  Verb top_;
  std::deque<Verb> verbs_;
};

/// What CLI11 has to say: help and version, or what is wrong with the arguments.
int print_parse_error(const Io& io, const CommandLine& line, const std::vector<std::string>& arguments,
                      const CLI::ParseError& error) {
  if (error.get_name() == "CallForHelp") {
    io.out << line.help(io.width);
    return 0;
  }
  if (error.get_exit_code() == 0) return line.app().exit(error, io.out, io.err);
  std::string message = error.what();
  std::ranges::replace(message, '\n', ' ');
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
    const bool repeated = message.find("received") != std::string::npos;
    message = message.substr(0, message.find(':')) +
              (repeated ? " is given more than once" : " has no value");
  }
  const auto chosen = std::ranges::find_if(arguments, [](const std::string& word) {
    return std::ranges::find(commands(), word, &Command::name) != commands().end();
  });
  return print_trouble(io, Format::text,
                       usage("{}, see 'mentorctl {}--help'", visible(message),
                             chosen == arguments.end() ? "" : *chosen + " "));
}

/// Over what was shown of the progress.
int tell(Io& io, Format format, const Trouble& trouble) {
  if (io.progress) io.progress->wipe_out();
  return print_trouble(io, format, trouble);
}

}  // namespace

int run(Io& io, const std::vector<std::string>& arguments) {
  Globals globals;
  CommandLine line(globals, arguments);
  try {
    Verb* verb = line.parse(arguments);
    if (!verb) {
      std::vector<std::string> todays_work = arguments;
      todays_work.insert(todays_work.begin(), "report");
      return run(io, todays_work);
    }
    Call call{io, globals};
    return verb->run(call);
  } catch (const CLI::ParseError& error) {
    return print_parse_error(io, line, arguments, error);
  } catch (const Trouble& trouble) {
    const int status = tell(io, globals.format, trouble);
    print_way_out(Call{io, globals}, trouble);
    return status;
  } catch (const std::filesystem::filesystem_error& error) {
    return tell(io, globals.format, Trouble(Cause::machine, error.what()));
  } catch (const std::exception& error) {
    return tell(io, globals.format,
                Trouble(Cause::machine, fmt::format("something went wrong: {}", error.what())));
  }
}

}  // namespace mentor::cmd
