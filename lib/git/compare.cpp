#include "git/compare.h"

#include <utility>

#include "git/output.h"
#include "git/raw_line.h"

namespace mentor::git {
namespace {

Outcome ask(const Repository& repository, const std::vector<std::string>& words) {
  Outcome outcome = repository.run(Repository::Access::read, words);
  if (outcome.status != 0) throw git_trouble("cannot compare two commits", outcome);
  return outcome;
}

}  // namespace

std::vector<Differing> differing(const Repository& repository, const std::string& ours,
                                 const std::string& theirs) {
  const Outcome outcome = ask(repository,
                              {"diff-tree", "-r", "-z", "--no-renames", "--no-abbrev", ours, theirs});
  const std::vector<std::string> parts = split_at_nul(outcome.out);
  std::vector<Differing> found;
  for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
    RawLine line = read_raw_line(parts[i]);
    found.push_back({parts[i + 1], std::move(line.old_mode), std::move(line.new_mode), std::move(line.old_id),
                     std::move(line.new_id)});
  }
  return found;
}

std::vector<std::string> merge_bases(const Repository& repository, const std::string& ours,
                                     const std::string& theirs) {
  const Outcome outcome = repository.run(Repository::Access::read, {"merge-base", "--all", ours, theirs});
  if (outcome.status > 1) throw git_trouble("cannot compare two commits", outcome);
  return lines_of(outcome.out);
}

std::vector<Author> authors_of(const Repository& repository, const std::string& from, const std::string& to,
                               const std::string& path) {
  const Outcome outcome = ask(repository,
                              {"-c", "log.showSignature=false", "log", "-z", "--no-color", "--encoding=UTF-8",
                               "--format=%H%x00%an%x00%cs", from + ".." + to, "--", path});
  const std::vector<std::string> fields = split_at_nul(outcome.out);
  std::vector<Author> authors;
  for (std::size_t i = 0; i + 2 < fields.size(); i += 3)
    authors.push_back({fields[i], fields[i + 1], fields[i + 2]});
  return authors;
}

}  // namespace mentor::git
