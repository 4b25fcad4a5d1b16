#include "exchange/spreadsheet.h"

#include <doctest/doctest.h>

#include "base/errors.h"
#include "support/records.h"

namespace exchange_spreadsheet_test {

using mentor::Trouble;
using mentor::exchange::read_spreadsheet;
using mentor::exchange::Spreadsheet;
using mentor::exchange::write_rejected;
using Cells = std::vector<std::string>;
using namespace std::string_literals;

namespace {

Spreadsheet read(const std::string& bytes) { return read_spreadsheet(bytes, "sheet.csv"); }

/// What is wrong with a sheet.
std::string wrong(const std::string& bytes) {
  try {
    static_cast<void>(read(bytes));
  } catch (const Trouble& trouble) {
    return mentor::test::told(trouble.problems()).at(0);
  }
  return "";
}

}  // namespace

TEST_CASE("a sheet is read with whichever separator, line end and byte order mark it has") {
  for (const std::string& bytes : {"Name,Town\nAl,Wath\n"s, "Name;Town\r\nAl;Wath"s,
                                   "\xEF\xBB\xBFName\tTown\rAl\tWath\r"s, "sep=|\nName|Town\nAl|Wath\n"s,
                                   "\n,,\nName,Town\n\nAl,Wath,,\n"s, "\"Name\",\"Town\"\n\"Al\",\"Wath\"\n"s,
                                   "\xFF\xFEN\0a\0m\0e\0,\0T\0o\0w\0n\0\n\0A\0l\0,\0W\0a\0t\0h\0"s,
                                   "\xFE\xFF\0N\0a\0m\0e\0,\0T\0o\0w\0n\0\n\0A\0l\0,\0W\0a\0t\0h"s}) {
    CAPTURE(bytes);
    const Spreadsheet sheet = read(bytes);
    CHECK(sheet.headings == Cells{"Name", "Town"});
    REQUIRE(sheet.rows.size() == 1);
    CHECK(sheet.rows[0].cells == Cells{"Al", "Wath"});
    CHECK(sheet.notes.empty());
  }
}

TEST_CASE("quotation marks keep separators and line ends, and lines are counted on") {
  const Spreadsheet sheet = read("Name;Note\nAl;\"a; \"\"b\"\"\nc\"\nBo;it's 5\" long\n");
  CHECK(sheet.rows[0].cells == Cells{"Al", "a; \"b\"\nc"});
  CHECK(sheet.rows[0].line == 2);
  CHECK(sheet.rows[1].cells == Cells{"Bo", "it's 5\" long"});
  CHECK(sheet.rows[1].line == 4);
}

TEST_CASE("what is not UTF-8 is Windows-1252, and it is said so") {
  const Spreadsheet sheet = read(
      "Name\nZo\xEB O\x92"
      "Brien \x80"
      "5\n");
  CHECK(sheet.rows[0].cells == Cells{"Zoë O’Brien €5"});
  REQUIRE(sheet.notes.size() == 1);
  CHECK(sheet.notes[0].starts_with("sheet.csv: the file is not UTF-8 and was read as Windows-1252"));
}

TEST_CASE("what is no sheet is refused with what to do") {
  CHECK(wrong("PK\x03\x04 and more").starts_with("sheet.csv:1:1: this is a workbook"));
  CHECK(wrong("Name\nA\0"s).starts_with("sheet.csv:1:1: this is no text"));
  CHECK(wrong("\xFF\xFE\x00\xD8"s).starts_with("sheet.csv:1:1: the file begins as UTF-16"));
  CHECK(wrong("Name\n\x81\n").starts_with("sheet.csv:1:1: the file is neither UTF-8 nor Windows-1252"));
  CHECK(wrong("").starts_with("sheet.csv:1:1: the sheet is empty"));
  CHECK(
      wrong("Name,Note\nAl,x\nBo,\"y\nCy,z\n").starts_with("sheet.csv:3:1: a quotation mark begins a cell"));
}

TEST_CASE("rejected rows keep their cells, and read back give them again") {
  const Spreadsheet sheet = read("Name;Phone\n\"=1\";07700900001\n' x;\"a,b\"\n");
  const std::string rejected = write_rejected(sheet, {{0, "no, \"not\" so"}, {1, "why"}}, "reason");
  CHECK(rejected == "Name,Phone,reason\n'=1,'07700900001,\"no, \"\"not\"\" so\"\n' x,\"a,b\",why\n");
  const Spreadsheet again = read(rejected);
  CHECK(again.rows[0].cells == Cells{"=1", "07700900001", "no, \"not\" so"});
  CHECK(write_rejected(again, {{1, "else"}}, "reason") == "Name,Phone,reason\n' x,\"a,b\",else\n");
}

}  // namespace exchange_spreadsheet_test
