#include <doctest/doctest.h>

#include "support/command_fixture.h"
#include "support/refusals.h"

namespace cmd_concern_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::contains;
using mentor::test::PairFixture;

namespace {

struct ConcernFixture : PairFixture {
  void raise(const std::string& about) {
    done({"concern", "raise", "--about", about, "--id", "C-5T3JZ", "--on", "2026-03-20"});
  }
  [[nodiscard]] std::string concern() const { return read("concerns/C-5T3JZ.yaml").value(); }
};

}  // namespace

TEST_CASE_FIXTURE(ConcernFixture,
                  "a concern is a file of its own that says that there is one, not what it is") {
  const Answer raised = run(
      {"concern", "raise", "--about", "tia", "--on", "2026-03-20", "--raised-by", "Jo Field"});
  CHECK(raised.status == 0);
  CHECK(raised.out == "C-10000\n");
  CHECK(contains(raised.err, "note: it is to be passed on within a day: concern pass-on C-10000\n"));
  CHECK(read("concerns/C-10000.yaml") ==
        "id: C-10000\nabout: Y-4F7KA\nraised: 2026-03-20\nraised_by: Jo Field\n");
  CHECK(last_paths() == "concerns/C-10000.yaml");
  CHECK(last_message() == "raise concern C-10000\n\nMentorctl-Command: concern\nMentorctl-Record: C-10000\n");
}

TEST_CASE_FIXTURE(ConcernFixture, "a concern about a mentor holds their matches, and that is said") {
  const Answer raised = run({"concern", "raise", "--about", "okafor"});
  CHECK(contains(raised.err, "note: nothing new starts with M-7KQ2D until it is closed\n"));
  CHECK(contains(raised.err, "note: P-9X2MC still runs, pause it: pause P-9X2MC\n"));
  CHECK(read("concerns/C-10000.yaml") == "id: C-10000\nabout: M-7KQ2D\nraised: 2026-04-02\n");
}

TEST_CASE_FIXTURE(ConcernFixture, "a concern about staff names nobody") {
  CHECK_FALSE(contains(run({"concern", "raise", "--about", "staff"}).err, "nothing new starts"));
  CHECK(contains(read("concerns/C-10000.yaml").value(), "about: staff\n"));
}

TEST_CASE_FIXTURE(ConcernFixture, "a concern is passed on, and closed") {
  raise("tia");
  done({"concern", "pass-on", "C-5T3JZ", "--to", "Duty desk, MASH", "--on", "2026-03-21", "--reference",
        "MASH 4711"});
  CHECK(concern().ends_with(
      "raised: 2026-03-20\npassed_to: Duty desk, MASH\npassed_on: 2026-03-21\nreference: MASH 4711\n"));
  CHECK(last_message() ==
        "pass on concern C-5T3JZ\n\nMentorctl-Command: concern\nMentorctl-Record: C-5T3JZ\n");
  done({"concern", "close", "C-5T"});
  CHECK(concern().ends_with("reference: MASH 4711\nclosed: 2026-04-02\n"));
  CHECK(last_message() == "close concern C-5T3JZ\n\nMentorctl-Command: concern\nMentorctl-Record: C-5T3JZ\n");
}

TEST_CASE_FIXTURE(ConcernFixture, "a concern that is closed says what is still to do") {
  raise("okafor");
  done({"concern", "raise", "--about", "okafor", "--id", "C-6T3JZ"});
  done({"concern", "raise", "--about", "tia", "--id", "C-7T3JZ"});
  done({"pause", "P-9X2MC", "--from", "2026-03-21"});
  const Answer first = run({"concern", "close", "C-5T3JZ"});
  CHECK(contains(first.err, "note: it was never passed on, which is still found: concern pass-on C-5T3JZ\n"));
  CHECK(contains(first.err, "note: the concern C-6T3JZ about M-7KQ2D is still open\n"));
  CHECK_FALSE(contains(first.err, "resume"));
  done({"concern", "pass-on", "C-6T3JZ", "--to", "LADO"});
  const Answer last = run({"concern", "close", "C-6T3JZ"});
  CHECK_FALSE(contains(last.err, "never passed on"));
  CHECK(contains(last.err, "note: P-9X2MC is paused and can go on: resume P-9X2MC\n"));
}

