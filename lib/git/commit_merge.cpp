// What joins two histories: the part of Repository that makes a commit with two parents and moves the branch.
#include <filesystem>

#include "git/environment.h"
#include "git/output.h"
#include "git/repository.h"

namespace mentor::git {
namespace {

using Words = std::vector<std::string>;

const Words kDurably{"-c", kDurable};

Words durably(const Words& arguments) {
  Words words = kDurably;
  words.insert(words.end(), arguments.begin(), arguments.end());
  return words;
}

std::string only_line(const std::string& what, const Outcome& outcome) {
  const Words lines = lines_of(outcome.out);
  if (outcome.status != 0 || lines.empty()) throw git_trouble(what, outcome);
  return lines.front();
}

// An index beside the repository's own; what a killed command left of one is taken away.
class OwnIndex {
 public:
  explicit OwnIndex(std::filesystem::path file) : file_(std::move(file)) { remove(); }
  OwnIndex(const OwnIndex&) = delete;
  OwnIndex& operator=(const OwnIndex&) = delete;
  ~OwnIndex() { remove(); }
  [[nodiscard]] std::string variable() const { return "GIT_INDEX_FILE=" + file_.string(); }

 private:
  void remove() const {
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
    std::filesystem::remove(file_.string() + ".lock", ignored);
  }

  std::filesystem::path file_;
};

}  // namespace

std::string Repository::tree_with(const Paths& paths) const {
  const OwnIndex index(git_path("mentorctl.index"));
  const std::string what = "git did not take the merged files";
  const auto in_own_index = [&](const Words& arguments, const std::string& input) {
    Words words = git_words(directory_);
    const Words rest = durably(arguments);
    words.insert(words.end(), rest.begin(), rest.end());
    Words environment = environment_;
    environment.push_back(index.variable());
    Outcome outcome = git::run(words, environment, input, kTimeLimit);
    if (outcome.status != 0) throw git_trouble(what, outcome);
    return outcome;
  };
  in_own_index({"read-tree", site_.head}, "");
  in_own_index({"update-index", "--add", "--remove", "-z", "--stdin"}, joined_by_nul(paths));
  return only_line(what, in_own_index({"write-tree"}, ""));
}

bool Repository::signs() const {
  const Outcome outcome = run(Access::read, {"config", "--type=bool", "--get", "commit.gpgSign"});
  return outcome.status == 0 && outcome.out == "true\n";
}

std::string Repository::commit_merge(const Paths& paths, const std::string& other,
                                     const std::string& message) {
  Words words = durably(
      {"-c", "i18n.commitEncoding=UTF-8", "commit-tree", "-p", site_.head, "-p", other, "-F", "-"});
  if (signs()) words.emplace_back("-S");
  words.push_back(tree_with(paths));
  std::string commit = only_line("git did not commit", run(Access::write, words, message));
  advance(paths, commit, "mentorctl sync: merge");
  return commit;
}

void Repository::advance(const Paths& paths, const std::string& commit, const std::string& reason) {
  const Outcome outcome = run(Access::write,
                              durably({"update-ref", "-m", reason, "HEAD", commit, site_.head}));
  if (outcome.status != 0) throw git_trouble("git did not move the branch", outcome);
  site_.head = commit;
  if (!paths.empty()) unstage(paths);
}

}  // namespace mentor::git
