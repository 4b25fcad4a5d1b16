#include <doctest/doctest.h>

#include "support/command_fixture.h"
#include "support/refusals.h"
#include "support/two_schemes.h"

namespace cmd_log_event_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

/// Two mentors of that scheme without a step, Asha Bell (M-00001) and Lee Marsh (M-00002), and a young
/// person, Tia Quill (Y-00001).
struct TrainingFixture : CommandFixture {
  explicit TrainingFixture(const std::string& name = "rotherham", const std::string& role = "elected-member")
      : scheme(name) {
    if (name != "rotherham") {
      environment = {{"MENTORCTL_DATA", (outside() / name).string()}};
      run({"init", environment["MENTORCTL_DATA"], "--scheme", name});
    }
    for (const Words& who : {Words{"Asha Bell", "M-00001"}, Words{"Lee Marsh", "M-00002"}})
      done({"add-mentor", "--name", who[0], "--id", who[1], "--scheme", name, "--role", role});
    done({"refer", "--name", "Tia Quill", "--id", "Y-00001", "--scheme", name, "--born", "2006-05-20",
          "--agreed-on", "2026-04-01", "--care-experienced", "yes"});
  }
  /// The steps of a mentor: what, the topic, and the day.
  Words steps_of(const std::string& mentor) {
    Words steps;
    const json shown = json_of({"show", mentor}).data();
    for (const auto& each : shown.at("record").value("steps", json::array())) {
      const std::string topic = each.contains("topic") ? " on " + each.at("topic").get<std::string>() : "";
      steps.push_back(each.at("step").get<std::string>() + topic + ", " + each.at("on").get<std::string>());
    }
    return steps;
  }
  json event(const std::string& id) { return json_of({"show", id}).data().at("record"); }
  std::string scheme;
};

struct StockportFixture : TrainingFixture {
  StockportFixture() : TrainingFixture("stockport", "professional") {}
};

struct SouthTynesideFixture : TrainingFixture {
  SouthTynesideFixture() : TrainingFixture("south-tyneside", "sessional-worker") {}
};

}  // namespace

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

TEST_CASE_FIXTURE(TrainingFixture,
                  "an information session is a step of the mentors who came, and of nobody else") {
  const Answer logged = run({"log-event", "information-session", "--date", "2026-03-20", "--attended", "bell",
                             "--attended", "tia", "--invited", "marsh", "--id", "E-2N8WQ"});
  CHECK(logged.status == 0);
  CHECK(logged.out == "E-2N8WQ\n");
  CHECK(
      logged.err ==
      "done: log information-session E-2N8WQ\nnote: recorded for M-00001: information-session\n"
      "note: to amend the day or the topics of the event later, or to take somebody out, changes no step of "
      "theirs: amend those too\n");
  CHECK(steps_of("M-00001") == Words{"information-session, 2026-03-20"});
  CHECK(steps_of("M-00002") == Words{});
  CHECK(last_paths() == "events/E-2N8WQ.yaml\nmentors/M-00001.yaml");
  CHECK(last_message() ==
        "log information-session E-2N8WQ\n\nMentorctl-Command: log-event\nMentorctl-Record: E-2N8WQ\n"
        "Mentorctl-Record: M-00001\n");
  CHECK_FALSE(contains(read("young-people/Y-00001.yaml").value(), "step"));
}

TEST_CASE_FIXTURE(TrainingFixture, "a training is a step on each of its topics") {
  const Answer logged = run({"log-event", "training", "--date", "2026-03-20", "--attended", "bell",
                             "--attended", "marsh", "--topic", "boundaries", "--topic", "confidentiality",
                             "--topic", "boundaries", "--id", "E-2N8WQ"});
  CHECK(logged.status == 0);
  CHECK(
      contains(logged.err, "note: recorded for M-00001, M-00002: training on boundaries, confidentiality\n"));
  CHECK_FALSE(contains(logged.err, "all its topics"));
  CHECK(contains(read("events/E-2N8WQ.yaml").value(),
                 "scheme: rotherham\ntopics: [boundaries, confidentiality]\ninvited: "));
  const Words two{"training on boundaries, 2026-03-20", "training on confidentiality, 2026-03-20"};
  CHECK(steps_of("M-00001") == two);
  CHECK(steps_of("M-00002") == two);
}

