#include "rules/example_facts.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/schema.h"

namespace mentor::rules {

namespace {

constexpr std::string_view mentor_id = "M-00001";
constexpr std::string_view young_person_id = "Y-00001";
constexpr std::string_view match_id = "P-00001";
constexpr int usual_age = 20;

/// The identifier of the numbered record of that kind.
std::string numbered(char letter, std::size_t number) { return fmt::format("{}-{:05}", letter, number); }

void fill_in(Value& map, std::string_view key, std::string_view text) {
  if (!map.find(key)) map.add(key, Value::of_token(text)).place = map.place;
}

/// Gives each entry of a list an identifier, as `record` does for entries that people typed.
void give_ids(Value& list, char letter) {
  if (list.form != Form::list) return;
  std::size_t number = 0;
  for (auto& entry : list.items) {
    if (entry.form == Form::map) fill_in(entry, "id", numbered(letter, ++number));
  }
}

/// The same for each list of entries in a record.
template <Described T>
void give_ids_in(Value& record) {
  for_each_field<T>([&]<class Owner, class Member_>(const Field<Owner, Member_>& field) {
    if constexpr (is_entry_list<Member_>) {
      for (auto& member : record.members) {
        if (member.key == field.key) give_ids(member.value, 'V');
      }
    }
  });
}

/// `mentor` and `young-person` become the identifiers of the two, in a scalar or a list of them.
void name_the_two(Value& value) {
  if (value.text == word(Side::mentor)) value.text = mentor_id;
  if (value.text == word(Side::young_person)) value.text = young_person_id;
  for (auto& each : value.items) name_the_two(each);
}

void name_the_two_in(Value& record, std::string_view key) {
  for (auto& member : record.members) {
    if (member.key == key) name_the_two(member.value);
  }
}

/// The facts under that key, a map or a list; an empty one when there are none.
Value told(const Value& facts, std::string_view key, Form form, Decoder& decoder) {
  const Member* found = facts.find(key);
  Value none = form == Form::map ? Value::of_map() : Value::of_list();
  none.place = facts.place;
  if (!found) return none;
  if (found->value.form == form) return found->value;
  decoder.report(
      found->value.place,
      fmt::format("'{}' must be {}", key, form == Form::map ? "fields, {…}" : "a list of entries, [{…}]"));
  return none;
}

class Teller {
 public:
  Teller(const Value& facts, const Example& example, const policy::Edition& edition, Decoder& decoder)
      : facts_(facts), example_(example), edition_(edition), decoder_(decoder) {}

  Register tell() {
    tell_settings();
    tell_mentor();
    tell_young_person();
    tell_match();
    tell_logs();
    tell_events();
    tell_concerns();
    tell_others();
    return std::move(records_);
  }

 private:
  template <Described T>
  T read(Value value) {
    give_ids_in<T>(value);
    T record = decoder_.record<T>(value, "an example");
    if constexpr (requires { record.file; }) record.file = edition_.file;
    return record;
  }

  void tell_settings() {
    Value staff = told(facts_, "staff", Form::list, decoder_);
    give_ids(staff, 'V');
    for (auto& each : staff.items) fill_in(each, key_of(&StaffMember::name), "somebody");
    records_.settings.staff = decoder_.list<StaffMember>(staff, "somebody of the staff");
    records_.settings.file = edition_.file;
  }

  void tell_mentor() {
    Value mentor = told(facts_, "mentor", Form::map, decoder_);
    fill_in(mentor, key_of(&Mentor::id), mentor_id);
    fill_in(mentor, key_of(&Mentor::name), "the mentor");
    fill_in(mentor, key_of(&Mentor::scheme), edition_.scheme);
    const auto roles = edition_.words.find(vocabulary::roles);
    const bool named = roles != edition_.words.end() && !roles->second.empty();
    fill_in(mentor, key_of(&Mentor::role), named ? roles->second.front() : "mentor");
    for (auto& member : mentor.members) {
      if (member.key != key_of(&Mentor::steps)) continue;
      for (auto& step : member.value.items) name_the_two_in(step, key_of(&Step::with));
    }
    mentor_ = read<Mentor>(mentor);
    records_.mentors[mentor_.id] = mentor_;
  }

  void tell_young_person() {
    Value person = told(facts_, "young_person", Form::map, decoder_);
    fill_in(person, key_of(&YoungPerson::id), young_person_id);
    fill_in(person, key_of(&YoungPerson::name), "the young person");
    fill_in(person, key_of(&YoungPerson::scheme), edition_.scheme);
    fill_in(person, key_of(&YoungPerson::born), example_.on.plus_months(-12 * usual_age).iso());
    if (!person.find(key_of(&YoungPerson::referred))) {
      Value& referred = person.add(key_of(&YoungPerson::referred), Value::of_map());
      fill_in(referred, key_of(&Referral::on), example_.on.iso());
    }
    person_ = read<YoungPerson>(person);
    records_.young_people[person_.id] = person_;
  }

