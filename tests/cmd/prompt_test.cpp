#include <doctest/doctest.h>

#include "support/command_fixture.h"

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
};

}  // namespace

TEST_CASE_FIXTURE(PromptFixture, "on a terminal a command asks for what it needs and was not given") {
  const Answer added = answered({"add-mentor", "--scheme", "rotherham"}, "Lee Marsh\nelected-member\n");
  CHECK(added.status == 0);
  CHECK(added.out == "M-10000\n");
  CHECK(contains(added.err, "the mentor's name: "));
  CHECK(contains(added.err, "what they are to the scheme"));
  CHECK_FALSE(contains(added.err, "the scheme they mentor in"));
  CHECK(contains(read("mentors/M-10000.yaml").value(),
                 "name: Lee Marsh\nscheme: rotherham\nrole: elected-member\n"));
}

TEST_CASE_FIXTURE(PromptFixture, "a wrong answer is said and asked for again") {
  const Answer ended = answered({"end", "--by", "both", "--reason", "Moved"}, "tia\ndriftd\n\ndrifted\n");
  CHECK(ended.status == 0);
  CHECK(contains(ended.err, "--as: 'driftd' is not known, did you mean 'drifted'"));
  CHECK(contains(ended.err, "--as has no value"));
  CHECK(last_message().starts_with("end P-9X2MC as drifted\n"));
}

TEST_CASE_FIXTURE(PromptFixture, "when there is nobody to answer the command is wrong and writes nothing") {
  const std::string before = everything();
  CHECK(answered({"add-mentor"}, "Lee Marsh\n").status == 2);
  CHECK(contains(answered({"add-mentor"}, "").err, "mentorctl: --name is missing"));
  CHECK(answered({"add-mentor", "--name", "Lee", "--scheme", "rotherham"}, "\n\n\n").status == 2);
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(PromptFixture, "what was given is not asked for") {
  const Answer listed = answered({"list", "mentors"}, "");
  CHECK(listed.status == 0);
  CHECK(listed.err.empty());
}

TEST_CASE_FIXTURE(PromptFixture, "an answer is kept as it was typed without the line end") {
  CHECK(
      answered({"add-mentor", "--scheme", "rotherham", "--role", "elected-member"}, "Zoë [a,b] 'x'").status ==
      0);
  CHECK(contains(read("mentors/M-10000.yaml").value(), "Zoë [a,b] 'x'"));
}

TEST_CASE_FIXTURE(PromptFixture, "off a terminal a command never asks") {
  typed = "Lee Marsh\nelected-member\n";
  const Answer refused = run({"add-mentor", "--scheme", "rotherham"});
  CHECK(refused.status == 2);
  CHECK(refused.err == "mentorctl: --name, --role are missing, see 'mentorctl add-mentor --help'\n");
}
