/// A form that people fill in: a label a line, the answer behind its colon. It is made from fields of the
/// schema (model/schema.h), with what they mean and the words that each scheme takes.
///
/// It is read as paper is, not as a record: an answer is the text as it was written, whatever signs are in
/// it, and what is plain is taken for what it says: capital letters, blanks and quotation marks of a word
/// processor, an answer over several lines, `Social worker` for `social-worker`. No line that somebody wrote
/// is passed over: one that answers nothing is a problem at its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/value.h"
#include "model/codec.h"
#include "model/describe.h"
#include "policy/edition.h"
#include "rules/rulebook.h"

namespace mentor::exchange {

struct PaperForm {
  std::string noun;               ///< `a referral`: how messages call what was filled in
  std::vector<std::string> head;  ///< what stands above the fields, a paragraph each
  std::optional<rules::Act> act;  ///< whose refusals are told above the fields
  std::vector<FieldShape> fields;
};

/// The form, empty, for these schemes as their policies are on that day: its head, then a label a line, each
/// below a comment. Where there is but one scheme it is filled in. Ends in a line feed.
[[nodiscard]] std::string empty_form(const PaperForm& form, const std::vector<std::string>& schemes,
                                     const policy::Policies& policies, Day today);

/// A form as somebody filled it in, and how it is to be read.
struct Filled {
  std::string_view text;
  std::string file;    ///< what its places are called by
  std::string scheme;  ///< for a form that says none; another than this is a problem
};

/// What a form says, as a tree with places, and what is wrong in it. What was left empty is not there but for
/// a field that is needed, which has no value.
struct Answers {
  Value root;
  Problems problems;
};

/// The numbers of the lines behind a `#` that none of these forms has: somebody's own, which are not read.
[[nodiscard]] std::vector<std::size_t> own_comments(std::string_view filled,
                                                    const std::vector<std::string>& forms);

/// Reads the lines alone. Throws Trouble (records) when the file is no text.
[[nodiscard]] Answers read_lines(const Filled& filled, const PaperForm& form);

/// Puts the words of the scheme, days and other such values as the records write them where it is plain which
/// are meant. Adds what is no word of the scheme, and a day that is still to come, to the problems.
void settle_words(Answers& answers, const Filled& filled, const PaperForm& form,
                  const policy::Policies& policies, Day today);

/// Throws Trouble (records) for all that is wrong, with the lines of the form.
void must_be_sound(Problems problems, const Filled& filled);

/// Gives a member of a map its value where it has none.
Value& fill_in(Value& map, std::string_view key, Value value);

/// A record, and the tree that it was read from.
template <class T>
struct Told {
  T record;
  Value root;
};

/// The record that the form says. Throws Trouble (records) for all that is wrong in it. `complete` adds what
/// goes without saying to the tree.
template <Described T, class Complete>
[[nodiscard]] Told<T> read_form(const Filled& filled, const PaperForm& form, const policy::Policies& policies,
                                Day today, Complete complete) {
  Answers answers = read_lines(filled, form);
  complete(answers.root);
  settle_words(answers, filled, form, policies, today);
  Decoder decoder(filled.file);
  T record = decoder.record<T>(answers.root, form.noun);
  for (auto& each : decoder.take_problems()) answers.problems.push_back(std::move(each));
  must_be_sound(std::move(answers.problems), filled);
  return {std::move(record), std::move(answers.root)};
}

}  // namespace mentor::exchange
