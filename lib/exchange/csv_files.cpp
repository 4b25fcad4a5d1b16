#include "exchange/csv_files.h"

#include <fmt/format.h>

#include "base/csv.h"
#include "base/text.h"
#include "exchange/record_tables.h"
#include "model/codec.h"
#include "model/schema.h"

namespace mentor::exchange {

namespace {

/// The files as they are written, a row after another.
class CsvWriter {
 public:
  CsvWriter() {
    for (const auto& table : record_tables()) {
      std::vector<std::string> headings;
      if (!table.owner.empty()) headings.push_back(table.owner);
      for (const auto& column : table.columns) headings.push_back(column.heading);
      add_line(table.name, headings);
    }
  }

  /// A record, and the entries of its lists.
  void add_record(const Value& record, std::string_view folder, std::string_view id) {
    for (const auto& table : record_tables()) {
      if (table.folder != folder) continue;
      if (table.is_of_records()) add_row(table, record, {});
      const Member* list = table.list.empty() ? nullptr : record.find(table.list);
      if (!list) continue;
      for (const auto& entry : list->value.items) add_row(table, entry, id);
    }
  }

  /// An entry of a log.
  void add_entry(const Value& entry, std::string_view folder, std::string_view of) {
    for (const auto& table : record_tables()) {
      if (table.folder == folder) add_row(table, entry, of);
    }
  }

  void add_line(const std::string& name, const std::vector<std::string>& cells) {
    std::string& text = files_[name + std::string(csv_ending)];
    for (std::size_t i = 0; i < cells.size(); ++i) text.append(i > 0 ? "," : "").append(csv::cell(cells[i]));
    text += '\n';
  }

  [[nodiscard]] std::map<std::string, std::string> take() { return std::move(files_); }

 private:
  void add_row(const RecordTable& table, const Value& record, std::string_view owner) {
    std::vector<std::string> cells;
    if (!table.owner.empty()) cells.emplace_back(owner);
    for (const auto& column : table.columns) cells.push_back(cell_of(record, column));
    add_line(table.name, cells);
  }

  static std::string cell_of(const Value& record, const TableColumn& column) {
    const Value* holder = &record;
    if (!column.group.empty()) {
      const Member* group = record.find(column.group);
      if (!group) return {};
      holder = &group->value;
    }
    const Member* member = holder->find(column.field.key);
    if (!member) return {};
    const Value& value = member->value;
    const bool is_range = column.field.kind == Kind::ages;  // which a spreadsheet may take for a day
    if ((value.form == Form::token && !is_range) || value.form == Form::number) return value.text;
    if (value.form != Form::list) return csv::guarded(value.text);
    std::vector<std::string> entries;
    for (const auto& each : value.items) entries.push_back(each.text);
    return csv::guarded(join_entries(entries, column.field));
  }

  std::map<std::string, std::string> files_;
};

template <class Records>
void write_records(const Records& records, CsvWriter& files) {
  using Record = typename Records::mapped_type;
  for (const auto& each : records) {
    const Record& record = each.second;
    const std::string_view id = each.first.view();
    if constexpr (requires { record.entries; }) {
      for (const auto& entry : record.entries) files.add_entry(encode(entry), RecordKind<Record>::folder, id);
    } else {
      files.add_record(encode(record), RecordKind<Record>::folder, id);
    }
  }
}

/// The words that the field takes: its own, or those of each scheme.
std::string allowed_words(const FieldShape& field, const policy::Policies& policies) {
  if (field.traits.vocabulary.empty()) return join(field.words, ", ");
  std::vector<std::string> schemes;
  for (const auto& scheme : policies.schemes()) {
    const auto& words = policies.words(scheme, field.traits.vocabulary);
    if (!words.empty()) schemes.push_back(fmt::format("{}: {}", scheme, join(words, ", ")));
  }
  return join(schemes, "; ");
}

void write_dictionary(const policy::Policies& policies, CsvWriter& files) {
  const std::string name = "data-dictionary";
  files.add_line(name, {"file", "column", "type", "required", "personal", "means", "words"});
  const auto yes_or_no = [](bool truth) { return Scalar<bool>::write(truth).text; };
  for (const auto& table : record_tables()) {
    const std::string file = table.name + std::string(csv_ending);
    if (!table.owner.empty()) {
      files.add_line(name, {file,
                            table.owner,
                            Scalar<Id>::what(),
                            yes_or_no(true),
                            yes_or_no(false),
                            "whose entry it is: a record's identifier",
                            {}});
    }
    for (const auto& [heading, group, field, required] : table.columns) {
      const bool personal = field.traits.personal || field.traits.words;
      files.add_line(name, {file, heading, field.type, yes_or_no(required), yes_or_no(personal),
                            csv::guarded(field.means), csv::guarded(allowed_words(field, policies))});
    }
  }
}

}  // namespace

std::map<std::string, std::string> csv_files(const Register& records, const policy::Policies& policies) {
  CsvWriter files;
  write_records(records.mentors, files);
  write_records(records.young_people, files);
  write_records(records.matches, files);
  write_records(records.sessions, files);
  write_records(records.check_ins, files);
  write_records(records.events, files);
  write_records(records.concerns, files);
  for (const auto& each : records.activities.entries) files.add_entry(encode(each), {}, {});
  write_dictionary(policies, files);
  return files.take();
}

}  // namespace mentor::exchange
