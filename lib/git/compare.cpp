#include "git/compare.h"

#include "git/output.h"

namespace mentor::git {
namespace {

Outcome ask(const Repository& repository, const std::vector<std::string>& words) {
  Outcome outcome = repository.run(Repository::Access::read, words);
  if (outcome.status != 0) throw git_trouble("cannot compare two commits", outcome);
  return outcome;
}

std::string id_or_nothing(const std::string& id) {
  return id.find_first_not_of('0') == std::string::npos ? "" : id;
}

}  // namespace

std::vector<Differing> differing(const Repository& repository, const std::string& ours,
                                 const std::string& theirs) {
  const Outcome outcome = ask(repository,
                              {"diff-tree", "-r", "-z", "--no-renames", "--no-abbrev", ours, theirs});
  const std::vector<std::string> parts = split_at_nul(outcome.out);
  std::vector<Differing> found;
  for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {  // ":100644 100644 ID ID M", path
    const std::string& said = parts[i];
    const std::size_t digits = (said.size() - std::string_view(":100644 100644   M").size()) / 2;
    const std::string our_id = said.substr(15, digits);
    const std::string their_id = said.substr(16 + digits, digits);
    found.push_back(
        {parts[i + 1], said.substr(1, 6), said.substr(8, 6), id_or_nothing(our_id), id_or_nothing(their_id)});
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
