/// How rows of sheets, and what is there already, are told to be the same.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "exchange/mapped_sheet.h"
#include "model/register.h"

namespace mentor {

/// The fields by which a row of that sheet is the same as what is there: of people the name, the scheme and
/// of a young person the date of birth; of a session its day, length and kind; else all that the sheet has,
/// but for the identifier.
[[nodiscard]] std::vector<const exchange::SheetField*> fields_of_identity(
    const exchange::MappedSheet& mapped);
/// All that the sheet has, but for the identifier.
[[nodiscard]] std::vector<const exchange::SheetField*> fields_said(const exchange::MappedSheet& mapped);

/// What the tree says in these fields, to be compared: a name without case and accents.
[[nodiscard]] std::string content_of(const Value& record,
                                     const std::vector<const exchange::SheetField*>& fields);

/// The headings of fields in which the row says something else than the record.
[[nodiscard]] std::vector<std::string> fields_that_differ(
    const Value& row, const Value& record, const std::vector<const exchange::SheetField*>& fields);

/// What a record has of the entries that a sheet is of.
class KnownEntries {
 public:
  KnownEntries() = default;
  KnownEntries(Value entries, const std::vector<const exchange::SheetField*>& fields);

  /// The entry of that identifier; null when there is none.
  [[nodiscard]] const Value* find(const std::string& id) const;
  /// Whether one more of them says that (content_of), and was not taken before.
  [[nodiscard]] bool take_one(const std::string& content);

 private:
  Value entries_;
  std::unordered_map<std::string, std::size_t> counts_;
  std::unordered_map<std::string, std::size_t> numbers_;  ///< by identifier
};

/// Adds the identifiers of all entries in a record or log.
void add_entry_ids(const Value& whole, std::set<Id>& ids);

/// People by their whole names, without case and accents, and the matches that each is in.
class Directory {
 public:
  explicit Directory(const Register& records);

  void add_person(const std::string& name, const Id& id) { by_name_[folded(name)].push_back(id); }
  void add_match(const Match& match);

  /// The people of that kind whom the text means: an identifier, or a whole name.
  [[nodiscard]] std::vector<Id> people(const std::string& text, char letter) const;
  [[nodiscard]] std::vector<MatchId> matches_of(const std::vector<Id>& people) const;

 private:
  static std::string folded(std::string_view name);

  std::unordered_map<std::string, std::vector<Id>> by_name_;
  std::map<Id, std::vector<MatchId>> matches_;
};

}  // namespace mentor
