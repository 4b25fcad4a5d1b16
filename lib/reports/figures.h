/// A table of figures, each for these days, those before, and the same a year before.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/table.h"
#include "reports/stretch.h"

namespace mentor::reports {

/// What a figure is called: by programs, and by people.
struct Called {
  std::string key;
  std::string words;
};

/// The column of a stretch, which holds its figures.
[[nodiscard]] Column column_of(const Stretch& stretch);

class FigureTable {
 public:
  /// `stretches` are its columns behind the one that says what is counted.
  FigureTable(std::string key, std::string title, std::vector<const Stretch*> stretches);

  /// A row. Nothing stands where there is nothing to tell of.
  template <class ValueOf>
  FigureTable& row(const Called& called, ValueOf value_of) {
    return rows({called}, [&](const Stretch& stretch) { return std::vector<Value>{value_of(stretch)}; });
  }
  /// Rows whose values hang together, such as the parts of a whole.
  FigureTable& rows(const std::vector<Called>& called,
                    const std::function<std::vector<Value>(const Stretch&)>& values_of);

  FigureTable& section(std::string section);
  FigureTable& about(std::string about);
  /// Draws every column of days.
  FigureTable& chart(std::string title);

  [[nodiscard]] Table take() { return std::move(table_); }

 private:
  std::vector<const Stretch*> stretches_;
  Table table_;
};

}  // namespace mentor::reports
