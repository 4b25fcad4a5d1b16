#include "exchange/calendar.h"

#include <doctest/doctest.h>
#include <libical/ical.h>

#include <map>
#include <memory>

#include "exchange/icalendar.h"
#include "support/export_scene.h"
#include "support/git_fixture.h"

namespace exchange_calendar_test {

using mentor::exchange::calendar;
using mentor::exchange::DayEvent;
using mentor::exchange::icalendar;
using mentor::exchange::People;
using mentor::test::contains;
using mentor::test::day;
using mentor::test::ExportScene;
using mentor::test::Lines;

namespace {

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

/// An event as libical reads it.
struct Read {
  std::string day;
  std::string summary;
  std::string description;
  int sequence = 0;
};

/// The events of a calendar by their UID. It must be sound in libical's eyes.
std::map<std::string, Read> read_back(const std::string& text) {
  const std::unique_ptr<icalcomponent, Free> all(icalparser_parse_string(text.c_str()));
  REQUIRE(all);
  CHECK(icalcomponent_isa(all.get()) == ICAL_VCALENDAR_COMPONENT);
  CHECK(icalcomponent_count_errors(all.get()) == 0);
  CHECK(icalrestriction_check(all.get()) == 1);
  std::map<std::string, Read> events;
  const auto kind = ICAL_VEVENT_COMPONENT;
  for (auto* event = icalcomponent_get_first_component(all.get(), kind); event;
       event = icalcomponent_get_next_component(all.get(), kind)) {
    const icaltimetype start = icalcomponent_get_dtstart(event);
    CHECK(start.is_date == 1);
    CHECK(icaltime_compare(icaltime_add(start, icaldurationtype_from_int(86400)),
                           icalcomponent_get_dtend(event)) == 0);
    const char* description = icalcomponent_get_description(event);
    const Read read{icaltime_as_ical_string(start), icalcomponent_get_summary(event),
                    description ? description : "", icalcomponent_get_sequence(event)};
    CHECK(events.emplace(icalcomponent_get_uid(event), read).second);
  }
  return events;
}

/// `DAY SUMMARY` of each event, in order of the days.
Lines told(const std::string& text) {
  std::set<std::string> sorted;
  for (const auto& [uid, event] : read_back(text)) sorted.insert(event.day + " " + event.summary);
  return {sorted.begin(), sorted.end()};
}

/// The UID of the event whose summary ends so.
std::string uid_of(const std::map<std::string, Read>& events, std::string_view end) {
  for (const auto& [uid, event] : events) {
    if (event.summary.ends_with(end)) return uid;
  }
  return "none";
}

/// Each line is short enough and holds whole letters.
void must_be_folded(const std::string& text) {
  std::size_t start = 0;
  for (auto end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", start)) {
    const std::string line = text.substr(start, end - start);
    CAPTURE(line);
    CHECK(line.size() <= 75);
    CHECK(line.find('\n') == std::string::npos);
    const bool cuts_a_letter = line.size() > 1 && (static_cast<unsigned char>(line[1]) & 0xC0U) == 0x80U;
    CHECK_FALSE(cuts_a_letter);
    start = end + 2;
  }
  CHECK(start == text.size());
}

}  // namespace

TEST_CASE("a calendar has what is due, what is late on the day itself, and birthdays, read back by libical") {
  ExportScene pair;
  pair.write("matches/P-9X2MC.yaml",
             "id: P-9X2MC\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2026-01-10\n"
             "started: 2026-02-01\npauses:\n  - {id: V-00001, from: 2026-06-01, to: 2026-06-20}\n");
  pair.write("sessions/P-9X2MC.yaml",
             "- {id: S-00001, date: 2026-03-28, cancelled_by: mentor, moved_to: 2026-04-09}\n");
  CHECK(
      told(calendar(pair.on("2026-04-02"), {})) ==
      Lines{
          "20260402 overdue: Zoë Šimonović with O'Hara \"Rosie\" 🎉: no check-in with the young person since "
          "1 February 2026",
          "20260409 Zoë Šimonović with O'Hara \"Rosie\" 🎉: first meeting",
          "20260501 Zoë Šimonović with O'Hara \"Rosie\" 🎉: no check-in with the mentor since 1 March 2026",
          "20260520 Zoë Šimonović: turns 18",
          "20260620 Zoë Šimonović with O'Hara \"Rosie\" 🎉: the pause ends"});
  const auto events = read_back(calendar(pair.on("2026-04-02"), {}));
  const auto check_in = events.at(uid_of(events, "since 1 March 2026"));
  CHECK(check_in.description ==
        "P-9X2MC no check-in with the mentor since 1 March 2026\n"
        "to do: ring them, then record it: check-in MATCH --with mentor\n"
        "mentorctl check-in P-9X2MC\n"
        "rule: support.check_in (§3.9; ours)");
}

TEST_CASE(
    "the calendar of another night has the same event under the same UID, newer, though its day moved") {
  ExportScene pair;
  const auto first = read_back(calendar(pair.on("2026-04-02"), {}));
  pair.write("check-ins/P-9X2MC.yaml",
             "- {id: K-00001, date: 2026-03-01, with: mentor}\n"
             "- {id: K-00002, date: 2026-03-10, with: mentor}\n"
             "- {id: K-00003, date: 2026-04-10, with: young-person}\n");
  const auto second = read_back(calendar(pair.on("2026-04-11"), {}));
  const std::string check_in = uid_of(first, "with the mentor since 1 March 2026");
  CHECK(first.at(check_in).day == "20260501");
  CHECK(uid_of(second, "with the mentor since 10 March 2026") == check_in);
  CHECK(second.at(check_in).day == "20260510");
  CHECK(second.at(check_in).sequence > first.at(check_in).sequence);
  const std::string done = uid_of(first, "with the young person since 1 February 2026");
  CHECK(first.contains(done));
  CHECK_FALSE(second.contains(done));
}

TEST_CASE("a calendar without people has identifiers, and no birthday") {
  ExportScene pair;
  const std::string text = calendar(pair.on("2026-04-02", People::pseudonymous), {});
  CHECK(told(text) == Lines{"20260402 overdue: Y-4F7KA with M-7KQ2D: no check-in with the young person since "
                            "1 February 2026",
                            "20260501 Y-4F7KA with M-7KQ2D: no check-in with the mentor since 1 March 2026"});
}

TEST_CASE("a calendar with nothing due says so on its day, for one without an event is not sound") {
  const mentor::exchange::CalendarHead head{"Mentoring", "", day("2026-04-02")};
  CHECK(told(icalendar({}, head)) == Lines{"20260402 nothing is due"});
  const auto uid = [](const std::string& text) { return read_back(text).begin()->first; };
  CHECK(uid(icalendar({}, head)) == uid(icalendar({}, {"Mentoring", "", day("2026-04-03")})));
  CHECK(told(icalendar({{"one", day("2026-04-05"), "check in", "", "support"}}, head)) ==
        Lines{"20260405 check in"});
}

TEST_CASE("lines end in CR LF and fold at 75 bytes without cutting a letter, and all comes back as it was") {
  for (const std::size_t shift : {0U, 1U, 2U, 3U}) {
    CAPTURE(shift);
    const std::string summary = "a, b; c \\ d: \"" + std::string(shift, 'x') +
                                "ééééééééééééééééééééééééééééééééééé🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉";
    const std::string text = icalendar({{"one", day("2026-04-02"), summary, "first\nsecond", "support"}},
                                       {"Ours, all", "made from x", day("2026-04-01")});
    must_be_folded(text);
    const auto events = read_back(text);
    CHECK(events.begin()->second.summary == summary);
    CHECK(events.begin()->second.description == "first\nsecond");
    CHECK(contains(text, "X-WR-CALNAME:Ours\\, all\r\n"));
    CHECK(contains(text, "DTSTAMP:20260401T000000Z\r\n"));
  }
}

TEST_CASE("two events of one identity have two UIDs") {
  const std::string text = icalendar(
      {{"one", day("2026-04-02"), "a", "", "support"}, {"one", day("2026-04-03"), "b", "", "support"}},
      {"Ours", "made from x", day("2026-04-01")});
  CHECK(read_back(text).size() == 2);
}

}  // namespace exchange_calendar_test
