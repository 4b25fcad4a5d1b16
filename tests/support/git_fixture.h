/// A temporary directory with a git of its own: no configuration from outside, a fixed identity.
#pragma once

#include <stdlib.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "git/process.h"

namespace mentor::test {

/// Sets an environment variable (or unsets it) for as long as it lives.
class Variable {
 public:
  Variable(const char* name, const std::optional<std::string>& value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    set(value);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { set(before_); }

 private:
  void set(const std::optional<std::string>& value) const {
    if (value)
      setenv(name_, value->c_str(), 1);
    else
      unsetenv(name_);
  }

  const char* name_;
  std::optional<std::string> before_;
};

/// An empty directory, gone with this object.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string name = (std::filesystem::temp_directory_path() / "mentorctl test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary directory");
    path_ = std::filesystem::canonical(name);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A repository on `main`, without a commit, in `repository` below a temporary directory.
class GitFixture {
 public:
  GitFixture() {
    std::filesystem::create_directory(root());
    git({"config", "--global", "user.name", "Ada Admin"});
    git({"config", "--global", "user.email", "ada@example.org"});
    git({"init", "--quiet", "--initial-branch=main"});
  }

  [[nodiscard]] const std::filesystem::path& outside() const { return directory_.path(); }
  [[nodiscard]] std::filesystem::path root() const { return directory_.path() / "repository"; }

  /// Writes a file below the root; its directories are made.
  void write(const std::string& path, const std::string& bytes) const {
    std::filesystem::create_directories((root() / path).parent_path());
    std::ofstream(root() / path, std::ios::binary) << bytes;
  }

  /// The bytes of a file; nothing when there is none.
  [[nodiscard]] std::optional<std::string> read(const std::string& path) const {
    std::ifstream stream(root() / path, std::ios::binary);
    if (!stream) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(stream), {});
  }

  /// Runs git in the root as a person would and returns what it printed, without the last line end.
  std::string git(const std::vector<std::string>& arguments) const {
    const git::Outcome outcome = try_git(arguments);
    if (outcome.status != 0) throw std::runtime_error("git " + arguments.at(0) + ": " + outcome.err);
    return outcome.out.substr(0, outcome.out.find_last_not_of('\n') + 1);
  }

  [[nodiscard]] git::Outcome try_git(const std::vector<std::string>& arguments) const {
    std::vector<std::string> words{"git", "-C", root().string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> environment;
    for (char** entry = environ; *entry != nullptr; ++entry) environment.emplace_back(*entry);
    return git::run(words, environment, "", std::chrono::seconds(30));
  }

  /// Commits a file as a person would.
  void commit_file(const std::string& path, const std::string& bytes) const {
    write(path, bytes);
    git({"add", "--", path});
    git({"commit", "--quiet", "-m", "by hand", "--", path});
  }

 private:
  TemporaryDirectory directory_;
  Variable home_{"HOME", directory_.path().string()};
  Variable global_{"GIT_CONFIG_GLOBAL", (directory_.path() / "config").string()};
  Variable system_{"GIT_CONFIG_NOSYSTEM", "1"};
  Variable author_name_{"GIT_AUTHOR_NAME", std::nullopt};
  Variable author_email_{"GIT_AUTHOR_EMAIL", std::nullopt};
  Variable committer_name_{"GIT_COMMITTER_NAME", std::nullopt};
  Variable committer_email_{"GIT_COMMITTER_EMAIL", std::nullopt};
  Variable email_{"EMAIL", std::nullopt};
  Variable git_dir_{"GIT_DIR", std::nullopt};
  Variable index_{"GIT_INDEX_FILE", std::nullopt};
  Variable work_tree_{"GIT_WORK_TREE", std::nullopt};
};

/// The message and cause of the Trouble that this throws; empty when it throws none.
template <typename Act>
std::string trouble_of(Act act) {
  try {
    act();
  } catch (const Trouble& trouble) {
    return std::to_string(static_cast<int>(trouble.cause())) + " " + trouble.what();
  }
  return "";
}

/// For `CHECK(contains(text, part))`.
inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace mentor::test
