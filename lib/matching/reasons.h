/// Why a mentor and a young person could suit each other, from what the two say of themselves: each reason
/// with its points and a plain sentence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "model/records.h"
#include "policy/weights.h"

namespace mentor {

namespace matching {

enum class About : std::uint8_t {
  interests,
  languages,
  area,
  wishes,  ///< the mentor's
  age,     ///< as the young person wishes
  gender,  ///< likewise
  experience,
  load,
  waiting,      ///< of either of the two
  nobody_else,  ///< in the young person's life
  met,
};

struct Reason {
  About about{};
  int points = 0;  ///< 0 when it is only to be known, less when it speaks against the two
  std::string says;
};

using Reasons = std::vector<Reason>;

/// The two whose record of each other is judged, on a day.
struct Two {
  const YoungPerson& young_person;
  const Mentor& mentor;
  Day today;
};

/// Interests that both have, and that the mentor has others. Manchester, matching: shared ones help, and
/// different ones may too.
void add_interests(const Two& two, const policy::Weights& weights, Reasons& reasons);
/// Languages that both speak, or that there is none. Manchester, recruitment and recommendation 3.
void add_languages(const Two& two, const policy::Weights& weights, Reasons& reasons);
/// Where the two are, when both say.
void add_area(const Two& two, const policy::Weights& weights, Reasons& reasons);
/// What each of the two wishes for in the other, met or not: a wish that isn't met hides nobody. Rotherham
/// DLT report §3.8.
void add_wishes(const Two& two, const policy::Weights& weights, Reasons& reasons);
/// Expertise in what the young person wants support in, and a professional role that the mentor had with
/// them.
void add_experience(const Two& two, const policy::Weights& weights, Reasons& reasons);

}  // namespace matching

template <>
inline constexpr auto words_of<matching::About> =
    std::to_array<std::string_view>({"interests", "languages", "area", "wishes", "age", "gender",
                                     "experience", "load", "waiting", "nobody-else", "met"});

}  // namespace mentor
