/// Words that stand in an edition outside of its lists of words.
#pragma once

#include <algorithm>
#include <string>
#include <type_traits>
#include <vector>

#include "base/text.h"
#include "model/codec.h"
#include "policy/edition.h"

namespace mentor::policy {

/// What is made of words has the edition's, where it has such a list: another would never be met.
template <Described Asks>
void report_unknown_words(const Asks& asks, const Edition& edition, Decoder& decoder) {
  for_each_field<Asks>([&](const auto& each) {
    const auto words = edition.words.find(each.traits.vocabulary);
    if (words == edition.words.end()) return;
    const auto judge = [&, &known = words->second](const std::string& word) {
      if (word.empty() || std::ranges::find(known, word) != known.end()) return;
      decoder.report(place_of(asks, each.member),
                     "'" + std::string(each.key) + "': " + in_quotes(word) + " is not among the policy's " +
                         std::string(each.traits.vocabulary) + suggestion(word, known));
    };
    const auto& value = asks.*(each.member);
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string>) judge(value);
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::vector<std::string>>) {
      for (const auto& word : value) judge(word);
    }
  });
}

}  // namespace mentor::policy
