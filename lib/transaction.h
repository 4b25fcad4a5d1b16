/// One command's change from the lock to the commit: all of it happens, or nothing.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/obstacles.h"
#include "git/repository.h"
#include "store/change.h"
#include "store/lock.h"

namespace mentor {

/// How long the lock is waited for.
inline constexpr std::chrono::seconds kPatience{10};

/// Whoever reads holds the lock shared for as long as this lives, or exclusively if what a killed command
/// left had to be recovered before. The command is its word, such as "report".
class ReadHold {
 public:
  /// Throws what Lock and recover() throw.
  ReadHold(const git::Repository& repository, std::string_view command,
           std::chrono::milliseconds patience = kPatience);

 private:
  std::optional<store::Lock> lock_;
};

/// Whoever writes. To be made before the first record is read, so that what is read is what will be changed.
class Transaction {
 public:
  /// Whether whoever is to be named as author is asked for at once, or later by require_author().
  enum class Author { at_once, later };

  /// Takes the lock exclusively, recovers what a killed command left, and makes sure that a commit can be
  /// made. Throws Trouble(machine) when the lock is held, nobody is named as author, or git's index is
  /// locked; Trouble(person) during a merge or the like, on a detached HEAD, or when recover() needs
  /// somebody. The repository must outlive it; opened for writing, it has its answer about the author sooner.
  Transaction(const std::filesystem::path& root, git::Repository& repository, std::string_view command,
              std::chrono::milliseconds patience = kPatience, Author author = Author::at_once);

  /// Throws Trouble(machine) when nobody is named as author. To be called before the first commit() unless
  /// the author was asked for at once.
  void require_author();
  /// Asks git already about these files, and doesn't wait: when exactly they come to be committed, the
  /// answers are there. For whoever has other work to do until then.
  void expect(const git::Paths& paths);

  /// What may stand in the files of a change: what was committed last, or (for `record`) also what people
  /// wrote.
  enum class Found { as_committed, by_hand };

  /// Throws Trouble(person) unless these files are as they were committed.
  void require_as_committed(const git::Paths& paths) const;

  /// Writes the files and commits them, and nothing else. Returns the new commit's full id; that of HEAD,
  /// without a commit, when nothing would differ from it. Throws Trouble(person) when a file is not as it may
  /// be found, and Trouble(machine) when git ignores a file, refuses, or writing fails. Files and index are
  /// as they were before in each of these cases.
  std::string commit(const store::Change& change, Found found = Found::as_committed);

  /// Likewise for what makes the files of HEAD those of a merge with another commit: the new commit has both
  /// as parents, and is made even where no file differs.
  std::string merge(const store::Change& change, const std::string& other);
  /// Likewise for what makes the files of HEAD those of a commit that descends from it: the branch leads
  /// there.
  std::string advance(const store::Change& change, const std::string& commit);

 private:
  // One file of the change.
  struct Target {
    std::string path;
    git::Held held;
    std::optional<std::string> found;   // its bytes now
    std::optional<std::string> wanted;  // and afterwards
    std::string temporary;
  };
  using Targets = std::vector<Target>;

  void require_fit() const;
  void require_index() const;
  [[nodiscard]] Targets targets_of(const store::Change& change) const;
  void require_no_obstacle(const Targets& targets);
  [[nodiscard]] Descriptor reserve_room(const Targets& targets) const;
  void write_journal(const Targets& targets) const;
  void write_files(const Targets& targets) const;
  [[noreturn]] void give_way(const Targets& targets, const Target& theirs) const;
  /// What becomes of files that are written: the id of the commit that holds them.
  using Seal = std::function<std::string(const git::Paths& paths, const git::Paths& new_paths)>;
  [[nodiscard]] Targets fit_targets(const store::Change& change, Found found) const;
  std::string carry_out(const Targets& targets, const Seal& seal);
  [[nodiscard]] std::string put_back(const Trouble& refusal) const;

  std::filesystem::path root_;
  git::Repository& repository_;
  store::Lock lock_;
  std::optional<git::ObstacleQuestion> obstacles_;  // asked by expect()
};

/// The message of a change's commit: the sentence, an empty line, one trailer a line. Line breaks and other
/// control characters become spaces, so that no text within can pass for a trailer.
[[nodiscard]] std::string commit_message(const store::Change& change);

}  // namespace mentor
