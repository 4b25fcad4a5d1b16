#include "base/csv.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace base_csv_test {

using mentor::csv::cell;
using mentor::csv::guarded;
using mentor::csv::unguarded;

TEST_CASE("what a spreadsheet would run or mangle gets an apostrophe, and nothing else does") {
  for (const std::string text : {"=1+1",
                                 "+44 7700 900001",
                                 "-",
                                 "@home",
                                 "\tx",
                                 "\rx",
                                 "07700900001",
                                 "1234567890123456",
                                 "1/2",
                                 "16-18",
                                 "12:30",
                                 "1e3",
                                 "5 May 2026",
                                 "Mar 1",
                                 "TRUE",
                                 "(1)",
                                 "\xC2\xA3"
                                 "5",
                                 " x",
                                 "x ",
                                 "x\n"}) {
    CAPTURE(text);
    CHECK(guarded(text) == "'" + text);
  }
  for (const std::string text :
       {"Wath", "01709 000112", "May", "3rd Tuesday", "Wiślański", "'Tis", "a = b", "C4", "60", "0", ""}) {
    CAPTURE(text);
    CHECK(guarded(text) == text);
  }
}

TEST_CASE("whatever was guarded is read back, also what begins with apostrophes") {
  for (const std::string text :
       {"=1", "'=1", "''=1", "'", "''", "'Tis", "'07", "07", " '", "' ", "'\n", "x\n", "\xC2\xA0x"}) {
    CAPTURE(text);
    CHECK(unguarded(guarded(text)) == text);
  }
}

TEST_CASE("a cell that people typed loses the blanks around it, and keeps its apostrophe") {
  CHECK(unguarded("  Wath \n") == "Wath");
  CHECK(unguarded("\xC2\xA0Wath\xC2\xA0 ") == "Wath");
  CHECK(unguarded(" 's-Hertogenbosch") == "'s-Hertogenbosch");
}

TEST_CASE("a cell stands in quotation marks where it must") {
  CHECK(cell("a b") == "a b");
  CHECK(cell("a,b") == "\"a,b\"");
  CHECK(cell("say \"so\"") == "\"say \"\"so\"\"\"");
  CHECK(cell("a\nb") == "\"a\nb\"");
}

}  // namespace base_csv_test
