#include "matching/activities.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/reading.h"
#include "model/schema.h"
#include "render/findings.h"
#include "render/json.h"
#include "reports/cells.h"
#include "store/paths.h"

namespace mentor::cmd {

namespace {

struct ActivitiesOptions {
  std::string category;
  std::optional<Pence> at_most;
  std::string match;
};

using Activities = std::vector<const Activity*>;

/// All of the bank by category, each category in the order of the file.
Activities by_category(const ActivityBank& bank) {
  Activities activities;
  for (const auto& each : bank.entries) activities.push_back(&each);
  std::ranges::stable_sort(activities, {}, [](const Activity* each) { return fold(each->category); });
  return activities;
}

void must_be_category(const std::string& category, const Activities& activities) {
  std::vector<std::string> known;
  for (const Activity* each : activities) {
    if (fold(each->category) == fold(category)) return;
    if (known.empty() || known.back() != each->category) known.push_back(each->category);
  }
  throw Trouble(Cause::usage, fmt::format("--category: there is no category {}{}", in_quotes(category),
                                          suggestion(category, known)));
}

/// Those that were asked for. One whose cost is not known is left out of a search by cost, and told.
matching::Choice asked_for(const Activities& activities, const ActivitiesOptions& options) {
  matching::Choice choice;
  for (const Activity* each : activities) {
    if (!options.category.empty() && fold(each->category) != fold(options.category)) continue;
    if (options.at_most && !each->cost) {
      choice.left_out.push_back({each, "what it costs is not recorded"});
    } else if (!options.at_most || *each->cost <= *options.at_most) {
      choice.activities.push_back(each);
    }
  }
  return choice;
}

/// Of those the ones that suit the pair.
matching::Choice suited(matching::Choice asked, Desk& desk, const MatchId& match) {
  const auto pair = rules::Pair::of(desk.records().matches.at(match), desk.records());
  auto choice = matching::suit(asked.activities, pair, desk.policies(), desk.today());
  choice.left_out.insert(choice.left_out.begin(), asked.left_out.begin(), asked.left_out.end());
  return choice;
}

Table table_of(const Activities& activities) {
  using reports::cell;
  const auto column = [](auto member) {
    const std::string key(key_of(member));
    return Column{key, key};
  };
  Table table{"activities",
              {},
              {column(&Activity::id), column(&Activity::category), column(&Activity::name),
               column(&Activity::cost), column(&Activity::area), column(&Activity::note)},
              {}};
  for (const Activity* each : activities) {
    table.rows.push_back({cell(each->id), cell(each->category), cell(each->name), cell(each->cost),
                          cell(each->area), cell(each->note)});
  }
  return table;
}

void print_notes(const Call& call, const ActivityBank& bank, const matching::Choice& choice) {
  if (bank.entries.empty()) {
    call.io.err << fmt::format(
        "there is no bank of activities yet: write '{}' in the data directory, a line for each,\n"
        "  - {{category: food, name: Cook a meal together, cost: 12.00}}\n"
        "then run 'mentorctl record'\n",
        store::activities_path);
    return;
  }
  for (const auto& [activity, why] : choice.left_out)
    call.io.err << fmt::format("left out {}: {}\n", activity->id.view(), why);
  if (choice.activities.empty()) call.io.err << "there is nothing left\n";
}

int run_activities(Call& call, const ActivitiesOptions& options) {
  must_be_format(call.globals.format, {Format::text, Format::json, Format::csv});
  ReadingRoom room = call.open("activities");
  Desk& desk = room.desk();
  desk.read_all<ActivityBank>();
  const ActivityBank& bank = desk.records().activities;
  const Activities all = by_category(bank);
  if (!options.category.empty() && !all.empty()) must_be_category(options.category, all);
  auto choice = asked_for(all, options);
  if (!options.match.empty()) {
    const MatchId match = desk.match(options.match);
    desk.read<SessionLog>(match);
    choice = suited(std::move(choice), desk, match);
  }
  const Table table = table_of(choice.activities);
  if (call.globals.format == Format::json) {
    Value value = render::object();
    value.add(table.key, render::to_value(table));
    call.io.out << render::to_json(value);
  } else {
    print_tables(call, {&table, 1});
  }
  print_notes(call, bank, choice);
  return 0;
}

}  // namespace

void add_activities(Verb& verb) {
  auto options = std::make_shared<ActivitiesOptions>();
  verb.option("--category", options->category, "only those of that category");
  verb.option("--at-most", options->at_most, "only those that cost no more than that");
  verb.option("--for MATCH", options->match,
              "only what suits that pair: not done yet, and cheap after something expensive");
  verb.runs([options](Call& call) { return run_activities(call, *options); });
}

}  // namespace mentor::cmd
