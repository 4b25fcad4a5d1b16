/// The records that a command has read.
#pragma once

#include <map>
#include <string_view>
#include <type_traits>

#include "model/by_person.h"
#include "model/records.h"

namespace mentor {

/// Records by identifier, in the order of identifiers. What was not asked for is not there: see
/// store/reader.h.
struct Register {
  Settings settings;
  std::map<MentorId, Mentor> mentors;
  std::map<YoungPersonId, YoungPerson> young_people;
  Matches matches;
  std::map<MatchId, SessionLog> sessions;
  std::map<Id, CheckInLog> check_ins;
  Events events;
  std::map<ConcernId, Concern> concerns;
  ActivityBank activities;
};

/// The collection in which records of a kind are.
template <class Record>
[[nodiscard]] auto& records_of(auto& records) {
  if constexpr (std::is_same_v<Record, Mentor>) return records.mentors;
  if constexpr (std::is_same_v<Record, YoungPerson>) return records.young_people;
  if constexpr (std::is_same_v<Record, Match>) return records.matches;
  if constexpr (std::is_same_v<Record, SessionLog>) return records.sessions;
  if constexpr (std::is_same_v<Record, CheckInLog>) return records.check_ins;
  if constexpr (std::is_same_v<Record, Event>) return records.events;
  if constexpr (std::is_same_v<Record, Concern>) return records.concerns;
}

/// The record of that identifier, or nothing.
template <class Key, class Record, class Wanted>
[[nodiscard]] const Record* find(const std::map<Key, Record>& records, const Wanted& id) {
  const auto found = records.find(id);
  return found == records.end() ? nullptr : &found->second;
}

template <class Record, class Wanted>
[[nodiscard]] const Record* find(const ByPerson<Record>& records, const Wanted& id) {
  const auto found = records.find(id);
  return found == records.end() ? nullptr : &found->second;
}

/// The scheme of that person or match; empty when it is neither, or isn't there.
[[nodiscard]] std::string_view scheme_of(const Id& id, const Register& records);

}  // namespace mentor
