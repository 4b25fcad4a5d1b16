#include <doctest/doctest.h>

#include "support/command_fixture.h"
#include "support/refusals.h"

namespace cmd_show_words_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

/// Tia's match with something written wherever a command writes it.
class WordsFixture : public PairFixture {
 public:
  WordsFixture() {
    done({"vet", "M-7KQ2D", "pen-picture", "--text", "I walk"});
    done({"amend", "P-9X2MC/V-00001", "why=Yesword"});
    done({"log-session", "P-9X2MC", "--minutes", "60", "--kind", "one-to-one", "--date", "2026-02-10",
          "--activity", "Skating", "--note", "Sessionword"});
    done({"check-in", "P-9X2MC", "--with", "young-person", "--by", "Jo Marsh", "--note", "Checkword"});
    done({"check-in", "P-9X2MC", "--with", "mentor", "--note", "Mentorsword"});
    done({"goal", "P-9X2MC", "--area", "eet", "--text", "Goalword"});
    done({"reflect", "P-9X2MC", "--by", "young-person", "--text", "Tiasword"});
    done({"reflect", "P-9X2MC", "--by", "mentor", "--text", "Rosword"});
    done({"survey", "Y-4F7KA", "--trust", "yes"});
    done({"log-event", "mentee-meetup", "--attended", "Y-4F7KA", "--note", "Eventword"});
    done({"pause", "P-9X2MC", "--from", "2026-03-01", "--to", "2026-03-10", "--why", "Pauseword"});
    done({"waive", "commitment.time", "P-9X2MC", "--why", "Waiverword", "--authorised-by", "Kim", "--until",
          "2026-06-01"});
  }

  json words(const std::string& id) { return json_of({"show", id, "--words"}).data().at("words"); }
  /// The commands that it prints behind these words.
  std::vector<std::string> commands(const std::string& id, const std::string& behind) {
    std::vector<std::string> commands;
    std::istringstream lines(run({"show", id, "--words"}).out);
    for (std::string line; std::getline(lines, line);)
      if (const auto at = line.find(behind + "mentorctl "); at != std::string::npos)
        commands.push_back(line.substr(at + behind.size() + 10));
    return commands;
  }
  /// Runs what was printed, as a shell would take it apart.
  Answer run_printed(const std::string& printed) {
    Words words{""};
    bool quoted = false;
    for (const char each : printed) {
      if (each == '\'') {
        quoted = !quoted;
      } else if (each == ' ' && !quoted) {
        words.emplace_back();
      } else {
        words.back() += each;
      }
    }
    return run(words);
  }
};

}  // namespace

TEST_CASE_FIXTURE(WordsFixture,
                  "a young person can be shown what is noted of their words, and what is left out is said") {
  const Answer shown = run({"show", "tia", "--words"});
  CHECK(shown.status == 0);
  for (const std::string word : {"Yesword", "Skating", "Sessionword", "Checkword", "Goalword", "Tiasword",
                                 "Eventword", "Pauseword", "Bowling", "A first job"}) {
    CAPTURE(word);
    CHECK(contains(shown.out, word));
  }
  CHECK_FALSE(contains(shown.out, "Mentorsword"));
  CHECK_FALSE(contains(shown.out, "Rosword"));
  CHECK_FALSE(contains(shown.out, "Waiverword"));
  CHECK(shown.err == "note: 3 entries hold what others said and did not share, left out here\n");
  CHECK(contains(shown.out, "10 February 2026: anything to remember\n    Sessionword\n"));
  CHECK(contains(shown.out, "2 April 2026: anything to remember (Jo Marsh)\n    Checkword\n"));
}

TEST_CASE_FIXTURE(WordsFixture, "a mentor and the team are shown theirs") {
  const Answer ros = run({"show", "M-7KQ2D", "--words"});
  for (const std::string word : {"I walk", "Rosword", "Mentorsword", "Sessionword"})
    CHECK(contains(ros.out, word));
  for (const std::string word : {"Tiasword", "Checkword", "Goalword", "Yesword", "Eventword", "Pauseword"})
    CHECK_FALSE(contains(ros.out, word));
  const Answer pair = run({"show", "P-9X2MC", "--words"});
  for (const std::string word : {"Rosword", "Tiasword", "Mentorsword", "Checkword", "Goalword", "Waiverword"})
    CHECK(contains(pair.out, word));
  CHECK(contains(pair.out, "only changed, it answers for a rule that was passed"));
  CHECK(pair.err.empty());
}

TEST_CASE_FIXTURE(WordsFixture, "words as data have where they stand, the field, the day and the text") {
  const json all = json_of({"show", "Y-4F7KA", "--words"}).data();
  CHECK(all.at("schema") == "mentorctl/1");
  CHECK(all.at("id") == "Y-4F7KA");
  CHECK(all.at("left_out") == 3);
  const auto found = std::find_if(all.at("words").begin(), all.at("words").end(),
                                  [](const json& each) { return each.at("text") == "Sessionword"; });
  REQUIRE(found != all.at("words").end());
  CHECK(found->at("field") == "note");
  CHECK(found->at("on") == "2026-02-10");
  CHECK(found->at("id").get<std::string>().starts_with("P-9X2MC/S-"));
}

TEST_CASE_FIXTURE(WordsFixture, "each command that is printed to change words changes them") {
  for (const std::string id : {"Y-4F7KA", "M-7KQ2D"}) {
    const auto changes = commands(id, "change    ");
    CHECK(changes.size() == words(id).size());
    for (const auto& command : changes) {
      CAPTURE(command);
      const Answer changed = run_printed(command);
      CHECK_MESSAGE(changed.status == 0, changed.err);
    }
    for (const auto& each : words(id)) CHECK((each.at("text") == "NEW TEXT" || each.at("text") == "no"));
  }
}

TEST_CASE_FIXTURE(WordsFixture, "each command that is printed to take words out takes them out") {
  const auto removals = commands("Y-4F7KA", "take out  ");
  CHECK(removals.size() == words("Y-4F7KA").size());
  for (const auto& command : removals) {
    CAPTURE(command);
    const Answer removed = run_printed(command);
    CHECK_MESSAGE(removed.status == 0, removed.err);
  }
  CHECK(words("Y-4F7KA").empty());
}

TEST_CASE_FIXTURE(WordsFixture, "only a person or a match has words to go through") {
  done({"concern", "raise", "--about", "M-7KQ2D", "--raised-by", "Bea", "--id", "C-5T3JZ"});
  check_refused(*this, {{{"show", "C-5T3JZ", "--words"}, 2, "--words is of a person or a match"},
                        {{"--format", "csv", "show", "Y-4F7KA", "--words"}, 2, "this command has no 'csv'"}});
  CHECK_FALSE(contains(run({"show", "M-7KQ2D", "--words"}).out, "C-5T3JZ"));
}

}  // namespace cmd_show_words_test
