#include "git/diff.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "git/environment.h"
#include "git/output.h"

namespace mentor::git {
namespace {

namespace fs = std::filesystem;

// A directory that only we can enter, gone with this object.
class PrivateDirectory {
 public:
  PrivateDirectory() {
    std::string name = (fs::temp_directory_path() / "mentorctl-diff-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw system_trouble("cannot make '" + name + "'", errno);
    path_ = name;
  }
  PrivateDirectory(const PrivateDirectory&) = delete;
  PrivateDirectory& operator=(const PrivateDirectory&) = delete;
  ~PrivateDirectory() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void put(const fs::path& side, std::string_view path, const std::optional<std::string>& bytes) {
  const fs::path file = side / path;
  fs::create_directories(file.parent_path());
  if (!bytes) return;
  std::ofstream stream(file, std::ios::binary);
  stream.write(bytes->data(), static_cast<std::streamsize>(bytes->size()));
  if (!stream.flush()) throw system_trouble("cannot write '" + file.string() + "'", errno);
}

}  // namespace

std::string diff(const std::optional<std::string>& old_bytes, const std::optional<std::string>& new_bytes,
                 std::string_view path) {
  const PrivateDirectory directory;
  put(directory.path() / "a", path, old_bytes);
  put(directory.path() / "b", path, new_bytes);
  std::vector<std::string> words = git_words(directory.path());
  words.insert(words.end(), {"diff", "--no-index", "--no-color", "--no-ext-diff", "--no-textconv",
                             "--src-prefix=", "--dst-prefix=", "--", "a", "b"});
  const Outcome outcome = run(words, git_environment(), "", kTimeLimit);
  if (outcome.status > 1) throw git_trouble("cannot show the difference", outcome);
  if (outcome.out.empty()) return {};
  // For a file on one side only git names that side twice.
  const std::string name(path);
  return "diff --git a/" + name + " b/" + name + outcome.out.substr(outcome.out.find('\n'));
}

}  // namespace mentor::git
