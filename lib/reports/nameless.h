/// What somebody said, so that it may leave the building.
#pragma once

#include <string>
#include <string_view>

#include "model/known_names.h"

namespace mentor::reports {

/// The text in one line, without what says who it is: the names and identifiers become
/// `[name]`, numbers with seven digits or more `[number]`, addresses of mail, sites, accounts and houses, and
/// postcodes, `[address]`. A name that is an everyday word too (`will`) is one with a capital only.
/// A nickname that no record holds is not known to be one.
[[nodiscard]] std::string nameless(std::string_view text, const KnownNames& names);

}  // namespace mentor::reports