TEST_CASE_FIXTURE(ConcernFixture, "a concern is passed on once and closed once") {
  raise("tia");
  done({"concern", "pass-on", "C-5T3JZ", "--to", "MASH", "--on", "2026-03-21"});
  done({"concern", "close", "C-5T3JZ", "--on", "2026-03-21"});
  check_refused(
      *this,
      {
          {{"concern", "pass-on", "C-5T3JZ", "--to", "MASH"},
           1,
           "the concern C-5T3JZ was passed on on 2026-03-21 already, correct it with 'mentorctl amend'"},
          {{"concern", "close", "C-5T3JZ"}, 1, "the concern C-5T3JZ was closed on 2026-03-21 already"},
      });
}

TEST_CASE_FIXTURE(ConcernFixture, "each action takes its own options alone") {
  raise("tia");
  check_refused(
      *this,
      {
          {{"concern", "pass-on", "C-5T3JZ", "--to", "MASH", "--about", "tia"},
           2,
           "--about belongs to 'concern raise', not to 'concern pass-on'"},
          {{"concern", "close", "C-5T3JZ", "--to", "MASH"},
           2,
           "--to belongs to 'concern pass-on', not to 'concern close'"},
          {{"concern", "close", "C-5T3JZ", "--reference", "4711"},
           2,
           "--reference belongs to 'concern pass-on'"},
          {{"concern", "close", "C-5T3JZ", "--raised-by", "Jo"}, 2, "--raised-by belongs to 'concern raise'"},
          {{"concern", "close", "C-5T3JZ", "--id", "C-6T3JZ"}, 2, "--id belongs to 'concern raise'"},
          {{"concern", "raise", "C-5T3JZ", "--about", "tia"}, 2, "'C-5T3JZ' is too many for 'concern raise'"},
      });
}

TEST_CASE_FIXTURE(ConcernFixture, "a concern with a value that is none is refused") {
  raise("tia");
  check_refused(
      *this,
      {
          {{"concern"}, 2, "ACTION is missing"},
          {{"concern", "rise"}, 2, "ACTION: 'rise' is not known, did you mean 'raise'"},
          {{"concern", "raise"}, 2, "--about is missing"},
          {{"concern", "raise", "--about", "nobody"}, 2, "there is no person 'nobody'"},
          {{"concern", "raise", "--about", "nobody", "--on", "2026-04-03"}, 2, "is still to come"},
          {{"concern", "raise", "--about", "tia", "--id", "C-5T3JZ"}, 2, "--id: 'C-5T3JZ' is taken"},
          {{"concern", "pass-on", "C-5T3JZ"}, 2, "--to is missing"},
          {{"concern", "pass-on", "--to", "MASH"}, 2, "CONCERN is missing"},
          {{"concern", "pass-on", "C-5T3JZ", "--to", "MASH", "--on", "2026-03-19"},
           2,
           "--on: 2026-03-19 is before it was raised on 2026-03-20"},
          {{"concern", "close", "C-5T3JZ", "--on", "2026-03-19"}, 2, "is before it was raised on 2026-03-20"},
          {{"concern", "close", "P-9X2MC"}, 2, "'P-9X2MC' names a match, and a concern is wanted"},
          {{"concern", "close", "tia"}, 2, "there is no concern 'tia'"},
      });
  done({"concern", "pass-on", "C-5T3JZ", "--to", "MASH", "--on", "2026-03-20"});
  CHECK(run({"concern", "close", "C-5T3JZ", "--on", "2026-03-20"}).status == 0);
}

TEST_CASE_FIXTURE(ConcernFixture, "a concern is not closed before it was passed on") {
  raise("tia");
  done({"concern", "pass-on", "C-5T3JZ", "--to", "MASH", "--on", "2026-03-25"});
  check_refused(*this, {{{"concern", "close", "C-5T3JZ", "--on", "2026-03-24"},
                         2,
                         "--on: 2026-03-24 is before it was passed on on 2026-03-25"}});
}

TEST_CASE_FIXTURE(ConcernFixture, "a match does not come back while a concern about its mentor is open") {
  done({"end", "P-9X2MC", "--as", "drifted", "--by", "both", "--reason", "Work", "--on", "2026-03-25"});
  done({"concern", "raise", "--about", "okafor"});
  const Answer refused = json_of({"reopen", "P-9X2MC"});
  CHECK(refused.status == 1);
  CHECK(refused.data().dump().find("safeguarding.held") != std::string::npos);
}

}  // namespace cmd_concern_test
