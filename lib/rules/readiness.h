/// Rules about a mentor's preparation, and a young person's word, before a match.
///
/// Those over a Preparation are judged for the mentor of a match that is about to start or runs, by its first
/// day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/amounts.h"
#include "rules/pair.h"
#include "rules/terms.h"

namespace mentor {
namespace rules {

/// readiness.information_session: Rotherham DLT report §4.1.
struct InformationSessionAsks {
  Places places;
};
void judge(const Preparation& preparation, const Editions<InformationSessionAsks>& editions, Findings& found);

/// readiness.training: a topic not done, or done before the step that comes first. Rotherham DLT report §3.8,
/// §4.1.
struct TrainingAsks {
  std::vector<std::string> topics;
  std::optional<StepKind> after;
  Places places;
};
void judge(const Preparation& preparation, const Editions<TrainingAsks>& editions, Findings& found);

/// readiness.line_manager: no agreement, or one that came after the step that it should precede; for mentors
/// of the roles named only. Rotherham DLT report §3.8, §9.1.
struct LineManagerAsks {
  std::vector<std::string> roles;
  std::optional<StepKind> before;
  Places places;
};
void judge(const Preparation& preparation, const Editions<LineManagerAsks>& editions, Findings& found);

/// readiness.pen_picture: the form about themselves not filled in, or before the step that it follows.
/// Rotherham DLT report §4.2.
struct PenPictureAsks {
  std::optional<StepKind> after;
  Places places;
};
void judge(const Preparation& preparation, const Editions<PenPictureAsks>& editions, Findings& found);

/// readiness.dbs: a match with somebody under the age on its first day, or on this one, without the check
/// asked for; and each session held with them before there was one. A check counts from the day it was seen.
/// Rotherham DLT report §13.2.
struct DbsAsks {
  Count under;
  DbsLevel level{};
  std::optional<Workforce> workforce;
  Places places;
};
void judge(const Pair& pair, const Editions<DbsAsks>& editions, Day today, Findings& found);

/// readiness.agreed: the young person has not agreed to be referred.
struct AgreedAsks {
  Places places;
};
void judge(const Scheme& scheme, const Editions<AgreedAsks>& editions, Day today, Findings& found);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::InformationSessionAsks> = std::tuple();
template <>
inline constexpr auto fields_of<rules::TrainingAsks> =
    std::tuple(field("topics", &rules::TrainingAsks::topics, traits::required | traits::from("topics"),
                     "the topics to be done"),
               field("after", &rules::TrainingAsks::after, traits::optional, "the step that comes first"));
template <>
inline constexpr auto fields_of<rules::LineManagerAsks> = std::tuple(
    field("roles", &rules::LineManagerAsks::roles, traits::required | traits::from("roles"),
          "who has one to ask"),
    field("before", &rules::LineManagerAsks::before, traits::optional, "the step that comes later"));
template <>
inline constexpr auto fields_of<rules::PenPictureAsks> =
    std::tuple(field("after", &rules::PenPictureAsks::after, traits::optional, "the step that comes first"));
template <>
inline constexpr auto fields_of<rules::DbsAsks> = std::tuple(
    field("under", &rules::DbsAsks::under, traits::required,
          "the age below which a check is asked for, in years"),
    field("level", &rules::DbsAsks::level, traits::required, "the least level"),
    field("workforce", &rules::DbsAsks::workforce, traits::optional, "the workforce it must cover"));
template <>
inline constexpr auto fields_of<rules::AgreedAsks> = std::tuple();

}  // namespace mentor
