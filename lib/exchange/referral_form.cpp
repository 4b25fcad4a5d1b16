#include "exchange/referral_form.h"

#include "exchange/referral_fields.h"
#include "store/soundness.h"

namespace mentor::exchange {

namespace {

PaperForm referral_form() {
  return {
      "a referral",
      {"A referral. Write behind the colon, and each entry of a list behind a dash on a line of its own. "
       "What is not known stays empty; what is needed must be filled in.",
       "What stands here is kept in the scheme's records and in their history, for the team that looks for "
       "a mentor. A mentor is told the young person's name, whom to call, and nothing more of it. The young "
       "person can see at any time what is kept of them, and have it changed or taken out."},
      rules::Act::refer,
      describe<ReferralForm>()};
}

YoungPerson person_of(const Told<ReferralForm>& told) {
  const auto& [form, root] = told;
  YoungPerson person = form;
  person.places = places_in<YoungPerson>(root);
  if (!form.standing) return person;
  EetRecord standing = *form.standing;
  standing.on = person.referred.on;
  standing.places = places_in<EetRecord>(root.find(key_of(&YoungPerson::eet))->value);
  person.eet.push_back(std::move(standing));
  return person;
}

}  // namespace

std::string empty_referral_form(const std::vector<std::string>& schemes, const policy::Policies& policies,
                                Day today) {
  return empty_form(referral_form(), schemes, policies, today);
}

YoungPerson read_referral_form(const Filled& filled, const policy::Policies& policies, Day today) {
  const auto told = read_form<ReferralForm>(filled, referral_form(), policies, today, [&](Value& root) {
    Value& referred = fill_in(root, key_of(&YoungPerson::referred), Value::of_map());
    fill_in(referred, key_of(&Referral::on), Value::of_text(today.iso()));
  });
  YoungPerson person = person_of(told);
  Problems problems;
  store::check_soundness(person, Register(), policies, problems);
  must_be_sound(std::move(problems), filled);
  return person;
}

}  // namespace mentor::exchange
