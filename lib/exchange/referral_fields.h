/// What the form of a referral asks: lines of the schema, chosen; no key or meaning stands here.
#pragma once

#include <optional>
#include <tuple>

#include "exchange/schema_lines.h"

namespace mentor {

namespace exchange {

/// How they stand in education, employment and training: its day is the referral's.
struct StandingOnForm : EetRecord {};

/// A young person's record as far as the form has it.
struct ReferralForm : YoungPerson {
  std::optional<StandingOnForm> standing;
};

inline constexpr auto eet_in_schema = in_schema(&YoungPerson::eet);

}  // namespace exchange

template <>
inline constexpr auto fields_of<exchange::StandingOnForm> =
    std::tuple(exchange::in_schema(&EetRecord::status), exchange::in_schema(&EetRecord::barriers));

template <>
inline constexpr auto fields_of<exchange::ReferralForm> = std::tuple(
    exchange::in_schema(&YoungPerson::name), exchange::in_schema(&YoungPerson::scheme),
    exchange::in_schema(&YoungPerson::born), exchange::in_schema(&YoungPerson::gender),
    exchange::in_schema(&YoungPerson::area), exchange::in_schema(&YoungPerson::referred),
    exchange::in_schema(&YoungPerson::agreed_on), exchange::in_schema(&YoungPerson::key_adult),
    exchange::in_schema(&YoungPerson::key_adult_role), exchange::in_schema(&YoungPerson::emergency_contacts),
    exchange::in_schema(&YoungPerson::needs), exchange::in_schema(&YoungPerson::interests),
    exchange::in_schema(&YoungPerson::languages), exchange::in_schema(&YoungPerson::groups),
    exchange::in_schema(&YoungPerson::care_experienced), exchange::in_schema(&YoungPerson::nobody_else),
    exchange::in_schema(&YoungPerson::prefers), exchange::in_schema(&YoungPerson::support),
    field(exchange::eet_in_schema.key, &exchange::ReferralForm::standing, exchange::eet_in_schema.traits,
          exchange::eet_in_schema.means));

}  // namespace mentor
