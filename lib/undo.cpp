#include "undo.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "base/trouble.h"
#include "changes/merge.h"
#include "git/objects.h"
#include "git/output.h"
#include "open_directory.h"
#include "store/paths.h"
#include "trail.h"
#include "whole_files.h"

namespace mentor {

namespace {

constexpr std::string_view undo_word = "undo";
constexpr std::string_view init_word = "init";
constexpr std::size_t most_named = 3;

std::string short_id(std::string_view id) {
  constexpr std::size_t enough = 10;
  return std::string(id.substr(0, enough));
}

bool is_undo(const git::Commit& commit) { return command_of(commit) == undo_word; }

bool is_beginning(const git::Logged& logged) {
  return logged.parents.empty() || command_of(logged.commit) == init_word;
}

/// `1a2b3c4d5e (amend area of M-7KQ2D)`. What people wrote who committed with git may name somebody.
std::string called(const git::Commit& commit) {
  const bool is_ours = !command_of(commit).empty();
  return fmt::format("{} ({})", short_id(commit.id), is_ours ? visible(commit.subject) : "made by hand");
}

/// The commits that touched records, the last one first, and which of them were taken back.
class Past {
 public:
  explicit Past(const git::Repository& repository) : repository_(repository) {
    log_ = git::log_of(repository, {}, {{}, repository.head()});
    std::ranges::reverse(log_);
    for (auto& logged : log_) {
      const auto others = std::erase_if(logged.files,
                                        [](const auto& file) { return !store::is_record_path(file.path); });
      if (others > 0) with_others_.insert(logged.commit.id);
      if (!is_undo(logged.commit) || undone_.contains(logged.commit.id)) continue;
      for (const auto& id : said_behind(logged.commit, store::trailer::undoes))
        undone_.emplace(id, logged.commit.id);
    }
    std::erase_if(log_, [](const git::Logged& logged) { return logged.files.empty(); });
  }

  [[nodiscard]] const git::Logged& chosen(const std::string& named) const {
    const git::Logged& logged = named.empty() ? last_command() : find(named);
    require_undoable(logged);
    return logged;
  }

  /// Whether it changed more than records.
  [[nodiscard]] bool changed_others(const git::Commit& commit) const {
    return with_others_.contains(commit.id);
  }

 private:
  [[nodiscard]] const git::Logged& find(const std::string& named) const {
    const auto object = git::Objects(repository_).find(named + "^{commit}");
    if (!object) throw usage("there is no commit {}, 'mentorctl history' shows them", in_quotes(named));
    const auto found = std::ranges::find(log_, object->id, [](const auto& each) { return each.commit.id; });
    if (found != log_.end()) return *found;
    throw usage("{} changed no record here, 'mentorctl history' shows the commits that did",
                in_quotes(named));
  }

  /// The last one on this line of the history that is no undo and was not taken back.
  [[nodiscard]] const git::Logged& last_command() const {
    const std::set<std::string> line = first_parents();
    for (const auto& logged : log_) {
      const git::Commit& commit = logged.commit;
      if (!line.contains(commit.id) || is_undo(commit) || undone_.contains(commit.id)) continue;
      const bool is_merge = logged.parents.size() > 1;
      if (is_beginning(logged)) break;
      if (!is_merge && !command_of(commit).empty()) return logged;
      throw usage("the last change of the records, {}, {}: say which commit to take back",
                  short_id(commit.id), is_merge ? "is a merge" : "was not made by mentorctl");
    }
    throw usage("there is nothing to take back");
  }

  [[nodiscard]] std::set<std::string> first_parents() const {
    const auto outcome = repository_.run(git::Repository::Access::read,
                                         {"rev-list", "--first-parent", repository_.head(), "--"});
    if (outcome.status != 0) throw git::git_trouble("cannot read the history", outcome);
    const auto ids = git::lines_of(outcome.out);
    return {ids.begin(), ids.end()};
  }

  void require_undoable(const git::Logged& logged) const {
    const std::string name = called(logged.commit);
    if (logged.parents.size() > 1)
      throw usage("{} is a merge, take back the commits that it brought, each by itself", name);
    if (is_beginning(logged)) throw usage("{} began the records, which can't be taken back", name);
    const auto by = undone_.find(logged.commit.id);
    if (by == undone_.end()) return;
    throw usage("{} was taken back before, 'mentorctl undo {}' brings it back", name, short_id(by->second));
  }

  const git::Repository& repository_;
  std::vector<git::Logged> log_;
  std::map<std::string, std::string> undone_;  ///< and by which commit
  std::set<std::string> with_others_;
};

/// What the commit made of its files, and what they held before it.
struct Versions {
  Files before;
  Files after;
};

Versions versions_of(const git::Repository& repository, const git::Logged& logged) {
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
                                                short_id(logged.commit.id)));
    bytes[ids[i]] = *objects[i]->bytes;
  }
  const auto text = [&](const std::string& id) {
    return id.empty() ? std::nullopt : std::optional(bytes.at(id));
  };
  Versions versions;
  for (const auto& file : logged.files) {
    versions.before[file.path] = text(file.before.front());
    versions.after[file.path] = text(file.after);
  }
  return versions;
}

/// What stands in the way of taking a commit back, each with the later commit that it hangs on.
class Hindrances {
 public:
  Hindrances(const git::Repository& repository, const git::Logged& logged)
      : repository_(repository), logged_(logged) {}

  /// The file is not as the commit left it, and what it says since cannot be told from what the commit said.
  void add_conflict(const std::string& path, const changes::Conflict& conflict) {
    const auto later = last_writer(path, conflict.id, conflict.field);
    const std::string what = conflict.field.empty() ? conflict.id : conflict.id + " " + conflict.field;
    add(fmt::format("{} was changed since", what), later);
  }

