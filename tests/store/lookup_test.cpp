#include "store/lookup.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/git_fixture.h"
#include "support/records.h"
#include "support/small_scheme.h"

namespace store_lookup_test {

using mentor::Day;
using mentor::store::Reader;
using mentor::test::contains;
using mentor::test::day;
using mentor::test::MemorySource;
using mentor::test::small_scheme;
using mentor::test::trouble_of;

namespace {

/// The small scheme with a second mentor, whose identifier begins alike, and an event.
MemorySource source_with_two_mentors() {
  MemorySource::Files files = small_scheme();
  files["mentors/M-7AAAA.yaml"] = "id: M-7AAAA\nname: Ádám Byrne\nscheme: rotherham\nrole: elected-member\n";
  files["events/E-2N8WQ.yaml"] = "id: E-2N8WQ\nkind: training\ndate: 2026-03-01\nscheme: rotherham\n";
  return MemorySource(files);
}

/// What `find` finds, or the trouble.
template <class Find>
std::string found(const MemorySource& source, Find find) {
  std::string id;
  const std::string trouble = trouble_of([&] {
    Reader reader(source);
    reader.settings();
    id = find(reader).text();
  });
  return trouble.empty() ? id : trouble;
}

std::string mentor_by(const std::string& text) {
  return found(source_with_two_mentors(),
               [&](Reader& reader) { return mentor::store::find_mentor(reader, text); });
}
std::string young_person_by(const std::string& text) {
  return found(source_with_two_mentors(),
               [&](Reader& reader) { return mentor::store::find_young_person(reader, text); });
}
std::string record_by(const std::string& text) {
  return found(source_with_two_mentors(),
               [&](Reader& reader) { return mentor::store::find_record(reader, text); });
}
std::string match_by(const MemorySource& source, const std::string& text) {
  return found(source,
               [&](Reader& reader) { return mentor::store::find_match(reader, text, day("2026-03-01")); });
}

std::string match_text(const std::string& id, const std::string& more) {
  return "id: " + id + "\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2025-01-10\n" +
         more;
}

}  // namespace

TEST_CASE("a whole identifier finds its record in whatever case") {
  CHECK(mentor_by("M-7KQ2D") == "M-7KQ2D");
  CHECK(mentor_by("m-7kq2d") == "M-7KQ2D");
  CHECK(young_person_by("Y-4F7KA") == "Y-4F7KA");
  CHECK(record_by("E-2N8WQ") == "E-2N8WQ");
  CHECK(record_by("E-00000") ==
        "2 there is no record 'E-00000', 'mentorctl list events' shows what there is");
  CHECK(mentor_by("M-00000") ==
        "2 there is no mentor 'M-00000', 'mentorctl list mentors' shows what there is");
}

TEST_CASE("an identifier of another kind says so") {
  CHECK(mentor_by("Y-4F7KA") == "2 'Y-4F7KA' names a young person, and a mentor is wanted");
  CHECK(mentor_by("E-2N8WQ") == "2 'E-2N8WQ' names an event, and a mentor is wanted");
}

TEST_CASE("the beginning of an identifier is enough when it is the only one") {
  CHECK(mentor_by("M-7K") == "M-7KQ2D");
  CHECK(mentor_by("m-7a") == "M-7AAAA");
  CHECK(mentor_by("M-7") == "2 'M-7' can mean M-7AAAA (mentor), M-7KQ2D (mentor): say which");
  CHECK(mentor_by("M-9") == "2 there is no mentor 'M-9', 'mentorctl list mentors' shows what there is");
  CHECK(record_by("E-") == "E-2N8WQ");
}

TEST_CASE("part of a name finds a person, case and accents folded") {
  CHECK(young_person_by("simonovic") == "Y-4F7KA");
  CHECK(young_person_by("ZOE") == "Y-4F7KA");
  CHECK(mentor_by("adam") == "M-7AAAA");
  CHECK(mentor_by("Ada B") == "M-7KQ2D");
  CHECK(record_by("zoë") == "Y-4F7KA");
}

TEST_CASE("a name that several have is told with identifiers only") {
  const std::string trouble = mentor_by("ada");
  CHECK(trouble == "2 'ada' can mean M-7AAAA (mentor), M-7KQ2D (mentor): say which");
  CHECK(mentor_by("zoe") == "2 there is no mentor 'zoe', 'mentorctl list mentors' shows what there is");
  CHECK(mentor_by("") == "2 there is no mentor '', 'mentorctl list mentors' shows what there is");
}

TEST_CASE("a match is found by either person's name") {
  CHECK(match_by(MemorySource(small_scheme()), "byron") == "P-9X2MC");
  CHECK(match_by(MemorySource(small_scheme()), "Zoe") == "P-9X2MC");
  CHECK(match_by(MemorySource(small_scheme()), "P-9") == "P-9X2MC");
  CHECK(match_by(MemorySource(small_scheme()), "nobody") ==
        "2 there is no match 'nobody', 'mentorctl list matches' shows what there is");
}

TEST_CASE("of several matches the one that is not over is meant") {
  MemorySource source(small_scheme());
  const auto also = [&](const std::string& more) {
    source.write("matches/P-00001.yaml", match_text("P-00001", more));
  };
  const std::string ended =
      "started: 2025-02-01\nendings:\n  - {id: V-00001, on: 2025-08-01, as: managed, by: both, reason: x}\n";
  const std::string both = "2 'zoe' can mean P-00001 (match), P-9X2MC (match): say which";
  SUBCASE("one has ended") {
    also(ended);
    CHECK(match_by(source, "zoe") == "P-9X2MC");
  }
  SUBCASE("one has ended and was reopened") {
    also(ended + "reopened:\n  - {id: V-00002, on: 2025-09-01}\n");
    CHECK(match_by(source, "zoe") == both);
  }
  SUBCASE("one will end, but has not yet") {
    also(
        "started: 2025-02-01\nendings:\n  - {id: V-00001, on: 2026-03-02, as: managed, by: both, reason: "
        "x}\n");
    CHECK(match_by(source, "zoe") == both);
  }
  SUBCASE("one was declined by the first who was asked") {
    also(
        "decisions:\n  - {id: V-00001, by: young-person, on: 2025-01-11, yes: no}\n"
        "  - {id: V-00002, by: mentor, on: 2025-01-12, yes: yes}\n");
    CHECK(match_by(source, "zoe") == "P-9X2MC");
  }
  SUBCASE("one was declined, then agreed") {
    also(
        "decisions:\n  - {id: V-00001, by: mentor, on: 2025-01-11, yes: no}\n"
        "  - {id: V-00002, by: mentor, on: 2025-01-12, yes: yes}\n");
    CHECK(match_by(source, "zoe") == both);
  }
  SUBCASE("all are over") {
    also(ended);
    source.write("matches/P-9X2MC.yaml", match_text("P-9X2MC", ended));
    CHECK(match_by(source, "zoe") == both);
  }
}

TEST_CASE("a whole identifier reads one record and a beginning names of files only") {
  const MemorySource source = source_with_two_mentors();
  CHECK(found(source, [](Reader& reader) { return mentor::store::find_mentor(reader, "M-7K"); }) ==
        "M-7KQ2D");
  CHECK(source.reads() == std::vector<std::string>{"mentorctl.yaml", "mentors/M-7KQ2D.yaml",
                                                   "schemes/rotherham/2026-01-01.yaml"});
}

TEST_CASE("a name is not looked for among records that are wrong") {
  MemorySource source(small_scheme());
  source.write("mentors/M-00001.yaml", "id: M-00001\n");
  CHECK(contains(found(source, [](Reader& reader) { return mentor::store::find_mentor(reader, "byron"); }),
                 "3 "));
  CHECK(found(source, [](Reader& reader) { return mentor::store::find_mentor(reader, "M-7KQ2D"); }) ==
        "M-7KQ2D");
}

}  // namespace store_lookup_test
