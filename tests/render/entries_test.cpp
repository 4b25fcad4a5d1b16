#include "render/entries.h"

#include <doctest/doctest.h>

#include "render/text.h"

namespace render_entries_test {

using mentor::Shown;
using mentor::Table;
using mentor::Value;
using mentor::render::entries_of;
using mentor::render::to_text;

namespace {

/// `ID  NAME` is to do `what`, with a command to type.
Table to_do(const std::vector<std::vector<std::string>>& rows) {
  Table table{
      "broken",
      "To do",
      {{"id", ""}, {"name", "", Shown::people}, {"rule", "", Shown::data}, {"what", ""}, {"type", ""}},
      {}};
  table.heads = 2;
  for (const auto& row : rows) {
    table.rows.push_back({Value::of_token(row[0]), Value::of_text(row[1]), Value::of_token("a.rule"),
                          Value::of_text(row[2]), row[3].empty() ? Value() : Value::of_token(row[3])});
  }
  return table;
}

}  // namespace

TEST_CASE("an entry says what it is about, and below that what there is to say") {
  CHECK(entries_of(to_do({{"P-00001", "Tia with Ros", "nothing logged", "mentorctl check-in P-00001"}}),
                   80) == "  P-00001  Tia with Ros\n    nothing logged\n    mentorctl check-in P-00001\n");
}

TEST_CASE("rows about the same are one entry, and a command that several ask for stands once") {
  CHECK(
      entries_of(to_do({{"P-00001", "Tia", "no check-in with the mentor", "check-in"},
                        {"P-00001", "Tia", "no check-in with the young person", "check-in"},
                        {"P-00001", "Tia", "runs too long", "end"},
                        {"P-00002", "Bo", "runs too long", "end"}}),
                 80) ==
      "  P-00001  Tia\n    no check-in with the mentor\n    no check-in with the young person\n    check-in\n"
      "    runs too long\n    end\n  P-00002  Bo\n    runs too long\n    end\n");
}

TEST_CASE("what says one thing is one line as long as it fits") {
  const Table table = to_do({{"Y-00001", "Tia", "3 days, find a mentor", ""}});
  CHECK(entries_of(table, 38) == "  Y-00001  Tia: 3 days, find a mentor\n");
  CHECK(entries_of(table, 36) == "  Y-00001  Tia\n    3 days, find a mentor\n");
}

TEST_CASE("sentences are wrapped, what somebody may copy is not") {
  CHECK(
      entries_of(to_do({{"P-00001", "Tia", "nothing logged for long", "mentorctl check-in P-00001"}}), 20) ==
      "  P-00001  Tia\n    nothing logged\n    for long\n    mentorctl check-in P-00001\n");
}

TEST_CASE("nothing in an entry can reach the terminal") {
  CHECK(entries_of(to_do({{"P-00001", "Tia\x1b[2J", "a\nb", ""}}), 80) == "  P-00001  Tia\\x1b[2J: a\\nb\n");
}

TEST_CASE("below the entries stands what is not listed, also where there are none") {
  Table table = to_do({{"Y-00001", "Tia", "waits", ""}});
  table.more = "and 2 more";
  CHECK(to_text(table, 80) == "To do\n  Y-00001  Tia: waits\n  and 2 more\n");
  table.rows.clear();
  CHECK(to_text(table, 80) == "To do\n  and 2 more\n");
  table.more.clear();
  CHECK(to_text(table, 80).empty());
}

}  // namespace render_entries_test
