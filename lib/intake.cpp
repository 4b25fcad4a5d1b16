#include "intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "actions/matches.h"
#include "actions/people.h"
#include "base/listing.h"
#include "base/text.h"
#include "intake_identity.h"
#include "intake_owner.h"
#include "model/codec.h"
#include "model/schema.h"
#include "store/lookup.h"
#include "store/paths.h"
#include "store/record_file.h"
#include "store/soundness.h"
#include "workspace.h"

namespace mentor {

namespace {

using exchange::RecordTable;

template <class Record>
concept KeptLog = requires(Record record) {
  record.entries;
};

template <class Record>
std::string_view folder_of() {
  if constexpr (requires { RecordKind<Record>::folder; }) return RecordKind<Record>::folder;
  return {};
}

/// What comes in of one record: its own row, where it is new, and rows of its entries.
struct Draft {
  std::optional<std::size_t> main;
  std::vector<std::size_t> entries;
};

/// `'date': …` for `--date: …`: what a command would say of an option is said of a field.
std::string as_of_field(const std::string& message) {
  const auto colon = message.find(": ");
  if (!message.starts_with("--") || colon == std::string::npos) return message;
  std::string key = message.substr(2, colon - 2);
  std::ranges::replace(key, '-', '_');
  return fmt::format("'{}'{}", key, message.substr(colon));
}

std::string rule_says(const Finding& finding) {
  const auto* rule = rules::find_rule(finding.rule);
  return fmt::format("the rule {} says no: {}{}", finding.rule, finding.message,
                     rule ? fmt::format("; {}", rule->mends) : "");
}

class Taker {
 public:
  Taker(const std::vector<exchange::MappedSheet>& sheets, const actions::Facts& facts,
        const rules::Rulebook& rulebook)
      : sheets_(sheets),
        facts_(facts),
        rulebook_(rulebook),
        after_(facts.records),
        directory_(facts.records) {}

  Intake take() {
    for (const auto& each : sheets_) {
      identity_.push_back(fields_of_identity(each));
      said_.push_back(fields_said(each));
    }
    read_rows();
    take_kind<YoungPerson>();
    judge_referrals();
    take_kind<Mentor>();
    take_kind<Match>();
    take_kind<SessionLog>();
    judge_sessions();
    take_kind<CheckInLog>();
    take_kind<Event>();
    take_kind<Concern>();
    take_kind<ActivityBank>();
    return std::move(intake_);
  }

 private:
  [[nodiscard]] const RecordTable& table_of(const IncomingRow& row) const {
    return *sheets_[row.sheet].map.table;
  }
  [[nodiscard]] std::size_t line_of(const IncomingRow& row) const {
    return sheets_[row.sheet].sheet.rows[row.row].line;
  }

  void read_rows() {
    for (std::size_t sheet = 0; sheet < sheets_.size(); ++sheet) {
      for (std::size_t row = 0; row < sheets_[sheet].sheet.rows.size(); ++row) {
        IncomingRow& read = intake_.rows.emplace_back();
        read.sheet = sheet;
        read.row = row;
        read.said = exchange::row_said(sheets_[sheet], row, intake_.rows.size(), facts_.policies);
        read.wrong = read.said.wrong;
      }
    }
  }

  /// The numbers of the rows of a kind: of records themselves, or of their entries.
  template <class Record>
  std::vector<std::size_t> rows_of(bool of_records) const {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < intake_.rows.size(); ++i) {
      const RecordTable& table = table_of(intake_.rows[i]);
      const bool is_main = table.is_of_records() && !table.folder.empty();
      if (table.folder == folder_of<Record>() && is_main == of_records) numbers.push_back(i);
    }
    return numbers;
  }

  template <class Record>
  const Record* there(const Id& id) const {
    if constexpr (std::is_same_v<Record, ActivityBank>) {
      return after_.activities.file.empty() ? nullptr : &after_.activities;
    } else {
      const auto key = std::remove_cvref_t<decltype(records_of<Record>(after_))>::key_type::parse(id.view());
      return key ? find(records_of<Record>(after_), *key) : nullptr;
    }
  }

