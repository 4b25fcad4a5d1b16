/// The course of a match: proposed, decided, started, its sessions, ended.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actions/plan.h"

namespace mentor::actions {

/// What is known when a match starts; the parts may be given when it is proposed, and again when it starts.
struct StartTerms {
  MatchId id;  ///< of a new match, where somebody chose one
  std::optional<Day> on;
  std::vector<Side> agreed;
  bool contacts_given = false;
  FirstMeeting first_meeting;
  std::string focus;
};

/// Proposes a match of these two, and goes on to start it when the terms have a day. Needs all matches.
[[nodiscard]] Plan propose(const YoungPersonId& young_person, const MentorId& mentor,
                           const std::string& considered_by, const StartTerms& terms, const Facts& facts);

/// One side's decision; a yes may bring back a match that was declined. Needs all matches.
[[nodiscard]] Plan decide(const MatchId& match, Decision decision, const Facts& facts);

/// Starts a proposed match. Needs all matches.
[[nodiscard]] Plan start(const MatchId& match, const StartTerms& terms, const Facts& facts);

/// Throws Trouble (usage) for what no session of that scheme can have: a kind that is no word of its own, a
/// day that is still to come.
void check_new(const Session& session, std::string_view scheme, const Facts& facts);
/// What to say of a session that is longer than 12 hours; nothing of any other.
[[nodiscard]] std::optional<std::string> doubt_about_length(const Session& session);

/// Logs the same session with each of these matches; what it cost is shared equally among them. What looks
/// like one that is there already is a doubt.
[[nodiscard]] Plan log_session(const std::vector<MatchId>& matches, const Session& session,
                               const Facts& facts);

/// Ends a match that runs, or hands it over to the pair; ends one that was handed over. Needs its
/// sessions: one that is later is a doubt.
[[nodiscard]] Plan end(const MatchId& match, Ending ending, const Facts& facts);

}  // namespace mentor::actions
