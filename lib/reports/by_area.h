/// Totals by scheme and area, which every report has.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/table.h"
#include "reports/cells.h"

namespace mentor::reports {

template <class Totals>
class ByArea {
 public:
  /// The totals of that place, all zero when it is named for the first time.
  Totals& at(const std::string& scheme, const std::string& area) { return totals_[{scheme, area}]; }

  /// A row a place. `counted` are the columns behind scheme and area, `cells` makes what stands in them.
  template <class Cells>
  [[nodiscard]] Table table(std::string title, std::vector<Column> counted, Cells cells) const {
    Table table{"by_area", std::move(title), {{"scheme", "scheme"}, {"area", "area"}}, {}};
    for (auto& column : counted) table.columns.push_back(std::move(column));
    for (const auto& [where, totals] : totals_) {
      auto& row = table.rows.emplace_back();
      row.push_back(Value::of_token(where.first));
      row.push_back(cell(where.second));
      for (auto& value : cells(totals)) row.push_back(std::move(value));
    }
    return table;
  }

 private:
  std::map<std::pair<std::string, std::string>, Totals> totals_;
};

}  // namespace mentor::reports
