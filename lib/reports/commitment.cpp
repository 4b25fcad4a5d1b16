#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "reports/by_area.h"
#include "reports/report.h"

namespace mentor::reports {

namespace {

struct CommitmentTotals {
  int met = 0;
  int missed = 0;
  int minutes = 0;
  int required = 0;
};

Table periods_table() {
  return {"periods",
          "Commitments, period by period",
          {{"match", "match"},
           {"who", "who", Shown::people},
           {"mentor", "", Shown::data},
           {"young_person", "", Shown::data},
           {"scheme", "", Shown::data},
           {"area", "area"},
           {"from", "from"},
           {"to", "to before"},
           {"minutes", "minutes"},
           {"required", "asked"},
           {"status", "status"}},
          {}};
}

/// The pairs and their periods, of which rows are made: there are as many as months in all their lives.
class PeriodRows {
 public:
  explicit PeriodRows(const Basis& basis) : records_(basis.records), owned_(basis.owned) {}

  void add(const Match& match, std::string area, std::vector<PeriodTold> periods) {
    if (periods.empty()) return;
    pairs_.push_back({&match, who(records_, match.id.view()), std::move(area), count_, std::move(periods)});
    count_ += pairs_.back().periods.size();
  }

  [[nodiscard]] std::size_t count() const { return count_; }

  void make(std::size_t number, Row& row) const {
    const auto& pair = *std::prev(std::ranges::upper_bound(pairs_, number, {}, &PairRows::first));
    const PeriodTold& period = pair.periods[number - pair.first];
    const Match& match = *pair.match;
    const auto set = [](Value& cell, Form form, std::string_view text) {
      cell.form = text.empty() ? Form::nothing : form;
      cell.text = text;
    };
    // Most rows are of the pair of the row before.
    if (row[0].text != match.id.view()) {
      set(row[0], Form::token, match.id.view());
      set(row[1], Form::text, pair.who);
      set(row[2], Form::token, match.mentor.view());
      set(row[3], Form::token, match.young_person.view());
      set(row[4], Form::token, match.scheme);
      set(row[5], Form::text, pair.area);
    }
    set(row[6], Form::token, period.from.iso());
    set(row[7], Form::token, period.to.iso());
    set(row[8], Form::number, std::to_string(period.minutes));
    set(row[9], Form::number, std::to_string(period.required));
    set(row[10], Form::token, word(period.status));
  }

 private:
  struct PairRows {
    const Match* match;
    std::string who;
    std::string area;
    std::size_t first;  ///< the number of its first row
    std::vector<PeriodTold> periods;
  };

  const Register& records_;
  std::shared_ptr<const Register> owned_;
  std::vector<PairRows> pairs_;
  std::size_t count_ = 0;
};

void count(CommitmentTotals& totals, const PeriodTold& period) {
  const bool met = period.status == rules::PeriodStatus::met;
  const bool missed = period.status == rules::PeriodStatus::short_of;
  if (!met && !missed) return;
  totals.met += met ? 1 : 0;
  totals.missed += missed ? 1 : 0;
  totals.minutes += static_cast<int>(period.minutes);
  totals.required += static_cast<int>(period.required);
}

Table commitment_totals(const ByArea<CommitmentTotals>& by_area) {
  return by_area.table("By scheme and area (finished periods)",
                       {{"met", "met"}, {"short", "short"}, {"minutes", "minutes"}, {"required", "asked"}},
                       [](const CommitmentTotals& totals) {
                         return std::vector{cell(totals.met), cell(totals.missed), cell(totals.minutes),
                                            cell(totals.required)};
                       });
}

}  // namespace

static_assert(sizeof(PeriodTold) == 16);

std::vector<PeriodTold> periods_told(const rules::Pair& pair, const Basis& basis) {
  constexpr std::uint32_t all_bits = (1U << 30U) - 1;  // more minutes than two thousand years have
  std::vector<PeriodTold> told;
  const auto periods = basis.rulebook.periods(pair, basis.today);
  const auto counts = [&](const rules::Period& period) { return period.to > basis.over.from; };
  told.reserve(static_cast<std::size_t>(std::ranges::count_if(periods, counts)));
  for (const auto& each : periods) {
    if (!counts(each)) continue;
    PeriodTold& period = told.emplace_back();
    period.from = each.from;
    period.to = each.to;
    period.minutes = static_cast<std::uint32_t>(each.minutes);
    period.required = static_cast<std::uint32_t>(each.required) & all_bits;
    period.status = each.status;
  }
  return told;
}

Report commitment(const Basis& basis, std::vector<std::vector<PeriodTold>> periods) {
  const auto rows = std::make_shared<PeriodRows>(basis);
  ByArea<CommitmentTotals> by_area;
  auto of_pair = periods.begin();
  for (const auto& [id, match] : basis.records.matches) {
    std::string area = area_of(basis.records, id.view());
    for (const auto& period : *of_pair) count(by_area.at(match.scheme, area), period);
    rows->add(match, std::move(area), std::move(*of_pair));
    ++of_pair;
  }
  Table table = periods_table();
  table.made = {rows->count(), [rows](std::size_t number, Row& row) { rows->make(number, row); }};
  return {"commitment", "Commitments", {}, {std::move(table), commitment_totals(by_area)}, {}};
}

}  // namespace mentor::reports
