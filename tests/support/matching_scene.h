/// People who wait and mentors who are ready, as matching meets them: a scheme that asks for little.
#pragma once

#include <memory>
#include <string>

#include "matching/suggestion.h"
#include "store/reader.h"
#include "support/memory_source.h"
#include "support/records.h"

namespace mentor::test {

/// A scheme `home` whose mentors need an information session, and `matching` as its policy has it. The day is
/// 1 July 2026.
class MatchingScene {
 public:
  /// `M-00001` for 1; ready unless `steps` say otherwise.
  MatchingScene& mentor(int number, const std::string& more = "",
                        const std::string& steps =
                            "  - {id: V-00001, step: information-session, on: "
                            "2026-01-01}\n") {
    const std::string id = "M-0000" + std::to_string(number);
    files_["mentors/" + id + ".yaml"] = "id: " + id + "\nname: Mentor " + std::to_string(number) +
                                        "\nscheme: home\nrole: helper\nenquired: 2026-01-01\n" + more +
                                        (steps.empty() ? "" : "steps:\n" + steps);
    return *this;
  }
  MatchingScene& young_person(int number, const std::string& more = "") {
    const std::string id = "Y-0000" + std::to_string(number);
    const std::string referred = more.find("referred: ") == std::string::npos ? "referred: {on: 2026-04-01}\n"
                                                                              : std::string();
    files_["young-people/" + id + ".yaml"] = "id: " + id + "\nname: Person " + std::to_string(number) +
                                             "\nscheme: home\nborn: 2006-05-20\n" + referred + more;
    return *this;
  }
  MatchingScene& match(int number, int young_person, int mentor, const std::string& more) {
    const std::string id = "P-0000" + std::to_string(number);
    files_["matches/" + id + ".yaml"] = "id: " + id + "\nyoung_person: Y-0000" +
                                        std::to_string(young_person) + "\nmentor: M-0000" +
                                        std::to_string(mentor) + "\nscheme: home\nproposed: 2026-02-01\n" +
                                        more;
    return *this;
  }
  MatchingScene& file(const std::string& path, const std::string& text) {
    files_[path] = text;
    return *this;
  }
  /// The lines of the policy's `matching:`.
  MatchingScene& counts(const std::string& weights) {
    weights_ = weights;
    return *this;
  }

  /// The mentors as they offer themselves; holds until the next call.
  const matching::Pool& pool() {
    files_["mentorctl.yaml"] = "organisation: Home\nschemes: [home]\n";
    files_["schemes/home/2026-01-01.yaml"] =
        "scheme: home\ntitle: Home\nin_force: 2026-01-01\nwords:\n  groups: [new-arrival]\nrules:\n"
        "  readiness.information_session: {severity: should, source: us}\n"
        "matching:\n  source: us\n" +
        weights_;
    source_ = std::make_shared<MemorySource>(files_);
    reader_ = std::make_shared<store::Reader>(*source_);
    reader_->settings();
    reader_->everything();
    Problems problems = reader_->problems();
    rulebook_ = std::make_shared<rules::Rulebook>(reader_->policies(), problems);
    if (!problems.empty()) throw std::runtime_error(told(problems.front()));
    pool_ = std::make_shared<matching::Pool>(reader_->records(), reader_->policies(), *rulebook_,
                                             day("2026-07-01"));
    return *pool_;
  }
  const Register& records() const { return reader_->records(); }
  const policy::Policies& policies() const { return reader_->policies(); }
  const rules::Rulebook& rulebook() const { return *rulebook_; }

 private:
  MemorySource::Files files_;
  std::string weights_;
  std::shared_ptr<MemorySource> source_;
  std::shared_ptr<store::Reader> reader_;
  std::shared_ptr<rules::Rulebook> rulebook_;
  std::shared_ptr<matching::Pool> pool_;
};

}  // namespace mentor::test
