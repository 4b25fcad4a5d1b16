/// How much each reason counts in a suggestion.
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "model/amounts.h"
#include "model/field.h"
#include "model/places.h"
#include "model/schema.h"

namespace mentor {
namespace policy {

/// Points, as an edition gives them; what it leaves out counts as here. A young person's own wishes and a
/// language in common weigh most, and no single reason decides.
struct Weights {
  std::string source;
  Count young_persons_wish{15};
  Count mentors_wish{5};
  Count both_wish_to_meet{25};
  Count young_person_wishes_to_meet{12};
  Count mentor_wishes_to_meet{4};
  Count shared_interest{10};
  Count most_interests{3};
  Count other_interests{2};
  Count shared_language{10};
  std::string usual_language{"English"};
  Count shared_usual_language{2};
  std::vector<std::string> language_groups;
  Count language_of_group{10};
  Count same_area{10};
  Count expertise{8};
  Count professional_role{20};
  Count matched_before{5};
  Deduction said_no{-20};
  Count no_other_match{5};
  Count mentors_month{1};
  Count young_persons_month{1};
  Count most_months{6};
  Count nobody_else{10};
  Places places;
};

}  // namespace policy

template <>
inline constexpr auto fields_of<policy::Weights> = std::tuple(
    field("source", &policy::Weights::source, traits::required, "who says so, and where"),
    field("young_persons_wish", &policy::Weights::young_persons_wish, traits::optional,
          "each of the young person's wishes that the mentor meets: age, gender"),
    field("mentors_wish", &policy::Weights::mentors_wish, traits::optional,
          "each of the mentor's wishes that the young person meets"),
    field("both_wish_to_meet", &policy::Weights::both_wish_to_meet, traits::optional,
          "they met at an event, and each would like to see the other again"),
    field("young_person_wishes_to_meet", &policy::Weights::young_person_wishes_to_meet, traits::optional,
          "likewise, and only the young person would"),
    field("mentor_wishes_to_meet", &policy::Weights::mentor_wishes_to_meet, traits::optional,
          "likewise, and only the mentor would"),
    field("shared_interest", &policy::Weights::shared_interest, traits::optional,
          "each interest that both have, of the first few"),
    field("most_interests", &policy::Weights::most_interests, traits::optional,
          "how many interests in common count"),
    field("other_interests", &policy::Weights::other_interests, traits::optional,
          "the mentor has interests that the young person has not"),
    field("shared_language", &policy::Weights::shared_language, traits::optional,
          "each language that both speak, but for the usual one"),
    field("usual_language", &policy::Weights::usual_language, traits::optional,
          "the language that nearly everybody speaks"),
    field("shared_usual_language", &policy::Weights::shared_usual_language, traits::optional,
          "both speak the usual language, and share no other"),
    field("language_groups", &policy::Weights::language_groups, traits::from(vocabulary::groups),
          "the groups to whom a language of their own matters most"),
    field("language_of_group", &policy::Weights::language_of_group, traits::optional,
          "more, when the young person is of such a group and the two share a language but the usual one"),
    field("same_area", &policy::Weights::same_area, traits::optional, "both are in the same area"),
    field("expertise", &policy::Weights::expertise, traits::optional,
          "each need of the young person's that the mentor knows about"),
    field("professional_role", &policy::Weights::professional_role, traits::optional,
          "the mentor knew the young person in a professional role"),
    field("matched_before", &policy::Weights::matched_before, traits::optional,
          "an earlier match of the two that ended well"),
    field("said_no", &policy::Weights::said_no, traits::optional,
          "one of the two said no to an earlier match with the other"),
    field("no_other_match", &policy::Weights::no_other_match, traits::optional,
          "the mentor has no other match, and none is proposed"),
    field("mentors_month", &policy::Weights::mentors_month, traits::optional,
          "each whole month that the mentor has been without a match, of the first few"),
    field("young_persons_month", &policy::Weights::young_persons_month, traits::optional,
          "each whole month that the young person has waited, of the first few"),
    field("most_months", &policy::Weights::most_months, traits::optional, "how many of these months count"),
    field("nobody_else", &policy::Weights::nobody_else, traits::optional,
          "the young person has nobody else in their life"));

}  // namespace mentor
