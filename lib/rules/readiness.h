/// Rules about a mentor's preparation, and a young person's word, before a match. DBS checks are in dbs.h.
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
/// §4.1. `at_once` is for whoever logs a training, and no matter of the rule's: one event covers all topics
/// (Rotherham DLT report §3.8: a full day), unless it is said what it was on.
struct TrainingAsks {
  std::vector<std::string> topics;
  std::optional<StepKind> after;
  std::optional<bool> at_once;  ///< no when left out
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

/// readiness.qualification: South Tyneside's offer (Level Two in mentoring).
struct QualificationAsks {
  std::string level;
  Places places;
};
void judge(const Preparation& preparation, const Editions<QualificationAsks>& editions, Findings& found);

/// readiness.considered: what the mentor should have thought about before they commit. Stockport's case study
/// (hours and years, training, friendship; its tips are advice).
struct ConsideredAsks {
  std::vector<std::string> topics;
  std::vector<std::string> advised;
  Places places;
};
void judge(const Preparation& preparation, const Editions<ConsideredAsks>& editions, Findings& found);

/// readiness.employed: South Tyneside's offer (employed as a sessional worker).
struct EmployedAsks {
  Places places;
};
void judge(const Preparation& preparation, const Editions<EmployedAsks>& editions, Findings& found);

/// readiness.reference: fewer references than asked for.
struct ReferenceAsks {
  std::optional<Count> count;  ///< one when left out
  Places places;
};
void judge(const Preparation& preparation, const Editions<ReferenceAsks>& editions, Findings& found);

/// readiness.professional_gap: the start follows too soon on the mentor's professional role with this young
/// person. Stockport's case study, tips from mentors (3 to 6 months).
struct ProfessionalGapAsks {
  Span least;
  Places places;
};
void judge(const Pair& pair, const Editions<ProfessionalGapAsks>& editions, Day today, Findings& found);

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
    std::tuple(field("topics", &rules::TrainingAsks::topics,
                     traits::required | traits::from(vocabulary::topics), "the topics to be done"),
               field("after", &rules::TrainingAsks::after, traits::optional, "the step that comes first"),
               field("at_once", &rules::TrainingAsks::at_once, traits::optional,
                     "whether a training that is logged as an event covers all topics when none is named; no "
                     "when left out"));
template <>
inline constexpr auto fields_of<rules::LineManagerAsks> = std::tuple(
    field("roles", &rules::LineManagerAsks::roles, traits::required | traits::from(vocabulary::roles),
          "who has one to ask"),
    field("before", &rules::LineManagerAsks::before, traits::optional, "the step that comes later"));
template <>
inline constexpr auto fields_of<rules::PenPictureAsks> =
    std::tuple(field("after", &rules::PenPictureAsks::after, traits::optional, "the step that comes first"));
template <>
inline constexpr auto fields_of<rules::QualificationAsks> =
    std::tuple(field("level", &rules::QualificationAsks::level,
                     traits::required | traits::from(vocabulary::qualifications), "the qualification"));
template <>
inline constexpr auto fields_of<rules::ConsideredAsks> =
    std::tuple(field("topics", &rules::ConsideredAsks::topics,
                     traits::required | traits::from(vocabulary::considered), "what must be considered"),
               field("advised", &rules::ConsideredAsks::advised, traits::from(vocabulary::considered),
                     "what else had better be; it is advice only"));
template <>
inline constexpr auto fields_of<rules::EmployedAsks> = std::tuple();
template <>
inline constexpr auto fields_of<rules::ReferenceAsks> =
    std::tuple(field("count", &rules::ReferenceAsks::count, traits::optional, "how many; 1 when left out"));
template <>
inline constexpr auto fields_of<rules::ProfessionalGapAsks> =
    std::tuple(field("least", &rules::ProfessionalGapAsks::least, traits::required,
                     "the least between the role and the start"));
template <>
inline constexpr auto fields_of<rules::AgreedAsks> = std::tuple();

}  // namespace mentor
