/// The merge of three trees: what two people made of one record's values.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "changes/merge.h"

namespace mentor::changes {

/// Whether the two say the same: members may stand in any order, and how a scalar is set doesn't matter.
[[nodiscard]] bool alike(const Value& a, const Value& b);

/// A value in words: text as it is, a list or an entry in flow style; empty for nothing.
[[nodiscard]] std::string in_words(const Value* value);

/// The member that says which entry of its list an entry is; null in what is no entry.
[[nodiscard]] const Member* identifier_of(const Value& entry);

/// Whether the list's items are entries, each with an identifier that no other has.
[[nodiscard]] bool has_entries(const Value& list);

/// The day of an entry, by which those that both sides added are put in order; empty when it has none.
[[nodiscard]] std::string day_of(const Value& entry);

/// What stays of a map that one side changed and the other took away: what is new in it is like nothing else.
[[nodiscard]] Value in_doubt(const Value& stays, const Value& before);

/// Whether the settlement keeps the entry or the file that it is of. Throws Trouble(usage) for a value that
/// is neither `kept` nor empty.
[[nodiscard]] bool keeps(const Settlements::value_type& settlement);

/// Merges trees; null stands for what is not there.
class Merger {
 public:
  Merger(std::string record, const Settlements& settlements)
      : record_(std::move(record)), settlements_(settlements) {}

  /// The merged tree; nothing where it is removed. With conflicts it holds our values in their places.
  [[nodiscard]] std::optional<Value> merge(const Value* before, const Value* ours, const Value* theirs);

  /// Has theirs in the place of each conflict instead.
  void prefer_theirs() { instead_ = Instead::theirs; }
  /// Has what is like nothing in the place of each conflict instead.
  void leave_open() { instead_ = Instead::doubt; }

  [[nodiscard]] std::vector<Conflict> take_conflicts() { return std::move(conflicts_); }

 private:
  /// Three versions of one part, and what it is called.
  struct Part {
    std::string id;
    std::string field;
    const Value* before;
    const Value* ours;
    const Value* theirs;
  };

  /// What stands where there is a conflict.
  enum class Instead { ours, theirs, doubt };

  std::optional<Value> merge(const Part& part);
  std::optional<Value> merge_maps(const Part& part);
  std::optional<Value> merge_entries(const Part& part);
  std::optional<Value> merge_words(const Part& part);
  std::optional<Value> settle(const Part& part);
  std::optional<Value> settle_presence(const Part& part);

  std::string record_;
  const Settlements& settlements_;
  std::vector<Conflict> conflicts_;
  Instead instead_ = Instead::ours;
};

}  // namespace mentor::changes
