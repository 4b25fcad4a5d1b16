#include "reports/words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "model/describe.h"
#include "model/schema.h"
#include "support/records.h"

namespace reports_words_test {

using namespace mentor;  // NOLINT(google-build-using-namespace)
using mentor::test::day;

namespace {

/// Every text flagged `words` set to its own path, and one entry in every list of entries.
template <Described T>
void fill(T& record, const std::string& path) {
  for_each_field<T>([&](const auto& each) {
    auto& value = record.*(each.member);
    using Type = std::remove_cvref_t<decltype(value)>;
    using Bare = typename shape::Bare<Type>::type;
    const std::string here = path + "." + std::string(each.key);
    if constexpr (std::is_same_v<Type, std::string>) {
      if (each.traits.words) value = here;
    } else if constexpr (is_entry_list<Type>) {
      fill(value.emplace_back(), here);
    } else if constexpr (Described<Bare> && IsOptional<Type>::value) {
      fill(value.emplace(), here);
    } else if constexpr (Described<Bare>) {
      fill(value, here);
    }
  });
}

void flagged(const std::vector<FieldShape>& fields, const std::string& path, std::set<std::string>& paths) {
  for (const auto& each : fields) {
    const std::string here = path + "." + std::string(each.key);
    if (each.traits.words) paths.insert(here);
    flagged(each.fields, here, paths);
  }
}

/// Tia and Ros, of whom everything is written that can be.
struct Filled {
  Register records;
  Mentor ros;
  YoungPerson tia;
  Match match;

  Filled() {
    ros.id = *MentorId::parse("M-7KQ2D");
    tia.id = *YoungPersonId::parse("Y-4F7KA");
    match.id = *MatchId::parse("P-9X2MC");
    match.mentor = ros.id;
    match.young_person = tia.id;
    fill(ros, "mentor");
    fill(tia, "young person");
    fill(match, "match");
    SessionLog sessions{match.id, {Session()}, {}, ""};
    fill(sessions.entries.front(), "session");
    CheckInLog check_ins{match.id, {CheckIn()}, {}, ""};
    check_ins.entries.front().with = Counterpart::young_person;
    fill(check_ins.entries.front(), "check-in");
    Event event;
    event.id = *EventId::parse("E-2N8WQ");
    event.attended = {Id(tia.id)};
    fill(event, "event");
    records.sessions.emplace(match.id, sessions);
    records.check_ins.emplace(Id(match.id), check_ins);
    records.events.emplace(event.id, event);
    put();
  }

  void put() {
    records.mentors.insert_or_assign(ros.id, ros);
    records.young_people.insert_or_assign(tia.id, tia);
    records.matches.insert_or_assign(match.id, match);
  }

