#include "store/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "model/as_of.h"
#include "model/outline.h"
#include "store/paths.h"
#include "store/record_file.h"
#include "store/soundness.h"
#include "store/yaml.h"

namespace mentor::store {

namespace {

/// Puts a record into the register, under its identifier.
template <class Record>
void put(Register& records, Record record) {
  if constexpr (requires { RecordKind<Record>::file; }) {
    records.activities = std::move(record);
  } else if constexpr (requires { record.of; }) {
    const auto id = record.of;
    records_of<Record>(records).emplace(id, std::move(record));
  } else {
    const auto id = record.id;
    records_of<Record>(records).emplace(id, std::move(record));
  }
}

template <class Record>
bool holds(const Register& records, const Id& id) {
  const auto& kept = records_of<Record>(records);
  const auto key = std::remove_cvref_t<decltype(kept)>::key_type::parse(id.view());
  return key && kept.contains(*key);
}

template <class Record>
Draft<Record> draft_of(const Source& source, const std::string& path) {
  Draft<Record> draft;
  const Contents contents = source.read(path);
  draft.is_there = contents.bytes.has_value() || !contents.problem.empty();
  if (!contents.problem.empty()) {
    draft.problems.push_back({{path, {1, 1}}, contents.problem, {}});
  } else if (contents.bytes) {
    auto record = read_record<Record>(*contents.bytes, path, draft.problems);
    if (draft.problems.empty()) draft.record = std::move(record);
  }
  return draft;
}

/// Editors leave copies beside a file; they are nobody's record.
bool is_editors_copy(std::string_view name) { return name.ends_with('~'); }

/// Whether an escape here can stand for a part of an identifier: one by its number, or one that joins lines.
bool may_hide(std::string_view text) {
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 1)) {
    const auto next = text.substr(at + 1, 1);
    if (next.find_first_of("xuU\r\n") != std::string_view::npos) return true;
  }
  return false;
}

/// Whether the identifier can stand in the text: plainly, or behind an escape.
bool may_name(std::string_view text, const Id& id) {
  return text.find(id.view()) != std::string_view::npos || may_hide(text);
}

}  // namespace

void Reader::report(const std::string& file, Place place, std::string message) {
  problems_.push_back({{file, place}, std::move(message), {}});
}

void Reader::settings(Examples examples, Schemes schemes) {
  examples_ = examples;
  schemes_ = schemes;
  const std::string path(settings_path);
  const Contents contents = source_.read(path);
  if (!contents.bytes) {
    return report(path, {1, 1}, contents.problem.empty() ? "there are no settings here" : contents.problem);
  }
  records_.settings = read_record<Settings>(*contents.bytes, path, problems_);
  check_soundness(records_.settings, records_, policies_, problems_);
  if (schemes == Schemes::all) all_policies();
}

void Reader::all_policies() {
  for (const auto& scheme : records_.settings.schemes) policies_of(scheme);
}

/// A scheme that does not run here is told beside all that do.
template <class Record>
void Reader::meet_scheme(const Record& record) {
  if constexpr (requires { record.scheme; }) {
    if (schemes_ == Schemes::all) return;
    const auto& known = records_.settings.schemes;
    if (std::ranges::find(known, record.scheme) == known.end()) return all_policies();
    policies_of(record.scheme);
  }
}

void Reader::policies_of(const std::string& scheme) {
  if (!met_.insert(scheme).second) return;
  const std::string folder = policy_folder(scheme);
  const auto names = source_.list(folder);
  for (const auto& name : names) {
    if (name.ends_with(record_ending)) policy_file(fmt::format("{}/{}", folder, name));
  }
  if (policies_.editions(scheme).empty() && problems_.empty()) {
    report(std::string(settings_path), place_of(records_.settings, &Settings::schemes),
           fmt::format("scheme {} has no policy, put one into {}/ named after the day from which it holds",
                       in_quotes(scheme), folder));
  }
}

