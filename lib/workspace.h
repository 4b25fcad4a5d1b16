/// The order of work of every command, in one place.
///
/// Reading: hold the lock shared, read what the command needs, stop at whatever is wrong in it.
/// Writing: lock, is the repository fit, read, plan, judge the outcome, write, commit, unlock.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "actions/plan.h"
#include "base/day.h"
#include "base/finding.h"
#include "git/repository.h"
#include "rules/rulebook.h"
#include "store/change.h"
#include "store/lookup.h"
#include "store/reader.h"
#include "store/watched_source.h"
#include "transaction.h"

namespace mentor {

/// The data directory that is meant: `given`, else `from_environment`, else the nearest folder at or above
/// `start` that holds the settings. Throws Trouble (usage) when there is none.
[[nodiscard]] std::filesystem::path find_data_directory(const std::string& given,
                                                        const std::string& from_environment,
                                                        const std::filesystem::path& start);

/// What becomes of facts that are dated after the day that is gone by.
enum class Later : bool { stands, is_left_out };

/// The records as one command reads them.
class Desk {
 public:
  /// With Schemes::met a record that is looked for brings the rules of its scheme, and what is wrong in
  /// these.
  Desk(const store::Source& source, Day today, store::Examples examples = store::Examples::leave,
       Later later = Later::stands, store::Schemes schemes = store::Schemes::all);

  [[nodiscard]] store::Reader& reader() { return reader_; }
  [[nodiscard]] const Register& records() const { return reader_.records(); }
  [[nodiscard]] const policy::Policies& policies() const { return reader_.policies(); }
  [[nodiscard]] const rules::Rulebook& rulebook() const { return *rulebook_; }
  [[nodiscard]] Day today() const { return today_; }

  /// Reads a kind whole, or a record. Throws Trouble (records) when anything is wrong in it.
  template <class Record>
  void read_all() {
    reader_.all<Record>();
    store::require_sound(reader_);
  }
  template <class Record>
  void read(const Id& id) {
    reader_.one<Record>(id);
    store::require_sound(reader_);
  }
  /// Reads the matches of a mentor or a young person.
  void read_matches_of(const Id& person) {
    reader_.naming<Match>(person);
    store::require_sound(reader_);
  }
  void read_everything();
  /// The same without the sessions, for of_each_pair(): when anything is wrong in the rest, what is wrong in
  /// these is told with it.
  void read_all_but_sessions();
  /// Reads a record and what its soundness, and what the rules say of it, hang on.
  void read_around(const Id& id);
  /// Reads all that holds names, before words that somebody wrote go into the history.
  void read_names();

  /// What `make(pair)` gives for each match of `records`, in their order. These are the people and matches
  /// that were read, or part of them, and the sessions up to the day are read for the call alone. Several
  /// pairs are made something of at once. Throws Trouble (records) when anything is wrong in any log.
  template <class Make>
  [[nodiscard]] auto of_each_pair(const Register& records, std::optional<Day> by, Make make) {
    using Result = std::invoke_result_t<Make, const rules::Pair&>;
    static_assert(!std::is_same_v<Result, bool>, "several threads cannot write into a vector of bits");
    std::vector<Result> made(records.matches.size());
    std::vector<const Match*> matches;
    matches.reserve(made.size());
    for (const auto& [id, match] : records.matches) matches.push_back(&match);
    reader_.each_log(records, by, [&](std::size_t i, const SessionLog& log) {
      made[i] = make(rules::Pair::of(*matches[i], records, log));
    });
    store::require_sound(reader_);
    return made;
  }

  /// Reads everything, the sessions pair by pair, and says what the rules find on the day.
  [[nodiscard]] Findings check(rules::Timings* timings = nullptr);

  [[nodiscard]] MentorId mentor(std::string_view text) { return store::find_mentor(reader_, text); }
  [[nodiscard]] YoungPersonId young_person(std::string_view text) {
    return store::find_young_person(reader_, text);
  }
  [[nodiscard]] Id person(std::string_view text) { return store::find_person(reader_, text); }
  [[nodiscard]] MatchId match(std::string_view text) { return store::find_match(reader_, text, today_); }
  [[nodiscard]] ConcernId concern(std::string_view text) { return store::find_concern(reader_, text); }
  [[nodiscard]] Id record(std::string_view text);

 private:
  void bind_rules();

  store::Reader reader_;
  Day today_;
  std::optional<rules::Rulebook> rulebook_;
};

/// By which clocks somebody looks at the records: what had happened by a day, and what was known then.
struct Clocks {
  Day today;
  Later later = Later::stands;
  std::string
      known_at;  ///< a commit as git names it, or a day: the records as committed then; else as they are
  store::Progress progress = {};  ///< told while records are read
};

/// A data directory held for reading, for as long as this lives. Throws Trouble (usage) when the commit to
/// look at is not there, or the records were not there yet.
class ReadingRoom {
 public:
  ReadingRoom(const std::filesystem::path& root, std::string_view command, const Clocks& clocks,
              store::Examples examples = store::Examples::leave,
              store::Schemes schemes = store::Schemes::all);

  [[nodiscard]] Desk& desk() { return *desk_; }
  [[nodiscard]] const git::Repository& repository() const { return repository_; }
  /// The commit that is read, or the last one; empty when there is none.
  [[nodiscard]] const std::string& commit() const { return commit_; }
  /// What becomes here of facts dated after the day.
  [[nodiscard]] Later later() const { return later_; }
  /// The records that were changed by hand since that commit and are read here, of these paths or of all:
  /// none when a commit itself is read.
  [[nodiscard]] git::Paths unrecorded(const git::Paths& paths = {}) const;
  /// Lets git look for all of them while something else is done.
  void expect_unrecorded();

 private:
  [[nodiscard]] std::unique_ptr<store::Source> committed_source(const std::string& known_at);

  git::Repository repository_;
  ReadHold hold_;
  std::string commit_;
  bool reads_commit_;
  Later later_;
  std::unique_ptr<store::Source> source_;
  std::optional<Desk> desk_;
  mutable std::optional<git::Paths> unrecorded_;  ///< of all paths, once asked for: git looks at every file
};

enum class DryRun : bool { no, yes };

/// How a command writes.
struct Writing {
  std::filesystem::path root;
  std::string command;  ///< its word, for the history
  Day today;
  std::function<std::uint32_t()> random;
  std::optional<Override> answer;  ///< who passes a rule that says should, and why
  DryRun dry_run = DryRun::no;
  store::Progress progress = {};  ///< told while records are read
};

/// What came of it.
struct Outcome {
  actions::Plan plan;
  Findings findings;     ///< what the rules newly say of the outcome
  bool refused = false;  ///< a rule says no: nothing was written
  std::string commit;    ///< the new commit; empty after a refusal or a dry run
  std::string diff;      ///< of a dry run
};

/// What is found after a change and was not found before; the same matter twice counts twice.
[[nodiscard]] Findings new_findings(const Findings& before, Findings after);

/// The same for people: what was measured before, and is now measured otherwise, is not news.
[[nodiscard]] Findings news(const Findings& before, const Findings& after);

using MakePlan = std::function<actions::Plan(Desk& desk, const actions::Facts& facts)>;

/// Runs a command that changes records. Throws Trouble for whatever is wrong around the rules.
[[nodiscard]] Outcome write(const Writing& writing, const MakePlan& make_plan);

}  // namespace mentor
