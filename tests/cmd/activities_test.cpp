#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_activities_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

/// A running pair, and a bank of four activities in three categories.
struct BankFixture : PairFixture {
  BankFixture() {
    commit_file("activities.yaml",
                "- {id: V-00001, category: outdoors, name: Walk by the canal, cost: 0.00, area: Salford}\n"
                "- {id: V-00002, category: food, name: Dinner in town, cost: 30.00}\n"
                "- {id: V-00003, category: Days out, name: The coast, note: book ahead}\n"
                "- {id: V-00004, category: food, name: Cook a meal, cost: 10.00}\n");
  }

  Words listed(const Words& more) {
    Words ids;
    const Answer answer = json_of(mentor::test::with({"activities"}, more));
    CHECK(answer.status == 0);
    const json data = answer.data();
    for (const auto& each : data.at("activities")) ids.push_back(each.at("id"));
    return ids;
  }
  std::string told(const Words& more) { return run(mentor::test::with({"activities"}, more)).err; }
  void sessions(const std::string& lines) const { commit_file("sessions/P-9X2MC.yaml", lines); }
  void add_rule() const {
    std::string policy = *read("schemes/rotherham/2026-01-01.yaml");
    commit_file(
        "schemes/rotherham/2026-01-01.yaml",
        policy.replace(policy.find("rules:\n"), 7,
                       "rules:\n  budget.after_expensive: {severity: advise, expensive: 50.00, next: 2, "
                       "at_most: 10.00, source: ours}\n"));
  }
};

}  // namespace

TEST_CASE_FIXTURE(BankFixture, "the bank is listed by category, each in the order of its file") {
  CHECK(listed({}) == Words{"V-00003", "V-00002", "V-00004", "V-00001"});
  const json first = json_of({"activities"}).data().at("activities")[3];
  CHECK(first == json{{"id", "V-00001"},
                      {"category", "outdoors"},
                      {"name", "Walk by the canal"},
                      {"cost", 0.0},
                      {"area", "Salford"}});
  CHECK(contains(run({"activities"}).out, "outdoors  Walk by the canal   0.00  Salford"));
  CHECK(told({}).empty());
}

TEST_CASE_FIXTURE(BankFixture, "a category is found whatever its case, and an unknown one is a mistake") {
  CHECK(listed({"--category", "FOOD"}) == Words{"V-00002", "V-00004"});
  const Answer unknown = run({"activities", "--category", "fod"});
  CHECK(unknown.status == 2);
  CHECK(contains(unknown.err, "--category: there is no category 'fod', did you mean 'food'"));
}

TEST_CASE_FIXTURE(BankFixture, "what costs more is left out, and what nobody knows the cost of is told") {
  CHECK(listed({"--at-most", "10.00"}) == Words{"V-00004", "V-00001"});
  CHECK(listed({"--at-most", "9.99"}) == Words{"V-00001"});
  CHECK(told({"--at-most", "10.00"}) == "left out V-00003: what it costs is not recorded\n");
  CHECK(run({"activities", "--at-most", "ten"}).status == 2);
}

TEST_CASE_FIXTURE(BankFixture, "what a pair has done is left out, and said") {
  sessions(
      "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: one-to-one, activity: \"cook a  MEAL \"}\n"
      "- {id: S-00002, date: 2026-02-17, cancelled_by: mentor, activity: Dinner in town}\n");
  CHECK(listed({"--for", "P-9X2MC"}) == Words{"V-00003", "V-00002", "V-00001"});
  CHECK(told({"--for", "Quill"}) == "left out V-00004: they did it on 10 February 2026\n");
  clock = "2026-02-09";
  CHECK(listed({"--for", "P-9X2MC"}).size() == 4);
}

TEST_CASE_FIXTURE(BankFixture, "after something expensive the next few are cheap, where the policy says so") {
  const std::string dear = "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: one-to-one, cost: 50.00}\n";
  const std::string second = "- {id: S-00002, date: 2026-02-17, minutes: 60, kind: one-to-one}\n";
  const std::string third = "- {id: S-00003, date: 2026-02-24, minutes: 60, kind: one-to-one}\n";
  sessions(dear + second);
  CHECK(listed({"--for", "P-9X2MC"}).size() == 4);
  add_rule();
  CHECK(listed({"--for", "P-9X2MC"}) == Words{"V-00003", "V-00004", "V-00001"});
  CHECK(told({"--for", "P-9X2MC"}) ==
        "left out V-00002: costs 30.00 so soon after an expensive one, of at most 10.00\n");
  sessions(dear + second + third);
  CHECK(listed({"--for", "P-9X2MC"}).size() == 4);
  sessions("- {id: S-00001, date: 2026-02-10, minutes: 60, kind: one-to-one, cost: 49.99}\n");
  CHECK(listed({"--for", "P-9X2MC"}).size() == 4);
}

TEST_CASE_FIXTURE(PairFixture, "without a bank it is told how to begin one") {
  const Answer answer = json_of({"activities"});
  CHECK(answer.status == 0);
  CHECK(answer.data().at("activities").empty());
  CHECK(contains(answer.err, "there is no bank of activities yet: write 'activities.yaml'"));
}

TEST_CASE_FIXTURE(PairFixture, "a bank that was written by hand is kept, with identifiers") {
  write("activities.yaml", "- {category: food, name: Cook a meal, cost: 12.00}\n");
  CHECK(run({"record"}).status == 0);
  CHECK(read("activities.yaml") == "- {id: V-10000, category: food, name: Cook a meal, cost: 12.00}\n");
  CHECK(last_paths() == "activities.yaml");
  CHECK(contains(last_message(), "record changes by hand to activities.yaml\n"));
}

TEST_CASE_FIXTURE(BankFixture, "a mistake in the bank stops with its place") {
  const auto mistake = [&](const std::string& line) {
    commit_file("activities.yaml", line);
    const Answer checked = run({"check"});
    CHECK(checked.status == 3);
    CHECK(run({"activities"}).status == 3);
    return checked.err.substr(0, checked.err.find('\n'));
  };
  CHECK(mistake("- {id: V-00001, category: food, name: Cook, nots: x}\n")
            .starts_with("activities.yaml:1:45: "));
  CHECK(mistake("- {id: V-00001, category: food, name: Cook, cost: three}\n")
            .starts_with("activities.yaml:1:51: "));
  CHECK(mistake("- {id: V-00001, category: a, name: b}\n- {id: V-00001, category: a, name: c}\n")
            .starts_with("activities.yaml:2:8: identifier 'V-00001' stands here a second time"));
  CHECK(mistake("food: Cook\n").starts_with("activities.yaml:1:1: the file must be a list"));
}

}  // namespace cmd_activities_test
