#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_prompt_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

/// A person at a terminal who types these lines.
struct PromptFixture : PairFixture {
  Answer answered(const Words& words, const std::string& lines) {
    asks = true;
    typed = lines;
    return run(words);
  }
  [[nodiscard]] std::string log() const { return read("sessions/P-9X2MC.yaml").value_or(""); }
};

}  // namespace

TEST_CASE_FIXTURE(PromptFixture, "on a terminal a command asks for what it needs and was not given") {
  const Answer added = answered({"add-mentor", "--scheme", "rotherham", "--born", "1980-01-01"},
                                "Lee Marsh\nelected-member\n" + std::string(9, '\n'));
  CHECK(added.status == 0);
  CHECK(contains(read("mentors/M-10000.yaml").value(),
                 "name: Lee Marsh\nscheme: rotherham\nrole: elected-member\n"));
  CHECK(contains(added.err, "the mentor's name: "));
  CHECK(contains(added.err, "what they are to the scheme"));
  CHECK_FALSE(contains(added.err, "the scheme they mentor in"));
  CHECK_FALSE(contains(added.err, "date of birth"));
}

TEST_CASE_FIXTURE(PromptFixture, "what was understood is shown in words with the lines to be written") {
  const Answer logged = answered({"log-session"},
                                 "tia\n\n2026-03-20\n\n90\none-to-one\nBowling\n12.5\n\nfun\nyes\n");
  CHECK(logged.status == 0);
  CHECK(logged.out == "P-9X2MC/S-10000\n");
  CHECK(contains(logged.err, "Tia Quillfeather with Ros Okafor-Vale (P-9X2MC)\n"));
  CHECK(contains(logged.err, "\n  date              Friday 20 March 2026\n"));
  CHECK(contains(logged.err, "\n  activity          Bowling\n"));
  const std::string line =
      "- {id: S-10000, date: 2026-03-20, minutes: 90, kind: one-to-one, activity: Bowling, cost: 12.50, "
      "note: fun}";
  CHECK(contains(logged.err, "\n  in sessions/P-9X2MC.yaml\n    +" + line + "\n"));
  CHECK(log() == line + "\n");
  CHECK(contains(logged.err, "write it? [yes]: "));
}

TEST_CASE_FIXTURE(PromptFixture, "Enter takes today and leaves out what need not be said") {
  const Answer logged = answered({"log-session"}, "tia\n\n\n\n60\ncall\n\n\n\n\n");
  CHECK(logged.status == 0);
  CHECK(contains(logged.err, "the day of the session [today]: "));
  CHECK(contains(logged.err, "  date              Thursday 2 April 2026, today\n"));
  CHECK(log() == "- {id: S-10000, date: 2026-04-02, minutes: 60, kind: call}\n");
}

TEST_CASE_FIXTURE(PromptFixture, "what does not matter after an answer is not asked for") {
  const Answer fell_through = answered({"log-session", "tia"}, "\nmentor\n2026-04-09\nIll\n\n");
  CHECK(fell_through.status == 0);
  CHECK_FALSE(contains(fell_through.err, "kind of session"));
  CHECK(log() ==
        "- {id: S-10000, date: 2026-04-02, cancelled_by: mentor, moved_to: 2026-04-09, note: Ill}\n");
}

