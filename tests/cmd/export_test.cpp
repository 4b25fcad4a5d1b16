#include <doctest/doctest.h>

#include <fstream>

#include "support/command_fixture.h"

namespace cmd_export_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::TemporaryDirectory;
using mentor::test::with;
using mentor::test::Words;

namespace fs = std::filesystem;

namespace {

/// The pair with a session, and a place for what is handed on.
struct ExportFixture : PairFixture {
  ExportFixture() {
    done({"log-session", "P-9X2MC", "--date", "2026-02-10", "--minutes", "60", "--kind", "one-to-one"});
    done({"log-session", "P-9X2MC", "--date", "2026-03-20", "--minutes", "45", "--kind", "call"});
    done({"check-in", "P-9X2MC", "--with", "mentor", "--date", "2026-03-15", "--note", "Ros is well"});
  }

  Answer export_as(const std::string& format, const Words& more = {}) {
    return run(with({"export", "--format", format}, more));
  }
  [[nodiscard]] std::string at(const std::string& name) const { return (place.path() / name).string(); }
  [[nodiscard]] std::string bytes_at(const std::string& name) const {
    std::ifstream stream(at(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  TemporaryDirectory place;
};

/// The identifiers of a list in a JSON export.
Words ids(const json& exported, const std::string& kind) {
  Words ids;
  for (const auto& each : exported.at(kind)) ids.push_back(each.at("id"));
  return ids;
}

}  // namespace

TEST_CASE_FIXTURE(ExportFixture,
                  "JSON holds every record as list and show give it, and from what it was made") {
  const Answer answer = export_as("json");
  CHECK(answer.status == 0);
  CHECK(answer.err.empty());
  const json all = answer.data();
  CHECK(all.at("schema") == "mentorctl/1");
  CHECK(all.at("as_of") == "2026-04-02");
  CHECK(all.at("commit") == head());
  CHECK(all.at("policies").at("rotherham").get<std::string>().size() == 64);
  CHECK(all.at("settings").at("schemes") == json{"rotherham"});
  const json shown = json_of({"show", "P-9X2MC"}).data();
  CHECK(all.at("matches") == json::array({shown.at("record")}));
  json session = all.at("sessions").at(0);
  CHECK(session.at("match") == "P-9X2MC");
  session.erase("match");
  CHECK(session == shown.at("sessions").at(0));
  CHECK(all.at("check_ins").at(0).at("of") == "P-9X2MC");
  CHECK(all.at("young_people") == json_of({"list", "young-people"}).data().at("records"));
  CHECK(all.at("mentors") == json_of({"list", "mentors"}).data().at("records"));
  CHECK(all.at("periods").size() == 3);
}

TEST_CASE_FIXTURE(ExportFixture,
                  "each format goes into the place that is named, for its owner alone, and again") {
  for (const std::string format : {"json", "sqlite", "ics"}) {
    CAPTURE(format);
    const Answer answer = export_as(format, {"-o", at("all." + format)});
    CHECK(answer.status == 0);
    CHECK(answer.out.empty());
    const std::string first = bytes_at("all." + format);
    CHECK(export_as(format, {"-o", at("all." + format)}).status == 0);
    CHECK(bytes_at("all." + format) == first);
    CHECK(fs::status(at("all." + format)).permissions() == fs::perms(0600));
  }
  CHECK(bytes_at("all.json") == export_as("json").out);
  CHECK(bytes_at("all.ics") == export_as("ics").out);
  CHECK(bytes_at("all.sqlite").starts_with("SQLite format 3"));
}

TEST_CASE_FIXTURE(ExportFixture, "CSV goes into a directory, a file a kind, and says from what it was made") {
  CHECK(export_as("csv", {"-o", at("records/")}).status == 0);
  std::ofstream(at("records/mine.txt")) << "stays";
  CHECK(export_as("csv", {"-o", at("records")}).status == 0);
  CHECK(bytes_at("records/mine.txt") == "stays");
  CHECK(contains(bytes_at("records/mentors.csv"), "M-7KQ2D,Ros Okafor-Vale,rotherham"));
  CHECK(contains(bytes_at("records/sessions.csv"), "2026-02-10,60,one-to-one"));
  CHECK(contains(bytes_at("records/about.csv"), "\ncommit," + head() + "\n"));
  CHECK(contains(bytes_at("records/about.csv"), "\nas_of,2026-04-02\n"));
  CHECK(contains(bytes_at("records/data-dictionary.csv"), "sessions.csv,minutes,"));
}

TEST_CASE_FIXTURE(ExportFixture, "without people no format names anybody, and it says so") {
  CHECK(export_as("csv", {"--pseudonymous", "-o", at("records")}).status == 0);
  CHECK(export_as("sqlite", {"--pseudonymous", "-o", at("all.sqlite")}).status == 0);
  std::string bytes = bytes_at("all.sqlite") + export_as("json", {"--pseudonymous"}).out +
                      export_as("ics", {"--pseudonymous"}).out;
  for (const auto& file : fs::directory_iterator(at("records")))
    bytes += bytes_at("records/" + file.path().filename().string());
  for (const std::string text : {"Tia", "Quillfeather", "Okafor", "Sam Patel", "EET Action", "Bowling",
                                 "A first", "is well", "2006-05-20", "1978-03-14"}) {
    CAPTURE(text);
    CHECK_FALSE(contains(bytes, text));
  }
  const json all = export_as("json", {"--pseudonymous"}).data();
  CHECK(all.at("pseudonymous") == true);
  CHECK(all.at("young_people").at(0).at("name") == "Y-4F7KA");
  CHECK(all.at("young_people").at(0).at("state") == "matched");
  CHECK(export_as("json").data().at("pseudonymous") == false);
}

TEST_CASE_FIXTURE(ExportFixture, "what would tell a birthday is left out with it, and that is said") {
  add_young_person("Y-5F7KA", "Kay Dunn", "2011-01-02");
  CHECK(contains(export_as("json").out, "eligibility.age"));
  const Answer answer = export_as("json", {"--pseudonymous"});
  CHECK_FALSE(contains(answer.out, "eligibility.age"));
  CHECK(answer.err == "note: without 1 finding that would tell what is left out of people\n");
}

TEST_CASE_FIXTURE(ExportFixture, "both clocks are heeded") {
  CHECK(export_as("json", {"--as-of", "2026-03-01"}).data().at("sessions").size() == 1);
  CHECK(ids(export_as("json", {"--as-of", "2026-01-01"}).data(), "matches").empty());
  const json then = export_as("json", {"--known-at", "HEAD~2"}).data();
  CHECK(then.at("sessions").size() == 1);
  CHECK(then.at("check_ins").empty());
  CHECK(then.at("commit") == git({"rev-parse", "HEAD~2"}));
}

TEST_CASE_FIXTURE(ExportFixture,
                  "what can't be written is refused before anything is read, with what to type") {
  const auto refusal = [&](const std::string& format, const Words& more) {
    const Answer answer = export_as(format, more);
    CHECK(answer.out.empty());
    return std::to_string(answer.status) + " " + answer.err;
  };
  CHECK(refusal("csv", {}) ==
        "2 mentorctl: CSV is several files, name a directory for them: 'mentorctl export --format csv -o "
        "exported'\n");
  CHECK(
      refusal("sqlite", {}) ==
      "2 mentorctl: a database is no text to be shown, name a file for it: 'mentorctl export --format sqlite "
      "-o records.sqlite'\n");
  CHECK(refusal("text", {"-o", at("x")}) ==
        "2 mentorctl: --format: this command has no 'text', use csv or json or sqlite or ics\n");
  CHECK(refusal("ics", {"-o", at("")}) ==
        "2 mentorctl: -o: '" + at("") + "' is a directory, name a file in it\n");
  CHECK(refusal("ics", {"-o", (root() / "mentorctl.yaml").string()}) ==
        "2 mentorctl: -o: '" + (root() / "mentorctl.yaml").string() +
            "' is where the records stand, name another file\n");
  CHECK(refusal("csv", {"-o", (root() / "mentors").string()}) ==
        "2 mentorctl: -o: '" + (root() / "mentors").string() +
            "' is where the records stand, name another directory\n");
  std::ofstream(at("file")) << "x";
  CHECK(refusal("csv", {"-o", at("file")}) ==
        "2 mentorctl: -o: '" + at("file") + "' is a file, name a directory to write several into\n");
  CHECK(
      contains(refusal("ics", {"-o", "/dev/full"}), "4 mentorctl: cannot write '/dev/full': No space left"));
}

TEST_CASE_FIXTURE(ExportFixture, "a dry run writes nothing and says what it would write") {
  const Answer answer = export_as("csv", {"-o", at("records"), "--dry-run"});
  CHECK(answer.status == 0);
  CHECK(answer.err == "note: nothing was written, '" + at("records") + "' would be\n");
  CHECK_FALSE(fs::exists(at("records")));
}

TEST_CASE_FIXTURE(ExportFixture, "a calendar says from what it was made") {
  std::string text = export_as("ics").out;
  for (auto fold = text.find("\r\n "); fold != std::string::npos; fold = text.find("\r\n "))
    text.erase(fold, 3);
  CHECK(contains(text, "X-WR-CALDESC:made from schema=mentorctl/1 program="));
  CHECK(contains(text, " as_of=2026-04-02 commit=" + head() + " policies.rotherham="));
}

TEST_CASE_FIXTURE(ExportFixture, "records that are not sound are not handed on, and nothing is written") {
  write("mentors/M-9KQ2D.yaml", "id: M-9KQ2D\n");
  CHECK(export_as("sqlite", {"-o", at("all.sqlite")}).status == 3);
  CHECK_FALSE(fs::exists(at("all.sqlite")));
}

TEST_CASE_FIXTURE(ExportFixture, "no other command takes the formats of an export") {
  const Answer answer = run({"list", "mentors", "--format", "sqlite"});
  CHECK(answer.status == 2);
  CHECK(answer.err == "mentorctl: --format: this command has no 'sqlite', use text or json or csv\n");
}

}  // namespace cmd_export_test
