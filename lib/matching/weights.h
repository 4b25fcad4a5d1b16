/// How much each reason counts in a suggestion.
#pragma once

#include <string>
#include <vector>

namespace mentor::matching {

/// Points. No source gives figures: these are set by the program, so that a young person's wishes and a
/// language in common weigh most, and no single reason decides.
struct Weights {
  int shared_interest = 10;  ///< for each, of the first few
  int most_interests = 3;    ///< how many of them count
  int other_interests = 2;
  int shared_language = 10;  ///< for each but the usual one
  int usual_language = 2;
  std::string usual = "English";
  int language_of_group = 10;  ///< more, for somebody in one of the groups below
  std::vector<std::string> language_groups{"unaccompanied-asylum-seeking", "new-arrival"};
  int same_area = 10;
  int young_persons_wish = 15;  ///< each that is met
  int mentors_wish = 5;         ///< each that is met
  int expertise = 8;            ///< for each need that it answers
  int professional_role = 20;
  int matched_before = 5;
  int said_no = -20;  ///< one of the two, to an earlier match with the other
  int no_other_match = 5;
  int month_waiting = 1;  ///< for each whole month without a match, of the first few
  int most_months = 6;
  int both_wish_to_meet = 25;
  int young_person_wishes_to_meet = 12;
  int mentor_wishes_to_meet = 4;
};

}  // namespace mentor::matching
