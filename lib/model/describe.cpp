#include "model/describe.h"

#include "model/schema.h"

namespace mentor {

namespace {

template <class Record>
char letter_of() {
  if constexpr (requires(Record record) { record.id; }) return decltype(Record::id)::letter;
  return 0;
}

template <class Record>
RecordShape record() {
  using Kind = RecordKind<Record>;
  return {Kind::noun, Kind::folder, false, letter_of<Record>(), describe<Record>()};
}

template <class Log>
RecordShape log() {
  using Kind = RecordKind<Log>;
  using Entry = typename decltype(Log::entries)::value_type;
  return {Kind::noun, Kind::folder, true, letter_of<Entry>(), describe<Entry>()};
}

}  // namespace

std::vector<RecordShape> record_shapes() {
  return {{"settings", "", false, 0, describe<Settings>()},
          record<Mentor>(),
          record<YoungPerson>(),
          record<Match>(),
          log<SessionLog>(),
          log<CheckInLog>(),
          record<Event>(),
          record<Concern>()};
}

}  // namespace mentor
