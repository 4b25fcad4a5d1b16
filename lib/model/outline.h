/// People and matches with what says who they are and when a match ran: for whatever goes by the sessions of
/// very many pairs, and has no use for the rest.
#pragma once

#include "model/records.h"

namespace mentor {

/// Who it is, of which scheme and area, and since when: `id`, `name`, `scheme`, `area`, `enquired`.
[[nodiscard]] Mentor outline_of(const Mentor& mentor);
/// `id`, `name`, `scheme`, `area`, `born`, `referred.on`.
[[nodiscard]] YoungPerson outline_of(const YoungPerson& person);
/// Whose it is and what its state and its periods go by: `decisions`, `started`, `pauses`, `renewals`,
/// `endings`, `reopened`.
[[nodiscard]] Match outline_of(const Match& match);

}  // namespace mentor
