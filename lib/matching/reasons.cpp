#include "matching/reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "base/listing.h"
#include "base/text.h"
#include "base/words_in_text.h"
#include "model/wishes.h"

namespace mentor::matching {

namespace {

using Texts = std::vector<std::string>;

bool is_among(std::string_view text, const Texts& texts) {
  const std::string wanted = fold_entry(text);
  return std::ranges::any_of(texts, [&](const std::string& each) { return fold_entry(each) == wanted; });
}

/// Of the first entries those that are among the second, or that are not.
Texts those(Texts entries, const Texts& others, bool shared) {
  std::erase_if(entries, [&](const std::string& each) { return is_among(each, others) != shared; });
  return entries;
}

int some(const Texts& texts, int most) { return std::min(static_cast<int>(texts.size()), most); }

/// Whether the text is the word, or has it as one of its words.
bool tells_of(std::string_view text, std::string_view word) {
  const std::string wanted = fold(word);
  if (fold(text) == wanted) return true;
  return std::ranges::any_of(words_in_text(text),
                             [&](const WordInText& each) { return each.folded == wanted; });
}

/// Somebody who wishes, what it counts when it is met, and whom it is about.
struct Wisher {
  std::string_view who;
  std::string_view whom;
  int points;
};

/// `the mentor wishes for somebody aged 16-18, and the young person is not`.
Reason of_wish(About about, const Wisher& wisher, const std::string& wish, Agreement met,
               std::string_view recorded) {
  const auto& [who, whom, points] = wisher;
  std::string end = fmt::format("and {} is{}", whom, met == Agreement::differs ? " not" : "");
  if (met == Agreement::not_known) {
    end = recorded.empty() ? fmt::format("and {}'s is not recorded", whom)
                           : fmt::format("and {} is recorded as {}", whom, recorded);
  }
  return {about, met == Agreement::agrees ? points : 0,
          fmt::format("{} wishes for somebody {}, {}", who, wish, end)};
}

/// The wishes of one of the two, and what the other is.
void add_wishes_of(const Wisher& wisher, const std::optional<Wishes>& wishes, std::optional<Day> born,
                   const std::string& gender, Day today, std::pair<About, About> about, Reasons& reasons) {
  if (!wishes) return;
  if (wishes->age) {
    reasons.push_back(of_wish(about.first, wisher, fmt::format("aged {}", wishes->age->text()),
                              agreement_on_age(*wishes->age, born, today), {}));
  }
  if (asks_for_gender(wishes->gender)) {
    reasons.push_back(of_wish(about.second, wisher,
                              fmt::format("of the gender {}", in_quotes(wishes->gender)),
                              agreement_on_gender(wishes->gender, gender), gender));
  }
}

}  // namespace

void add_interests(const Two& two, const policy::Weights& weights, Reasons& reasons) {
  const Texts theirs = entries_in(two.young_person.interests, PartedBy::marks);
  const Texts mentors = entries_in(two.mentor.interests, PartedBy::marks);
  const Texts shared = those(theirs, mentors, true);
  if (!shared.empty()) {
    reasons.push_back({About::interests,
                       weights.shared_interest.count * some(shared, weights.most_interests.count),
                       fmt::format("both like {}", join(shared, ", "))});
  }
  const Texts others = those(mentors, theirs, false);
  if (others.empty()) return;
  reasons.push_back({About::interests, weights.other_interests.count,
                     fmt::format("the mentor brings {}: {}", shared.empty() ? "interests" : "other interests",
                                 join(others, ", "))});
}

void add_languages(const Two& two, const policy::Weights& weights, Reasons& reasons) {
  const Texts theirs = entries_in(two.young_person.languages, PartedBy::words);
  const Texts mentors = entries_in(two.mentor.languages, PartedBy::words);
  const Texts shared = those(theirs, mentors, true);
  if (shared.empty()) {
    const bool both_told = !theirs.empty() && !mentors.empty();
    if (both_told) reasons.push_back({About::languages, 0, "the two speak no language in common"});
    return;
  }
  const auto is_usual = [&](const std::string& each) {
    return fold_entry(each) == fold_entry(weights.usual_language);
  };
  const auto own = static_cast<int>(std::ranges::count_if(shared, std::not_fn(is_usual)));
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
  if (fold_entry(theirs) == fold_entry(mentors)) {
    reasons.push_back({About::area, weights.same_area.count, fmt::format("both are in {}", theirs)});
  } else {
    reasons.push_back(
        {About::area, 0, fmt::format("the young person is in {}, the mentor in {}", theirs, mentors)});
  }
}

void add_wishes(const Two& two, const policy::Weights& weights, Reasons& reasons) {
  const auto& [young_person, mentor, today] = two;
  add_wishes_of({"the young person", "the mentor", weights.young_persons_wish.count}, young_person.prefers,
                mentor.born, mentor.gender, today, {About::age, About::gender}, reasons);
  add_wishes_of({"the mentor", "the young person", weights.mentors_wish.count}, mentor.prefers,
                young_person.born, young_person.gender, today, {About::wishes, About::wishes}, reasons);
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
