#include "bench/directory.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "bench/by_hand.h"
#include "bench/invented.h"
#include "bench/pairs.h"
#include "bench/people.h"
#include "founding.h"
#include "store/paths.h"
#include "store/record_file.h"

namespace mentor::bench {

namespace {

namespace fs = std::filesystem;

void write_file(const fs::path& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

/// Replaces what stands in a preset; that it no longer does is a mistake here.
void replace(std::string& text, std::string_view was, std::string_view is) {
  const auto at = text.find(was);
  if (at == std::string::npos) throw std::logic_error("a preset has no longer: " + std::string(was));
  text.replace(at, was.size(), is);
}

/// An edition before the preset's, which asks for less time, so that all the years are judged and the terms
/// change.
std::string earlier_edition(SchemeKind scheme, std::string text) {
  replace(text, "in_force: 2026-01-01", "in_force: 2019-01-01");
  if (scheme == SchemeKind::stockport) replace(text, "minutes: 120,", "minutes: 105,");
  if (scheme == SchemeKind::riverside) replace(text, "minutes: 90,", "minutes: 75,");
  return text;
}

using People = std::vector<std::pair<MentorId, YoungPersonId>>;

class Directory {
 public:
  Directory(fs::path root, const Size& size, const std::optional<fs::path>& timedot)
      : root_(std::move(root)), cast_(size) {
    if (timedot) timedot_.emplace(*timedot, std::ios::binary);
  }

  void write() {
    write_founding();
    for (int i = 0; i < cast_.matches(); ++i) write_pair(i);
    const int rest = cast_.matches();
    for (int i = 0; i < cast_.waiting(); ++i) put(young_person_waiting(cast_, rest + i), rest + i);
    for (int i = 0; i < cast_.in_preparation(); ++i) put(mentor_in_preparation(cast_, rest + i), rest + i);
    write_events();
    if (timedot_ && !timedot_->flush()) throw std::runtime_error("cannot write the hours");
  }

 private:
  void write_founding() {
    Founding founding;
    founding.directory = root_;
    founding.organisation = "Bench Mentoring";
    founding.schemes = {"stockport", "manchester", "riverside"};
    founding.like = "rotherham";
    const auto change = founding_change(founding);
    for (const auto* folder :
         {"mentors", "young-people", "matches", "sessions", "check-ins", "events", "concerns"})
      fs::create_directories(root_ / folder);
    for (const auto& [path, text] : change.files) write_text(path, *text);
    for (const auto scheme : {SchemeKind::stockport, SchemeKind::manchester, SchemeKind::riverside})
      write_policies(scheme, change);
    write_text(std::string(store::settings_path), store::write_record(settings()));
  }

  void write_policies(SchemeKind scheme, const store::Change& change) {
    const std::string folder = store::policy_folder(name_of(scheme));
    std::string text = *change.files.at(folder + "/2026-01-01.yaml");
    if (scheme == SchemeKind::riverside) {  // here they may stay longer than in Rotherham
      replace(text, "after: 18 months", "after: 8 years");
      write_text(folder + "/2026-01-01.yaml", text);
    }
    write_text(folder + "/2019-01-01.yaml", earlier_edition(scheme, text));
  }

  /// Enough workers for the pairs.
  [[nodiscard]] Settings settings() const {
    Settings settings;
    settings.organisation = "Bench Mentoring";
    settings.schemes = {"stockport", "manchester", "riverside"};
    settings.contacts = {"Ruth Ackerdale, Service Manager, 01632 960010"};
    Dice dice = cast_.dice(Cast::For::look, 0);
    EntryNumbers numbers(dice);
    for (int i = cast_.size().pairs / 25 + 3; i > 0; --i) {
      StaffMember member;
      member.id = numbers.next<EntryId>();
      member.name = a_name(dice);
      member.from = cast_.first_day();
      settings.staff.push_back(std::move(member));
    }
    return settings;
  }

  void write_pair(int pair) {
    const Course course = course_of(cast_, pair);
    if (cast_.mentor_of(pair) == pair) put(leaving(mentor_of_pair(cast_, pair), pair, course), pair);
    put(leaving(young_person_of_pair(cast_, pair, course.start), pair, course), pair);
    put(match_of(cast_, pair, course), pair);
    if (course.fate == Fate::proposed) return;
    const SessionLog sessions = sessions_of(cast_, pair, course);
    put(sessions, pair);
    put(check_ins_of(cast_, pair, course), pair);
    write_hours(sessions);
    if (!course.end)
      together_[Cast::scheme_of(pair)].emplace_back(cast_.mentor_id(cast_.mentor_of(pair)),
                                                    cast_.young_person_id(pair));
    if (pair % 100 == 7) write_concern(pair, course);
  }

  /// After the end they go on without the scheme, but for a mentor who has another young person.
  template <class Person>
  [[nodiscard]] Person leaving(Person person, int pair, const Course& course) const {
    if (!course.end) return person;
    if constexpr (std::is_same_v<Person, Mentor>) {
      if (person.capacity) return person;
    }
    Dice dice = cast_.dice(Cast::For::closing, pair);
    person.closed.push_back({EntryNumbers(dice).next<EntryId>(),
                             course.end->plus_days(1),
                             ClosingKind::finished,
                             "The match is over: all said",
                             {}});
    return person;
  }

  void write_concern(int pair, const Course& course) {
    Concern concern;
    concern.id = cast_.concern_id(pair);
    concern.about = cast_.young_person_id(pair).text();
    concern.raised = course.start.plus_days(100);
    concern.passed_to = "Children's social care, duty team";
    concern.passed_on = concern.raised;
    concern.closed = concern.raised.plus_days(30);
    if (*concern.closed < the_day()) put(concern, pair);
  }

  void write_hours(const SessionLog& sessions) {
    if (!timedot_) return;
    for (const auto& each : sessions.entries) {
      if (each.held())
        *timedot_ << fmt::format("{}\n{}:{}  {}m\n\n", each.date.iso(), each.kind, sessions.of.view(),
                                 each.minutes->count);
    }
  }

  struct Gathering {
    SchemeKind scheme;
    std::string_view kind;
    int every;  ///< days
    bool mentors;
    bool young_people;
  };

  /// Those of the last two years, in groups of fifteen pairs.
  void write_events() {
    static constexpr std::array gatherings{
        Gathering{SchemeKind::riverside, "group-supervision", 84, true, false},
        Gathering{SchemeKind::manchester, "pair-event", 170, true, true},
        Gathering{SchemeKind::manchester, "mentor-meetup", 170, true, false},
        Gathering{SchemeKind::manchester, "mentee-meetup", 170, false, true},
    };
    constexpr std::size_t group = 15;
    for (const auto& gathering : gatherings) {
      const People& people = together_[gathering.scheme];
      for (std::size_t i = 0; i < people.size(); i += group) {
        const People some(people.begin() + static_cast<std::ptrdiff_t>(i),
                          people.begin() + static_cast<std::ptrdiff_t>(std::min(i + group, people.size())));
        for (int ago = 20; ago < 730; ago += gathering.every) write_event(gathering, some, ago);
      }
    }
  }

  void write_event(const Gathering& gathering, const People& people, int days_ago) {
    Dice dice = cast_.dice(Cast::For::event, events_);
    Event event;
    event.id = cast_.event_id(events_);
    event.kind = gathering.kind;
    event.date = the_day().plus_days(-days_ago - dice.from(0, 3));
    event.scheme = name_of(gathering.scheme);
    for (const auto& [mentor, young_person] : people) {
      if (gathering.mentors) event.invited.emplace_back(mentor);
      if (gathering.young_people) event.invited.emplace_back(young_person);
    }
    for (const auto& id : event.invited) {
      if (dice.in_a_hundred(80)) event.attended.push_back(id);
    }
    if (dice.in_a_hundred(50)) event.note = "Holidays, handovers and whom to ring: all covered";
    put(event, events_++);
  }

  /// Most files are as the program writes them.
  template <class Record>
  void put(const Record& record, int number) {
    constexpr int kinds = 8;
    Dice dice = cast_.dice(Cast::For::look,
                           number * kinds + static_cast<int>(RecordKind<Record>::folder.size() % kinds));
    const auto path = store::record_path<Record>(id_of(record));
    const int by_hand = cast_.size().by_hand;
    if (by_hand == 0) return write_text(path, store::write_record(record));
    if (dice.below(by_hand) == 0) return write_text(path, edited_by_hand(store::to_value(record), dice));
    std::string text = store::write_record(record);
    if (dice.in_a_hundred(10)) text = with_remarks(text, dice);
    if (dice.in_a_hundred(5)) text = in_single_quotes(text);
    write_text(path, text);
  }

  static Id id_of(const auto& record) {
    if constexpr (requires { record.of; }) {
      return record.of;
    } else {
      return record.id;
    }
  }

  void write_text(const std::string& path, std::string_view text) {
    fs::create_directories((root_ / path).parent_path());
    write_file(root_ / path, text);
  }

  fs::path root_;
  Cast cast_;
  std::optional<std::ofstream> timedot_;
  std::map<SchemeKind, People> together_;
  int events_ = 0;
};

}  // namespace

void write_directory(const fs::path& directory, const Size& size, const std::optional<fs::path>& timedot) {
  Directory(directory, size, timedot).write();
}

}  // namespace mentor::bench
