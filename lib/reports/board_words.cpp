#include <algorithm>

#include "reports/board.h"
#include "reports/figures.h"
#include "reports/nameless.h"
#include "reports/suppression.h"
#include "reports/young_people.h"

namespace mentor::reports {

namespace {

/// Young people's own accounts of these days that they agreed to share.
std::vector<std::string_view> shared_in(const Stretch& stretch) {
  std::vector<std::string_view> texts;
  for (const auto& [id, match] : stretch.end.records.matches) {
    for (const auto& each : match.reflections) {
      const bool theirs = each.by == Voice::young_person && each.share.value_or(false);
      if (theirs && stretch.days.hold(each.on)) texts.push_back(each.text);
    }
  }
  return texts;
}

Table words_table(const Stretches& over) {
  Table table{"words", "In their own words", {{"text", "what they said"}}, {}};
  table.section = "What young people say";
  table.about =
      "What young people told and agreed to share. Names that the records know, numbers and addresses were "
      "taken out.";
  const KnownNames names(over.today.end.records);
  std::vector<std::string> texts;
  for (const auto text : shared_in(over.now)) texts.push_back(nameless(text, names));
  std::ranges::sort(texts);
  for (const auto& text : texts) table.rows.push_back({Value::of_text(text)});
  return table;
}

std::vector<Value> told_answers(const Stretch& stretch, std::optional<bool> Survey::*question) {
  int asked = 0;
  int yes = 0;
  for (const YoungPerson* person : with_us_at_end(stretch, {})) {
    const auto answer = latest_answer(*person, question, {Days().from, stretch.days.to});
    asked += answer ? 1 : 0;
    yes += answer.value_or(false) ? 1 : 0;
  }
  return told_share(asked, yes);
}

}  // namespace

std::vector<Table> words_section(const Stretches& over) {
  FigureTable answers("answers", "Somebody to trust, somebody who listens", over.all());
  answers.section("What young people say")
      .about(
          "The latest answer of each young person who had been asked by the end of the period and had not "
          "left.");
  answers.rows({{"trust_asked", "asked whether they have somebody they trust"},
                {"trust_yes", "of them yes"},
                {"trust_no", "of them no"}},
               [](const Stretch& each) { return told_answers(each, &Survey::trust); });
  answers.rows({{"listens_asked", "asked whether somebody listens to them"},
                {"listens_yes", "of them yes"},
                {"listens_no", "of them no"}},
               [](const Stretch& each) { return told_answers(each, &Survey::listens); });
  answers.row({"accounts", "accounts of their own that they agreed to share"}, [](const Stretch& each) {
    return Value::of_number(static_cast<std::int64_t>(shared_in(each).size()));
  });
  return {words_table(over), answers.take()};
}

}  // namespace mentor::reports
