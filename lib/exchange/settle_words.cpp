#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "exchange/form.h"
#include "exchange/schema_lines.h"
#include "exchange/written.h"

namespace mentor::exchange {

namespace {

class Settler {
 public:
  Settler(Answers& answers, const policy::Policies& policies, Day today)
      : answers_(answers), policies_(policies), today_(today) {}

  void settle(Value& map, const std::vector<FieldShape>& fields) {
    for (const auto& field : fields) {
      const auto found = std::ranges::find(map.members, field.key, &Member::key);
      if (found == map.members.end()) continue;
      if (found->value.form == Form::map) settle(found->value, field.fields);
      if (found->value.form == Form::text) settle(found->value, field);
      for (auto& each : found->value.items) settle(each, field);
    }
  }

 private:
  void settle(Value& value, const FieldShape& field) {
    if (is_scheme(field)) return settle_scheme(value);
    if (!field.traits.vocabulary.empty()) return settle_word(value, field);
    if (field.kind == Kind::text) return;
    value.text = with_hyphens(value.text);
    if (field.kind == Kind::ages) value.text = as_range(value.text);
    if (field.kind == Kind::word) take_known(value, field.words);
    if (field.kind == Kind::truth) take_known(value, {"yes", "no"});
    if (field.kind == Kind::date && !field.traits.planned) must_have_come(value, field);
  }

  void settle_scheme(Value& value) {
    const auto known = policies_.schemes();
    if (take_known(value, known)) {
      scheme_ = value.text;
    } else {
      report(value, fmt::format("scheme {} does not run here{}", in_quotes(value.text),
                                suggestion(value.text, known)));
    }
  }

  void settle_word(Value& value, const FieldShape& field) {
    const auto& all = policies_.words(scheme_);
    const auto list = all.find(field.traits.vocabulary);
    if (list == all.end()) return;
    const auto& known = list->second;
    if (take_known(value, known)) return;
    report(value, fmt::format("'{}': {} is no word of the scheme {}{}", field.key, in_quotes(value.text),
                              in_quotes(scheme_), suggestion(value.text, known)));
  }

  /// All that a form tells of has happened.
  void must_have_come(const Value& value, const FieldShape& field) {
    const auto day = Day::parse(value.text);
    if (!day || *day <= today_) return;
    report(value, fmt::format("'{}': {} is still to come, today is {}", field.key, day->iso(), today_.iso()));
  }

  /// Puts in its place the word that it is but for capitals and blanks.
  static bool take_known(Value& value, const std::vector<std::string>& known) {
    const auto found = std::ranges::find_if(
        known, [&](const std::string& each) { return loosely(each, '-') == loosely(value.text, '-'); });
    if (found == known.end()) return false;
    value.text = *found;
    return true;
  }

  void report(const Value& value, std::string message) {
    answers_.problems.push_back({{"", value.place}, std::move(message), {}});
  }

  Answers& answers_;
  const policy::Policies& policies_;
  Day today_;
  std::string scheme_;
};

void must_be_for(const std::string& scheme, Answers& answers) {
  if (scheme.empty()) return;
  const Value& said = fill_in(answers.root, key_of(&YoungPerson::scheme), Value::of_text(scheme));
  if (loosely(said.text, '-') == scheme) return;
  answers.problems.push_back({{"", said.place},
                              fmt::format("the form is for {}, and {} was asked for, make them the same",
                                          in_quotes(said.text), in_quotes(scheme)),
                              {}});
}

}  // namespace

void settle_words(Answers& answers, const Filled& filled, const PaperForm& form,
                  const policy::Policies& policies, Day today) {
  must_be_for(filled.scheme, answers);
  Settler(answers, policies, today).settle(answers.root, form.fields);
}

}  // namespace mentor::exchange
