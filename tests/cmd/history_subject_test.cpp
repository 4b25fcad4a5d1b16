#include <doctest/doctest.h>

#include <algorithm>

#include "support/history_fixture.h"

namespace cmd_history_subject_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::HistoryFixture;
using mentor::test::Words;

TEST_CASE_FIXTURE(HistoryFixture, "a record that was taken away still has its history") {
  git({"rm", "--quiet", "matches/P-9X2MC.yaml"});
  git({"commit", "--quiet", "-m", "gone"});
  const Words all = told({"p-9x2mc"});
  CHECK(all.back() == "- P-9X2MC started 2026-02-01>-");
  CHECK(std::ranges::count(all, "- P-9X2MC mentor M-7KQ2D>-") == 1);
}

TEST_CASE_FIXTURE(HistoryFixture, "what never was is refused with what may be meant") {
  const Answer answer = run({"history", "M-7KQ2F"});
  CHECK(answer.status == 2);
  CHECK(answer.err == "mentorctl: there is no 'M-7KQ2F' and never was, did you mean 'M-7KQ2D'\n");
  CHECK(run({"history", "P-9X2MC/S-00000"}).status == 2);
  CHECK(run({"history", "nobody"}).status == 2);
  CHECK(run({"history", "--from", "yesterday"}).status == 2);
  CHECK(run({"history", "--format", "html"}).status == 2);
}

TEST_CASE_FIXTURE(HistoryFixture, "an entry needs no record before it where one file alone has it") {
  const std::string session = done(
      {"log-session", "P-9X2MC", "--date", "2026-03-12", "--minutes", "60", "--kind", "call"});
  const std::string entry = session.substr(session.find('/') + 1);
  const std::string talk = done({"check-in", "Y-4F7KA", "--with", "young-person", "--date", "2026-01-20"});
  CHECK(told({entry}) == told({session}));
  CHECK(told({"s" + entry.substr(1)}).size() == 3);
  CHECK(told({talk.substr(talk.find('/') + 1)}) == told({talk}));
  CHECK(told({"V-00009"}) == told({"M-7KQ2D/V-00009"}));
  const Answer two = run({"history", "V-00001"});
  CHECK(two.status == 2);
  CHECK(two.err == "mentorctl: 'V-00001' can mean M-7KQ2D/V-00001, P-9X2MC/V-00001: say which\n");
  done({"amend", session, "--remove"});
  const Answer struck = run({"history", entry});
  CHECK(struck.status == 2);
  CHECK(contains(struck.err, "there is no entry '" + entry + "' now, one that was struck is named with its " +
                                 "record: P-9X2MC/" + entry + ", say\n"));
  CHECK(told({session}).size() == 6);
}

TEST_CASE_FIXTURE(HistoryFixture, "somebody who was taken away is found by the name that they had") {
  add_ready_mentor("M-00002", "Lee Marsh");
  add_ready_mentor("M-00003", "Zoë Marsh");
  const auto take_away = [&](const std::string& id) {
    git({"rm", "--quiet", "mentors/" + id + ".yaml"});
    git({"commit", "--quiet", "-m", "gone"});
  };
  take_away("M-00002");
  CHECK(told({"lee"}) == told({"M-00002"}));
  CHECK(told({"marsh"}) == told({"M-00003"}));
  take_away("M-00003");
  CHECK(told({"ZOE"}) == told({"M-00003"}));
  const Answer two = run({"history", "marsh"});
  CHECK(two.status == 2);
  CHECK(two.err == "mentorctl: 'marsh' can mean M-00002, M-00003: say which\n");
  CHECK(told({"--known-at", "HEAD~1", "marsh"}).back() != told({"M-00003"}).back());
  git({"revert", "--no-edit", "HEAD"});
  CHECK(told({"marsh"}) == told({"M-00003"}));
  CHECK(run({"history", "e"}).status == 2);
  CHECK(contains(run({"history", "nobody"}).err, "there is no record 'nobody'"));
}

TEST_CASE_FIXTURE(HistoryFixture, "a folder has a history, and so has one in which nothing is yet") {
  done({"amend", "M-7KQ2D", "area=Wath"});
  CHECK(last({"mentors/"}) == Words{"amend M-7KQ2D area Rotherham>Wath"});
  CHECK(told({"mentors"}) == told({"mentors/"}));
  CHECK(told({"schemes/rotherham/"}) == told({"rotherham"}));
  const Answer none = run({"history", "concerns/"});
  CHECK(none.status == 0);
  CHECK(none.err == "nothing was changed in that time\n");
}

TEST_CASE_FIXTURE(HistoryFixture,
                  "the settings, a policy by its scheme and by its path, and everything have a history") {
  by_hand("schemes/rotherham/2026-01-01.yaml", "minutes: 90", "minutes: 60");
  by_hand("mentorctl.yaml", "schemes:", "contacts: [Jo]\nschemes:");
  const std::string policy = "- schemes/rotherham/2026-01-01.yaml rules.commitment.time.minutes 90>60";
  const std::string settings = "- mentorctl.yaml contacts ->Jo";
  CHECK(last({"rotherham"}) == Words{policy});
  CHECK(last({"Rotherham"}) == Words{policy});
  CHECK(last({"schemes/rotherham/2026-01-01.yaml"}) == Words{policy});
  CHECK(last({"mentorctl.yaml"}) == Words{settings});
  CHECK(last({}, 2) == Words{policy, settings});
}

TEST_CASE_FIXTURE(HistoryFixture, "a name that was typed is not the one that may have been meant") {
  write(".git/info/exclude", "M-00009.yaml\n");
  write("mentors/M-00009.yaml", "id: M-00009\nname: Lee\nscheme: rotherham\nrole: elected-member\n");
  const Answer answer = run({"history", "mentors/M-00009.yaml"});
  CHECK(answer.status == 2);
  CHECK_FALSE(contains(answer.err, "did you mean 'M-00009'"));
  const Answer by_id = run({"history", "M-00009"});
  CHECK(by_id.status == 2);
  CHECK_FALSE(contains(by_id.err, "did you mean"));
}

TEST_CASE_FIXTURE(HistoryFixture, "a path that leads out of the data directory is no record") {
  for (const std::string path : {"schemes/../../../etc", "schemes//x", "schemes/./x"}) {
    CAPTURE(path);
    CHECK(run({"history", path}).status == 2);
  }
}

}  // namespace cmd_history_subject_test
