/// Commands run in-process: a data directory of their own, a clock that stands, identifiers that can be
/// foretold.
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cmd/run.h"
#include "model/id.h"
#include "support/git_fixture.h"

namespace mentor::test {

using Words = std::vector<std::string>;
using nlohmann::json;

/// What a command answered.
struct Answer {
  int status = 0;
  std::string out;
  std::string err;

  /// What it wrote for programs.
  [[nodiscard]] json data() const { return json::parse(out); }
  /// The rules of its findings, in their order.
  [[nodiscard]] Words rules(const std::string& key = "findings") const {
    Words rules;
    const json all = data();
    for (const auto& finding : all.at(key)) rules.push_back(finding.at("rule"));
    return rules;
  }
  /// The lines of one table of its CSV, the heading first.
  [[nodiscard]] Words rows(const std::string& table) const {
    Words rows;
    std::istringstream lines(out);
    for (std::string line, heading; std::getline(lines, line);) {
      if (line.starts_with("table,")) heading = line;
      if (!line.starts_with(table + ",")) continue;
      if (rows.empty()) rows.push_back(heading);
      rows.push_back(line);
    }
    return rows;
  }
};

/// The data directory of Rotherham's scheme, in the fixture's repository; the clock shows 2 April 2026.
class CommandFixture : public GitFixture {
 public:
  CommandFixture() { must(run({"init", root().string(), "--scheme", "rotherham"})); }

  /// Runs `mentorctl WORDS` here.
  Answer run(const Words& words) {
    std::istringstream in(typed);
    std::ostringstream out;
    std::ostringstream err;
    cmd::Io io{out,  err, in, asks, false, 100, Day::parse(clock).value(), [this] { return ++drawn_; },
               edit, {}};
    io.environment = environment;
    io.program = program;
    io.environment.emplace("MENTORCTL_DATA", root().string());
    const int status = cmd::run(io, words);
    return {status, out.str(), err.str()};
  }
  /// The same as data.
  Answer json_of(Words words) {
    words.insert(words.begin(), {"--format", "json"});
    return run(words);
  }
  /// Runs a command that must be done, and gives the identifier of what it made or changed.
  std::string done(const Words& words) { return must(json_of(words)).data().at("id"); }

