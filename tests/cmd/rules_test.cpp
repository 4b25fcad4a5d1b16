#include <doctest/doctest.h>

#include <fstream>

#include "policy/edition.h"
#include "support/command_fixture.h"

namespace cmd_rules_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

const std::string preset = "schemes/rotherham/2026-01-01.yaml";

class PolicyFixture : public PairFixture {
 public:
  /// The preset with a text in it replaced by another, once.
  std::string with(const std::string& old, const std::string& other) const {
    std::string text = *read(preset);
    const auto at = text.find(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), other);
  }
  /// The preset with these examples in place of its own.
  std::string with_examples(const std::string& examples) const {
    return std::string(mentor::policy::without_examples(*read(preset))) + "examples:\n" + examples;
  }
  /// A file outside of the data directory.
  std::string file(const std::string& text) const {
    const auto path = outside() / "new.yaml";
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }
};

}  // namespace

TEST_CASE_FIXTURE(PolicyFixture, "rules --on shows what was in force on that day") {
  std::string later = with("in_force: 2026-01-01", "in_force: 2026-03-01");
  later.replace(later.find("minutes: 90"), 11, "minutes: 60");
  commit_file("schemes/rotherham/2026-03-01.yaml", later);
  const auto minutes = [&](const std::string& day) {
    return json_of({"rules", "commitment.time", "--on", day})
        .data()
        .at("rules")
        .at(0)
        .at("parameters")
        .at("minutes");
  };
  CHECK(minutes("2026-02-28") == 90);
  CHECK(minutes("2026-03-01") == 60);
  CHECK(json_of({"rules", "commitment.time"}).data().at("rules").at(0).at("in_force") == "2026-03-01");
}

TEST_CASE_FIXTURE(PolicyFixture, "rules --test runs the examples and fails when one does not hold") {
  const std::string enough =
      "  - {rule: commitment.time, says: enough, on: 2026-03-01, match: {started: 2026-02-01}, sessions: "
      "[{date: "
      "2026-02-10, minutes: 90, kind: one-to-one}], finds: []}\n";
  commit_file(preset, with_examples(enough));
  const Answer all = json_of({"rules", "--test"});
  CHECK(all.status == 0);
  CHECK(all.data().at("examples").at(0).at("holds") == true);
  commit_file(preset, with_examples(enough + "  - {rule: match.capacity, says: wrong, on: 2026-03-01, finds: "
                                             "[{severity: must}]}\n"));
  const Answer failed = run({"rules", "--test"});
  CHECK(failed.status == 1);
  CHECK(contains(failed.out, "expected and not found: must"));
  CHECK(contains(failed.err, "2 examples run, 1 does not hold"));
  CHECK(run({"rules", "commitment.time", "--test"}).status == 0);
}

TEST_CASE_FIXTURE(PolicyFixture,
                  "an example that can't be read is refused by check and record, at its place") {
  write(preset, with_examples("  - {rule: match.focus}\n"));
  for (const Words& words : {Words{"check"}, Words{"record"}, Words{"rules", "--test"}}) {
    const Answer refused = run(words);
    CHECK(refused.status == 3);
    CHECK(contains(refused.err, "an example must have 'says'"));
  }
  CHECK(run({"show", "P-9X2MC"}).status == 0);
}

TEST_CASE_FIXTURE(PolicyFixture,
                  "a parameter made of words that the policy does not have is refused at its place") {
  write(preset, with("counts: [one-to-one", "counts: [one-to-won"));
  const Answer refused = run({"check"});
  CHECK(refused.status == 3);
  CHECK(
      contains(refused.err,
               "'counts': 'one-to-won' is not among the policy's session_kinds, did you mean 'one-to-one'"));
}

