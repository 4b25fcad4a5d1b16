#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_match_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::TwoPeopleFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

const Words proposal{"match", "Y-4F7KA", "M-7KQ2D"};
const Words terms{"--agreed",   "young-person", "--contacts-given",  "--first-meeting",
                  "2026-04-09", "--activity",   "Bowling, then tea", "--brokered-by",
                  "Jo Field",   "--focus",      "A first job"};

struct MatchFixture : TwoPeopleFixture {
  json shown(const std::string& id) { return json_of({"show", id}).data().at("record"); }
  std::string state(const std::string& id) { return shown(id).at("state"); }
};

}  // namespace

TEST_CASE_FIXTURE(MatchFixture, "a match is proposed before anybody agreed") {
  const Answer proposed = run(with(proposal, {"--considered-by", "Jo Field"}));
  CHECK(proposed.status == 0);
  CHECK(proposed.out == "P-10000\n");
  CHECK(read("matches/P-10000.yaml") ==
        "id: P-10000\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2026-04-02\n"
        "considered_by: Jo Field\n");
  CHECK(last_paths() == "matches/P-10000.yaml");
  CHECK(last_message() ==
        "propose to match Y-4F7KA with M-7KQ2D as P-10000\n\nMentorctl-Command: match\nMentorctl-Record: "
        "P-10000\n");
  CHECK(state("P-10000") == "proposed");
  CHECK(state("Y-4F7KA") == "proposed");
  CHECK(state("M-7KQ2D") == "ready");
}

TEST_CASE_FIXTURE(MatchFixture, "a match is proposed, agreed and started in one step and one commit") {
  const int before = commits();
  const std::string id = done(with(with(proposal, terms), {"--agreed", "mentor", "--start", "2026-04-02"}));
  CHECK(commits() == before + 1);
  const json match = shown(id);
  CHECK(match.at("state") == "active");
  CHECK(match.at("started") == "2026-04-02");
  CHECK(match.at("contacts_given") == true);
  CHECK(match.at("first_meeting") ==
        json{{"date", "2026-04-09"}, {"activity", "Bowling, then tea"}, {"brokered_by", "Jo Field"}});
  CHECK(match.at("decisions").size() == 2);
  CHECK(match.at("decisions")[0].at("by") == "young-person");
  CHECK(match.at("decisions")[1].at("by") == "mentor");
  CHECK(state("Y-4F7KA") == "matched");
  CHECK(state("M-7KQ2D") == "matched");
}

TEST_CASE_FIXTURE(MatchFixture, "a match that starts later is proposed until that day") {
  const std::string id = done(with(with(proposal, terms), {"--start", "2026-04-09"}));
  CHECK(state(id) == "proposed");
  clock = "2026-04-08";
  CHECK(state(id) == "proposed");
  clock = "2026-04-09";
  CHECK(state(id) == "active");
}

TEST_CASE_FIXTURE(MatchFixture, "what is said of a match that began earlier takes the day it began") {
  const std::string id = done(with(with(proposal, terms), {"--start", "2026-02-01"}));
  CHECK(shown(id).at("decisions")[0].at("on") == "2026-02-01");
  CHECK(shown(id).at("proposed") == "2026-02-01");
}

