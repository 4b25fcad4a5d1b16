#include "by_hand.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "git/diff.h"
#include "model/codec.h"
#include "model/without_names.h"
#include "store/entry_ids.h"
#include "store/paths.h"

namespace mentor {

namespace {

using Files = store::OverlaySource::Files;

/// How many identifiers a sentence names.
constexpr std::size_t most_named = 6;

/// A data directory held as a command that writes holds it, or as one that only looks when it runs dry.
class Hold {
 public:
  explicit Hold(const Writing& writing)
      : repository(writing.root, git::Repository::For::writing), source(writing.root) {
    if (writing.dry_run == DryRun::yes) {
      reading_.emplace(repository, writing.command);
    } else {
      transaction.emplace(writing.root, repository, writing.command);
    }
  }

  git::Repository repository;
  store::FolderSource source;
  std::optional<Transaction> transaction;

 private:
  std::optional<ReadHold> reading_;
};

/// Files as people wrote them, and with identifiers for the entries that have none.
class Handwriting {
 public:
  Handwriting(const store::Source& below, const Writing& writing) : below_(below), writing_(writing) {}

  void add(const std::string& path, const std::optional<std::string>& bytes) {
    written_[path] = bytes;
    numbered_[path] = bytes;
    if (!bytes) return;
    auto [text, places] = store::with_entry_ids(*bytes, path, writing_.random);
    numbered_[path] = std::move(text);
    for (const Place place : places) lacking_.insert({path, place});
  }

  [[nodiscard]] const Files& files() const { return numbered_; }

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

/// What a path is called in the history: the identifier of its record, else the path.
std::string name_of(const std::string& path) {
  const std::string_view name = store::stem(path);
  return Id::parse(name) ? std::string(name) : path;
}

std::vector<std::string> names_of(const Files& files) {
  std::vector<std::string> names;
  for (const auto& [path, bytes] : files) {
    const std::string name = name_of(path);
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names;
}

/// `M-7KQ2D, P-9X2MC`, or `12 records`.
std::string in_few_words(const std::vector<std::string>& names) {
  return names.size() > most_named ? fmt::format("{} records", names.size()) : join(names, ", ");
}

store::Change change_of(const actions::Plan& plan, const Files& files, std::string_view command,
                        const Register& records) {
  store::Change change{files, plan.sentence, {{"Mentorctl-Command", std::string(command)}}};
  for (const auto& id : plan.ids) change.trailers.emplace_back("Mentorctl-Record", id);
  if (plan.why.empty()) return change;
  std::vector<Id> about;
  for (const auto& id : plan.ids) {
    if (const auto read = Id::parse(id)) about.push_back(*read);
  }
  change.trailers.emplace_back("Mentorctl-Why", without_names(plan.why, records, about));
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

git::Paths changed_records(const git::Repository& repository) {
  git::Paths paths = repository.status();
  const git::Paths ignored = repository.ignored_files();
  paths.insert(paths.end(), ignored.begin(), ignored.end());
  std::erase_if(paths, [](const std::string& path) { return !store::is_record_path(path); });
  std::ranges::sort(paths);
  return paths;
}

std::optional<std::string> bytes_at(const store::Source& source, const std::string& path) {
  store::Contents contents = source.read(path);
  if (!contents.problem.empty()) throw Trouble(Problems{{{path, {1, 1}}, contents.problem, {}}});
  return std::move(contents.bytes);
}

/// What the rules say of all that there is; nothing when it is not sound.
Findings check(const store::Source& source, Day today) {
  Desk desk(source, today);
  desk.reader().everything();
  return desk.reader().problems().empty() ? desk.rulebook().check(desk.records(), today) : Findings{};
}

std::string diff_of(const Files& before, const Files& after) {
  std::string diff;
  for (const auto& [path, bytes] : after) diff += git::diff(before.at(path), bytes, path);
  return diff;
}

/// Reads a record with all whose soundness hangs on it.
void read_around(store::Reader& reader, const Id& id) {
  switch (id.kind()) {
    case MentorId::letter:
      reader.one<Mentor>(id);
      reader.one<CheckInLog>(id);
      return reader.all<Match>();
    case YoungPersonId::letter:
      reader.one<YoungPerson>(id);
      reader.one<CheckInLog>(id);
      return reader.all<Match>();
    case MatchId::letter:
      reader.one<Match>(id);
      reader.one<SessionLog>(id);
      return reader.one<CheckInLog>(id);
    case EventId::letter:
      return reader.one<Event>(id);
    default:
      return reader.one<Concern>(id);
  }
}

void take_away_notes(const Files& files, actions::Plan& plan) {
  for (const auto& [path, bytes] : files) {
    if (!bytes) plan.notes.push_back(fmt::format("'{}' was taken away; git keeps what it said", path));
  }
}

}  // namespace

Outcome record_by_hand(const Writing& writing, const std::string& message) {
  Hold hold(writing);
  const git::Paths paths = changed_records(hold.repository);
  Outcome outcome;
  outcome.plan.sentence = "nothing to record, no record was changed by hand";
  outcome.commit = hold.repository.head();
  if (paths.empty()) return outcome;
  const Files before = committed(hold.repository, paths);
  Handwriting handwriting(hold.source, writing);
  for (const auto& path : paths) handwriting.add(path, bytes_at(hold.source, path));
  const store::OverlaySource after(hold.source, handwriting.files());
  Desk desk(after, writing.today);
  desk.reader().everything();
  handwriting.require_sound(desk.reader());
  outcome.plan.ids = names_of(handwriting.files());
  outcome.plan.sentence = "record changes by hand to " + in_few_words(outcome.plan.ids);
  outcome.plan.why = message;
  take_away_notes(handwriting.files(), outcome.plan);
  outcome.findings = new_findings(check(store::OverlaySource(hold.source, before), writing.today),
                                  desk.rulebook().check(desk.records(), writing.today));
  if (!hold.transaction) {
    outcome.commit.clear();
    outcome.diff = diff_of(before, handwriting.files());
    return outcome;
  }
  outcome.commit = hold.transaction->commit(
      change_of(outcome.plan, handwriting.files(), writing.command, desk.records()),
      Transaction::Found::by_hand);
  return outcome;
}

std::string bytes_to_edit(const Writing& writing, const std::string& path) {
  Hold hold(writing);
  if (hold.transaction) hold.transaction->require_as_committed({path});
  return bytes_at(hold.source, path).value_or("");
}

std::optional<Outcome> keep_edited(const Writing& writing, const Edited& edited) {
  Hold hold(writing);
  if (bytes_at(hold.source, edited.path) != edited.before) return std::nullopt;
  Handwriting handwriting(hold.source, writing);
  handwriting.add(edited.path, edited.after);
  const store::OverlaySource after(hold.source, handwriting.files());
  Desk desk(after, writing.today);
  if (const auto id = Id::parse(store::stem(edited.path))) {
    read_around(desk.reader(), *id);
  } else {
    desk.reader().everything();
  }
  handwriting.require_sound(desk.reader());
  Outcome outcome;
  outcome.plan.ids = {name_of(edited.path)};
  outcome.plan.sentence = "edit " + outcome.plan.ids.front();
  if (!hold.transaction) {
    outcome.diff = diff_of({{edited.path, edited.before}}, handwriting.files());
    return outcome;
  }
  outcome.commit = hold.transaction->commit(
      change_of(outcome.plan, handwriting.files(), writing.command, desk.records()));
  return outcome;
}

}  // namespace mentor
