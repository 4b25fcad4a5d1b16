/// The facts of a worked example as records: what is required of a record and not told is filled in.
#pragma once

#include <string>
#include <vector>

#include "model/codec.h"
#include "model/register.h"
#include "policy/edition.h"
#include "policy/severity.h"

namespace mentor {
namespace rules {

/// An example as a policy has it, without its facts.
struct Example {
  std::string rule;
  std::string says;
  Day on;
  std::optional<Count> other_matches;  ///< of the same mentor, running
  std::optional<Count> other_pairs;    ///< running, each with a mentor of its own
  std::optional<Count> other_mentors;  ///< of the same young person, each in a match that runs
  Places places;
};

/// What the example says that the rule finds. What is left out may be anything.
struct Expected {
  Severity severity{};
  std::optional<Day> from;
  std::optional<Day> to;
  std::optional<Day> due;
  std::string measured;
  std::string required;
  std::string unit;
  std::string says;  ///< stands in the message
  Places places;
};

/// The keys of an example that hold its facts.
inline constexpr auto facts_keys = std::to_array<std::string_view>(
    {"mentor", "young_person", "match", "sessions", "check_ins", "events", "concerns", "staff"});

/// The records that an example tells of. `facts` is a map with some of the keys above; in it `mentor` and
/// `young-person` stand for the two.
[[nodiscard]] Register read_facts(const Value& facts, const Example& example, const policy::Edition& edition,
                                  Decoder& decoder);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::Example> =
    std::tuple(field("rule", &rules::Example::rule, traits::required, "the rule that it is about"),
               field("says", &rules::Example::says, traits::required, "what it shows, in a sentence"),
               field("on", &rules::Example::on, traits::required, "the day on which it is judged"),
               field("other_matches", &rules::Example::other_matches, traits::optional,
                     "so many other matches of the same mentor run"),
               field("other_pairs", &rules::Example::other_pairs, traits::optional,
                     "so many other pairs run, each with a mentor of its own"),
               field("other_mentors", &rules::Example::other_mentors, traits::optional,
                     "so many other mentors are in a running match with the same young person"));
template <>
inline constexpr auto fields_of<rules::Expected> = std::tuple(
    field("severity", &rules::Expected::severity, traits::required, "must, should or advise"),
    field("from", &rules::Expected::from, traits::optional, "a period's first day"),
    field("to", &rules::Expected::to, traits::optional, "the first day after it"),
    field("due", &rules::Expected::due, traits::optional, "the last day on which it was not yet broken"),
    field("measured", &rules::Expected::measured, traits::optional, "what there was"),
    field("required", &rules::Expected::required, traits::optional, "what was asked for"),
    field("unit", &rules::Expected::unit, traits::optional, "of the two"),
    field("says", &rules::Expected::says, traits::optional, "a part of the message"));

}  // namespace mentor
