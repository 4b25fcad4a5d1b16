#include <doctest/doctest.h>

#include "support/two_schemes.h"

namespace cmd_proposals_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::rows_of;
using mentor::test::TwoSchemesFixture;
using mentor::test::Words;

namespace {

/// Tia Quillfeather (Y-00001) and Kay Dunn (Y-00002) wait in Rotherham for Ros Okafor-Vale (M-00001); in
/// Stockport Ben Moss (Y-00003) waits for Asha Bell (M-00003).
struct ProposalsFixture : TwoSchemesFixture {
  ProposalsFixture() {
    mentor("M-00001", "Ros Okafor-Vale", "rotherham", "prefers: {age: 13-14, gender: girl}\n");
    mentor("M-00003", "Asha Bell", "stockport");
    young_person("Y-00001", "Tia Quillfeather", "rotherham", "interests: [chess]\n");
    young_person("Y-00002", "Kay Dunn", "rotherham", "gender: boy\nnobody_else: yes\n");
    young_person("Y-00003", "Ben Moss", "stockport");
  }
};

}  // namespace

TEST_CASE_FIXTURE(ProposalsFixture, "match for all proposes, explains itself, and writes nothing") {
  git({"add", "--all"});
  git({"commit", "--quiet", "-m", "People"});
  const std::string before = everything();
  const json answer = json_of({"match", "--all"}).data();
  CHECK(rows_of(answer.at("proposals"), {"young_person", "mentor", "scheme"}) ==
        Words{"Y-00002 M-00001 rotherham", "Y-00003 M-00003 stockport"});
  const json& first = answer.at("proposals")[0];
  int points = 0;
  for (const auto& each : first.at("reasons")) points += each.at("points").get<int>();
  CHECK(first.at("score") == points);
  const json suggested = json_of({"suggest", "Y-00002"}).data().at("candidates")[0];
  CHECK(suggested.at("score") == first.at("score"));
  CHECK(suggested.at("reasons") == first.at("reasons"));
  CHECK(answer.at("unmatched")[0].at("young_person") == "Y-00001");
  CHECK(answer.at("unmatched")[0].at("because")[0] ==
        "could be matched with M-00001, who has no more room beside what is proposed");
  CHECK(answer.at("free").empty());
  CHECK(answer.at("not_ready").empty());
  CHECK(answer.at("not_waiting").empty());
  CHECK(json_of({"match", "--all"}).data() == answer);
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(ProposalsFixture, "what mentors wish for stands beside the proposals against who waits") {
  const json wishes = json_of({"match", "--all", "--scheme", "rotherham"}).data().at("wishes");
  CHECK(rows_of(wishes, {"scheme", "gender", "age", "mentors", "waiting"}) ==
        Words{"rotherham girl 13-14 1 0", "rotherham - 19 0 1", "rotherham boy 19 0 1"});
}

TEST_CASE_FIXTURE(ProposalsFixture, "match for all of one scheme looks at nobody else") {
  const json answer = json_of({"match", "--all", "--scheme", "stockport"}).data();
  CHECK(rows_of(answer.at("proposals"), {"young_person", "mentor"}) == Words{"Y-00003 M-00003"});
  CHECK(answer.at("unmatched").empty());
  const Answer unknown = run({"match", "--all", "--scheme", "stokport"});
  CHECK(unknown.status == 2);
  CHECK(contains(unknown.err, "did you mean 'stockport'"));
}

TEST_CASE_FIXTURE(ProposalsFixture,
                  "proposals for people say who goes with whom, for whom there is nobody, and why") {
  young_person("Y-00004", "Lou Hart", "stockport",
               "closed:\n  - {id: V-00001, on: 2026-02-01, as: withdrew}\n");
  mentor("M-00004", "Di Full", "stockport", "capacity: 0\n");
  mentor("M-00005", "Al Spare", "stockport", "capacity: 2\n");
  const Answer told = run({"match", "--all"});
  CHECK(told.status == 0);
  CHECK(told.out.starts_with("Proposals for 3 young people waiting, 2 April 2026\n\n"));
  CHECK(contains(told.out, "  Kay Dunn (Y-00002) with Ros Okafor-Vale (M-00001), 48\n"));
  CHECK(contains(told.out, "     +5  the young person has nobody else in their life\n"));
  CHECK(contains(told.out, "Nobody for\n\n      Tia Quillfeather (Y-00001)\n"));
  CHECK(contains(told.out, "Mentors with room left\n\n      Al Spare (M-00005), 48: 2 more\n"));
  CHECK(contains(told.out,
                 "Not now\n\n      Di Full (M-00004), 48: has no room: has none, and offers to have 0\n"));
  CHECK(contains(told.out, "What mentors wish for, and who is waiting\n"));
  CHECK(
      told.err ==
      "1 young person is not waiting: 1 closed\nthis proposes and decides nothing: the young people decide; "
      "'mentorctl match YOUNG_PERSON MENTOR' makes a proposal\n");
}

TEST_CASE_FIXTURE(ProposalsFixture, "a match for all is of nobody in particular, and writes no spreadsheet") {
  for (const Words& words :
       {Words{"match", "--all", "Y-00001"}, Words{"match", "--all", "--start", "2026-04-02"},
        Words{"match", "--all", "--considered-by", "Jo"}, Words{"match", "Y-00001", "--scheme", "rotherham"},
        Words{"match", "--all", "--format", "csv"}, Words{"match"}}) {
    CAPTURE(words.back());
    CHECK(run(words).status == 2);
  }
}

TEST_CASE_FIXTURE(ProposalsFixture,
                  "a suggestion says how many mentors of other schemes it does not look at") {
  CHECK(json_of({"suggest", "Y-00001"}).data().at("of_other_schemes") == 1);
  CHECK(contains(run({"suggest", "Y-00001"}).err, "1 mentor of other schemes not looked at\n"));
}

TEST_CASE_FIXTURE(mentor::test::CommandFixture,
                  "a mentor whom a concern holds is not free while nobody waits, and it is said why") {
  add_ready_mentor("M-00001", "Ros Okafor-Vale");
  const auto places = [&] {
    const json answer = json_of({"match", "--all"}).data();
    return std::pair(answer.at("free").size(), answer.at("not_ready").size());
  };
  CHECK(places() == std::pair<std::size_t, std::size_t>(1, 0));
  commit_file("concerns/C-5T3JZ.yaml",
              "id: C-5T3JZ\nabout: M-00001\nraised: 2026-04-01\npassed_on: 2026-04-01\n");
  CHECK(places() == std::pair<std::size_t, std::size_t>(0, 1));
  const json held = json_of({"match", "--all"}).data().at("not_ready")[0];
  CHECK(held.at("mentor") == "M-00001");
  CHECK(held.at("because") == json{"the concern C-5T3JZ about them is open"});
  const json pool = json_of({"report", "pool"}).data();
  CHECK(pool.at("ready").empty());
  CHECK(rows_of(pool.at("preparing"), {"mentor"}) == Words{"M-00001"});
  CHECK(pool.at("preparing")[0].at("lacks") == json{"the concern C-5T3JZ about them is open"});
}

}  // namespace cmd_proposals_test
