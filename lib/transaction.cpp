#include "transaction.h"

#include <algorithm>
#include <map>
#include <utility>

#include "git/obstacles.h"
#include "recovery.h"
#include "store/atomic_file.h"
#include "store/journal.h"
#include "store/paths.h"
#include "store/reserve.h"

namespace mentor {
namespace {

using store::Hold;

std::optional<std::string> committed_bytes(const git::Held& held) {
  return held.head ? std::optional(held.head->bytes) : std::nullopt;
}

std::optional<std::string> committed_id(const git::Held& held) {
  return held.head ? std::optional(held.head->id) : std::nullopt;
}

std::string on_one_line(std::string_view text) {
  std::string line(text);
  for (char& sign : line)
    if (const auto byte = static_cast<unsigned char>(sign); byte < 0x20 || byte == 0x7f) sign = ' ';
  return line;
}

void must_be_as_committed(const std::string& path, const git::Held& held,
                          const std::optional<std::string>& found) {
  const bool is_record = store::is_record_path(path);
  const auto refuse = [&](const std::string& what) {
    return Trouble(Cause::person, "'" + path + "' " + what +
                                      (is_record ? " recorded, run `mentorctl record` first"
                                                 : " committed, commit it with git or put it aside with "
                                                   "`git stash --include-untracked`"));
  };
  if (!held.head && (found || held.index)) throw refuse("is in the way and was never");
  if (held.head && !found) throw refuse("was removed by hand, which is not");
  if (found != committed_bytes(held)) throw refuse("was changed by hand, which is not");
  if (held.index != committed_id(held)) throw refuse("has a staged change, which is not");
}

Trouble changed_meanwhile(const std::string& path) {
  return {Cause::person, "'" + path + "' was changed by hand while the command ran, try again"};
}

void require_all_here(const git::Repository& repository) {
  for (const std::string& path : git::left_out(repository))
    if (store::is_record_path(path))
      throw Trouble(Cause::person,
                    "a sparse checkout leaves '" + path +
                        "' out, and nobody may be left out, run `git sparse-checkout disable`");
}

}  // namespace

ReadHold::ReadHold(const git::Repository& repository, std::string_view command,
                   std::chrono::milliseconds patience) {
  require_all_here(repository);
  const std::filesystem::path file = repository.git_path(store::kLockFile);
  lock_.emplace(file, Hold::shared, command, patience);
  store::drop_unfinished_journal(repository.git_path(""));
  if (!store::has_journal(repository.git_path(""))) return;
  lock_.reset();
  // Kept for as long as is read: before a shared one is granted somebody else might write, and be killed.
  lock_.emplace(file, Hold::exclusive, command, patience);
  recover(repository);
}

Transaction::Transaction(const std::filesystem::path& root, git::Repository& repository,
                         std::string_view command, std::chrono::milliseconds patience, Author author)
    : root_(root),
      repository_(repository),
      lock_(repository.git_path(store::kLockFile), Hold::exclusive, command, patience) {
  recover(repository_);
  repository_.prepare_look_up();
  require_all_here(repository_);
  if (author == Author::at_once) require_author();
  require_fit();
}

void Transaction::require_author() {
  if (repository_.identity()) return;
  throw Trouble(Cause::machine, "git doesn't know who you are (" + repository_.why_nobody() +
                                    "), run `git config --global user.name \"Your Name\"` "
                                    "and `git config --global user.email you@example.org`");
}

void Transaction::expect(const git::Paths& paths) {
  if (!std::all_of(paths.begin(), paths.end(), store::is_plain_path)) return;  // commit() refuses them
  repository_.ask_for(paths);
  obstacles_.emplace(repository_, paths);
}

void Transaction::require_fit() const {
  if (const auto begun = repository_.under_way())
    throw Trouble(Cause::person, begun->what + " is under way, " + begun->how_to);
  if (repository_.branch().empty())
    throw Trouble(Cause::person,
                  "HEAD is detached, so a commit would be lost, go to a branch with `git switch`");
  require_index();
}

void Transaction::require_index() const {
  // A journal that is still there was waiting for the index a moment ago.
  if (!repository_.index_is_locked() && !store::has_journal(repository_.git_path(""))) return;
  throw Trouble(Cause::machine,
                "git's index is locked by '" + repository_.git_path("index.lock").string() +
                    "', wait for the git that runs, and remove the file only if there is none");
}

void Transaction::require_as_committed(const git::Paths& paths) const {
  const std::vector<git::Held> held = repository_.look_up(paths);
  for (std::size_t i = 0; i < paths.size(); ++i)
    must_be_as_committed(paths[i], held[i], store::read_file(root_, paths[i]));
}

std::string Transaction::commit(const store::Change& change, Found found) {
  const Targets targets = fit_targets(change, found);
  if (targets.empty()) return repository_.head();
  return carry_out(targets, [&](const git::Paths& paths, const git::Paths& new_paths) {
    return repository_.commit(paths, new_paths, commit_message(change));
  });
}

std::string Transaction::merge(const store::Change& change, const std::string& other) {
  return carry_out(fit_targets(change, Found::as_committed), [&](const git::Paths& paths, const git::Paths&) {
    return repository_.commit_merge(paths, other, commit_message(change));
  });
}

std::string Transaction::advance(const store::Change& change, const std::string& commit) {
  return carry_out(fit_targets(change, Found::as_committed), [&](const git::Paths& paths, const git::Paths&) {
    repository_.advance(paths, commit, "mentorctl sync: fast-forward");
    return commit;
  });
}

// Those of the files that are to change, each as it may be found.
Transaction::Targets Transaction::fit_targets(const store::Change& change, Found found) const {
  Targets targets = targets_of(change);
  if (found == Found::as_committed)
    for (const Target& target : targets) must_be_as_committed(target.path, target.held, target.found);
  std::erase_if(targets, [](const Target& target) {
    return target.wanted == committed_bytes(target.held) && target.wanted == target.found;
  });
  return targets;
}

std::string Transaction::carry_out(const Targets& targets, const Seal& seal) {
  require_no_obstacle(targets);
  Descriptor room = reserve_room(targets);
  std::string commit;
  try {
    if (!targets.empty()) write_journal(targets);
    write_files(targets);
    git::Paths paths;
    git::Paths new_paths;
    for (const Target& target : targets) {
      paths.push_back(target.path);
      if (target.wanted && !target.held.index) new_paths.push_back(target.path);
    }
    commit = seal(paths, new_paths);
  } catch (const Trouble& refusal) {
    room.close();
    return put_back(refusal);
  }
  try {
    for (const Target& target : targets) store::unlink_file(root_, target.temporary);
    store::drop_journal(repository_.git_path(""));
  } catch (const Trouble&) {
    // The commit stands: the next command finds that, and drops the old files and the journal.
  }
  return commit;
}

Transaction::Targets Transaction::targets_of(const store::Change& change) const {
  git::Paths paths;
  for (const auto& [path, bytes] : change.files) {
    if (!store::is_plain_path(path))
      throw Trouble(Cause::machine,
                    "cannot write '" + on_one_line(path) + "': not a path in the data directory");
    paths.push_back(path);
  }
  std::vector<git::Held> held = repository_.look_up(paths);
  Targets targets;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    targets.push_back({paths[i], std::move(held[i]), store::read_file(root_, paths[i]),
                       change.files.at(paths[i]), store::temporary_beside(paths[i])});
    const auto read = change.read.find(paths[i]);
    if (read != change.read.end() && read->second != targets.back().found) throw changed_meanwhile(paths[i]);
  }
  return targets;
}