void Reader::policy_file(const std::string& path) {
  const Contents contents = source_.read(path);
  if (!contents.bytes) return report(path, {1, 1}, contents.problem);
  const auto text = examples_ == Examples::read ? std::string_view(*contents.bytes)
                                                : policy::without_examples(*contents.bytes);
  Parsed parsed = parse_yaml(text, path);
  if (parsed.problem) {
    problems_.push_back(*parsed.problem);
    return;
  }
  auto edition = policy::read_edition(std::move(parsed.root), path, problems_);
  edition.text = *contents.bytes;
  policies_.add(std::move(edition));
}

template <class Record>
void Reader::read_file(const std::string& path) {
  if (was_read<Record>(path)) return;
  Draft<Record> draft = draft_of<Record>(source_, path);
  bring_in(path, draft);
  inspect(draft);
  keep(std::move(draft));
}

template <class Record>
bool Reader::was_read(const std::string& path) const {
  if (unread_.contains(path) || absent_.contains(path)) return true;
  if constexpr (requires { RecordKind<Record>::file; }) {
    return has_activities_;
  } else {
    const auto id = Id::parse(stem(path));
    return id && holds<Record>(records_, *id);
  }
}

/// Takes note of what was read, and reads what the record refers to.
template <class Record>
void Reader::bring_in(const std::string& path, Draft<Record>& draft) {
  ++taken_;
  add(std::exchange(draft.problems, {}));
  if (!draft.record) {
    (draft.is_there ? unread_ : absent_).insert(path);
    return;
  }
  meet_scheme(*draft.record);
  follow(*draft.record);
}

/// Looks whether a record is sound, and leaves of it what is kept: of several at once, for nothing else
/// changes.
template <class Record>
void Reader::inspect(Draft<Record>& draft) const {
  if (!draft.record) return;
  check_soundness(*draft.record, records_, policies_, draft.problems);
  if constexpr (requires { outline_of(*draft.record); }) {
    if (keeps_ == Keeps::outlines) draft.record = outline_of(*draft.record);
  }
}

template <class Record>
void Reader::keep(Draft<Record> draft) {
  if (!draft.record) return;
  add(std::move(draft.problems));
  if constexpr (requires { RecordKind<Record>::file; }) has_activities_ = true;
  put(records_, std::move(*draft.record));
}

template <class Record>
void Reader::one(const Id& id) {
  asked_.emplace_back([id](Reader& reader) { reader.one<Record>(id); });
  read_file<Record>(record_path<Record>(id));
}

template <class Record>
bool Reader::has_file(const Id& id) {
  one<Record>(id);
  return !absent_.contains(record_path<Record>(id));
}

template <class Record>
bool Reader::has(const Id& id) {
  if (!has_file<Record>(id)) return false;
  return !as_of_ || !holds<Record>(records_, id) || holds<Record>(records(), id);
}

const Register& Reader::records() const {
  if (!as_of_) return records_;
  if (past_.empty() || past_is_of_ != taken_) {
    past_.push_back(mentor::as_of(records_, *as_of_));
    past_is_of_ = taken_;
  }
  return past_.back();
}

template <class Record>
void Reader::all() {
  asked_.emplace_back([](Reader& reader) { reader.all<Record>(); });
  if constexpr (requires { RecordKind<Record>::file; }) {
    read_file<Record>(std::string(RecordKind<Record>::file));
  } else {
    read_folder<Record>();
  }
}

template <class Record>
std::vector<std::string> Reader::paths_of() {
  const std::string folder(RecordKind<Record>::folder);
  std::vector<std::string> paths;
  for (const auto& name : source_.list(folder)) {
    std::string path = fmt::format("{}/{}", folder, name);
    if (name.ends_with(record_ending)) {
      paths.push_back(std::move(path));
    } else if (!is_editors_copy(name)) {
      report(path, {1, 1}, "this is no record by its name, end it in .yaml or take it out of this folder");
    }
  }
  return paths;
}

template <class Record>
void Reader::read_folder() {
  std::vector<std::string> paths = paths_of<Record>();
  std::erase_if(paths, [&](const std::string& path) { return was_read<Record>(path); });
  constexpr std::size_t most_drafts = 512;  // more would need room while they wait for each other
  for (std::size_t begin = 0; begin < paths.size(); begin += most_drafts) {
    std::vector<Draft<Record>> drafts(std::min(most_drafts, paths.size() - begin));
    for_each_number(drafts.size(), source_.calls(),
                    [&](std::size_t i) { drafts[i] = draft_of<Record>(source_, paths[begin + i]); });
    for (std::size_t i = 0; i < drafts.size(); ++i) bring_in(paths[begin + i], drafts[i]);
    for_each_number(drafts.size(), Calls::at_once, [&](std::size_t i) { inspect(drafts[i]); });
    for (auto& draft : drafts) keep(std::move(draft));
  }
}

