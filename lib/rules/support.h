/// Rules about the support that the team gives.
#pragma once

#include <string>
#include <vector>

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

/// support.pair_events: a running pair that was not invited for as long to an event of a kind that is for
/// pairs (both invited), for mentors, or for young people. It judges the offer, not who came. Manchester,
/// maintaining (mentors meet mentors, mentees meet mentees, 2 to 4 events a year for pairs).
struct PairEventsAsks {
  Span every;
  std::vector<std::string> pairs;
  std::vector<std::string> mentors;
  std::vector<std::string> young_people;
  Places places;

  void check(Decoder& decoder) const;
};
void judge(const Pair& pair, const Editions<PairEventsAsks>& editions, Day today, Findings& found);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::SupervisionAsks> =
    std::tuple(field("every", &rules::SupervisionAsks::every, traits::required, "how often it is offered"),
               field("kind", &rules::SupervisionAsks::kind,
                     traits::required | traits::from(vocabulary::event_kinds), "the kind of event"));
template <>
inline constexpr auto fields_of<rules::PairEventsAsks> =
    std::tuple(field("every", &rules::PairEventsAsks::every, traits::required, "how often each is offered"),
               field("pairs", &rules::PairEventsAsks::pairs, traits::from(vocabulary::event_kinds),
                     "events to which both are invited"),
               field("mentors", &rules::PairEventsAsks::mentors, traits::from(vocabulary::event_kinds),
                     "events to which the mentor is"),
               field("young_people", &rules::PairEventsAsks::young_people,
                     traits::from(vocabulary::event_kinds), "events to which the young person is"));

}  // namespace mentor
