#include <algorithm>
#include <map>

#include "base/listing.h"
#include "reports/board.h"
#include "reports/figures.h"
#include "reports/groups.h"
#include "reports/suppression.h"

namespace mentor::reports {

namespace {

constexpr std::string_view reach_heading = "Whom the service reaches";

/// How many young people are in each group of one kind, by the folded name; schemes together.
using GroupSizes = std::map<std::string, int>;

/// Whether the scheme counts education, employment and training: its policy has words for what keeps young
/// people from it. One that wants no hard outcomes has none (Manchester, project setup).
bool counts_eet(std::string_view scheme, const Basis& basis) {
  return !basis.policies.words(scheme, "barriers").empty();
}

bool is_of_eet(GroupKind kind) { return kind == GroupKind::eet || kind == GroupKind::barrier; }

/// Those of whom a kind of group tells.
std::vector<const YoungPerson*> told_of(GroupKind kind, const Stretch& stretch) {
  auto people = with_us_at_end(stretch, {});
  if (is_of_eet(kind))
    std::erase_if(people, [&](const YoungPerson* each) { return !counts_eet(each->scheme, stretch.end); });
  return people;
}

/// How many young people are in any group of the kind that is wanted.
template <class Wanted>
int members_where(GroupKind kind, const Stretch& stretch, Wanted wanted) {
  return static_cast<int>(std::ranges::count_if(told_of(kind, stretch), [&](const YoungPerson* person) {
    return std::ranges::any_of(groups_of(*person, stretch.days.to), [&](const auto& each) {
      return each.first.kind == kind && wanted(each.first);
    });
  }));
}

GroupSizes sizes_of(GroupKind kind, const Stretch& stretch) {
  GroupSizes sizes;
  for (const YoungPerson* person : told_of(kind, stretch)) {
    for (const auto& [group, called] : groups_of(*person, stretch.days.to)) {
      if (group.kind == kind) ++sizes[group.folded];
    }
  }
  return sizes;
}

/// The words of the policies for a kind of group, each once, in their order.
std::vector<std::string> words_for(std::string_view vocabulary, const Basis& basis) {
  std::vector<std::string> words;
  for (const auto& scheme : basis.policies.schemes()) {
    for (const auto& each : basis.policies.words(scheme, vocabulary)) {
      if (!is_among(each, words)) words.push_back(each);
    }
  }
  return words;
}

std::vector<std::string> spelt(const YoungPerson& person) {
  return entries_in(person.languages, PartedBy::words);
}

/// The languages that enough young people speak in one of the stretches to be named, as they were spelt
/// first.
std::vector<std::string> languages_told(const Stretches& over) {
  std::map<std::string, std::string> told;
  for (const Stretch* stretch : over.all()) {
    const auto sizes = sizes_of(GroupKind::language, *stretch);
    for (const YoungPerson* person : with_us_at_end(*stretch, {})) {
      for (const auto& each : spelt(*person)) {
        const auto size = sizes.find(fold_entry(each));
        if (size != sizes.end() && size->second >= least_told) told.try_emplace(fold_entry(each), each);
      }
    }
  }
  std::vector<std::string> languages;
  languages.reserve(told.size());
  for (const auto& [folded, called] : told) languages.push_back(called);
  return languages;
}

/// How many are in each of these groups, and in any other of the kind: somebody may be in several.
std::vector<int> sizes_in(const std::vector<std::string>& groups, GroupKind kind, const Stretch& stretch) {
  auto sizes = sizes_of(kind, stretch);
  std::vector<std::string> named;
  std::vector<int> parts;
  named.reserve(groups.size());
  parts.reserve(groups.size() + 1);
  for (const auto& each : groups) {
    named.push_back(fold_entry(each));
    parts.push_back(sizes[named.back()]);
  }
  parts.push_back(
      members_where(kind, stretch, [&](const Group& group) { return !is_among(group.folded, named); }));
  return parts;
}

/// A table of one kind. What is told of its parts is told as if they were parts of one whole.
Table kind_table(const Stretches& over, GroupKind kind, std::string title, std::vector<std::string> groups,
                 std::string others) {
  std::string key = "reach_" + std::string(name(kind));
  std::ranges::replace(key, '-', '_');
  FigureTable table(std::move(key), std::move(title), over.all());
  table.section(std::string(reach_heading));
  std::vector<Called> called;
  called.reserve(groups.size() + 1);
  for (const auto& each : groups) called.push_back({each, each == "neet" ? "in none of them" : each});
  called.push_back({"other", std::move(others)});
  table.rows(called, [&](const Stretch& each) {
    const auto sizes = sizes_in(groups, kind, each);
    return without_rests(told_parts(sizes), sizes, static_cast<int>(with_us_at_end(each, {}).size()));
  });
  return table.take();
}

std::vector<std::string> eet_words() {
  std::vector<std::string> words;
  words.reserve(words_of<EetStatus>.size());
  for (const auto each : words_of<EetStatus>) words.emplace_back(each);
  return words;
}

Table people_table(const Stretches& over) {
  FigureTable table("reach", "Young people with the service at the end", over.all());
  table.section(std::string(reach_heading))
      .about("Referred by then and not left, whether they wait, are matched or were.");
  table.row({"young_people", "young people"}, [](const Stretch& each) {
    return Value::of_number(static_cast<int>(with_us_at_end(each, {}).size()));
  });
  table.row({"nobody_else", "of them with no one else in their lives"}, [](const Stretch& each) {
    const auto sizes = sizes_of(GroupKind::nobody_else, each);
    const int size = sizes.empty() ? 0 : sizes.begin()->second;
    const int all = static_cast<int>(with_us_at_end(each, {}).size());
    return without_rests({told(size)}, {size}, all).front();
  });
  table.rows({{"under_18", "under 18"}, {"from_18", "18 to 20"}, {"from_21", "21 and over"}},
             [](const Stretch& each) {
               std::vector<int> ages(3);
               for (const YoungPerson* person : with_us_at_end(each, {})) {
                 const int age = person->born.age_on(each.days.to);
                 ++ages.at(age < 18 ? 0 : age < 21 ? 1 : 2);
               }
               return told_parts(ages);
             });
  return table.take();
}

}  // namespace

std::vector<Table> reach_section(const Stretches& over) {
  const Basis& basis = over.now.end;
  std::vector<Table> tables{people_table(over)};
  tables.push_back(
      kind_table(over, GroupKind::group, "By group", words_for("groups", basis), "another group"));
  tables.back().about = "Somebody may be in several groups, or in none.";
  tables.push_back(
      kind_table(over, GroupKind::language, "By language", languages_told(over), "other languages"));
  tables.back().about =
      "A language is named when at least 5 young people speak it; somebody may speak several.";
  const auto schemes = basis.policies.schemes();
  const bool any = std::ranges::any_of(schemes, [&](const auto& each) { return counts_eet(each, basis); });
  if (!any) return tables;
  tables.push_back(
      kind_table(over, GroupKind::eet, "Education, employment and training", eet_words(), "not recorded"));
  tables.back().about = "Of schemes that count it; a scheme that wants no hard outcomes does not.";
  auto barriers = words_for("barriers", basis);
  barriers.emplace_back("disengagement only");
  tables.push_back(kind_table(over, GroupKind::barrier, "What keeps those in none of them from it",
                              std::move(barriers), "another reason"));
  return tables;
}

}  // namespace mentor::reports
