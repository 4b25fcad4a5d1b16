/// Two schemes in one directory, under the same rules, with people of the same name in both. The clock shows
/// 2 April 2026.
#pragma once

#include <string>

#include "support/command_fixture.h"

namespace mentor::test {

class TwoSchemesFixture : public CommandFixture {
 public:
  TwoSchemesFixture() {
    settings();
    std::string policy = read("schemes/rotherham/2026-01-01.yaml").value();
    policy.replace(policy.find("scheme: rotherham"), 17, "scheme: stockport");
    write("schemes/stockport/2026-01-01.yaml", policy);
  }

  /// The settings with these lines more.
  void settings(const std::string& more = "") const {
    write("mentorctl.yaml", "organisation: Both\nschemes: [rotherham, stockport]\n" + more);
  }
  /// A mentor who lacks nothing; `steps` are lines of further steps.
  void mentor(const std::string& id, const std::string& name, const std::string& scheme,
              const std::string& more = "", const std::string& steps = "") const {
    std::string text = ready_mentor(id, name);
    text.replace(text.find("scheme: rotherham"), 17, "scheme: " + scheme);
    text.replace(text.find("area: Rotherham\n"), 16, more + area_of(scheme));
    write("mentors/" + id + ".yaml", text + steps);
  }
  /// A young person born on 20 May 2006 and referred on 5 January 2026.
  void young_person(const std::string& id, const std::string& name, const std::string& scheme,
                    const std::string& more = "") const {
    write("young-people/" + id + ".yaml",
          "id: " + id + "\nname: " + name + "\nscheme: " + scheme + "\n" + area_of(scheme) +
              (more.find("born: ") == std::string::npos ? "born: 2006-05-20\n" : "") +
              "referred: {on: 2026-01-05, by: Jo}\nagreed_on: 2026-01-05\nkey_adult: Jo\n" + more);
  }
  /// A match proposed on 1 September 2025.
  void match(const std::string& id, const std::string& young_person, const std::string& mentor,
             const std::string& scheme, const std::string& more) const {
    write("matches/" + id + ".yaml",
          "id: " + id + "\nyoung_person: " + young_person + "\nmentor: " + mentor + "\nscheme: " + scheme +
              "\nproposed: 2025-09-01\ndecisions:\n  - {id: V-00001, by: young-person, on: 2025-09-02, yes: "
              "yes}\ncontacts_given: yes\nfocus: A job\n" +
              more);
  }
  void sessions(const std::string& match, const std::string& lines) const {
    write("sessions/" + match + ".yaml", lines);
  }

  /// Tia Quillfeather (Y-00001) with Ros Okafor-Vale (M-00001) in Rotherham since 1 February 2026: P-00001;
  /// people of the same names (Y-00002, M-00002) in Stockport since 12 January: P-00002.
  void two_pairs() const {
    mentor("M-00001", "Ros Okafor-Vale", "rotherham");
    mentor("M-00002", "Ros Okafor-Vale", "stockport");
    young_person("Y-00001", "Tia Quillfeather", "rotherham");
    young_person("Y-00002", "Tia Quillfeather", "stockport");
    match("P-00001", "Y-00001", "M-00001", "rotherham", "started: 2026-02-01\n");
    match("P-00002", "Y-00002", "M-00002", "stockport", "started: 2026-01-12\n");
  }
  /// Another pair of Stockport's, that ended as told on 1 March 2026: Ben Moss (Y-00003) with Asha Bell
  /// (M-00003), P-00003.
  void ended_pair(const std::string& as) const {
    mentor("M-00003", "Asha Bell", "stockport");
    young_person("Y-00003", "Ben Moss", "stockport");
    match("P-00003", "Y-00003", "M-00003", "stockport",
          "started: 2025-09-10\nendings:\n  - {id: V-00009, on: 2026-03-01, as: " + as +
              ", by: both, reason: Moved}\n");
  }

  json report(const std::string& name) {
    const Answer answer = json_of({"report", name});
    CHECK(answer.err == "");
    CHECK(answer.status == 0);
    return answer.data();
  }

 private:
  static std::string area_of(const std::string& scheme) {
    return scheme == "rotherham" ? "area: Rotherham\n" : "area: Stockport\n";
  }
};

/// The rows of a JSON table, each its cells under those keys with blanks between; `-` where there is none.
inline Words rows_of(const json& table, const Words& keys) {
  Words rows;
  for (const auto& row : table) {
    std::string line;
    for (const auto& key : keys) {
      const json cell = row.value(key, json("-"));
      line += (line.empty() ? "" : " ") + (cell.is_string() ? cell.get<std::string>() : cell.dump());
    }
    rows.push_back(line);
  }
  return rows;
}

}  // namespace mentor::test