  [[nodiscard]] bool is_there(const Id& id) const {
    return there<Mentor>(id) || there<YoungPerson>(id) || there<Match>(id) || there<Event>(id) ||
           there<Concern>(id);
  }

  // Who and what a row is.

  static const Member* id_said(const IncomingRow& row) { return row.said.value.find(key_of(&Mentor::id)); }

  /// Gives a row the identifier that it says, or a new one that `taken` does not know.
  template <class Taken>
  void number(IncomingRow& row, char letter, Taken taken) {
    if (const Member* said = id_said(row)) {
      const auto id = Id::parse(said->value.text);
      if (!id || id->kind() != letter)
        return reject(row, fmt::format("'id': {} is no identifier of that kind, leave it empty for a new one",
                                       in_quotes(said->value.text)));
      row.id = *id;
      return;
    }
    do row.id = Id::from_number(letter, facts_.random());
    while (taken(row.id));
    Value id = Value::of_token(row.id.view());
    id.place = row.said.value.place;
    row.said.value.add(key_of(&Mentor::id), std::move(id));
  }

  template <class Record>
  void take_records() {
    std::map<std::string, std::vector<Id>> known;  // by what makes them the same
    std::map<Id, std::size_t> begun;               // ids that come in, with their row
    for (const std::size_t i : rows_of<Record>(true)) {
      IncomingRow& row = intake_.rows[i];
      if (!row.wrong.empty()) continue;
      const auto& fields = identity_[row.sheet];
      if (known.empty()) {
        for (const auto& [id, record] : records_of<Record>(after_))
          known[content_of(encode(record), fields)].push_back(id);
      }
      if (is_known<Record>(row, known[content_of(row.said.value, fields)], begun)) continue;
      number(row, decltype(Record::id)::letter,
             [&](const Id& id) { return there<Record>(id) || begun.contains(id); });
      if (begun.contains(row.id))
        reject(row, fmt::format("the identifier {} stands in line {} too", row.id.view(),
                                line_of(intake_.rows[begun.at(row.id)])));
      add_standing<Record>(row);
      decode_alone<Record>(row);
      if (!row.wrong.empty()) continue;
      begun.emplace(row.id, i);
      known[content_of(row.said.value, fields)].push_back(row.id);
      drafts_[row.id].main = i;
      if constexpr (requires(Record record) { record.name; })
        directory_.add_person(row.said.value.find(key_of(&Record::name))->value.text, row.id);
    }
  }

  /// Whether the row is of a record that is there already, or of one that another row brings.
  template <class Record>
  bool is_known(IncomingRow& row, const std::vector<Id>& same, const std::map<Id, std::size_t>& begun) {
    if (const Member* said = id_said(row)) {
      const auto id = Id::parse(said->value.text);
      const auto* record = id ? there<Record>(*id) : nullptr;
      if (!record) return false;
      row.id = *id;
      if constexpr (requires { record->name; }) {
        const Member* name = row.said.value.find(key_of(&Record::name));
        if (name && fold_entry(name->value.text) != fold_entry(record->name)) {
          reject(row,
                 fmt::format("{} is somebody else here: correct the identifier or the name", id->view()));
          return true;
        }
      }
      is_there_already(row, encode(*record));
      return true;
    }
    std::optional<Id> namesake;
    for (const Id& id : same) {
      const auto line = begun.find(id);
      const Value known = line == begun.end() ? encode(*there<Record>(id))
                                              : intake_.rows[line->second].said.value;
      if (is_born_another_day(row.said.value, known)) {
        namesake = id;
        continue;
      }
      row.id = id;
      if (line == begun.end())
        is_there_already(row, known);
      else
        row.there = fmt::format("it says the same as line {}", line_of(intake_.rows[line->second]));
      return true;
    }
    if (namesake) note_namesake(row, *namesake);
    return false;
  }

