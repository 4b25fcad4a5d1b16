/// The form on which somebody refers a young person, for all the schemes that run here.
///
/// Its fields are those of a young person's record that a referral has (model/schema.h). See exchange/form.h
/// for how it is printed and read.
#pragma once

#include <string>
#include <vector>

#include "exchange/form.h"
#include "model/records.h"

namespace mentor::exchange {

/// The form, empty, for these schemes as their policies are on that day, and what each asks of a referral.
[[nodiscard]] std::string empty_referral_form(const std::vector<std::string>& schemes,
                                              const policy::Policies& policies, Day today);

/// The young person in a form that was filled in, without an identifier. Where the form says how they stand
/// in education, employment or training, that is the only entry of `eet`, without identifier and day. Without
/// a day the referral is today's. Throws Trouble (records) for all that is wrong in the form.
[[nodiscard]] YoungPerson read_referral_form(const Filled& filled, const policy::Policies& policies,
                                             Day today);

}  // namespace mentor::exchange
