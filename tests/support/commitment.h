/// A pair and its commitment, as tests of periods write them: YAML in, a line for each period out.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "policy/edition.h"
#include "rules/periods.h"
#include "store/yaml.h"
#include "support/records.h"

namespace mentor::test {

class Commitment {
 public:
  /// The first edition, with this rule; `more` are the match's fields after `proposed`.
  Commitment(const std::string& rule, const std::string& more) : match_text_(more) {
    edition("2020-01-01", rule);
  }

  /// An edition with the rule, or with none when it is empty.
  Commitment& edition(const std::string& in_force, const std::string& rule) {
    editions_[in_force] = rule;
    return *this;
  }
  /// Entries of the log, a line each.
  Commitment& sessions(const std::string& log) {
    log_ = log;
    return *this;
  }

  /// `2026-02-01 to 2026-03-01: 60 of 90 short` for each period that has begun by that day.
  [[nodiscard]] Lines periods(std::string_view today) const {
    const Register records = read();
    const auto editions = read_editions();
    Problems problems;
    const rules::Editions<rules::TimeAsks> asks("commitment.time", editions, problems);
    if (!problems.empty()) return told(problems);
    const auto pair = rules::Pair::of(records.matches.begin()->second, records);
    Lines lines;
    for (const auto& each : rules::periods(pair, asks, day(today))) {
      lines.push_back(each.from.iso() + " to " + each.to.iso() + ": " + std::to_string(each.minutes) +
                      " of " + std::to_string(each.required) + " " + std::string(word(each.status)));
    }
    return lines;
  }

 private:
  [[nodiscard]] Register read() const {
    Register records;
    const auto match = record<Match>(
        "id: P-00001\nyoung_person: Y-00001\nmentor: M-00001\nscheme: rotherham\nproposed: 2020-01-01\n" +
            match_text_,
        "matches/P-00001.yaml");
    records.mentors[match.mentor].id = match.mentor;
    records.young_people[match.young_person].id = match.young_person;
    records.matches.emplace(match.id, match);
    records.sessions.emplace(match.id, record<SessionLog>(log_, "sessions/P-00001.yaml"));
    return records;
  }

  [[nodiscard]] std::vector<policy::Edition> read_editions() const {
    std::vector<policy::Edition> read;
    for (const auto& [in_force, rule] : editions_) {
      const std::string file = "schemes/rotherham/" + in_force + ".yaml";
      const std::string rules = rule.empty()
                                    ? " {}\n"
                                    : "\n  commitment.time: {severity: should, source: x, " + rule + "}\n";
      const auto parsed = store::parse_yaml(
          "scheme: rotherham\ntitle: M\nin_force: " + in_force + "\nwords: {}\nrules:" + rules, file);
      Problems problems;
      read.push_back(policy::read_edition(parsed.root, file, problems));
      if (!problems.empty()) throw std::runtime_error(told(problems.front()));
    }
    return read;
  }

  std::string match_text_;
  std::string log_ = "[]\n";
  std::map<std::string, std::string> editions_;
};

}  // namespace mentor::test