  void tell_match() {
    if (!facts_.find("match")) return;
    Value match = told(facts_, "match", Form::map, decoder_);
    const Member* started = match.find(key_of(&Match::started));
    fill_in(match, key_of(&Match::proposed), started ? started->value.text : example_.on.iso());
    fill_in(match, key_of(&Match::id), match_id);
    fill_in(match, key_of(&Match::young_person), person_.id.view());
    fill_in(match, key_of(&Match::mentor), mentor_.id.view());
    fill_in(match, key_of(&Match::scheme), edition_.scheme);
    auto record = read<Match>(match);
    running_since_ = record.started.value_or(example_.on);
    const bool whole = record.mentor == mentor_.id && record.young_person == person_.id;
    const MatchId id = record.id;
    if (whole) records_.matches.insert_or_assign(id, std::move(record));
  }

  void tell_logs() {
    const MatchId of = *MatchId::parse(match_id);
    Value sessions = told(facts_, "sessions", Form::list, decoder_);
    give_ids(sessions, 'S');
    records_.sessions[of] = {of, decoder_.list<Session>(sessions, "a session"), {}, edition_.file};
    Value check_ins = told(facts_, "check_ins", Form::list, decoder_);
    give_ids(check_ins, 'K');
    records_.check_ins[of] = {of, decoder_.list<CheckIn>(check_ins, "a check-in"), {}, edition_.file};
  }

  void tell_events() {
    Value events = told(facts_, "events", Form::list, decoder_);
    give_ids(events, EventId::letter);
    for (auto& each : events.items) {
      fill_in(each, key_of(&Event::scheme), edition_.scheme);
      name_the_two_in(each, key_of(&Event::invited));
      name_the_two_in(each, key_of(&Event::attended));
      auto event = read<Event>(each);
      const EventId id = event.id;
      records_.events.insert_or_assign(id, std::move(event));
    }
  }

  void tell_concerns() {
    Value concerns = told(facts_, "concerns", Form::list, decoder_);
    give_ids(concerns, ConcernId::letter);
    for (auto& each : concerns.items) {
      name_the_two_in(each, key_of(&Concern::about));
      auto concern = read<Concern>(each);
      records_.concerns[concern.id] = std::move(concern);
    }
  }

  /// Pairs that are there to be counted: like the one told of, with nothing else to them.
  void tell_others() {
    std::size_t last = 1;
    for (int left = count(example_.other_matches); left > 0; --left, ++last)
      tell_other(last + 1, mentor_.id, young_person_of(last + 1));
    for (int left = count(example_.other_pairs); left > 0; --left, ++last)
      tell_other(last + 1, mentor_of(last + 1), young_person_of(last + 1));
    for (int left = count(example_.other_mentors); left > 0; --left, ++last)
      tell_other(last + 1, mentor_of(last + 1), person_.id);
  }

  void tell_other(std::size_t number, const MentorId& with, const YoungPersonId& whom) {
    Mentor mentor = mentor_;
    mentor.id = with;
    YoungPerson person = person_;
    person.id = whom;
    const MatchId id = *MatchId::parse(numbered(MatchId::letter, number));
    Match match;
    match.id = id;
    match.mentor = with;
    match.young_person = whom;
    match.scheme = edition_.scheme;
    match.proposed = running_since_.value_or(example_.on);
    match.started = match.proposed;
    records_.mentors[with] = std::move(mentor);
    records_.young_people[whom] = std::move(person);
    records_.matches.insert_or_assign(id, std::move(match));
  }

  static MentorId mentor_of(std::size_t number) {
    return *MentorId::parse(numbered(MentorId::letter, number));
  }
  static YoungPersonId young_person_of(std::size_t number) {
    return *YoungPersonId::parse(numbered(YoungPersonId::letter, number));
  }

  static int count(std::optional<Count> many) { return many.value_or(Count{}).count; }

  const Value& facts_;
  const Example& example_;
  const policy::Edition& edition_;
  Decoder& decoder_;
  Register records_;
  Mentor mentor_;
  YoungPerson person_;
  std::optional<Day> running_since_;
};

}  // namespace

Register read_facts(const Value& facts, const Example& example, const policy::Edition& edition,
                    Decoder& decoder) {
  return Teller(facts, example, edition, decoder).tell();
}

}  // namespace mentor::rules
