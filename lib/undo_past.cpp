#include "undo_past.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "base/trouble.h"
#include "git/moment.h"
#include "git/output.h"
#include "store/paths.h"
#include "trail.h"

namespace mentor {

namespace {

bool is_undo(const git::Commit& commit) { return command_of(commit) == "undo"; }

bool is_beginning(const git::Logged& logged) {
  return logged.parents.empty() || command_of(logged.commit) == "init";
}

}  // namespace

Past::Past(const git::Repository& repository) : repository_(repository) {
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

const git::Logged& Past::chosen(const std::string& named) const {
  const git::Logged& logged = named.empty() ? last_command() : find(named);
  require_undoable(logged);
  return logged;
}

const git::Logged& Past::find(const std::string& named) const {
  git::Objects objects(repository_);
  const std::string id = git::commit_named(objects, named);
  const auto found = std::ranges::find(log_, id, [](const auto& each) { return each.commit.id; });
  if (found != log_.end()) return *found;
  throw usage("{} changed no record here, 'mentorctl history' shows the commits that did", in_quotes(named));
}

const git::Logged& Past::last_command() const {
  const std::set<std::string> line = first_parents();
  for (const auto& logged : log_) {
    const git::Commit& commit = logged.commit;
    if (!line.contains(commit.id) || is_undo(commit) || undone_.contains(commit.id)) continue;
    if (is_beginning(logged)) break;
    if (!logged.is_merge() && !command_of(commit).empty()) return logged;
    throw usage("the last change of the records, {}, {}: say which commit to take back", short_id(commit),
                logged.is_merge() ? "is a merge" : "was not made by mentorctl");
  }
  throw usage("there is nothing to take back");
}

std::set<std::string> Past::first_parents() const {
  const auto outcome = repository_.run(git::Repository::Access::read,
                                       {"rev-list", "--first-parent", repository_.head(), "--"});
  if (outcome.status != 0) throw git::git_trouble("cannot read the history", outcome);
  const auto ids = git::lines_of(outcome.out);
  return {ids.begin(), ids.end()};
}

void Past::require_undoable(const git::Logged& logged) const {
  const std::string name = called(logged.commit);
  if (logged.is_merge())
    throw usage("{} is a merge, take back the commits that it brought, each by itself", name);
  if (is_beginning(logged)) throw usage("{} began the records, which can't be taken back", name);
  const auto by = undone_.find(logged.commit.id);
  if (by == undone_.end()) return;
  const auto undoing = std::ranges::find(log_, by->second, [](const auto& each) { return each.commit.id; });
  throw usage("{} was taken back before, 'mentorctl undo {}' brings it back", name,
              short_id(undoing->commit));
}

}  // namespace mentor
