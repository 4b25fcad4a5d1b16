#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "exchange/referral_fields.h"
#include "exchange/referral_form.h"
#include "model/codec.h"
#include "model/describe.h"
#include "store/edition_file.h"
#include "store/soundness.h"
#include "store/yaml.h"

namespace mentor::exchange {

namespace {

bool is_empty(const Value& value) {
  if (value.form == Form::list) return value.items.empty();
  if (value.form == Form::map) return value.members.empty();
  return value.text.find_first_not_of(" \t\r\n") == std::string::npos;
}

/// Takes out what was left empty of the fields of T. What a referral needs stays: the decoder names it.
template <Described T>
void leave_out_empty(Value& map) {
  for_each_field<T>([&]<class Owner, class Type>(const Field<Owner, Type>& each) {
    const auto found = std::ranges::find(map.members, each.key, &Member::key);
    if (found == map.members.end()) return;
    using Bare = typename shape::Bare<Type>::type;
    if constexpr (Described<Bare>) leave_out_empty<Bare>(found->value);
    std::erase_if(found->value.items, is_empty);
    const bool needed = std::is_same_v<T, ReferralForm> && each.traits.required;
    if (is_empty(found->value) && !needed) map.members.erase(found);
  });
}

/// Gives a member of a map its value where it has none.
Value& fill_in(Value& map, std::string_view key, Value value) {
  const auto found = std::ranges::find(map.members, key, &Member::key);
  if (found == map.members.end()) return map.add(key, std::move(value));
  if (is_empty(found->value)) found->value = std::move(value);
  return found->value;
}

/// The form with what goes without saying, and without what was left empty.
void complete(Value& form, const std::string& scheme, Day today) {
  if (form.form != Form::map) return;
  if (!scheme.empty()) fill_in(form, key_of(&YoungPerson::scheme), Value::of_token(scheme));
  Value& referred = fill_in(form, key_of(&YoungPerson::referred), Value::of_map());
  if (referred.form == Form::map) fill_in(referred, key_of(&Referral::on), Value::of_token(today.iso()));
  leave_out_empty<ReferralForm>(form);
}

/// The places of the fields of a record in the map that it was read from.
template <Described T>
Places places_in(const Value& map) {
  Places places(map.place);
  for_each_numbered_field<T>([&](const auto& each, std::size_t number) {
    if (const Member* found = map.find(each.key)) places.set(number, found->value.place);
  });
  return places;
}

YoungPerson person_of(const ReferralForm& form, const Value& root) {
  YoungPerson person = form;
  person.places = places_in<YoungPerson>(root);
  if (!form.standing) return person;
  EetRecord standing = *form.standing;
  standing.on = person.referred.on;
  standing.places = places_in<EetRecord>(root.find(key_of(&YoungPerson::eet))->value);
  person.eet.push_back(std::move(standing));
  return person;
}

/// All that a referral tells of has happened.
template <Described T>
void must_have_come(const T& record, Day today, Problems& problems) {
  for_each_field<T>([&](const auto& each) {
    using Type = std::remove_cvref_t<decltype(record.*(each.member))>;
    if constexpr (std::is_same_v<Type, Day> || std::is_same_v<Type, std::optional<Day>>) {
      const std::optional<Day> day = record.*(each.member);
      if (!day || *day <= today) return;
      problems.push_back(
          {{"", place_of(record, each.member)},
           fmt::format("'{}': {} is still to come, today is {}", each.key, day->iso(), today.iso()),
           {}});
    }
  });
}

void must_be_for(const std::string& scheme, const YoungPerson& person, Problems& problems) {
  if (scheme.empty() || person.scheme == scheme) return;
  problems.push_back({{"", place_of(person, &YoungPerson::scheme)},
                      fmt::format("the form is for {}, and {} was asked for, make them the same",
                                  in_quotes(person.scheme), in_quotes(scheme)),
                      {}});
}

}  // namespace

YoungPerson read_referral_form(std::string_view text, const std::string& file, const std::string& scheme,
                               const policy::Policies& policies, Day today) {
  store::Parsed parsed = store::parse_yaml(text, file);
  if (parsed.problem) store::must_be_sound({*parsed.problem}, text, file);
  complete(parsed.root, scheme, today);
  Decoder decoder(file);
  const auto form = decoder.record<ReferralForm>(parsed.root, "a referral");
  store::must_be_sound(decoder.take_problems(), text, file);
  YoungPerson person = person_of(form, parsed.root);
  Problems problems;
  must_be_for(scheme, person, problems);
  must_have_come(person, today, problems);
  must_have_come(person.referred, today, problems);
  store::check_soundness(person, Register(), policies, problems);
  store::must_be_sound(std::move(problems), text, file);
  return person;
}

}  // namespace mentor::exchange
