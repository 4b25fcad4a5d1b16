#include "workspace.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/errors.h"
#include "base/text.h"
#include "git/diff.h"
#include "git/moment.h"
#include "model/known_names.h"
#include "open_directory.h"
#include "rules/examples.h"
#include "store/paths.h"
#include "store/record_file.h"
#include "tree_source.h"

namespace mentor {

namespace {

namespace fs = std::filesystem;

/// The record of that identifier as it is now; null when it is new.
const Mentor* known(const Register& records, const Mentor& record) {
  return find(records.mentors, record.id);
}
const YoungPerson* known(const Register& records, const YoungPerson& record) {
  return find(records.young_people, record.id);
}
const Match* known(const Register& records, const Match& record) { return find(records.matches, record.id); }
const SessionLog* known(const Register& records, const SessionLog& record) {
  return find(records.sessions, record.of);
}
const CheckInLog* known(const Register& records, const CheckInLog& record) {
  return find(records.check_ins, record.of);
}
const Event* known(const Register& records, const Event& record) { return find(records.events, record.id); }
const Concern* known(const Register& records, const Concern& record) {
  return find(records.concerns, record.id);
}

std::string bytes_of(const store::Source& source, const std::string& path) {
  return source.read(path).bytes.value_or(std::string());
}

/// The reason, without the names that the records hold now and after the change.
std::string why_without_names(const actions::Plan& plan, const Register& records) {
  Register after = records;
  std::vector<Id> ids;
  for (const auto& each : plan.records) {
    std::visit(
        [&]<class Record>(const Record& record) {
          ids.push_back(actions::id_of(record));
          if constexpr (std::is_same_v<Record, Mentor>) after.mentors[record.id] = record;
          if constexpr (std::is_same_v<Record, YoungPerson>) after.young_people[record.id] = record;
          if constexpr (std::is_same_v<Record, Match>) after.matches.insert_or_assign(record.id, record);
        },
        each);
  }
  const std::string why = KnownNames(after).left_out_of(plan.why, people_of(ids, after));
  return KnownNames(records).left_out_of(why, people_of(ids, records));
}

/// The files of a plan: new records written, known ones changed in their text.
store::Change change_of(const actions::Plan& plan, const Desk& desk, const store::Source& source,
                        std::string_view command) {
  store::Change change;
  change.sentence = plan.sentence;
  change.trailers.emplace_back(store::trailer::command, command);
  for (const auto& each : plan.records) {
    std::visit(
        [&]<class Record>(const Record& record) {
          const std::string path = store::record_path<Record>(actions::id_of(record));
          const Record* before = known(desk.records(), record);
          change.files[path] = before ? store::rewrite_record(bytes_of(source, path), *before, record)
                                      : store::write_record(record);
          const std::pair<std::string, std::string> trailer(store::trailer::record,
                                                            actions::id_of(record).text());
          const bool is_new = std::ranges::find(change.trailers, trailer) == change.trailers.end();
          if (is_new) change.trailers.push_back(trailer);  // a match and its log have one identifier
        },
        each);
  }
  for (const auto& rule : plan.passed) change.trailers.emplace_back(store::trailer::passed, rule);
  if (!plan.why.empty())
    change.trailers.emplace_back(store::trailer::why, why_without_names(plan, desk.records()));
  return change;
}

/// The records as they would be, read again from the change laid over the source.
class Outlook {
 public:
  Outlook(const Desk& desk, const store::Reader& reader, const store::Source& source,
          const actions::Plan& plan, const store::Change& change)
      : overlay_(source, change.files), reader_(reader.again_records(overlay_)), rulebook_(desk.rulebook()) {
    for (const auto& each : plan.records) {
      std::visit([&]<class Record>(const Record& record) { reader_.one<Record>(actions::id_of(record)); },
                 each);
    }
    if (const Problems problems = reader_.problems(); !problems.empty()) {
      throw Trouble(Cause::usage, "that would not be sound: " + problems.front().message);
    }
  }

  [[nodiscard]] Findings judge(const actions::Plan& plan, Day today) const {
    return rulebook_.judge_act(*plan.act, reader_.records(), plan.subjects, today);
  }
  [[nodiscard]] Findings check(Day today) const { return rulebook_.check(reader_.records(), today); }

