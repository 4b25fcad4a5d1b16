#include "exchange/cells.h"

#include <doctest/doctest.h>

#include "exchange/sheet_fields.h"

namespace exchange_cells_test {

using mentor::exchange::day_order;
using mentor::exchange::DayOrder;
using mentor::exchange::field_meant;
using mentor::exchange::find_field;
using mentor::exchange::find_table;
using mentor::exchange::settle_cell;

namespace {

std::string settled(std::string_view table, std::string_view heading, const std::string& text) {
  const auto cell = settle_cell(text, find_field(*find_table(table), heading)->column.field, {}, {});
  return cell.problem.empty() ? cell.text : "! " + cell.problem;
}

struct Row {
  std::string heading;
  std::string text;
  std::string means;
};

}  // namespace

TEST_CASE("days, lengths, money and yes are read as people write them") {
  for (const auto& [heading, text, means] : std::vector<Row>{{"date", "2026-02-05", "2026-02-05"},
                                                             {"date", "05/02/2026", "2026-02-05"},
                                                             {"date", "5.2.2026", "2026-02-05"},
                                                             {"date", "5th Feb 2026", "2026-02-05"},
                                                             {"date", "5-Feb-2026", "2026-02-05"},
                                                             {"date", "05/02/2026 00:00", "2026-02-05"},
                                                             {"date", "2026-02-05 00:00:00", "2026-02-05"},
                                                             {"date", "31/02/2026", "31/02/2026"},
                                                             {"minutes", "90", "90"},
                                                             {"minutes", "90 min", "90"},
                                                             {"minutes", "90 Minutes", "90"},
                                                             {"minutes", "1h30", "90"},
                                                             {"minutes", "1 hr 30 mins", "90"},
                                                             {"minutes", "1.5 hours", "90"},
                                                             {"minutes", "2h", "120"},
                                                             {"minutes", "1:30", "90"},
                                                             {"minutes", "01:30:00", "90"},
                                                             {"minutes", "1.5", "1.5"},
                                                             {"minutes", "1:75", "1:75"},
                                                             {"cost", "£3.50", "3.50"},
                                                             {"cost", "£1,250", "1250.00"},
                                                             {"cost", "3.5", "3.50"},
                                                             {"cancelled_by", "Young Person", "young-person"},
                                                             {"cancelled_by", "mentee", "young-person"},
                                                             {"note", " 05/02/2026 ", " 05/02/2026 "}}) {
    CAPTURE(text);
    CHECK(settled("sessions", heading, text) == means);
  }
  CHECK(settled("mentors", "care_experienced", "Y") == "yes");
  CHECK(settled("mentors", "care_experienced", "FALSE") == "no");
  CHECK(settled("mentors", "care_experienced", "perhaps") == "perhaps");
  CHECK(settled("mentors", "prefers.age", "16 to 18") == "16-18");
  CHECK(settled("mentors", "id", "m-7kq2d") == "M-7KQ2D");
}

TEST_CASE("what would be a guess is told with what to write") {
  CHECK(settled("mentors", "born", "14/3/78") ==
        "! '14/3/78' has a year of two digits, write all four: DD/MM/YYYY");
  CHECK(settled("sessions", "date", "05-02-26").starts_with("! '05-02-26' has a year of two digits"));
  CHECK(settled("sessions", "cost", "£3,50") ==
        "! '£3,50' has a comma where a point belongs, write '£3.50' if that is meant, as in 12.50");
  CHECK(settled("sessions", "cost", "3,5").starts_with("! '3,5' has a comma where a point belongs"));
  CHECK(settled("sessions", "minutes", "1,5 h") ==
        "! '1,5 h' has a comma where a point belongs, write '1.5 h' if that is meant, as in 90 or 1h30");
  CHECK(settled("sessions", "minutes", "1.5 h") == "90");
  CHECK(settled("sessions", "cost", "£1,250.50") == "1250.50");
}

TEST_CASE("a day as a spreadsheet counts, and one with the month first, are told") {
  CHECK(settled("sessions", "date", "45678").starts_with("! '45678' is a day as a spreadsheet counts days"));
  CHECK(settled("sessions", "date", "02/25/2026").starts_with("! '02/25/2026' has the month first"));
  CHECK(day_order("02/25/2026") == DayOrder::month_first);
  CHECK(day_order("25/02/2026") == DayOrder::day_first);
  CHECK(day_order("05/02/2026") == DayOrder::either);
  CHECK(day_order("2026-02-25") == DayOrder::either);
}

TEST_CASE("headings are known whatever their case, dots and blanks") {
  const auto meant = [](std::string_view table, std::string_view heading) {
    const auto* field = field_meant(*find_table(table), heading);
    return field ? field->heading : "";
  };
  CHECK(meant("mentors", "D.O.B.") == "born");
  CHECK(meant("mentors", "FULL NAME") == "name");
  CHECK(meant("mentors", "Care-experienced") == "care_experienced");
  CHECK(meant("mentors", "prefers.age") == "prefers.age");
  CHECK(meant("young-people", "Date of referral") == "referred.on");
  CHECK(meant("young-people", "EET status") == "eet.status");
  CHECK(meant("sessions", "Mentor name") == "mentor");
  CHECK(meant("sessions", "Session date") == "date");
  CHECK(meant("mentors", "Reason") == "reason");
  CHECK(meant("match-endings", "why_rejected") == "why_rejected");
  CHECK(meant("mentors", "Shoe size").empty());
}

}  // namespace exchange_cells_test
