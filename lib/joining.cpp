#include "joining.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/errors.h"
#include "base/text.h"
#include "git/compare.h"
#include "git/diff.h"
#include "git/objects.h"
#include "sides.h"
#include "store/paths.h"
#include "tree_source.h"

namespace mentor {

namespace {

using store::Change;

/// The records as they are to be, which are nowhere yet.
class MergedSource : public store::OverlaySource {
 public:
  using store::OverlaySource::OverlaySource;
  [[nodiscard]] std::string called(std::string_view path) const override {
    return fmt::format("{}{}", path, mark);
  }
  /// The path of what is called so.
  static std::string path_of(const std::string& called) { return called.substr(0, called.find(mark)); }

 private:
  static constexpr std::string_view mark = " (merged)";
};

/// A file of the records, below the data directory, that the top of the work tree calls otherwise.
store::OverlaySource::Files below(const std::string& prefix, const Change& change) {
  store::OverlaySource::Files files;
  for (const auto& [path, bytes] : change.files) {
    if (path.starts_with(prefix)) files[path.substr(prefix.size())] = bytes;
  }
  return files;
}

std::vector<std::string> records_in(const store::OverlaySource::Files& files) {
  std::vector<std::string> names;
  for (const auto& [path, bytes] : files) {
    if (!store::is_record_path(path)) continue;
    std::string name = store::record_name(path);
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

/// One attempt: what was fetched and what is here, under the lock.
class Attempt {
 public:
  Attempt(const Sharing& sharing, const git::Repository& here, git::Repository& whole, const Fetched& fetched)
      : sharing_(sharing), here_(here), whole_(whole), branch_(fetched.branch), theirs_(fetched.commit) {}

  /// Whether there is something to hand on afterwards.
  bool run(Shared& shared) {
    const Writing& writing = sharing_.writing;
    Transaction transaction(whole_.top(), whole_, writing.command);
    require_recorded(here_);
    std::ignore = whole_.look_up({});
    require_same_branch();
    const std::string ours = whole_.head();
    const auto bases = theirs_.empty() ? std::vector<std::string>() : git::merge_bases(whole_, ours, theirs_);
    const auto is_base = [&](const std::string& commit) {
      return bases.size() == 1 && bases.front() == commit;
    };
    shared.commit = ours;
    if (theirs_.empty() || is_base(theirs_) || is_base(ours)) require_no_settlement();
    if (theirs_.empty() || is_base(theirs_)) {
      if (ours == theirs_) return false;
      require_own_sound();
      return true;
    }
    if (is_base(ours)) {
      fast_forward(transaction, ours, shared);
      return false;
    }
    return merge(transaction, ours, shared);
  }

 private:
  void fast_forward(Transaction& transaction, const std::string& ours, Shared& shared) const {
    const Change change = take_over(whole_, ours, theirs_);
    shared.broken = broken_by(change, ours);
    took(change, shared);
    if (is_dry()) return show(change, ours, shared);
    shared.commit = transaction.advance(change, theirs_);
  }

  bool merge(Transaction& transaction, const std::string& ours, Shared& shared) const {
    Merging merging = merge_commits(whole_, ours, theirs_, sharing_.settlements);
    shared.disagreements = std::move(merging.disagreements);
    if (!shared.disagreements.empty()) {
      shared.commit.clear();
      return false;
    }
    shared.settled = std::move(merging.settled);
    Change& change = merging.change;
    const TreeSource other(here_, theirs_);
    shared.broken = news(findings_of(other), broken_by(change, ours));
    took(change, shared);
    if (is_dry()) {
      show(change, ours, shared);
      return false;
    }
    change.sentence = "merge what others recorded";
    change.trailers.emplace_back(store::trailer::command, sharing_.writing.command);
    Change joined;
    for (const auto& path : merging.joined) joined.files[path] = std::nullopt;
    for (const auto& name : records_in(below(here_.prefix(), joined)))
      change.trailers.emplace_back(store::trailer::record, name);
    shared.commit = transaction.merge(change, theirs_);
    shared.merged = true;
    return true;
  }

  /// What the rules say of what is to be here, and did not say before.
  [[nodiscard]] Findings broken_by(const Change& change, const std::string& ours) const {
    const TreeSource mine(here_, ours);
    const MergedSource merged(mine, below(here_.prefix(), change));
    Desk after(merged, sharing_.writing.today);
    after.reader().everything();
    require_sound(after.reader().problems(), ours);
    Findings broken = news(findings_of(mine), after.rulebook().check(after.records(), after.today()));
    std::erase_if(broken,
                  [](const Finding& each) { return each.severity == Severity::advise || !each.stands(); });
    return broken;
  }

  /// None of records that are not sound.
  [[nodiscard]] Findings findings_of(const store::Source& source) const {
    Desk desk(source, sharing_.writing.today);
    desk.reader().everything();
    if (!desk.reader().problems().empty()) return {};
    return desk.rulebook().check(desk.records(), sharing_.writing.today);
  }

  /// What git alone committed or merged here was checked by nobody yet.
  void require_own_sound() const {
    const store::FolderSource folder(sharing_.writing.root);
    Desk desk(folder, sharing_.writing.today);
    desk.reader().everything();
    const Problems problems = desk.reader().problems();
    if (!problems.empty())
      throw Trouble(problems, "nothing was handed on: what is recorded here is not sound");
  }

  /// Where a settlement is what is not sound, it is the command line that is wrong.
  void require_sound(Problems problems, const std::string& ours) const {
    if (problems.empty()) return;
    for (const auto& [name, value] : sharing_.settlements) {
      const std::string record = name.substr(0, name.find_first_of("/."));
      if (problems.front().spot.file.find(record) != std::string::npos)
        throw Trouble(Cause::usage,
                      fmt::format("--take: that would not be sound: {}", problems.front().message));
    }
    std::vector<std::string> paths;
    for (const auto& each : problems) {
      paths.push_back(each.missing);
      paths.push_back(MergedSource::path_of(each.spot.file));
    }
    std::string advice = not_sound_together({here_, ours, theirs_}, paths);
    throw Trouble(std::move(problems), std::move(advice));
  }

  void took(const Change& change, Shared& shared) const {
    shared.ids = records_in(below(here_.prefix(), change));
  }

  /// What stands on another branch goes to another one of the shared copy, or nowhere.
  void require_same_branch() const {
    const std::string now = whole_.branch();
    if (now == branch_) return;
    throw Trouble(
        Cause::person,
        fmt::format("somebody went from the branch {} to {} meanwhile, try again on the one that is "
                    "to be shared",
                    in_quotes(branch_), in_quotes(now)));
  }

  /// A settlement settles something.
  void require_no_settlement() const {
    if (sharing_.settlements.empty()) return;
    throw Trouble(Cause::usage, fmt::format("--take: there is no conflict {}, nothing is to be merged",
                                            in_quotes(sharing_.settlements.begin()->first)));
  }

  [[nodiscard]] bool is_dry() const { return sharing_.writing.dry_run == DryRun::yes; }

  void show(const Change& change, const std::string& ours, Shared& shared) const {
    git::Objects objects(whole_);
    for (const auto& [path, bytes] : change.files) {
      const auto before = objects.read(fmt::format("{}:{}", ours, path));
      shared.diff += git::diff(before ? before->bytes : std::nullopt, bytes, path);
    }
  }

  const Sharing& sharing_;
  const git::Repository& here_;
  git::Repository& whole_;
  const std::string& branch_;
  const std::string& theirs_;
};

}  // namespace

/// Hand edits anywhere would be merged over, or stay behind unnoticed.
void require_recorded(const git::Repository& repository) {
  std::vector<std::string> changed = repository.status();
  std::erase_if(changed, [](const std::string& path) { return !store::is_record_path(path); });
  if (changed.empty()) return;
  std::vector<std::string> named;
  named.reserve(changed.size());
  for (const auto& path : changed) named.push_back(in_quotes(path));
  throw Trouble(Cause::person,
                fmt::format("{} changed by hand, which is not recorded, run `mentorctl record` first",
                            join(named, ", ") + (changed.size() == 1 ? " was" : " were")));
}

bool join(const Sharing& sharing, const git::Repository& here, const Fetched& fetched, Shared& shared) {
  git::Repository whole(here.top(), git::Repository::For::writing);
  return Attempt(sharing, here, whole, fetched).run(shared);
}

}  // namespace mentor
