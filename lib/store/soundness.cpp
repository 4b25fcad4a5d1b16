#include "store/soundness.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/codec.h"
#include "model/schema.h"

namespace mentor::store {

namespace {

using policy::Policies;

/// An identifier as a number, which is compared sooner.
std::uint64_t as_number(const Id& id) {
  std::uint64_t number = 0;
  static_assert(sizeof(Id) <= sizeof(number));
  std::memcpy(&number, id.view().data(), id.view().size());
  return number;
}

/// A set of numbers, without a place of its own in memory for each: there are as many as sessions.
class Numbers {
 public:
  /// For so many more.
  void make_room(std::size_t more) {
    if (more == 0 || 2 * (count_ + more) < slots_.size()) return;
    const std::vector<std::uint64_t> before = std::exchange(
        slots_, std::vector<std::uint64_t>(std::bit_ceil(2 * (count_ + more) + 1), free));
    count_ = 0;
    for (const auto number : before) {
      if (number != free) add(number);
    }
  }

  /// Whether it was not there yet.
  bool add(std::uint64_t number) {
    constexpr std::uint64_t mix = 0x9E3779B97F4A7C15;  // spreads over the upper bits what is in any of them
    const std::size_t last = slots_.size() - 1;        // the size is a power of two
    std::size_t at = number * mix >> 32U & last;
    for (; slots_[at] != free; at = (at + 1) & last) {
      if (slots_[at] == number) return false;
    }
    slots_[at] = number;
    ++count_;
    return true;
  }

 private:
  static constexpr std::uint64_t free = ~std::uint64_t{0};  // no identifier is that
  std::vector<std::uint64_t> slots_;
  std::size_t count_ = 0;
};

/// Collects what is wrong with one record.
class Inspector {
 public:
  Inspector(const std::string& file, std::string_view scheme, const Policies& policies, Problems& problems)
      : file_(file),
        scheme_(scheme),
        policies_(policies),
        words_(policies.words(scheme)),
        problems_(problems) {}

  void report(Place place, std::string message) {
    problems_.push_back({{file_, place}, std::move(message), {}});
  }

  void known_scheme(Place place) {
    if (!policies_.editions(scheme_).empty()) return;
    report(place, fmt::format("scheme {} does not run here{}", in_quotes(scheme_),
                              suggestion(scheme_, policies_.schemes())));
  }

  void word(Place place, std::string_view key, const std::string& said, std::string_view vocabulary) {
    const auto* known = known_words(vocabulary);
    if (known && !is_among(said, *known)) report_unknown(place, key, said, *known);
  }

  /// The words of every field that takes them from the policy, in the record and its entries.
  template <Described T>
  void words(const T& record) {
    words(std::span(&record, 1));
  }

  template <Described T>
  void words(std::span<const T> records) {
    for_each_field<T>([&](const auto& each) {
      using Type = std::remove_cvref_t<decltype(std::declval<T>().*(each.member))>;
      if constexpr (mentor::is_entry_list<Type>) {
        for (const auto& record : records) words(std::span(record.*(each.member)));
      } else if constexpr (std::is_same_v<Type, std::string> ||
                           std::is_same_v<Type, std::vector<std::string>>) {
        if (const auto* known = known_words(each.traits.vocabulary)) words_of(each, records, *known);
      }
    });
  }

  /// An entry's identifier is its own in all of the file.
  template <class Entry>
  void unlike(const std::vector<Entry>& entries) {
    seen_.make_room(entries.size());
    for (const auto& each : entries) {
      if (seen_.add(as_number(each.id))) continue;
      report(
          place_of(each, &Entry::id),
          fmt::format("identifier '{}' stands here a second time, give the entry another", each.id.view()));
    }
  }

  /// Every list of entries of the record.
  template <Described T>
  void unlike_entries(const T& record) {
    for_each_field<T>([&](const auto& each) {
      if constexpr (mentor::is_entry_list<std::remove_cvref_t<decltype(record.*(each.member))>>)
        unlike(record.*(each.member));
    });
  }

  /// Overrides, waivers or renewals must not end before they begin.
  template <class Entry>
  void lasting(const std::vector<Entry>& entries) {
    for (const auto& each : entries) in_order(place_of(each, &Entry::until), "ends", each.on, each.until);
  }

  /// `later` must not be before `earlier`, when both are there.
  void in_order(Place place, std::string_view what, std::optional<Day> earlier, std::optional<Day> later) {
    if (!earlier || !later || *later >= *earlier) return;
    report(place,
           fmt::format("{} on {}, before {}, correct one of them", what, later->iso(), earlier->iso()));
  }

 private:
  using Known = std::vector<std::string>;

  /// The words that the scheme has for it, if it has any.
  [[nodiscard]] const Known* known_words(std::string_view vocabulary) const {
    const auto list = vocabulary.empty() ? words_.end() : words_.find(vocabulary);
    return list == words_.end() ? nullptr : &list->second;
  }

