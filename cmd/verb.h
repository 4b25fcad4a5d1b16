/// A subcommand as its file describes it: options that read themselves into typed values, and what it does.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/errors.h"
#include "cmd/call.h"
#include "model/codec.h"
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

class Verb {
 public:
  explicit Verb(CLI::App& app) : app_(app) {}

  /// An option that takes one value, or the value of each time that it is given when the target is a list. A value that
  /// is no T throws Trouble (usage). What is needed and missing is asked for on a terminal.
  template <class Target>
  void option(const std::string& name, Target& target, std::string_view help, Needed needed = Needed::no);

  /// The option for a member of a record, called and explained as the record's schema says.
  template <Described Record, class Member>
  void field(Record& record, Member Record::*member, Needed needed = Needed::no) {
    field(option_name(key_of(member)), record, member, needed);
  }
  /// The same with a name of its own: `--interest` for the list `interests`.
  template <Described Record, class Member>
  void field(const std::string& name, Record& record, Member Record::*member, Needed needed = Needed::no) {
    std::string_view means;
    for_each_field<Record>([&](const auto& each) {
      if (each.key == key_of(member)) means = each.means;
    });
    option(name, record.*member, means, needed);
  }

  void flag(const std::string& name, bool& target, std::string_view help);
  /// What stands without a name, in this order.
  void positional(const std::string& name, std::string& target, std::string_view help, Needed needed = Needed::yes);
  void positionals(const std::string& name, std::vector<std::string>& target, std::string_view help);

  /// What the command does; its value is the exit status.
  void runs(std::function<int(Call&)> run) { run_ = std::move(run); }

  /// After parsing: asks for what is needed and missing, or throws Trouble (usage), then runs.
  int run(Call& call) const;

  [[nodiscard]] const CLI::App& app() const { return app_; }

 private:
  /// Something needed, how to tell whether it was given, and how to take an answer to a question.
  struct Need {
    std::string name;
    std::string help;
    std::function<bool()> given;
    std::function<void(const std::string&)> take;
  };

  void ask(Call& call, const Need& need) const;
  /// The value tells, after parsing, whether the option was given.
  std::function<bool()> add(const std::string& name, std::string_view help,
                            std::function<void(const std::string&)> take, Repeats repeats);
  void need(Needed needed, Need need);

  CLI::App& app_;
  std::vector<Need> needs_;
  std::function<int(Call&)> run_;
};

/// Reads one typed text into its target.
template <class Target>
void take(const std::string& name, const std::string& text, Target& target) {
  if constexpr (IsOptional<Target>::value) {
    take(name, text, target.emplace());
  } else if constexpr (IsList<Target>::value) {
    take(name, text, target.emplace_back());
  } else {
    must_be_text(name, text);
    auto read = Scalar<Target>::read(text);
    if (!read) throw Trouble(Cause::usage, name + ": " + not_a<Target>(text));
    target = std::move(*read);
  }
}

template <class Target>
void Verb::option(const std::string& name, Target& target, std::string_view help, Needed needed) {
  auto read = [name, &target](const std::string& text) { take(name, text, target); };
  const auto given = add(name, help, read, IsList<Target>::value ? Repeats::yes : Repeats::no);
  need(needed, {name, std::string(help), given, read});
}

}  // namespace mentor::cmd
