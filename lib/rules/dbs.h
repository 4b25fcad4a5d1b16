/// Rules about DBS checks: asked for where the work is with young people under an age, and only there.
///
/// It is an offence to ask for a check that a role is not eligible for, so every rule here looks at the ages
/// again on each day: with a birthday the question may be gone.
#pragma once

#include <optional>
#include <vector>

#include "model/amounts.h"
#include "rules/pair.h"
#include "rules/terms.h"

namespace mentor {
namespace rules {

/// readiness.dbs: a match with somebody under the age on its first day, or on this one, without the check
/// asked for; and each session, first meeting or event with them before there was one. A check counts from
/// the day it was seen. Rotherham DLT report §13.2.
struct DbsAsks {
  Count under;
  DbsLevel level{};
  std::optional<Workforce> workforce;
  Places places;
};
void judge(const Pair& pair, const Editions<DbsAsks>& editions, Day today, Findings& found);
void judge(const Scheme& scheme, const Editions<DbsAsks>& editions, Day today, Findings& found);

/// dbs.recheck: the mentor of somebody under the age whose last such check was issued too long ago. A check
/// without a day of issue counts from the day it was seen.
struct RecheckAsks {
  Span every;
  Count under;
  DbsLevel level{};
  std::optional<Workforce> workforce;
  std::vector<Span> warn;
  Places places;
};
void judge(const Scheme& scheme, const Editions<RecheckAsks>& editions, Day today, Findings& found);

/// dbs.regulated_activity: a mentor who meets young people under the age as often as regulated activity, and
/// of whom no check with the children's barred list was seen. A held session, a first meeting and an event
/// count alike, a day counts once. Safeguarding Vulnerable Groups Act 2006, schedule 4; the statutory
/// guidance on regulated activity with children (weekly, or on more than 3 days in 30).
struct RegulatedActivityAsks {
  Count under;
  Count more_than;
  Span within;
  std::optional<Count> weeks;
  Places places;
};
void judge(const Scheme& scheme, const Editions<RegulatedActivityAsks>& editions, Day today, Findings& found);
/// The sessions that count there.
[[nodiscard]] std::vector<Session> kept(const Pair& pair, const Editions<RegulatedActivityAsks>& editions,
                                        Day today);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::DbsAsks> = std::tuple(
    field("under", &rules::DbsAsks::under, traits::required,
          "the age below which a check is asked for, in years"),
    field("level", &rules::DbsAsks::level, traits::required, "the least level"),
    field("workforce", &rules::DbsAsks::workforce, traits::optional, "the workforce it must cover"));
template <>
inline constexpr auto fields_of<rules::RecheckAsks> = std::tuple(
    field("every", &rules::RecheckAsks::every, traits::required, "how old a check may be"),
    field("under", &rules::RecheckAsks::under, traits::required,
          "the age below which a check is asked for, in years"),
    field("level", &rules::RecheckAsks::level, traits::required, "the least level that counts"),
    field("workforce", &rules::RecheckAsks::workforce, traits::optional, "the workforce it must cover"),
    field("warn", &rules::RecheckAsks::warn, traits::optional,
          "how long before it is due it is shown, in steps"));
template <>
inline constexpr auto fields_of<rules::RegulatedActivityAsks> = std::tuple(
    field("under", &rules::RegulatedActivityAsks::under, traits::required,
          "the age below which it counts, in years"),
    field("more_than", &rules::RegulatedActivityAsks::more_than, traits::required, "on more days than this"),
    field("within", &rules::RegulatedActivityAsks::within, traits::required, "within so long"),
    field("weeks", &rules::RegulatedActivityAsks::weeks, traits::optional,
          "or in so many weeks in a row, Monday to Sunday"));

}  // namespace mentor
