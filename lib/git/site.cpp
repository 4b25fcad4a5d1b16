#include "git/site.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string_view>

namespace mentor::git {
namespace {

namespace fs = std::filesystem;

bool is_own_folder(const fs::path& path) {
  struct stat about {};
  return lstat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode) && about.st_uid == geteuid();
}

std::optional<std::string> bytes_of_plain_file(const fs::path& path) {
  constexpr off_t kLongest = 65536;
  struct stat about {};
  if (lstat(path.c_str(), &about) != 0 || !S_ISREG(about.st_mode) || about.st_size > kLongest)
    return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (file.bad()) return std::nullopt;
  return bytes;
}

// In lower case and without blanks, as settings may be written with either.
std::string bare_line(std::string_view line) {
  std::string bare;
  for (const char sign : line) {
    if (sign == ' ' || sign == '\t' || sign == '\r') continue;
    bare += sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
  }
  return bare;
}

// Whether a line of the repository's own settings could say where its work tree is, or that its layout is
// another one. git reads these from this file alone, and follows no include for them.
bool may_move_things(const std::string& line) {
  constexpr std::array<std::string_view, 5> kTelling{"worktree", "bare", "repositoryformatversion",
                                                     "extensions", "include"};
  if (line == "bare=false" || line == "repositoryformatversion=0") return false;
  return std::ranges::any_of(kTelling,
                             [&](std::string_view word) { return line.find(word) != std::string::npos; });
}

bool has_plain_settings(const fs::path& git_folder) {
  const auto settings = bytes_of_plain_file(git_folder / "config");
  if (!settings) return false;
  for (std::string_view rest = *settings; !rest.empty();) {
    const std::size_t length = std::min(rest.find('\n'), rest.size());
    if (may_move_things(bare_line(rest.substr(0, length)))) return false;
    rest.remove_prefix(std::min(length + 1, rest.size()));
  }
  return true;
}

bool is_plain_name(std::string_view name) {
  const bool is_odd = std::ranges::any_of(name, [](char sign) {
    return static_cast<unsigned char>(sign) <= ' ' || sign == '\\' || sign == 0x7f;
  });
  return !is_odd && !name.empty() && name.front() != '/' && name.find("//") == std::string_view::npos &&
         name.find("..") == std::string_view::npos && name.find("/.") == std::string_view::npos;
}

// The id that the branch's own file holds, which goes before a packed one.
std::optional<std::string> head_of(const fs::path& git_folder) {
  constexpr std::string_view kBranch = "ref: refs/heads/";
  constexpr std::string_view kReference = "ref: ";
  constexpr std::size_t kDigits = 40;
  auto head = bytes_of_plain_file(git_folder / "HEAD");
  if (!head || !head->starts_with(kBranch) || head->back() != '\n') return std::nullopt;
  head->pop_back();
  const std::string_view name = std::string_view(*head).substr(kReference.size());
  if (!is_plain_name(name)) return std::nullopt;
  auto id = bytes_of_plain_file(git_folder / name);
  if (!id || id->size() != kDigits + 1 || id->back() != '\n') return std::nullopt;
  id->pop_back();
  if (id->find_first_not_of("0123456789abcdef") != std::string::npos) return std::nullopt;
  return id;
}

}  // namespace

std::optional<Site> plain_site(const fs::path& directory) {
  std::error_code missing;
  Site site;
  site.top = fs::canonical(directory, missing);
  if (missing) return std::nullopt;
  site.git_folder = site.top / ".git";
  const bool is_laid_out = is_own_folder(site.top) && is_own_folder(site.git_folder) &&
                           is_own_folder(site.git_folder / "objects") &&
                           is_own_folder(site.git_folder / "refs") &&
                           !fs::exists(fs::symlink_status(site.git_folder / "commondir", missing));
  if (!is_laid_out || !has_plain_settings(site.git_folder)) return std::nullopt;
  auto head = head_of(site.git_folder);
  if (!head) return std::nullopt;
  site.head = std::move(*head);
  return site;
}

}  // namespace mentor::git
