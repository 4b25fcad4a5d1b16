/// A subcommand as its file describes it: options that read themselves into typed values, and what it does.
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/errors.h"
#include "cmd/call.h"
#include "model/codec.h"
#include "model/describe.h"
#include "model/field.h"

namespace CLI {
class App;
}

namespace mentor::cmd {

enum class Repeats : bool { no, yes };
enum class Needed : bool { no, yes };

/// `--agreed-on` for the key `agreed_on`.
[[nodiscard]] std::string option_name(std::string_view key);

/// Throws Trouble (usage) when the text is empty or has a character that no record may hold.
void must_be_text(const std::string& option, const std::string& text);

/// What help and the command's page say of one option, or of what stands without a name.
struct OptionHelp {
  std::string name;   ///< `--on`, `MATCH`
  std::string value;  ///< the kind of value: `DATE`; empty where there is none to name
  std::string means;
  Needed needed = Needed::no;
  Repeats repeats = Repeats::no;
  std::vector<std::string> words{};  ///< all that the value may be; empty when it is no choice
  std::string vocabulary{};          ///< the list of the scheme's policy that the value is a word of

  [[nodiscard]] bool has_name() const { return name.starts_with('-'); }
  /// What it means, with the choices that there are.
  [[nodiscard]] std::string in_full() const;
};

/// What help calls a value of that kind: `DATE`.
[[nodiscard]] std::string_view value_name(Kind kind);

class Verb {
 public:
  explicit Verb(CLI::App& app) : app_(app) {}

  /// An option that takes one value, or the value of each time that it is given when the target is a list. A
  /// value that is no T throws Trouble (usage). What is needed and missing is asked for on a terminal. Help
  /// names the value by its kind, or as the name says: `--data DIR`.
  template <class Target>
  void option(const std::string& name, Target& target, std::string_view help, Needed needed = Needed::no);

  /// The option for a member of a record, called and explained as the record's schema says.
  template <Described Record, class Member>
  void field(Record& record, Member Record::*member, Needed needed = Needed::no) {
    field(option_name(key_of(member)), record, member, needed);
  }
  /// The same with a name of its own: `--interest` for the list `interests`.
  template <Described Record, class Member>
  void field(const std::string& name, Record& record, Member Record::*member, Needed needed = Needed::no);

  void flag(const std::string& name, bool& target, std::string_view help);
  /// What stands without a name, in this order.
  void positional(const std::string& name, std::string& target, std::string_view help,
                  Needed needed = Needed::yes);
  void positionals(const std::string& name, std::vector<std::string>& target, std::string_view help);

  /// When this holds, another option stands for all that is needed.
  void needs_nothing_if(std::function<bool()> told_otherwise) { told_otherwise_ = std::move(told_otherwise); }

  /// What the command does; its value is the exit status.
  void runs(std::function<int(Call&)> run) { run_ = std::move(run); }

  /// After parsing: asks for what is needed and missing, or throws Trouble (usage), then runs.
  int run(Call& call) const;

  [[nodiscard]] const CLI::App& app() const { return app_; }
  [[nodiscard]] std::string name() const;
  /// In the order in which they were added.
  [[nodiscard]] const std::vector<OptionHelp>& options() const { return options_; }

 private:
  using Take = std::function<void(const std::string&)>;

  /// Something needed, how to tell whether it was given, and how to take an answer to a question.
  struct Need {
    OptionHelp help;
    std::function<bool()> given;
    Take take;
  };

  void ask(Call& call, const Need& need) const;
  void add(const OptionHelp& help, Take take);
  void add(const OptionHelp& help, std::function<bool()> given, Take take);

  CLI::App& app_;
  std::vector<OptionHelp> options_;
  std::vector<Need> needs_;
  std::function<bool()> told_otherwise_ = [] { return false; };
  std::function<int(Call&)> run_;
};

/// Reads one typed text into its target.
template <class Target>
void take(const std::string& name, const std::string& text, Target& target) {
  if constexpr (IsOptional<Target>::value) {
    take(name, text, target.emplace());
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
  const auto value = blank < name.size() ? name.substr(blank + 1)
                                         : std::string(value_name(kind_of<Target>()));
  return {name.substr(0, blank),
          value,
          std::string(means),
          needed,
          IsList<Target>::value ? Repeats::yes : Repeats::no,
          shape::words<typename shape::Bare<Target>::type>()};
}

template <class Target>
void Verb::option(const std::string& name, Target& target, std::string_view help, Needed needed) {
  const OptionHelp said = help_for<Target>(name, help, needed);
  add(said, [option = said.name, &target](const std::string& text) { take(option, text, target); });
}

template <Described Record, class Member>
void Verb::field(const std::string& name, Record& record, Member Record::*member, Needed needed) {
  OptionHelp said = help_for<Member>(name, {}, needed);
  for_each_field<Record>([&](const auto& each) {
    if (each.key != key_of(member)) return;
    said.means = each.means;
    said.vocabulary = each.traits.vocabulary;
    if (!said.vocabulary.empty()) said.value = value_name(Kind::word);
  });
  Member& target = record.*member;
  add(said, [option = said.name, &target](const std::string& text) { take(option, text, target); });
}

}  // namespace mentor::cmd
