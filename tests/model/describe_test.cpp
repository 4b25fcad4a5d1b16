#include "model/describe.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/schema.h"

namespace model_describe_test {

using namespace mentor;

namespace {

FieldShape shape_of(const std::vector<FieldShape>& fields, std::string_view key) {
  const auto found = std::ranges::find(fields, key, &FieldShape::key);
  REQUIRE(found != fields.end());
  return *found;
}

}  // namespace

TEST_CASE("a record's fields are described in the order in which they are written") {
  const auto fields = describe<Wishes>();
  REQUIRE(fields.size() == 2);
  CHECK(fields[0].key == "age");
  CHECK(fields[1].key == "gender");
}

TEST_CASE("a field says what it holds, whether or not it may be absent") {
  const auto fields = describe<Session>();
  CHECK(shape_of(fields, "date").kind == Kind::date);
  CHECK(shape_of(fields, "moved_to").kind == Kind::date);
  CHECK(shape_of(fields, "minutes").kind == Kind::minutes);
  CHECK(shape_of(fields, "cost").kind == Kind::money);
  CHECK(shape_of(fields, "note").kind == Kind::text);
  CHECK(shape_of(fields, "id").letter == 'S');
  CHECK(shape_of(fields, "id").traits.required);
  CHECK(shape_of(fields, "cancelled_by").words ==
        std::vector<std::string>{"mentor", "young-person", "other"});
  CHECK(shape_of(fields, "kind").traits.vocabulary == vocabulary::session_kinds);
}

TEST_CASE("groups and entries carry the fields of their own") {
  const auto fields = describe<Mentor>();
  const auto prefers = shape_of(fields, "prefers");
  CHECK(prefers.kind == Kind::group);
  CHECK_FALSE(prefers.is_list);
  CHECK(shape_of(prefers.fields, "age").kind == Kind::ages);
  const auto steps = shape_of(fields, "steps");
  CHECK(steps.kind == Kind::entry);
  CHECK(steps.is_list);
  CHECK(shape_of(steps.fields, "id").letter == 'V');
  const auto interests = shape_of(fields, "interests");
  CHECK(interests.kind == Kind::text);
  CHECK(interests.is_list);
}

TEST_CASE("every kind of record with a file of its own is described") {
  std::vector<std::string_view> folders;
  for (const auto& shape : record_shapes()) {
    folders.push_back(shape.folder);
    const bool is_log = shape.plural == "sessions" || shape.plural == "check-ins" ||
                        shape.plural == "activities";
    CHECK_MESSAGE(shape.is_log == is_log, shape.noun);
    CHECK_MESSAGE(shape.folder.empty() != shape.file.empty(), shape.noun);
    CHECK_MESSAGE(!shape.fields.empty(), shape.noun);
  }
  CHECK(folders == std::vector<std::string_view>{"", "mentors", "young-people", "matches", "sessions",
                                                 "check-ins", "events", "concerns", ""});
}

}  // namespace model_describe_test