void Transaction::require_no_obstacle(const Targets& targets) {
  git::Paths paths;
  std::vector<git::Candidate> candidates;
  for (const Target& target : targets) {
    paths.push_back(target.path);
    candidates.push_back({target.path, target.wanted, target.held.index.has_value()});
  }
  if (!obstacles_ || obstacles_->paths() != paths) obstacles_.emplace(repository_, std::move(paths));
  const auto obstacle = std::move(*obstacles_).answer(repository_, candidates);
  obstacles_.reset();
  if (obstacle) throw Trouble(Cause::machine, *obstacle + ", and try again");
}

// Enough to write git's index again, and the old bytes where the file system didn't keep them.
Descriptor Transaction::reserve_room(const Targets& targets) const {
  constexpr std::size_t kSpare = 16384;
  std::error_code unborn;
  const auto index = std::filesystem::file_size(repository_.git_path("index"), unborn);
  std::size_t bytes = kSpare + (unborn ? 0 : index);
  for (const Target& target : targets) bytes += target.found ? target.found->size() : 0;
  return store::reserve_room(repository_.git_path(""), bytes);
}

void Transaction::write_journal(const Targets& targets) const {
  store::Journal journal{repository_.head(), {}};
  for (const Target& target : targets) {
    store::JournalEntry entry{repository_.prefix() + target.path, committed_id(target.held), std::nullopt,
                              repository_.prefix() + target.temporary, target.found == target.wanted};
    if (!entry.stands_already && target.found && target.found != committed_bytes(target.held))
      entry.old_blob = repository_.blob_id(*target.found, git::Repository::Keep::yes);
    if (!target.found) entry.old_blob = std::nullopt;
    if (target.wanted) entry.new_mark = store::fingerprint(*target.wanted);
    journal.entries.push_back(std::move(entry));
  }
  store::write_journal(repository_.git_path(""), journal);
}

