/// A data directory as a command that writes has it open.
#pragma once

#include <memory>
#include <optional>

#include "git/repository.h"
#include "store/watched_source.h"
#include "transaction.h"
#include "workspace.h"

namespace mentor {

/// Held for writing; or, when the command runs dry, only for reading: then there is no transaction. Throws
/// what Transaction and ReadHold throw.
struct OpenDirectory {
  explicit OpenDirectory(const Writing& writing, Transaction::Author author = Transaction::Author::at_once)
      : repository(writing.root, git::Repository::For::writing),
        source(std::make_unique<store::FolderSource>(writing.root), writing.progress) {
    if (writing.dry_run == DryRun::yes) {
      reading.emplace(repository, writing.command);
    } else {
      transaction.emplace(writing.root, repository, writing.command, kPatience, author);
    }
  }

  git::Repository repository;
  store::WatchedSource source;
  std::optional<Transaction> transaction;
  std::optional<ReadHold> reading;
};

}  // namespace mentor
