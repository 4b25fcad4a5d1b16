#include <array>

#include "reports/board.h"
#include "reports/cells.h"

namespace mentor::reports {

namespace {

constexpr std::string_view definitions_heading = "What the figures mean";

struct Meaning {
  std::string_view term;
  std::string_view means;
};

constexpr std::array meanings_of_figures{
    Meaning{
        "this period, before, a year before",
        "the days of the report; as many days or whole months right before them; the same days of the year "
        "before. Nothing stands where nothing had been recorded by the end of those days."},
    Meaning{
        "this period so far",
        "the period is not over: its figures are up to the day of the report, and beside it stand as many "
        "days as there have been"},
    Meaning{"at the end", "as the records stand for the last day of the period, without what happened later"},
    Meaning{
        "under 5, 5 or more",
        "a count of people from 1 to 4 is told as under 5 where it is part of a breakdown (of concerns, "
        "kinds "
        "of ending, early endings, answers, ages and groups, and how far mentors have come, who may be care "
        "experienced themselves). The largest part beside it is then told as "
        "5 or more, "
        "so that nobody can subtract it from the whole."},
    Meaning{"not shown",
            "where even that would let a part be worked out, none of its parts is told; nor is a time that "
            "fewer than 5 people stand for. Totals of the service and of a scheme are told, for they show "
            "nobody."},
    Meaning{"referred, declined", "by the day of the referral, and of the closing as declined"},
    Meaning{"waiting", "referred, not left, and in no match that is proposed or runs"},
    Meaning{"newly matched",
            "a match of theirs began in the period; one that was taken up again is no new one"},
    Meaning{
        "had a match end",
        "a match of theirs ended in the period and was over still at its end; one that was handed over to "
        "the pair goes on"},
    Meaning{
        "began, taken up again",
        "a relationship began when the two were first matched; one that goes on after an ending was taken "
        "up again, and began no new one"},
    Meaning{"median", "of all in order, the one in the middle: half are no more, half no less"},
    Meaning{"nobody", "there is no time to tell, for none had waited, or come so far"},
    Meaning{"running", "a match that has started and not ended, paused or not"},
    Meaning{"least length",
            "what the scheme asks for at least (the rule commitment.ended_early), from the start"},
    Meaning{
        "met, short, paused",
        "a period of a pair's commitment (the rule commitment.time) in which the time was given, was not, or "
        "all days of which were paused; judged when it is over"},
    Meaning{"passed on in time", "within the days that the scheme's rule safeguarding.passed_on allows"},
    Meaning{
        "findings that a rule says must not be",
        "findings of severity 'must' for which nobody may answer; others can be passed by somebody who does"},
    Meaning{
        "claimed, paid back",
        "of what the sessions of these days cost, by the last of them; what is claimed later stands in no "
        "other period"},
    Meaning{"budget", "the rule budget.pair: its amount by the days of the period on which each pair ran"},
    Meaning{"full-time workers",
            "the shares of the staff of the day, added up; the least by the rule "
            "service.capacity"},
};

Table meanings_table() {
  Table table{"definitions", "Words", {{"term", "word"}, {"means", "meaning"}}, {}};
  table.section = definitions_heading;
  for (const auto& [term, means] : meanings_of_figures)
    table.rows.push_back({Value::of_text(term), Value::of_text(means)});
  return table;
}

Table dates_table(const Stretches& over) {
  Table table{"dates",
              "Days",
              {{"period", "", Shown::data}, {"what", "", Shown::people}, {"from", "from"}, {"to", "to"}},
              {}};
  table.section = definitions_heading;
  for (const Stretch* each : over.all())
    table.rows.push_back({Value::of_token(each->key), Value::of_text(each->heading), cell(each->days.from),
                          cell(each->days.to)});
  return table;
}

Table editions_table(const Stretches& over) {
  Table table{"editions",
              "Rules in force at the end of this period",
              {{"scheme", "scheme"}, {"title", "title"}, {"in_force", "in force from"}},
              {}};
  table.section = definitions_heading;
  table.about = "What came before a scheme's first rules is judged by those.";
  const auto& policies = over.now.end.policies;
  for (const auto& scheme : policies.schemes()) {
    const auto* edition = policies.in_force(scheme, over.now.days.to);
    table.rows.push_back({Value::of_token(scheme), cell(edition->title), cell(edition->in_force)});
  }
  return table;
}

}  // namespace

std::vector<Table> definitions_section(const Stretches& over) {
  return {meanings_table(), dates_table(over), editions_table(over)};
}

}  // namespace mentor::reports
