#include "recovery.h"

#include <algorithm>
#include <array>

#include "store/atomic_file.h"
#include "store/journal.h"

namespace mentor {
namespace {

using store::JournalEntry;
using Content = std::optional<std::string>;

// One file of the journal, as it stands in HEAD and in the index, and in the work tree.
struct Affected {
  JournalEntry entry;
  git::Held held;
  Content found;
  Content old_bytes;
};

bool is_new(const JournalEntry& entry, const Content& content) {
  if (!content || !entry.new_mark) return !content && !entry.new_mark;
  return store::fingerprint(*content) == *entry.new_mark;
}

bool is_committed(const Affected& file) {
  return is_new(file.entry, file.held.head ? Content(file.held.head->bytes) : std::nullopt);
}

Content read_old(const git::Repository& repository, const JournalEntry& entry, const git::Held& held) {
  if (!entry.old_blob) return std::nullopt;
  if (held.head && held.head->id == *entry.old_blob) return held.head->bytes;
  Content bytes = repository.read_blob(*entry.old_blob);
  if (!bytes)
    throw Trouble(Cause::person,
                  "a command was killed while it wrote '" + entry.path +
                      "', and git has lost what the file held, check the repository with `git fsck`");
  return bytes;
}

std::vector<Affected> look_at(git::Repository& whole, const store::Journal& journal) {
  git::Paths paths;
  for (const JournalEntry& entry : journal.entries) paths.push_back(entry.path);
  std::vector<git::Held> held = whole.look_up(paths);
  std::vector<Affected> files;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const JournalEntry& entry = journal.entries[i];
    Content found = store::read_file(whole.top(), entry.path);
    Content old_bytes = entry.stands_already ? found : read_old(whole, entry, held[i]);
    files.push_back({entry, std::move(held[i]), std::move(found), std::move(old_bytes)});
  }
  return files;
}

void require_old_or_new(const Affected& file, const git::Repository& repository) {
  if (file.found == file.old_bytes || is_new(file.entry, file.found)) return;
  const std::string journal = repository.git_path(store::kJournalFile).string();
  throw Trouble(Cause::person,
                "a command was killed while it wrote '" + file.entry.path +
                    "', which was changed since, take it back with `git restore`, or keep it: remove '" +
                    journal + "' and run `mentorctl record`");
}

// The old file waits under the temporary's name, unless it could not be kept there.
void put_back(const std::filesystem::path& top, const Affected& file) {
  const JournalEntry& entry = file.entry;
  if (file.found == file.old_bytes) return;
  if (!file.old_bytes) {
    store::unlink_file(top, entry.path);
    return;
  }
  if (store::read_file(top, entry.temporary) != file.old_bytes) {
    store::unlink_file(top, entry.temporary);
    store::stage_file(top, entry.path, entry.temporary, *file.old_bytes);
  }
  store::install_file(top, entry.path, entry.temporary);
}

// An intention to add stands in the index as an empty file.
bool is_intention(const git::Held& held) {
  constexpr std::array<std::string_view, 2> kEmpty{
      "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
      "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"};
  return !held.head && held.index && std::find(kEmpty.begin(), kEmpty.end(), *held.index) != kEmpty.end();
}

// git writes the index after the commit, so that one killed between the two leaves the old one.
bool has_stale_index(const Affected& file, Recovery outcome) {
  if (outcome == Recovery::put_back) return is_intention(file.held);
  const std::optional<std::string> head = file.held.head ? std::optional(file.held.head->id) : std::nullopt;
  return file.held.index != head;
}

void settle_files(const git::Repository& whole, const std::vector<Affected>& files, Recovery outcome) {
  if (outcome == Recovery::put_back)
    for (const Affected& file : files) require_old_or_new(file, whole);
  for (const Affected& file : files) {
    if (outcome == Recovery::put_back) put_back(whole.top(), file);
    store::unlink_file(whole.top(), file.entry.temporary);
    if (outcome == Recovery::put_back && !file.old_bytes)
      store::prune_directories(whole.top(), file.entry.path);
  }
  for (const Affected& file : files) store::sync_directory(whole.top(), file.entry.path);
}

void settle_index(const git::Repository& whole, const std::vector<Affected>& files, Recovery outcome) {
  git::Paths stale;
  for (const Affected& file : files)
    if (has_stale_index(file, outcome)) stale.push_back(file.entry.path);
  if (!stale.empty()) whole.unstage(stale);
}

}  // namespace

Recovery recover(const git::Repository& repository) {
  const std::filesystem::path git_folder = repository.git_path("");
  store::drop_unfinished_journal(git_folder);
  const std::optional<store::Journal> journal = store::read_journal(git_folder);
  if (!journal) return Recovery::nothing;
  // The journal may be of another data directory in the same repository: its paths are from the top.
  git::Repository whole(repository.top());
  const std::vector<Affected> files = look_at(whole, *journal);
  const Recovery outcome = std::all_of(files.begin(), files.end(), is_committed) ? Recovery::committed
                                                                                 : Recovery::put_back;
  settle_files(whole, files, outcome);
  if (whole.index_is_locked()) return outcome;
  try {
    settle_index(whole, files, outcome);
  } catch (const Trouble&) {
    if (outcome == Recovery::put_back) throw;
    return outcome;  // the commit stands, and the next command tries again
  }
  store::drop_journal(git_folder);
  return outcome;
}

}  // namespace mentor