  [[nodiscard]] std::set<std::string> texts(const std::string& id) const {
    std::set<std::string> texts;
    for (const auto& each : reports::words_of_somebody(*Id::parse(id), records).words)
      texts.insert(each.text);
    return texts;
  }
  [[nodiscard]] std::size_t left_out(const std::string& id) const {
    return reports::words_of_somebody(*Id::parse(id), records).left_out;
  }
};

bool any_begins(const std::set<std::string>& texts, const std::string& begin) {
  return std::ranges::any_of(texts, [&](const auto& each) { return each.starts_with(begin); });
}

}  // namespace

TEST_CASE_FIXTURE(Filled, "every field of words in the schema is shown to somebody who may have it changed") {
  std::set<std::string> all;
  for (const auto& shape : record_shapes()) flagged(shape.fields, std::string(shape.noun), all);
  CHECK(all.size() > 25);
  std::set<std::string> shown;
  for (const std::string id : {"M-7KQ2D", "Y-4F7KA", "P-9X2MC"}) shown.merge(texts(id));
  for (const auto& each : all) {
    CAPTURE(each);
    CHECK(shown.contains(each));
  }
}

TEST_CASE_FIXTURE(
    Filled, "a young person sees what is written of them and their match, and their mentor the mentor's") {
  match.decisions.front().by = Side::young_person;
  match.reflections.front().by = Voice::young_person;
  match.endings.front().by = Party::both;
  put();
  const auto tia_sees = texts("Y-4F7KA");
  for (const std::string begin : {"young person.", "match.decisions", "match.reflections", "match.endings",
                                  "match.goals.text", "match.focus", "match.first_meeting.activity",
                                  "match.pauses", "session.note", "check-in.note", "event.note"}) {
    CAPTURE(begin);
    CHECK(any_begins(tia_sees, begin));
  }
  CHECK_FALSE(any_begins(tia_sees, "mentor."));
  CHECK_FALSE(any_begins(tia_sees, "match.overrides"));
  CHECK_FALSE(any_begins(tia_sees, "match.waivers"));
  CHECK(left_out("Y-4F7KA") == 2);
  const auto ros_sees = texts("M-7KQ2D");
  for (const std::string begin :
       {"mentor.", "match.focus", "match.first_meeting", "match.endings", "session.note"}) {
    CAPTURE(begin);
    CHECK(any_begins(ros_sees, begin));
  }
  for (const std::string begin : {"young person.", "match.decisions", "match.reflections", "match.goals",
                                  "match.pauses", "check-in.", "event."}) {
    CAPTURE(begin);
    CHECK_FALSE(any_begins(ros_sees, begin));
  }
  // The decision, the account, the goal, pause, renewal, reopening, override, waiver and the check-in.
  CHECK(left_out("M-7KQ2D") == 9);
  CHECK(left_out("P-9X2MC") == 0);
}

TEST_CASE_FIXTURE(Filled,
                  "what another person said in confidence is left out and counted, and shared is shown") {
  match.decisions.front().by = Side::mentor;
  match.reflections.front().by = Voice::mentor;
  match.endings.front().by = Party::mentor;
  records.check_ins.at(Id(match.id)).entries.front().with = Counterpart::key_adult;
  put();
  const auto tia_sees = texts("Y-4F7KA");
  for (const std::string begin : {"match.decisions", "match.reflections", "match.endings", "check-in."}) {
    CAPTURE(begin);
    CHECK_FALSE(any_begins(tia_sees, begin));
  }
  CHECK(left_out("Y-4F7KA") == 6);
  match.reflections.front().share = false;
  put();
  CHECK(left_out("Y-4F7KA") == 6);
  match.reflections.front().by = Voice::team;
  put();
  CHECK(left_out("Y-4F7KA") == 6);
  match.reflections.front().share = true;
  put();
  CHECK(left_out("Y-4F7KA") == 5);
  CHECK(any_begins(texts("Y-4F7KA"), "match.reflections"));
}

TEST_CASE_FIXTURE(
    Filled, "words are told by day, with who said them, how they are taken out, and answers with them") {
  Match only;
  only.id = match.id;
  only.young_person = tia.id;
  only.mentor = ros.id;
  only.focus = "A job";
  match = only;
  Reflection account;
  account.id = *EntryId::parse("V-00001");
  account.by = Voice::young_person;
  account.on = day("2026-02-03");
  account.text = "It is good";
  match.reflections = {account};
  tia = {};
  tia.id = match.young_person;
  tia.surveys = {{*EntryId::parse("V-00002"), day("2026-02-01"), true, std::nullopt, {}}};
  tia.overrides = {{*EntryId::parse("V-00003"), "eligibility.age", day("2026-02-02"), "Near", "Jo", {}, {}}};
  records.sessions.clear();
  records.check_ins.clear();
  records.events = {};
  put();
  const auto noted = reports::words_of_somebody(Id(tia.id), records).words;
  REQUIRE(noted.size() == 4);
  CHECK(noted[0].id == "P-9X2MC");
  CHECK(noted[0].field == "focus");
  CHECK_FALSE(noted[0].on.has_value());
  CHECK(noted[0].removal == reports::Removal::field);
  CHECK(noted[1].id == "Y-4F7KA/V-00002");
  CHECK(noted[1].field == "trust");
  CHECK(noted[1].text == "yes");
  CHECK(noted[1].is_answer);
  CHECK(noted[2].by == "Jo");
  CHECK(noted[2].removal == reports::Removal::none);
  CHECK(noted[3].id == "P-9X2MC/V-00001");
  CHECK(noted[3].field == "text");
  CHECK(noted[3].on == day("2026-02-03"));
  CHECK(noted[3].by == "young-person");
  CHECK(noted[3].removal == reports::Removal::entry);
}

}  // namespace reports_words_test
