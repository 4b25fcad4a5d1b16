#include <doctest/doctest.h>

#include "support/command_fixture.h"
#include "support/refusals.h"

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::contains;
using mentor::test::PairFixture;
using mentor::test::with;
using mentor::test::Words;

TEST_CASE_FIXTURE(PairFixture, "an event is one file with its attendance") {
  const Answer logged = run({"log-event", "group-supervision", "--date", "2026-03-20", "--invited", "M-7KQ2D",
                             "--invited", "tia", "--attended", "okafor", "--note", "Snow"});
  CHECK(logged.status == 0);
  CHECK(logged.out == "E-10000\n");
  CHECK(read("events/E-10000.yaml") ==
        "id: E-10000\nkind: group-supervision\ndate: 2026-03-20\nscheme: rotherham\ninvited: [M-7KQ2D, "
        "Y-4F7KA]\n"
        "attended: [M-7KQ2D]\nnote: Snow\n");
  CHECK(last_paths() == "events/E-10000.yaml");
  CHECK(last_message() ==
        "log group-supervision E-10000\n\nMentorctl-Command: log-event\nMentorctl-Record: E-10000\n");
}

TEST_CASE_FIXTURE(PairFixture, "who came was invited and nobody stands there twice") {
  done({"log-event", "mentor-meetup", "--attended", "M-7KQ2D", "--attended", "ros"});
  CHECK(contains(read("events/E-10000.yaml").value(), "invited: [M-7KQ2D]\nattended: [M-7KQ2D]\n"));
  CHECK(contains(read("events/E-10000.yaml").value(), "date: 2026-04-02\n"));
}

TEST_CASE_FIXTURE(PairFixture, "an offer of group supervision holds for three months") {
  clock = "2026-05-01";  // three months after the start
  CHECK_FALSE(contains(json_of({"check"}).out, "support.supervision"));
  clock = "2026-05-02";
  CHECK(contains(json_of({"check"}).out, "support.supervision"));
  done({"log-event", "group-supervision", "--date", "2026-04-20", "--invited", "M-7KQ2D"});
  CHECK_FALSE(contains(json_of({"check"}).out, "support.supervision"));
  clock = "2026-07-21";
  CHECK(contains(json_of({"check"}).out, "support.supervision"));
}

TEST_CASE_FIXTURE(PairFixture, "an event with a value that is none is refused") {
  struct Row {
    Words words;
    std::string says;
  };
  const std::vector<Row> rows{
      {{}, "KIND is missing"},
      {{"group-supervison"},
       "KIND: 'group-supervison' is no word of the scheme 'rotherham', did you mean 'group-supervision'"},
      {{"training", "--date", "2026-04-03"}, "--date: 2026-04-03 is still to come"},
      {{"training", "--date", "2026-04-03", "--invited", "nobody"}, "--date: 2026-04-03 is still to come"},
      {{"training", "--invited", "nobody"}, "there is no person 'nobody'"},
      {{"training", "--attended", "P-9X2MC"}, "'P-9X2MC' names a match, and a person is wanted"},
      {{"training", "--scheme", "manchestr"}, "--scheme: 'manchestr' does not run here"},
      {{"training", "--id", "S-12345"}, "--id: 'S-12345' is not an identifier"},
  };
  const std::string before = everything();
  for (const auto& [words, says] : rows) {
    CAPTURE(says);
    const Answer refused = run(with({"log-event"}, words));
    CHECK(refused.status == 2);
    CHECK(contains(refused.err, says));
  }
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(PairFixture, "whom somebody would like to see again is a line of the event") {
  done({"log-event", "rapid-meeting", "--attended", "tia", "--attended", "okafor", "--see-again",
        "tia:okafor", "--see-again", "M-7KQ2D:Y-4F7KA", "--see-again", "Y-4F7KA:M-7KQ2D"});
  CHECK(contains(read("events/E-30000.yaml").value(),
                 "attended: [Y-4F7KA, M-7KQ2D]\nsee_again:\n  - {id: V-10000, by: Y-4F7KA, whom: M-7KQ2D}\n"
                 "  - {id: V-20000, by: M-7KQ2D, whom: Y-4F7KA}\n"));
}

TEST_CASE_FIXTURE(PairFixture, "only who came can be seen again, or see somebody again") {
  const Words event{"log-event", "rapid-meeting", "--invited", "okafor", "--attended", "tia"};
  check_refused(*this,
                {
                    {with(event, {"--see-again", "tia:okafor"}), 2,
                     "--see-again: M-7KQ2D did not come, add --attended M-7KQ2D"},
                    {with(event, {"--see-again", "okafor:tia"}), 2, "--see-again: M-7KQ2D did not come"},
                    {with(event, {"--see-again", "tia:tia"}), 2, "--see-again: Y-4F7KA stands there twice"},
                    {with(event, {"--see-again", "tia"}), 2, "--see-again: 'tia' is not WHO:WHOM"},
                    {with(event, {"--see-again", "tia:nobody"}), 2, "there is no person 'nobody'"},
                });
}
