#include "cmd/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cmd/conversation.h"

namespace mentor::cmd {

std::string option_name(std::string_view key) {
  std::string name = "--" + std::string(key);
  std::ranges::replace(name, '_', '-');
  return name;
}

std::string without_blanks_around(const std::string& text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

void must_be_text(const std::string& option, const std::string& text) {
  if (text.find_first_not_of(" \t\n") == std::string::npos)
    throw Trouble(Cause::usage, option + " has no value");
  if (const auto bad = forbidden_in_text(text)) {
    throw Trouble(Cause::usage, fmt::format("{}: {} is not allowed in a record", option, *bad));
  }
}

std::string Verb::name() const { return app_.get_name(); }

Question& Verb::keep(const OptionHelp& help, Question::Take take) {
  return questions_.emplace_back(help, std::move(take));
}

Question& Verb::add(const OptionHelp& help, Question::Take take) {
  options_.push_back(help);
  Question& question = keep(help, std::move(take));
  const CLI::callback_t read = [&question](const CLI::results_t& texts) {
    for (const auto& text : texts) question.take(text);
    return true;
  };
  CLI::Option* option = app_.add_option(help.name, read);
  if (help.has_name() || help.repeats == Repeats::no) {
    // Exactly one value each time, so that a text arrives as it was typed and no word behind it is swallowed.
    option->expected(1)->allow_extra_args(false);
  } else {
    option->expected(-1);
  }
  if (help.repeats == Repeats::yes) option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return question;
}

Question& Verb::day(const std::string& name, std::optional<Day>& target, std::string_view help) {
  OptionHelp said = help_for<std::optional<Day>>(name, help, Needed::offered);
  said.usually_today = UsuallyToday::yes;
  return add(said, [name, &target](const std::string& text) { take(name, text, target); });
}

Question& Verb::flag(const std::string& name, bool& target, std::string_view help, Needed needed) {
  options_.push_back({name, "", std::string(help), needed});
  options_.back().is_flag = true;
  OptionHelp asked = options_.back();
  asked.kind = Kind::truth;
  Question& question = keep(asked,
                            [name, &target](const std::string& text) { cmd::take(name, text, target); });
  app_.add_flag_callback(name, [&question] { question.take("yes"); });
  return question;
}

Question& Verb::positional(const std::string& name, std::string& target, std::string_view help,
                           Needed needed) {
  return add({name, "", std::string(help), needed}, [&target](const std::string& text) { target = text; });
}

Question& Verb::positionals(const std::string& name, std::vector<std::string>& target, std::string_view help,
                            Needed needed) {
  return add({name, "", std::string(help), needed, Repeats::yes},
             [&target](const std::string& text) { target.push_back(text); });
}

Question& Verb::match(std::string& target) {
  return positional("MATCH", target, "the match: identifier, the beginning of one, or either person's name")
      .among(Names::match);
}

Question& Verb::question(OptionHelp help, Question::Take take) { return keep(help, std::move(take)); }

std::vector<const Question*> Verb::missing() const {
  std::vector<const Question*> missing;
  if (told_otherwise_()) return missing;
  for (const auto& question : questions_) {
    if (question.is_needed() && question.is_open()) missing.push_back(&question);
  }
  return missing;
}

int Verb::run(Call& call) {
  call.said = &questions_;
  if (!call.io.asks || call.looks_back()) return run_when_told(call);
  Conversation conversation(call, name(), questions_);
  if (!told_otherwise_()) conversation.look_up();
  return has_to_ask() ? converse(call, conversation) : run_when_told(call);
}

bool Verb::has_to_ask() const {
  const auto is_wanted = [](const Question& each) { return each.is_wanted() && each.is_open(); };
  return !missing().empty() || (!told_otherwise_() && std::ranges::any_of(questions_, is_wanted));
}

int Verb::converse(Call& call, Conversation& conversation) {
  call.talked = true;
  int status = static_cast<int>(Cause::usage);
  try {
    conversation.ask();
    status = run_when_told(call);
  } catch (const Trouble&) {
    say_again(call.io);
    throw;
  }
  if (status != 0) say_again(call.io);
  return status;
}

/// Nothing typed is lost.
void Verb::say_again(const Io& io) const {
  io.err << "what you typed, as a command to mend and repeat:\n  " << visible(as_command(name(), questions_))
         << '\n';
}

int Verb::run_when_told(Call& call) const {
  std::vector<std::string> names;
  for (const Question* each : missing()) {
    if (each->says_missing()) names.push_back(each->missing());
  }
  if (names.empty()) return run_(call);
  throw Trouble(Cause::usage, fmt::format("{} {} missing, see 'mentorctl {} --help'", join(names, ", "),
                                          names.size() == 1 ? "is" : "are", name()));
}

}  // namespace mentor::cmd
