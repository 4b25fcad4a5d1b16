/// Reads records from a Source into a Register, and nothing that was not asked for.
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/problem.h"
#include "model/register.h"
#include "policy/edition.h"
#include "store/source.h"

namespace mentor::store {

enum class Examples : bool { leave, read };
/// Whose policies are read: those of all schemes that run here, or of the schemes of the records that are
/// read, each with the first of them. The latter is for what says nothing of other schemes.
enum class Schemes : bool { all, met };

/// What is kept of people and matches: all, or who they are and when a match ran (model/outline.h). All of it
/// is judged.
enum class Keeps : bool { whole, outlines };

/// A file by itself, before it is looked at beside the others.
template <class Record>
struct Draft {
  bool is_there = false;
  std::optional<Record> record;  ///< nothing when something is wrong in it
  Problems problems;
};

/// What is read must be sound: every mistake in it is a problem, all of them are collected, in the order of
/// paths. A record brings what it refers to: a match its two people, a log its match.
class Reader {
 public:
  /// With a day, records() holds what had happened by then; soundness is judged of all that was read.
  explicit Reader(const Source& source, std::optional<Day> as_of = {}) : source_(source), as_of_(as_of) {}

  /// The settings and the policies of the schemes that they name. Called first. The examples in a policy are
  /// left unread unless they are asked for: most commands have no use for them.
  void settings(Examples examples = Examples::leave, Schemes schemes = Schemes::all);

  /// Called before people and matches are read.
  void keep(Keeps what) { keeps_ = what; }

  /// One record, if there is such a file. Reading it again costs nothing.
  template <class Record>
  void one(const Id& id);
  /// All records of that kind; of the activities, those in their one file if there is one.
  template <class Record>
  void all();
  /// All records of that kind in whose files that identifier stands: the others are not read as records.
  template <class Record>
  void naming(const Id& id);
  /// Goes by the matches of `records`, which are of those that were read, and calls `look(number, log)` with
  /// the number of each and its sessions up to the day: for the call alone, so that they need little room
  /// however many there are. A match without any has a log without entries. Several calls are made at once
  /// where the source can be read so. As in all(), every log must be sound; one that is not, and any beside
  /// records that are not, nobody looks at. Throws what `look` throws. again() knows nothing of it.
  void each_log(const Register& records, std::optional<Day> by,
                const std::function<void(std::size_t number, const SessionLog& log)>& look);
  /// The record in that file, of whatever kind; the settings and policies are read from the start. What is no
  /// place of a record is let be.
  void at(const std::string& path);
  /// Everything that there is.
  void everything();
  /// The same without the sessions, for each_log().
  void all_but_logs();

  /// Whether there is a file for that record, sound or not; with a day, whether it was there by then.
  template <class Record>
  [[nodiscard]] bool has(const Id& id);

  /// Reads from another source all that this one was asked for.
  [[nodiscard]] Reader again(const Source& source) const;
  /// The same for a source that holds these settings and policies: they are taken as they were read.
  [[nodiscard]] Reader again_records(const Source& source) const;

  [[nodiscard]] const Source& source() const { return source_; }
  [[nodiscard]] std::optional<Day> as_of() const { return as_of_; }
  /// What was read so far. With a day this is a copy, which does not follow what is read later.
  [[nodiscard]] const Register& records() const;
  /// Those that were read so far.
  [[nodiscard]] const policy::Policies& policies() const { return policies_; }

  /// Adds what somebody else found wrong in what was read.
  void add(Problems problems);
  /// Whether that file of a record could not be read: what else is wrong in it nobody knows then.
  [[nodiscard]] bool is_unread(const std::string& path) const { return unread_.contains(path); }
  [[nodiscard]] bool is_sound() const { return problems_.empty(); }
  /// What is wrong in all that was read, sorted by path and place, each with its line.
  [[nodiscard]] Problems problems() const;

 private:
  template <class Record>
  void read_file(const std::string& path);
  /// Whether the file was read, or found not to be there.
  template <class Record>
  [[nodiscard]] bool was_read(const std::string& path) const;
  template <class Record>
  void bring_in(const std::string& path, Draft<Record>& draft);
  template <class Record>
  void inspect(Draft<Record>& draft) const;
  template <class Record>
  void keep(Draft<Record> draft);
  template <class Record>
  void read_folder();
  /// The paths of a kind's records; what is none by its name is a problem.
  template <class Record>
  [[nodiscard]] std::vector<std::string> paths_of();
  template <class Record>
  void follow(const Record& record);
  template <class Record>
  [[nodiscard]] bool has_file(const Id& id);
  template <class Record>
  void refer_to(const Id& id, const std::string& file, Place place);
  template <class Record>
  void meet_scheme(const Record& record);
  void all_policies();
  void policies_of(const std::string& scheme);
  void policy_file(const std::string& path);
  void report(const std::string& file, Place place, std::string message);

  const Source& source_;
  std::optional<Day> as_of_;
  Examples examples_ = Examples::leave;
  Keeps keeps_ = Keeps::whole;
  Schemes schemes_ = Schemes::all;
  std::set<std::string> met_;  ///< schemes whose policies were read
  Register records_;
  policy::Policies policies_;
  Problems problems_;
  std::vector<std::function<void(Reader&)>> asked_;
  std::set<std::string> absent_;      ///< paths that were asked for, and are not there
  std::set<std::string> unread_;      ///< and those that could not be read
  mutable std::list<Register> past_;  ///< what records() gave so far
  bool has_activities_ = false;
  std::size_t taken_ = 0;               ///< how many files were read
  mutable std::size_t past_is_of_ = 0;  ///< of how many of them the last of these is
};

}  // namespace mentor::store
