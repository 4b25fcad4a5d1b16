/// The records as rows, a collection for each kind, and what follows from them likewise: what JSON and SQLite
/// are written from, so that a new field of the schema stands in both by itself.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/exported.h"
#include "model/describe.h"

namespace mentor::exchange {

struct Collection {
  std::string name;  ///< of all of them: `young_people`
  std::string noun;  ///< of one, as another refers to it: `young_person`
  std::string_view means;
  std::vector<FieldShape> fields;
  std::vector<std::string> key;  ///< the fields that tell one from the others; none where nothing does

  /// Whether it is one row whatever is recorded: the settings.
  [[nodiscard]] bool is_one_row() const { return name == noun; }
  /// Calls a visitor with each row: a map by the keys of the fields, absent ones left out.
  std::function<void(const std::function<void(const Value& row)>&)> visit;
};

/// The settings (one row), mentors, young people, matches, sessions, check-ins, events, concerns and
/// activities; then what follows: periods, waiting, findings and due. In this order each comes after those it
/// refers to. They are read from `from`, which has to outlive them.
[[nodiscard]] std::vector<Collection> collections(const Exported& from);

}  // namespace mentor::exchange
