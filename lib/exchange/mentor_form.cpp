#include "exchange/mentor_form.h"

#include "exchange/mentor_fields.h"
#include "store/soundness.h"

namespace mentor::exchange {

namespace {

PaperForm mentor_form() {
  return {
      "a mentor",
      {"A mentor, in their own words: 'they' is whoever fills this in. Write behind the colon, and each "
       "entry of a list behind a dash on a line of its own. What they would rather not say stays empty; "
       "only what is needed must be filled in.",
       "What stands here is kept in the scheme's records and in their history. The team reads it to look "
       "for good matches, and tells a young person of it what helps them to decide. Whether somebody has "
       "been in care is for the team alone, unless they tell it themselves. They can see at any time what "
       "is kept of them, and have it changed or taken out."},
      {},
      describe<MentorForm>()};
}

}  // namespace

std::string empty_mentor_form(const std::vector<std::string>& schemes, const policy::Policies& policies,
                              Day today) {
  return empty_form(mentor_form(), schemes, policies, today);
}

Mentor read_mentor_form(const Filled& filled, const policy::Policies& policies, Day today) {
  const auto told = read_form<MentorForm>(filled, mentor_form(), policies, today, [](Value&) {});
  Mentor mentor = told.record;
  mentor.places = places_in<Mentor>(told.root);
  Problems problems;
  store::check_soundness(mentor, Register(), policies, problems);
  must_be_sound(std::move(problems), filled);
  return mentor;
}

}  // namespace mentor::exchange