TEST_CASE_FIXTURE(PolicyFixture,
                  "check --what-if tells by pair what would appear and go, and changes nothing") {
  commit_file("sessions/P-9X2MC.yaml", "- {id: S-8F3K2, date: 2026-02-10, minutes: 60, kind: one-to-one}\n");
  const std::string before = everything();
  const Answer tried = json_of({"check", "--what-if", file(with("minutes: 90", "minutes: 60"))});
  CHECK(tried.status == 0);
  CHECK(tried.rules("appear").empty());
  CHECK(tried.rules("go") == Words{"commitment.time"});
  CHECK(tried.data().at("go").at(0).at("subject") == "P-9X2MC");
  CHECK(tried.data().at("from") == "2026-01-01");
  const Answer told = run({"check", "--what-if", file(with("minutes: 90", "minutes: 60"))});
  CHECK(contains(told.out, "Would go"));
  CHECK(contains(told.err, "0 would appear, 1 would go"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(PolicyFixture, "check --what-if refuses a file that is no sound edition, by its own name") {
  const Answer wrong = run({"check", "--what-if", file(with("minutes: 90", "minutes: lots"))});
  CHECK(wrong.status == 3);
  CHECK(contains(wrong.err, "new.yaml:"));
  CHECK(contains(wrong.err, "'minutes': 'lots' is not whole minutes"));
  CHECK(run({"check", "--what-if", file("a: [")}).status == 3);
  const Answer other = run({"check", "--what-if", file(with("scheme: rotherham", "scheme: wigan"))});
  CHECK(other.status == 2);
  CHECK(contains(other.err, "the scheme 'wigan' does not run here"));
  CHECK(run({"check", "--what-if", (outside() / "none.yaml").string()}).status == 2);
}

TEST_CASE_FIXTURE(PolicyFixture, "an override of a rule about a session stands in the match") {
  commit_file(preset, with("data.outside_match: {severity: must", "data.outside_match: {severity: should"));
  const Words early{"log-session", "P-9X2MC", "--date", "2026-01-15",
                    "--minutes",   "30",      "--kind", "one-to-one"};
  CHECK(run(early).status == 1);
  Words answered = early;
  answered.insert(answered.end(), {"--override", "met by chance", "--authorised-by", "Jo"});
  CHECK(run(answered).status == 0);
  CHECK(contains(*read("matches/P-9X2MC.yaml"), "rule: data.outside_match"));
  CHECK(contains(last_message(), "Mentorctl-Override: data.outside_match"));
  const Answer checked = json_of({"check"});
  CHECK(checked.data().dump().find("met by chance") != std::string::npos);
}

TEST_CASE_FIXTURE(PolicyFixture, "rules shows how much each reason counts in a suggestion, and who says so") {
  const json matching = json_of({"rules"}).data().at("matching").at(0);
  CHECK(matching.at("scheme") == "rotherham");
  CHECK(matching.at("weights").at("young_persons_wish") == 20);
  CHECK(matching.at("weights").at("said_no") == -20);
  CHECK(matching.at("weights").at("language_groups") == json{"unaccompanied-asylum-seeking"});
  CHECK(matching.at("source").get<std::string>().starts_with("Rotherham DLT report §3.8"));
  CHECK(contains(run({"rules"}).out, "points  matching (rotherham)\n        young_persons_wish: 20, "));
  const Answer explained = run({"rules", "matching"});
  CHECK(contains(explained.out, "  same_area: both are in the same area\n"));
  CHECK_FALSE(contains(explained.out, "commitment.time"));
  CHECK(json_of({"rules", "commitment.time"}).data().at("matching").empty());
  const Words rows = run({"rules", "matching", "--format", "csv"}).rows("matching");
  REQUIRE(rows.size() == 24);
  CHECK(rows[0] == "table,scheme,weight,counts,source");
  CHECK(rows[1].starts_with("matching,rotherham,young_persons_wish,20,"));
  CHECK(run({"rules", "matching", "--test"}).status == 2);
}

TEST_CASE_FIXTURE(PolicyFixture,
                  "a policy that says nothing of matching counts as the program does, and is told to") {
  std::string text = *read(preset);
  const auto begin = text.find("\nmatching:\n");
  text.erase(begin, text.find("\nexamples:\n") - begin);
  commit_file(preset, text);
  const json matching = json_of({"rules"}).data().at("matching").at(0);
  CHECK(matching.at("weights").at("young_persons_wish") == 15);
  CHECK(matching.at("source") == "not in the policy; set by the program");
}

}  // namespace cmd_rules_test