template <class Record>
void Reader::naming(const Id& id) {
  asked_.emplace_back([id](Reader& reader) { reader.naming<Record>(id); });
  const std::string folder(RecordKind<Record>::folder);
  for (const auto& name : source_.list(folder)) {
    const std::string path = fmt::format("{}/{}", folder, name);
    if (!name.ends_with(record_ending) || was_read<Record>(path)) continue;
    const Contents contents = source_.read(path);
    if (!contents.bytes || may_name(*contents.bytes, id)) read_file<Record>(path);
  }
}

Reader Reader::again_records(const Source& source) const {
  Reader reader(source, as_of_);
  reader.keeps_ = keeps_;
  reader.examples_ = examples_;
  reader.schemes_ = schemes_;
  reader.met_ = met_;
  reader.records_.settings = records_.settings;
  reader.policies_ = policies_;
  for (const auto& ask : asked_) ask(reader);
  return reader;
}

Reader Reader::again(const Source& source) const {
  Reader reader(source, as_of_);
  reader.keeps_ = keeps_;
  reader.settings(examples_, schemes_);
  for (const auto& ask : asked_) ask(reader);
  return reader;
}

namespace {

/// Calls `visit` with each kind of record that has a folder.
template <class Visit>
void for_each_kind(Visit visit) {
  const auto each = [&]<class... Records>() { (visit.template operator()<Records>(), ...); };
  each.template operator()<Mentor, YoungPerson, Match, SessionLog, CheckInLog, Event, Concern>();
}

}  // namespace

void Reader::at(const std::string& path) {
  asked_.emplace_back([path](Reader& reader) { reader.at(path); });
  if (!is_record_path(path)) return;
  if (path == activities_path) return read_file<ActivityBank>(path);
  for_each_kind([&]<class Record>() {
    if (path.starts_with(fmt::format("{}/", RecordKind<Record>::folder))) read_file<Record>(path);
  });
}

void Reader::everything() {
  for_each_kind([&]<class Record>() { all<Record>(); });
  all<ActivityBank>();
}

void Reader::all_but_logs() {
  for_each_kind([&]<class Record>() {
    if constexpr (!std::is_same_v<Record, SessionLog>) all<Record>();
  });
  all<ActivityBank>();
}

template <class Record>
void Reader::refer_to(const Id& id, const std::string& file, Place place) {
  const std::string path = record_path<Record>(id);
  read_file<Record>(path);
  if (!absent_.contains(path)) return;
  report(file, place,
         fmt::format("there is no {} '{}', correct the identifier or bring the record back",
                     RecordKind<Record>::noun, id.view()));
  problems_.back().missing = path;
}

/// Reads what a record refers to; what is not there is a problem of the record that names it.
template <class Record>
void Reader::follow(const Record& record) {
  const auto person = [&](const Id& id, Place place) {
    if (id.kind() == MentorId::letter) return refer_to<Mentor>(id, record.file, place);
    if (id.kind() == YoungPersonId::letter) return refer_to<YoungPerson>(id, record.file, place);
    report(record.file, place,
           fmt::format("'{}' is nobody's identifier, write a mentor's or young person's", id.view()));
  };
  if constexpr (std::is_same_v<Record, Mentor>) {
    for (const auto& step : record.steps) {
      if (step.with) refer_to<YoungPerson>(*step.with, record.file, place_of(step, &Step::with));
    }
  } else if constexpr (std::is_same_v<Record, Match>) {
    refer_to<YoungPerson>(record.young_person, record.file, place_of(record, &Match::young_person));
    refer_to<Mentor>(record.mentor, record.file, place_of(record, &Match::mentor));
  } else if constexpr (std::is_same_v<Record, SessionLog>) {
    refer_to<Match>(record.of, record.file, {1, 1});
  } else if constexpr (std::is_same_v<Record, CheckInLog>) {
    if (record.of.kind() == MatchId::letter) return refer_to<Match>(record.of, record.file, {1, 1});
    person(record.of, {1, 1});
  } else if constexpr (std::is_same_v<Record, Event>) {
    for (const auto& id : record.invited) person(id, place_of(record, &Event::invited));
    for (const auto& id : record.attended) person(id, place_of(record, &Event::attended));
    for (const auto& each : record.see_again) {
      person(each.by, place_of(each, &SeeAgain::by));
      person(each.whom, place_of(each, &SeeAgain::whom));
    }
  } else if constexpr (std::is_same_v<Record, Concern>) {
    if (const auto id = Id::parse(record.about)) person(*id, place_of(record, &Concern::about));
  }
}

