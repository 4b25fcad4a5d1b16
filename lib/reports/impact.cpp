#include <algorithm>
#include <utility>

#include "reports/by_area.h"
#include "reports/report.h"
#include "reports/when.h"
#include "reports/young_people.h"

namespace mentor::reports {

namespace {

struct Answers {
  int asked = 0;
  int yes = 0;
};

struct ImpactTotals {
  int supported = 0;
  int formerly_professional = 0;
  Answers trust;
  Answers listens;
  int declined = 0;
};

/// Whether the mentor knew them in a professional role that is over; where no end is noted, it is.
bool knew_professionally(const Mentor& mentor, const YoungPersonId& person, Day today) {
  return std::ranges::any_of(mentor.steps, [&](const Step& step) {
    return step.step == StepKind::professional_role && step.with == person && step.on <= today &&
           !(step.ended && *step.ended > today);
  });
}

/// What `matches` mean for young people: whom they support, and whom by somebody who knew them so.
struct Support {
  std::set<YoungPersonId> supported;
  std::set<YoungPersonId> formerly_professional;
};

Support support_by(const std::vector<const Match*>& matches, const Basis& basis) {
  Support support;
  for (const Match* match : matches) {
    support.supported.insert(match->young_person);
    if (knew_professionally(basis.records.mentors.at(match->mentor), match->young_person, basis.today))
      support.formerly_professional.insert(match->young_person);
  }
  return support;
}

/// Counts the latest answer to a question by the day, if they ever answered it.
void count_answer(Answers& answers, const YoungPerson& person, std::optional<bool> Survey::*question,
                  const Days& days) {
  const auto answer = latest_answer(person, question, days);
  if (!answer) return;
  ++answers.asked;
  answers.yes += *answer ? 1 : 0;
}

void add(ImpactTotals& sum, const ImpactTotals& more) {
  sum.supported += more.supported;
  sum.formerly_professional += more.formerly_professional;
  sum.trust.asked += more.trust.asked;
  sum.trust.yes += more.trust.yes;
  sum.listens.asked += more.listens.asked;
  sum.listens.yes += more.listens.yes;
  sum.declined += more.declined;
}

std::vector<Figure> figures_of(const ImpactTotals& all, const When& when) {
  return {
      {"supported", "", heading("young people supported", when.during), cell(all.supported)},
      {"formerly_professional", "", "of them by somebody who knew them in a professional role",
       cell(all.formerly_professional)},
      {"trust", "asked", heading("young people asked whether they have somebody they trust,", when.happened),
       cell(all.trust.asked)},
      {"trust", "yes", "of them yes, when last asked", cell(all.trust.yes)},
      {"listens", "asked", heading("young people asked whether somebody listens to them,", when.happened),
       cell(all.listens.asked)},
      {"listens", "yes", "of them yes, when last asked", cell(all.listens.yes)},
      {"declined", "", heading("offers declined", when.happened), cell(all.declined)}};
}

/// Without who it was: an account is shared, not a name.
Table accounts(const Basis& basis, const When& when) {
  Table table{"accounts",
              heading("In their own words,", when.happened),
              {{"match", "match"}, {"by", "by"}, {"on", "on"}, {"text", "what they said"}},
              {}};
  for (const auto& [id, match] : basis.records.matches) {
    for (const auto& each : match.reflections) {
      if (!basis.counted().hold(each.on) || !each.share.value_or(false)) continue;
      table.rows.push_back({cell(id), cell(each.by), cell(each.on), cell(each.text)});
    }
  }
  return table;
}

Table impact_totals(const ByArea<ImpactTotals>& by_area, const When& when) {
  return by_area.table("By scheme and area",
                       {{"supported", heading("supported", when.during)},
                        {"formerly_professional", heading("by a former professional", when.during)},
                        {"trust_asked", heading("asked: trust,", when.happened)},
                        {"trust_yes", "yes"},
                        {"listens_asked", heading("asked: listens,", when.happened)},
                        {"listens_yes", "yes"},
                        {"declined", heading("declined", when.happened)}},
                       [](const ImpactTotals& totals) {
                         return std::vector{cell(totals.supported),     cell(totals.formerly_professional),
                                            cell(totals.trust.asked),   cell(totals.trust.yes),
                                            cell(totals.listens.asked), cell(totals.listens.yes),
                                            cell(totals.declined)};
                       });
}

}  // namespace

Report impact(const Basis& basis) {
  const auto support = support_by(
      matches_in_days({MatchState::active, MatchState::paused, MatchState::self_managed}, basis), basis);
  ImpactTotals all;
  ByArea<ImpactTotals> by_area;
  for (const auto& [id, person] : basis.records.young_people) {
    if (person.referred.on > basis.today) continue;
    ImpactTotals one;
    one.supported = support.supported.contains(id) ? 1 : 0;
    one.formerly_professional = support.formerly_professional.contains(id) ? 1 : 0;
    count_answer(one.trust, person, &Survey::trust, basis.counted());
    count_answer(one.listens, person, &Survey::listens, basis.counted());
    one.declined = offers_declined(person, basis.counted());
    add(all, one);
    add(by_area.at(person.scheme, person.area), one);
  }
  const When when = when_of(basis.over);
  return {
      "impact", "Impact", figures_of(all, when), {accounts(basis, when), impact_totals(by_area, when)}, {}};
}

}  // namespace mentor::reports