  /// A slip in a date of birth would make somebody two people.
  void note_namesake(const IncomingRow& row, const Id& id) {
    note(row, fmt::format("somebody of the same name, {}, was born on another day: look whether they are one "
                          "person",
                          id.view()));
  }

  void note(const IncomingRow& row, std::string_view what) {
    intake_.notes.push_back(fmt::format("{}:{}: {}", sheets_[row.sheet].sheet.file, line_of(row), what));
  }

  static bool is_born_another_day(const Value& one, const Value& other) {
    const Member* day = one.find(key_of(&Mentor::born));
    const Member* other_day = other.find(key_of(&Mentor::born));
    return day && other_day && day->value.text != other_day->value.text;
  }

  void is_there_already(IncomingRow& row, const Value& known) {
    row.there = fmt::format("{} is there already", row.id.view());
    const auto differing = fields_that_differ(row.said.value, known, said_[row.sheet]);
    if (differing.empty()) return;
    note(row, fmt::format("{} is there already and says otherwise of {}: correct it with "
                          "'mentorctl amend' if the sheet is right",
                          row.id.view(), join(differing, ", ")));
  }

  /// How a young person stood at the referral becomes the first entry of that list.
  template <class Record>
  void add_standing(IncomingRow& row) {
    if constexpr (std::is_same_v<Record, YoungPerson>) {
      if (row.said.standing.form == Form::nothing) return;
      Value entry = row.said.standing;
      const Place place = entry.place;
      const auto add = [&](std::string_view key, std::string_view text) {
        entry.add(key, Value::of_token(text)).place = place;
      };
      add(key_of(&EetRecord::id), Id::from_number(EntryId::letter, facts_.random()).view());
      const Member* referred = row.said.value.find(key_of(&YoungPerson::referred));
      const Member* on = referred ? referred->value.find(key_of(&Referral::on)) : nullptr;
      if (on) add(key_of(&EetRecord::on), on->value.text);
      Value list = Value::of_list({std::move(entry)});
      list.place = place;
      row.said.value.add(key_of(&YoungPerson::eet), std::move(list));
    }
  }

  template <class Record>
  KnownEntries known_entries(const IncomingRow& row) const {
    const auto* record = there<Record>(row.owner);
    return record ? KnownEntries(entries_of(*record, table_of(row)), identity_[row.sheet]) : KnownEntries();
  }

  template <class Record>
  void take_entries() {
    std::map<std::pair<Id, std::size_t>, KnownEntries> known;  // of a record and a sheet
    std::map<Id, std::set<Id>> ids;
    std::map<std::string, std::size_t> seen;
    for (const std::size_t i : rows_of<Record>(false)) {
      IncomingRow& row = intake_.rows[i];
      if (!row.wrong.empty()) continue;
      find_owner<Record>(row);
      if (!row.wrong.empty()) continue;
      auto of_record = known.find({row.owner, row.sheet});
      if (of_record == known.end()) {
        of_record = known.emplace(std::pair(row.owner, row.sheet), known_entries<Record>(row)).first;
        if (const auto* record = there<Record>(row.owner))
          add_entry_ids(store::to_value(*record), ids[row.owner]);
      }
      if (is_known_entry(row, of_record->second, seen)) continue;
      number_entry(row, ids[row.owner]);
      decode_entry_alone<Record>(row);
      if (row.wrong.empty()) drafts_[row.owner].entries.push_back(i);
    }
  }

  /// The entries of the table's list in the record.
  template <class Record>
  static Value entries_of(const Record& record, const RecordTable& table) {
    Value whole = store::to_value(record);
    if constexpr (KeptLog<Record>) {
      return whole;
    } else {
      const Member* list = whole.find(table.list);
      return list ? list->value : Value::of_list();
    }
  }

