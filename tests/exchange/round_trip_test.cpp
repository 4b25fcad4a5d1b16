#include <doctest/doctest.h>

#include <cstdlib>

#include "exchange/csv_files.h"
#include "store/reader.h"
#include "store/record_file.h"
#include "support/command_fixture.h"
#include "support/odd_records.h"
#include "support/records.h"

namespace exchange_round_trip_test {

namespace fs = std::filesystem;
using namespace mentor;  // NOLINT(google-build-using-namespace)
using test::Answer;
using test::Chance;
using test::CommandFixture;
using test::day;

namespace {

/// Every record of a data directory as its file would be written anew.
using Written = std::map<std::string, std::string>;

template <class Records>
void add_written(const Records& records, Written& written) {
  for (const auto& [id, record] : records) {
    using Record = std::remove_cvref_t<decltype(record)>;
    written[std::string(RecordKind<Record>::folder) + "/" + id.text()] = store::write_record(record);
  }
}

Written written(const Register& records) {
  Written all;
  add_written(records.mentors, all);
  add_written(records.young_people, all);
  add_written(records.matches, all);
  add_written(records.sessions, all);
  add_written(records.check_ins, all);
  add_written(records.events, all);
  add_written(records.concerns, all);
  all["activities"] = store::write_record(records.activities);
  return all;
}

void write_to(const fs::path& file, const std::string& bytes) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

class RoundTrip : public CommandFixture {
 public:
  /// What stands in a data directory, and its export beside it.
  Written exported(const fs::path& directory) {
    const store::FolderSource source(directory);
    store::Reader reader(source);
    reader.settings();
    reader.everything();
    REQUIRE(test::told(reader.problems()).empty());
    for (const auto& [path, bytes] : exchange::csv_files(reader.records(), reader.policies()))
      write_to(outside() / "export" / path, bytes);
    return written(reader.records());
  }
  /// What the export is in a directory of its own.
  Written imported() {
    clock = "2026-11-02";
    const std::string fresh = (outside() / "fresh").string();
    REQUIRE(run({"init", fresh, "--scheme", "rotherham", "--scheme", "stockport", "--scheme",
                 "south-tyneside", "--scheme", "manchester"})
                .status == 0);
    answer = run({"--data", fresh, "import", (outside() / "export").string()});
    again = run({"--data", fresh, "import", (outside() / "export").string()});
    const store::FolderSource source(fresh);
    store::Reader reader(source);
    reader.settings();
    reader.everything();
    CHECK(test::told(reader.problems()) == test::Lines());
    return written(reader.records());
  }

  Answer answer;
  Answer again;
};

Mentor hostile_mentor(Chance& chance, const std::vector<std::string>& texts) {
  const auto text = [&] { return chance.of(texts); };
  const auto list = [&] { return std::vector<std::string>{text(), text(), text()}; };
  Mentor mentor;
  mentor.id = MentorId::from_number(static_cast<std::uint32_t>(chance.below(1U << 24U)));
  mentor.name = text();
  mentor.scheme = "rotherham";
  mentor.role = "senior-manager";
  if (chance.one_in(2)) mentor.enquired = day("2026-01-31");
  mentor.gender = text();
  mentor.phone = text();
  mentor.pen_picture = text();
  mentor.interests = list();
  if (chance.one_in(2)) mentor.languages = {text()};
  if (chance.one_in(2)) mentor.prefers = Wishes{Ages{10, 12}, text(), {}};
  mentor.steps.push_back({*EntryId::parse("V-00001"),
                          StepKind::dbs,
                          day("2026-02-01"),
                          {},
                          "enhanced",
                          Workforce::child,
                          chance.one_in(2),
                          text(),
                          day("2026-01-01"),
                          text(),
                          {},
                          {},
                          {},
                          {}});
  mentor.closed.push_back({*EntryId::parse("V-00002"), day("2026-03-01"), ClosingKind::finished, text(), {}});
  return mentor;
}

YoungPerson hostile_young_person(Chance& chance, const std::vector<std::string>& texts) {
  const auto text = [&] { return chance.of(texts); };
  YoungPerson person;
  person.id = YoungPersonId::from_number(static_cast<std::uint32_t>(chance.below(1U << 24U)));
  person.name = text();
  person.scheme = "rotherham";
  person.born = day("2008-02-29");
  person.referred = {day("2026-01-05"), text(), text(), text(), {}};
  person.agreed_on = day("2026-01-05");
  person.emergency_contacts = {text(), text()};
  person.needs = {"home", "eet"};
  person.eet.push_back({*EntryId::parse("V-00001"), day("2026-01-05"), EetStatus::neet, {"custody"}, {}});
  return person;
}

}  // namespace

TEST_CASE_FIXTURE(RoundTrip,
                  "the example is exported and imported as it was, and a second time adds nothing") {
  const Written before = exported(std::string(MENTORCTL_SOURCE_DIR) + "/data-example");
  const Written after = imported();
  CAPTURE(answer.err);
  CHECK(answer.status == 0);
  for (const auto& [path, bytes] : before) {
    CAPTURE(path);
    CHECK(after.contains(path));
    if (after.contains(path)) CHECK(after.at(path) == bytes);
  }
  CHECK(after.size() == before.size());
  CHECK(again.status == 0);
  CHECK(again.out.empty());
  CHECK(test::contains(again.err, "done: nothing new to import"));
}

TEST_CASE_FIXTURE(RoundTrip, "texts that bite come back as they were") {
  Chance chance(20261102);
  std::vector<std::string> texts{"=1+1",
                                 "'=1",
                                 "'",
                                 "''x",
                                 "+44 1709 000001",
                                 "-",
                                 "@a",
                                 "a, b",
                                 "a; b",
                                 "; ",
                                 "\"",
                                 "\"a\"; b",
                                 "'Tis \"so\"",
                                 "Łukasz Żółć",
                                 "Ŵyn, Cŵl",
                                 "07700900001",
                                 "1/2",
                                 "TRUE",
                                 "a\nb",
                                 "a\n",
                                 " padded ",
                                 "\ttab",
                                 "\xC2\xA0nbsp",
                                 "no",
                                 "M-7KQ2D",
                                 "a\r\nb",
                                 "🙂",
                                 "reason",
                                 "\xEF\xBB\xBF"
                                 "x"};
  for (int i = 0; i < 40; ++i) {
    if (auto text = test::nasty_text(chance); !text.empty()) texts.push_back(std::move(text));
  }
  for (int i = 0; i < 30; ++i) {
    const auto mentor = hostile_mentor(chance, texts);
    write("mentors/" + mentor.id.text() + ".yaml", store::write_record(mentor));
    const auto person = hostile_young_person(chance, texts);
    write("young-people/" + person.id.text() + ".yaml", store::write_record(person));
  }
  const Written before = exported(root());
  const Written after = imported();
  CAPTURE(answer.err);
  CHECK(answer.status == 0);
  CHECK(after == before);
  CHECK(test::contains(again.err, "done: nothing new to import"));
}

}  // namespace exchange_round_trip_test
