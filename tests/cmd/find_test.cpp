#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_find_test {

using mentor::test::Answer;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::PairFixture;

namespace {

struct FindFixture : PairFixture {
  FindFixture() {
    add_ready_mentor("M-7AAAA", "Zoë Šimonović");
    add_ready_mentor("M-8AAAA", "Zoe Smith");
  }
  /// The record that these words show, or the exit status.
  std::string shown(const std::string& text) {
    const Answer answer = json_of({"show", text});
    return answer.status == 0 ? answer.data().at("record").at("id").get<std::string>()
                              : std::to_string(answer.status);
  }
};

}  // namespace

TEST_CASE_FIXTURE(FindFixture,
                  "a record is found by its identifier however it is typed and by the beginning of one") {
  CHECK(shown("M-7KQ2D") == "M-7KQ2D");
  CHECK(shown("m-7kq2d") == "M-7KQ2D");
  CHECK(shown("M-7K") == "M-7KQ2D");
  CHECK(shown("m-7k") == "M-7KQ2D");
  CHECK(shown("P-9") == "P-9X2MC");
  CHECK(shown("Y-") == "Y-4F7KA");
  CHECK(shown("M-7") == "2");
}

TEST_CASE_FIXTURE(FindFixture, "a person is found by part of a name without case and accents") {
  CHECK(shown("Zoë Šimonović") == "M-7AAAA");
  CHECK(shown("simonovic") == "M-7AAAA");
  CHECK(shown("ŠIMO") == "M-7AAAA");
  CHECK(shown("Zoe\xCC\x88 S\xCC\x8Cimonovic\xCC\x81") ==
        "M-7AAAA");  // the accents as characters of their own
  CHECK(shown("zoe smith") == "M-8AAAA");
  CHECK(shown("OKAFOR-v") == "M-7KQ2D");
}

TEST_CASE_FIXTURE(FindFixture, "what can mean several records is said with the identifiers of all") {
  const Answer refused = run({"show", "zoe"});
  CHECK(refused.status == 2);
  CHECK(refused.err == "mentorctl: 'zoe' can mean M-7AAAA (mentor), M-8AAAA (mentor): say which\n");
  CHECK(run({"show", "M-7"}).err ==
        "mentorctl: 'M-7' can mean M-7AAAA (mentor), M-7KQ2D (mentor): say which\n");
}

TEST_CASE_FIXTURE(FindFixture, "what means no record is said in the words that were typed") {
  CHECK(run({"show", "nobody-at-all"}).err ==
        "mentorctl: there is no record 'nobody-at-all', 'mentorctl list mentors' and 'mentorctl list "
        "young-people' show who there is\n");
  for (const std::string text : {"nobody-at-all", "M-00000", "X-00000", "S-00000", "M-9", "*",
                                 "../mentors/M-7KQ2D", "M-7KQ2D.yaml", "M-7KQ2D ", ""}) {
    CAPTURE(text);
    CHECK(run({"show", "--", text}).status == 2);
  }
}

TEST_CASE_FIXTURE(FindFixture, "a match is found by the name of either of the two") {
  const auto logged = [&](const std::string& match) {
    return run({"log-session", match, "--minutes", "30", "--kind", "call"});
  };
  CHECK(contains(logged("tia").out, "P-9X2MC/S-"));
  CHECK(contains(logged("Vale").out, "P-9X2MC/S-"));
  CHECK(logged("smith").status == 2);
  CHECK(logged("M-7KQ2D").err == "mentorctl: 'M-7KQ2D' names a mentor, and a match is wanted\n");
}

TEST_CASE_FIXTURE(FindFixture, "of somebody's matches the one that is not over is meant") {
  done({"end", "tia", "--as", "drifted", "--by", "both", "--reason", "Moved"});
  CHECK(json_of({"log-session", "tia", "--cancelled-by", "other"})
            .data()
            .at("id")
            .get<std::string>()
            .starts_with("P-9X2MC/"));
  const std::string second = done({"match", "tia", "zoe smith"});
  CHECK(done({"decide", "tia", "--by", "mentor", "--yes"}) == second);
}

TEST_CASE_FIXTURE(FindFixture, "somebody who is called like a command is found by name") {
  add_ready_mentor("M-9AAAA", "Glenn Close");
  add_young_person("Y-9AAAA", "May Start", "2006-05-20");
  CHECK(shown("close") == "M-9AAAA");
  CHECK(run({"vet", "close", "identity"}).status == 0);
  CHECK(run({"match", "start", "close"}).status == 0);
}

TEST_CASE_FIXTURE(FindFixture, "an event and a concern are found by identifier") {
  commit_file("events/E-2N8WQ.yaml", "id: E-2N8WQ\nkind: training\ndate: 2026-03-01\nscheme: rotherham\n");
  commit_file("concerns/C-5T3JZ.yaml", "id: C-5T3JZ\nabout: M-7KQ2D\nraised: 2026-03-01\n");
  CHECK(shown("E-2N8WQ") == "E-2N8WQ");
  CHECK(shown("c-5t") == "C-5T3JZ");
}

}  // namespace cmd_find_test
