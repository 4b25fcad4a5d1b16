#include "git/log.h"

#include <algorithm>

#include "base/errors.h"
#include "git/output.h"

namespace mentor::git {
namespace {

using Words = std::vector<std::string>;

constexpr char kCommit = '\x01';
constexpr std::size_t kFields = 5;

std::vector<std::string> split_at_blanks(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t length = std::min(text.find(' '), text.size());
    if (length > 0) parts.emplace_back(text.substr(0, length));
    text.remove_prefix(std::min(length + 1, text.size()));
  }
  return parts;
}

std::string without_zeros(const std::string& id) {
  return id.find_first_not_of('0') == std::string::npos ? std::string() : id;
}

/// ":100644 100644 OLD NEW M", or with a colon, a mode and an id more for each further parent.
Touched touched_of(std::string_view line, std::string path) {
  const std::size_t parents = std::min(line.find_first_not_of(':'), line.size());
  const Words words = split_at_blanks(line.substr(parents));
  const std::size_t modes = parents + 1;
  if (parents == 0 || words.size() != 2 * modes + 1)
    throw Trouble(Cause::machine,
                  "cannot understand what `git log` answers, check the repository with `git fsck`");
  Touched file{std::move(path), {}, without_zeros(words[modes + parents])};
  for (std::size_t i = 0; i < parents; ++i) file.before.push_back(without_zeros(words[modes + i]));
  return file;
}

/// The lines about files that follow a commit's fields, each with its path behind it; git sets them apart by
/// empty parts and line feeds.
void take_files(const Words& parts, std::size_t& next, const std::string& prefix, Logged& logged) {
  while (next < parts.size() && !parts[next].starts_with(kCommit)) {
    const std::string& part = parts[next++];
    const std::size_t begin = part.find_first_not_of('\n');
    if (begin == std::string::npos) continue;
    if (next == parts.size()) return;
    logged.files.push_back(
        touched_of(std::string_view(part).substr(begin), parts[next++].substr(prefix.size())));
  }
}

}  // namespace

std::vector<Logged> log_of(const Repository& repository, const Paths& paths, const Stretch& stretch) {
  if (stretch.until.empty()) return {};
  Words words{"--no-replace-objects",
              "-c",
              "log.showSignature=false",
              "-c",
              "log.follow=false",
              "log",
              "-z",
              "--full-history",
              "--date-order",
              "--reverse",
              "--no-color",
              "--encoding=UTF-8",
              "--raw",
              "--no-abbrev",
              "--no-renames",
              "--no-relative",
              "--diff-merges=combined",
              "--format=%x01%H%x00%P%x00%cI%x00%an%x00%B%x00"};
  if (!stretch.after.empty()) words.push_back("^" + stretch.after);
  words.insert(words.end(), {stretch.until, "--"});
  words.insert(words.end(), paths.begin(), paths.end());
  if (paths.empty()) words.emplace_back(".");
  const Outcome outcome = repository.run(Repository::Access::read, words);
  if (outcome.status != 0) throw git_trouble("cannot read the history", outcome);
  const Words parts = split_at_nul(outcome.out);
  std::vector<Logged> commits;
  for (std::size_t next = 0; next + kFields <= parts.size();) {
    const std::string& message = parts[next + 4];
    Logged logged{{parts[next].substr(1), parts[next + 2], parts[next + 3],
                   message.substr(0, message.find('\n')), trailers_of(message)},
                  split_at_blanks(parts[next + 1]),
                  {}};
    next += kFields;
    take_files(parts, next, repository.prefix(), logged);
    if (!logged.files.empty()) commits.push_back(std::move(logged));
  }
  return commits;
}

}  // namespace mentor::git
