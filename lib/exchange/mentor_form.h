/// The form on which a mentor tells of themself: when they come, or once they are trained.
///
/// Its fields are those of a mentor's record that they know best (model/schema.h). See exchange/form.h for
/// how it is printed and read.
#pragma once

#include <string>
#include <vector>

#include "exchange/form.h"
#include "model/records.h"

namespace mentor::exchange {

/// The form, empty, for these schemes as their policies are on that day.
[[nodiscard]] std::string empty_mentor_form(const std::vector<std::string>& schemes,
                                            const policy::Policies& policies, Day today);

/// The mentor in a form that was filled in, without an identifier. Throws Trouble (records) for all that is
/// wrong in the form.
[[nodiscard]] Mentor read_mentor_form(const Filled& filled, const policy::Policies& policies, Day today);

}  // namespace mentor::exchange
