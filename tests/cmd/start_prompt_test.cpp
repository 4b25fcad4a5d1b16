#include <doctest/doctest.h>

#include "support/two_schemes.h"

namespace cmd_start_prompt_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::TwoPeopleFixture;
using mentor::test::TwoSchemesFixture;
using mentor::test::Words;

namespace {

const std::string proposed =
    "id: P-9X2MC\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2026-03-01\n";
const std::string yes = "decisions:\n  - {id: V-00001, by: young-person, on: 2026-03-05, yes: yes}\n";

/// A person at a terminal who starts a match.
struct StartPromptFixture : TwoPeopleFixture {
  Answer answered(const Words& words, const std::string& lines) {
    asks = true;
    typed = lines;
    return run(words);
  }
  [[nodiscard]] std::string match() const { return read("matches/P-9X2MC.yaml").value_or(""); }
};

}  // namespace

TEST_CASE_FIXTURE(StartPromptFixture, "whoever says when a match starts is asked for both people") {
  const Answer asked = answered({"match", "--start", "2026-04-09"}, "Tia\nRos\n");
  CHECK(contains(asked.err, "the young person: identifier, the beginning of one, or name: "));
  CHECK(contains(asked.err, "the mentor, likewise"));
  CHECK(contains(asked.err, "(M-7KQ2D)"));
  CHECK(match().empty());
}

TEST_CASE_FIXTURE(StartPromptFixture, "a start asks for what the rules want and the match has not") {
  commit_file("matches/P-9X2MC.yaml", proposed);
  const Answer started = answered({"start", "P-9X2MC"},
                                  "\nYoung person\n\ny\n2026-04-09\nBowling\nJo Field\nA first job\nyes\n");
  CHECK(started.status == 0);
  CHECK(match() ==
        proposed +
            "decisions:\n  - {id: V-10000, by: young-person, on: 2026-04-02, yes: yes}\n"
            "contacts_given: yes\nfirst_meeting: {date: 2026-04-09, activity: Bowling, brokered_by: "
            "Jo Field}\nfocus: A first job\nstarted: 2026-04-02\n");
  CHECK(contains(started.err, "the mentor was given the emergency contacts, yes or no [no]: "));
  CHECK(contains(started.err, "  contacts given    yes\n"));
}

TEST_CASE_FIXTURE(StartPromptFixture, "a start does not ask for what the match has already") {
  commit_file("matches/P-9X2MC.yaml",
              proposed + yes + "first_meeting: {activity: Bowling}\nfocus: A first job\n");
  const Answer started = answered({"start", "P-9X2MC"}, "\n\nyes\n2026-04-09\nJo Field\nyes\n");
  CHECK(started.status == 0);
  CHECK(contains(started.err, "who has said yes"));  // the mentor has not
  CHECK_FALSE(contains(started.err, "what they do"));
  CHECK_FALSE(contains(started.err, "agreed to work on"));
  CHECK(contains(match(), "first_meeting: {date: 2026-04-09, activity: Bowling, brokered_by: Jo Field}\n"));
}

TEST_CASE_FIXTURE(StartPromptFixture, "a start that lacks nothing that a rule wants asks nothing") {
  commit_file("matches/P-9X2MC.yaml", proposed + yes + "contacts_given: yes\n");
  const Answer started = answered({"start", "P-9X2MC"}, "");
  CHECK(started.status == 0);
  CHECK_FALSE(contains(started.err, "?"));
}

TEST_CASE_FIXTURE(StartPromptFixture, "what is left out at a start is refused as it is off a terminal") {
  commit_file("matches/P-9X2MC.yaml", proposed + yes);
  const std::string before = everything();
  const Answer refused = answered({"start", "P-9X2MC"}, "\n\nno\n\n\n\n\n\n");
  CHECK(refused.status == 1);
  CHECK(contains(refused.err, "the mentor was not given the emergency contacts"));
  CHECK(contains(refused.err, "\n  mentorctl start P-9X2MC\n"));
  CHECK(everything() == before);
  asks = false;
  const Answer off = run({"start", "P-9X2MC"});
  CHECK(off.status == 1);
  CHECK_FALSE(contains(off.err, "who has said yes"));
}

TEST_CASE_FIXTURE(StartPromptFixture, "a match that starts at once asks for the same") {
  const Answer made = answered({"match", "Y-4F7KA", "M-7KQ2D", "--start", "2026-04-02", "--focus", "A job"},
                               "young-person\n\nyes\n\n\n\nyes\n");
  CHECK(made.status == 0);
  CHECK(contains(read("matches/P-10000.yaml").value(), "contacts_given: yes\nfocus: A job\n"));
}

TEST_CASE_FIXTURE(StartPromptFixture, "a match that is only proposed asks nothing") {
  const Answer made = answered({"match", "Y-4F7KA", "M-7KQ2D"}, "");
  CHECK(made.status == 0);
  CHECK_FALSE(contains(made.err, "?"));
}

TEST_CASE_FIXTURE(StartPromptFixture,
                  "whether a young person agreed is asked for before anything is refused") {
  const Words told{"refer", "--name", "Kay Dunn", "--scheme", "rotherham", "--born", "2008-01-01"};
  const Answer referred = answered(told, "\n\n2026-04-01\n" + std::string(10, '\n'));
  CHECK(referred.status == 0);
  CHECK(contains(referred.err, "the day they agreed to be referred [none]: "));
  CHECK(contains(read("young-people/Y-10000.yaml").value(), "agreed_on: 2026-04-01\n"));
}

TEST_CASE_FIXTURE(StartPromptFixture, "where one scheme runs it is taken without a question") {
  const Answer added = answered({"add-mentor", "--name", "Lee Marsh", "--role", "elected-member"},
                                std::string(10, '\n'));
  CHECK(added.status == 0);
  CHECK_FALSE(contains(added.err, "the scheme they mentor in"));
  CHECK(contains(added.err, "  scheme            rotherham\n"));
  CHECK(contains(read("mentors/M-10000.yaml").value(), "scheme: rotherham\n"));
  CHECK(answered({"match", "--meeting"}, "").status == 0);
}

TEST_CASE_FIXTURE(TwoSchemesFixture, "where several schemes run a meeting asks for the one that holds it") {
  asks = true;
  typed = "Stockport\n";
  const Answer planned = run({"match", "--meeting"});
  CHECK(planned.status == 0);
  CHECK(contains(planned.err, "the one that holds it, not needed where only one runs: "));
  CHECK_FALSE(contains(planned.err, "the young person: "));
  asks = false;
  CHECK(contains(run({"match", "--meeting"}).err, "--scheme is missing, one of rotherham, stockport"));
}

}  // namespace cmd_start_prompt_test