void Transaction::write_files(const Targets& targets) const {
  for (const Target& target : targets)
    if (target.wanted && target.found != target.wanted)
      store::stage_file(root_, target.path, target.temporary, *target.wanted);
  std::map<std::string, std::string> directories;  // each with one of its files
  for (const Target& target : targets) {
    if (target.found == target.wanted) continue;
    if (target.wanted)
      store::exchange_file(root_, target.path, target.temporary);
    else
      store::set_aside_file(root_, target.path, target.temporary);
    const auto aside = store::read_file(root_, target.temporary);
    if (aside && aside != target.found) give_way(targets, target);
    directories[target.path.substr(0, target.path.rfind('/') + 1)] = target.path;
  }
  for (const auto& [directory, path] : directories) store::sync_directory(root_, path);
}

// Somebody typed into the file since it was read: theirs goes back, and recovery sees to the others.
void Transaction::give_way(const Targets& targets, const Target& theirs) const {
  store::install_file(root_, theirs.path, theirs.temporary);
  Targets others;
  for (const Target& target : targets)
    if (target.path != theirs.path) others.push_back(target);
  if (others.empty())
    store::drop_journal(repository_.git_path(""));
  else
    write_journal(others);
  throw changed_meanwhile(theirs.path);
}

// Returns the commit after all when git made it before it failed, as on a disk too full for the index.
std::string Transaction::put_back(const Trouble& refusal) const {
  try {
    if (recover(repository_) == Recovery::committed) {
      static_cast<void>(repository_.look_up({}));
      return repository_.head();
    }
  } catch (const Trouble& second) {
    throw Trouble(refusal.cause(), std::string(refusal.what()) +
                                       "; the next command puts the files back unless git did commit, look "
                                       "with `git log -1` before you try again, now: " +
                                       second.what());
  }
  throw refusal;
}

std::string commit_message(const store::Change& change) {
  std::string message = on_one_line(change.sentence) + "\n";
  if (!change.trailers.empty()) message += "\n";
  for (const auto& [key, value] : change.trailers)
    message.append(on_one_line(key)).append(": ").append(on_one_line(value)).append("\n");
  return message;
}

}  // namespace mentor
