/// Reports: records in, typed rows out; nobody formats anything here.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/table.h"
#include "model/register.h"
#include "policy/edition.h"
#include "reports/days.h"
#include "rules/meetings.h"
#include "rules/rulebook.h"

namespace mentor::reports {

/// What a report is made from.
struct Basis {
  const Register& records;
  const policy::Policies& policies;
  const rules::Rulebook& rulebook;
  Day today;
  Days over = {};  ///< what is counted by its day; nothing after `today` is, whatever this says

  /// The days of which something is counted.
  [[nodiscard]] Days counted() const { return {over.from, std::min(over.to, today)}; }

  std::shared_ptr<const Register> owned = {};  ///< `records`, where nobody else keeps them
};

/// What a report of an earlier day is made from: without what happened later (model/as_of.h). Of that day or
/// a later one it is the same. Its records have to hold what they refer to.
[[nodiscard]] Basis as_of(const Basis& basis, Day day);

/// A commit since an earlier moment; from the history, which the records do not know.
struct ChangeMade {
  std::string commit;
  std::string at;
  std::string by;
  std::string command;
  std::string sentence;
  bool is_by_hand;  ///< a person changed the records themselves
};

/// How a pair met and is to meet: what the nightly report tells of its sessions.
struct Meetings {
  std::optional<Day> last_met;
  int cancelled = 0;  ///< sessions in a row that fell through, up to the last one logged
  std::vector<rules::PlannedMeeting> planned;
  std::vector<rules::Period> running;  ///< the periods of its commitment that run

  [[nodiscard]] static Meetings of(const rules::Pair& pair, const rules::Rulebook& rulebook, Day today);
};

/// What the nightly report tells of all pairs.
struct Night {
  Findings due;                    ///< Rulebook::falls_due
  std::vector<Meetings> meetings;  ///< of each match, in their order
};

/// What is new since an earlier moment, for the nightly report.
struct News {
  std::string since;  ///< that moment, for people: `the day before`
  std::vector<ChangeMade> changes;
  Findings broke;   ///< what was not found then
  Findings mended;  ///< what was found then and no longer is
  Findings lapsed;  ///< what days that passed have broken
  Findings found;   ///< all that is found now
};

/// A figure that stands by itself. Those of one `key` are the parts of one object in JSON and stand together;
/// a figure without a `part` is the value of its key.
struct Figure {
  std::string key;
  std::string part;
  std::string title;  ///< for people
  Value value;
};

struct Report {
  std::string name;
  std::string title;
  std::vector<Figure> figures;
  std::vector<Table> tables;
  Findings findings;                   ///< all that was found, for the exit status
  std::vector<std::string> lead = {};  ///< sentences below the title, where the report has its own
  bool names_nobody = false;           ///< no name and no identifier may stand in it
};

/// What a coordinator reads first thing: `concerns`, `broken`, `quiet`, `due`, `meetings`, `dates`,
/// `waiting`, `period`, then what is new since an earlier moment: `broke`, `lapsed`, `mended`, `silent`
/// (changed by hand), `changes` (all of them); `waived`, `advice`, `by_area`. Needs everything but the
/// sessions, and what was made of these.
[[nodiscard]] Report nightly(const Basis& basis, const Night& night, News news);

/// A period of a pair's commitment as it is told, in little room: there are as many as months in all their
/// lives.
struct PeriodTold {
  Day from;
  Day to;
  std::uint32_t minutes;
  std::uint32_t required : 30;
  rules::PeriodStatus status : 2;
};
/// Those of a pair, of the days that are counted.
[[nodiscard]] std::vector<PeriodTold> periods_told(const rules::Pair& pair, const Basis& basis);

/// How each pair's commitment stands, period by period: `periods`, whose rows are made when they are shown,
/// and `by_area`. Needs outlines of the people and matches, and what is told of each match, in their order.
[[nodiscard]] Report commitment(const Basis& basis, std::vector<std::vector<PeriodTold>> periods);

/// Whom the schemes support and what came of it: `supported` young people (with a match that runs or that the
/// pair runs themselves), `formerly_professional` (of those, in such a match with somebody who knew them in a
/// professional role that is over), `trust` and `listens` (each young person's latest answer),
/// `declined` (offers), `accounts` (that people agreed to share), `by_area`. Needs the people and matches.
[[nodiscard]] Report impact(const Basis& basis);

/// Whom the service reaches: `groups` (young people referred who have not left, by group, language, latest
/// EET status, barrier, and whether they have no one else), `by_area`, and how many came to what. Needs the
/// people, matches, sessions and events.
[[nodiscard]] Report reach(const Basis& basis);

/// What sessions cost, and what of it is claimed and paid back: `claims`, `totals` by pair, `by_area`. What
/// was paid counts as claimed. Needs the people, matches and sessions.
[[nodiscard]] Report expenses(const Basis& basis);

/// Who is there for whom: `ready` mentors (or with room for another match), young people `waiting`, `wishes`
/// against who waits, mentors `preparing` and what each lacks, `moved` (reports/moves.h), `by_area`. Needs
/// the people, matches and concerns.
[[nodiscard]] Report pool(const Basis& basis);

/// The team of the day against the pairs that run: `staff`, `pairs`, `moved`, `by_area`. Needs the people and
/// matches.
[[nodiscard]] Report capacity(const Basis& basis);

/// Each pair that runs, is paused or runs itself, and how it stands: `pairs`, `moved`, `by_area`. Needs
/// everything.
[[nodiscard]] Report caseload(const Basis& basis);

/// What trustees and councils are told, over days (else the last whole quarter of a year) beside those before
/// and the same a year before, section by section (reports/board.h), `by_area` near the end. It names nobody,
/// and counts by which somebody could be known are not told (reports/suppression.h). Needs everything.
[[nodiscard]] Report board(const Basis& basis);

/// The figures as a table.
[[nodiscard]] Table figures_table(const std::vector<Figure>& figures);

/// The last day on which the pair met.
[[nodiscard]] std::optional<Day> last_met(const rules::Pair& pair, Day today);

/// Whom people call by which names: `Tia Quill with Ros Okafor`; the identifier where there is no name.
[[nodiscard]] std::string who(const Register& records, std::string_view id);

/// The same with the identifier behind it: `Tia Quill with Ros Okafor (P-9X2MC)`; the identifier alone where
/// there is no name. A match may be one that the register does not hold yet. A concern by whom it is about:
/// `C-5T3JZ, about Ros Okafor (M-7KQ2D), raised on 2 March 2026`, never by what was said.
[[nodiscard]] std::string called(const Register& records, std::string_view id);
[[nodiscard]] std::string called(const Register& records, const Match& match);

/// Where a pair, a young person or a mentor counts.
[[nodiscard]] std::string area_of(const Register& records, std::string_view id);

}  // namespace mentor::reports