  bool is_known_entry(IncomingRow& row, KnownEntries& known, std::map<std::string, std::size_t>& seen) {
    if (const Member* said = id_said(row)) {
      const Value* same = known.find(said->value.text);
      if (!same) return false;
      row.id = Id::parse(said->value.text).value_or(Id());
      is_there_already(row, *same);
      return true;
    }
    const std::string all = fmt::format("{}\x1d{}\x1d{}", row.sheet, row.owner.view(),
                                        content_of(row.said.value, said_[row.sheet]));
    const auto [first, is_new] = seen.emplace(all, line_of(row));
    if (!is_new) {
      row.there = fmt::format("it says the same as line {}", first->second);
      return true;
    }
    if (!known.take_one(content_of(row.said.value, identity_[row.sheet]))) return false;
    row.there = fmt::format("{} has it already", row.owner.view());
    return true;
  }

  void number_entry(IncomingRow& row, std::set<Id>& ids) {
    const auto* field = exchange::find_field(table_of(row), key_of(&Session::id));
    number(row, field->column.field.letter, [&](const Id& id) { return ids.contains(id); });
    if (row.wrong.empty() && !ids.insert(row.id).second)
      reject(row, fmt::format("the identifier {} is taken by another entry of {}", row.id.view(),
                              row.owner.view()));
  }

  // Whose entry a row is.

  template <class Record>
  void find_owner(IncomingRow& row) {
    if constexpr (std::is_same_v<Record, ActivityBank>) {
      return;
    } else if constexpr (std::is_same_v<Record, SessionLog> || std::is_same_v<Record, Match>) {
      owners_.find_match(row);
    } else if constexpr (std::is_same_v<Record, CheckInLog>) {
      owners_.find_keeper(row, 0);
    } else {
      owners_.find_keeper(row, decltype(Record::id)::letter);
    }
    if (!row.wrong.empty() || is_there(row.owner) || drafts_.contains(row.owner)) return;
    reject(row, fmt::format("there is no record {} here, and none comes in", row.owner.view()));
  }

  // What is wrong with a row.

  void tell(IncomingRow& row, const Problems& problems) {
    for (const auto& each : problems) reject(row, each.message);
  }

  template <class Record>
  void decode_alone(IncomingRow& row) {
    if (!row.wrong.empty()) return;
    Decoder decoder{std::string_view()};
    const auto record = decoder.record<Record>(row.said.value, fmt::format("a {}", RecordKind<Record>::noun));
    tell(row, decoder.take_problems());
    if (row.wrong.empty()) check_row(row);
    if constexpr (requires { actions::check_new(record, facts_); }) {
      if (!row.wrong.empty()) return;
      try {
        actions::check_new(record, facts_);
      } catch (const Trouble& trouble) {
        reject(row, as_of_field(trouble.what()));
      }
    }
  }

  template <class Record>
  void decode_entry_alone(IncomingRow& row) {
    if (!row.wrong.empty()) return;
    Decoder decoder{std::string_view()};
    const std::string noun = fmt::format("a row of {}", table_of(row).name);
    if constexpr (KeptLog<Record>) {
      using Entry = typename decltype(Record::entries)::value_type;
      const auto entry = decoder.record<Entry>(row.said.value, noun);
      tell(row, decoder.take_problems());
      if constexpr (std::is_same_v<Entry, Session>) {
        if (row.wrong.empty()) check_session(row, entry);
      }
    } else {
      for_each_field<Record>([&](const auto& each) {
        using Type = std::remove_cvref_t<decltype(std::declval<Record>().*(each.member))>;
        if constexpr (mentor::is_entry_list<Type>) {
          if (each.key == table_of(row).list)
            std::ignore = decoder.record<typename Type::value_type>(row.said.value, noun);
        }
      });
      tell(row, decoder.take_problems());
    }
    if (row.wrong.empty()) check_row(row);
  }

  void check_session(IncomingRow& row, const Session& session) {
    const auto* match = there<Match>(row.owner);
    if (!match) return;
    try {
      actions::check_new(session, match->scheme, facts_);
      if (const auto doubt = actions::doubt_about_length(session)) note(row, *doubt);
    } catch (const Trouble& trouble) {
      reject(row, as_of_field(trouble.what()));
    }
  }

