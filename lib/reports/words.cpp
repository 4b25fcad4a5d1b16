#include "reports/words.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/codec.h"
#include "model/describe.h"
#include "model/schema.h"
#include "rules/state.h"

namespace mentor::reports {

namespace {

/// Who looks at it.
enum class Reader : std::uint8_t { young_person, mentor, team };

template <class Who>
bool is_other(Who who, Reader reader) {
  return (who == Who::mentor && reader == Reader::young_person) ||
         (who == Who::young_person && reader == Reader::mentor);
}

// Whether an entry of a match is for that reader. What nobody of the pair said is the young person's.
template <class Entry>
bool is_for(const Entry&, Reader reader) {
  return reader != Reader::mentor;
}
bool is_for(const Decision& decision, Reader reader) { return !is_other(decision.by, reader); }
bool is_for(const Ending& ending, Reader reader) { return !is_other(ending.by, reader); }
bool is_for(const Session&, Reader) { return true; }
/// Why a rule was passed or let be may tell of the other one.
bool is_for(const Override&, Reader reader) { return reader == Reader::team; }
bool is_for(const Waiver&, Reader reader) { return reader == Reader::team; }
bool is_for(const Reflection& account, Reader reader) {
  const bool of_team = account.by == Voice::team && reader != Reader::team;
  return account.share.value_or(false) || !(of_team || is_other(account.by, reader));
}
bool is_for(const CheckIn& check_in, Reader reader) {
  const bool of_key_adult = check_in.with == Counterpart::key_adult && reader != Reader::team;
  return !of_key_adult && !is_other(check_in.with, reader);
}

/// Whose words an entry has, or who answers for it, where it says so.
template <class Entry>
std::string by_whom(const Entry& entry) {
  if constexpr (requires { entry.authorised_by; }) {
    return entry.authorised_by;
  } else if constexpr (requires { entry.by; }) {
    return codec::encode_member(entry.by).text;
  } else {
    return {};
  }
}

/// The day on which what the entry tells happened.
template <class Entry>
std::optional<Day> day_of(const Entry& entry) {
  std::optional<Day> day;
  for_each_field<Entry>([&](const auto& each) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(entry.*(each.member))>, Day>) {
      if (each.traits.dated && !day) day = entry.*(each.member);
    }
  });
  return day;
}

/// Whether a field of T is somebody's words, or what they answered.
template <class T>
constexpr bool holds_words(const Traits& traits) {
  return traits.words || (std::is_same_v<T, Survey> && traits.personal);
}

class Collector {
 public:
  explicit Collector(Reader reader) : reader_(reader) {}

  /// The record's own words, and those of its entries.
  template <Described Record>
  void record(const Record& record, std::optional<Day> on = {}) {
    fields(record, {record.id.text(), on, {}, ""});
    for_each_field<Record>([&](const auto& each) {
      if constexpr (is_entry_list<std::remove_cvref_t<decltype(record.*(each.member))>>) {
        for (const auto& entry : record.*(each.member)) this->entry(record.id, entry, own<Record>(entry));
      }
    });
  }

  /// What was noted of an event may tell of anybody who came: it is for whoever came alone.
  void event(const Event& event) {
    const std::size_t before = found_.words.size();
    record(event, event.date);
    if (event.attended.size() > 1) leave_out_since(before);
  }

  template <class Log>
  void log(const Log* log) {
    if (!log) return;
    for (const auto& entry : log->entries) this->entry(log->of, entry, is_for(entry, reader_));
  }

  WordsOfSomebody take() {
    std::ranges::stable_sort(found_.words, {}, &NotedWords::on);
    return std::move(found_);
  }

 private:
  struct Where {
    std::string id;
    std::optional<Day> on;
    std::string by;
    std::string prefix;  ///< of the key: `first_meeting.`
  };

  /// What stands in somebody's own record is for them.
  template <class Record, class Entry>
  [[nodiscard]] bool own(const Entry& entry) const {
    if constexpr (std::is_same_v<Record, Match>) return is_for(entry, reader_);
    return true;
  }

  template <class Owner, class Entry>
  void entry(const Owner& owner, const Entry& entry, bool shown) {
    const std::size_t before = found_.words.size();
    fields(entry, {fmt::format("{}/{}", owner.view(), entry.id.view()), day_of(entry), by_whom(entry), ""});
    if (!shown) leave_out_since(before);
  }

  void leave_out_since(std::size_t before) {
    if (found_.words.size() == before) return;
    found_.words.resize(before);
    ++found_.left_out;
  }

  template <Described T>
  void fields(const T& record, const Where& where) {
    for_each_field<T>([&](const auto& each) {
      const auto& value = record.*(each.member);
      using Type = std::remove_cvref_t<decltype(value)>;
      using Bare = typename shape::Bare<Type>::type;
      if constexpr (Described<Bare> && !IsList<Type>::value) {
        if (!codec::absent(value)) group(each.key, value, where);
      } else if constexpr (!IsList<Type>::value) {
        if (holds_words<T>(each.traits) && !codec::absent(value)) add<T>(each, value, where);
      }
    });
  }

  template <class Type>
  void group(std::string_view key, const Type& value, Where where) {
    where.prefix = fmt::format("{}.", key);
    if constexpr (IsOptional<Type>::value) {
      fields(*value, where);
    } else {
      fields(value, where);
    }
  }

  template <class T, class FieldOf, class Type>
  void add(const FieldOf& field, const Type& value, const Where& where) {
    constexpr bool answers_for = requires(T entry) { entry.authorised_by; };
    const Removal required = answers_for ? Removal::none : Removal::entry;
    found_.words.push_back({where.id, fmt::format("{}{}", where.prefix, field.key), field.means, where.on,
                            where.by, codec::encode_member(value).text,
                            std::is_same_v<Type, std::optional<bool>>,
                            field.traits.required ? required : Removal::field});
  }

  Reader reader_;
  WordsOfSomebody found_;
};

void collect_match(Collector& collector, const Match& match, const Register& records) {
  collector.record(match);
  collector.log(find(records.sessions, match.id));
  collector.log(find(records.check_ins, Id(match.id)));
}

template <class Person>
WordsOfSomebody of_person(const Person& person, const Register& records, Reader reader) {
  Collector collector(reader);
  collector.record(person);
  collector.log(find(records.check_ins, Id(person.id)));
  for (const Match* match : rules::matches_of(person.id, records)) collect_match(collector, *match, records);
  for (const auto& [id, event] : records.events) {
    if (std::ranges::find(event.attended, Id(person.id)) != event.attended.end()) collector.event(event);
  }
  return collector.take();
}

}  // namespace

WordsOfSomebody words_of_somebody(const Id& id, const Register& records) {
  if (const auto mentor = MentorId::parse(id.view()))
    return of_person(records.mentors.at(*mentor), records, Reader::mentor);
  if (const auto person = YoungPersonId::parse(id.view()))
    return of_person(records.young_people.at(*person), records, Reader::young_person);
  Collector collector(Reader::team);
  collect_match(collector, records.matches.at(*MatchId::parse(id.view())), records);
  return collector.take();
}

}  // namespace mentor::reports
