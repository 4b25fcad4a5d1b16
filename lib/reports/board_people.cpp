#include <algorithm>
#include <array>

#include "reports/board.h"
#include "reports/figures.h"
#include "reports/suppression.h"

namespace mentor::reports {

namespace {

constexpr std::string_view every_scheme;

/// A figure of all schemes as a row.
template <class Count>
void add(FigureTable& table, const Called& called, Count count) {
  table.row(called, [count](const Stretch& each) { return Value::of_number(count(each, every_scheme)); });
}

int waiting_at_end(const Stretch& stretch, std::string_view scheme) {
  return static_cast<int>(waits_at_end(stretch, scheme).size());
}

/// The mentors who had enquired by the end and had not left.
std::vector<const Mentor*> mentors_at_end(const Stretch& stretch) {
  std::vector<const Mentor*> here;
  for (const auto& [id, mentor] : stretch.end.records.mentors) {
    const bool came = !mentor.enquired || *mentor.enquired <= stretch.days.to;
    if (came && !rules::has_left(mentor, stretch.days.to)) here.push_back(&mentor);
  }
  return here;
}

std::optional<Day> first_step(const Mentor& mentor, StepKind step) {
  std::optional<Day> first;
  for (const auto& each : mentor.steps) {
    if (each.step == step && (!first || each.on < *first)) first = each.on;
  }
  return first;
}

std::optional<Day> first_match(const Mentor& mentor, const Register& records) {
  std::optional<Day> first;
  for (const Match* match : rules::matches_of(mentor.id, records)) {
    for (const auto& spell : rules::spells(*match)) first = first ? std::min(*first, spell.from) : spell.from;
  }
  return first;
}

/// A stage on the way from enquiry to match: when a mentor first reached it.
struct Stage {
  Called called;
  std::function<std::optional<Day>(const Mentor&, const Register&)> reached;
};

std::vector<Stage> stages() {
  constexpr std::array steps{
      std::pair(StepKind::information_session, "came to an information session"),
      std::pair(StepKind::interview, "interviewed"),
      std::pair(StepKind::reference, "a reference is there"),
      std::pair(StepKind::training, "trained"),
      std::pair(StepKind::qualification, "qualified"),
      std::pair(StepKind::dbs, "a DBS check was seen"),
      std::pair(StepKind::approved, "approved"),
      std::pair(StepKind::employed, "employed"),
  };
  std::vector<Stage> all;
  all.reserve(steps.size() + 1);
  for (const auto& [step, words] : steps) {
    all.push_back({{std::string(word(step)), words}, [step = step](const Mentor& mentor, const Register&) {
                     return first_step(mentor, step);
                   }});
  }
  all.push_back({{"matched", "matched"}, first_match});
  return all;
}

/// The days from enquiry to the stage of each mentor who reached it by the end; none before the enquiry.
std::vector<int> days_to(const Stage& stage, const Stretch& stretch) {
  std::vector<int> days;
  for (const Mentor* mentor : mentors_at_end(stretch)) {
    const auto on = stage.reached(*mentor, stretch.end.records);
    if (mentor->enquired && on && *on <= stretch.days.to)
      days.push_back(std::max(0, on->days_since(*mentor->enquired)));
  }
  return days;
}

int count_reached(const Stage& stage, const Stretch& stretch) {
  return static_cast<int>(std::ranges::count_if(mentors_at_end(stretch), [&](const Mentor* mentor) {
    const auto on = stage.reached(*mentor, stretch.end.records);
    return on && *on <= stretch.days.to;
  }));
}

/// How many mentors did something in these days, by the days on which they did.
template <class DaysOf>
Value mentors_who(const Stretch& stretch, DaysOf days_of) {
  return Value::of_number(std::ranges::count_if(stretch.end.records.mentors, [&](const auto& each) {
    const auto on = days_of(each.second);
    return on && stretch.days.hold(*on);
  }));
}

std::optional<Day> last_closing(const Mentor& mentor, Day by) {
  std::optional<Day> last;
  for (const auto& each : mentor.closed) {
    if (each.on <= by && (!last || each.on > *last)) last = each.on;
  }
  return last;
}

Table mentors_table(const Stretches& over) {
  FigureTable table("mentors", "Mentors who came, were matched and left", over.all());
  table.section("Mentors, from enquiry to match");
  table.row({"enquired", "enquired"}, [](const Stretch& each) {
    return mentors_who(each, [](const Mentor& mentor) { return mentor.enquired; });
  });
  table.row({"first_matched", "matched for the first time"}, [](const Stretch& stretch) {
    return mentors_who(stretch,
                       [&](const Mentor& mentor) { return first_match(mentor, stretch.end.records); });
  });
  table.row({"left", "left"}, [](const Stretch& stretch) {
    return mentors_who(stretch, [&](const Mentor& mentor) { return last_closing(mentor, stretch.days.to); });
  });
  return table.take();
}

Table funnel_table(const Stretches& over) {
  FigureTable table("funnel", "How far the mentors of the day have come", over.all());
  table.section("Mentors, from enquiry to match")
      .about("Of the mentors who had enquired by the last day and had not left, how many had come so far.");
  table.row({"enquired", "enquired"}, [](const Stretch& each) {
    return Value::of_number(static_cast<int>(mentors_at_end(each).size()));
  });
  for (const auto& stage : stages()) {
    if (count_reached(stage, over.now) + count_reached(stage, over.before) == 0) continue;
    table.row(stage.called, [&](const Stretch& each) {
      const int reached = count_reached(stage, each);
      const auto all = static_cast<int>(mentors_at_end(each).size());
      return without_rests({told(reached)}, {reached}, all).front();
    });
  }
  return table.chart("How many mentors have come how far").take();
}

Table funnel_days_table(const Stretches& over) {
  FigureTable table("funnel_days", "Median days from enquiry", over.all());
  table.section("Mentors, from enquiry to match")
      .about(
          "Half of those who have come so far took no longer. Not shown where they are fewer than 5; nobody "
          "where none had come so far.");
  for (const auto& stage : stages()) {
    if (days_to(stage, over.now).empty()) continue;
    table.row(stage.called, [&](const Stretch& each) { return told_median(days_to(stage, each)); });
  }
  return table.take();
}

}  // namespace

std::vector<Table> young_people_section(const Stretches& over) {
  FigureTable table("young_people", "Referred, matched and waiting", over.all());
  table.section("Young people");
  add(table, {"referred", "referred"}, referred_in);
  add(table, {"declined", "offers declined"}, declined_in);
  add(table, {"newly_matched", "newly matched"}, matched_in);
  add(table, {"had_one_end", "had a match end"}, had_one_end_in);
  add(table, {"matched", "matched, at the end"}, matched_at_end);
  add(table, {"waiting", "waiting, at the end"}, waiting_at_end);
  table.chart("Young people referred, matched and waiting");
  FigureTable waits("waits", "How long those who wait have waited", over.all());
  waits.section("Young people")
      .about("At the end of each period. Not shown where fewer than 5 waited; nobody where none did.");
  waits.row({"median", "median days"},
            [](const Stretch& each) { return told_median(waits_at_end(each, every_scheme)); });
  waits.row({"longest", "most days"},
            [](const Stretch& each) { return told_most(waits_at_end(each, every_scheme)); });
  return {table.take(), waits.take()};
}

std::vector<Table> mentors_section(const Stretches& over) {
  return {mentors_table(over), funnel_table(over), funnel_days_table(over)};
}

}  // namespace mentor::reports
