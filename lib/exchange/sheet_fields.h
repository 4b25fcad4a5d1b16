/// What the columns of a sheet can say: the fields of a table of records (exchange/record_tables.h), and how
/// people's own sheets say them otherwise.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/record_tables.h"

namespace mentor::exchange {

/// What becomes of a cell.
enum class Says : std::uint8_t {
  field,       ///< it is the field's value
  owner,       ///< whose entry it is: an identifier, or a person's whole name
  first_name,  ///< with the surname the name
  surname,
  mentor,  ///< of a session: the match by its people
  young_person,
  standing,  ///< how a young person stood in education, employment and training at the referral
  reason,    ///< why the row was rejected earlier; not read
  nothing,   ///< no field is known for it, or it is left out on purpose
};

struct SheetField {
  std::string heading;  ///< as the export and a map file call it
  Says says = Says::field;
  TableColumn column;  ///< of a field or a standing
};

/// All that the columns of such a sheet can say.
[[nodiscard]] const std::vector<SheetField>& sheet_fields(const RecordTable& table);
/// The one of that heading; null when there is none.
[[nodiscard]] const SheetField* find_field(const RecordTable& table, std::string_view heading);
/// The one that people mean by a heading of theirs, `D.O.B.` or `Full name`; null when it is not known.
[[nodiscard]] const SheetField* field_meant(const RecordTable& table, std::string_view heading);

/// The table that a word names, as people say it: `mentors`, `referrals`; null when there is none.
[[nodiscard]] const RecordTable* table_meant(std::string_view word);

/// The heading behind which a rejected row of such a table says why.
[[nodiscard]] std::string reason_heading(const RecordTable& table);

/// Letters and digits alone, without case and accents: to compare headings.
[[nodiscard]] std::string fold_heading(std::string_view heading);

}  // namespace mentor::exchange
