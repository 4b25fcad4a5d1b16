#include <doctest/doctest.h>

#include "support/command_fixture.h"
#include "support/refusals.h"

namespace cmd_survey_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::TwoPeopleFixture;

TEST_CASE_FIXTURE(TwoPeopleFixture, "what a young person answered is a line for each matter") {
  const Answer answered = run({"survey", "tia", "--on", "2026-03-30", "--trust", "yes", "--listens", "no",
                               "--eet", "neet", "--barrier", "illness", "--barrier", "custody"});
  CHECK(answered.status == 0);
  CHECK(answered.out == "Y-4F7KA\n");
  CHECK(read("young-people/Y-4F7KA.yaml")
            .value()
            .ends_with("eet:\n  - {id: V-20000, on: 2026-03-30, status: neet, barriers: [illness, custody]}\n"
                       "surveys:\n  - {id: V-10000, on: 2026-03-30, trust: yes, listens: no}\n"));
  CHECK(last_paths() == "young-people/Y-4F7KA.yaml");
  CHECK(last_message() ==
        "record answers of Y-4F7KA\n\nMentorctl-Command: survey\nMentorctl-Record: Y-4F7KA\n");
}

TEST_CASE_FIXTURE(TwoPeopleFixture, "what was not answered is not recorded") {
  done({"survey", "tia", "--eet", "training"});
  CHECK(read("young-people/Y-4F7KA.yaml")
            .value()
            .ends_with("eet:\n  - {id: V-10000, on: 2026-04-02, status: training}\n"));
  done({"survey", "tia", "--listens", "yes"});
  CHECK(read("young-people/Y-4F7KA.yaml")
            .value()
            .ends_with("status: training}\nsurveys:\n  - {id: V-20000, on: 2026-04-02, listens: yes}\n"));
}

TEST_CASE_FIXTURE(TwoPeopleFixture, "an answer that is none is refused") {
  check_refused(*this,
                {
                    {{"survey"}, 2, "YP, --eet (or --trust or --listens) are missing"},
                    {{"survey", "tia"}, 2, "--eet (or --trust or --listens) is missing"},
                    {{"survey", "tia", "--trust", "yes", "--barrier", "illness"}, 2, "--barrier needs --eet"},
                    {{"survey", "tia", "--trust", "maybe"}, 2, "--trust: 'maybe' is not yes or no"},
                    {{"survey", "tia", "--eet", "net"}, 2, "--eet: 'net' is not known, did you mean 'neet'"},
                    {{"survey", "tia", "--eet", "neet", "--barrier", "ilness"},
                     2,
                     "--barrier: 'ilness' is no word of the scheme 'rotherham', did you mean 'illness'"},
                    {{"survey", "nobody", "--trust", "yes", "--on", "2026-04-03"},
                     2,
                     "--on: 2026-04-03 is still to come"},
                    {{"survey", "okafor", "--trust", "yes"}, 2, "there is no young person 'okafor'"},
                });
}

}  // namespace cmd_survey_test
