/// What a parameter of a rule could say instead: each way to change one thing about it.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/value.h"
#include "model/amounts.h"
#include "policy/edition.h"

namespace mentor::test {

using Texts = std::vector<std::string>;

/// `3 months` as `2 months` and `4 months`; there is no span of nothing.
inline Texts spans_beside(const std::string& text) {
  const auto blank = text.find(' ');
  const int number = blank == std::string::npos ? 1 : Count::parse(text.substr(0, blank)).value().count;
  std::string unit = blank == std::string::npos ? text : text.substr(blank + 1);
  if (!unit.ends_with('s')) unit += 's';
  Texts beside;
  for (const int other : {number - 1, number + 1}) {
    if (const auto span = Span::parse(fmt::format("{} {}", other, unit))) beside.push_back(span->text());
  }
  return beside;
}

inline Texts numbers_beside(int number) {
  Texts beside{std::to_string(number + 1)};
  if (number > 0) beside.push_back(std::to_string(number - 1));
  return beside;
}

inline Texts amounts_beside(Pence amount) {
  Texts beside{Pence{amount.count + 1}.pounds()};
  if (amount.count > 0) beside.push_back(Pence{amount.count - 1}.pounds());
  return beside;
}

/// The parts of `one, two, three`.
inline Texts parts_of(std::string_view list) {
  constexpr std::string_view between = ", ";
  Texts parts;
  for (auto end = list.find(between); end != std::string_view::npos; end = list.find(between)) {
    parts.emplace_back(list.substr(0, end));
    list.remove_prefix(end + between.size());
  }
  parts.emplace_back(list);
  return parts;
}

/// The other words of the set that the parameter is from; of a list of the policy's, these and one that is in
/// none.
inline Texts words_beside(const std::string& word, std::string_view type, const policy::Edition& edition) {
  constexpr std::string_view one_of = "one of ";
  Texts beside{"another"};
  if (type.starts_with(one_of)) beside = parts_of(type.substr(one_of.size()));
  for (const auto& [vocabulary, words] : edition.words) {
    const bool is_from = !type.starts_with(one_of) && std::ranges::find(words, word) != words.end();
    if (is_from) std::ranges::copy(words, std::back_inserter(beside));
  }
  std::erase(beside, word);
  return beside;
}

inline Texts texts_beside(const std::string& text, std::string_view type, const policy::Edition& edition) {
  if (text == "yes") return {"no"};
  if (text == "no") return {"yes"};
  if (const auto number = Count::parse(text)) return numbers_beside(number->count);
  if (const auto amount = Pence::parse(text)) return amounts_beside(*amount);
  return Span::parse(text) ? spans_beside(text) : words_beside(text, type, edition);
}

/// `value` without each of its words, when it is a list; else with each text that could stand in its place.
/// `type` is what the parameter takes, in the words of the table of rules.
inline std::vector<Value> changes_of(const Value& value, std::string_view type,
                                     const policy::Edition& edition) {
  std::vector<Value> changes;
  for (std::size_t number = 0; number < value.items.size(); ++number) {
    auto& items = changes.emplace_back(value).items;
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(number));
  }
  if (value.form == Form::list) return changes;
  for (const auto& text : texts_beside(value.text, type, edition)) changes.emplace_back(value).text = text;
  return changes;
}

}  // namespace mentor::test
