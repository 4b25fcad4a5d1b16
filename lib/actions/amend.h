/// Correcting what a record says, field by field.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actions/plan.h"

namespace mentor::actions {

/// What is corrected: a record, one of its entries, or an entry of a log of the record: `P-9X2MC/S-8F3K2`.
struct Address {
  Id record;
  std::optional<Id> entry;

  [[nodiscard]] std::string text() const;
  friend bool operator==(const Address&, const Address&) = default;
};

enum class How : std::uint8_t { set, add, take };

/// One correction as somebody asks for it: `area=Wath`, `interests+=chess`, `interests-=chess`, `area=` to
/// take the field out. A field of a group is named with a point: `first_meeting.activity=Bowling`.
struct Amendment {
  std::string key;
  How how = How::set;
  std::string value;  ///< the text as it was typed; empty takes the field out
};

/// Throws Trouble (usage) when the text has no key, or a value that no record may hold.
[[nodiscard]] Amendment parse_amendment(const std::string& text);

/// Makes the same corrections of each of these, which must leave records of their kinds: Trouble (usage)
/// else, and nothing is changed. A field that is a list takes a value from each correction. Needs the
/// records, or the logs in which the entries stand; of who was at an event, the people; of a match's people,
/// or of its course, all matches and people. One that would then have a young person who is in another is
/// refused; so is one that comes to be open, or is proposed with somebody else, when one of the two has left;
/// whom it is proposed with is judged as a proposal is. Who is added to an event is as one who was logged
/// with it (actions/events.h).
[[nodiscard]] Plan amend(const std::vector<Address>& addresses, const std::vector<Amendment>& amendments,
                         const Facts& facts);

/// Takes the entries out of their lists. Needs the same.
[[nodiscard]] Plan strike(const std::vector<Address>& addresses, const Facts& facts);

}  // namespace mentor::actions
