/// The sets of words that the code itself acts on. Roles, topics, areas and other words that it only carries
/// are the policy's (policy/edition.h).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace mentor {

/// The words of an enumeration, in the order of its values.
template <class Enum>
inline constexpr std::array<std::string_view, 0> words_of{};

/// A step in preparing a mentor.
enum class StepKind : std::uint8_t {
  information_session,
  training,
  qualification,
  line_manager,
  pen_picture,
  dbs,
  reference,
  considered,
  employed,
  professional_role,
  interview,
  identity,
  approved,
};
template <>
inline constexpr auto words_of<StepKind> = std::to_array<std::string_view>(
    {"information-session", "training", "qualification", "line-manager", "pen-picture", "dbs", "reference",
     "considered", "employed", "professional-role", "interview", "identity", "approved"});

/// The levels of a DBS check, the least first.
enum class DbsLevel : std::uint8_t { basic, standard, enhanced };
template <>
inline constexpr auto words_of<DbsLevel> = std::to_array<std::string_view>({"basic", "standard", "enhanced"});

/// The workforce that a DBS check was made for.
enum class Workforce : std::uint8_t { child, adult, child_and_adult };
template <>
inline constexpr auto words_of<Workforce> = std::to_array<std::string_view>({"child", "adult",
                                                                             "child-and-adult"});

/// Education, employment and training; `neet` is in none of them.
enum class EetStatus : std::uint8_t { neet, education, employment, training, apprenticeship };
template <>
inline constexpr auto words_of<EetStatus> =
    std::to_array<std::string_view>({"neet", "education", "employment", "training", "apprenticeship"});

/// One of the two people of a pair.
enum class Side : std::uint8_t { young_person, mentor };
template <>
inline constexpr auto words_of<Side> = std::to_array<std::string_view>({"young-person", "mentor"});

/// Who brought a relationship to its end.
enum class Party : std::uint8_t { mentor, young_person, both, team };
template <>
inline constexpr auto words_of<Party> = std::to_array<std::string_view>({"mentor", "young-person", "both",
                                                                         "team"});

/// Who of a pair wants another match.
enum class Rematch : std::uint8_t { young_person, mentor, both };
template <>
inline constexpr auto words_of<Rematch> = std::to_array<std::string_view>({"young-person", "mentor", "both"});

/// Whose account a reflection is.
enum class Voice : std::uint8_t { mentor, young_person, team };
template <>
inline constexpr auto words_of<Voice> = std::to_array<std::string_view>({"mentor", "young-person", "team"});

/// Who called a session off.
enum class Canceller : std::uint8_t { mentor, young_person, other };
template <>
inline constexpr auto words_of<Canceller> = std::to_array<std::string_view>({"mentor", "young-person",
                                                                             "other"});

/// With whom the team spoke.
enum class Counterpart : std::uint8_t { mentor, young_person, key_adult };
template <>
inline constexpr auto words_of<Counterpart> = std::to_array<std::string_view>({"mentor", "young-person",
                                                                               "key-adult"});

/// How a relationship ended; `self-managed` hands it over to the pair.
enum class EndingKind : std::uint8_t { completed, managed, drifted, broke_down, withdrawn, self_managed };
template <>
inline constexpr auto words_of<EndingKind> = std::to_array<std::string_view>({"completed", "managed",
                                                                              "drifted", "broke-down",
                                                                              "withdrawn", "self-managed"});

/// How a person left the scheme.
enum class ClosingKind : std::uint8_t { withdrew, not_accepted, finished, declined };
template <>
inline constexpr auto words_of<ClosingKind> = std::to_array<std::string_view>({"withdrew", "not-accepted",
                                                                               "finished", "declined"});

}  // namespace mentor
