#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "reports/board.h"
#include "reports/cells.h"
#include "reports/figures.h"
#include "reports/suppression.h"

namespace mentor::reports {

namespace {

constexpr std::string_view parts_heading = "Scheme by scheme, area by area";

struct SchemeFigure {
  Called called;
  Value (*value)(const Stretch&, std::string_view scheme);
};

template <int (*count)(const Stretch&, std::string_view)>
Value counted_in(const Stretch& stretch, std::string_view scheme) {
  return Value::of_number(count(stretch, scheme));
}

int who_wait(const Stretch& stretch, std::string_view scheme) {
  return static_cast<int>(waits_at_end(stretch, scheme).size());
}

int pairs_running(const Stretch& stretch, std::string_view scheme) {
  return in_state_at_end(stretch, scheme, {MatchState::active, MatchState::paused});
}

Value hours_in(const Stretch& stretch, std::string_view scheme) {
  return hours(held_in(stretch.days, stretch.end, scheme).minutes);
}

std::vector<SchemeFigure> scheme_figures() {
  return {{{"referred", "young people referred"}, counted_in<referred_in>},
          {{"newly_matched", "newly matched"}, counted_in<matched_in>},
          {{"matched", "matched, at the end"}, counted_in<matched_at_end>},
          {{"waiting", "waiting, at the end"}, counted_in<who_wait>},
          {{"running", "relationships running, at the end"}, counted_in<pairs_running>},
          {{"hours", "hours together"}, hours_in}};
}

Table by_scheme(const Stretches& over, const std::vector<std::string>& schemes) {
  Table table{"by_scheme",
              "Scheme by scheme",
              {{"scheme", "scheme"}, {"figure", "", Shown::data}, {"what", "", Shown::people}},
              {}};
  for (const Stretch* each : over.all()) table.columns.push_back(column_of(*each));
  table.section = parts_heading;
  table.about = "Totals of a whole scheme, which show nobody.";
  for (const auto& scheme : schemes) {
    for (const auto& [called, value] : scheme_figures()) {
      auto& row = table.rows.emplace_back();
      row = {Value::of_token(scheme), Value::of_token(called.key), Value::of_text(called.words)};
      for (const Stretch* each : over.all())
        row.push_back(each->is_recorded ? value(*each, scheme) : Value());
    }
  }
  return table;
}

struct Area {
  std::string name;
  int young_people = 0;
};

/// The areas of a scheme of which enough is told, then the others together; with the smallest of those that
/// are named where the others by themselves would be too few.
std::vector<Area> areas_of(const Stretch& stretch, std::string_view scheme) {
  std::map<std::string, int> sizes;
  for (const YoungPerson* person : with_us_at_end(stretch, scheme)) ++sizes[person->area];
  Area others{"other areas", sizes[""]};
  sizes.erase("");
  std::vector<Area> areas;
  areas.reserve(sizes.size() + 1);
  for (const auto& [name, size] : sizes) areas.push_back({name, size});
  std::ranges::stable_sort(areas, std::ranges::greater(), &Area::young_people);
  while (!areas.empty() && (is_small(areas.back().young_people) || is_small(others.young_people))) {
    others.young_people += areas.back().young_people;
    areas.pop_back();
  }
  if (areas.empty()) others.name = "all areas";
  std::ranges::sort(areas, {}, &Area::name);
  if (others.young_people > 0) areas.push_back(std::move(others));
  return areas;
}

Table by_area(const Stretches& over) {
  Table table{"by_area",
              "Young people by area, at the end of this period",
              {{"scheme", "scheme"}, {"area", "area"}, {"young_people", "young people"}},
              {}};
  table.section = parts_heading;
  table.about = "An area with fewer than 5 young people is among the others.";
  for (const auto& scheme : over.now.end.policies.schemes()) {
    for (const auto& [name, size] : areas_of(over.now, scheme))
      table.rows.push_back({Value::of_token(scheme), cell(name), cell(size)});
  }
  return table;
}

}  // namespace

std::vector<Table> parts_section(const Stretches& over, const Basis& basis) {
  const auto schemes = basis.policies.schemes();
  if (schemes.size() < 2) return {by_area(over)};
  return {by_scheme(over, schemes), by_area(over)};
}

}  // namespace mentor::reports
