#include "policy/edition.h"

#include <doctest/doctest.h>

#include <string>

#include "store/yaml.h"
#include "support/records.h"
#include "support/small_scheme.h"

namespace policy_edition_test {

using mentor::Problems;
using mentor::Severity;
using mentor::policy::Edition;
using mentor::policy::Policies;
using mentor::test::day;
using mentor::test::Lines;

namespace {

const std::string path = "schemes/rotherham/2026-01-01.yaml";

Edition edition(const std::string& text, const std::string& file, Problems& problems) {
  const auto parsed = mentor::store::parse_yaml(text, file);
  REQUIRE_FALSE(parsed.problem);
  Edition read = mentor::policy::read_edition(parsed.root, file, problems);
  read.text = text;
  return read;
}

/// What is wrong, without the file's name.
Lines wrong(const std::string& text) {
  Problems problems;
  static_cast<void>(edition(text, path, problems));
  Lines lines;
  for (const auto& each : problems) lines.push_back(mentor::test::told(each).substr(path.size() + 1));
  return lines;
}

Edition in_force_from(const std::string& date, const std::string& roles) {
  Problems problems;
  Edition read = edition(
      "scheme: rotherham\ntitle: M\nin_force: " + date + "\nwords: {roles: [" + roles + "]}\nrules: {}\n",
      "schemes/rotherham/" + date + ".yaml", problems);
  CHECK(mentor::test::told(problems) == Lines{});
  return read;
}

const std::string head = "scheme: rotherham\ntitle: M\nin_force: 2026-01-01\n";

}  // namespace

TEST_CASE("an edition has its words and its rules with their own parameters") {
  Problems problems;
  const Edition read = edition(R"(scheme: rotherham
title: Mentoring scheme
in_force: 2026-01-01
notice: 6 weeks
words:
  roles: [senior-manager, no]
  areas: []
rules:
  commitment.time: {severity: should, minutes: 90, per: month, source: "§3.8"}
  match.key_adult: {source: §2.4, severity: must}
)",
                               path, problems);
  CHECK(mentor::test::told(problems) == Lines{});
  CHECK(read.title == "Mentoring scheme");
  CHECK(read.in_force == day("2026-01-01"));
  CHECK(read.notice == mentor::Span::days(42));
  CHECK(read.words.at("roles") == std::vector<std::string>{"senior-manager", "no"});
  REQUIRE(read.rules.size() == 2);
  const auto* time = read.rule("commitment.time");
  REQUIRE(time);
  CHECK(time->severity == Severity::should);
  CHECK(time->source == "§3.8");
  CHECK(mentor::store::write_flow(time->parameters) == "{minutes: \"90\", per: month}");
  CHECK(time->place == mentor::Place{9, 3});
  CHECK(read.rule("match.key_adult")->severity == Severity::must);
  CHECK(read.rule("match.focus") == nullptr);
}

TEST_CASE("thirty days are the notice of an edition that gives none") {
  CHECK(in_force_from("2026-01-01", "a").notice == mentor::Span::days(30));
}

TEST_CASE("an edition that is wrong is told where") {
  CHECK(wrong(head + "words: {}\n") == Lines{"1:1: a policy must have 'rules', add it"});
  CHECK(wrong(head + "rules: {}\n") == Lines{"1:1: a policy must have 'words', add it"});
  CHECK(wrong("scheme: rotherham\nin_force: 2026-01-01\nwords: {}\nrules: {}\n") ==
        Lines{"1:1: a policy must have 'title', add it"});
  CHECK(wrong(head + "words: [a]\nrules: b\n") ==
        Lines{"4:8: 'words' must be lists of words by name", "5:8: 'rules' must be rules by name"});
  CHECK(wrong(head + "words: {roles: a, areas: [b, [c]], topics: [\"\"]}\nrules: {}\n") ==
        Lines{"4:16: 'roles' must be a list of words", "4:26: 'areas' must be a list of words",
              "4:44: 'topics' must be a list of words"});
  CHECK(wrong(head + "words: {rolls: [a]}\nrules: {}\n")
            .front()
            .starts_with("4:9: no record draws on a list of words 'rolls', did you mean 'roles'"));
  CHECK(wrong(head + "notise: x\nwords: {}\nrules: {}\n") ==
        Lines{"4:1: a policy has no field 'notise', did you mean 'notice' (one of scheme, title, in_force, "
              "notice, words, rules, matching, examples)"});
  CHECK(wrong(head + "wrods: {}\nwords: {}\nrules: {}\n") ==
        Lines{"4:1: a policy has no field 'wrods', did you mean 'words' (one of scheme, title, in_force, "
              "notice, words, rules, matching, examples)"});
  CHECK(wrong(head + "notice: soon\nwords: {}\nrules: {}\n") ==
        Lines{"4:9: 'notice': 'soon' is not a length of time, such as 'month', '4 weeks' or '18 months'"});
}