TEST_CASE_FIXTURE(TrainingFixture,
                  "a full day of training covers all topics that the policy of its day asks for") {
  const Answer logged = run({"log-event", "training", "--attended", "bell", "--id", "E-2N8WQ"});
  CHECK(logged.status == 0);
  CHECK(contains(logged.err,
                 "note: the training counts for all its topics: safeguarding, boundaries, mentor-role, "
                 "relationship-building, confidentiality, problem-solving; "));
  CHECK(steps_of("M-00001") ==
        Words{"training on safeguarding, 2026-04-02", "training on boundaries, 2026-04-02",
              "training on mentor-role, 2026-04-02", "training on relationship-building, 2026-04-02",
              "training on confidentiality, 2026-04-02", "training on problem-solving, 2026-04-02"});
  CHECK(event("E-2N8WQ").at("topics").size() == 6);
  CHECK_FALSE(
      contains(run({"match", "Y-00001", "M-00001", "--start", "2026-04-02"}).err, "readiness.training"));
  CHECK(contains(run({"match", "Y-00001", "M-00002", "--start", "2026-04-02"}).err, "readiness.training"));

  std::string later = read("schemes/rotherham/2026-01-01.yaml").value();
  later = later.substr(0, later.find("\nexamples:") + 1);
  later.replace(later.find("in_force: 2026-01-01"), 20, "in_force: 2026-05-01");
  const auto topics = later.find("[safeguarding", later.find("readiness.training"));
  later.replace(topics, later.find(']', topics) - topics, "[confidentiality");
  commit_file("schemes/rotherham/2026-05-01.yaml", later);
  clock = "2026-05-02";
  done({"log-event", "training", "--attended", "marsh"});
  CHECK(steps_of("M-00002") == Words{"training on confidentiality, 2026-05-02"});
  clock = "2026-05-03";
  done({"log-event", "training", "--attended", "marsh", "--date", "2026-04-30"});
  CHECK(steps_of("M-00002").size() == 7);
}

TEST_CASE_FIXTURE(StockportFixture,
                  "where each topic has a session of its own a training says what it was on") {
  check_refused(*this, {{{"log-event", "training", "--attended", "bell"},
                         2,
                         "--topic is missing: say what the training was on, of session-1, session-2, "}});
  done({"log-event", "training", "--attended", "bell", "--topic", "session-3"});
  CHECK(steps_of("M-00001") == Words{"training on session-3, 2026-04-02"});
  // Nobody came, or no mentor: there is nothing that a topic would be for.
  done({"log-event", "training", "--invited", "marsh", "--attended", "tia"});
  CHECK(steps_of("M-00002") == Words{});
}

TEST_CASE_FIXTURE(SouthTynesideFixture,
                  "where there are no topics of training an event of that kind is no step") {
  const Answer logged = run({"log-event", "training", "--attended", "bell", "--id", "E-2N8WQ"});
  CHECK(logged.status == 0);
  CHECK(contains(logged.err,
                 "the scheme 'south-tyneside' has no topics of training, so nobody was given a step"));
  CHECK(steps_of("M-00001") == Words{});
  done({"log-event", "information-session", "--attended", "bell"});
  CHECK(steps_of("M-00001") == Words{"information-session, 2026-04-02"});
}

