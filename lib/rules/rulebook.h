/// The rules, and the rules of each scheme bound to its policy.
#pragma once

#include <chrono>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "model/register.h"
#include "policy/edition.h"
#include "rules/pair.h"
#include "rules/periods.h"

namespace mentor::rules {

/// The acts that a rule can refuse. `start` is `match` and `start`.
enum class Act : std::uint8_t { refer, start, end, log_session };

class Acts {
 public:
  constexpr Acts(std::initializer_list<Act> acts) {
    for (const Act act : acts) bits_ |= 1U << static_cast<unsigned>(act);
  }
  [[nodiscard]] constexpr bool has(Act act) const { return (bits_ >> static_cast<unsigned>(act) & 1U) != 0; }

 private:
  unsigned bits_ = 0;
};

/// Whether a rule's due day is worth a warning before it comes.
enum class Forewarns : std::uint8_t { no, yes };

/// What a rule looks at: each relationship, or else people's preparation or the scheme as a whole.
enum class Over : std::uint8_t { pairs, others };

/// A parameter of a rule, for people.
struct Parameter {
  std::string_view key;
  std::string type;
  bool required;
  std::string_view means;
};

/// A rule bound to the editions of one scheme.
class Judge {
 public:
  Judge() = default;
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;
  virtual ~Judge() = default;

  virtual void pair(const Pair& pair, Day today, Findings& found) const = 0;
  virtual void preparation(const Preparation& preparation, Findings& found) const = 0;
  virtual void scheme(const Scheme& scheme, Day today, Findings& found) const = 0;
  /// The sessions of a pair that the rule looks at when it judges the whole scheme.
  [[nodiscard]] virtual std::vector<Session> sessions_kept(const Pair& pair, Day today) const = 0;
  /// How long before it falls due the rule itself warns, in steps; none when the policy's notice says it.
  [[nodiscard]] virtual std::vector<Span> warnings(Day today) const = 0;
};

/// A line of the table of rules.
struct Rule {
  std::string_view name;
  std::string_view finds;    ///< what it finds
  std::string_view mends;    ///< what to do about it
  std::string_view command;  ///< what is then typed, with SUBJECT, MENTOR, YOUNG-PERSON and SCHEME for whom
                             ///< it is about; other words in capitals are for people to fill in
  Acts refuses;
  Forewarns forewarns;
  Over over;
  std::vector<Parameter> (*parameters)();
  std::unique_ptr<Judge> (*bind)(std::string_view name, const std::vector<policy::Edition>& editions,
                                 Problems& problems);
};

/// All rules that there are, in the order in which they are explained.
[[nodiscard]] std::span<const Rule> all_rules();
[[nodiscard]] const Rule* find_rule(std::string_view name);

/// How long each rule takes, for whoever has a clock.
struct Timings {
  using Span = std::chrono::nanoseconds;
  /// How long the calling thread has worked, or the time since any moment; called from several threads.
  std::function<Span()> now;
  std::map<std::string_view, Span> rules = {};  ///< in all, by name
};

/// What the rules say of one pair by itself, and the sessions that they look at again beside those of others.
struct Judged {
  Findings found;
  SessionLog kept;
  std::vector<Timings::Span> took = {};  ///< each rule of its scheme, when that was asked for
};

/// A look ahead: what these find due by a day that is to come.
struct Look {
  std::set<const Judge*> asked;
  Day by;
};

/// What falls due in one pair by itself, each with the number of the look that finds it first, and the
/// sessions that are looked at again beside those of others.
struct Coming {
  struct Due {
    std::size_t look;
    Finding finding;
  };
  std::vector<Due> due;
  SessionLog kept;
};

/// The rules of the schemes that run here, each under its own policy.
class Rulebook {
 public:
  /// A rule or a parameter that is not known, and a value of the wrong kind, is added to `problems` with its
  /// place.
  Rulebook(const policy::Policies& policies, Problems& problems);