TEST_CASE_FIXTURE(MatchFixture, "a start is refused for all that is missing at once and writes nothing") {
  const std::string before = everything();
  const Answer refused = json_of(with(proposal, {"--start", "2026-04-02"}));
  CHECK(refused.status == 1);
  CHECK(refused.rules() == Words{"match.decision", "match.contacts"});
  CHECK(refused.data().at("findings")[0].at("severity") == "must");
  CHECK(refused.data().at("findings")[1].at("severity") == "should");
  CHECK(contains(refused.err, "refused, nothing was written: 2 rules say no\n"));
  CHECK(contains(refused.err, "a rule that says must has no override\n"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(MatchFixture, "a mentor takes as many as they offer") {
  done(with(with(proposal, terms), {"--start", "2026-04-02"}));
  add_young_person("Y-5F7KA", "Kay Dunn", "2006-05-20");
  Words second = with(terms, {"--start", "2026-04-02"});
  second.insert(second.begin(), {"match", "Y-5F7KA", "M-7KQ2D"});
  const Answer refused = json_of(second);
  CHECK(refused.status == 1);
  CHECK(refused.rules() == Words{"match.capacity"});
  CHECK(refused.data().at("findings")[0].at("measured") == 2);
  CHECK(refused.data().at("findings")[0].at("required") == 1);
}

TEST_CASE_FIXTURE(MatchFixture, "an enhanced check is asked for until the 18th birthday") {
  add_young_person("Y-5F7KA", "Kay Dunn", "2008-04-09");  // 18 on 9 April 2026
  Words before{"match", "Y-5F7KA", "M-7KQ2D", "--start", "2026-04-08"};
  const Answer refused = json_of(with(before, terms));
  CHECK(refused.status == 1);
  CHECK(refused.rules() == Words{"readiness.dbs"});
  before.back() = "2026-04-09";
  CHECK(run(with(before, terms)).status == 0);
}

TEST_CASE_FIXTURE(PairFixture, "somebody in a match is in no second one") {
  add_ready_mentor("M-8KQ2D", "Lee Marsh");
  const Answer refused = run({"match", "Y-4F7KA", "M-8KQ2D"});
  CHECK(refused.status == 1);
  CHECK(refused.err ==
        "mentorctl: Y-4F7KA is in the match P-9X2MC, which is active: end or decline it first\n");
}

TEST_CASE_FIXTURE(MatchFixture, "somebody who left is in no new match") {
  CHECK(run({"close", "M-7KQ2D", "--as", "withdrew"}).status == 0);
  const Answer refused = run(proposal);
  CHECK(refused.status == 1);
  CHECK(refused.err == "mentorctl: M-7KQ2D has left the scheme, reopen them first\n");
}

TEST_CASE_FIXTURE(MatchFixture, "a match wants a young person and a mentor in this order") {
  CHECK(contains(run({"match", "M-7KQ2D", "Y-4F7KA"}).err,
                 "'M-7KQ2D' names a mentor, and a young person is wanted"));
  CHECK(run({"match", "M-7KQ2D", "Y-4F7KA"}).status == 2);
  CHECK(run({"match"}).status == 2);
  CHECK(contains(run(with(proposal, {"--agreed", "mentr"})).err,
                 "--agreed: 'mentr' is not known, did you mean 'mentor'"));
  CHECK(run(with(proposal, {"--id", "M-12345"})).status == 2);
  CHECK(commits() == 3);
}

TEST_CASE_FIXTURE(MatchFixture, "each of the two decides and the young person's no is the last word") {
  const std::string id = done(proposal);
  CHECK(run({"decide", id, "--by", "mentor", "--yes"}).status == 0);
  CHECK(state(id) == "proposed");
  CHECK(run({"decide", id, "--by", "young-person", "--no", "--why", "I want to wait"}).status == 0);
  CHECK(last_message() == "record the no of the young person to " + id +
                              "\n\nMentorctl-Command: decide\nMentorctl-Record: " + id + "\n");
  CHECK(state(id) == "declined");
  CHECK(state("Y-4F7KA") == "waiting");
  const Answer refused = run({"start", id});
  CHECK(refused.status == 1);
  CHECK(refused.err == "mentorctl: the match " + id + " is declined, only a proposed match can start\n");
}

TEST_CASE_FIXTURE(MatchFixture, "a start that was agreed for later does not come after a no") {
  const std::string id = done(
      with(proposal, {"--agreed", "young-person", "--start", "2026-05-01", "--contacts-given"}));
  CHECK(shown(id).at("started") == "2026-05-01");
  done({"decide", id, "--by", "young-person", "--no"});
  CHECK_FALSE(shown(id).contains("started"));
  clock = "2026-05-01";
  CHECK(state(id) == "declined");
  CHECK(state("Y-4F7KA") == "waiting");
}

TEST_CASE_FIXTURE(MatchFixture, "somebody who said no may say yes after all") {
  const std::string id = done(proposal);
  done({"decide", id, "--by", "young-person", "--no"});
  done({"decide", id, "--by", "young-person", "--yes"});
  CHECK(state(id) == "proposed");
  CHECK(run({"start", id, "--contacts-given"}).status == 0);
}

TEST_CASE_FIXTURE(MatchFixture, "a decision says whose it is and which") {
  const std::string id = done(proposal);
  const std::string before = everything();
  for (const Words& words : std::vector<Words>{{"--by", "mentor"},
                                               {"--by", "mentor", "--yes", "--no"},
                                               {"--yes"},
                                               {"--by", "team", "--yes"},
                                               {"--by", "mentor", "--yes", "--on", "2026-04-03"}}) {
    CAPTURE(words.back());
    CHECK(run(with({"decide", id}, words)).status == 2);
  }
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(PairFixture, "a decision comes before the start") {
  const Answer refused = run({"decide", "P-9X2MC", "--by", "young-person", "--no"});
  CHECK(refused.status == 1);
  CHECK(refused.err ==
        "mentorctl: the match P-9X2MC is active, a decision comes before the start; to stop, end it\n");
}

TEST_CASE_FIXTURE(MatchFixture, "a match that was agreed starts today unless it has a day") {
  const std::string id = done(proposal);
  done({"decide", id, "--by", "young-person", "--yes"});
  CHECK(contains(run({"start", id}).err, "match.contacts"));
  CHECK(run({"start", id, "--contacts-given"}).status == 0);
  CHECK(shown(id).at("started") == "2026-04-02");
  CHECK(last_message() ==
        "start " + id + " on 2026-04-02\n\nMentorctl-Command: start\nMentorctl-Record: " + id + "\n");
  const Answer again = run({"start", id});
  CHECK(again.status == 1);
  CHECK(again.err == "mentorctl: the match " + id + " is active, only a proposed match can start\n");
}

TEST_CASE_FIXTURE(MatchFixture, "what is told at the start adds to what was told before") {
  const std::string id = done(with(proposal, {"--activity", "Tea", "--focus", "Sleep", "--contacts-given"}));
  done({"start", id, "--agreed", "young-person", "--first-meeting", "2026-04-04", "--focus", "A first job"});
  CHECK(shown(id).at("first_meeting") == json{{"date", "2026-04-04"}, {"activity", "Tea"}});
  CHECK(shown(id).at("focus") == "A first job");
  CHECK(shown(id).at("contacts_given") == true);
}

TEST_CASE_FIXTURE(
    MatchFixture,
    "a match that was declined comes back only while the young person is free and both are there") {
  const std::string declined = done(proposal);
  done({"decide", declined, "--by", "mentor", "--no"});
  add_ready_mentor("M-8KQ2D", "Sal Marsh");
  const std::string other = done({"match", "Y-4F7KA", "M-8KQ2D"});
  const Words yes{"decide", declined, "--by", "mentor", "--yes"};
  CHECK(run(yes).status == 1);
  CHECK(contains(run(yes).err, "Y-4F7KA is in the match " + other + ", which is proposed"));
  done({"decide", other, "--by", "young-person", "--no"});
  done({"close", "M-7KQ2D", "--as", "withdrew"});
  CHECK(contains(run(yes).err, "M-7KQ2D has left the scheme, reopen them first"));
  CHECK(run(yes).status == 1);
  done({"reopen", "M-7KQ2D"});
  CHECK(run(yes).status == 0);
  CHECK(state(declined) == "proposed");
}

}  // namespace cmd_match_test
