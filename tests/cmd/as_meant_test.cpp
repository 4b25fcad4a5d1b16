#include "cmd/as_meant.h"

#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_as_meant_test {

using mentor::Kind;
using mentor::cmd::as_meant;
using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::PairFixture;
using mentor::test::Words;

TEST_CASE("an answer is taken for the word that it is but for capitals, blanks and dashes") {
  const Words kinds{"one-to-one", "first-meeting"};
  for (const char* typed :
       {"First meeting", "first-meeting", "FIRST MEETING", "first_meeting", "First–meeting"}) {
    CAPTURE(typed);
    CHECK(as_meant(typed, Kind::text, kinds) == "first-meeting");
  }
  CHECK(as_meant("first meal", Kind::text, kinds) == "first meal");
  CHECK(as_meant("Y", Kind::truth, {"yes", "no"}) == "yes");
  CHECK(as_meant("No", Kind::truth, {"yes", "no"}) == "no");
  CHECK(as_meant("f", Kind::text, kinds) == "f");
}

TEST_CASE("an amount may have its sign and ages their words") {
  CHECK(as_meant("£30", Kind::money, {}) == "30");
  CHECK(as_meant("£ 30.00", Kind::money, {}) == "30.00");
  CHECK(as_meant("30 pounds", Kind::money, {}) == "30 pounds");
  CHECK(as_meant("16 to 18", Kind::ages, {}) == "16-18");
  CHECK(as_meant("16 – 18", Kind::ages, {}) == "16-18");
  CHECK(as_meant("17", Kind::ages, {}) == "17");
  CHECK(as_meant("£5 each", Kind::text, {}) == "£5 each");
}

namespace {

struct MeantFixture : PairFixture {
  Answer answered(const Words& words, const std::string& lines) {
    asks = true;
    typed = lines;
    return run(words);
  }
};

}  // namespace

TEST_CASE_FIXTURE(MeantFixture, "the record holds the word and the amount as records write them") {
  CHECK(answered({"log-session", "tia"}, "\n\n60\nFirst meeting\nTea\n£30\n\n\nyes\n").status == 0);
  CHECK(*read("sessions/P-9X2MC.yaml") ==
        "- {id: S-10000, date: 2026-04-02, minutes: 60, kind: first-meeting, activity: Tea, cost: 30.00}\n");
  CHECK(answered({"goal", "tia"}, "Money\nSave a little\n\n\nyes\n").status == 0);
  CHECK(contains(*read("matches/P-9X2MC.yaml"), "area: money, text: Save a little"));
}

TEST_CASE_FIXTURE(MeantFixture, "a question mark says what endings, leavings and steps mean") {
  const Answer ended = answered({"end", "tia"}, "\n?\n");
  CHECK(contains(ended.err, "  drifted: they met less and less, and nobody ended it\n"));
  CHECK(contains(ended.err, "  self-managed: "));
  CHECK(contains(answered({"close", "tia"}, "?\n").err, "  not-accepted: the scheme did not take them on\n"));
  CHECK(contains(answered({"vet", "okafor"}, "?\n").err, "  considered: what it asks of them"));
}

TEST_CASE_FIXTURE(MeantFixture, "a question mark at a concern tells which ones are open, and about whom") {
  commit_file("concerns/C-5T3JZ.yaml", "id: C-5T3JZ\nabout: M-7KQ2D\nraised: 2026-03-30\n");
  commit_file("concerns/C-6T3JZ.yaml", "id: C-6T3JZ\nabout: staff\nraised: 2026-03-30\nclosed: 2026-03-31\n");
  const Answer closed = answered({"concern", "close"}, "?\nC-5T3\n\nyes\n");
  CHECK(contains(closed.err, "  C-5T3JZ, about Ros Okafor-Vale (M-7KQ2D), raised on 30 March 2026\n"));
  CHECK_FALSE(contains(closed.err, "C-6T3JZ"));
  CHECK(closed.status == 0);
  CHECK(contains(*read("concerns/C-5T3JZ.yaml"), "closed: 2026-04-02\n"));
}

}  // namespace cmd_as_meant_test
