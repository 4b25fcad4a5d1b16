/// What somebody said, so that it may leave the building.
#pragma once

#include <string>
#include <string_view>

#include "model/register.h"

namespace mentor::reports {

/// The text in one line, without what says who it is: names that the records hold and identifiers become
/// `[name]`, numbers with seven digits or more `[number]`, addresses of mail, sites, accounts and houses, and
/// postcodes, `[address]`. A name that is an everyday word too (`will`) is one with a capital only.
/// A nickname that no record holds is not known to be one. Needs all that holds names.
[[nodiscard]] std::string nameless(std::string_view text, const Register& records);

}  // namespace mentor::reports