TEST_CASE("a rule must say how much it weighs and who says so") {
  const auto rule = [](const std::string& text) {
    return wrong(head + "words: {}\nrules:\n  match.focus: " + text + "\n");
  };
  CHECK(rule("{severity: must, source: x}") == Lines{});
  CHECK(rule("{severity: must}") == Lines{"6:16: rule 'match.focus' must have 'source', add it"});
  CHECK(rule("{source: x}") == Lines{"6:16: rule 'match.focus' must have 'severity', add it"});
  CHECK(
      rule("{severity: shuold, source: x}") ==
      Lines{"6:27: 'severity': 'shuold' is not known, did you mean 'should' (one of must, should, advise)"});
  CHECK(rule("must") == Lines{"6:16: rule 'match.focus' must be {severity: …, source: …}"});
}

TEST_CASE(
    "an edition says how much each reason for a match counts, and what it leaves out counts as always") {
  Problems problems;
  const Edition read = edition(head + R"(words: {groups: [new-arrival]}
rules: {}
matching:
  source: a meeting
  same_area: 0
  said_no: -3
  language_groups: [new-arrival]
)",
                               path, problems);
  CHECK(mentor::test::told(problems) == Lines{});
  REQUIRE(read.matching);
  CHECK(read.weights().source == "a meeting");
  CHECK(read.weights().same_area.count == 0);
  CHECK(read.weights().said_no.points == -3);
  CHECK(read.weights().language_groups == std::vector<std::string>{"new-arrival"});
  CHECK(read.weights().shared_interest == mentor::policy::Weights().shared_interest);
  CHECK_FALSE(in_force_from("2026-01-01", "a").matching);
  CHECK(in_force_from("2026-01-01", "a").weights().same_area == mentor::policy::Weights().same_area);
}

TEST_CASE("what counts in a match is told where it is wrong") {
  const auto matching = [](const std::string& text) {
    return wrong(head + "words: {groups: [new-arrival]}\nrules: {}\nmatching: " + text + "\n");
  };
  CHECK(matching("{source: x}") == Lines{});
  CHECK(matching("{}") == Lines{"6:11: 'matching' must have 'source', add it"});
  CHECK(matching("lots") == Lines{"6:11: 'matching' must be fields, one 'key: value' each"});
  CHECK(matching("{source: x, same_area: -1, said_no: 5, expertise: 1000}") ==
        Lines{"6:34: 'same_area': '-1' is not a whole number, 0 to 999",
              "6:47: 'said_no': '5' is not a whole number, -999 to 0",
              "6:61: 'expertise': '1000' is not a whole number, 0 to 999"});
  CHECK(matching("{source: x, same_aria: 1}")
            .front()
            .starts_with("6:23: 'matching' has no field 'same_aria', did you mean 'same_area'"));
  CHECK(matching("{source: x, language_groups: [new-arival]}") ==
        Lines{"6:40: 'language_groups': 'new-arival' is not among the policy's groups, did you mean "
              "'new-arrival' (one of new-arrival)"});
}

TEST_CASE("an edition says what its path says") {
  CHECK(
      wrong("scheme: stockport\ntitle: M\nin_force: 2026-01-02\nwords: {}\nrules: {}\n") ==
      Lines{"1:9: scheme 'stockport' stands in the folder of 'rotherham', make them the same",
            "3:11: in force from 2026-01-02, but the file is called '2026-01-01.yaml', make them the same"});
}

TEST_CASE("the edition in force is the latest that has begun, before the first the first") {
  Policies policies;
  policies.add(in_force_from("2026-07-01", "b"));
  policies.add(in_force_from("2026-01-01", "a"));
  policies.add(in_force_from("2027-01-01", "c"));
  const auto on = [&](const char* date) { return policies.in_force("rotherham", day(date))->in_force.iso(); };
  CHECK(on("2025-06-01") == "2026-01-01");
  CHECK(on("2026-01-01") == "2026-01-01");
  CHECK(on("2026-06-30") == "2026-01-01");
  CHECK(on("2026-07-01") == "2026-07-01");
  CHECK(on("2026-12-31") == "2026-07-01");
  CHECK(on("2199-12-31") == "2027-01-01");
  CHECK(policies.in_force("stockport", day("2026-01-01")) == nullptr);
  CHECK(policies.editions("stockport").empty());
}

TEST_CASE("what was once a word stays one") {
  Policies policies;
  policies.add(in_force_from("2026-07-01", "b, c"));
  policies.add(in_force_from("2026-01-01", "a, b"));
  CHECK(policies.words("rotherham", "roles") == std::vector<std::string>{"a", "b", "c"});
  CHECK(policies.words("rotherham", "areas").empty());
  CHECK(policies.words("stockport", "roles").empty());
}

TEST_CASE("a scheme's hash is that of its editions' bytes, oldest first") {
  Policies policies;
  CHECK(policies.hash("rotherham") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  Edition later = in_force_from("2026-07-01", "b");
  Edition earlier = in_force_from("2026-01-01", "a");
  earlier.text = "a";
  later.text = "bc";
  policies.add(later);
  policies.add(earlier);
  CHECK(policies.hash("rotherham") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace policy_edition_test
