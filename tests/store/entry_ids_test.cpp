#include "store/entry_ids.h"

#include <doctest/doctest.h>

#include <string>

namespace store_entry_ids_test {

using mentor::Place;
using mentor::store::Numbered;
using mentor::store::with_entry_ids;

namespace {

/// Draws 1, 2, 3 …, of which the identifiers S-10000, S-20000, S-30000 are made.
Numbered numbered(const std::string& text, const std::string& path) {
  std::uint32_t drawn = 0;
  return with_entry_ids(text, path, [&] { return ++drawn; });
}

}  // namespace

TEST_CASE("each entry without an identifier gets one of its kind, first in its line") {
  const auto [text, places] = numbered(
      "id: M-7KQ2D\n"
      "steps:\n"
      "  - {step: interview, on: 2026-01-01}  # by phone\n"
      "  - {on: 2026-01-02, id: V-8F3K2, step: identity}\n"
      "overrides:\n"
      "  - rule: eligibility.age\n"
      "    on: 2026-01-03\n",
      "mentors/M-7KQ2D.yaml");
  CHECK(text ==
        "id: M-7KQ2D\n"
        "steps:\n"
        "  - {id: V-10000, step: interview, on: 2026-01-01}  # by phone\n"
        "  - {on: 2026-01-02, id: V-8F3K2, step: identity}\n"
        "overrides:\n"
        "  - id: V-20000\n"
        "    rule: eligibility.age\n"
        "    on: 2026-01-03\n");
  CHECK(places == std::vector<Place>{{3, 5}, {6, 5}});
}

TEST_CASE("sessions, check-ins and members of staff get their own kinds") {
  CHECK(numbered("- {date: 2026-01-01}\r\n- {}\r\n", "sessions/P-9X2MC.yaml").text ==
        "- {id: S-10000, date: 2026-01-01}\r\n- {id: S-20000}\r\n");
  CHECK(numbered("- date: 2026-01-01\r\n  with: mentor\r\n", "check-ins/P-9X2MC.yaml").text ==
        "- id: K-10000\r\n  date: 2026-01-01\r\n  with: mentor\r\n");
  CHECK(numbered("staff: [{name: Jo}]\n", "mentorctl.yaml").text == "staff: [{id: V-10000, name: Jo}]\n");
}

TEST_CASE("an identifier that the file has already is not given again") {
  CHECK(numbered("- {id: S-10000, date: 2026-01-01}\n- {date: 2026-01-02}\n", "sessions/P-9X2MC.yaml").text ==
        "- {id: S-10000, date: 2026-01-01}\n- {id: S-20000, date: 2026-01-02}\n");
}

TEST_CASE("what has no entries, is no record, or cannot be read stays as it is") {
  for (const auto& [text, path] : std::vector<std::pair<std::string, std::string>>{
           {"id: M-7KQ2D\ninterests: [a]\n", "mentors/M-7KQ2D.yaml"},
           {"- {date: x}\n", "NOTES/P-9X2MC.yaml"},
           {"- {date: x\n", "sessions/P-9X2MC.yaml"},
           {"- words\n-\n", "sessions/P-9X2MC.yaml"},
           {"", "sessions/P-9X2MC.yaml"}}) {
    CAPTURE(text);
    CHECK(numbered(text, path).text == text);
    CHECK(numbered(text, path).places.empty());
  }
}

}  // namespace store_entry_ids_test
