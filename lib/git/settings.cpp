#include "git/settings.h"

#include <fmt/format.h>

#include "git/output.h"

namespace mentor::git {

namespace {

Outcome answered(const Repository& repository, const std::string& what,
                 const std::vector<std::string>& arguments) {
  Outcome outcome = repository.run(Repository::Access::read, arguments);
  if (outcome.status != 0) throw git_trouble(what, outcome);
  return outcome;
}

}  // namespace

std::optional<std::string> setting(const Repository& repository, const std::string& key) {
  constexpr int is_not_set = 1;
  const Outcome outcome = repository.run(Repository::Access::read, {"config", "--null", "--get", key});
  if (outcome.status == is_not_set) return std::nullopt;
  if (outcome.status != 0) throw git_trouble(fmt::format("cannot read git's setting '{}'", key), outcome);
  return split_at_nul(outcome.out).at(0);
}

void set(const Repository& repository, const std::string& key, const std::string& value) {
  const Outcome outcome = repository.run(Repository::Access::write,
                                         {"config", "--local", "--replace-all", key, value});
  if (outcome.status != 0) throw git_trouble(fmt::format("cannot change git's setting '{}'", key), outcome);
}

std::filesystem::path common_folder(const Repository& repository) {
  return lines_of(answered(repository, "cannot find out where git's folder is",
                           {"rev-parse", "--path-format=absolute", "--git-common-dir"})
                      .out)
      .at(0);
}

Hooks hooks(const Repository& repository) {
  const Outcome told = answered(repository, "cannot find out where git's hooks are",
                                {"config", "--null", "--type=path", "--get-all", "core.hooksPath"});
  const auto values = split_at_nul(told.out);
  constexpr std::size_t our_own = 1;  // the last: we run git without hooks
  if (values.size() > our_own) return {repository.top() / values.at(values.size() - our_own - 1), true};
  return {common_folder(repository) / "hooks", false};
}

std::string attribute(const Repository& repository, const std::string& name, const std::string& path) {
  const Outcome outcome = answered(repository, "cannot read git's attributes",
                                   {"check-attr", "-z", name, "--", path});
  return split_at_nul(outcome.out).at(2);  // the path, the attribute, its value
}

Paths tracked_files(const Repository& repository) {
  return split_at_nul(
      answered(repository, "cannot list what git keeps", {"ls-files", "-z", "--deduplicate"}).out);
}

}  // namespace mentor::git
