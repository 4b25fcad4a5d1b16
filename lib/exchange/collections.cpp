#include "exchange/collections.h"

#include <algorithm>

#include "base/finding_value.h"
#include "model/schema.h"
#include "reports/cells.h"
#include "reports/view.h"
#include "rules/people.h"

namespace mentor {

namespace exchange {
enum class ConcernState : std::uint8_t { open, closed };
}

template <>
inline constexpr auto words_of<exchange::ConcernState> = std::to_array<std::string_view>({"open", "closed"});

}  // namespace mentor

namespace mentor::exchange {

namespace {

using Visitor = std::function<void(const Value& row)>;

constexpr std::string_view state_key = "state";

std::string as_key(std::string_view words) {
  std::string key(words);
  std::ranges::replace_if(
      key, [](char each) { return each == ' ' || each == '-'; }, '_');
  return key;
}

/// A field that follows from the records, for which the schema has no line.
template <class T>
FieldShape derived(std::string_view key, Traits traits, std::string_view means) {
  return describe(Field<FieldShape, T>{key, nullptr, traits, means});
}

FieldShape number(std::string_view key, Traits traits, std::string_view means) {
  FieldShape shape = derived<Count>(key, traits, means);
  shape.type = "a whole number";
  return shape;
}

template <class State>
void add_state(std::vector<FieldShape>& fields) {
  fields.insert(fields.begin() + 1,
                derived<State>(state_key, traits::required, "what follows from the dates"));
}

template <Described Record>
Collection kind(std::string_view noun, std::string_view plural, std::string_view means) {
  Collection all{as_key(plural), as_key(noun), means, describe<Record>(), {}, {}};
  if constexpr (requires(Record record) { record.id; }) all.key = {std::string(all.fields.front().key)};
  return all;
}

/// Records in files of their own, with the state that the whole register gives each.
template <class Record, class State, class Records>
Collection stateful(const Exported& from, std::string_view means, Records Register::*records) {
  auto all = kind<Record>(RecordKind<Record>::noun, RecordKind<Record>::plural, means);
  add_state<State>(all.fields);
  all.visit = [&from, records](const Visitor& visitor) {
    for (const auto& [id, record] : from.shown().*records) {
      Value row = encode(record);
      const Value as_is = reports::view((from.basis.records.*records).at(id), from.basis);
      row.members.insert(row.members.begin() + 1, *as_is.find(state_key));
      visitor(row);
    }
  };
  return all;
}

/// Entries of the logs of one kind, each with whose log it is.
template <class Log, class Owner>
Collection entries(const Exported& from, std::string_view owner, std::string_view owner_means,
                   std::string_view means, std::map<Owner, Log> Register::*logs) {
  using Entry = typename decltype(Log::entries)::value_type;
  auto all = kind<Entry>(RecordKind<Log>::noun, RecordKind<Log>::plural, means);
  all.fields.insert(all.fields.begin(), derived<Owner>(owner, traits::required, owner_means));
  all.key.insert(all.key.begin(), std::string(owner));
  all.visit = [&from, logs, owner](const Visitor& visitor) {
    for (const auto& [id, log] : from.shown().*logs) {
      for (const auto& entry : log.entries) {
        Value row = Value::of_map();
        row.add(owner, Value::of_token(id.view()));
        for (auto& member : encode(entry).members) row.members.push_back(std::move(member));
        visitor(row);
      }
    }
  };
  return all;
}

Collection settings(const Exported& from) {
  auto all = kind<Settings>(RecordKind<Settings>::noun, RecordKind<Settings>::plural,
                            "who runs the schemes, in one row");
  all.visit = [&from](const Visitor& visitor) { visitor(encode(from.shown().settings)); };
  return all;
}

Collection events(const Exported& from) {
  auto all = kind<Event>(RecordKind<Event>::noun, RecordKind<Event>::plural, "group events");
  all.visit = [&from](const Visitor& visitor) {
    for (const auto& [id, event] : from.shown().events) visitor(encode(event));
  };
  return all;
}

Collection activities(const Exported& from) {
  auto all = kind<Activity>(RecordKind<ActivityBank>::noun, RecordKind<ActivityBank>::plural,
                            "the bank of activities");
  all.visit = [&from](const Visitor& visitor) {
    for (const auto& each : from.shown().activities.entries) visitor(encode(each));
  };
  return all;
}

Collection periods(const Exported& from) {
  using traits::required;
  Collection all{
      "periods",
      "period",
      "how each pair's commitment stands, period by period",
      {derived<MatchId>("match", required, "the match"), derived<Day>("from", required, "the first day"),
       derived<Day>("to", required, "the first day after it"), number("minutes", required, "the time given"),
       number("required", required, "the time asked for, less what pauses take off"),
       derived<rules::PeriodStatus>("status", required, "how it stands")},
      {},
      {}};
  all.visit = [&from](const Visitor& visitor) {
    for (const auto& [id, match] : from.basis.records.matches) {
      const auto pair = rules::Pair::of(match, from.basis.records);
      for (const auto& period : from.basis.rulebook.periods(pair, from.basis.today)) {
        Value row = Value::of_map();
        row.add("match", reports::cell(id));
        row.add("from", reports::cell(period.from));
        row.add("to", reports::cell(period.to));
        row.add("minutes", reports::cell(period.minutes));
        row.add("required", reports::cell(period.required));
        row.add("status", reports::cell(period.status));
        visitor(row);
      }
    }
  };
  return all;
}

Collection waiting(const Exported& from) {
  using traits::required;
  Collection all{"waiting",
                 "wait",
                 "the young people who wait for a match",
                 {derived<YoungPersonId>("young_person", required, "the young person"),
                  derived<Day>("since", required, "the day since which they wait"),
                  number("days", required, "how many days that is")},
                 {"young_person"},
                 {}};
  all.visit = [&from](const Visitor& visitor) {
    for (const auto& [person, since] : rules::who_waits(from.basis.records, from.basis.today)) {
      Value row = Value::of_map();
      row.add("young_person", reports::cell(person->id));
      row.add("since", reports::cell(since));
      row.add("days", reports::cell(from.basis.today.days_since(since)));
      visitor(row);
    }
  };
  return all;
}

FieldShape answer(std::string_view key, std::string_view means) {
  return {key,
          Kind::group,
          false,
          "fields",
          traits::optional,
          means,
          {},
          0,
          {derived<Day>("on", traits::required, "the day"),
           derived<std::string>("reason", traits::required, "why"),
           derived<std::string>("authorised_by", traits::required, "who answers for it"),
           derived<Day>("until", traits::optional, "the first day on which it no longer holds")}};
}

FieldShape severity() {
  std::vector<std::string> words;
  for (const auto each : {Severity::must, Severity::should, Severity::advise})
    words.emplace_back(mentor::name(each));
  const std::string type = "one of " + join(words, ", ");
  return {"severity", Kind::word, false, type, traits::required, "how much the rule weighs", words, 0, {}};
}

Collection found(std::string name, std::string_view means, const Findings& findings) {
  using traits::optional;
  using traits::required;
  Collection all{
      std::move(name),
      "finding",
      means,
      {derived<std::string>("rule", required, "the rule"), severity(),
       derived<std::string>("scheme", optional, "the scheme"),
       derived<std::string>("subject", optional, "what it is about"),
       derived<MentorId>("mentor", optional, "the mentor, where it is about one"),
       derived<YoungPersonId>("young_person", optional, "the young person, likewise"),
       derived<std::string>("message", required, "what was found"),
       derived<Day>("from", optional, "the first day of the period that it is about"),
       derived<Day>("to", optional, "the first day after that period"),
       derived<Day>("due", optional, "the last day on which it was not yet broken"),
       number("measured", optional, "what was measured"), number("required", optional, "what was asked for"),
       derived<std::string>("unit", optional, "of both: minutes, days, years, pairs, pence"),
       derived<std::string>("source", required, "who says so"),
       answer("overridden", "somebody passed the rule"),
       answer("waived", "somebody has seen it and answers for it")},
      {},
      {}};
  all.visit = [&findings](const Visitor& visitor) {
    for (Finding each : findings) {
      each.spot = {};
      visitor(to_value(each));
    }
  };
  return all;
}

}  // namespace

std::vector<Collection> collections(const Exported& from) {
  return {settings(from),
          stateful<Mentor, MentorState>(from, "the mentors", &Register::mentors),
          stateful<YoungPerson, YoungPersonState>(from, "the young people", &Register::young_people),
          stateful<Match, MatchState>(from, "the relationships: pairs", &Register::matches),
          entries<SessionLog, MatchId>(from, "match", "the match it belongs to",
                                       "sessions, held or fallen through", &Register::sessions),
          entries<CheckInLog, Id>(from, "of", "the match or the person it is about",
                                  "conversations of the team", &Register::check_ins),
          events(from),
          stateful<Concern, ConcernState>(from, "safeguarding concerns: pointers, never the narrative",
                                          &Register::concerns),
          activities(from),
          periods(from),
          waiting(from),
          found("findings", "what the rules find on the day", from.broken),
          found("due", "what falls due within the notice of the policies", from.due)};
}

}  // namespace mentor::exchange
