#include "by_hand.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "git/diff.h"
#include "git/obstacles.h"
#include "model/codec.h"
#include "model/without_names.h"
#include "open_directory.h"
#include "store/entry_ids.h"
#include "store/paths.h"

namespace mentor {

namespace {

using Files = store::OverlaySource::Files;

/// How many identifiers a sentence names.
constexpr std::size_t most_named = 6;

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

/// What paths are called in the history: by the identifiers of their records, the settings, activities and
/// policies by themselves. A name that is no identifier may be somebody's, and stands for nothing.
std::vector<std::string> names_of(const Files& files) {
  std::vector<std::string> names;
  for (const auto& [path, bytes] : files) {
    const std::string_view name = store::stem(path);
    const bool is_ours = path == store::settings_path || path == store::activities_path ||
                         path.starts_with(store::schemes_folder);
    if (!is_ours && !Id::parse(name)) continue;
    std::string called = is_ours ? path : std::string(name);
    if (std::ranges::find(names, called) == names.end()) names.push_back(std::move(called));
  }
  return names;
}

/// `M-7KQ2D, P-9X2MC`, or `12 records`.
std::string in_few_words(const std::vector<std::string>& names) {
  if (names.empty()) return "what was no record";
  return names.size() > most_named ? fmt::format("{} records", names.size()) : join(names, ", ");
}

/// The change, with the reason without the names that the records held before and hold afterwards.
store::Change change_of(const actions::Plan& plan, const Files& files, std::string_view command,
                        const std::vector<const Register*>& registers) {
  store::Change change;
  change.files = files;
  change.sentence = plan.sentence;
  change.trailers.emplace_back("Mentorctl-Command", command);
  std::vector<Id> ids;
  for (const auto& name : plan.ids) {
    change.trailers.emplace_back("Mentorctl-Record", name);
    if (const auto id = Id::parse(name)) ids.push_back(*id);
  }
  if (plan.why.empty()) return change;
  std::string why = plan.why;
  for (const Register* records : registers) why = without_names(why, *records, people_of(ids, *records));
  change.trailers.emplace_back("Mentorctl-Why", std::move(why));
  return change;
}

Files committed(git::Repository& repository, const git::Paths& paths) {
  Files files;
  const auto held = repository.look_up(paths);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    files[paths[i]] = held[i].head ? std::optional(held[i].head->bytes) : std::nullopt;
  }
  return files;
}

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

std::string diff_of(const Files& before, const Files& after) {
  std::string diff;
  for (const auto& [path, bytes] : after) diff += git::diff(before.at(path), bytes, path);
  return diff;
}

/// What went, so that nobody loses it without noticing.
void add_notes(const Files& before, const Files& after, actions::Plan& plan) {
  for (const auto& [path, bytes] : after) {
    if (!bytes) plan.notes.push_back(fmt::format("'{}' was taken away; git keeps what it said", path));
    const auto& earlier = before.at(path);
    if (!bytes || !earlier) continue;
    auto gone = store::entry_ids(*earlier, path);
    for (const auto& id : store::entry_ids(*bytes, path)) std::erase(gone, id);
    if (!gone.empty())
      plan.notes.push_back(fmt::format("{} taken out of '{}': {}; git keeps what they said",
                                       counted(gone.size(), "entry was", "entries were"), path,
                                       join(gone, ", ")));
  }
}

/// What the rules newly say; all of it when the records were not sound before.
Findings new_in(Desk& before, Desk& after) {
  const bool comparable = before.reader().problems().empty();
  return news(comparable ? before.rulebook().check(before.records(), before.today()) : Findings{},
              after.rulebook().check(after.records(), after.today()));
}

/// Reads what hangs on a file: on the settings or a policy everything does.
void read_around(store::Reader& reader, const std::string& path) {
  const auto id = Id::parse(store::stem(path));
  id ? store::read_around(reader, *id) : reader.everything();
}

}  // namespace

Outcome record_by_hand(const Writing& writing, const std::string& message) {
  OpenDirectory hold(writing);
  git::Paths paths = changed_records(hold.repository, Desk(hold.source, writing.today).records().settings);
  Outcome outcome;
  outcome.plan.sentence = "nothing to record, no record was changed by hand";
  const Files before = committed(hold.repository, paths);
  Handwriting handwriting(hold.source, writing);
  for (const auto& path : paths) handwriting.add(path);
  settle_unchanged(hold, before, handwriting, paths);
  if (paths.empty()) return outcome;
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
  add_notes(before, files, outcome.plan);
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
  add_notes({{edited.path, edited.before}}, handwriting.files(), outcome.plan);
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