 private:
  store::OverlaySource overlay_;
  store::Reader reader_;
  const rules::Rulebook& rulebook_;
};

/// The rules that somebody who answers for it passes; nothing when one of them has no override.
std::vector<std::string> passable(const Findings& findings) {
  std::vector<std::string> rules;
  if (is_final(findings)) return rules;
  for (const auto& finding : findings) {
    if (!finding.says_no()) continue;
    if (std::ranges::find(rules, finding.rule) == rules.end()) rules.push_back(finding.rule);
  }
  return rules;
}

std::string diff_of(const store::Change& change, const store::Source& source) {
  std::string diff;
  for (const auto& [path, bytes] : change.files) diff += git::diff(source.read(path).bytes, bytes, path);
  return diff;
}

git::Paths paths_of(const store::Change& change) {
  git::Paths paths;
  paths.reserve(change.files.size());
  for (const auto& [path, bytes] : change.files) paths.push_back(path);
  return paths;
}

/// Judges the plan's outcome, and passes rules where somebody answers for it.
class Judgement {
 public:
  Judgement(const Writing& writing, OpenDirectory& directory, Desk& desk, const actions::Facts& facts)
      : writing_(writing), directory_(directory), source_(directory.source), desk_(desk), facts_(facts) {}

  store::Change decide(Outcome& outcome) {
    store::Change change = judged_change(outcome);
    const auto rules = writing_.answer ? passable(refusing_) : std::vector<std::string>();
    if (!rules.empty()) {
      actions::override_rules(outcome.plan, facts_, rules, *writing_.answer);
      change = judged_change(outcome);
    }
    if (writing_.answer && outcome.plan.passed.empty()) {
      outcome.plan.notes.emplace_back("no rule was passed, so no override was recorded");
    }
    outcome.refused = std::ranges::any_of(refusing_, &Finding::says_no);
    return change;
  }

 private:
  store::Change judged_change(Outcome& outcome) {
    store::Change change = change_of(outcome.plan, desk_, source_, writing_.command);
    if (directory_.transaction) directory_.transaction->expect(paths_of(change));
    const Outlook outlook(desk_, desk_.reader(), source_, outcome.plan, change);
    if (outcome.plan.act) {
      const auto before = desk_.rulebook().judge_act(*outcome.plan.act, desk_.records(),
                                                     outcome.plan.subjects, writing_.today);
      refusing_ = new_findings(before, outlook.judge(outcome.plan, writing_.today));
    }
    outcome.findings = refusing_;
    if (outcome.plan.tells) tell(outlook, outcome.findings);
    return change;
  }

  /// Adds what else the rules newly say, which refuses nothing: a fact is recorded all the same.
  void tell(const Outlook& outlook, Findings& findings) const {
    const auto before = desk_.rulebook().check(desk_.records(), writing_.today);
    for (auto& each : news(before, outlook.check(writing_.today))) {
      const auto known = [&](const Finding& finding) { return same_matter(finding, each); };
      if (std::ranges::none_of(findings, known)) findings.push_back(std::move(each));
    }
    sort(findings);
  }

