#include "git/environment.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace mentor::git {
namespace {

constexpr std::array<std::string_view, 31> kCleared{
    // `git rev-parse --local-env-vars`
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT",
    "GIT_OBJECT_DIRECTORY", "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_GRAFT_FILE",
    "GIT_INDEX_FILE", "GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE", "GIT_PREFIX",
    "GIT_INTERNAL_SUPER_PREFIX", "GIT_SHALLOW_FILE", "GIT_COMMON_DIR",
    // What else could send a command elsewhere or stop it
    "GIT_NAMESPACE", "GIT_ATTR_SOURCE", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
    "GIT_LITERAL_PATHSPECS", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS",
    // Set anew below
    "LC_ALL", "LANGUAGE", "GIT_TERMINAL_PROMPT", "GIT_EDITOR", "GIT_SEQUENCE_EDITOR", "GIT_PAGER",
    "GIT_OPTIONAL_LOCKS"};

}  // namespace

std::vector<std::string> git_words(const std::filesystem::path& directory) {
  return {"git", "--no-pager",           "-C", directory.string(),
          "-c",  "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
          "-c",  "core.autocrlf=false"};
}

std::vector<std::string> git_environment() {
  std::vector<std::string> result{"LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_EDITOR=true"};
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view variable = *entry;
    const std::string_view name = variable.substr(0, variable.find('='));
    if (std::find(kCleared.begin(), kCleared.end(), name) == kCleared.end()) result.emplace_back(variable);
  }
  return result;
}

}  // namespace mentor::git
