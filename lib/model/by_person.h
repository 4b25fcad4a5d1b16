/// Records that name people: by identifier, and by whom they name.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "model/id.h"
#include "model/records.h"

namespace mentor {

/// The young person and the mentor of a match.
[[nodiscard]] inline std::vector<Id> people_in(const Match& match) {
  return {match.young_person, match.mentor};
}
/// Whoever was invited to an event.
[[nodiscard]] inline std::vector<Id> people_in(const Event& event) { return event.invited; }

[[nodiscard]] inline bool is_of(const Match& match, const Id& person) {
  return match.young_person == person || match.mentor == person;
}
[[nodiscard]] inline bool is_of(const Event& event, const Id& person) {
  return std::ranges::find(event.invited, person) != event.invited.end();
}

/// In the order of identifiers, like a map. People may be taken out of a record that is here, but nobody may
/// be put into one: put another record in its place.
template <class Record>
class ByPerson {
 public:
  using Map = std::map<decltype(Record::id), Record>;
  using key_type = typename Map::key_type;
  using mapped_type = typename Map::mapped_type;
  using value_type = typename Map::value_type;
  using iterator = typename Map::iterator;
  using const_iterator = typename Map::const_iterator;

  [[nodiscard]] iterator begin() { return records_.begin(); }
  [[nodiscard]] iterator end() { return records_.end(); }
  [[nodiscard]] const_iterator begin() const { return records_.begin(); }
  [[nodiscard]] const_iterator end() const { return records_.end(); }
  [[nodiscard]] const_iterator find(const key_type& id) const { return records_.find(id); }
  [[nodiscard]] const Record& at(const key_type& id) const { return records_.at(id); }
  [[nodiscard]] Record& at(const key_type& id) { return records_.at(id); }
  [[nodiscard]] bool contains(const key_type& id) const { return records_.contains(id); }
  [[nodiscard]] std::size_t size() const { return records_.size(); }
  [[nodiscard]] bool empty() const { return records_.empty(); }

  /// The records that name a person, in the order of identifiers.
  [[nodiscard]] std::vector<const Record*> of(const Id& person) const {
    std::vector<const Record*> theirs;
    const auto known = by_person_.find(person);
    if (known == by_person_.end()) return theirs;
    theirs.reserve(known->second.size());
    for (const key_type& id : known->second) {
      const auto found = records_.find(id);
      if (found != records_.end() && is_of(found->second, person)) theirs.push_back(&found->second);
    }
    return theirs;
  }

  /// Nothing changes when there is one of that identifier.
  void emplace(const key_type& id, Record record) {
    const auto [at, is_new] = records_.emplace(id, std::move(record));
    if (is_new) note(id, at->second);
  }
  void insert_or_assign(const key_type& id, Record record) {
    if (const auto found = records_.find(id); found != records_.end()) erase(found);
    emplace(id, std::move(record));
  }
  iterator erase(const_iterator record) {
    for (const Id& person : people_in(record->second)) std::erase(by_person_[person], record->first);
    return records_.erase(record);
  }

 private:
  void note(const key_type& id, const Record& record) {
    for (const Id& person : people_in(record)) {
      auto& theirs = by_person_[person];
      const auto at = std::ranges::lower_bound(theirs, id);
      if (at == theirs.end() || *at != id) theirs.insert(at, id);
    }
  }

  Map records_;
  std::map<Id, std::vector<key_type>> by_person_;  ///< sorted; may know more than there are
};

using Matches = ByPerson<Match>;
using Events = ByPerson<Event>;

}  // namespace mentor
