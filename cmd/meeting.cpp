#include "cmd/meeting.h"

#include <fmt/format.h>

#include <ostream>

#include "base/text.h"
#include "cmd/meeting_sheet.h"
#include "cmd/reading.h"
#include "render/findings.h"
#include "render/json.h"
#include "reports/cells.h"

namespace mentor::cmd {

namespace {

using matching::MeetingPlan;

std::string scheme_that_holds_it(const std::string& named, const Desk& desk) {
  const auto schemes = desk.policies().schemes();
  std::string scheme = named.empty() && schemes.size() == 1 ? schemes.front() : named;
  actions::must_be_scheme(scheme, desk.policies());
  return scheme;
}

/// Those who were named, who must be of the scheme; else all whom it is for.
std::vector<Id> people_of(const MeetingOptions& options, const std::string& scheme, Desk& desk) {
  const Register& records = desk.records();
  std::vector<Id> people;
  for (const auto& text : options.with) {
    const Id id = people.emplace_back(desk.person(text));
    if (const auto theirs = scheme_of(id, records); theirs != scheme)
      throw usage("--with: {} is in the scheme '{}', not in '{}'", id.view(), theirs, scheme);
  }
  return people.empty() ? matching::those_to_meet(scheme, records, desk.today()) : people;
}

Value to_value(const std::vector<matching::MeetingOfTwo>& meetings) {
  Value list = Value::of_list();
  for (const auto& [young_person, mentor, score] : meetings) {
    Value meeting = Value::of_map();
    meeting.add("young_person", Value::of_token(young_person->id.view()));
    meeting.add("mentor", Value::of_token(mentor->id.view()));
    meeting.add("score", Value::of_number(score));
    list.items.push_back(std::move(meeting));
  }
  return list;
}

Value to_value(const matching::Round& round, std::size_t number) {
  Value value = Value::of_map();
  value.add("round", Value::of_number(static_cast<std::int64_t>(number)));
  value.add("meetings", to_value(round.meetings));
  Value free = Value::of_list();
  for (const Id& id : round.free) free.items.push_back(Value::of_token(id.view()));
  value.add("free", std::move(free));
  return value;
}

void print_json(const Call& call, ReadingRoom& room, const std::string& scheme, const MeetingPlan& plan) {
  Value value = render::object();
  value.add("scheme", Value::of_token(scheme));
  add_provenance(value, room, room.desk());
  Value rounds = Value::of_list();
  for (const auto& each : plan.rounds) rounds.items.push_back(to_value(each, rounds.items.size() + 1));
  value.add("rounds", std::move(rounds));
  Value left_out = Value::of_list();
  for (const auto& [id, because] : plan.left_out) {
    Value absent = Value::of_map();
    absent.add("id", Value::of_token(id.view()));
    absent.add("because", reports::cell(because));
    left_out.items.push_back(std::move(absent));
  }
  value.add("left_out", std::move(left_out));
  value.add("unmet", to_value(plan.unmet));
  value.add("rounds_for_all", Value::of_number(static_cast<std::int64_t>(plan.rounds_for_all)));
  call.io.out << render::to_json(value);
}

void print_csv(const Call& call, const MeetingPlan& plan) {
  const auto column = [](std::string key) { return Column{key, key}; };
  Table meetings{
      "meetings", {}, {column("round"), column("young_person"), column("mentor"), column("score")}, {}};
  for (std::size_t i = 0; i < plan.rounds.size(); ++i) {
    for (const auto& [young_person, mentor, score] : plan.rounds[i].meetings) {
      meetings.rows.push_back({Value::of_number(static_cast<std::int64_t>(i + 1)),
                               Value::of_token(young_person->id.view()), Value::of_token(mentor->id.view()),
                               Value::of_number(score)});
    }
  }
  Table left_out{"left_out", {}, {column("id"), column("because")}, {}};
  for (const auto& [id, because] : plan.left_out)
    left_out.rows.push_back({Value::of_token(id.view()), reports::cell(because)});
  Table unmet{"unmet", {}, {column("young_person"), column("mentor"), column("score")}, {}};
  for (const auto& [young_person, mentor, score] : plan.unmet) {
    unmet.rows.push_back({Value::of_token(young_person->id.view()), Value::of_token(mentor->id.view()),
                          Value::of_number(score)});
  }
  const std::vector<Table> tables{std::move(meetings), std::move(left_out), std::move(unmet)};
  print_tables(call, tables);
}

/// Beside the sheet, which goes round: why somebody is left out is for the team alone.
void print_left_out(const Call& call, const MeetingPlan& plan) {
  for (const auto& [id, because] : plan.left_out)
    call.io.err << fmt::format("left out {}: {}\n", id.view(), join(because, "; "));
  if (plan.unmet.empty()) return;
  call.io.err << fmt::format(
      "{} who could be matched {} not meet for want of rounds: in {} rounds all would\n",
      counted(plan.unmet.size(), "pair", "pairs"), plan.unmet.size() == 1 ? "does" : "do",
      plan.rounds_for_all);
}

void print_what_next(const Call& call, const MeetingPlan& plan, const std::string& scheme) {
  if (plan.rounds.empty()) {
    call.io.err << "nobody who comes could be matched with anybody else who does\n";
    return;
  }
  call.io.err << fmt::format(
      "this plans and writes nothing; afterwards record who came, and whom each would like to see again:\n"
      "  mentorctl log-event rapid-meeting --scheme {} --attended WHO... --see-again WHO:WHOM...\n",
      scheme);
}

}  // namespace

void add_meeting_options(Verb& verb, MeetingOptions& options) {
  verb.flag(
      "--meeting", options.wanted,
      "plan a rapid meeting event: rounds in which each meets everybody whom they could be matched with");
  verb.option("--with PERSON", options.with,
              "with --meeting: somebody who comes; else all who wait, and all mentors of the scheme")
      .among(Names::person);
  verb.option("--rounds", options.rounds,
              "with --meeting: how many rounds there is time for; else as many as it takes");
}

int run_meeting(Call& call, const std::string& named, const MeetingOptions& options) {
  must_be_format(call.globals.format, {Format::text, Format::json, Format::csv});
  if (options.rounds && options.rounds->count < 1)
    throw Trouble(Cause::usage, "--rounds: at least one is wanted");
  ReadingRoom room = call.open("match");
  Desk& desk = room.desk();
  const std::string scheme = scheme_that_holds_it(named, desk);
  const matching::Pool pool = pool_of(desk);
  std::optional<std::size_t> most_rounds;
  if (options.rounds) most_rounds = static_cast<std::size_t>(options.rounds->count);
  const MeetingPlan plan = matching::plan_meeting(people_of(options, scheme, desk), pool, most_rounds);
  if (call.globals.format == Format::json) {
    print_json(call, room, scheme, plan);
  } else if (call.globals.format == Format::csv) {
    print_csv(call, plan);
  } else {
    print_sheet(call, plan, desk.today());
    print_left_out(call, plan);
  }
  print_what_next(call, plan, scheme);
  return 0;
}

}  // namespace mentor::cmd
