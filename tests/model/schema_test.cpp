#include "model/schema.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include "base/text.h"
#include "model/codec.h"
#include "model/describe.h"

namespace model_schema_test {

using mentor::Described;
using mentor::for_each_field;
using mentor::is_entry_list;
using mentor::key_of;
using mentor::Traits;

namespace {

template <class Member>
using Inner = std::remove_cvref_t<Member>;

/// Calls `visit.template operator()<T>()` for the record and for all that stands in it.
template <Described T, class Visit>
void for_each_table(Visit visit) {
  visit.template operator()<T>();
  for_each_field<T>([&](const auto& each) {
    using Member = Inner<decltype(std::declval<T>().*(each.member))>;
    if constexpr (is_entry_list<Member>) {
      for_each_table<typename Member::value_type>(visit);
    } else if constexpr (Described<Member>) {
      for_each_table<Member>(visit);
    } else if constexpr (mentor::IsOptional<Member>::value) {
      if constexpr (Described<typename Member::value_type>)
        for_each_table<typename Member::value_type>(visit);
    }
  });
}

template <class Visit>
void for_every_table(Visit visit) {
  for_each_table<mentor::Mentor>(visit);
  for_each_table<mentor::YoungPerson>(visit);
  for_each_table<mentor::Match>(visit);
  for_each_table<mentor::Session>(visit);
  for_each_table<mentor::CheckIn>(visit);
  for_each_table<mentor::Event>(visit);
  for_each_table<mentor::Concern>(visit);
  for_each_table<mentor::Activity>(visit);
  for_each_table<mentor::Settings>(visit);
}

template <Described T>
Traits traits_of(std::string_view key) {
  Traits found;
  for_each_field<T>([&](const auto& each) {
    if (each.key == key) found = each.traits;
  });
  return found;
}

bool is_snake_case(std::string_view key) {
  return !key.empty() && key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

}  // namespace

TEST_CASE("every key is snake case, stands once, and says what it means") {
  for_every_table([]<class T>() {
    std::set<std::string_view> keys;
    for_each_field<T>([&](const auto& each) {
      const std::string key(each.key);
      CAPTURE(key);
      CHECK(is_snake_case(each.key));
      CHECK(keys.insert(each.key).second);
      CHECK_FALSE(each.means.empty());
      CHECK_FALSE(each.means.ends_with('.'));
    });
  });
}

TEST_CASE("every entry of a list begins with its identifier, which is required") {
  for_every_table([]<class T>() {
    for_each_field<T>([](const auto& each) {
      using Member = Inner<decltype(std::declval<T>().*(each.member))>;
      if constexpr (is_entry_list<Member>) {
        const auto& first = std::get<0>(mentor::fields_of<typename Member::value_type>);
        CHECK(first.key == "id");
        CHECK(first.traits.required);
      }
    });
  });
}

TEST_CASE("a day that has happened is dated and one that may lie ahead planned, never both") {
  for_every_table([]<class T>() {
    for_each_field<T>([](const auto& each) {
      const std::string key(each.key);
      CAPTURE(key);
      CHECK_FALSE((each.traits.dated && each.traits.planned));
      if (key == "until") CHECK(each.traits.planned);
    });
  });
  CHECK(traits_of<mentor::Pause>("from").dated);
  CHECK(traits_of<mentor::Pause>("to").planned);
  CHECK(traits_of<mentor::Session>("date").dated);
}

TEST_CASE("what came with a dated field names one of its own table that can be emptied") {
  for_every_table([]<class T>() {
    for_each_field<T>([](const auto& each) {
      if (each.traits.begins) CHECK(each.traits.dated);
      if (each.traits.with.empty()) return;
      const std::string key(each.key);
      CAPTURE(key);
      bool found = false;
      for_each_field<T>([&](const auto& other) {
        const bool can_be_emptied = other.traits.dated && !other.traits.required && !other.traits.begins;
        found = found || (other.key == each.traits.with && can_be_emptied);
      });
      CHECK(found);
    });
  });
  CHECK(traits_of<mentor::Goal>("outcome").with == "closed");
}

TEST_CASE("whatever names a person is personal, whatever somebody wrote is words") {
  CHECK(traits_of<mentor::Mentor>("name").personal);
  CHECK(traits_of<mentor::Mentor>("email").personal);
  CHECK(traits_of<mentor::YoungPerson>("born").personal);
  CHECK(traits_of<mentor::YoungPerson>("emergency_contacts").personal);
  CHECK(traits_of<mentor::Waiver>("authorised_by").personal);
  CHECK(traits_of<mentor::Session>("note").words);
  CHECK(traits_of<mentor::Ending>("reason").words);
  CHECK_FALSE(traits_of<mentor::Match>("scheme").personal);
}

TEST_CASE("the required fields are those of the design") {
  const auto required = []<class T>() {
    std::string keys;
    for_each_field<T>([&](const auto& each) {
      if (each.traits.required) keys += (keys.empty() ? "" : " ") + std::string(each.key);
    });
    return keys;
  };
  CHECK(required.operator()<mentor::Mentor>() == "id name scheme role");
  CHECK(required.operator()<mentor::YoungPerson>() == "id name scheme born referred");
  CHECK(required.operator()<mentor::Match>() == "id young_person mentor scheme proposed");
  CHECK(required.operator()<mentor::Session>() == "id date");
  CHECK(required.operator()<mentor::CheckIn>() == "id date with");
  CHECK(required.operator()<mentor::Event>() == "id kind date scheme");
  CHECK(required.operator()<mentor::Concern>() == "id about raised");
  CHECK(required.operator()<mentor::Activity>() == "id category name");
  CHECK(required.operator()<mentor::Settings>() == "organisation schemes");
  CHECK(required.operator()<mentor::Step>() == "id step on");
  CHECK(required.operator()<mentor::Decision>() == "id by on yes");
  CHECK(required.operator()<mentor::Ending>() == "id on as by");
  CHECK(required.operator()<mentor::Waiver>() == "id rule on why authorised_by until");
}

TEST_CASE("a field's key follows from its member") {
  CHECK(key_of(&mentor::Mentor::area) == "area");
  CHECK(key_of(&mentor::Mentor::name) == "name");
  CHECK(key_of(&mentor::Pause::to) == "to");
}

TEST_CASE("traits put together keep what each says") {
  constexpr Traits both = mentor::traits::required | mentor::traits::from("roles") | mentor::traits::dated;
  CHECK(both.required);
  CHECK(both.dated);
  CHECK_FALSE(both.personal);
  CHECK(both.vocabulary == "roles");
}

namespace {

/// The texts that a pseudonymous export leaves as they are and that no list of words holds, each by its path.
void collect_free_texts(const std::string& path, const std::vector<mentor::FieldShape>& fields,
                        bool is_hidden, std::set<std::string>& found) {
  for (const auto& each : fields) {
    const std::string here = path + "." + std::string(each.key);
    const bool hidden = is_hidden || each.traits.personal || each.traits.words;
    const bool is_free = each.kind == mentor::Kind::text && each.traits.vocabulary.empty();
    if (is_free && !hidden) found.insert(here);
    collect_free_texts(here, each.fields, hidden, found);
  }
}

}  // namespace

TEST_CASE("a text that stands in a pseudonymous export is one of those known to tell of nobody") {
  std::set<std::string> found;
  for (const auto& record : mentor::record_shapes())
    collect_free_texts(std::string(record.noun), record.fields, false, found);
  // Whoever adds a text field marks it as names, personal or words, gives it a vocabulary, or lists it here
  // with the reason why it tells of nobody.
  const std::set<std::string> known{
      // What the scheme offers, and to whom anybody may go.
      "activity.area", "activity.category", "activity.name",
      // The names of schemes and of their organisations.
      "event.scheme", "match.scheme", "mentor.scheme", "settings.organisation", "settings.organisations",
      "settings.schemes", "young person.scheme",
      // An identifier, or `staff`.
      "concern.about",
      // The names of rules.
      "match.overrides.rule", "match.waivers.rule", "mentor.overrides.rule", "mentor.waivers.rule",
      "young person.overrides.rule", "young person.waivers.rule",
      // What somebody was trained on, or holds: the words of the scheme.
      "mentor.steps.level", "mentor.steps.topic",
      // What a professional is, such as `social-worker`, of whom the name is left out.
      "young person.referred.role"};
  std::vector<std::string> unknown;
  std::ranges::set_symmetric_difference(found, known, std::back_inserter(unknown));
  CHECK(mentor::join(unknown, " ") == "");
}

}  // namespace model_schema_test
