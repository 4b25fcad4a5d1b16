#include "merging.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/errors.h"
#include "base/text.h"
#include "base/trouble.h"
#include "changes/lines.h"
#include "git/compare.h"
#include "git/objects.h"

namespace mentor {

namespace {

using changes::Conflict;
using changes::Merged;
using changes::Settlements;
using Text = std::optional<std::string>;
using git::Differing;

Trouble not_for_us(const std::string& path, std::string_view what) {
  return {Cause::person, fmt::format("{} {}, and sync merges records alone: run `git merge`, then sync",
                                     in_quotes(path), what)};
}

void must_be_plain(const std::string& path, const std::string& mode) {
  if (mode == git::kPlainFile || mode == git::kNoFile) return;
  throw not_for_us(path, "is a link, a program or a submodule");
}

/// What is no record is merged line by line, and left to git where that is not clean.
Merged merge_other(const std::string& path, const Text& before, const Text& ours, const Text& theirs) {
  if (before == theirs || ours == theirs) return {ours, {}};
  if (before == ours) return {theirs, {}};
  Text lines;
  if (before && ours && theirs) lines = changes::merge_lines(*before, *ours, *theirs);
  if (!lines) throw not_for_us(path, "was changed by both sides");
  return {lines, {}};
}

constexpr std::string_view repository_within = "160000";

/// The file's bytes in commits, and what two of them began with.
class CommonPast {
 public:
  explicit CommonPast(const git::Repository& repository) : repository_(repository), objects_(repository) {}

  /// What an id that a commit names holds; no id: nothing is there.
  [[nodiscard]] Text blob(const std::string& id) {
    if (id.empty()) return std::nullopt;
    auto object = objects_.read(id);
    if (object && object->type == "blob") return std::move(object->bytes);
    throw git::not_here();
  }

  /// The ids that the file has in the latest commits that both descend from, each once.
  [[nodiscard]] std::set<std::string> ids_before(const std::string& ours, const std::string& theirs,
                                                 const Differing& file) {
    std::set<std::string> ids;
    for (const auto& base : bases_of(ours, theirs)) ids.insert(id_in(base, ours, file.path, file.our_id));
    return ids;
  }

  /// What the file was before: in the latest commit that both descend from. Of several, what these have in
  /// common.
  [[nodiscard]] Text before(const std::string& ours, const std::string& theirs, const std::string& path,
                            const std::string& our_id) {
    const auto bases = bases_of(ours, theirs);
    if (bases.empty()) return std::nullopt;
    const std::string first_id = id_in(bases.front(), ours, path, our_id);
    Text merged = blob(first_id);
    for (std::size_t i = 1; i < bases.size(); ++i) {
      const Text other = blob(id_in(bases[i], ours, path, our_id));
      if (merged == other) continue;
      const Text earlier = before(bases.front(), bases[i], path, first_id);
      merged = changes::is_record(path) ? changes::common_ground(path, earlier, merged, other)
                                        : merge_other(path, earlier, merged, other).text;
    }
    return merged;
  }

  [[nodiscard]] const std::vector<std::string>& bases_of(const std::string& ours, const std::string& theirs) {
    const std::pair both(ours, theirs);
    const auto known = bases_.find(both);
    if (known != bases_.end()) return known->second;
    return bases_[both] = git::merge_bases(repository_, ours, theirs);
  }

  /// Who last made the file say what that side says; `side` descends from what both began with.
  [[nodiscard]] Writer writer_of(const Conflict& conflict, const std::string& path, const std::string& from,
                                 const std::string& side) {
    const auto authors = git::authors_of(repository_, from, side, path);
    const auto said = [&](const std::string& commit) {
      auto object = objects_.read(fmt::format("{}:{}", commit, path));
      return changes::said_in(object ? std::move(object->bytes) : std::nullopt, path, conflict);
    };
    for (const auto& each : authors) {
      if (said(each.commit) != said(each.commit + "^")) return {each.name, each.day};
    }
    return authors.empty() ? Writer{} : Writer{authors.front().name, authors.front().day};
  }

