/// Rows of sheets become records: who and what is there already, what is wrong with a row, what comes in.
///
/// A row comes in whole or not at all. Each is judged by itself and with what comes in beside it: a session
/// needs its match to be there or to come in. Nothing is written here.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "actions/plan.h"
#include "exchange/mapped_sheet.h"
#include "model/register.h"

namespace mentor {

/// What became of a row.
struct IncomingRow {
  std::size_t sheet = 0;
  std::size_t row = 0;  ///< among the rows of its sheet
  exchange::RowSaid said;
  Id owner;           ///< of an entry: its record
  Id id;              ///< its own
  std::string wrong;  ///< why it does not come in
  std::string
      there;  ///< what is there already: an identifier, or the line of the same row; empty of a new one

  [[nodiscard]] bool comes_in() const { return wrong.empty() && there.empty(); }
};

/// A record as it shall be: new, or one that has entries more.
using IncomingRecord =
    std::variant<Mentor, YoungPerson, Match, SessionLog, CheckInLog, Event, Concern, ActivityBank>;

struct Intake {
  std::vector<IncomingRow> rows;  ///< in the order of sheets and rows
  std::vector<IncomingRecord> records;
  std::vector<std::string> notes;  ///< what rows that are there already say otherwise
};

/// Takes in the rows of these sheets. `facts` has read: all people, matches and concerns, and the kinds that
/// the sheets are of. People are judged as `add-mentor` and `refer` judge them, sessions as `log-session`
/// does, with the rules that refuse; what else comes in must be sound, as for `record`.
///
/// There already is what has the same identifier; a mentor of the same name and scheme, a young person of the
/// same name, scheme and date of birth, a session of the same match, day, length and kind, and whatever else
/// says the same. The same row twice in a sheet comes in once.
[[nodiscard]] Intake take_in(const std::vector<exchange::MappedSheet>& sheets, const actions::Facts& facts,
                             const rules::Rulebook& rulebook);

}  // namespace mentor
