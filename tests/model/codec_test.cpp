#include "model/codec.h"

#include <doctest/doctest.h>

#include <string>

#include "store/yaml.h"
#include "support/records.h"

namespace model_codec_test {

/// A record with a field of every shape.
struct Visit {
  mentor::Day on;
  std::string note;
  std::optional<mentor::Minutes> minutes;
  std::vector<std::string> topics;
  std::optional<mentor::Wishes> wishes;
  std::vector<mentor::Reopening> reopened;
  mentor::Places places;
};

}  // namespace model_codec_test

namespace mentor {

template <>
inline constexpr auto fields_of<model_codec_test::Visit> =
    std::tuple(field("on", &model_codec_test::Visit::on, traits::required | traits::dated, "the day"),
               field("note", &model_codec_test::Visit::note, traits::words, "a note"),
               field("minutes", &model_codec_test::Visit::minutes, traits::optional, "how long"),
               field("topics", &model_codec_test::Visit::topics, traits::optional, "what about"),
               field("wishes", &model_codec_test::Visit::wishes, traits::optional, "what is wished for"),
               field("reopened", &model_codec_test::Visit::reopened, traits::optional, "when it came back"));

}  // namespace mentor

namespace model_codec_test {

using mentor::Decoder;
using mentor::encode;
using mentor::Form;
using mentor::place_of;
using mentor::same;
using mentor::Value;
using mentor::test::day;
using mentor::test::Lines;

namespace {

Value tree(const std::string& yaml) {
  const auto parsed = mentor::store::parse_yaml(yaml, "f");
  REQUIRE_FALSE(parsed.problem);
  return parsed.root;
}

Visit decoded(const std::string& yaml) {
  Decoder decoder("f");
  Visit visit = decoder.record<Visit>(tree(yaml), "a visit");
  CHECK(mentor::test::told(decoder.take_problems()) == Lines{});
  return visit;
}

Lines wrong(const std::string& yaml) {
  Decoder decoder("f");
  static_cast<void>(decoder.record<Visit>(tree(yaml), "a visit"));
  return mentor::test::told(decoder.take_problems());
}

}  // namespace

TEST_CASE("fields are read in whatever order they stand") {
  const Visit visit = decoded(R"(topics: [no, "010"]
wishes: {age: 16-18}
minutes: 45
reopened:
  - {on: 2026-03-01, id: V-00001}
note: null
on: 2026-02-28
)");
  CHECK(visit.on == day("2026-02-28"));
  CHECK(visit.note == "null");
  CHECK(visit.minutes == mentor::Minutes{45});
  CHECK(visit.topics == std::vector<std::string>{"no", "010"});
  CHECK(visit.wishes->age == mentor::Ages{16, 18});
  CHECK(visit.reopened.at(0).on == day("2026-03-01"));
}

TEST_CASE("absent fields are absent in the record and in its tree") {
  const Visit visit = decoded("on: 2026-02-28\n");
  CHECK(visit.note.empty());
  CHECK_FALSE(visit.minutes);
  CHECK_FALSE(visit.wishes);
  const Value value = encode(visit);
  REQUIRE(value.members.size() == 1);
  CHECK(value.members[0].key == "on");
}

TEST_CASE("a tree has the fields in the order of the table, each in its form") {
  const Value value = encode(
      decoded("topics: [b, a]\nnote: x\nminutes: 45\non: 2026-02-28\nwishes: {gender: any}\n"));
  CHECK(mentor::store::write_yaml(value) ==
        "on: 2026-02-28\nnote: x\nminutes: 45\ntopics: [b, a]\nwishes: {gender: any}\n");
  CHECK(value.find("on")->value.form == Form::token);
  CHECK(value.find("note")->value.form == Form::text);
  CHECK(value.find("minutes")->value.form == Form::number);
  CHECK(value.find("topics")->value.form == Form::list);
  CHECK(value.find("wishes")->value.form == Form::map);
  CHECK(value.find("reopened") == nullptr);
}

TEST_CASE("a hundred things wrong in one file are told and the rest summed up") {
  std::string keys = "on: 2026-02-28\n";
  for (int i = 0; i < 100'000; ++i) keys += "k" + std::to_string(i) + ": 1\n";
  const Lines told = wrong(keys);
  REQUIRE(told.size() == 101);
  CHECK(told.back() == "f:102:1: more is wrong in this file, mend what is told before this");
}

TEST_CASE("everything wrong is told, each at its place") {
  CHECK(wrong("note: x\n") == Lines{"f:1:1: a visit must have 'on', add it"});
  CHECK(wrong("on: 2026-02-28\nnoet: x\n") ==
        Lines{"f:2:1: a visit has no field 'noet', did you mean 'note' (one of "
              "on, note, minutes, topics, wishes, reopened)"});
  CHECK(wrong("on: 2026-02-29\nminutes: 0\n") ==
        Lines{"f:1:5: 'on': '2026-02-29' is not a date, YYYY-MM-DD",
              "f:2:10: 'minutes': '0' is not whole minutes, 1 to 1440"});
  CHECK(wrong("on:\n") == Lines{"f:1:1: 'on' has no value, give one, it is needed"});
  CHECK(wrong("on: 2026-02-28\nnote: \"\"\n") ==
        Lines{"f:2:7: 'note' has no value, give one or take the line out"});
  CHECK(wrong("on: [2026-02-28]\n") == Lines{"f:1:5: 'on' must be a date, YYYY-MM-DD"});
  CHECK(wrong("on: 2026-02-28\ntopics: a\nwishes: b\nreopened: c\n") ==
        Lines{"f:2:9: 'topics' must be a list, one '- …' a line or [a, b]",
              "f:3:9: 'wishes' must be fields, one 'key: value' each",
              "f:4:11: 'reopened' must be a list, one '- …' a line or [a, b]"});
  CHECK(
      wrong("on: 2026-02-28\ntopics: [a, [b], \"\"]\n") ==
      Lines{"f:2:13: 'topics' must be text", "f:2:18: 'topics' has no value, give one or take the line out"});
  CHECK(wrong("on: 2026-02-28\nreopened:\n  - {on: 2026-03-01}\n  - x\n") ==
        Lines{"f:3:5: an entry of 'reopened' must have 'id', add it, or let 'mentorctl record' give it one",
              "f:4:5: an entry of 'reopened' must be fields, one 'key: value' each"});
  CHECK(wrong("- on: 2026-02-28\n") == Lines{"f:1:1: a visit must be fields, one 'key: value' each"});
}

TEST_CASE("a record knows where its fields were read") {
  const Visit visit = decoded("note: x\non: 2026-02-28\nreopened:\n  - {id: V-00001, on: 2026-03-01}\n");
  CHECK(place_of(visit, &Visit::on) == mentor::Place{2, 5});
  CHECK(place_of(visit, &Visit::note) == mentor::Place{1, 7});
  CHECK(place_of(visit, &Visit::minutes) == mentor::Place{1, 1});
  CHECK(place_of(visit.reopened[0], &mentor::Reopening::on) == mentor::Place{4, 23});
  CHECK(place_of(visit.reopened[0], &mentor::Reopening::why) == mentor::Place{4, 5});
}

TEST_CASE("two trees are the same when they say the same") {
  CHECK(same(tree("a: 1\nb: [x, 'y']\n"), tree("{a: \"1\", b: [\"x\", y]}")));
  CHECK_FALSE(same(tree("a: 1\nb: 2\n"), tree("b: 2\na: 1\n")));
  CHECK_FALSE(same(tree("a: [x]\n"), tree("a: x\n")));
  CHECK_FALSE(same(tree("a: [x, y]\n"), tree("a: [x]\n")));
  CHECK_FALSE(same(tree("a:\n"), tree("a: \"\"\n")));
}

TEST_CASE("types are named for people") {
  CHECK(mentor::type_name<std::optional<mentor::Day>>() == "a date, YYYY-MM-DD");
  CHECK(mentor::type_name<std::vector<std::string>>() == "a list of text");
  CHECK(mentor::type_name<std::vector<mentor::Step>>() == "entries");
  CHECK(mentor::type_name<std::optional<mentor::Wishes>>() == "fields");
}

}  // namespace model_codec_test
