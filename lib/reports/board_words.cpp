#include <algorithm>

#include "base/text.h"
#include "model/without_names.h"
#include "reports/board.h"
#include "reports/figures.h"
#include "reports/suppression.h"
#include "reports/young_people.h"

namespace mentor::reports {

namespace {

constexpr std::string_view instead_of_a_name = "[name]";

bool is_word_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// The text with every identifier of a record in it replaced.
std::string without_identifiers(const std::string& text) {
  constexpr std::size_t length = 7;
  std::string safe;
  for (std::size_t i = 0; i < text.size();) {
    const bool begins = i == 0 || !is_word_character(text[i - 1]);
    const std::string part = text.substr(i, length);
    const bool ends = i + length >= text.size() || !is_word_character(text[i + length]);
    if (begins && ends && Id::parse(part)) {
      safe += instead_of_a_name;
      i += length;
    } else {
      safe += text[i++];
    }
  }
  return safe;
}

/// In one line, and without whatever names somebody.
std::string nameless(const Match& match, const std::string& text, const Register& records) {
  const std::vector<Id> about{match.young_person, match.mentor};
  std::string safe = replaced(without_names(text, records, about), some_name, instead_of_a_name);
  safe = without_identifiers(safe);
  std::ranges::replace(safe, '\n', ' ');
  return replaced(std::move(safe), "[name] [name]", instead_of_a_name);
}

/// Young people's own accounts of these days that they agreed to share.
std::vector<std::string> shared_in(const Stretch& stretch) {
  std::vector<std::string> texts;
  for (const auto& [id, match] : stretch.end.records.matches) {
    for (const auto& each : match.reflections) {
      const bool theirs = each.by == Voice::young_person && each.share.value_or(false);
      if (theirs && stretch.days.hold(each.on))
        texts.push_back(nameless(match, each.text, stretch.end.records));
    }
  }
  std::ranges::sort(texts);
  return texts;
}

Table words_table(const Stretches& over) {
  Table table{"words", "In their own words", {{"text", "what they said"}}, {}};
  table.section = "What young people say";
  table.about = "What young people told and agreed to share. The names that the records know were taken out.";
  for (const auto& text : shared_in(over.now)) table.rows.push_back({Value::of_text(text)});
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
