#include <algorithm>
#include <array>

#include "reports/board.h"
#include "reports/figures.h"
#include "reports/suppression.h"
#include "rules/commitment.h"

namespace mentor::reports {

namespace {

constexpr std::string_view all_schemes;
constexpr int soon = 90;  // days

constexpr std::array ending_words{
    std::pair(EndingKind::completed, "completed"),
    std::pair(EndingKind::managed, "brought to a planned end"),
    std::pair(EndingKind::drifted, "drifted apart"),
    std::pair(EndingKind::broke_down, "broke down"),
    std::pair(EndingKind::withdrawn, "one of the two withdrew"),
    std::pair(EndingKind::self_managed, "handed over to the pair themselves"),
};

/// Of the pairs that run at the end and whose scheme asks for a least length: all, and those who are past it.
struct AtLeast {
  int asked = 0;
  int reached = 0;
};

AtLeast at_least_length(const Stretch& stretch) {
  AtLeast pairs;
  for (const auto& [id, match] : stretch.end.records.matches) {
    if (!rules::is_running(rules::state_of(match, stretch.days.to))) continue;
    const auto terms = terms_on<rules::EndedEarlyAsks>("commitment.ended_early", match.scheme,
                                                       stretch.days.to, stretch.end.policies);
    if (!terms) continue;
    ++pairs.asked;
    const Day from = rules::latest_spell(match, stretch.days.to)->from;
    pairs.reached += terms->asks.least.after(from) <= stretch.days.to ? 1 : 0;
  }
  return pairs;
}

std::vector<Value> told_early(const Stretch& stretch) {
  int early = 0;
  int later = 0;
  for (const auto& [ending, from] : endings_in(stretch, all_schemes))
    (ending->on.days_since(from) <= soon ? early : later) += 1;
  return told_parts({early, later});
}

std::vector<Value> told_kinds(const Stretch& stretch) {
  std::vector<int> kinds(ending_words.size());
  for (const auto& [ending, from] : endings_in(stretch, all_schemes)) {
    const auto kind = std::ranges::find(ending_words, ending->as,
                                        [](const auto& each) { return each.first; });
    ++kinds.at(static_cast<std::size_t>(kind - ending_words.begin()));
  }
  return told_parts(kinds);
}

Table endings_table(const Stretches& over) {
  FigureTable table("endings", "How relationships ended", over.all());
  table.section("Relationships")
      .about("A relationship may end in its own way; to hand it over to the pair is one of them.");
  std::vector<Called> kinds;
  kinds.reserve(ending_words.size());
  for (const auto& [kind, words] : ending_words) kinds.push_back({std::string(word(kind)), words});
  table.rows(kinds, told_kinds);
  return table.chart("How relationships ended").take();
}

Value number(std::int64_t count) { return Value::of_number(count); }

}  // namespace

std::vector<Table> relationships_section(const Stretches& over) {
  FigureTable table("relationships", "Begun, running and ended", over.all());
  table.section("Relationships");
  table.row({"began", "began"}, [](const Stretch& each) { return number(began_in(each, all_schemes)); });
  table.row({"taken_up_again", "taken up again after an ending"},
            [](const Stretch& each) { return number(taken_up_again_in(each, all_schemes)); });
  table.row({"running", "running, at the end"}, [](const Stretch& each) {
    return number(in_state_at_end(each, all_schemes, {MatchState::active, MatchState::paused}));
  });
  table.row({"paused", "of them paused"}, [](const Stretch& each) {
    return number(in_state_at_end(each, all_schemes, {MatchState::paused}));
  });
  table.rows(
      {{"asked_least", "of them in a scheme with a least length"}, {"at_least", "at that length or past it"}},
      [](const Stretch& each) -> std::vector<Value> {
        const AtLeast pairs = at_least_length(each);
        return {number(pairs.asked), number(pairs.reached)};
      });
  table.row({"self_managed", "run by the pair themselves, at the end"}, [](const Stretch& each) {
    return number(in_state_at_end(each, all_schemes, {MatchState::self_managed}));
  });
  table.row({"ended", "ended"}, [](const Stretch& each) {
    return number(static_cast<std::int64_t>(endings_in(each, all_schemes).size()));
  });
  table.rows({{"ended_within_90_days", "ended within 90 days of the start"}, {"ended_later", "ended later"}},
             told_early);
  return {table.take(), endings_table(over)};
}

}  // namespace mentor::reports
