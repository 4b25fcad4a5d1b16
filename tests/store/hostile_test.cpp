#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "store/yaml.h"
#include "support/git_fixture.h"
#include "support/records.h"

namespace store_hostile_test {

namespace fs = std::filesystem;

namespace {

const std::string hostile = std::string(MENTORCTL_SOURCE_DIR) + "/tests/hostile";

/// Larger files are left to tests/hostile.test.sh, which also measures what they cost.
constexpr std::uintmax_t largest = 100'000;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// `ACCEPT` when the text is a record at all, be it of no kind; else `REFUSE line:column`.
std::string verdict(const std::string& text) {
  {
    const auto parsed = mentor::store::parse_yaml(text, "f");
    if (!parsed.problem && parsed.root.form == mentor::Form::map) return "ACCEPT";
  }
  mentor::Problems problems;
  static_cast<void>(mentor::store::read_record<mentor::Mentor>(text, "mentors/M-7KQ2D.yaml", problems));
  const auto place = std::ranges::min(problems).spot.place;
  return "REFUSE " + std::to_string(place.line) + ":" + std::to_string(place.column);
}

}  // namespace

TEST_CASE("every hostile file is refused at its place, and those that only look so are read") {
  const mentor::test::TemporaryDirectory directory;
  const std::string write = "bash '" + hostile + "/write' '" + directory.path().string() + "'";
  REQUIRE(std::system(write.c_str()) == 0);  // NOLINT(cert-env33-c): a fixed command
  std::ifstream expected(hostile + "/expected.tsv");
  std::ptrdiff_t rows = 0;
  for (std::string name, wanted; std::getline(expected, name, '\t') && std::getline(expected, wanted);
       ++rows) {
    CAPTURE(name);
    const fs::path path = directory.path() / (name + ".yaml");
    if (fs::file_size(path) > largest) continue;
    const std::string got = verdict(bytes_of(path));
    CHECK(wanted.substr(0, wanted.find(' ', std::string("REFUSE ").size())) == got);
  }
  CHECK(rows == std::distance(fs::directory_iterator(directory.path()), {}));
}

}  // namespace store_hostile_test
