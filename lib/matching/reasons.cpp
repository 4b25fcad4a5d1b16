#include "matching/reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "base/words_in_text.h"

namespace mentor::matching {

namespace {

using Texts = std::vector<std::string>;

bool is_among(std::string_view text, const Texts& texts) {
  const std::string wanted = fold(text);
  return std::ranges::any_of(texts, [&](const std::string& each) { return fold(each) == wanted; });
}

/// Of the first texts those that are among the second, or that are not.
Texts those(const Texts& texts, const Texts& others, bool shared) {
  Texts found;
  for (const auto& each : texts) {
    if (is_among(each, others) == shared && !is_among(each, found)) found.push_back(each);
  }
  return found;
}

int some(const Texts& texts, int most) { return std::min(static_cast<int>(texts.size()), most); }

/// Whether the text is the word, or has it as one of its words.
bool tells_of(std::string_view text, std::string_view word) {
  const std::string wanted = fold(word);
  if (fold(text) == wanted) return true;
  return std::ranges::any_of(words_in_text(text),
                             [&](const WordInText& each) { return each.folded == wanted; });
}

/// Whether the wish is met; nothing when that is not known.
std::optional<bool> has_age(const Ages& wish, std::optional<Day> born, Day today) {
  if (!born) return std::nullopt;
  const int age = born->age_on(today);
  return age >= wish.from && age <= wish.to;
}

std::optional<bool> has_gender(std::string_view wish, std::string_view gender) {
  if (gender.empty()) return std::nullopt;
  return fold(wish) == fold(gender);
}

/// `the mentor wishes for somebody aged 16-18, and the young person is not`.
Reason of_wish(About about, std::string_view who, std::string_view whom, const std::string& wish,
               std::optional<bool> met, int points) {
  const std::string_view how = !met ? "'s is not recorded" : *met ? " is" : " is not";
  return {about, met.value_or(false) ? points : 0,
          fmt::format("{} wishes for somebody {}, and {}{}", who, wish, whom, how)};
}

}  // namespace

void add_interests(const Two& two, const policy::Weights& weights, Reasons& reasons) {
  const Texts& theirs = two.young_person.interests;
  const Texts shared = those(theirs, two.mentor.interests, true);
  if (!shared.empty()) {
    reasons.push_back({About::interests,
                       weights.shared_interest.count * some(shared, weights.most_interests.count),
                       fmt::format("both like {}", join(shared, ", "))});
  }
  const Texts others = those(two.mentor.interests, theirs, false);
  if (others.empty()) return;
  reasons.push_back({About::interests, weights.other_interests.count,
                     fmt::format("the mentor brings {}: {}", shared.empty() ? "interests" : "other interests",
                                 join(others, ", "))});
}

void add_languages(const Two& two, const policy::Weights& weights, Reasons& reasons) {
  const Texts shared = those(two.young_person.languages, two.mentor.languages, true);
  if (shared.empty()) {
    const bool both_told = !two.young_person.languages.empty() && !two.mentor.languages.empty();
    if (both_told) reasons.push_back({About::languages, 0, "the two speak no language in common"});
    return;
  }
  const auto is_usual = [&](const std::string& each) { return fold(each) == fold(weights.usual_language); };
  const auto own = static_cast<int>(shared.size() - std::ranges::count_if(shared, is_usual));
  const bool in_group = std::ranges::any_of(two.young_person.groups, [&](const std::string& group) {
    return is_among(group, weights.language_groups);
  });
  int points = own > 0 ? weights.shared_language.count * own : weights.shared_usual_language.count;
  if (own > 0 && in_group) points += weights.language_of_group.count;
  reasons.push_back({About::languages, points, fmt::format("both speak {}", join(shared, ", "))});
}

void add_area(const Two& two, const policy::Weights& weights, Reasons& reasons) {
  const std::string& theirs = two.young_person.area;
  const std::string& mentors = two.mentor.area;
  if (theirs.empty() || mentors.empty()) return;
  if (fold(theirs) == fold(mentors)) {
    reasons.push_back({About::area, weights.same_area.count, fmt::format("both are in {}", theirs)});
  } else {
    reasons.push_back(
        {About::area, 0, fmt::format("the young person is in {}, the mentor in {}", theirs, mentors)});
  }
}

void add_wishes(const Two& two, const policy::Weights& weights, Reasons& reasons) {
  const auto& [young_person, mentor, today] = two;
  if (const auto& wishes = young_person.prefers) {
    const auto add = [&](About about, const std::string& wish, std::string_view whom,
                         std::optional<bool> met) {
      reasons.push_back(
          of_wish(about, "the young person", whom, wish, met, weights.young_persons_wish.count));
    };
    if (wishes->age)
      add(About::age, fmt::format("aged {}", wishes->age->text()), "the mentor",
          has_age(*wishes->age, mentor.born, today));
    if (!wishes->gender.empty())
      add(About::gender, fmt::format("who is {}", wishes->gender), "the mentor",
          has_gender(wishes->gender, mentor.gender));
  }
  if (const auto& wishes = mentor.prefers) {
    const auto add = [&](const std::string& wish, std::optional<bool> met) {
      reasons.push_back(
          of_wish(About::wishes, "the mentor", "the young person", wish, met, weights.mentors_wish.count));
    };
    if (wishes->age)
      add(fmt::format("aged {}", wishes->age->text()), has_age(*wishes->age, young_person.born, today));
    if (!wishes->gender.empty())
      add(fmt::format("who is {}", wishes->gender), has_gender(wishes->gender, young_person.gender));
  }
}

void add_experience(const Two& two, const policy::Weights& weights, Reasons& reasons) {
  Texts answered;
  for (const auto& need : two.young_person.needs) {
    const bool known = std::ranges::any_of(two.mentor.expertise,
                                           [&](const std::string& each) { return tells_of(each, need); });
    if (known) answered.push_back(need);
  }
  if (!answered.empty()) {
    reasons.push_back({About::experience, weights.expertise.count * static_cast<int>(answered.size()),
                       fmt::format("the mentor knows about {}, which is wanted", join(answered, ", "))});
  }
  for (const auto& step : two.mentor.steps) {
    const bool is_theirs = step.step == StepKind::professional_role && step.with == two.young_person.id;
    if (!is_theirs || step.on > two.today) continue;
    reasons.push_back({About::experience, weights.professional_role.count,
                       fmt::format("the mentor knew the young person in a professional role{}{}",
                                   step.as.empty() ? "" : fmt::format(", as {}", step.as),
                                   step.ended ? fmt::format(", until {}", step.ended->in_words()) : "")});
    return;
  }
}

}  // namespace mentor::matching
