#include "git/obstacles.h"

#include <array>
#include <fstream>
#include <map>

#include "git/environment.h"
#include "git/output.h"

namespace mentor::git {
namespace {

using FileAttributes = std::map<std::string, std::string>;  // name to value, "unspecified" left out

constexpr std::array<std::string_view, 6> kConverting{"text",   "crlf",  "eol",
                                                      "filter", "ident", "working-tree-encoding"};

Process ask_for_attributes(const Repository& repository, const Paths& paths) {
  std::vector<std::string> words{"check-attr", "-z", "--stdin"};
  words.insert(words.end(), kConverting.begin(), kConverting.end());
  Process asked = repository.start(Repository::Access::read, words);
  asked.hand_over(joined_by_nul(paths));
  return asked;
}

std::map<std::string, FileAttributes> attributes_in(const Outcome& outcome) {
  if (outcome.status != 0) throw git_trouble("cannot ask git what it converts", outcome);
  const std::vector<std::string> fields = split_at_nul(outcome.out);  // path, name, value, path …
  std::map<std::string, FileAttributes> result;
  for (std::size_t i = 0; i + 2 < fields.size(); i += 3)
    if (fields[i + 2] != "unspecified") result[fields[i]][fields[i + 1]] = fields[i + 2];
  return result;
}

std::string_view value_of(const FileAttributes& attributes, const std::string& name) {
  const auto found = attributes.find(name);
  return found == attributes.end() || found->second == "unset" ? std::string_view{} : found->second;
}

bool is_off(const FileAttributes& attributes, const std::string& name) {
  const auto found = attributes.find(name);
  return found != attributes.end() && found->second == "unset";
}

// The attribute by which git would store other bytes: text ones matter where there is a carriage return,
// `ident` where there is its mark.
std::optional<std::string> converting(const FileAttributes& attributes, std::string_view bytes) {
  const auto named = [&](const std::string& name) { return name + "=" + attributes.at(name); };
  for (const std::string name : {"filter", "working-tree-encoding"})
    if (const auto value = value_of(attributes, name); !value.empty() && value != "set") return named(name);
  if (value_of(attributes, "ident") == "set" && bytes.find("$Id") != std::string_view::npos) return "ident";
  const bool text_is_off = is_off(attributes, "text") || is_off(attributes, "crlf");
  if (text_is_off || bytes.find('\r') == std::string_view::npos) return std::nullopt;
  for (const std::string name : {"text", "crlf", "eol"})
    if (!value_of(attributes, name).empty()) return named(name);
  return std::nullopt;
}

std::optional<std::string> conversion(const std::map<std::string, FileAttributes>& attributes,
                                      const std::vector<Candidate>& candidates) {
  for (const Candidate& candidate : candidates) {
    const auto found = attributes.find(candidate.path);
    if (!candidate.bytes || found == attributes.end()) continue;
    if (const auto name = converting(found->second, *candidate.bytes))
      return "git would change the bytes of '" + candidate.path + "' (" + *name +
             "), take away the attribute that `git check-attr -a` names";
  }
  return std::nullopt;
}

std::optional<std::string> ignored(const Repository& repository, const std::vector<Candidate>& candidates) {
  Paths fresh;
  for (const Candidate& candidate : candidates)
    if (candidate.bytes && !candidate.is_known) fresh.push_back(candidate.path);
  if (fresh.empty()) return std::nullopt;
  const Paths found = repository.ignored(fresh);
  if (found.empty()) return std::nullopt;
  return "git ignores '" + found.front() + "', take away the rule that `git check-ignore -v` names";
}

enum class Tags { skipped, assumed_too };

// Those of the paths (or of what lies below them) that the index is told to skip, or to assume unchanged.
Paths skipped(const Repository& repository, const Paths& paths, Tags tags = Tags::skipped) {
  std::vector<std::string> words{"ls-files", tags == Tags::skipped ? "-t" : "-v", "-z", "--"};
  words.insert(words.end(), paths.begin(), paths.end());
  const Outcome outcome = repository.run(Repository::Access::read, words);
  if (outcome.status != 0) throw git_trouble("cannot read git's index", outcome);
  Paths skipped;
  for (const std::string& entry : split_at_nul(outcome.out))
    if (entry.starts_with("S ") || (entry.front() >= 'a' && entry.front() <= 'z'))
      skipped.push_back(entry.substr(2));
  return skipped;
}

// What skips a file is an extended flag, which an index of version 2 has no room for (gitformat-index). One
// that is split holds entries in a second file.
bool may_skip(const Repository& repository) {
  constexpr std::string_view kVersion2("DIRC\0\0\0\2", 8);
  std::array<char, kVersion2.size()> start{};
  std::ifstream index(repository.git_path("index"), std::ios::binary);
  if (!index.read(start.data(), start.size()) || std::string_view(start.data(), start.size()) != kVersion2)
    return true;
  std::error_code error;
  std::filesystem::directory_iterator entry(repository.git_path(""), error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error))
    if (entry->path().filename().string().starts_with("sharedindex.")) return true;
  return static_cast<bool>(error);  // whoever cannot look here asks git
}

std::optional<std::string> skipped(const Repository& repository, const std::vector<Candidate>& candidates) {
  if (!may_skip(repository)) return std::nullopt;
  Paths known;
  for (const Candidate& candidate : candidates)
    if (candidate.is_known) known.push_back(candidate.path);
  const Paths found = known.empty() ? Paths() : skipped(repository, known);
  if (found.empty()) return std::nullopt;
  return "git was told to skip '" + found.front() + "', run `git update-index --no-skip-worktree` on it";
}

}  // namespace

ObstacleQuestion::ObstacleQuestion(const Repository& repository, Paths paths)
    : paths_(std::move(paths)), attributes_(ask_for_attributes(repository, paths_)) {}

std::optional<std::string> ObstacleQuestion::answer(const Repository& repository,
                                                    const std::vector<Candidate>& candidates) && {
  if (auto found = ignored(repository, candidates)) return found;
  if (auto found = skipped(repository, candidates)) return found;
  return conversion(attributes_in(attributes_.finish("", kTimeLimit)), candidates);
}

std::optional<std::string> obstacle(const Repository& repository, const std::vector<Candidate>& candidates) {
  Paths paths;
  paths.reserve(candidates.size());
  for (const Candidate& candidate : candidates) paths.push_back(candidate.path);
  return ObstacleQuestion(repository, std::move(paths)).answer(repository, candidates);
}

Paths unwatched(const Repository& repository) { return skipped(repository, Paths{"."}, Tags::assumed_too); }

Paths left_out(const Repository& repository) {
  std::error_code ignored;
  if (!std::filesystem::exists(repository.git_path("info/sparse-checkout"), ignored)) return {};
  Paths out = skipped(repository, Paths{"."});
  std::erase_if(out, [&](const std::string& path) {
    return std::filesystem::exists(repository.directory() / path, ignored);
  });
  return out;
}

}  // namespace mentor::git
