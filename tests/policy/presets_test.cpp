/// The built-in policies as staff meet them: each is sound, knows every list of words, and says who says so.
#include "policy/presets.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "model/schema.h"
#include "rules/rulebook.h"
#include "store/edition_file.h"
#include "support/records.h"

namespace policy_presets_test {

using mentor::policy::Edition;
using mentor::test::Lines;

namespace {

std::vector<Edition> editions() {
  std::vector<Edition> all;
  for (const auto& preset : mentor::policy::presets())
    all.push_back(mentor::store::edition_in(preset.text, std::string(preset.file)));
  return all;
}

/// What a scheme's sources are, as they are called in its policy.
std::string_view document_of(std::string_view scheme) {
  if (scheme == "manchester") return "Building Our World, ";
  if (scheme == "rotherham") return "Rotherham DLT report";
  return scheme == "stockport" ? "Stockport case study, " : "South Tyneside local offer, ";
}

bool is_told(const std::string& source, std::string_view scheme) {
  constexpr std::string_view own = "not stated; set by the scheme";
  constexpr std::string_view law = "Safeguarding Vulnerable Groups Act 2006, schedule 4, ";
  return source == own || source.starts_with(law) || source.starts_with(document_of(scheme));
}

}  // namespace

TEST_CASE("there is a preset for each of the four schemes") {
  std::set<std::string_view> schemes;
  for (const auto& preset : mentor::policy::presets()) schemes.insert(preset.scheme);
  CHECK(schemes == std::set<std::string_view>{"manchester", "rotherham", "south-tyneside", "stockport"});
}

TEST_CASE("the rules of each preset and their parameters are known") {
  mentor::policy::Policies policies;
  for (auto& edition : editions()) policies.add(std::move(edition));
  mentor::Problems problems;
  const mentor::rules::Rulebook rulebook(policies, problems);
  CHECK(mentor::test::told(problems) == Lines{});
}

TEST_CASE("each preset has every list of words that records draw on") {
  for (const auto& edition : editions()) {
    for (const auto vocabulary : mentor::vocabulary::all)
      CHECK_MESSAGE(edition.words.contains(vocabulary), edition.scheme, ": ", vocabulary);
  }
}

TEST_CASE("each preset sorts needs and goals into the six areas of support") {
  const std::vector<std::string> six{"home", "eet", "health", "money", "activities", "relationships"};
  for (const auto& edition : editions()) {
    CAPTURE(edition.scheme);
    CHECK(edition.words.at("areas") == six);
  }
}

TEST_CASE("Stockport's support is what its document names") {
  for (const auto& edition : editions()) {
    if (edition.scheme != "stockport") continue;
    CHECK(edition.words.at("support") ==
          std::vector<std::string>{"mentoring-coordinator", "psychological-support",
                                   "education-training-employment", "group-activities"});
  }
}

TEST_CASE("each rule of a preset is from its scheme's document or the law, or is said to be the scheme's") {
  for (const auto& edition : editions()) {
    for (const auto& rule : edition.rules) {
      CHECK_MESSAGE(is_told(rule.source, edition.scheme), edition.scheme, ", ", rule.name, ": ", rule.source);
    }
  }
}

TEST_CASE("each preset says how much every reason for a match counts, and says whose figures these are") {
  for (const auto& edition : editions()) {
    CAPTURE(edition.scheme);
    REQUIRE(edition.matching);
    const std::string& source = edition.matching->source;
    CHECK_MESSAGE(is_told(source, edition.scheme), source);
    CHECK_MESSAGE(source.ends_with("not stated; set by the scheme"), source);
    mentor::for_each_field<mentor::policy::Weights>([&](const auto& each) {
      CHECK_MESSAGE(edition.text.find("\n  " + std::string(each.key) + ": ") != std::string::npos, each.key);
    });
  }
}

}  // namespace policy_presets_test