  /// What is broken on that day: all rules over all that is in the register, sorted, with the answers that
  /// people gave.
  [[nodiscard]] Findings check(const Register& records, Day today) const;
  /// The same of one rule alone.
  [[nodiscard]] Findings check(const Register& records, Day today, std::string_view rule) const;

  /// The same in two steps, for sessions that are not all there at once: each pair by itself, from several
  /// threads if need be, then what was judged of each match, in the order of the register.
  /// Both tell how long the rules took when they are asked.
  [[nodiscard]] Judged judge(const Pair& pair, Day today, const Timings* timings = nullptr) const;
  [[nodiscard]] Findings conclude(std::vector<Judged> pairs, const Register& records, Day today,
                                  Timings* timings = nullptr) const;

  /// What the rules that can refuse `act` say of these records, sorted.
  [[nodiscard]] Findings judge_act(Act act, const Register& records, const std::vector<Id>& subjects,
                                   Day today) const;

  /// What falls due from `today` to the last day of the notice that the policy in force gives, or the rule
  /// itself, and is not broken yet. Where the rule warns in steps the message says which one is reached.
  [[nodiscard]] Findings falls_due(const Register& records, Day today) const;

  /// The same in two steps, as judge() and conclude(): each pair with the looks ahead from today, then what
  /// is coming in each match.
  [[nodiscard]] std::vector<Look> looks_ahead(Day today) const;
  [[nodiscard]] Coming look_ahead(const Pair& pair, const std::vector<Look>& looks, Day today) const;
  [[nodiscard]] Findings falls_due(std::vector<Coming> pairs, const std::vector<Look>& looks,
                                   const Register& records, Day today) const;

  /// What a mentor lacks for a match that would start on that day, whoever with.
  [[nodiscard]] Findings readiness(const Mentor& mentor, Day by) const;

  /// The same without advice, and without what people answered for.
  [[nodiscard]] Findings lacking(const Mentor& mentor, const Register& records, Day by) const;

  /// Needs the matches. Ready when nothing is lacking.
  [[nodiscard]] MentorState state_of(const Mentor& mentor, const Register& records, Day today) const;

  /// The periods of a pair's commitment; none when its scheme asks for no time.
  [[nodiscard]] std::vector<Period> periods(const Pair& pair, Day today) const;

 private:
  struct Bound {
    const Rule* rule;
    std::unique_ptr<Judge> judge;
  };

  [[nodiscard]] const std::vector<Bound>& rules_of(std::string_view scheme) const;
  template <class Wanted>
  [[nodiscard]] Findings run(const Register& records, Day today, Wanted wanted) const;
  template <class Wanted>
  void judge_pair(const Pair& pair, Day today, Wanted wanted, Findings& found) const;
  static void judge_pair(const Bound& rule, const Pair& pair, std::optional<Day> first_day, Day today,
                         Findings& found);
  template <class Wanted>
  void judge_schemes(const Register& records, const std::map<MatchId, SessionLog>& sessions, Day today,
                     Wanted wanted, Findings& found, Timings* timings = nullptr) const;
  [[nodiscard]] Span notice(std::string_view scheme, const Bound& rule, Day today) const;
  [[nodiscard]] Findings falls_due(std::vector<Coming> pairs, const std::vector<Look>& looks,
                                   const Register& records, const std::map<MatchId, SessionLog>& sessions,
                                   Day today) const;
  /// Adds which step of the rule's own warnings is reached; its due day lies ahead.
  void say_step(Finding& finding, Day today) const;

  struct Notice {
    Day in_force;
    Span span;
  };
  std::map<std::string, std::vector<Bound>, std::less<>> rules_;
  std::map<std::string, std::vector<Notice>, std::less<>> notices_;  ///< by edition
};

/// Puts people's overrides and waivers beside the findings that they answer, as of that day.
void answer(Findings& findings, const Register& records, Day today);

}  // namespace mentor::rules
