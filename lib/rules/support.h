/// Rules about the support that the team gives.
#pragma once

#include <string>

#include "rules/pair.h"
#include "rules/terms.h"

namespace mentor {
namespace rules {

/// support.supervision: a mentor with a running match who was not invited to an event of that kind for as
/// long. It judges the offer, not who came. Rotherham DLT report §4.5 (group supervision every quarter).
struct SupervisionAsks {
  Span every;
  std::string kind;
  Places places;
};
void judge(const Scheme& scheme, const Editions<SupervisionAsks>& editions, Day today, Findings& found);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::SupervisionAsks> =
    std::tuple(field("every", &rules::SupervisionAsks::every, traits::required, "how often it is offered"),
               field("kind", &rules::SupervisionAsks::kind, traits::required | traits::from("event_kinds"),
                     "the kind of event"));

}  // namespace mentor
