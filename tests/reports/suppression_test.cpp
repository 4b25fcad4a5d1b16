#include "reports/suppression.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"

namespace reports_suppression_test {

using mentor::Value;
using mentor::reports::is_small;
using mentor::reports::told;
using mentor::reports::told_median;
using mentor::reports::told_most;
using mentor::reports::told_parts;
using mentor::reports::told_share;

namespace {

using Counts = std::vector<int>;

std::string said(const std::vector<Value>& values) {
  std::vector<std::string> texts;
  for (const auto& each : values) texts.push_back(each.text);
  return mentor::join(texts, ", ");
}

/// All parts that are told as `outcome` of one whole.
using SameToAReader = std::map<std::pair<int, std::string>, std::vector<Counts>>;

/// Tries all parts of wholes up to `most`.
void try_all(Counts& parts, std::size_t from, int whole, int most, SameToAReader& told_alike) {
  if (from == parts.size()) {
    told_alike[{whole, said(told_parts(parts))}].push_back(parts);
    return;
  }
  for (parts[from] = 0; whole + parts[from] <= most; ++parts[from])
    try_all(parts, from + 1, whole + parts[from], most, told_alike);
}

/// Parts that somebody works out who knows the whole, all that is told, and how it is decided what is told.
std::vector<std::string> worked_out(std::size_t parts, int most) {
  SameToAReader told_alike;
  Counts counts(parts);
  try_all(counts, 0, 0, most, told_alike);
  std::vector<std::string> found;
  for (const auto& [told, candidates] : told_alike) {
    for (std::size_t i = 0; i < parts; ++i) {
      std::set<int> possible;
      for (const auto& each : candidates) possible.insert(each[i]);
      if (possible.size() == 1 && is_small(*possible.begin()))
        found.push_back(std::to_string(told.first) + ": " + told.second);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("a count from 1 to 4 is not told, none and 5 are") {
  CHECK(told(0).text == "0");
  CHECK(told(1).text == "under 5");
  CHECK(told(4).text == "under 5");
  CHECK(told(5).text == "5");
  CHECK(told(0).form == mentor::Form::number);
  CHECK(told(1).form == mentor::Form::token);
}

TEST_CASE("parts none of which is small are told as they are") {
  CHECK(said(told_parts({12, 5, 0})) == "12, 5, 0");
  CHECK(said(told_parts({})).empty());
}

TEST_CASE("beside a small part the largest is blurred, so that nobody can subtract") {
  CHECK(said(told_parts({12, 2, 0})) == "5 or more, under 5, 0");
  CHECK(said(told_parts({12, 2, 7, 3})) == "5 or more, under 5, 7, under 5");
  CHECK(said(told_parts({1, 8})) == "under 5, 5 or more");
}

TEST_CASE("small parts that only their sum could tell stand without another") {
  CHECK(said(told_parts({1, 3, 0})) == "under 5, under 5, 0");
  CHECK(said(told_parts({4, 3})) == "under 5, under 5");
}

TEST_CASE("where blurring would not be enough no part is told") {
  CHECK(said(told_parts({1, 0, 0})) == "not shown, not shown, not shown");  // a whole of 1
  CHECK(said(told_parts({1, 1})) == "not shown, not shown");                // a whole of 2, both at least 1
  CHECK(said(told_parts({4, 4})) == "not shown, not shown");                // a whole of 8, both at most 4
  CHECK(said(told_parts({1, 5})) == "not shown, not shown");                // 6, of which one is 5 or more
  CHECK(said(told_parts({3, 5})) == "not shown, not shown");                // else 4 and 4 would stand alone
  CHECK(said(told_parts({1, 7, 8})) ==
        "not shown, not shown, not shown");  // 9 beside the 7, of which 8 at least
  CHECK(said(told_parts({2, 1, 0})) == "not shown, not shown, not shown");  // else 1, 1 and 1 would
}

TEST_CASE("nobody can work out a small part who knows the whole and how it is decided what is told") {
  CHECK(worked_out(2, 30).empty());
  CHECK(worked_out(3, 20).empty());
  CHECK(worked_out(4, 12).empty());
  CHECK(worked_out(5, 8).empty());
}

TEST_CASE("a share says of how many, unless these are few") {
  CHECK(said(told_share(20, 12)) == "20, 12, 8");
  CHECK(said(told_share(9, 8)) == "9, 5 or more, under 5");
  CHECK(said(told_share(6, 5)) == "6, not shown, not shown");
  CHECK(said(told_share(9, 9)) == "9, 9, 0");
  CHECK(said(told_share(3, 3)) == "under 5, not shown, not shown");
  CHECK(said(told_share(0, 0)) == "0, 0, 0");
}

TEST_CASE("a time that fewer than 5 stand for is not told") {
  CHECK(told_median({9, 1, 7, 3, 5}).text == "5");
  CHECK(told_median({9, 1, 7, 3, 5, 6}).text == "5");  // half-way between 5 and 6, rounded down
  CHECK(told_most({9, 1, 7, 3, 5}).text == "9");
  CHECK(told_median({9, 1, 7, 3}).text == "not shown");
  CHECK(told_most({9}).text == "not shown");
  for (const auto& none : {told_median({}), told_most({})}) {
    CHECK(none.form == mentor::Form::nothing);
    CHECK(none.text == "nobody");
  }
}

TEST_CASE("where all but a few are in one part, how many is not told") {
  const auto shown = [](int part, int whole) {
    return mentor::reports::without_rests({mentor::reports::told(part)}, {part}, whole).front().text;
  };
  CHECK(shown(20, 21) == "5 or more");
  CHECK(shown(17, 21) == "5 or more");
  CHECK(shown(16, 21) == "16");
  CHECK(shown(21, 21) == "21");
  CHECK(shown(4, 5) == "under 5");
  CHECK(shown(0, 3) == "0");
}

}  // namespace reports_suppression_test
