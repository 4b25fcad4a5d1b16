#include "base/table.h"

namespace mentor {

void add_row(Table& table, const Value& map) {
  auto& row = table.rows.emplace_back();
  for (const auto& column : table.columns) {
    const Member* found = map.find(column.key);
    row.push_back(found ? found->value : Value());
  }
}

}  // namespace mentor
