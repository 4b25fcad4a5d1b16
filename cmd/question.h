/// What a command takes, as help explains it and as a person at a terminal is asked for it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/describe.h"

namespace mentor {
class Desk;
}

namespace mentor::cmd {

enum class Repeats : bool { no, yes };
/// What is offered is asked for on a terminal too, once something else has to be, and Enter leaves it out.
enum class Needed : std::uint8_t { no, offered, yes };
/// What an answer is to be found among.
enum class Names : std::uint8_t {
  nothing,
  scheme,
  match,
  mentor,
  young_person,
  person,
  record,
  gone,
  concern
};
/// A day that is not told is today.
enum class UsuallyToday : bool { no, yes };

/// What help and the command's page say of one option, or of what stands without a name.
struct OptionHelp {
  std::string name;   ///< `--on`, `MATCH`
  std::string value;  ///< the kind of value: `DATE`; empty where there is none to name
  std::string means;
  Needed needed = Needed::no;
  Repeats repeats = Repeats::no;
  std::vector<std::string> words{};  ///< all that the value may be; empty when it is no choice
  std::string vocabulary{};          ///< the list of the scheme's policy that the value is a word of
  Kind kind = Kind::text;
  Names names = Names::nothing;
  UsuallyToday usually_today = UsuallyToday::no;
  bool is_flag = false;                 ///< stands alone, without a value
  std::vector<std::string> meanings{};  ///< of each of the words, where they don't speak for themselves
  bool is_parted = false;               ///< a list of words, of which an answer with commas says several

  [[nodiscard]] bool has_name() const { return name.starts_with('-'); }
  /// What it means, with the choices that there are.
  [[nodiscard]] std::string in_full() const;
};

/// What help calls a value of that kind: `DATE`.
[[nodiscard]] std::string_view value_name(Kind kind);

/// Something that a command takes: what was said to it, how to take that, and when it matters.
class Question {
 public:
  using Take = std::function<void(const std::string&)>;
  using Holds = std::function<bool()>;
  using LookUp = std::function<void(Desk& desk, const std::string& text)>;

  Question(OptionHelp help, Take take) : help_(std::move(help)), take_(std::move(take)) {}

  Question& among(Names names) {
    help_.names = names;
    return *this;
  }
  /// Other options answer it when this holds.
  Question& answered_if(Holds holds) {
    answered_ = std::move(holds);
    return *this;
  }
  /// It matters only when this holds.
  Question& only_if(Holds holds) {
    matters_ = std::move(holds);
    return *this;
  }
  /// It is needed when this holds, too. `instead` is what else would do.
  Question& needed_if(Holds holds, std::string_view instead = {}) {
    needed_ = std::move(holds);
    instead_ = instead;
    return *this;
  }

  /// The same where the command itself says better what is missing.
  Question& asked_if(Holds holds) {
    says_missing_ = false;
    return needed_if(std::move(holds));
  }

  /// On a terminal it is asked for when this holds, though all that is needed was given; Enter leaves it out.
  Question& wanted_if(Holds holds) {
    wanted_ = std::move(holds);
    return *this;
  }
  /// Once it is known who or what is meant: looks up what the records have of it, before anything else is
  /// asked.
  Question& looks_up(LookUp look_up) {
    look_up_ = std::move(look_up);
    return *this;
  }

  [[nodiscard]] const OptionHelp& help() const { return help_; }
  [[nodiscard]] bool is_needed() const { return needed_() || help_.needed == Needed::yes; }
  [[nodiscard]] bool says_missing() const { return says_missing_; }
  [[nodiscard]] bool is_wanted() const { return wanted_(); }
  [[nodiscard]] bool is_asked() const {
    return is_needed() || is_wanted() || help_.needed == Needed::offered;
  }
  [[nodiscard]] const LookUp& look_up() const { return look_up_; }
  [[nodiscard]] bool matters() const { return matters_(); }
  [[nodiscard]] bool is_open() const { return said_.empty() && !answered_() && matters_(); }
  /// The texts that were given.
  [[nodiscard]] const std::vector<std::string>& said() const { return said_; }
  /// `--minutes (or --cancelled-by)`.
  [[nodiscard]] std::string missing() const;
  /// What one answer says: several words of a list, with commas between. An option is taken as it was typed.
  [[nodiscard]] std::vector<std::string> parts_of(const std::string& text) const;
  /// Takes what was said. Throws Trouble (usage) for what is no such value.
  void take(const std::string& text);

 private:
  OptionHelp help_;
  Take take_;
  std::vector<std::string> said_;
  Holds answered_ = [] { return false; };
  Holds matters_ = [] { return true; };
  Holds needed_ = [] { return false; };
  Holds wanted_ = [] { return false; };
  LookUp look_up_;
  bool says_missing_ = true;
  std::string instead_;
};

}  // namespace mentor::cmd
