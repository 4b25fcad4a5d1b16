#include "merging.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/errors.h"
#include "base/text.h"
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

/// The file's bytes in commits, and what two of them began with.
class Past {
 public:
  explicit Past(const git::Repository& repository) : repository_(repository), objects_(repository) {}

  [[nodiscard]] Text text(const std::string& commit, const std::string& path) {
    return blob(commit + ":" + path);
  }
  [[nodiscard]] Text blob(const std::string& name) {
    auto object = objects_.read(name);
    if (!object || object->type != "blob") return std::nullopt;
    return std::move(object->bytes);
  }

  /// What the file was before: in the latest commit that both descend from. Of several, what they merge to;
  /// where they contradict each other, as if it had not been there, so that nothing counts as taken out.
  [[nodiscard]] Text before(const std::string& ours, const std::string& theirs, const std::string& path) {
    const auto bases = bases_of(ours, theirs);
    if (bases.empty()) return std::nullopt;
    Text merged = text(bases.front(), path);
    for (std::size_t i = 1; i < bases.size(); ++i) {
      const Text other = text(bases[i], path);
      if (merged == other) continue;
      Merged both = changes::merge(path, before(bases.front(), bases[i], path), merged, other);
      if (!both.conflicts.empty()) return std::nullopt;
      merged = std::move(both.text);
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
      return changes::said_in(text(commit, path), path, conflict);
    };
    for (const auto& each : authors) {
      if (said(each.commit) != said(each.commit + "^")) return {each.name, each.day};
    }
    return authors.empty() ? Writer{} : Writer{authors.front().name, authors.front().day};
  }

 private:
  const git::Repository& repository_;
  git::Objects objects_;
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> bases_;
};

/// What is no record is merged line by line, and left to git where that is not clean.
Merged merge_other(const std::string& path, const Text& before, const Text& ours, const Text& theirs) {
  if (before == theirs || ours == theirs) return {ours, {}};
  if (before == ours) return {theirs, {}};
  Text lines;
  if (before && ours && theirs) lines = changes::merge_lines(*before, *ours, *theirs);
  if (!lines) throw not_for_us(path, "was changed by both sides");
  return {lines, {}};
}

class Merge {
 public:
  Merge(const git::Repository& repository, const std::string& ours, const std::string& theirs,
        const Settlements& settlements)
      : past_(repository), ours_(ours), theirs_(theirs), settlements_(settlements) {}

  void add(const Differing& file) {
    const Text before = past_.before(ours_, theirs_, file.path);
    const Text ours = file.our_id.empty() ? std::nullopt : past_.blob(file.our_id);
    const Text theirs = file.their_id.empty() ? std::nullopt : past_.blob(file.their_id);
    if (before == theirs) return;
    must_be_plain(file.path, file.our_mode);
    must_be_plain(file.path, file.their_mode);
    if (before != ours) merging_.joined.push_back(file.path);
    Merged merged = changes::is_record(file.path) ? merge_record(file.path, before, ours, theirs)
                                                  : merge_other(file.path, before, ours, theirs);
    if (merged.conflicts.empty() && merged.text != ours)
      merging_.change.files[file.path] = std::move(merged.text);
    for (const auto& conflict : merged.conflicts) disagree(file.path, conflict);
  }

  Merging take() {
    for (const auto& [name, value] : settlements_) {
      if (settled_.contains(name)) continue;
      throw Trouble(
          Cause::usage,
          fmt::format("--take: there is no conflict {}, see what 'mentorctl sync' says", in_quotes(name)));
    }
    return std::move(merging_);
  }

 private:
  Merged merge_record(const std::string& path, const Text& before, const Text& ours, const Text& theirs) {
    Merged merged = changes::merge(path, before, ours, theirs);
    bool settles = false;
    for (const auto& conflict : merged.conflicts) {
      if (!changes::settles(settlements_, conflict)) continue;
      settled_.insert(conflict.name());
      settles = true;
    }
    return settles ? changes::merge(path, before, ours, theirs, settlements_) : merged;
  }

  void disagree(const std::string& path, const Conflict& conflict) {
    merging_.disagreements.push_back({path, conflict, past_.writer_of(conflict, path, theirs_, ours_),
                                      past_.writer_of(conflict, path, ours_, theirs_)});
  }

  Past past_;
  const std::string& ours_;
  const std::string& theirs_;
  const Settlements& settlements_;
  std::set<std::string> settled_;
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
  Past past(repository);
  store::Change change;
  for (const auto& file : git::differing(repository, ours, theirs)) {
    must_be_plain(file.path, file.our_mode);
    must_be_plain(file.path, file.their_mode);
    change.files[file.path] = file.their_id.empty() ? std::nullopt : past.blob(file.their_id);
  }
  return change;
}

}  // namespace mentor
