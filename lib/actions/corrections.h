/// Corrections of single fields, made in the tree of a record or of one of its entries.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "actions/amend.h"
#include "base/day.h"
#include "base/value.h"
#include "model/describe.h"

namespace mentor::actions {

using Fields = std::vector<FieldShape>;

/// Those of one record or entry. Each throws Trouble (usage) for what cannot be: a field that there is not, a
/// value for a group or a list as a whole, a day that is still to come, the loss of what must be there.
class Corrections {
 public:
  /// `noun` names the record or entry in messages: `a mentor`.
  Corrections(std::string noun, Day today) : noun_(std::move(noun)), today_(today) {}

  /// Whether the tree then is such a record is for the decoder to say.
  void make(Value& map, const Fields& fields, const Amendment& amendment) {
    correct(map, fields, amendment, amendment.key);
  }

 private:
  void correct(Value& map, const Fields& fields, const Amendment& amendment, std::string_view path);
  [[nodiscard]] const FieldShape& field_of(const Fields& fields, const std::string& key) const;
  void correct_group(Value& map, const FieldShape& field, const Amendment& amendment, std::string_view path);
  void correct_list(Value& map, const FieldShape& field, const Amendment& amendment);
  void correct_one(Value& map, const FieldShape& field, const Amendment& amendment);
  void take_out(Value& map, const FieldShape& field) const;

  std::string noun_;
  Day today_;
  std::map<std::string, bool> lists_;  ///< whether what was asked for sets them
  std::set<std::string> values_set_;
};

}  // namespace mentor::actions