TEST_CASE_FIXTURE(TrainingFixture, "a step that a mentor has of that day and topic is not recorded twice") {
  done({"vet", "M-00001", "training", "--topic", "boundaries"});
  done({"vet", "M-00002", "training", "--topic", "boundaries", "--on", "2026-04-01"});
  const Answer logged = run({"log-event", "training", "--attended", "bell", "--attended", "marsh", "--topic",
                             "boundaries", "--topic", "safeguarding"});
  CHECK(contains(logged.err,
                 "note: recorded for M-00001: training on safeguarding\n"
                 "note: recorded for M-00002: training on boundaries, safeguarding\n"
                 "note: recorded before, and left as it was, for M-00001: training on boundaries\n"));
  CHECK(steps_of("M-00001") ==
        Words{"training on boundaries, 2026-04-02", "training on safeguarding, 2026-04-02"});
  CHECK(steps_of("M-00002").size() == 3);
  const std::string before = read("mentors/M-00001.yaml").value();
  done({"log-event", "training", "--attended", "bell", "--topic", "boundaries"});
  CHECK(read("mentors/M-00001.yaml") == before);
}

TEST_CASE_FIXTURE(TrainingFixture, "the topics of an event are words of the scheme, and of a training") {
  check_refused(*this,
                {
                    {{"log-event", "training", "--attended", "bell", "--topic", "boundarys"},
                     2,
                     "--topic: 'boundarys' is no word of the scheme 'rotherham', did you mean 'boundaries'"},
                    {{"log-event", "mentor-meetup", "--attended", "bell", "--topic", "boundaries"},
                     2,
                     "--topic: a training is on topics, and this is 'mentor-meetup'"},
                });
}

