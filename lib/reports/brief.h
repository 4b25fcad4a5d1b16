/// What a mentor is handed about the young person whom they are matched with.
#pragma once

#include <vector>

#include "reports/report.h"

namespace mentor::reports {

/// The whole of it: the names of the two, whom to call in which order (the young person's own contacts, then
/// the scheme's), the key adult, the first meeting, the focus and the first day. Nothing else that the
/// records hold: the mentor knows only what the young person tells. Throws Trouble (refused) for a match that
/// is over, or to which the young person has not agreed, and while a concern about the mentor is open. Needs
/// the match, its people, the concerns and the settings.
[[nodiscard]] std::vector<Figure> brief(const Match& match, const Basis& basis);

}  // namespace mentor::reports
