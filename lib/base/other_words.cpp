#include "base/other_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/listing.h"

namespace mentor {

namespace {

constexpr auto other_words = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"mentee", "young-person"},  {"care leaver", "young-person"},
    {"yp", "young-person"},      {"youngster", "young-person"},
    {"client", "young-person"},  {"volunteer", "mentor"},
    {"staff", "team"},           {"coordinator", "team"},
    {"co ordinator", "team"},    {"scheme", "team"},
    {"keyworker", "key-adult"},  {"key worker", "key-adult"},
    {"carer", "key-adult"},      {"together", "both"},
    {"mutual", "both"},          {"unemployed", "neet"},
    {"college", "education"},    {"school", "education"},
    {"university", "education"}, {"job", "employment"},
    {"working", "employment"},
});

}  // namespace

std::optional<std::string> word_used_for(std::string_view other, std::span<const std::string> words) {
  std::string folded = fold_entry(other);
  std::ranges::replace_if(
      folded, [](char each) { return each == '-' || each == '_'; }, ' ');
  for (const auto& [word, used] : other_words) {
    if (word == folded && std::ranges::find(words, used) != words.end()) return std::string(used);
  }
  return std::nullopt;
}

}  // namespace mentor