  /// Days of what has happened are over, and whoever is named is here.
  void check_row(IncomingRow& row) {
    for (const auto& field : exchange::sheet_fields(table_of(row))) {
      if (field.says != exchange::Says::field || field.heading == key_of(&Mentor::id)) continue;
      const Member* group = field.column.group.empty() ? nullptr : row.said.value.find(field.column.group);
      const Value& holder = group ? group->value : row.said.value;
      const Member* member = holder.find(field.column.field.key);
      if (!member) continue;
      const auto& shape = field.column.field;
      const bool may_lie_ahead = shape.key == key_of(&Pause::from) || shape.key == key_of(&Match::started);
      if (shape.traits.dated && !may_lie_ahead) must_have_come(row, field, member->value.text);
      if (shape.kind == Kind::id) must_be_here(row, member->value);
      if (shape.key == key_of(&Concern::about)) must_be_here(row, member->value);
    }
  }

  void must_have_come(IncomingRow& row, const exchange::SheetField& field, const std::string& text) {
    const auto day = Day::parse(text);
    if (!day || *day <= facts_.today) return;
    reject(row, fmt::format("'{}': {} is still to come, today is {}", field.heading, day->iso(),
                            facts_.today.iso()));
  }

  void must_be_here(IncomingRow& row, const Value& value) {
    for (const auto& each : value.items) must_be_here(row, each);
    const auto id = Id::parse(value.text);
    if (id && !is_there(*id))
      reject(row, fmt::format("there is no record {} here, and none comes in", id->view()));
  }

  // Records from rows.

  template <class Record>
  void take_kind() {
    drafts_.clear();
    if constexpr (!KeptLog<Record>) take_records<Record>();
    take_entries<Record>();
    std::map<Id, Record> made;
    for (auto& [id, draft] : drafts_) {
      while (auto record = whole_record<Record>(id, draft)) {
        if (!is_sound(*record, draft)) continue;
        made.emplace(id, std::move(*record));
        break;
      }
    }
    for (auto& [id, record] : made) keep(std::move(record));
  }

  /// The record with what is left of its rows; nothing when nothing comes in.
  template <class Record>
  std::optional<Record> whole_record(const Id& id, Draft& draft) {
    const bool is_rejected = draft.main && !intake_.rows[*draft.main].comes_in();
    if (is_rejected) {
      for (const std::size_t each : draft.entries)
        reject(intake_.rows[each], fmt::format("the record {} itself was not taken in", id.view()));
    }
    std::erase_if(draft.entries, [&](std::size_t each) { return !intake_.rows[each].comes_in(); });
    if (is_rejected || (!draft.main && draft.entries.empty())) return std::nullopt;
    const auto* known = there<Record>(id);
    Value whole = known             ? store::to_value(*known)
                  : KeptLog<Record> ? Value::of_list()
                                    : intake_.rows[*draft.main].said.value;
    for (const std::size_t each : draft.entries)
      list_in(whole, table_of(intake_.rows[each])).items.push_back(intake_.rows[each].said.value);
    Decoder decoder{std::string_view()};
    Record record;
    if constexpr (KeptLog<Record>) {
      record.entries = decoder.list<typename decltype(record.entries)::value_type>(whole,
                                                                                   RecordKind<Record>::noun);
      if constexpr (requires { record.of; }) record.of = *decltype(record.of)::parse(id.view());
    } else {
      record = decoder.record<Record>(whole, RecordKind<Record>::noun);
    }
    if constexpr (std::is_same_v<Record, ActivityBank>)
      record.file = store::activities_path;
    else
      record.file = store::record_path<Record>(id);
    return record;
  }

  static Value& list_in(Value& whole, const RecordTable& table) {
    if (whole.form == Form::list) return whole;
    const auto found = std::ranges::find(whole.members, table.list, &Member::key);
    return found != whole.members.end() ? found->value : whole.add(table.list, Value::of_list());
  }