 private:
  /// The file's id in a commit, from what it is in another.
  [[nodiscard]] std::string id_in(const std::string& commit, const std::string& other,
                                  const std::string& path, const std::string& other_id) {
    const auto [known, is_new] = differences_.try_emplace({commit, other});
    if (is_new) {
      for (const auto& each : git::differing(repository_, commit, other))
        known->second[each.path] = each.our_mode == repository_within ? std::string() : each.our_id;
    }
    const auto found = known->second.find(path);
    return found == known->second.end() ? other_id : found->second;
  }

  const git::Repository& repository_;
  git::Objects objects_;
  std::map<std::pair<std::string, std::string>, std::map<std::string, std::string>> differences_;
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> bases_;
};

class Merge {
 public:
  Merge(const git::Repository& repository, const std::string& ours, const std::string& theirs,
        const Settlements& settlements)
      : past_(repository), ours_(ours), theirs_(theirs), settlements_(settlements) {}

  void add(const Differing& file) {
    const auto ids = past_.ids_before(ours_, theirs_, file);
    if (ids == std::set{file.their_id}) return;
    must_be_plain(file.path, file.our_mode);
    must_be_plain(file.path, file.their_mode);
    const Text before = past_.before(ours_, theirs_, file.path, file.our_id);
    const Text ours = past_.blob(file.our_id);
    const Text theirs = past_.blob(file.their_id);
    if (before == theirs) return;
    if (before != ours) merging_.joined.push_back(file.path);
    Merged merged = changes::is_record(file.path) ? merge_record(file.path, before, ours, theirs)
                                                  : merge_other(file.path, before, ours, theirs);
    if (merged.conflicts.empty() && merged.text != ours)
      merging_.change.files[file.path] = std::move(merged.text);
    for (const auto& conflict : merged.conflicts)
      merging_.disagreements.push_back(disagreement(file.path, conflict));
  }

  Merging take() {
    for (const auto& given : settlements_) {
      const auto is_it = [&](const Settled& each) { return each.was.conflict.name() == given.first; };
      if (std::ranges::any_of(merging_.settled, is_it)) continue;
      throw usage("--take: there is no conflict {}, see what 'mentorctl sync' says", in_quotes(given.first));
    }
    return std::move(merging_);
  }

 private:
  Merged merge_record(const std::string& path, const Text& before, const Text& ours, const Text& theirs) {
    Merged merged = changes::merge(path, before, ours, theirs);
    bool settles = false;
    for (const auto& conflict : merged.conflicts) {
      const auto given = settlements_.find(conflict.name());
      if (given == settlements_.end()) continue;
      merging_.settled.push_back({disagreement(path, conflict), given->second});
      settles = true;
    }
    return settles ? changes::merge(path, before, ours, theirs, settlements_) : merged;
  }

  [[nodiscard]] Disagreement disagreement(const std::string& path, const Conflict& conflict) {
    return {path, conflict, past_.writer_of(conflict, path, theirs_, ours_),
            past_.writer_of(conflict, path, ours_, theirs_)};
  }

  CommonPast past_;
  const std::string& ours_;
  const std::string& theirs_;
  const Settlements& settlements_;
  Merging merging_;
};

}  // namespace

Merging merge_commits(const git::Repository& repository, const std::string& ours, const std::string& theirs,
                      const Settlements& settlements) {
  if (git::merge_bases(repository, ours, theirs).empty())
    throw Trouble(
        Cause::person,
        "what is here and the shared copy have no beginning in common, clone the shared copy into a new "
        "directory and record there what is missing");
  Merge merge(repository, ours, theirs, settlements);
  for (const auto& file : git::differing(repository, ours, theirs)) merge.add(file);
  return merge.take();
}

store::Change take_over(const git::Repository& repository, const std::string& ours,
                        const std::string& theirs) {
  CommonPast past(repository);
  store::Change change;
  for (const auto& file : git::differing(repository, ours, theirs)) {
    must_be_plain(file.path, file.our_mode);
    must_be_plain(file.path, file.their_mode);
    change.files[file.path] = past.blob(file.their_id);
  }
  return change;
}

}  // namespace mentor
