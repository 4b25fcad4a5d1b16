/// The records without what names or describes anybody.
#pragma once

#include <cstdint>

#include "model/register.h"

namespace mentor {

/// The day of a year for which a date of birth is let stand.
enum class BornOn : std::uint8_t { first_of_january, last_of_december };

/// The same records without people, decided by the schema's traits alone. Of what is `personal` or `words`,
/// or stands within a field that is: a text is left out, and where there must be one it is the identifier of
/// its record or entry; a list of texts is left out; a date is that day of its year. Identifiers, other
/// dates, numbers, yes and no, and words of the program's own sets stand. So who it is can still be told by
/// whoever has the records: the outcome is pseudonymous, not anonymous.
[[nodiscard]] Register pseudonymous(const Register& records, BornOn born_on = BornOn::first_of_january);

}  // namespace mentor
