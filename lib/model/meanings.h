/// What the words of an enumeration mean, where they don't speak for themselves: for whoever has to choose.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/words.h"

namespace mentor {

/// In the order of the words; none where each speaks for itself.
template <class Enum>
inline constexpr std::array<std::string_view, 0> meanings_of{};

template <>
inline constexpr auto meanings_of<EndingKind> = std::to_array<std::string_view>(
    {"the two did what they set out to do, for as long as the scheme asks",
     "it was planned and marked, and they took leave of each other; also sooner, when the goals were met",
     "they met less and less, and nobody ended it", "it failed: they fell out, or it did more harm than good",
     "one of the two could not or would not go on: moved away, fell ill, left the scheme",
     "they go on without the scheme, which supports them now and then; it can come back"});

template <>
inline constexpr auto meanings_of<ClosingKind> = std::to_array<std::string_view>(
    {"they left of their own will", "the scheme did not take them on",
     "they had what they came for, or their time is over", "they said no to what they were offered"});

template <>
inline constexpr auto meanings_of<EetStatus> = std::to_array<std::string_view>(
    {"not in education, employment or training", "at school, college or university", "paid work",
     "a course for a trade or a job", "paid work and training together"});

template <>
inline constexpr auto meanings_of<StepKind> = std::to_array<std::string_view>(
    {"came to hear what mentoring is", "was trained on one of the scheme's topics", "has a qualification",
     "their line manager agreed", "wrote about themself, for a young person to read",
     "a check by the Disclosure and Barring Service was seen", "a reference was taken up",
     "what it asks of them was gone through with them", "was taken on by the scheme",
     "knew the young person in their job, such as a social worker", "was interviewed",
     "papers that say who they are were seen", "was accepted as a mentor"});

template <class T>
[[nodiscard]] std::vector<std::string> meanings() {
  if constexpr (std::is_enum_v<T>) {
    static_assert(meanings_of<T>.empty() || meanings_of<T>.size() == words_of<T>.size());
    return {meanings_of<T>.begin(), meanings_of<T>.end()};
  }
  return {};
}

}  // namespace mentor
