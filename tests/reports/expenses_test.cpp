#include <doctest/doctest.h>

#include "support/two_schemes.h"

namespace reports_expenses_test {

using mentor::test::contains;
using mentor::test::json;
using mentor::test::rows_of;
using mentor::test::TwoSchemesFixture;
using mentor::test::Words;

namespace {

struct ExpensesFixture : TwoSchemesFixture {
  ExpensesFixture() {
    two_pairs();
    ended_pair("drifted");
    sessions("P-00001",
             "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: one-to-one, activity: Tea, cost: 0.10, "
             "claimed: 2026-02-11, paid: 2026-03-01}\n"
             "- {id: S-00002, date: 2026-02-17, cancelled_by: young-person, cost: 0.20, cost_for: tickets}\n"
             "- {id: S-00003, date: 2026-02-24, minutes: 60, kind: one-to-one}\n"
             "- {id: S-00004, date: 2026-04-03, minutes: 60, kind: one-to-one, cost: 9.99}\n");
    sessions("P-00002",
             "- {id: S-00001, date: 2026-03-10, minutes: 60, kind: one-to-one, cost: 12.35, claimed: "
             "2026-04-02, paid: 2026-04-03}\n"
             "- {id: S-00002, date: 2026-03-11, minutes: 60, kind: one-to-one, cost: 7.66, claimed: "
             "2026-04-03}\n");
    sessions(
        "P-00003",
        "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: one-to-one, cost: 100.00, paid: 2026-02-20}\n");
  }
};

}  // namespace

TEST_CASE_FIXTURE(ExpensesFixture,
                  "every session that cost something by the day is a claim, the cancelled too") {
  CHECK(rows_of(report("expenses").at("claims"), {"match", "session", "date", "cost", "claimed", "paid"}) ==
        Words{"P-00001 S-00001 2026-02-10 0.1 2026-02-11 2026-03-01", "P-00001 S-00002 2026-02-17 0.2 - -",
              "P-00002 S-00001 2026-03-10 12.35 2026-04-02 -", "P-00002 S-00002 2026-03-11 7.66 - -",
              "P-00003 S-00001 2026-02-10 100.0 - 2026-02-20"});
}

TEST_CASE_FIXTURE(ExpensesFixture, "costs add up in whole pence, by pair and by area") {
  const json expenses = report("expenses");
  const Words sums{"cost", "claimed", "unclaimed", "unpaid", "paid"};
  Words keys{"scheme", "match", "mentor"};
  keys.insert(keys.end(), sums.begin(), sums.end());
  CHECK(rows_of(expenses.at("totals"), keys) == Words{"rotherham P-00001 M-00001 0.3 0.1 0.2 0.0 0.1",
                                                      "stockport P-00002 M-00002 20.01 12.35 7.66 12.35 0.0",
                                                      "stockport P-00003 M-00003 100.0 100.0 0.0 0.0 100.0"});
  keys = {"scheme", "area"};
  keys.insert(keys.end(), sums.begin(), sums.end());
  CHECK(rows_of(expenses.at("by_area"), keys) == Words{"rotherham Rotherham 0.3 0.1 0.2 0.0 0.1",
                                                       "stockport Stockport 120.01 112.35 7.66 12.35 100.0"});
}

TEST_CASE_FIXTURE(ExpensesFixture, "money is written with its pence for spreadsheets and for people") {
  const auto csv = run({"report", "expenses", "--format", "csv"});
  CHECK(csv.rows("totals").back() == "totals,stockport,P-00003,M-00003,100.00,100.00,0.00,0.00,100.00");
  CHECK_FALSE(contains(csv.out, "Tia"));
  const std::string text = run({"report", "expenses"}).out;
  CHECK(contains(text, "120.01"));
  CHECK(contains(text, "tickets"));
}

}  // namespace reports_expenses_test
