#include "git/staged.h"

#include "git/environment.h"
#include "git/output.h"
#include "git/raw_line.h"

namespace mentor::git {

namespace {

/// One path that differs.
struct Difference {
  std::string path;
  RawLine line;
};

std::vector<Difference> raw_differences(const Repository& repository, const std::string& base,
                                        const std::filesystem::path& index) {
  std::vector<std::string> words = git_words(repository.directory());
  words.insert(words.end(), {"diff-index", "--cached", "--raw", "-z", "--no-renames", "--no-abbrev",
                             "--ita-invisible-in-index", "--relative", base, "--"});
  std::vector<std::string> environment = git_environment();
  if (!index.empty()) environment.push_back("GIT_INDEX_FILE=" + std::filesystem::absolute(index).string());
  const Outcome outcome = git::run(words, std::move(environment), "", kTimeLimit);
  if (outcome.status != 0) throw git_trouble("cannot compare what is staged with the last commit", outcome);
  const auto parts = split_at_nul(outcome.out);
  std::vector<Difference> found;
  for (std::size_t i = 0; i + 1 < parts.size(); i += 2)
    found.push_back({parts[i + 1], read_raw_line(parts[i])});
  return found;
}

}  // namespace

std::string last_commit_or_nothing(const Repository& repository) {
  if (!repository.head().empty()) return repository.head();
  const Outcome outcome = repository.run(Repository::Access::write,
                                         {"hash-object", "-t", "tree", "-w", "--stdin"});
  if (outcome.status != 0) throw git_trouble("cannot hand an empty tree to git", outcome);
  return lines_of(outcome.out).at(0);
}

std::map<std::string, std::optional<std::string>> staged(const Repository& repository, Objects& objects,
                                                         const std::filesystem::path& index) {
  std::map<std::string, std::optional<std::string>> files;
  std::vector<std::string> paths;
  std::vector<std::string> ids;
  for (auto& each : raw_differences(repository, last_commit_or_nothing(repository), index)) {
    if (each.line.status == 'U') {
      throw Trouble(Cause::person,
                    "the conflict in '" + each.path + "' is not settled, edit the file, then `git add` it");
    }
    files.emplace(each.path, std::nullopt);
    if (each.line.status == 'D') continue;
    paths.push_back(std::move(each.path));
    ids.push_back(std::move(each.line.new_id));
  }
  auto blobs = objects.read(ids);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (blobs[i] && blobs[i]->type == "blob") files[paths[i]] = std::move(blobs[i]->bytes);
  }
  return files;
}

}  // namespace mentor::git
