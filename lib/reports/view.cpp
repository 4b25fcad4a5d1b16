#include "reports/view.h"

#include <utility>

#include "model/codec.h"
#include "model/schema.h"

namespace mentor::reports {

namespace {

constexpr std::string_view state_key = "state";

/// The fields, and the state right behind the identifier.
template <class Record>
Value with_state(const Record& record, std::string_view state) {
  Value value = encode(record);
  Member member;
  member.key = state_key;
  member.value = Value::of_token(state);
  value.members.insert(value.members.begin() + 1, std::move(member));
  return value;
}

/// A column for each field of the record for data, those that people need with a heading.
template <Described Record>
Table table_of(std::string_view key, std::vector<Column> for_people) {
  Table table{std::string(key), {}, std::move(for_people), {}};
  for_each_field<Record>([&](const auto& field) {
    for (const auto& column : table.columns) {
      if (column.key == field.key) return;
    }
    table.columns.push_back({std::string(field.key), "", Shown::data});
  });
  return table;
}

template <class Records>
void fill(Table& table, const Records& records, const Basis& basis) {
  for (const auto& [id, record] : records) add_row(table, view(record, basis));
}

}  // namespace

Value view(const Mentor& mentor, const Basis& basis) {
  return with_state(mentor, word(basis.rulebook.state_of(mentor, basis.records, basis.today)));
}

Value view(const YoungPerson& person, const Basis& basis) {
  return with_state(person, word(rules::state_of(person, basis.records, basis.today)));
}

Value view(const Match& match, const Basis& basis) {
  return with_state(match, word(rules::state_of(match, basis.today)));
}

Value view(const Event& event, const Basis&) { return encode(event); }

Value view(const Concern& concern, const Basis& basis) {
  const bool closed = concern.closed && *concern.closed <= basis.today;
  return with_state(concern, closed ? "closed" : "open");
}

Table mentors_table(const Basis& basis) {
  Table table = table_of<Mentor>("mentors", {{"id", "mentor"},
                                             {"state", "state"},
                                             {"name", "name"},
                                             {"scheme", "scheme"},
                                             {"role", "role"},
                                             {"area", "area"},
                                             {"interests", "interests"}});
  fill(table, basis.records.mentors, basis);
  return table;
}

Table young_people_table(const Basis& basis) {
  Table table = table_of<YoungPerson>("young-people", {{"id", "young person"},
                                                       {"state", "state"},
                                                       {"name", "name"},
                                                       {"scheme", "scheme"},
                                                       {"born", "born"},
                                                       {"area", "area"},
                                                       {"interests", "interests"}});
  fill(table, basis.records.young_people, basis);
  return table;
}

Table matches_table(const Basis& basis) {
  Table table = table_of<Match>("matches", {{"id", "match"},
                                            {"state", "state"},
                                            {"who", "who", Shown::people},
                                            {"scheme", "scheme"},
                                            {"proposed", "proposed"},
                                            {"started", "started"},
                                            {"focus", "focus"}});
  for (const auto& [id, match] : basis.records.matches) {
    Value row = view(match, basis);
    row.add("who", Value::of_text(who(basis.records, id.view())));
    add_row(table, std::move(row));
  }
  return table;
}

Table events_table(const Basis& basis) {
  Table table = table_of<Event>(
      "events",
      {{"id", "event"}, {"date", "date"}, {"kind", "kind"}, {"scheme", "scheme"}, {"attended", "came"}});
  fill(table, basis.records.events, basis);
  return table;
}

Table concerns_table(const Basis& basis) {
  Table table = table_of<Concern>("concerns", {{"id", "concern"},
                                               {"state", "state"},
                                               {"about", "about"},
                                               {"raised", "raised"},
                                               {"passed_on", "passed on"},
                                               {"reference", "reference"}});
  fill(table, basis.records.concerns, basis);
  return table;
}

Table sessions_table(const SessionLog& log) {
  Table table = table_of<Session>("sessions", {{"id", "id"},
                                               {"date", "date"},
                                               {"minutes", "minutes"},
                                               {"kind", "kind"},
                                               {"cancelled_by", "cancelled by"},
                                               {"moved_to", "moved to"},
                                               {"cost", "cost"},
                                               {"activity", "activity"}});
  table.title = "Sessions";
  for (const auto& session : log.entries) add_row(table, encode(session));
  return table;
}

Table check_ins_table(const CheckInLog& log) {
  Table table = table_of<CheckIn>("check_ins", {{"date", "date"}, {"with", "with"}, {"note", "note"}});
  table.title = "Check-ins";
  for (const auto& check_in : log.entries) add_row(table, encode(check_in));
  return table;
}

}  // namespace mentor::reports