  [[nodiscard]] std::string head() const { return git({"rev-parse", "HEAD"}); }
  [[nodiscard]] std::string last_message() const { return git({"log", "-1", "--format=%B"}) + "\n"; }
  /// All that the history says: messages and people, without the files.
  [[nodiscard]] std::string history() const { return git({"log", "--format=%B%an%cn"}); }
  [[nodiscard]] int commits() const { return std::stoi(git({"rev-list", "--count", "HEAD"})); }
  /// The paths of the last commit, one a line.
  [[nodiscard]] std::string last_paths() const {
    return git({"show", "--format=", "--name-only", "--no-renames", "HEAD"});
  }
  /// All that a command that does nothing must leave as it is: HEAD, index, folders and every byte.
  [[nodiscard]] std::string everything() const {
    std::map<std::string, std::string> parts;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root())) {
      const std::string path = entry.path().lexically_relative(root()).string();
      if (path.starts_with(".git/")) continue;
      parts[path] = entry.is_regular_file() ? read(path).value_or("") : "";
    }
    std::string all = head() + git({"status", "--porcelain=v2", "--branch"});
    for (const auto& [path, bytes] : parts) all.append("\n").append(path).append("\n").append(bytes);
    return all;
  }

  // What the commands below have in common, as people would have recorded it and committed by hand.

  /// A mentor who has done everything but the DBS check, as their file says it.
  static std::string ready_mentor(const std::string& id, const std::string& name) {
    return "id: " + id + "\nname: \"" + name +
           "\"\nscheme: rotherham\nrole: senior-manager\nenquired: 2025-11-01\nborn: 1978-03-14\n"
           "area: Rotherham\nsteps:\n"
           "  - {id: V-00001, step: information-session, on: 2025-11-09}\n"
           "  - {id: V-00002, step: line-manager, on: 2025-11-20}\n"
           "  - {id: V-00003, step: training, on: 2025-11-30, topic: safeguarding}\n"
           "  - {id: V-00004, step: training, on: 2025-11-30, topic: boundaries}\n"
           "  - {id: V-00005, step: training, on: 2025-11-30, topic: mentor-role}\n"
           "  - {id: V-00006, step: training, on: 2025-11-30, topic: relationship-building}\n"
           "  - {id: V-00007, step: training, on: 2025-11-30, topic: confidentiality}\n"
           "  - {id: V-00008, step: training, on: 2025-11-30, topic: problem-solving}\n"
           "  - {id: V-00009, step: pen-picture, on: 2025-12-01}\n";
  }
  void add_ready_mentor(const std::string& id, const std::string& name) const {
    commit_file("mentors/" + id + ".yaml", ready_mentor(id, name));
  }
  /// A young person who agreed to be referred.
  void add_young_person(const std::string& id, const std::string& name, const std::string& born) const {
    commit_file("young-people/" + id + ".yaml",
                "id: " + id + "\nname: \"" + name + "\"\nscheme: rotherham\nborn: " + born +
                    "\narea: Rotherham\nreferred: {on: 2026-01-05, by: EET Action Group, role: eet-group}\n"
                    "agreed_on: 2026-01-05\nkey_adult: Sam Patel\nkey_adult_role: personal-adviser\n");
  }
  /// Their match, running from that day with all that the rules ask for.
  void add_running_match(const std::string& id, const std::string& young_person, const std::string& mentor,
                         const std::string& started) const {
    commit_file("matches/" + id + ".yaml",
                "id: " + id + "\nyoung_person: " + young_person + "\nmentor: " + mentor +
                    "\nscheme: rotherham\nproposed: 2026-01-10\ndecisions:\n"
                    "  - {id: V-00001, by: young-person, on: 2026-01-12, yes: yes}\ncontacts_given: yes\n"
                    "first_meeting: {date: " +
                    started + ", activity: Bowling, brokered_by: Team}\nfocus: A first job\nstarted: " +
                    started + "\n");
  }

  std::string clock = "2026-04-02";
  std::map<std::string, std::string> environment;
  std::filesystem::path program;  ///< where the program is said to stand
  bool asks = false;              ///< as on a terminal
  std::string typed;              ///< what a person types there
  /// Their editor.
  std::function<int(const std::filesystem::path&)> edit = [](const std::filesystem::path&) { return 0; };

 private:
  static Answer must(Answer answer) {
    if (answer.status != 0) throw std::runtime_error("a command was not done: " + answer.err);
    return answer;
  }

  std::uint32_t drawn_ = 0;
};

/// A pair that runs since 1 February 2026: Tia Quillfeather (Y-4F7KA, 19) with Ros Okafor-Vale (M-7KQ2D),
/// P-9X2MC.
class PairFixture : public CommandFixture {
 public:
  PairFixture() {
    add_ready_mentor("M-7KQ2D", "Ros Okafor-Vale");
    add_young_person("Y-4F7KA", "Tia Quillfeather", "2006-05-20");
    add_running_match("P-9X2MC", "Y-4F7KA", "M-7KQ2D", "2026-02-01");
  }
};

/// The two before they were matched.
class TwoPeopleFixture : public CommandFixture {
 public:
  TwoPeopleFixture() {
    add_ready_mentor("M-7KQ2D", "Ros Okafor-Vale");
    add_young_person("Y-4F7KA", "Tia Quillfeather", "2006-05-20");
  }
};

/// `base` with more words behind it.
inline Words with(Words base, const Words& more) {
  base.insert(base.end(), more.begin(), more.end());
  return base;
}

}  // namespace mentor::test
