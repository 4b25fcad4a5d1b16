#include "git/log.h"

#include <algorithm>

#include "base/errors.h"
#include "git/objects.h"
#include "git/output.h"
#include "git/raw_line.h"

namespace mentor::git {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kFields = 5;

/// Reads what git tells about files, ":100644 100644 OLD NEW M" and then the path, up to what is no such
/// line. git sets it apart by empty parts and line feeds.
class FileLines {
 public:
  FileLines(const Repository& repository, const Words& parts) : prefix_(repository.prefix()), parts_(parts) {}

  /// Calls `take(path, old, new)` for each file whose lines begin there, and moves on behind them.
  template <class Take>
  void read(std::size_t& next, Take take) const {
    for (; next < parts_.size(); ++next) {
      const std::string& part = parts_[next];
      const std::size_t begin = part.find_first_not_of('\n');
      if (begin == std::string::npos) continue;
      if (part[begin] != ':') return;
      const RawLine line = read_raw_line(std::string_view(part).substr(begin));
      if (++next == parts_.size()) throw not_understood();
      take(parts_[next].substr(prefix_.size()), line.old_id, line.new_id);
    }
  }

 private:
  const std::string& prefix_;
  const Words& parts_;
};

Touched& file_of(Logged& logged, const std::string& path) {
  const auto found = std::find_if(logged.files.begin(), logged.files.end(),
                                  [&](const Touched& file) { return file.path == path; });
  if (found != logged.files.end()) return *found;
  return logged.files.emplace_back(Touched{path, {}, {}, {}});
}

/// What differs between each merge and each of its parents: one process for all.
void add_sides(const Repository& repository, const Paths& paths, std::vector<Logged>& commits) {
  std::string pairs;
  for (const Logged& logged : commits)
    if (logged.is_merge())
      for (const std::string& parent : logged.parents)
        pairs.append(logged.commit.id).append(" ").append(parent).append("\n");
  if (pairs.empty()) return;
  Words words{"--no-replace-objects", "diff-tree",    "--stdin",       "--always", "-r", "-z", "--raw",
              "--no-abbrev",          "--no-renames", "--no-relative", "--"};
  words.insert(words.end(), paths.begin(), paths.end());
  if (paths.empty()) words.emplace_back(".");
  const Outcome outcome = repository.run(Repository::Access::read, words, pairs);
  if (outcome.status != 0) throw git_trouble("cannot read the history", outcome);
  const Words parts = split_at_nul(outcome.out);
  const FileLines lines(repository, parts);
  std::size_t next = 0;
  for (Logged& logged : commits) {
    if (!logged.is_merge()) continue;
    for (std::size_t i = 0; i < logged.parents.size(); ++i) {
      if (next == parts.size() || !parts[next++].ends_with(logged.commit.id)) throw not_understood();
      lines.read(next, [&](const std::string& path, const std::string& old, const std::string& now) {
        Touched& file = file_of(logged, path);
        file.before.resize(logged.parents.size(), now);
        file.before[i] = old;
        file.after = now;
      });
    }
  }
}

/// The blobs in what a merge's parents share.
void add_common_of(const Repository& repository, Objects& objects, Logged& logged) {
  Words words{"--no-replace-objects", "merge-base", "--octopus"};
  words.insert(words.end(), logged.parents.begin(), logged.parents.end());
  const Outcome outcome = repository.run(Repository::Access::read, words);
  if (outcome.status > 1) throw git_trouble("cannot read the history", outcome);
  const Words bases = lines_of(outcome.out);
  if (bases.empty()) return;
  Words names;
  for (const Touched& file : logged.files)
    names.push_back(bases.front() + ":" + repository.prefix() + file.path);
  const auto found = objects.read(names, {0});
  for (std::size_t i = 0; i < names.size(); ++i)
    if (found[i]) logged.files[i].common = found[i]->id;
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
              "--root",
              "--full-history",
              "--date-order",
              "--reverse",
              "--no-color",
              "--encoding=UTF-8",
              "--raw",
              "--no-abbrev",
              "--no-renames",
              "--no-relative",
              "--diff-merges=off",
              "--format=%x01%H%x00%P%x00%cI%x00%an%x00%B%x00"};
  if (!stretch.after.empty()) words.push_back("^" + stretch.after);
  words.insert(words.end(), {stretch.until, "--"});
  words.insert(words.end(), paths.begin(), paths.end());
  if (paths.empty()) words.emplace_back(".");
  const Outcome outcome = repository.run(Repository::Access::read, words);
  if (outcome.status != 0) throw git_trouble("cannot read the history", outcome);
  const Words parts = split_at_nul(outcome.out);
  const FileLines lines(repository, parts);
  std::vector<Logged> commits;
  for (std::size_t next = 0; next + kFields <= parts.size();) {
    const std::string& message = parts[next + 4];
    Logged logged{{parts[next].substr(1), parts[next + 2], parts[next + 3],
                   message.substr(0, message.find('\n')), trailers_of(message)},
                  split_at_blanks(parts[next + 1]),
                  {}};
    next += kFields;
    lines.read(next, [&](const std::string& path, const std::string& old, const std::string& now) {
      logged.files.push_back({path, {old}, now, {}});
    });
    commits.push_back(std::move(logged));
  }
  add_sides(repository, paths, commits);
  std::erase_if(commits, [](const Logged& logged) { return logged.files.empty(); });
  return commits;
}

void add_common(const Repository& repository, std::vector<Logged>& commits) {
  Objects objects(repository);
  for (Logged& logged : commits)
    if (logged.is_merge()) add_common_of(repository, objects, logged);
}

}  // namespace mentor::git
