#include "exchange/exported.h"

#include <doctest/doctest.h>

#include "exchange/calendar.h"
#include "exchange/collections.h"
#include "exchange/csv_files.h"
#include "exchange/database.h"
#include "model/codec.h"
#include "model/schema.h"
#include "render/json.h"
#include "support/export_scene.h"
#include "support/git_fixture.h"

namespace exchange_exported_test {

using mentor::Described;
using mentor::Register;
using mentor::exchange::exported;
using mentor::exchange::Exported;
using mentor::exchange::People;
using mentor::test::contains;
using mentor::test::ExportScene;
using mentor::test::Lines;

namespace {

constexpr std::string_view sentinel = "Sentinel";

/// Puts it into every text of a record that is about people.
template <Described T>
void fill(T& record, bool within_people = false) {
  mentor::for_each_field<T>([&](const auto& field) {
    auto& member = record.*field.member;
    using Member = std::remove_reference_t<decltype(member)>;
    const bool about_people = within_people || field.traits.personal || field.traits.words;
    if constexpr (mentor::is_entry_list<Member>) {
      for (auto& entry : member) fill(entry, about_people);
    } else if constexpr (Described<Member>) {
      fill(member, about_people);
    } else if constexpr (std::is_same_v<Member, std::optional<mentor::Wishes>>) {
      if (!member) member.emplace();
      fill(*member, about_people);
    } else if constexpr (std::is_same_v<Member, std::optional<mentor::FirstMeeting>>) {
      if (member) fill(*member, about_people);
    } else if constexpr (std::is_same_v<Member, std::string>) {
      if (about_people) member = sentinel;
    } else if constexpr (std::is_same_v<Member, std::vector<std::string>>) {
      if (about_people) member = {std::string(sentinel)};
    }
  });
}

Register filled(Register records) {
  fill(records.settings);
  for (auto& [id, each] : records.mentors) fill(each);
  for (auto& [id, each] : records.young_people) fill(each);
  for (auto& [id, each] : records.matches) fill(each);
  for (auto& [id, log] : records.sessions) {
    for (auto& each : log.entries) fill(each);
  }
  for (auto& [id, log] : records.check_ins) {
    for (auto& each : log.entries) fill(each);
  }
  for (auto& [id, each] : records.events) fill(each);
  for (auto& [id, each] : records.concerns) fill(each);
  return records;
}

/// The bytes of every format.
std::string all_formats(const Exported& from) {
  std::string bytes = mentor::exchange::database(from, {}) + mentor::exchange::calendar(from, {});
  for (const auto& [name, text] : mentor::exchange::csv_files(from.shown(), from.basis.policies))
    bytes += text;
  for (const auto& each : mentor::exchange::collections(from))
    each.visit([&](const mentor::Value& row) { bytes += mentor::render::to_json(row); });
  return bytes;
}

Lines rules(const mentor::Findings& findings) {
  Lines lines;
  for (const auto& each : findings) lines.push_back(each.rule);
  return lines;
}

}  // namespace

TEST_CASE("without people no format holds a text about people, nor a day of birth") {
  ExportScene example(ExportScene::example());
  static_cast<void>(example.on("2026-06-20"));
  const Register records = filled(example.records());
  CHECK(contains(all_formats(exported(example.basis(records), People::named)), std::string(sentinel)));
  const std::string bytes = all_formats(exported(example.basis(records), People::pseudonymous));
  CHECK_FALSE(contains(bytes, std::string(sentinel)));
  for (const auto& [id, person] : records.young_people) CHECK_FALSE(contains(bytes, person.born.iso()));
  for (const auto& [id, mentor] : records.mentors) {
    if (mentor.born) CHECK_FALSE(contains(bytes, mentor.born->iso()));
  }
}

TEST_CASE("without people no name or word of the example itself stands in any format") {
  ExportScene example(ExportScene::example());
  const std::string bytes = all_formats(example.on("2026-06-20", People::pseudonymous));
  for (const auto& [id, person] : example.records().young_people) CHECK_FALSE(contains(bytes, person.name));
  for (const auto& [id, mentor] : example.records().mentors) CHECK_FALSE(contains(bytes, mentor.name));
  for (const auto& each : example.records().settings.staff) CHECK_FALSE(contains(bytes, each.name));
}

TEST_CASE("a finding that tells a birthday is left out with it, and counted; the others stand") {
  ExportScene pair;
  CHECK(rules(pair.on("2026-04-02").broken) ==
        Lines{"support.check_in", "commitment.time", "people.turning_18"});
  const Exported veiled = pair.on("2026-04-02", People::pseudonymous);
  CHECK(rules(veiled.broken) == Lines{"support.check_in", "commitment.time"});
  CHECK(veiled.left_out == 1);
}

TEST_CASE("an answer that stands for a finding is there without who answered and why") {
  ExportScene pair;
  auto files = ExportScene::pair();
  pair.write("matches/P-9X2MC.yaml", files.at("matches/P-9X2MC.yaml") +
                                         "waivers:\n  - {id: V-00009, rule: commitment.time, on: 2026-04-01, "
                                         "why: Zoë was ill, authorised_by: Bea, until: 2026-06-01}\n");
  const Exported veiled = pair.on("2026-04-02", People::pseudonymous);
  REQUIRE(veiled.broken.size() == 2);
  REQUIRE(veiled.broken.back().waived);
  CHECK(veiled.broken.back().waived->reason == "V-00009");
  CHECK(veiled.broken.back().waived->authorised_by == "V-00009");
}

}  // namespace exchange_exported_test