TEST_CASE_FIXTURE(TrainingFixture,
                  "a dry run of a training shows the event and the steps, and writes neither") {
  const std::string before = everything();
  const Answer shown = run(
      {"--dry-run", "log-event", "training", "--attended", "bell", "--topic", "boundaries"});
  CHECK(shown.status == 0);
  CHECK(contains(shown.out, "+topics: [boundaries]\n"));
  CHECK(contains(shown.out, "step: training, on: 2026-04-02, topic: boundaries}\n"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(TrainingFixture,
                  "a kind of event that is no training and no information session is no step") {
  done({"log-event", "group-supervision", "--attended", "bell"});
  CHECK(last_paths().find("mentors/") == std::string::npos);
}

TEST_CASE_FIXTURE(TrainingFixture, "a mentor who turns out to have come gets the step all the same") {
  done({"log-event", "information-session", "--attended", "bell", "--invited", "marsh", "--id", "E-2N8WQ"});
  const Answer amended = run({"amend", "E-2N8WQ", "attended+=M-00002", "attended+=Y-00001"});
  CHECK(amended.status == 0);
  CHECK(contains(amended.err, "note: recorded for M-00002: information-session\n"));
  CHECK_FALSE(contains(amended.err, "no topics"));
  CHECK(steps_of("M-00002") == Words{"information-session, 2026-04-02"});
  CHECK(steps_of("M-00001") == Words{"information-session, 2026-04-02"});
  CHECK(last_paths() == "events/E-2N8WQ.yaml\nmentors/M-00002.yaml");
  SUBCASE("who has the step already keeps it") {
    done({"vet", "M-00001", "training", "--topic", "boundaries", "--on", "2026-04-01"});
    done({"log-event", "training", "--topic", "boundaries", "--date", "2026-04-01", "--id", "E-3N8WQ"});
    const Answer known = run({"amend", "E-3N8WQ", "attended=M-00001"});
    CHECK(contains(known.err,
                   "note: recorded before, and left as it was, for M-00001: training on boundaries\n"));
    CHECK(steps_of("M-00001").size() == 2);
  }
  SUBCASE("a training without topics gives none, and says so") {
    done({"log-event", "training", "--id", "E-3N8WQ"});
    const Answer none = run({"amend", "E-3N8WQ", "attended+=M-00001"});
    CHECK(none.status == 0);
    CHECK(contains(none.err,
                   "note: the training says no topics, so nobody was given a step: record them with "
                   "'mentorctl vet M-00001 training --topic TOPIC'\n"));
    CHECK(run({"amend", "E-3N8WQ", "attended+=M-00002", "topics+=boundaries"}).status == 0);
    CHECK(steps_of("M-00002").back() == "training on boundaries, 2026-04-02");
  }
  SUBCASE("who did not come after all keeps the step, which is told") {
    CHECK(contains(run({"amend", "E-2N8WQ", "attended-=M-00001"}).err,
                   "note: the steps that M-00001 got from the event stay as they are: amend those too\n"));
    CHECK(steps_of("M-00001").size() == 1);
    CHECK(contains(run({"amend", "E-2N8WQ", "date=2026-04-01"}).err, "the steps that M-00002 got"));
    CHECK_FALSE(contains(run({"amend", "E-2N8WQ", "note=Snow"}).err, "the steps that"));
  }
  SUBCASE("somebody who is not there is no mentor") {
    check_refused(*this, {{{"amend", "E-2N8WQ", "attended+=M-00009"}, 2, "M-00009"}});
  }
}

TEST_CASE_FIXTURE(PairFixture, "an event like one that is there already is told") {
  done({"log-event", "mentor-meetup", "--id", "E-2N8WQ", "--invited", "ros"});
  const std::string says = "there is an event like this already, E-2N8WQ";
  CHECK(contains(run({"log-event", "mentor-meetup", "--invited", "ros"}).err, says));
  CHECK_FALSE(contains(run({"log-event", "mentee-meetup", "--invited", "ros"}).err, says));
  CHECK_FALSE(contains(run({"log-event", "mentor-meetup", "--date", "2026-04-01"}).err, says));
  const Words training{"log-event", "training", "--attended", "ros", "--topic"};
  done(with(training, {"boundaries", "--topic", "safeguarding"}));
  const std::string like = "there is an event like this already";
  CHECK_FALSE(contains(run(with(training, {"confidentiality"})).err, like));
  CHECK(contains(run(with(training, {"safeguarding"})).err, like));
}

TEST_CASE_FIXTURE(PairFixture, "somebody at an event who had left by its day is told") {
  add_young_person("Y-5F7KA", "Kay Dunn", "2006-05-20");
  done({"close", "Y-5F7KA", "--as", "withdrew", "--on", "2026-03-20"});
  CHECK(contains(run({"log-event", "mentee-meetup", "--attended", "dunn"}).err,
                 "note: Y-5F7KA had left the scheme by 2 April 2026: "));
  const Answer before = run({"log-event", "mentee-meetup", "--attended", "dunn", "--date", "2026-03-19"});
  CHECK(before.status == 0);
  CHECK_FALSE(contains(before.err, "had left"));
}

TEST_CASE_FIXTURE(mentor::test::TwoSchemesFixture, "an event is for people of its own scheme") {
  two_pairs();
  git({"add", "."});
  git({"commit", "--quiet", "-m", "by hand"});
  done({"log-event", "mentor-meetup", "--scheme", "stockport", "--id", "E-2N8WQ"});
  check_refused(*this, {{{"log-event", "mentor-meetup", "--scheme", "stockport", "--attended", "M-00001"},
                         2,
                         "M-00001 is in the scheme 'rotherham', not in 'stockport'"},
                        {{"amend", "E-2N8WQ", "attended+=M-00001"},
                         2,
                         "M-00001 is in the scheme 'rotherham', not in 'stockport'"},
                        {{"amend", "E-2N8WQ", "invited+=M-00001"},
                         2,
                         "M-00001 is in the scheme 'rotherham', not in 'stockport'"},
                        {{"log-event", "mentor-meetup", "--scheme", "stockport", "--invited", "M-00001"},
                         2,
                         "M-00001 is in the scheme 'rotherham', not in 'stockport'"},
                        {{"log-event", "mentor-meetup", "--attended", "M-00001"}, 2, "--scheme is missing"}});
}

}  // namespace cmd_log_event_test
