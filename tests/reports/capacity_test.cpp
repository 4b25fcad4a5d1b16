#include <doctest/doctest.h>

#include "support/two_schemes.h"

namespace reports_capacity_test {

using mentor::test::contains;
using mentor::test::json;
using mentor::test::rows_of;
using mentor::test::TwoSchemesFixture;
using mentor::test::Words;

TEST_CASE_FIXTURE(TwoSchemesFixture, "capacity counts the team of the day as full-time workers") {
  two_pairs();
  ended_pair("drifted");
  match("P-00004", "Y-00003", "M-00003", "stockport",
        "started: 2026-03-02\npauses:\n  - {id: V-00002, from: 2026-03-20}\n");
  settings(
      "staff:\n"
      "  - {id: V-00001, name: Bea Lund, share: 0.60, from: 2026-04-02}\n"
      "  - {id: V-00002, name: Cy Hall}\n"
      "  - {id: V-00003, name: Di Moor, share: 0.50, to: 2026-04-02}\n"
      "  - {id: V-00004, name: Ed Nash, share: 0.25, from: 2026-04-03}\n");
  const json capacity = report("capacity");
  CHECK(rows_of(capacity.at("staff"), {"id", "share", "from", "to"}) ==
        Words{"V-00001 0.6 2026-04-02 -", "V-00002 1.0 - -"});
  CHECK(capacity.at("full_time") == 1.6);
  CHECK(capacity.at("running") == 3);
  CHECK(capacity.at("for_each") == 1.88);  // 3 / 1.60 = 1.875
  CHECK(rows_of(capacity.at("pairs"), {"scheme", "pairs", "for_each"}) ==
        Words{"rotherham 1 0.63", "stockport 2 1.25"});  // 0.625
  CHECK(rows_of(capacity.at("by_area"), {"scheme", "area", "pairs"}) ==
        Words{"rotherham Rotherham 1", "stockport Stockport 2"});
  CHECK(contains(run({"report", "capacity"}).out, "Bea Lund"));
  CHECK_FALSE(contains(run({"report", "capacity", "--format", "csv"}).out, "Bea"));
}

TEST_CASE_FIXTURE(TwoSchemesFixture, "without staff there are no pairs for each") {
  two_pairs();
  const json capacity = report("capacity");
  CHECK(capacity.at("full_time") == 0);
  CHECK_FALSE(capacity.contains("for_each"));
  CHECK(rows_of(capacity.at("pairs"), {"scheme", "pairs", "for_each"}) ==
        Words{"rotherham 1 -", "stockport 1 -"});
}

}  // namespace reports_capacity_test
