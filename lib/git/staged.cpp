#include "git/staged.h"

#include "git/environment.h"
#include "git/output.h"

namespace mentor::git {

namespace {

/// The tree of what is staged, which git keeps for two weeks at least. Of an entry that two sides wrote there
/// is none.
std::string staged_tree(const Repository& repository, const std::filesystem::path& index) {
  std::vector<std::string> words = git_words(repository.directory());
  words.emplace_back("write-tree");
  std::vector<std::string> environment = git_environment();
  if (!index.empty()) environment.push_back("GIT_INDEX_FILE=" + std::filesystem::absolute(index).string());
  const Outcome outcome = run(words, std::move(environment), "", kTimeLimit);
  if (outcome.status == 0) return lines_of(outcome.out).at(0);
  if (outcome.err.find("unmerged") == std::string::npos)
    throw git_trouble("cannot read what is staged", outcome);
  throw Trouble(Cause::person, "a conflict is not settled, edit the file, then `git add` it");
}

}  // namespace

Staged staged(const Repository& repository, const std::filesystem::path& index) {
  Staged found;
  found.tree = staged_tree(repository, index);
  const bool first = repository.head().empty();
  const Outcome outcome = repository.run(
      Repository::Access::read,
      first ? std::vector<std::string>{"ls-tree", "-r", "-z", "--name-only", found.tree}
            : std::vector<std::string>{"diff-tree", "-r", "-z", "--no-renames", "--relative", "--name-status",
                                       repository.head(), found.tree});
  if (outcome.status != 0) throw git_trouble("cannot compare what is staged with the last commit", outcome);
  std::vector<std::string> parts = split_at_nul(outcome.out);
  if (first) {
    found.changed = std::move(parts);
    return found;
  }
  for (std::size_t i = 0; i + 1 < parts.size(); i += 2)
    (parts[i] == "D" ? found.removed : found.changed).push_back(parts[i + 1]);
  return found;
}

}  // namespace mentor::git
