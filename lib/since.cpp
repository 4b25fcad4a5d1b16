#include "since.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/trouble.h"
#include "git/log.h"
#include "git/moment.h"
#include "trail.h"
#include "tree_source.h"

namespace mentor {

namespace {

constexpr std::size_t iso_day = 10;

/// The commits of the stretch, without those that were made after the day.
std::vector<git::Commit> commits_since(const ReadingRoom& room, const Moment& moment, Day today) {
  std::vector<git::Commit> commits;
  for (auto& logged : git::log_of(room.repository(), {}, {moment.commit, room.commit()})) {
    const bool came_later = moment.day && logged.commit.at.substr(0, iso_day) > today.iso();
    if (!came_later) commits.push_back(std::move(logged.commit));
  }
  return commits;
}

/// What the rules found in a commit; nothing when it is not sound.
std::optional<Findings> findings_of(const ReadingRoom& room, const std::string& commit, Day today) {
  const TreeSource tree(room.repository(), commit);
  try {
    Desk past(tree, today, store::Examples::leave, room.later());
    return past.check();
  } catch (const Trouble& trouble) {
    if (trouble.cause() != Cause::records) throw;
    return std::nullopt;
  }
}

/// What stands now and was not broken then.
Findings lapsed(const Findings& then, const Findings& now) {
  Findings found = news(then, now);
  std::erase_if(found, [](const Finding& finding) { return !finding.stands(); });
  return found;
}

bool is_among(const Finding& finding, const Findings& others) {
  return std::ranges::any_of(others, [&](const Finding& other) { return same_matter(finding, other); });
}

}  // namespace

Moment moment_since(const ReadingRoom& room, Day today, const std::string& name) {
  git::Objects objects(room.repository());
  const auto day = name.empty() ? today.plus_days(-1) : Day::parse(name);
  if (day && *day > today) throw usage("--since: {} is still to come", in_quotes(name));
  if (day) return {day->iso(), day, git::last_commit_of(objects, *day, room.commit()).value_or("")};
  const std::string commit = git::commit_named(objects, name);
  return {commit, std::nullopt, commit};
}

Since since(ReadingRoom& room, const Moment& moment, const Findings& now, const Findings& then) {
  const Desk& desk = room.desk();
  Since since{commits_since(room, moment, desk.today()), {}, {}, {}, !moment.commit.empty()};
  if (moment.day) since.lapsed = lapsed(then, now);
  const bool same_records = moment.commit == room.commit() && room.unrecorded().empty();
  if (!since.compared || same_records) return since;
  const auto before = findings_of(room, moment.commit, desk.today());
  since.compared = before.has_value();
  if (!before) return since;
  since.broke = news(*before, now);
  since.mended = news(now, *before);
  const auto is_answered_for = [](const Finding& finding) { return !finding.stands(); };
  std::erase_if(since.broke, is_answered_for);
  std::erase_if(since.mended, is_answered_for);
  std::erase_if(since.lapsed, [&](const Finding& finding) { return is_among(finding, since.broke); });
  return since;
}

bool is_by_hand(const git::Commit& commit) {
  constexpr std::array<std::string_view, 3> by_hand{"", "edit", "record"};
  return std::ranges::find(by_hand, command_of(commit)) != by_hand.end();
}

}  // namespace mentor
