#include "breach.h"

#include <algorithm>
#include <map>
#include <vector>

#include "git/log.h"
#include "git/output.h"
#include "store/paths.h"
#include "tree_source.h"
#include "workspace.h"

namespace mentor {

namespace {

/// Looks for the commit with which a problem began.
class Search {
 public:
  Search(const git::Repository& repository, const Problem& problem)
      : repository_(repository), problem_(problem) {}

  [[nodiscard]] bool is_seen_in(const std::string& commit) { return look_at(commit) == Look::seen; }

  /// `tip` has the problem. Only what doesn't lead to `base` is looked at, if there is one.
  [[nodiscard]] std::optional<Breach> up_to(const std::string& tip, const std::string& base) {
    const auto line = first_parents(tip, base);
    if (line.empty()) return std::nullopt;
    const std::size_t first = began(line);
    const bool has_earlier = first + 1 < line.size();
    const std::string& earlier = has_earlier ? line[first + 1] : base;
    if (earlier.empty()) return std::nullopt;
    const auto log = git::log_of(repository_, {}, {earlier, line[first]});
    if (log.empty() || log.back().commit.id != line[first]) return std::nullopt;
    const git::Logged& found = log.back();
    if (!found.is_merge()) return Breach{found.commit, path_in(found)};
    for (std::size_t side = 1; side < found.parents.size(); ++side) {
      if (may_be_in(found.parents[side])) return up_to(found.parents[side], earlier);
    }
    return removal(found.commit.id);
  }

 private:
  using Line = std::vector<std::string>;

  /// What cannot be read may hide it: that is no sign of its end.
  enum class Look { seen, hidden, absent };

  [[nodiscard]] Look look_at(const std::string& commit) {
    const auto [known, is_new] = known_.try_emplace(commit);
    if (is_new) known->second = look_for_it_in(commit);
    return known->second;
  }

  [[nodiscard]] bool may_be_in(const std::string& commit) { return look_at(commit) != Look::absent; }

  [[nodiscard]] Look look_for_it_in(const std::string& commit) const {
    const TreeSource tree(repository_, commit);
    if (!tree.is_there()) return Look::absent;
    const bool is_policy = problem_.spot.file.starts_with(store::schemes_folder);
    Desk desk(tree, Day(), is_policy ? store::Examples::read : store::Examples::leave);
    desk.reader().at(problem_.spot.file);
    const Problems problems = desk.reader().problems();
    const bool is_seen = std::ranges::any_of(
        problems, [&](const Problem& each) { return is_same_wrong(each, problem_); });
    if (is_seen) return Look::seen;
    return desk.reader().is_unread(problem_.spot.file) ? Look::hidden : Look::absent;
  }

  /// From `tip` back, without what leads to `base`.
  [[nodiscard]] Line first_parents(const std::string& tip, const std::string& base) const {
    Line words{"rev-list", "--first-parent", tip};
    if (!base.empty()) words.push_back("^" + base);
    words.emplace_back("--");
    const auto outcome = repository_.run(git::Repository::Access::read, words);
    if (outcome.status != 0) throw git::git_trouble("cannot read the history", outcome);
    return git::lines_of(outcome.out);
  }

  /// The place of the commit that has it, and the one before has it not: in steps that double, then by
  /// halves.
  [[nodiscard]] std::size_t began(const Line& line) {
    std::size_t with = 0;
    std::size_t step = 1;
    for (; with + step < line.size() && may_be_in(line[with + step]); step *= 2) with += step;
    std::size_t without = std::min(with + step, line.size());
    while (without - with > 1) {
      const std::size_t middle = with + (without - with) / 2;
      (may_be_in(line[middle]) ? with : without) = middle;
    }
    return with;
  }

  /// What is missing, else where the problem stands, else what the commit changed at all.
  [[nodiscard]] std::string path_in(const git::Logged& logged) const {
    for (const auto& path : {problem_.missing, problem_.spot.file}) {
      if (std::ranges::find(logged.files, path, &git::Touched::path) != logged.files.end()) return path;
    }
    return logged.files.front().path;
  }

  /// The last commit that took away what is missing.
  [[nodiscard]] std::optional<Breach> removal(const std::string& until) const {
    if (problem_.missing.empty()) return std::nullopt;
    const auto log = git::log_of(repository_, {problem_.missing}, {{}, until});
    const auto found = std::find_if(log.rbegin(), log.rend(), [](const git::Logged& each) {
      return !each.is_merge() && each.files.front().after.empty();
    });
    if (found == log.rend()) return std::nullopt;
    return Breach{found->commit, problem_.missing};
  }

  const git::Repository& repository_;
  const Problem& problem_;
  std::map<std::string, Look> known_;
};

}  // namespace

bool is_in_last_commit(const git::Repository& repository, const Problem& problem) {
  return !repository.head().empty() && Search(repository, problem).is_seen_in(repository.head());
}

std::optional<Breach> breach_of(const git::Repository& repository, const Problem& problem) {
  return Search(repository, problem).up_to(repository.head(), {});
}

}  // namespace mentor
