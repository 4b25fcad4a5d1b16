#include "model/wishes.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <utility>

#include "base/listing.h"
#include "base/text.h"
#include "base/words_in_text.h"

namespace mentor {

namespace {

using Genders = std::set<std::string>;

/// The words that are known, and the one that stands for them.
constexpr auto known_words = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"f", "female"},
    {"female", "female"},
    {"females", "female"},
    {"girl", "female"},
    {"girls", "female"},
    {"ladies", "female"},
    {"lady", "female"},
    {"woman", "female"},
    {"women", "female"},
    {"young woman", "female"},
    {"young women", "female"},
    {"boy", "male"},
    {"boys", "male"},
    {"gentleman", "male"},
    {"gentlemen", "male"},
    {"lad", "male"},
    {"lads", "male"},
    {"m", "male"},
    {"male", "male"},
    {"males", "male"},
    {"man", "male"},
    {"men", "male"},
    {"young man", "male"},
    {"young men", "male"},
    {"enby", "non-binary"},
    {"nb", "non-binary"},
    {"non binary", "non-binary"},
    {"nonbinary", "non-binary"},
    {"non binary person", "non-binary"},
});

/// What somebody writes who asks for nobody in particular.
constexpr auto anybody = std::to_array<std::string_view>({"any",
                                                          "any gender",
                                                          "any sex",
                                                          "anyone",
                                                          "anybody",
                                                          "whoever",
                                                          "either",
                                                          "either gender",
                                                          "either one",
                                                          "either is fine",
                                                          "both",
                                                          "all",
                                                          "all genders",
                                                          "no preference",
                                                          "no preferences",
                                                          "none",
                                                          "no",
                                                          "nothing",
                                                          "n a",
                                                          "not applicable",
                                                          "doesn t matter",
                                                          "doesnt matter",
                                                          "does not matter",
                                                          "don t mind",
                                                          "dont mind",
                                                          "do not mind",
                                                          "i don t mind",
                                                          "not bothered",
                                                          "not fussed"});

/// The words of the text with one blank between, without an article before them: `non-binary` is two.
std::string plain(std::string_view text) {
  std::string plain;
  const auto words = words_in_text(text);
  for (const auto& each : words) {
    const bool is_article = &each == &words.front() && (each.folded == "a" || each.folded == "an");
    if (is_article && words.size() > 1) continue;
    if (!plain.empty()) plain += ' ';
    plain += each.folded;
  }
  return plain;
}

bool is_anybody(std::string_view plain) {
  return plain.empty() || std::ranges::find(anybody, plain) != anybody.end();
}

std::string in_common(const std::string& plain) {
  const auto* const found = std::ranges::find(known_words, plain,
                                              [](const auto& each) { return each.first; });
  return found == known_words.end() ? plain : std::string(found->second);
}

bool is_known(std::string_view gender) {
  return std::ranges::find(known_words, gender, [](const auto& each) { return each.second; }) !=
         known_words.end();
}

/// Each gender that is named; none for nobody in particular.
Genders genders_in(std::string_view text) {
  Genders genders;
  if (is_anybody(plain(text))) return genders;
  for (const auto& entry : entries_in(text, PartedBy::words)) {
    const std::string each = plain(entry);
    if (is_anybody(each)) return {};
    genders.insert(in_common(each));
  }
  return genders;
}

}  // namespace

bool asks_for_gender(std::string_view wish) { return !genders_in(wish).empty(); }

std::string gender_in_common(std::string_view text) {
  const Genders genders = genders_in(text);
  return join(std::vector(genders.begin(), genders.end()), " or ");
}

Agreement agreement_on_gender(std::string_view wish, std::string_view gender) {
  const Genders wished = genders_in(wish);
  if (wished.empty()) return Agreement::agrees;
  const std::string theirs = in_common(plain(gender));
  if (wished.contains(theirs)) return Agreement::agrees;
  const bool all_known = is_known(theirs) && std::ranges::all_of(wished, is_known);
  return all_known ? Agreement::differs : Agreement::not_known;
}

Agreement agreement_on_age(const Ages& wish, std::optional<Day> born, Day today) {
  if (!born) return Agreement::not_known;
  const int age = born->age_on(today);
  return age >= wish.from && age <= wish.to ? Agreement::agrees : Agreement::differs;
}

bool asks_for_somebody(const std::optional<Wishes>& wishes) {
  return wishes && (wishes->age || asks_for_gender(wishes->gender));
}

}  // namespace mentor