  /// Whether the record makes sense as a whole; rejects the rows where it does not.
  template <class Record>
  bool is_sound(const Record& record, const Draft& draft) {
    Problems problems;
    store::check_soundness(record, after_, facts_.policies, problems);
    for (const auto& each : problems) {
      const std::size_t number = each.spot.place.line;
      const std::size_t last = draft.entries.empty() ? *draft.main : draft.entries.back();
      reject(intake_.rows[number > 0 && number <= intake_.rows.size() ? number - 1 : last], each.message);
    }
    return problems.empty();
  }

  template <class Record>
  void keep(Record record) {
    if constexpr (std::is_same_v<Record, ActivityBank>) {
      intake_.records.push_back(record);
    } else {
      if constexpr (std::is_same_v<Record, Match>) directory_.add_match(record);
      records_of<Record>(after_).insert_or_assign(*key_of_record(record), record);
      intake_.records.push_back(std::move(record));
    }
  }

  template <class Record>
  static auto key_of_record(const Record& record) {
    if constexpr (requires { record.of; })
      return std::optional(record.of);
    else
      return std::optional(record.id);
  }

  // What the rules say.

  void judge_referrals() {
    std::vector<Id> referred;
    for (const auto& [id, draft] : drafts_) {
      if (draft.main && there<YoungPerson>(id)) referred.push_back(id);
    }
    if (referred.empty()) return;
    const auto found = rulebook_.judge_act(rules::Act::refer, after_, referred, facts_.today);
    for (const auto& finding : found) {
      if (!finding.says_no()) continue;
      const auto id = YoungPersonId::parse(finding.subject);
      Draft& draft = drafts_.at(*id);
      reject(intake_.rows[*draft.main], rule_says(finding));
      after_.young_people.erase(*id);
      std::ignore = whole_record<YoungPerson>(*id, draft);
      std::erase_if(intake_.records, [&](const IncomingRecord& each) {
        const auto* person = std::get_if<YoungPerson>(&each);
        return person && person->id == *id;
      });
    }
  }

  /// A session outside of its match does not come in; what was found before is nobody's here.
  void judge_sessions() {
    std::vector<Id> touched;
    for (const auto& [id, draft] : drafts_) touched.push_back(id);
    if (touched.empty()) return;
    std::set<Id> changed;
    for (const auto& finding : rulebook_.judge_act(rules::Act::log_session, after_, touched, facts_.today)) {
      const std::size_t number = finding.spot.place.line;
      if (!finding.says_no() || number == 0 || number > intake_.rows.size()) continue;
      reject(intake_.rows[number - 1], rule_says(finding));
      changed.insert(*Id::parse(finding.subject));
    }
    for (const auto& id : changed) log_again(*MatchId::parse(id.view()));
  }

  /// The log without the rows that were rejected meanwhile.
  void log_again(const MatchId& id) {
    const SessionLog* before = find(facts_.records.sessions, id);
    if (before)
      after_.sessions.insert_or_assign(id, *before);
    else
      after_.sessions.erase(id);
    std::erase_if(intake_.records, [&](const IncomingRecord& each) {
      const auto* log = std::get_if<SessionLog>(&each);
      return log && log->of == id;
    });
    if (auto log = whole_record<SessionLog>(id, drafts_.at(id))) keep(std::move(*log));
  }

  const std::vector<exchange::MappedSheet>& sheets_;
  const actions::Facts& facts_;
  const rules::Rulebook& rulebook_;
  std::vector<std::vector<const exchange::SheetField*>> identity_;  ///< of each sheet, as is what it says
  std::vector<std::vector<const exchange::SheetField*>> said_;
  Register after_;  ///< as it is, and with what came in so far
  Directory directory_;
  OwnerFinder owners_{directory_, after_};
  std::map<Id, Draft> drafts_;  ///< of the kind that is taken in
  Intake intake_;
};

}  // namespace

Intake take_in(const std::vector<exchange::MappedSheet>& sheets, const actions::Facts& facts,
               const rules::Rulebook& rulebook) {
  return Taker(sheets, facts, rulebook).take();
}

}  // namespace mentor
