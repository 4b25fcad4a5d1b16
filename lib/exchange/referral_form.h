/// The form on which somebody refers a young person: a file that people fill in, for all the schemes that run
/// here.
///
/// Its fields are those of a young person's record that a referral has (model/schema.h), with what they mean
/// and the words that each scheme takes. What is left empty is as if it were not there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/records.h"
#include "policy/edition.h"

namespace mentor::exchange {

/// The form, empty, for these schemes as their policies are on that day: what each asks of a referral, then a
/// key a line, each with a comment. Where there is but one scheme it is filled in. Ends in a line feed.
[[nodiscard]] std::string empty_referral_form(const std::vector<std::string>& schemes,
                                              const policy::Policies& policies, Day today);

/// The young person in a form that was filled in, without an identifier. Where the form says how they stand
/// in education, employment or training, that is the only entry of `eet`, without identifier and day.
///
/// `scheme` is for a form that says none. Without a day the referral is today's. Throws Trouble (records) for
/// all that is wrong in the form; `file` is what its places are called by.
[[nodiscard]] YoungPerson read_referral_form(std::string_view text, const std::string& file,
                                             const std::string& scheme, const policy::Policies& policies,
                                             Day today);

}  // namespace mentor::exchange