  /// What the records would say then is not sound.
  void add_problem(const Problem& problem, const std::optional<std::string>& bytes) {
    const std::string& path = problem.spot.file;
    const auto there = changes::field_at(path, changes::version_of(path, bytes), problem.spot.place);
    add(fmt::format("{} {}: {}", there.id, there.field, problem.message),
        last_writer(path, there.id, there.field));
  }

  void require_none() const {
    if (said_.empty()) return;
    std::vector<std::string> shown(
        said_.begin(), said_.begin() + static_cast<std::ptrdiff_t>(std::min(said_.size(), most_named)));
    if (said_.size() > shown.size()) shown.push_back(fmt::format("and {} more", said_.size() - shown.size()));
    throw Trouble(Cause::person, fmt::format("{} can't be taken back: {}{}", called(logged_.commit),
                                             join(shown, "; "), has_later_ ? "; take that back first" : ""));
  }

 private:
  void add(std::string what, const std::optional<git::Commit>& later) {
    if (later) what += ", by " + called(*later);
    has_later_ = has_later_ || later;
    if (std::ranges::find(said_, what) == said_.end()) said_.push_back(std::move(what));
  }

  /// The last commit after that one which wrote the field, or anything in the file if none did.
  [[nodiscard]] std::optional<git::Commit> last_writer(const std::string& path, const std::string& id,
                                                       const std::string& field) {
    auto known = later_.find(path);
    if (known == later_.end())
      known = later_.emplace(path, trail(repository_, {{path}, {}, {logged_.commit.id, repository_.head()}}))
                  .first;
    const auto& deeds = known->second;
    const auto writes = [&](const changes::FieldChange& change) {
      const bool within = field.empty() ? change.id.starts_with(id) : change.id == id;
      return within && (field.empty() || change.field == field || change.field.starts_with(field + "."));
    };
    for (auto deed = deeds.rbegin(); deed != deeds.rend(); ++deed) {
      if (std::ranges::any_of(deed->changes, writes)) return deed->commit;
    }
    return deeds.empty() ? std::nullopt : std::optional(deeds.back().commit);
  }

  const git::Repository& repository_;
  const git::Logged& logged_;
  std::map<std::string, std::vector<Deed>> later_;  ///< by path
  std::vector<std::string> said_;
  bool has_later_ = false;
};

bool is_log(const std::string& path) {
  return path.starts_with(RecordKind<SessionLog>::folder) || path.starts_with(RecordKind<CheckInLog>::folder);
}

/// A log that isn't there is one without entries.
std::optional<std::string> version_to_merge(const std::string& path,
                                            const std::optional<std::string>& bytes) {
  return bytes || !is_log(path) ? bytes : std::optional<std::string>("[]\n");
}

/// The files as they are to be, those that stay left out.
Files taken_back(const Versions& versions, const Files& now, Hindrances& hindrances) {
  Files files;
  for (const auto& [path, current] : now) {
    const auto& before = versions.before.at(path);
    const auto& after = versions.after.at(path);
    if (current == before) continue;
    if (current == after) {
      files[path] = before;
      continue;
    }
    const changes::Merged merged = changes::merge(
        path, version_to_merge(path, after), version_to_merge(path, current), version_to_merge(path, before));
    for (const auto& each : merged.conflicts) hindrances.add_conflict(path, each);
    if (merged.conflicts.empty() && merged.text != current) files[path] = merged.text;
  }
  return files;
}

/// Whether more hangs on the file than what stands around its record.
bool reaches_far(const std::string& path, const std::optional<std::string>& bytes) {
  return path.starts_with(RecordKind<Match>::folder) || (!bytes && !is_log(path));
}

void read_for(Desk& desk, const Files& files) {
  for (const auto& [path, bytes] : files) {
    reaches_far(path, bytes) ? desk.reader().everything() : read_around(desk.reader(), path);
  }
}

Files now_of(OpenDirectory& hold, const Versions& versions) {
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

}  // namespace

Undone undo(const Writing& writing, const Undoing& undoing) {
  OpenDirectory hold(writing);
  const Past past(hold.repository);
  const git::Logged& logged = past.chosen(undoing.commit);
  const Versions versions = versions_of(hold.repository, logged);
  const Files now = now_of(hold, versions);
  Hindrances hindrances(hold.repository, logged);
  const Files files = taken_back(versions, now, hindrances);
  hindrances.require_none();
  if (files.empty()) throw usage("nothing is left of {} that could be taken back", called(logged.commit));
  Desk desk(hold.source, writing.today);
  read_for(desk, files);
  store::require_sound(desk.reader());
  const store::OverlaySource overlay(hold.source, files);
  Desk then(overlay, writing.today);
  read_for(then, files);
  for (const auto& each : then.reader().problems())
    hindrances.add_problem(each, overlay.read(each.spot.file).bytes);
  hindrances.require_none();
  Undone undone{logged.commit, changes_of(now, files), {}};
  Outcome& outcome = undone.outcome;
  outcome.plan = plan_of(logged.commit, now, files, undoing.why);
  if (past.changed_others(logged.commit))
    outcome.plan.notes.emplace_back("what the commit changed beside the records stays as it is");
  outcome.findings = new_in(desk, then);
  if (!hold.transaction) {
    outcome.diff = diff_of(now, files);
    return undone;
  }
  if (!undoing.why.empty()) desk.read_names();
  store::Change change = change_of(outcome.plan, files, writing.command, {&then.records(), &desk.records()});
  change.trailers.insert(change.trailers.begin() + 1,
                         {std::string(store::trailer::undoes), logged.commit.id});
  outcome.commit = hold.transaction->commit(change);
  return undone;
}

}  // namespace mentor