TEST_CASE_FIXTURE(PromptFixture, "whoever says no at the end writes nothing") {
  const std::string before = everything();
  for (const std::string answer : {"no\n", "n\n", "what\nNO\n", ""}) {
    CAPTURE(answer);
    const Answer left = answered({"end", "tia", "--as", "drifted"}, "\nboth\nMoved\n\n\n" + answer);
    CHECK(left.status == 1);
    CHECK(contains(left.err, "nothing was written\n"));
    CHECK_FALSE(contains(left.err, "done:"));
  }
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(PromptFixture, "what was typed is given back as a command when nothing came of it") {
  const Answer left = answered({"log-session", "--note", "Tia's idea"}, "tia\n\n\n\n60\n");
  CHECK(left.status == 2);
  CHECK(contains(left.err,
                 "what you typed, as a command to mend and repeat:\n  mentorctl log-session tia --minutes 60 "
                 "--note 'Tia'\\''s idea'\n"));
  CHECK_FALSE(contains(answered({"log-session", "tia"}, "\n\n60\ncall\n\n\n\n\n").err, "to mend"));
}

TEST_CASE_FIXTURE(PromptFixture, "who was named on the command line must be there before anything is asked") {
  const Answer typo = answered({"reflect", "tai"}, "young-person\nA long account\n\n\nyes\n");
  CHECK(typo.status == 2);
  CHECK(contains(typo.err, "there is no match 'tai'"));
  CHECK_FALSE(contains(typo.err, "in their words"));
}

TEST_CASE_FIXTURE(PromptFixture, "data is written to the output alone, and nothing when somebody says no") {
  const Answer left = answered({"--format", "json", "log-session", "tia", "--kind", "call"},
                               "\n\n60\n\n\n\nno\n");
  CHECK(left.status == 1);
  CHECK(left.data().at("findings").empty());
  CHECK(log().empty());
  const Answer kept = answered({"--format", "json", "log-session", "tia", "--kind", "call"},
                               "\n\n60\n\n\n\nyes\n");
  CHECK(kept.status == 0);
  CHECK(kept.data().at("id").get<std::string>().starts_with("P-9X2MC/S-"));
}

TEST_CASE_FIXTURE(PromptFixture, "a wrong answer is said and asked for again") {
  const Answer ended = answered({"end", "--by", "both", "--reason", "Moved", "--on", "2026-04-01"},
                                "nobody\ntia\ndriftd\n\ndrifted\n\n\n\n");
  CHECK(ended.status == 0);
  CHECK(contains(ended.err, "there is no match 'nobody'"));
  CHECK(contains(ended.err, "--as: 'driftd' is not known, did you mean 'drifted'"));
  CHECK(contains(ended.err, "--as has no value"));
  CHECK(last_message().starts_with("end P-9X2MC as drifted\n"));
}

TEST_CASE_FIXTURE(PromptFixture, "a wrong answer that is then left out leaves nothing behind") {
  const Answer logged = answered({"log-session", "tia"}, "31/3/2026\n\nnobody\n\n60\ncall\n\ntwelve\n\n\n\n");
  CHECK(logged.status == 0);
  CHECK(log() == "- {id: S-10000, date: 2026-04-02, minutes: 60, kind: call}\n");
}

TEST_CASE_FIXTURE(PromptFixture, "y and n are yes and no") {
  CHECK(answered({"survey", "tia"}, "2026-04-01\ny\nN\n\n\n").status == 0);
  CHECK(contains(read("young-people/Y-4F7KA.yaml").value(), "on: 2026-04-01, trust: yes, listens: no}"));
}

TEST_CASE_FIXTURE(PromptFixture, "an answer that is no word of the scheme is asked for again") {
  const Answer logged = answered({"log-session", "--date", "2026-04-01"},
                                 "tia\n\n\n60\none-on-one\none-to-one\n\n\n\n\n");
  CHECK(contains(logged.err,
                 "--kind: 'one-on-one' is no word of the scheme 'rotherham', did you mean 'one-to-one'"));
  CHECK(logged.status == 0);
}

TEST_CASE_FIXTURE(PromptFixture, "a question mark explains the question that was asked") {
  const Answer whom = answered({"log-session"}, "?\n");
  CHECK(contains(whom.err, "  Tia Quillfeather with Ros Okafor-Vale (P-9X2MC)\n"));
  CHECK(contains(whom.err, "\n  this is needed; with Ctrl-D nothing is written\n"));
  const Answer words = answered({"log-session", "tia"}, "?\n\n\n?\n60\n?\n");
  CHECK(contains(words.err, "  a day is typed as year, month, day: 2026-02-20\n"));
  CHECK(contains(words.err, "\n  Enter means today; with Ctrl-D nothing is written\n"));
  CHECK(contains(words.err, "  whole minutes: 90 for an hour and a half\n"));
  CHECK(contains(words.err, "  in rotherham: one-to-one, first-meeting, call, online, group\n"));
  CHECK(words.status == 2);
}

TEST_CASE_FIXTURE(PromptFixture, "when there is nobody to answer the command is wrong and writes nothing") {
  const std::string before = everything();
  CHECK(answered({"add-mentor"}, "Lee Marsh\n").status == 2);
  CHECK(contains(answered({"add-mentor"}, "").err, "mentorctl: --name is missing, nothing was written"));
  CHECK(answered({"add-mentor", "--name", "Lee", "--scheme", "rotherham"}, "\n\n\n").status == 2);
  CHECK(answered({"log-session", "tia", "--minutes", "60"}, "\n").status == 2);
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(PromptFixture, "a command that was told all shows it and does not ask") {
  const Answer told = answered({"log-session", "tia", "--minutes", "60", "--kind", "call"}, "");
  CHECK(told.status == 0);
  CHECK(contains(told.err, "  minutes           60\n"));
  CHECK_FALSE(contains(told.err, "?"));
  const Answer listed = answered({"list", "mentors"}, "");
  CHECK(listed.status == 0);
  CHECK(listed.err.empty());
}

TEST_CASE_FIXTURE(PromptFixture, "what may be a slip is asked about though all was told") {
  const Words tea{"log-session", "tia", "--minutes", "60", "--kind", "call"};
  CHECK(answered(tea, "").status == 0);
  const std::string before = everything();
  const Answer twice = answered(tea, "\n");
  CHECK(twice.status == 1);
  CHECK(contains(twice.err, "\nP-9X2MC has a session on 2 April 2026 already, S-10000 (60 minutes, call): "));
  CHECK(contains(twice.err, "write it all the same? [no]: "));
  CHECK(everything() == before);
  const Answer meant = answered(tea, "yes\n");
  CHECK(meant.status == 0);
  CHECK_FALSE(contains(meant.err, "note:"));
  CHECK(contains(log(), "S-30000"));
}

TEST_CASE_FIXTURE(PromptFixture, "a rule that says should is passed by whoever answers for it") {
  const Words completed{"end", "tia", "--as", "completed", "--by", "both", "--reason", "Goals met"};
  const std::string before = everything();
  for (const std::string answer : {"", "\n", "Moved away\n\n"}) {
    CAPTURE(answer);
    const Answer left = answered(completed, answer);
    CHECK(left.status == 1);
    CHECK(contains(left.err, "to go on all the same, say why; Enter leaves it: "));
  }
  CHECK(everything() == before);
  const Answer passed = answered(completed, "Moved away\nJo Field\nyes\n");
  CHECK(passed.status == 0);
  CHECK(
      contains(read("matches/P-9X2MC.yaml").value(),
               "rule: commitment.ended_early, on: 2026-04-02, reason: Moved away, authorised_by: Jo Field}"));
}

TEST_CASE_FIXTURE(PromptFixture, "a rule that says must is passed by nobody") {
  const Answer early = answered(
      {"log-session", "tia", "--date", "2026-01-31", "--minutes", "60", "--kind", "call"},
      "So it was\nJo\nyes\n");
  CHECK(early.status == 1);
  CHECK_FALSE(contains(early.err, "say why"));
  CHECK(log().empty());
}

TEST_CASE_FIXTURE(PromptFixture, "a step is asked for with what belongs to it") {
  const Answer seen = answered({"vet"},
                               "okafor\ndbs\n\nenhanced\nchild\nyes\nmentors weekly\n2026-03-02\nSam\n\n");
  CHECK(seen.status == 0);
  CHECK(contains(
      read("mentors/M-7KQ2D.yaml").value(),
      "step: dbs, on: 2026-04-02, level: enhanced, workforce: child, barred_list: yes, eligible_because: "
      "mentors weekly, issued: 2026-03-02, seen_by: Sam}"));
  const Answer trained = answered({"vet", "okafor", "training"}, "\nboundaries\n\n\n");
  CHECK(trained.status == 0);
  CHECK(contains(trained.err, "what the training was on"));
  CHECK_FALSE(contains(trained.err, "the level"));
}

TEST_CASE_FIXTURE(PromptFixture, "a decision is asked for as yes or no") {
  commit_file(
      "matches/P-8X2MC.yaml",
      "id: P-8X2MC\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2026-03-01\n");
  const Answer decided = answered({"decide", "P-8X2MC", "--by", "mentor"}, "perhaps\nno\nToo far\n\n\n");
  CHECK(contains(decided.err, "do they want the match, yes or no: "));
  CHECK(decided.status == 0);
  CHECK(contains(read("matches/P-8X2MC.yaml").value(), "by: mentor, on: 2026-04-02, yes: no, why: Too far}"));
}

TEST_CASE_FIXTURE(PromptFixture, "who answers for a waiver and until when is asked for") {
  clock = "2026-09-02";
  const Answer waived = answered({"waive", "commitment.silence", "P-9X2MC"},
                                 "Away\nJo Field\n2026-10-01\n\n");
  CHECK(waived.status == 0);
  CHECK(contains(
      read("matches/P-9X2MC.yaml").value(),
      "rule: commitment.silence, on: 2026-09-02, why: Away, authorised_by: Jo Field, until: 2026-10-01}"));
  CHECK(contains(waived.err, "  until             Thursday 1 October 2026\n"));
}

TEST_CASE_FIXTURE(PromptFixture, "of answers in a list there may be several") {
  const Answer logged = answered({"log-event", "--date", "2026-04-01"},
                                 "group-supervision\n\nokafor\n\nokafor\n\n\nyes\n");
  CHECK(logged.status == 0);
  CHECK(contains(logged.err, "  another one [none]: "));
  CHECK(contains(read("events/E-10000.yaml").value(), "invited: [M-7KQ2D]\nattended: [M-7KQ2D]\n"));
}

TEST_CASE_FIXTURE(PromptFixture,
                  "one answer may have several words with commas between, and is taken whole or not at all") {
  const Answer logged = answered({"log-event", "--date", "2026-04-01"},
                                 "training\nSafeguarding, cooking\nSafeguarding, boundaries\n\n\n\n\nyes\n");
  CAPTURE(logged.err);
  CHECK(contains(logged.err, "; once for each, or with commas between [none]: "));
  CHECK(contains(logged.err, "'cooking'"));
  CHECK(logged.status == 0);
  CHECK(contains(read("events/E-10000.yaml").value(), "topics: [safeguarding, boundaries]"));
}

TEST_CASE_FIXTURE(PromptFixture, "an answer is kept as it was typed without the line end") {
  CHECK(answered({"add-mentor", "--scheme", "rotherham", "--role", "elected-member"},
                 "Zoë [a,b] 'x'\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n")
            .status == 0);
  CHECK(contains(read("mentors/M-10000.yaml").value(), "Zoë [a,b] 'x'"));
}

TEST_CASE_FIXTURE(PromptFixture, "off a terminal a command never asks") {
  typed = "Lee Marsh\nelected-member\n";
  const Answer refused = run({"add-mentor", "--scheme", "rotherham"});
  CHECK(refused.status == 2);
  CHECK(refused.err == "mentorctl: --name, --role are missing, see 'mentorctl add-mentor --help'\n");
}

}  // namespace cmd_prompt_test
