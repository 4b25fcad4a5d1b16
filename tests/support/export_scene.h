/// What an export is made of, from files in memory: a pair, a mentor without one and somebody who waits; or
/// the example.
#pragma once

#include <optional>
#include <string>

#include "exchange/exported.h"
#include "policy/presets.h"
#include "support/memory_source.h"
#include "support/records.h"
#include "workspace.h"

namespace mentor::test {

class ExportScene {
 public:
  explicit ExportScene(MemorySource::Files files = pair()) : files_(std::move(files)) {}

  void write(const std::string& path, const std::string& bytes) { files_[path] = bytes; }

  /// What is exported on that day; it stands until the next.
  exchange::Exported on(std::string_view today, exchange::People people = exchange::People::named) {
    source_.emplace(files_);
    desk_.emplace(*source_, day(today));
    desk_->read_everything();
    return exchange::exported(basis(desk_->records()), people);
  }
  /// The same from other records, under the same policies.
  [[nodiscard]] reports::Basis basis(const Register& records) {
    return {records, desk_->policies(), desk_->rulebook(), desk_->today()};
  }
  [[nodiscard]] const Register& records() { return desk_->records(); }

  static MemorySource::Files pair() {
    return {
        {"mentorctl.yaml",
         "organisation: Rotherham Council\nschemes: [rotherham]\ncontacts: [\"Ruth Duty, 01709 000010\"]\n"
         "staff:\n  - {id: V-00001, name: Tamsin Alder, share: 0.80, from: 2025-09-01}\n"},
        {"schemes/rotherham/2026-01-01.yaml",
         "scheme: rotherham\ntitle: Mentoring\nin_force: 2026-01-01\nwords:\n  roles: [senior-manager]\n"
         "  session_kinds: [one-to-one]\n  event_kinds: [training]\nrules:\n"
         "  commitment.time: {severity: should, minutes: 90, per: month, counts: [one-to-one], source: "
         "§3.8}\n"
         "  support.check_in: {severity: should, every: 2 months, with: [mentor, young-person], source: "
         "\"§3.9; ours\"}\n"
         "  people.turning_18: {severity: advise, before: 6 months, source: ours}\n"},
        {"mentors/M-7KQ2D.yaml",
         "id: M-7KQ2D\nname: O'Hara \"Rosie\" 🎉\nscheme: rotherham\nrole: senior-manager\n"
         "born: 1978-03-14\narea: Wath\nlanguages: [English, Welsh]\nemail: rosie@example.org\n"},
        {"mentors/M-8KQ2D.yaml",
         "id: M-8KQ2D\nname: Lee Marsh\nscheme: rotherham\nrole: senior-manager\ncapacity: 2\n"},
        {"young-people/Y-4F7KA.yaml",
         "id: Y-4F7KA\nname: Zoë Šimonović\nscheme: rotherham\nborn: 2008-05-20\narea: Rawmarsh; north\n"
         "referred: {on: 2026-01-05, by: Jo Tell}\nprefers: {age: 30-40, gender: female}\neet:\n"
         "  - {id: V-00001, on: 2026-01-05, status: neet, barriers: [anxious, tired]}\n"},
        {"young-people/Y-5F7KA.yaml",
         "id: Y-5F7KA\nname: Kay Dunn\nscheme: rotherham\nborn: 2006-07-01\nreferred: {on: 2026-01-05}\n"
         "nobody_else: yes\n"},
        {"matches/P-9X2MC.yaml",
         "id: P-9X2MC\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2026-01-10\n"
         "focus: a first job\nstarted: 2026-02-01\ngoals:\n"
         "  - {id: V-00001, area: eet, text: Cook for myself, set: 2026-02-10}\n"},
        {"sessions/P-9X2MC.yaml",
         "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: one-to-one, cost: 4.50, note: She was low}\n"
         "- {id: S-00002, date: 2026-02-20, minutes: 45, kind: one-to-one}\n"
         "- {id: S-00003, date: 2026-03-05, minutes: 30, kind: one-to-one}\n"
         "- {id: S-00004, date: 2026-03-12, cancelled_by: mentor}\n"
         "- {id: S-00005, date: 2026-04-10, minutes: 20, kind: one-to-one}\n"},
        {"check-ins/P-9X2MC.yaml", "- {id: K-00001, date: 2026-03-01, with: mentor, by: Tamsin Alder}\n"},
    };
  }

  static MemorySource::Files example() {
    MemorySource::Files files;
    for (const auto& each : policy::presets()) files.emplace(each.file, each.text);
    for (const auto& each : policy::example()) files.emplace(each.file, each.text);
    return files;
  }

 private:
  MemorySource::Files files_;
  std::optional<MemorySource> source_;
  std::optional<Desk> desk_;
};

}  // namespace mentor::test
