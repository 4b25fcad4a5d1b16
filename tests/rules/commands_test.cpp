/// Of each rule what is typed to see to it.
#include <doctest/doctest.h>

#include <sstream>

#include "base/text.h"
#include "rules/rulebook.h"
#include "support/command_fixture.h"

namespace rules_commands_test {

using mentor::replaced;
using mentor::test::Answer;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::Words;

namespace {

Words words_of(const std::string& command) {
  std::istringstream stream(command);
  Words words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

}  // namespace

TEST_CASE_FIXTURE(CommandFixture,
                  "what a rule says to type is a command that there is, with options that it has") {
  for (const auto& rule : mentor::rules::all_rules()) {
    CAPTURE(rule.name);
    REQUIRE_FALSE(rule.command.empty());
    const Words words = words_of(std::string(rule.command));
    const Answer help = run({words.front(), "--help"});
    CHECK(help.status == 0);
    CHECK(contains(help.out, "usage: mentorctl " + words.front()));
    for (const auto& word : words) {
      CAPTURE(word);
      if (word.starts_with("--")) CHECK(contains(help.out, word));
    }
  }
}

TEST_CASE_FIXTURE(CommandFixture, "typed with its blanks filled in, it asks for no other command line") {
  add_ready_mentor("M-7KQ2D", "Ros Okafor-Vale");
  add_young_person("Y-4F7KA", "Tia Quillfeather", "2006-05-20");
  add_running_match("P-9X2MC", "Y-4F7KA", "M-7KQ2D", "2026-02-01");
  commit_file("concerns/C-5T3JZ.yaml", "id: C-5T3JZ\nabout: Y-4F7KA\nraised: 2026-04-01\n");
  for (const auto& rule : mentor::rules::all_rules()) {
    const std::string subject = rule.name == "safeguarding.passed_on" ? "C-5T3JZ" : "P-9X2MC";
    std::string command = replaced(std::string(rule.command), "SUBJECT", subject);
    command = replaced(replaced(command, "MENTOR", "M-7KQ2D"), "YOUNG-PERSON", "Y-4F7KA");
    command = replaced(replaced(command, "SCHEME", "rotherham"), "DAY", "2026-03-31");
    CAPTURE(command);
    Words words = words_of(command);
    words.insert(words.begin(), "--dry-run");
    if (words[1] == "show" || words[1] == "report" || words[1] == "suggest" || words[1] == "activities" ||
        words[1] == "edit" || command == "match --all")
      words.erase(words.begin());
    const Answer answer = run(words);
    CAPTURE(answer.err);
    const bool is_asked_for_on_a_terminal = contains(answer.err, "missing") || contains(answer.err, "needs");
    CHECK((answer.status == 0 || is_asked_for_on_a_terminal || contains(answer.err, "nothing")));
  }
}

}  // namespace rules_commands_test
