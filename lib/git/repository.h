/// A data directory as git sees it. git runs as a program; nothing here knows what a record is.
///
/// Every call clears git's local environment variables (a hook's GIT_DIR would send it to another
/// repository), takes paths literally, and runs without hooks, editor, prompt, pager and fsmonitor, within a
/// time limit. Paths are relative to the data directory, plain ("mentors/M-7KQ2D.yaml") and without control
/// characters. Whatever fails throws Trouble(machine) with what git said.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/process.h"
#include "git/site.h"

namespace mentor::git {

using Paths = std::vector<std::string>;

/// The content of a file as git holds it.
struct Blob {
  std::string id;  ///< in full: 40 digits of SHA-1, or 64 of SHA-256
  std::string bytes;
};

/// What git holds for one path.
struct Held {
  std::optional<Blob> head;          ///< in the last commit
  std::optional<std::string> index;  ///< the id of what is staged; an intention to add is an empty file's
};

/// Something begun in the repository that a person has to end.
struct UnderWay {
  std::string what;    ///< "a merge"
  std::string how_to;  ///< "finish it with `git merge --continue` or give it up with `git merge --abort`"
};

class Repository {
 public:
  /// Whoever opens it for writing is going to ask for the identity: the question runs beside the opening.
  enum class For { reading, writing };

  /// The directory may be the top of a work tree, below it, or in a linked work tree; the branch may be
  /// unborn. Throws when there is no repository, or a bare one; what else keeps git from working here is told
  /// at the latest when git is asked something.
  explicit Repository(const std::filesystem::path& directory, For use = For::reading);

  /// `git init`: on the branch that init.defaultBranch names, else `main`. An existing repository stays as it
  /// is.
  static void initialise(const std::filesystem::path& directory);

  [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }
  /// The top of the work tree, absolute.
  [[nodiscard]] const std::filesystem::path& top() const { return site_.top; }
  /// The data directory below the top: "" or "records/mentoring/".
  [[nodiscard]] const std::string& prefix() const { return site_.prefix; }
  /// A file in git's own folder for this work tree.
  [[nodiscard]] std::filesystem::path git_path(std::string_view name) const {
    return site_.git_folder / name;
  }

  /// The full id of the last commit, as of the opening or the latest look_up() or commit(); empty when
  /// unborn.
  [[nodiscard]] const std::string& head() const { return site_.head; }
  /// The branch that a commit goes to, without refs/heads/; empty when HEAD is detached.
  [[nodiscard]] std::string branch() const;
  /// "Name <address>" of whom a commit would name as author; nothing when it is not set. A name or an address
  /// that git could only guess from the machine's does not count.
  [[nodiscard]] std::optional<std::string> identity();
  /// What git said when identity() found nobody: "no email was given and auto-detection is disabled".
  [[nodiscard]] const std::string& why_nobody() const { return why_nobody_; }
  /// A merge, rebase, cherry-pick, revert, bisection or `git am` that is not over.
  [[nodiscard]] std::optional<UnderWay> under_way() const;
  /// Another git is at work, or one was killed.
  [[nodiscard]] bool index_is_locked() const;

  /// Starts the program that the next look_up() asks, so that it is ready by then.
  void prepare_look_up();
  /// Asks it already, and doesn't wait: what git holds by now is what look_up() says, if it is asked for
  /// these.
  void ask_for(const Paths& paths);
  /// What git holds for each of these paths, in their order; one process for all.
  [[nodiscard]] std::vector<Held> look_up(const Paths& paths);
  /// The bytes of a blob by its id, or by a name such as "HEAD:./mentors/M-7KQ2D.yaml"; nothing when there is
  /// none.
  [[nodiscard]] std::optional<std::string> read_blob(const std::string& name) const;
  /// The id that these bytes have as a blob here. What is kept can be read for two weeks at least.
  enum class Keep { no, yes };
  [[nodiscard]] std::string blob_id(std::string_view bytes, Keep keep = Keep::no) const;
  /// Those of the paths that an ignore rule catches.
  [[nodiscard]] Paths ignored(const Paths& paths) const;
  /// What lies in the data directory, is not tracked, and is caught by an ignore rule; sorted.
  [[nodiscard]] Paths ignored_files() const;
  /// Those of the paths (or of what lies below them) that differ from the last commit, staged or not,
  /// untracked files included, sorted; without paths, the whole data directory.
  [[nodiscard]] Paths status(const Paths& paths = {}) const;
  /// Lets git begin with the whole data directory; status() waits for its answer.
  void prepare_status();

  /// Commits exactly these paths as they stand in the work tree, removals included, and returns the new
  /// commit's id. new_paths are those that git doesn't know yet. Whatever else is staged or changed stays as
  /// it is. A setting to sign is honoured. When git refuses, the index is as it was before.
  std::string commit(const Paths& paths, const Paths& new_paths, const std::string& message);
  /// Makes a commit that joins HEAD and another one: these paths as they stand in the work tree, all else as
  /// HEAD has it. The branch leads to it then, and the index holds these paths. A setting to sign is
  /// honoured.
  std::string commit_merge(const Paths& paths, const std::string& other, const std::string& message);
  /// Makes the branch, which must still lead to head(), lead to that commit, and the index hold what it holds
  /// for these paths. `reason` goes into the branch's log.
  void advance(const Paths& paths, const std::string& commit, const std::string& reason);
  /// Makes the index hold for these paths what the last commit holds; the work tree is not touched.
  void unstage(const Paths& paths) const;

  /// Runs `git ARGUMENTS` in the data directory; for the rest of this folder.
  /// What is read offline is what is here: a partial clone fetches nothing for it.
  enum class Access { read, offline, write };
  [[nodiscard]] Outcome run(Access access, const std::vector<std::string>& arguments,
                            std::string_view input = {}) const;
  /// Likewise, without waiting for its end.
  [[nodiscard]] Process start(Access access, const std::vector<std::string>& arguments) const;

 private:
  [[nodiscard]] std::string tree_with(const Paths& paths) const;
  [[nodiscard]] bool signs() const;
  [[nodiscard]] Process ask_for_author() const;
  [[nodiscard]] Outcome ask_for_committer() const;
  [[nodiscard]] Outcome with_email(const std::string& variable, Outcome answer) const;
  [[nodiscard]] Process ask_for_site() const;
  [[nodiscard]] Process ask_for_status(const Paths& paths) const;
  void require_working() const;
  [[nodiscard]] Held read_held(std::string_view& answers, const std::string& path) const;

  std::filesystem::path directory_;
  std::vector<std::string> environment_;
  Site site_;
  std::string why_nobody_;
  std::optional<Process> author_;          // runs since the opening
  std::optional<Process> look_up_;         // runs since prepare_look_up()
  std::optional<Paths> looked_for_;        // what it was asked already
  mutable std::optional<Process> status_;  // runs since prepare_status()
};

}  // namespace mentor::git