  static bool is_among(const std::string& said, const Known& known) {
    return std::ranges::find(known, said) != known.end();
  }

  /// What a field says, if anything.
  static std::span<const std::string> texts_of(const std::vector<std::string>& texts) { return texts; }
  static std::span<const std::string> texts_of(const std::string& text) {
    return {&text, text.empty() ? 0U : 1U};
  }

  template <Described T, class Member>
  void words_of(const Field<T, Member>& field, std::span<const T> records, const Known& known) {
    for (const auto& record : records) {
      for (const auto& said : texts_of(record.*(field.member))) {
        if (!is_among(said, known)) report_unknown(place_of(record, field.member), field.key, said, known);
      }
    }
  }

  void report_unknown(Place place, std::string_view key, const std::string& said, const Known& known) {
    report(place, fmt::format("'{}': {} is no word of the scheme {}{}", key, in_quotes(said),
                              in_quotes(scheme_), suggestion(said, known)));
  }

  const std::string& file_;
  std::string_view scheme_;
  const Policies& policies_;
  const policy::Words& words_;
  Problems& problems_;
  Numbers seen_;  ///< the identifiers in the lists of the record before
};

template <class Person>
void inspect_person(const Person& person, Inspector& inspector) {
  inspector.known_scheme(place_of(person, &Person::scheme));
  inspector.words(person);
  inspector.unlike_entries(person);
  inspector.lasting(person.overrides);
  inspector.lasting(person.waivers);
}

void inspect_step(const Step& step, Inspector& inspector) {
  const auto needs = [&](bool there, std::string_view key) {
    if (!there)
      inspector.report(step.places.start(),
                       fmt::format("a step '{}' must have '{}', add it", word(step.step), key));
  };
  inspector.in_order(place_of(step, &Step::issued), "seen", step.issued,
                     step.issued ? std::optional(step.on) : std::nullopt);
  switch (step.step) {
    case StepKind::training:
      needs(!step.topic.empty(), key_of(&Step::topic));
      if (!step.topic.empty())
        inspector.word(place_of(step, &Step::topic), "topic", step.topic, vocabulary::topics);
      break;
    case StepKind::considered:
      needs(!step.topic.empty(), key_of(&Step::topic));
      if (!step.topic.empty())
        inspector.word(place_of(step, &Step::topic), "topic", step.topic, vocabulary::considered);
      break;
    case StepKind::qualification:
      needs(!step.level.empty(), key_of(&Step::level));
      if (!step.level.empty())
        inspector.word(place_of(step, &Step::level), "level", step.level, vocabulary::qualifications);
      break;
    case StepKind::dbs:
      needs(!step.level.empty(), key_of(&Step::level));
      if (!step.level.empty() && !Scalar<DbsLevel>::read(step.level)) {
        inspector.report(place_of(step, &Step::level), "'level': " + not_a<DbsLevel>(step.level));
      }
      break;
    default:
      break;
  }
}

void inspect(const Mentor& mentor, const Register&, Inspector& inspector) {
  inspect_person(mentor, inspector);
  for (const auto& step : mentor.steps) inspect_step(step, inspector);
}

void inspect(const YoungPerson& person, const Register&, Inspector& inspector) {
  inspect_person(person, inspector);
  inspector.in_order(place_of(person, &YoungPerson::born), "referred", person.born, person.referred.on);
}

void inspect(const Match& match, const Register& records, Inspector& inspector) {
  inspector.known_scheme(place_of(match, &Match::scheme));
  inspector.words(match);
  inspector.unlike_entries(match);
  inspector.lasting(match.renewals);
  inspector.lasting(match.overrides);
  inspector.lasting(match.waivers);
  inspector.in_order(place_of(match, &Match::started), "started", match.proposed, match.started);
  for (const auto& each : match.pauses)
    inspector.in_order(place_of(each, &Pause::to), "back", each.from, each.to);
  for (const auto& each : match.goals)
    inspector.in_order(place_of(each, &Goal::closed), "closed", each.set, each.closed);
  for (const auto& each : match.endings) {
    const Place place = place_of(each, &Ending::on);
    if (!match.started)
      inspector.report(place, "ended, but never started, add 'started' or take the ending out");
    inspector.in_order(place, "ended", match.started, each.on);
  }
  const auto same_scheme = [&](Place place, std::string_view who, const std::string* scheme) {
    if (!scheme || *scheme == match.scheme) return;
    inspector.report(place, fmt::format("the {} is in the scheme {}, the match in {}, make them the same",
                                        who, in_quotes(*scheme), in_quotes(match.scheme)));
  };
  const auto* mentor = find(records.mentors, match.mentor);
  const auto* person = find(records.young_people, match.young_person);
  same_scheme(place_of(match, &Match::mentor), "mentor", mentor ? &mentor->scheme : nullptr);
  same_scheme(place_of(match, &Match::young_person), "young person", person ? &person->scheme : nullptr);
}

void inspect_move(const Session& session, Inspector& inspector) {
  if (!session.moved_to) return;
  const Place place = place_of(session, &Session::moved_to);
  if (session.held()) {
    inspector.report(place, "'moved_to' is of a session that fell through, this one was held: take it out");
  }
  inspector.in_order(place, "moved to a meeting", session.date, session.moved_to);
}

/// A claim of a session that cost nothing would stand in no report. What was paid back was claimed, whether
/// or not the day of that is known.
void inspect_claim(const Session& session, Inspector& inspector) {
  if (!session.claimed && !session.paid) return;
  inspector.in_order(place_of(session, &Session::claimed), "claimed", session.date, session.claimed);
  inspector.in_order(place_of(session, &Session::paid), "paid",
                     std::max(session.date, session.claimed.value_or(session.date)), session.paid);
  if (session.cost) return;
  const std::string_view key = session.claimed ? key_of(&Session::claimed) : key_of(&Session::paid);
  inspector.report(session.places.start(),
                   fmt::format("'{}' without a 'cost', add what the session cost", key));
}

void inspect(const SessionLog& log, const Register&, Inspector& inspector) {
  inspector.unlike(log.entries);
  inspector.words(std::span(log.entries));
  for (const auto& each : log.entries) {
    if (each.held() == each.cancelled_by.has_value()) {
      inspector.report(each.places.start(),
                       "a session has 'minutes' and 'kind', or 'cancelled_by', keep one of the two");
    } else if (each.held() == each.kind.empty()) {
      inspector.report(each.places.start(),
                       "a session that was held has both 'minutes' and 'kind', a cancelled one neither");
    }
    inspect_move(each, inspector);
    inspect_claim(each, inspector);
  }
}

void inspect(const CheckInLog& log, const Register&, Inspector& inspector) { inspector.unlike(log.entries); }

void inspect(const ActivityBank& bank, const Register&, Inspector& inspector) {
  inspector.unlike(bank.entries);
}

/// Who would like to meet again, and whom, were both there.
void inspect_wishes(const Event& event, Inspector& inspector) {
  const auto came = [&](const Id& id) {
    return std::ranges::find(event.attended, id) != event.attended.end();
  };
  for (const auto& wish : event.see_again) {
    for (const auto& [id, place] : {std::pair(wish.by, place_of(wish, &SeeAgain::by)),
                                    std::pair(wish.whom, place_of(wish, &SeeAgain::whom))}) {
      if (came(id)) continue;
      inspector.report(
          place, fmt::format("{} is not among those who attended, strike the wish or add them", id.view()));
    }
  }
}

void inspect(const Event& event, const Register&, Inspector& inspector) {
  inspect_wishes(event, inspector);
  inspector.known_scheme(place_of(event, &Event::scheme));
  inspector.words(event);
  inspector.unlike_entries(event);
}

void inspect(const Concern& concern, const Register&, Inspector& inspector) {
  if (concern.about != "staff" && !Id::parse(concern.about)) {
    inspector.report(place_of(concern, &Concern::about), "'about' must be an identifier, or staff");
  }
  inspector.in_order(place_of(concern, &Concern::passed_on), "passed on", concern.raised, concern.passed_on);
  inspector.in_order(place_of(concern, &Concern::closed), "closed", concern.raised, concern.closed);
}

void inspect(const Settings& settings, const Register&, Inspector& inspector) {
  inspector.unlike_entries(settings);
  for (const auto& each : settings.staff)
    inspector.in_order(place_of(each, &StaffMember::to), "left", each.from, each.to);
}

std::string_view scheme_of(const SessionLog& log, const Register& records) {
  const Match* match = find(records.matches, log.of);
  return match ? std::string_view(match->scheme) : std::string_view();
}
std::string_view scheme_of(const CheckInLog&, const Register&) { return {}; }
std::string_view scheme_of(const Concern&, const Register&) { return {}; }
std::string_view scheme_of(const Settings&, const Register&) { return {}; }
std::string_view scheme_of(const ActivityBank&, const Register&) { return {}; }
template <class Record>
std::string_view scheme_of(const Record& record, const Register&) {
  return record.scheme;
}

}  // namespace

template <class Record>
void check_soundness(const Record& record, const Register& records, const Policies& policies,
                     Problems& problems) {
  Inspector inspector(record.file, scheme_of(record, records), policies, problems);
  inspect(record, records, inspector);
}

#define MENTOR_CHECK(Record) \
  template void check_soundness<Record>(const Record&, const Register&, const Policies&, Problems&);
MENTOR_CHECK(Mentor)
MENTOR_CHECK(YoungPerson)
MENTOR_CHECK(Match)
MENTOR_CHECK(SessionLog)
MENTOR_CHECK(CheckInLog)
MENTOR_CHECK(Event)
MENTOR_CHECK(Concern)
MENTOR_CHECK(Settings)
MENTOR_CHECK(ActivityBank)
#undef MENTOR_CHECK

}  // namespace mentor::store
