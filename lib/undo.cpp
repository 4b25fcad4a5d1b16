#include "undo.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "base/trouble.h"
#include "changes/merge.h"
#include "git/objects.h"
#include "open_directory.h"
#include "store/paths.h"
#include "trail.h"
#include "tree_source.h"
#include "undo_hindrances.h"
#include "undo_past.h"
#include "whole_files.h"

namespace mentor {

namespace {

/// What a commit made of its files, and what they held before it.
struct BothVersions {
  Files before;
  Files after;
};

BothVersions versions_of(const git::Repository& repository, const git::Logged& logged) {
  std::vector<std::string> ids;
  for (const auto& file : logged.files) {
    for (const auto& id : {file.before.front(), file.after}) {
      if (!id.empty()) ids.push_back(id);
    }
  }
  std::map<std::string, std::string> bytes;
  const auto objects = git::Objects(repository).read(ids);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!objects[i] || objects[i]->type != "blob")
      throw Trouble(Cause::machine, fmt::format("git has lost what {} changed, check the repository with "
                                                "`git fsck`",
                                                short_id(logged.commit)));
    bytes[ids[i]] = *objects[i]->bytes;
  }
  const auto text = [&](const std::string& id) {
    return id.empty() ? std::nullopt : std::optional(bytes.at(id));
  };
  BothVersions versions;
  for (const auto& file : logged.files) {
    versions.before[file.path] = text(file.before.front());
    versions.after[file.path] = text(file.after);
  }
  return versions;
}

/// The files as they are to be, those that stay left out.
Files taken_back(const BothVersions& versions, const Files& now, Hindrances& hindrances) {
  Files files;
  for (const auto& [path, current] : now) {
    const auto& before = versions.before.at(path);
    const auto& after = versions.after.at(path);
    if (current == before) continue;
    if (current == after) {
      files[path] = before;
      continue;
    }
    const changes::Merged merged = changes::merge(path, after, current, before);
    for (const auto& each : merged.conflicts) hindrances.add_conflict(path, each);
    if (merged.conflicts.empty() && merged.text != current) files[path] = merged.text;
  }
  return files;
}

/// Whether more hangs on the file than what stands around its record.
bool reaches_far(const std::string& path, const std::optional<std::string>& bytes) {
  return path.starts_with(RecordKind<Match>::folder) || (!bytes && !changes::is_log(path));
}

void read_for(Desk& desk, const Files& files) {
  for (const auto& [path, bytes] : files) {
    reaches_far(path, bytes) ? desk.reader().everything() : read_around(desk.reader(), path);
  }
}

Files now_of(OpenDirectory& hold, const BothVersions& versions) {
  git::Paths paths;
  for (const auto& [path, bytes] : versions.after) paths.push_back(path);
  if (hold.transaction) hold.transaction->require_as_committed(paths);
  return committed(hold.repository, paths);
}

/// `amend`, or `a change by hand`.
std::string kind_of(const git::Commit& commit) {
  const std::string command = command_of(commit);
  const bool is_word = !command.empty() &&
                       command.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos;
  return is_word ? "'" + command + "'" : "a change by hand";
}

actions::Plan plan_of(const git::Commit& commit, const Files& now, const Files& files,
                      const std::string& why) {
  actions::Plan plan;
  plan.ids = names_of(files);
  plan.sentence = fmt::format("take back {} of {}", kind_of(commit), in_few_words(plan.ids));
  plan.why = why;
  note_losses(now, files, plan);
  return plan;
}

changes::FieldChanges changes_of(const Files& now, const Files& files) {
  changes::FieldChanges changes;
  for (const auto& [path, bytes] : files) {
    for (auto& each : changes::difference(path, now.at(path), bytes)) changes.push_back(std::move(each));
  }
  return changes;
}

/// What would be wrong and is not so now. What comes to light in a file that cannot be read now is no worse.
Problems newly_wrong(const store::Reader& now, const store::Reader& then) {
  Problems wrong = then.problems();
  for (const auto& known : now.problems()) {
    const auto same = std::ranges::find_if(wrong,
                                           [&](const Problem& each) { return is_same_wrong(each, known); });
    if (same != wrong.end()) wrong.erase(same);
  }
  std::erase_if(wrong, [&](const Problem& each) { return now.is_unread(each.spot.file); });
  return wrong;
}

/// What the rules newly say; of records that are not sound now, more than they said before the commit.
Findings findings_of(const git::Repository& repository, const git::Logged& logged, const Files& files,
                     Desk& now, Desk& then) {
  if (!then.reader().problems().empty()) return {};
  if (now.reader().problems().empty()) return new_in(now, then);
  const TreeSource tree(repository, logged.parents.front());
  Desk before(tree, then.today());
  read_for(before, files);
  return new_in(before, then);
}

/// Reads all that holds names, before a reason goes into the history.
void read_names(Desk& then) {
  try {
    then.read_names();
  } catch (const Trouble& trouble) {
    if (trouble.cause() != Cause::records) throw;
    throw usage(
        "--why: names in it become identifiers, and they cannot all be read as long as the records "
        "are not sound, leave it out");
  }
}

}  // namespace

Undone undo(const Writing& writing, const Undoing& undoing) {
  OpenDirectory hold(writing);
  const Past past(hold.repository);
  const git::Logged& logged = past.chosen(undoing.commit);
  const BothVersions versions = versions_of(hold.repository, logged);
  const Files now = now_of(hold, versions);
  Hindrances hindrances(hold.repository, logged);
  const Files files = taken_back(versions, now, hindrances);
  hindrances.require_none();
  if (files.empty())
    throw Trouble(Cause::usage,
                  fmt::format("nothing is left of {} that could be taken back", called(logged.commit)));
  Desk desk(hold.source, writing.today);
  read_for(desk, files);
  const store::OverlaySource overlay(hold.source, files);
  Desk then(overlay, writing.today);
  read_for(then, files);
  for (const auto& each : newly_wrong(desk.reader(), then.reader()))
    hindrances.add_problem(each, overlay.read(each.spot.file).bytes);
  hindrances.require_none();
  Undone undone{logged.commit, changes_of(now, files), {}};
  Outcome& outcome = undone.outcome;
  outcome.plan = plan_of(logged.commit, now, files, undoing.why);
  if (past.changed_others(logged.commit))
    outcome.plan.notes.emplace_back("what the commit changed beside the records stays as it is");
  if (!then.reader().problems().empty())
    outcome.plan.notes.emplace_back("the records are not sound yet, 'mentorctl check' says where");
  outcome.findings = findings_of(hold.repository, logged, files, desk, then);
  if (!hold.transaction) {
    outcome.diff = diff_of(now, files);
    return undone;
  }
  if (!undoing.why.empty()) read_names(then);
  store::Change change = change_of(outcome.plan, files, writing.command, {&then.records(), &desk.records()});
  change.trailers.insert(change.trailers.begin() + 1,
                         {std::string(store::trailer::undoes), logged.commit.id});
  outcome.commit = hold.transaction->commit(change);
  return undone;
}

}  // namespace mentor
