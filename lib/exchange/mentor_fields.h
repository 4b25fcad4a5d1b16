/// What the form of a mentor asks: lines of the schema, chosen; what the staff record is not among them.
#pragma once

#include <tuple>

#include "exchange/schema_lines.h"

namespace mentor {

namespace exchange {

/// A mentor's record as far as they tell it themselves.
struct MentorForm : Mentor {};

}  // namespace exchange

template <>
inline constexpr auto fields_of<exchange::MentorForm> =
    std::tuple(exchange::in_schema(&Mentor::name), exchange::in_schema(&Mentor::scheme),
               exchange::in_schema(&Mentor::role), exchange::in_schema(&Mentor::born),
               exchange::in_schema(&Mentor::gender), exchange::in_schema(&Mentor::area),
               exchange::in_schema(&Mentor::department), exchange::in_schema(&Mentor::email),
               exchange::in_schema(&Mentor::phone), exchange::in_schema(&Mentor::languages),
               exchange::in_schema(&Mentor::interests), exchange::in_schema(&Mentor::expertise),
               exchange::in_schema(&Mentor::care_experienced), exchange::in_schema(&Mentor::capacity),
               exchange::in_schema(&Mentor::prefers), exchange::in_schema(&Mentor::pen_picture));

}  // namespace mentor