  const Writing& writing_;
  OpenDirectory& directory_;
  const store::Source& source_;
  Desk& desk_;
  const actions::Facts& facts_;
  Findings refusing_;
};

}  // namespace

Findings new_findings(const Findings& before, Findings after) {
  for (const auto& old : before) {
    const auto same = std::ranges::find_if(after,
                                           [&](const Finding& finding) { return same_matter(old, finding); });
    if (same != after.end()) after.erase(same);
  }
  return after;
}

Findings news(const Findings& before, const Findings& after) {
  Findings fresh = new_findings(before, after);
  std::erase_if(fresh, [&](const Finding& finding) {
    return finding.measured && std::ranges::any_of(before, [&](const Finding& old) {
             return old.measured && old.rule == finding.rule && old.subject == finding.subject &&
                    old.from == finding.from && old.due == finding.due;
           });
  });
  return fresh;
}

fs::path find_data_directory(const std::string& given, const std::string& from_environment,
                             const fs::path& start) {
  const std::string& named = given.empty() ? from_environment : given;
  if (!named.empty()) {
    if (fs::exists(fs::path(named) / store::settings_path)) return named;
    throw Trouble(Cause::usage,
                  fmt::format("there is no {} in {}, make a data directory with 'mentorctl init'",
                              store::settings_path, in_quotes(named)));
  }
  for (fs::path folder = start; !folder.empty(); folder = folder.parent_path()) {
    if (fs::exists(folder / store::settings_path)) return folder;
    if (folder == folder.root_path()) break;
  }
  throw Trouble(Cause::usage,
                "this is no data directory and none of those above is: go into one, name it with --data or "
                "MENTORCTL_DATA, or make one with 'mentorctl init'");
}

Desk::Desk(const store::Source& source, Day today, store::Examples examples, Later later,
           store::Schemes schemes)
    : reader_(source, later == Later::is_left_out ? std::optional(today) : std::nullopt), today_(today) {
  reader_.settings(examples, schemes);
  bind_rules();
}

/// Binds the rules of all policies that were read.
void Desk::bind_rules() {
  Problems problems;
  rulebook_.emplace(reader_.policies(), problems);
  for (const auto& scheme : policies().schemes()) {
    for (const auto& edition : policies().editions(scheme))
      std::ignore = rules::run_examples(edition, problems);
  }
  reader_.add(std::move(problems));
}

Id Desk::record(std::string_view text) {
  const std::size_t bound = policies().schemes().size();
  const Id id = store::find_record(reader_, text);
  if (policies().schemes().size() > bound) bind_rules();
  store::require_sound(reader_);
  return id;
}

void Desk::read_around(const Id& id) {
  store::read_around(reader_, id);
  store::require_sound(reader_);
}

void Desk::read_names() {
  reader_.all<Mentor>();
  reader_.all<YoungPerson>();
  reader_.all<Match>();
  reader_.all<Concern>();
  store::require_sound(reader_);
}

void Desk::read_everything() {
  reader_.everything();
  store::require_sound(reader_);
}

void Desk::read_all_but_sessions() {
  reader_.all_but_logs();
  if (!reader_.is_sound()) read_everything();
}

Findings Desk::check(rules::Timings* timings) {
  read_all_but_sessions();
  auto judged = of_each_pair(records(), reader_.as_of(), [&](const rules::Pair& pair) {
    return rulebook().judge(pair, today_, timings);
  });
  return rulebook().conclude(std::move(judged), records(), today_, timings);
}

ReadingRoom::ReadingRoom(const fs::path& root, std::string_view command, const Clocks& clocks,
                         store::Examples examples, store::Schemes schemes)
    : repository_(root),
      hold_(repository_, command),
      commit_(repository_.head()),
      reads_commit_(!clocks.known_at.empty()),
      later_(clocks.later) {
  if (reads_commit_) {
    source_ = committed_source(clocks.known_at);
  } else {
    source_ = std::make_unique<store::FolderSource>(root);
  }
  source_ = std::make_unique<store::WatchedSource>(std::move(source_), clocks.progress);
  desk_.emplace(*source_, clocks.today, examples, clocks.later, schemes);
}

std::unique_ptr<store::Source> ReadingRoom::committed_source(const std::string& known_at) {
  constexpr std::size_t short_id = 12;
  git::Objects objects(repository_);
  commit_ = git::commit_known_as(objects, known_at, repository_.head());
  auto tree = std::make_unique<TreeSource>(repository_, std::move(objects), commit_,
                                           commit_.substr(0, short_id));
  if (!tree->is_there()) throw git::nothing_yet(known_at);
  return tree;
}

git::Paths ReadingRoom::unrecorded(const git::Paths& paths) const {
  if (reads_commit_) return {};
  if (paths.empty() && unrecorded_) return *unrecorded_;
  git::Paths changed = repository_.status(paths);
  std::erase_if(changed, [](const std::string& path) { return !store::is_record_path(path); });
  if (paths.empty()) unrecorded_ = changed;
  return changed;
}

void ReadingRoom::expect_unrecorded() {
  if (!reads_commit_) repository_.prepare_status();
}

Outcome write(const Writing& writing, const MakePlan& make_plan) {
  OpenDirectory directory(writing, Transaction::Author::later);
  const store::Source& source = directory.source;
  Desk desk(source, writing.today);
  store::require_sound(desk.reader());
  const actions::Facts facts{desk.records(), desk.policies(), writing.today, writing.random};
  Outcome outcome;
  outcome.plan = make_plan(desk, facts);
  store::require_sound(desk.reader());
  if (directory.transaction) directory.transaction->require_author();
  const store::Change change = Judgement(writing, directory, desk, facts).decide(outcome);
  if (outcome.refused) return outcome;
  if (directory.transaction) {
    outcome.commit = directory.transaction->commit(change);
  } else {
    outcome.diff = diff_of(change, source);
  }
  return outcome;
}

}  // namespace mentor
