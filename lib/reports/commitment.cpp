#include <algorithm>
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

  void add(const Match& match, std::string area, std::vector<rules::Period> periods) {
    if (periods.empty()) return;
    pairs_.push_back({&match, who(records_, match.id.view()), std::move(area), count_, std::move(periods)});
    count_ += pairs_.back().periods.size();
  }

  [[nodiscard]] std::size_t count() const { return count_; }

  void make(std::size_t number, Row& row) const {
    const auto& pair = *std::prev(std::ranges::upper_bound(pairs_, number, {}, &PairRows::first));
    const rules::Period& period = pair.periods[number - pair.first];
    const Match& match = *pair.match;
    auto cell = row.begin();
    const auto add = [&](Form form, std::string_view text) {
      cell->form = text.empty() ? Form::nothing : form;
      cell->text = text;
      ++cell;
    };
    add(Form::token, match.id.view());
    add(Form::text, pair.who);
    add(Form::token, match.mentor.view());
    add(Form::token, match.young_person.view());
    add(Form::token, match.scheme);
    add(Form::text, pair.area);
    add(Form::token, period.from.iso());
    add(Form::token, period.to.iso());
    add(Form::number, std::to_string(period.minutes));
    add(Form::number, std::to_string(period.required));
    add(Form::token, word(period.status));
  }

 private:
  struct PairRows {
    const Match* match;
    std::string who;
    std::string area;
    std::size_t first;  ///< the number of its first row
    std::vector<rules::Period> periods;
  };

  const Register& records_;
  std::shared_ptr<const Register> owned_;
  std::vector<PairRows> pairs_;
  std::size_t count_ = 0;
};

void count(CommitmentTotals& totals, const rules::Period& period) {
  const bool met = period.status == rules::PeriodStatus::met;
  const bool missed = period.status == rules::PeriodStatus::short_of;
  if (!met && !missed) return;
  totals.met += met ? 1 : 0;
  totals.missed += missed ? 1 : 0;
  totals.minutes += period.minutes;
  totals.required += period.required;
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

Report commitment(const Basis& basis, std::vector<std::vector<rules::Period>> periods) {
  const auto rows = std::make_shared<PeriodRows>(basis);
  ByArea<CommitmentTotals> by_area;
  auto of_pair = periods.begin();
  for (const auto& [id, match] : basis.records.matches) {
    std::string area = area_of(basis.records, id.view());
    std::erase_if(*of_pair, [&](const rules::Period& period) { return period.to <= basis.over.from; });
    for (const auto& period : *of_pair) count(by_area.at(match.scheme, area), period);
    rows->add(match, std::move(area), std::move(*of_pair));
    ++of_pair;
  }
  Table table = periods_table();
  table.made = {rows->count(), [rows](std::size_t number, Row& row) { rows->make(number, row); }};
  return {"commitment", "Commitments", {}, {std::move(table), commitment_totals(by_area)}, {}};
}

}  // namespace mentor::reports
