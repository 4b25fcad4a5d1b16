/// A subcommand as its file describes it: options that read themselves into typed values, and what it does.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/errors.h"
#include "cmd/call.h"
#include "cmd/question.h"
#include "model/codec.h"
#include "model/describe.h"
#include "model/field.h"
#include "model/meanings.h"

namespace CLI {
class App;
}

namespace mentor::cmd {

/// `--agreed-on` for the key `agreed_on`.
[[nodiscard]] std::string option_name(std::string_view key);

/// The text as it was meant: a blank before or behind it was typed by mistake.
[[nodiscard]] std::string without_blanks_around(const std::string& text);

/// Throws Trouble (usage) when the text is empty or has a character that no record may hold.
void must_be_text(const std::string& option, const std::string& text);

class Conversation;

class Verb {
 public:
  /// `globals` are the options that every command has, as they will be once the command line was read.
  Verb(CLI::App& app, const Globals& globals) : app_(app), globals_(globals) {}

  /// An option that takes one value, or the value of each time that it is given when the target is a list. A
  /// value that is no T throws Trouble (usage). What is needed and missing is asked for on a terminal. Help
  /// names the value by its kind, or as the name says: `--data DIR`.
  template <class Target>
  Question& option(const std::string& name, Target& target, std::string_view help,
                   Needed needed = Needed::no);

  /// The option for a member of a record, called and explained as the record's schema says.
  template <Described Record, class Member>
  Question& field(Record& record, Member Record::*member, Needed needed = Needed::no) {
    return field(option_name(key_of(member)), record, member, needed);
  }
  /// The same with a name of its own: `--interest` for the list `interests`; `more` ends its explanation.
  template <Described Record, class Member>
  Question& field(const std::string& name, Record& record, Member Record::*member, Needed needed = Needed::no,
                  std::string_view more = {});

  /// The day of what is recorded: offered, and today when it is not given.
  Question& day(const std::string& name, std::optional<Day>& target, std::string_view help);

  /// Asked for as yes or no where it is.
  Question& flag(const std::string& name, bool& target, std::string_view help, Needed needed = Needed::no);
  /// What stands without a name, in this order.
  Question& positional(const std::string& name, std::string& target, std::string_view help,
                       Needed needed = Needed::yes);
  Question& positionals(const std::string& name, std::vector<std::string>& target, std::string_view help,
                        Needed needed = Needed::yes);
  /// What stands for MATCH in most commands.
  Question& match(std::string& target);

  /// What is asked on a terminal, where no option has that name.
  Question& question(OptionHelp help, Question::Take take);

  /// When this holds, another option stands for all that is needed.
  void needs_nothing_if(std::function<bool()> told_otherwise) { told_otherwise_ = std::move(told_otherwise); }

  /// What the command does; its value is the exit status.
  void runs(std::function<int(Call&)> run) { run_ = std::move(run); }

  /// After parsing: asks for what is needed and missing, or throws Trouble (usage), then runs.
  int run(Call& call);

  [[nodiscard]] const CLI::App& app() const { return app_; }
  [[nodiscard]] const Globals& globals() const { return globals_; }
  [[nodiscard]] std::string name() const;
  /// In the order in which they were added.
  [[nodiscard]] const std::vector<OptionHelp>& options() const { return options_; }

 private:
  Question& add(const OptionHelp& help, Question::Take take);
  Question& keep(const OptionHelp& help, Question::Take take);
  int converse(Call& call, Conversation& conversation);
  int run_when_told(Call& call) const;
  void say_again(const Io& io) const;
  /// What is needed and wasn't given.
  [[nodiscard]] std::vector<const Question*> missing() const;
  /// Whether there is anything to ask somebody at a terminal.
  [[nodiscard]] bool has_to_ask() const;

  CLI::App& app_;
  const Globals& globals_;
  std::vector<OptionHelp> options_;
  std::deque<Question> questions_;  ///< in the order in which they are asked
  std::function<bool()> told_otherwise_ = [] { return false; };
  std::function<int(Call&)> run_;
};

/// Reads one typed text into its target, which stays as it was when the text is no such value.
template <class Target>
void take(const std::string& name, const std::string& text, Target& target) {
  if constexpr (IsOptional<Target>::value) {
    typename Target::value_type value{};
    take(name, text, value);
    target = std::move(value);
  } else if constexpr (IsList<Target>::value) {
    typename Target::value_type entry{};
    take(name, text, entry);
    target.push_back(std::move(entry));
  } else {
    must_be_text(name, text);
    auto read = Scalar<Target>::read(text);
    if (!read) throw Trouble(Cause::usage, name + ": " + not_a<Target>(text));
    target = std::move(*read);
  }
}

/// The help of an option for a Target, its name as a command says it: `--on`, or `--data DIR`.
template <class Target>
[[nodiscard]] OptionHelp help_for(const std::string& name, std::string_view means, Needed needed) {
  const auto blank = std::min(name.find(' '), name.size());
  std::string value;
  if (blank < name.size()) {
    value = name.substr(blank + 1);
  } else if (name.starts_with('-')) {
    value = value_name(kind_of<Target>());
  }
  return {name.substr(0, blank),
          value,
          std::string(means),
          needed,
          IsList<Target>::value ? Repeats::yes : Repeats::no,
          shape::words<typename shape::Bare<Target>::type>(),
          {},
          kind_of<Target>(),
          Names::nothing,
          UsuallyToday::no,
          false,
          meanings<typename shape::Bare<Target>::type>(),
          IsList<Target>::value && name.starts_with('-') && blank == name.size()};
}

template <class Target>
Question& Verb::option(const std::string& name, Target& target, std::string_view help, Needed needed) {
  const OptionHelp said = help_for<Target>(name, help, needed);
  return add(said, [option = said.name, &target](const std::string& text) { take(option, text, target); });
}

template <Described Record, class Member>
Question& Verb::field(const std::string& name, Record& record, Member Record::*member, Needed needed,
                      std::string_view more) {
  OptionHelp said = help_for<Member>(name, {}, needed);
  for_each_field<Record>([&](const auto& each) {
    if (each.key != key_of(member)) return;
    said.means = std::string(each.means).append(more);
    said.vocabulary = each.traits.vocabulary;
    said.is_parted = said.is_parted && !each.traits.names;
    if (!said.vocabulary.empty() && said.has_name()) said.value = value_name(Kind::word);
  });
  Member& target = record.*member;
  return add(said, [option = said.name, &target](const std::string& text) { take(option, text, target); });
}

}  // namespace mentor::cmd
