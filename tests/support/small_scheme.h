/// The least data directory: settings and one short policy, as tests of reading need them.
#pragma once

#include "support/memory_source.h"

namespace mentor::test {

inline const char* const settings_text = "organisation: Rotherham Council\nschemes: [rotherham]\n";

inline const char* const policy_text = R"(scheme: rotherham
title: Mentoring
in_force: 2026-01-01
words:
  roles: [senior-manager, elected-member]
  topics: [boundaries, safeguarding]
  qualifications: [level-2-mentoring]
  considered: [training]
  areas: [home, eet]
  barriers: [custody]
  support: [eet-group]
  groups: [disabled]
  session_kinds: [one-to-one, call]
  event_kinds: [training]
rules:
  match.key_adult: {severity: should, source: "§2.4"}
)";

/// A source with the settings and the policy, and a mentor, a young person and a match in it.
inline MemorySource::Files small_scheme() {
  return {
      {"mentorctl.yaml", settings_text},
      {"schemes/rotherham/2026-01-01.yaml", policy_text},
      {"mentors/M-7KQ2D.yaml", "id: M-7KQ2D\nname: Ada Byron\nscheme: rotherham\nrole: senior-manager\n"},
      {"young-people/Y-4F7KA.yaml",
       "id: Y-4F7KA\nname: Zoë Šimonović\nscheme: rotherham\nborn: 2008-05-20\nreferred: {on: 2026-01-05}\n"},
      {"matches/P-9X2MC.yaml",
       "id: P-9X2MC\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2026-01-10\n"
       "started: 2026-02-01\n"},
  };
}

}  // namespace mentor::test
