/// Whose entry a row of a sheet is.
#pragma once

#include "intake.h"
#include "intake_identity.h"

namespace mentor {

/// Each puts the owner of a row into it, or what is wrong: nobody is guessed, and nobody else is named.
class OwnerFinder {
 public:
  /// `directory` and `records` hold what is there and what came in so far.
  OwnerFinder(const Directory& directory, const Register& records)
      : directory_(directory), records_(records) {}

  /// A record of that letter, or of any for 0, by identifier or a person's whole name.
  void find_keeper(IncomingRow& row, char letter) const;
  /// A match by identifier, or by the people in it; of several the one that ran on the day of the row.
  void find_match(IncomingRow& row) const;

 private:
  using Candidates = std::optional<std::vector<MatchId>>;
  void narrow(IncomingRow& row, const std::string& text, char letter, std::string_view noun,
              Candidates& candidates) const;
  [[nodiscard]] bool ran_on_day_of(const IncomingRow& row, const MatchId& id) const;

  const Directory& directory_;
  const Register& records_;
};

/// Adds to what is wrong with a row.
void reject(IncomingRow& row, const std::string& why);

}  // namespace mentor
