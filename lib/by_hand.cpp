#include "by_hand.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "git/obstacles.h"
#include "model/codec.h"
#include "open_directory.h"
#include "store/entry_ids.h"
#include "store/paths.h"
#include "whole_files.h"

namespace mentor {

namespace {

/// Files as people wrote them, and with identifiers for the entries that have none.
class Handwriting {
 public:
  Handwriting(const store::Source& below, const Writing& writing) : below_(below), writing_(writing) {}

  /// What stands at the path now. What is no file is left to the reader, which says what it is.
  void add(const std::string& path) {
    if (const store::Contents contents = below_.read(path); contents.problem.empty())
      add(path, contents.bytes);
  }

  void add(const std::string& path, const std::optional<std::string>& bytes) {
    written_[path] = bytes;
    numbered_[path] = bytes;
    if (!bytes) return;
    auto [text, places] = store::with_entry_ids(*bytes, path, writing_.random);
    numbered_[path] = std::move(text);
    for (const Place place : places) lacking_.insert({path, place});
  }

  [[nodiscard]] const Files& files() const { return numbered_; }
  [[nodiscard]] const Files& as_written() const { return written_; }

  /// Throws what is wrong, in its place as people wrote it.
  void require_sound(const store::Reader& reader) const {
    const Problems found = reader.problems();
    if (found.empty()) return;
    const store::OverlaySource written(below_, written_);
    Problems problems = reader.again(written).problems();
    std::erase_if(problems, [&](const Problem& each) {
      return lacking_.contains(each.spot) && each.message.ends_with(no_entry_id);
    });
    throw Trouble(problems.empty() ? found : problems);
  }

 private:
  const store::Source& below_;
  const Writing& writing_;
  Files written_;
  Files numbered_;
  std::set<Spot> lacking_;
};

/// Where hand work can be: what git sees changed, and what it was told not to look at.
git::Paths changed_records(const git::Repository& repository, const Settings& settings) {
  git::Paths paths = repository.status();
  for (const git::Paths& more : {repository.ignored_files(), git::unwatched(repository)}) {
    paths.insert(paths.end(), more.begin(), more.end());
  }
  const auto foreign = [&](const std::string& path) {
    if (!store::is_record_path(path)) return true;
    const auto runs_here = [&](const std::string& scheme) {
      return path.starts_with(store::policy_folder(scheme) + "/");
    };
    return path.starts_with(store::schemes_folder) && std::ranges::none_of(settings.schemes, runs_here);
  };
  std::erase_if(paths, foreign);
  std::ranges::sort(paths);
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

/// What to say where nobody changed anything.
actions::Plan nothing_to_record(Desk desk) {
  actions::Plan plan;
  plan.sentence = "nothing to record, no record was changed by hand";
  desk.reader().everything();
  if (!desk.reader().problems().empty())
    plan.notes.emplace_back("what is recorded is not sound, 'mentorctl check' says where and what to do");
  return plan;
}

/// Takes out of the paths those whose bytes are as committed, and out of git's index what was staged of them.
void settle_unchanged(OpenDirectory& hold, const Files& before, const Handwriting& now, git::Paths& paths) {
  git::Paths unchanged;
  for (const auto& path : paths) {
    if (const auto written = now.files().find(path);
        written != now.files().end() && written->second == before.at(path))
      unchanged.push_back(path);
  }
  std::erase_if(paths, [&](const std::string& path) { return std::ranges::binary_search(unchanged, path); });
  if (hold.transaction && !unchanged.empty()) hold.repository.unstage(unchanged);
}

std::string bytes_to_change(const store::Source& source, const std::string& path) {
  const store::Contents contents = source.read(path);
  if (!contents.problem.empty()) throw Trouble(Problems{{{path, {1, 1}}, contents.problem, {}}});
  if (contents.bytes) return *contents.bytes;
  throw Trouble(Cause::person, fmt::format("'{}' is not there any more, bring it back first", path));
}

}  // namespace

Outcome record_by_hand(const Writing& writing, const std::string& message) {
  OpenDirectory hold(writing);
  git::Paths paths = changed_records(hold.repository, Desk(hold.source, writing.today).records().settings);
  Outcome outcome;
  const Files before = committed(hold.repository, paths);
  Handwriting handwriting(hold.source, writing);
  for (const auto& path : paths) handwriting.add(path);
  settle_unchanged(hold, before, handwriting, paths);
  if (paths.empty()) {
    outcome.plan = nothing_to_record(Desk(hold.source, writing.today));
    return outcome;
  }
  const store::OverlaySource now(hold.source, handwriting.files());
  Desk desk(now, writing.today, store::Examples::read);
  desk.reader().everything();
  handwriting.require_sound(desk.reader());
  const store::OverlaySource then(hold.source, before);
  Desk past(then, writing.today);
  past.reader().everything();
  Files files = handwriting.files();
  std::erase_if(files, [&](const auto& file) { return !std::ranges::binary_search(paths, file.first); });
  outcome.plan.ids = names_of(files);
  outcome.plan.sentence = "record changes by hand to " + in_few_words(outcome.plan.ids);
  outcome.plan.why = message;
  note_losses(before, files, outcome.plan);
  outcome.findings = new_in(past, desk);
  if (!hold.transaction) {
    outcome.diff = diff_of(before, files);
    return outcome;
  }
  store::Change change = change_of(outcome.plan, files, writing.command, {&desk.records(), &past.records()});
  change.read = handwriting.as_written();
  outcome.commit = hold.transaction->commit(change, Transaction::Found::by_hand);
  return outcome;
}

std::string bytes_to_edit(const Writing& writing, const std::string& path) {
  OpenDirectory hold(writing);
  if (hold.transaction) hold.transaction->require_as_committed({path});
  return bytes_to_change(hold.source, path);
}

std::optional<Outcome> keep_edited(const Writing& writing, const Edited& edited) {
  OpenDirectory hold(writing);
  if (bytes_to_change(hold.source, edited.path) != edited.before) return std::nullopt;
  Handwriting handwriting(hold.source, writing);
  handwriting.add(edited.path, edited.after);
  const store::OverlaySource after(hold.source, handwriting.files());
  Desk desk(after, writing.today);
  read_around(desk.reader(), edited.path);
  handwriting.require_sound(desk.reader());
  Outcome outcome;
  outcome.plan.ids = names_of(handwriting.files());
  outcome.plan.sentence = "edit " + in_few_words(outcome.plan.ids);
  note_losses({{edited.path, edited.before}}, handwriting.files(), outcome.plan);
  Desk past(hold.source, writing.today);
  read_around(past.reader(), edited.path);
  outcome.findings = new_in(past, desk);
  if (!hold.transaction) {
    outcome.diff = diff_of({{edited.path, edited.before}}, handwriting.files());
    return outcome;
  }
  outcome.commit = hold.transaction->commit(
      change_of(outcome.plan, handwriting.files(), writing.command, {&desk.records()}));
  return outcome;
}

}  // namespace mentor