namespace {

/// The sessions of a match on their way to whoever looks at them.
struct ComingLog {
  std::optional<std::size_t> number;  ///< of the match; none: nobody looks at them
  bool has_file = false;
  Problems problems = {};
  bool is_unread = false;
};

}  // namespace

void Reader::each_log(const Register& records, std::optional<Day> by,
                      const std::function<void(std::size_t number, const SessionLog& log)>& look) {
  all<Match>();
  std::map<std::string, ComingLog> coming;  // by path
  for (const auto& [id, match] : records.matches)
    coming.emplace(record_path<SessionLog>(id), ComingLog{coming.size()});
  for (auto& path : paths_of<SessionLog>()) coming[std::move(path)].has_file = true;
  std::vector<std::pair<const std::string, ComingLog>*> in_order;
  in_order.reserve(coming.size());
  for (auto& each : coming) in_order.push_back(&each);
  const bool is_sound = problems_.empty();
  for_each_number(in_order.size(), source_.calls(), [&](std::size_t i) {
    auto& [path, log] = *in_order[i];
    Draft<SessionLog> draft;
    if (log.has_file) draft = draft_of<SessionLog>(source_, path);
    log.problems = std::move(draft.problems);
    log.is_unread = !log.problems.empty();
    if (draft.record) check_soundness(*draft.record, records_, policies_, log.problems);
    if (!is_sound || !log.problems.empty() || !log.number) return;
    if (!draft.record) draft.record.emplace();
    if (by) leave_out_later(*draft.record, *by);
    look(*log.number, *draft.record);
  });
  for (auto& [path, log] : coming) {
    add(std::move(log.problems));
    if (log.is_unread) unread_.insert(path);
    if (const auto match = MatchId::parse(stem(path)); match && !log.is_unread)
      refer_to<Match>(*match, path, {1, 1});
  }
}

void Reader::add(Problems problems) {
  problems_.insert(problems_.end(), std::make_move_iterator(problems.begin()),
                   std::make_move_iterator(problems.end()));
}

Problems Reader::problems() const {
  Problems sorted = problems_;
  std::ranges::sort(sorted);
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::string file;
  Contents contents;
  std::vector<std::string_view> lines;
  for (auto& problem : sorted) {
    if (!problem.line.empty()) continue;
    if (problem.spot.file != file) {
      file = problem.spot.file;
      contents = source_.read(file);
      lines = split_lines(contents.bytes ? std::string_view(*contents.bytes) : std::string_view());
    }
    const std::size_t number = problem.spot.place.line;
    if (number >= 1 && number <= lines.size()) problem.line = lines[number - 1];
  }
  for (auto& problem : sorted) problem.spot.file = source_.called(problem.spot.file);
  return sorted;
}

#define MENTOR_READ(Record)                        \
  template void Reader::one<Record>(const Id& id); \
  template void Reader::all<Record>();             \
  template bool Reader::has<Record>(const Id& id);
MENTOR_READ(Mentor)
MENTOR_READ(YoungPerson)
MENTOR_READ(Match)
MENTOR_READ(SessionLog)
MENTOR_READ(CheckInLog)
MENTOR_READ(Event)
MENTOR_READ(Concern)
#undef MENTOR_READ
template void Reader::all<ActivityBank>();
template void Reader::naming<Match>(const Id& id);

}  // namespace mentor::store
