#include "cmd/made_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/trouble.h"
#include "cmd/reading.h"
#include "reports/journey.h"
#include "reports/nightly.h"
#include "since.h"
#include "trail.h"

namespace mentor::cmd {

namespace {

using reports::Basis;
using reports::Report;

std::vector<reports::ChangeMade> changes_of(const std::vector<git::Commit>& commits) {
  std::vector<reports::ChangeMade> changes;
  changes.reserve(commits.size());
  for (const auto& each : commits)
    changes.push_back({each.id, each.at, each.by, command_of(each), each.subject, is_by_hand(each)});
  return changes;
}

/// `the day before`, `1 April 2026`, or the beginning of a commit's id.
std::string moment_called(const Moment& moment, const std::string& asked) {
  if (asked.empty()) return "the day before";
  return moment.day ? moment.day->in_words() : "commit " + git::short_id(moment.commit);
}

reports::Days days_of(const AskedReport& asked) {
  reports::Days days;
  if (asked.from) days.from = *asked.from;
  if (asked.to) days.to = *asked.to;
  return days;
}

/// What a report over these days is made from: nothing later than their last day.
Basis basis_over(Desk& desk, const AskedReport& asked) {
  Basis basis = basis_of(desk);
  basis.over = days_of(asked);
  return reports::as_of(basis, basis.over.to);
}

void read_people_and_matches(Desk& desk) {
  desk.read_all<Mentor>();
  desk.read_all<YoungPerson>();
  desk.read_all<Match>();
}

/// Makes a report from the people, the matches and these kinds of records.
template <Report (*make)(const Basis&), class... Records>
Report made_of(ReadingRoom& room, Made& made) {
  Desk& desk = room.desk();
  read_people_and_matches(desk);
  (desk.read_all<Records>(), ...);
  return make(basis_over(desk, made.asked));
}

/// The sessions are read pair by pair, for there are the most of them, and little is kept of the others.
Report commitment(ReadingRoom& room, Made& made) {
  Desk& desk = room.desk();
  desk.reader().keep(store::Keeps::outlines);
  read_people_and_matches(desk);
  const Basis basis = basis_over(desk, made.asked);
  const bool is_past = basis.today < desk.today();
  auto periods = desk.of_each_pair(
      basis.records, is_past ? std::optional(basis.today) : desk.reader().as_of(),
      [&](const rules::Pair& pair) { return reports::periods_told(pair, basis); });
  return reports::commitment(basis, std::move(periods));
}

template <Report (*make)(const Basis&)>
Report made_of_all(ReadingRoom& room, Made& made) {
  room.desk().read_everything();
  return make(basis_over(room.desk(), made.asked));
}

/// What the nightly report needs of a pair's sessions, which are let go of once it is made.
struct PairTonight {
  rules::Judged now;
  rules::Judged then;
  rules::Coming coming;
  reports::Meetings meetings;
};

/// That part of each, taken out of them.
template <class Part>
std::vector<Part> parts_of(std::vector<PairTonight>& pairs, Part PairTonight::*part) {
  std::vector<Part> parts;
  parts.reserve(pairs.size());
  for (auto& each : pairs) parts.push_back(std::move(each.*part));
  return parts;
}

struct Tonight {
  Findings now;
  Findings then;  ///< of these records on the moment's day, if it is one
  reports::Night night;
};

/// Goes by the pairs once, whatever is asked of their sessions.
Tonight tonight(Desk& desk, std::optional<Day> then) {
  desk.read_all_but_sessions();
  const Register& records = desk.records();
  const rules::Rulebook& rules = desk.rulebook();
  const Day today = desk.today();
  const auto looks = rules.looks_ahead(today);
  auto pairs = desk.of_each_pair(records, desk.reader().as_of(), [&](const rules::Pair& pair) {
    return PairTonight{rules.judge(pair, today), then ? rules.judge(pair, *then) : rules::Judged(),
                       rules.look_ahead(pair, looks, today), reports::Meetings::of(pair, rules, today)};
  });
  Tonight tonight;
  tonight.now = rules.conclude(parts_of(pairs, &PairTonight::now), records, today);
  if (then) tonight.then = rules.conclude(parts_of(pairs, &PairTonight::then), records, *then);
  tonight.night.due = rules.falls_due(parts_of(pairs, &PairTonight::coming), looks, records, today);
  tonight.night.meetings = parts_of(pairs, &PairTonight::meetings);
  return tonight;
}

Report nightly(ReadingRoom& room, Made& made) {
  Desk& desk = room.desk();
  const std::string asked = made.asked.since;
  const Moment moment = moment_since(room, desk.today(), asked);
  auto [now, then, night] = tonight(desk, moment.day);
  Since news = since(room, moment, now, then);
  if (!news.compared && !moment.commit.empty())
    made.notes.emplace_back(
        "the records of then are not sound, so what broke and what was mended since is not told");
  if (!asked.empty()) made.asked.since = moment.name;
  const bool is_quiet = news.compared && moment.day && news.commits.empty() && room.unrecorded().empty() &&
                        news.broke.empty() && news.lapsed.empty() && news.mended.empty();
  if (is_quiet) made.unchanged_since = moment_called(moment, asked);
  return reports::nightly(basis_of(desk), night,
                          {moment_called(moment, asked), changes_of(news.commits), std::move(news.broke),
                           std::move(news.mended), std::move(news.lapsed), std::move(now)});
}

/// It goes by the days itself, and says beside them what needs deciding today.
Report board(ReadingRoom& room, Made& made) {
  Desk& desk = room.desk();
  desk.read_everything();
  Basis basis = basis_of(desk);
  basis.over = days_of(made.asked);
  return reports::board(basis);
}

Report journey(ReadingRoom& room, Made& made) {
  Desk& desk = room.desk();
  const MatchId id = desk.match(made.asked.match);
  made.asked.match = id.view();
  desk.read_everything();
  const auto told_to = made.asked.for_young_person ? reports::ToldTo::young_person : reports::ToldTo::team;
  const Basis basis = basis_over(desk, made.asked);
  const Match* match = find(basis.records.matches, id);
  if (!match)
    throw usage("--to: {} was not there yet on {}, name a later day", in_quotes(made.asked.match),
                basis.today.iso());
  return reports::journey(*match, told_to, basis);
}

/// What a report can be asked for beside its name.
enum class Takes : std::uint8_t { since, days, match };

struct Named {
  std::string_view name;
  Takes takes;
  Report (*make)(ReadingRoom& room, Made& made);
};
constexpr std::array all_reports{Named{"nightly", Takes::since, nightly},
                                 Named{"caseload", Takes::days, made_of_all<reports::caseload>},
                                 Named{"commitment", Takes::days, commitment},
                                 Named{"pool", Takes::days, made_of<reports::pool, Concern>},
                                 Named{"reach", Takes::days, made_of<reports::reach, SessionLog, Event>},
                                 Named{"impact", Takes::days, made_of<reports::impact>},
                                 Named{"expenses", Takes::days, made_of<reports::expenses, SessionLog>},
                                 Named{"capacity", Takes::days, made_of<reports::capacity>},
                                 Named{"board", Takes::days, board},
                                 Named{"journey", Takes::match, journey}};

const Named& named(const std::string& name) {
  const auto found = std::ranges::find(all_reports, name, &Named::name);
  if (found != all_reports.end()) return *found;
  std::vector<std::string> names;
  names.reserve(all_reports.size());
  for (const auto& each : all_reports) names.emplace_back(each.name);
  throw usage("there is no report {}{}", in_quotes(name), suggestion(name, names));
}

void must_take(const Named& wanted, const AskedReport& asked, Day today) {
  const auto refuse = [&](bool is_given, Takes takes, std::string_view option, std::string_view why) {
    if (is_given && wanted.takes != takes)
      throw usage("{}: the report '{}' {}, leave it out", option, wanted.name, why);
  };
  refuse(!asked.since.empty(), Takes::since, "--since", "tells no changes");
  refuse(asked.ids_only, Takes::since, "--ids-only",
         wanted.name == "board" ? "names nobody as it is" : "is not made for those outside");
  refuse(!asked.match.empty(), Takes::match, "MATCH", "is not of one match");
  refuse(asked.for_young_person, Takes::match, "--for", "is for the team alone");
  if (wanted.takes == Takes::since && (asked.from || asked.to))
    throw usage("{}: the report '{}' is of a day, say which with --today", asked.from ? "--from" : "--to",
                wanted.name);
  if (wanted.takes == Takes::match && asked.match.empty())
    throw usage("the report '{}' is of one match, say which", wanted.name);
  if (asked.from && asked.to && *asked.from > *asked.to)
    throw usage("--from: {} comes after {}", asked.from->iso(), asked.to->iso());
  if (asked.from && *asked.from > today)
    throw usage("--from: {} comes after {}, the day of the report, name an earlier one", asked.from->iso(),
                today.iso());
}

}  // namespace

Made make_report(ReadingRoom& room, const AskedReport& asked) {
  const Named& wanted = named(asked.name);
  must_take(wanted, asked, room.desk().today());
  Made made{{}, asked, {}, {}};
  made.report = wanted.make(room, made);
  if (asked.ids_only) {
    for (auto& table : made.report.tables) table = without_names(std::move(table));
  }
  return made;
}

}  // namespace mentor::cmd
