#include "model/describe.h"

#include "model/schema.h"

namespace mentor {

namespace {

template <class Record>
char letter_of() {
  if constexpr (requires(Record record) { record.id; }) return decltype(Record::id)::letter;
  return 0;
}

/// What is known of a kind of record before its fields.
template <class Record>
RecordShape kind() {
  using Kind = RecordKind<Record>;
  RecordShape shape{Kind::noun, Kind::plural, {}, {}, false, letter_of<Record>(), {}};
  if constexpr (requires { Kind::folder; }) shape.folder = Kind::folder;
  if constexpr (requires { Kind::file; }) shape.file = Kind::file;
  return shape;
}

template <class Record>
RecordShape record() {
  RecordShape shape = kind<Record>();
  shape.fields = describe<Record>();
  return shape;
}

template <class Log>
RecordShape log() {
  using Entry = typename decltype(Log::entries)::value_type;
  RecordShape shape = kind<Log>();
  shape.is_log = true;
  shape.letter = letter_of<Entry>();
  shape.fields = describe<Entry>();
  return shape;
}

}  // namespace

std::vector<RecordShape> record_shapes() {
  return {record<Settings>(), record<Mentor>(), record<YoungPerson>(), record<Match>(),    log<SessionLog>(),
          log<CheckInLog>(),  record<Event>(),  record<Concern>(),     log<ActivityBank>()};
}

}  // namespace mentor
