#include "store/reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/as_of.h"
#include "store/paths.h"
#include "store/record_file.h"
#include "store/soundness.h"
#include "store/yaml.h"

namespace mentor::store {

namespace {

/// Puts a record into the register, under its identifier.
template <class Record>
void keep(Register& records, Record record) {
  if constexpr (requires { RecordKind<Record>::file; }) {
    records.activities = std::move(record);
  } else if constexpr (requires { record.of; }) {
    records_of<Record>(records).emplace(record.of, std::move(record));
  } else {
    records_of<Record>(records).emplace(record.id, std::move(record));
  }
}

template <class Record>
bool holds(const Register& records, const Id& id) {
  const auto& kept = records_of<Record>(records);
  const auto key = std::remove_cvref_t<decltype(kept)>::key_type::parse(id.view());
  return key && kept.contains(*key);
}

/// Editors leave copies beside a file; they are nobody's record.
bool is_editors_copy(std::string_view name) { return name.ends_with('~'); }

/// Whether the identifier can stand in the text: plainly, or behind an escape.
bool may_name(std::string_view text, const Id& id) {
  return text.find(id.view()) != std::string_view::npos || text.find('\\') != std::string_view::npos;
}

}  // namespace

void Reader::report(const std::string& file, Place place, std::string message) {
  problems_.push_back({{file, place}, std::move(message), {}});
}

void Reader::settings(Examples examples) {
  examples_ = examples;
  const std::string path(settings_path);
  const Contents contents = source_.read(path);
  if (!contents.bytes) {
    return report(path, {1, 1}, contents.problem.empty() ? "there are no settings here" : contents.problem);
  }
  records_.settings = read_record<Settings>(*contents.bytes, path, problems_);
  check_soundness(records_.settings, records_, policies_, problems_);
  for (const auto& scheme : records_.settings.schemes) policies_of(scheme);
}

void Reader::policies_of(const std::string& scheme) {
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
  if (!read_.insert(path).second) return;
  const Contents contents = source_.read(path);
  if (!contents.problem.empty()) {
    unread_.insert(path);
    return report(path, {1, 1}, contents.problem);
  }
  if (!contents.bytes) {
    absent_.insert(path);
    return;
  }
  const std::size_t before = problems_.size();
  auto record = read_record<Record>(*contents.bytes, path, problems_);
  if (problems_.size() > before) {
    unread_.insert(path);
    return;
  }
  follow(record);
  check_soundness(record, records_, policies_, problems_);
  keep(records_, std::move(record));
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
  if (past_.empty() || past_is_of_ != read_.size()) {
    past_.push_back(mentor::as_of(records_, *as_of_));
    past_is_of_ = read_.size();
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
void Reader::read_folder() {
  const std::string folder(RecordKind<Record>::folder);
  for (const auto& name : source_.list(folder)) {
    const std::string path = fmt::format("{}/{}", folder, name);
    if (name.ends_with(record_ending)) {
      read_file<Record>(path);
    } else if (!is_editors_copy(name)) {
      report(path, {1, 1}, "this is no record by its name, end it in .yaml or take it out of this folder");
    }
  }
}

template <class Record>
void Reader::naming(const Id& id) {
  asked_.emplace_back([id](Reader& reader) { reader.naming<Record>(id); });
  const std::string folder(RecordKind<Record>::folder);
  for (const auto& name : source_.list(folder)) {
    const std::string path = fmt::format("{}/{}", folder, name);
    if (!name.ends_with(record_ending) || read_.contains(path)) continue;
    const Contents contents = source_.read(path);
    if (!contents.bytes || may_name(*contents.bytes, id)) read_file<Record>(path);
  }
}

Reader Reader::again_records(const Source& source) const {
  Reader reader(source, as_of_);
  reader.examples_ = examples_;
  reader.records_.settings = records_.settings;
  reader.policies_ = policies_;
  for (const auto& ask : asked_) ask(reader);
  return reader;
}

Reader Reader::again(const Source& source) const {
  Reader reader(source, as_of_);
  reader.settings(examples_);
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

template <class Record>
void Reader::refer_to(const Id& id, const std::string& file, Place place) {
  if (has_file<Record>(id)) return;
  report(file, place,
         fmt::format("there is no {} '{}', correct the identifier or bring the record back",
                     RecordKind<Record>::noun, id.view()));
  problems_.back().missing = record_path<Record>(id);
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
