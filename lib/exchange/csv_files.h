/// The records as CSV, for a spreadsheet and for `import`, which reads them back as they were.
#pragma once

#include <map>
#include <string>

#include "model/register.h"
#include "policy/edition.h"

namespace mentor::exchange {

/// Path → bytes: a file for each table of the records (exchange/record_tables.h), `mentors.csv`,
/// `mentor-steps.csv`, with its heading line alone where there is nothing, and `data-dictionary.csv`, which
/// says what each column means and which words it takes. Rows are in the order of identifiers, entries in
/// the order of their record. Needs everything read; what is not in the register is not in the files. The
/// settings, which name no young person and no mentor, stay out.
///
/// A cell that a spreadsheet would run or mangle is guarded (base/csv.h), dates, numbers and identifiers of
/// ours need none; a list is one cell (join_entries).
[[nodiscard]] std::map<std::string, std::string> csv_files(const Register& records,
                                                           const policy::Policies& policies);

}  // namespace mentor::exchange
