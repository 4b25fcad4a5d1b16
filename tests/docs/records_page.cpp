#include <fmt/format.h>

#include <map>

#include "base/text.h"
#include "docs/pages.h"

namespace mentor::docs {

namespace {

constexpr std::string_view records_opening =
    R"(<!-- Made from the record definitions by `make docs`: change lib/model/schema.h, not this page. -->
# Records

Everything that the program knows stands in small text files that you can open, read and put right by hand. This page
says what each kind of file is for and what may stand in it. You need it when you edit a record yourself, or write a
program that reads them; for daily work the commands do the writing.

A file is a list of lines `key: value`. Dates are written `2026-03-18`, times in whole minutes, money in pounds with two
decimals. A list of words stands in brackets; a list of entries has one line for each, with an identifier of its own.
What is not known is left out, never left empty. Put text in quotes when it could be taken for a number, a date, a yes or
a no. For editors and other programs each kind has a JSON Schema in [schema/](schema/).

In the tables, **personal** marks what names or describes a person, and **words** what somebody wrote about one: the
program keeps both out of commit messages and file names. **Happened** marks the day by which an entry is placed in time,
**planned** a day that may lie ahead.
)";

std::string type_of(const FieldShape& field) {
  const std::string many = field.is_list ? "a list of identifiers" : "an identifier";
  if (field.kind == Kind::id)
    return field.letter == 0 ? many : many + " " + code(std::string(1, field.letter) + "-…");
  return cell(field.type);
}

std::string heading_of(const RecordShape& shape) {
  return std::string(shape.is_log ? shape.plural : shape.noun);
}

/// What a visitor must know of the field, in words.
std::string notes(const Traits& traits) {
  std::vector<std::string> words;
  if (traits.personal) words.emplace_back("personal");
  if (traits.words) words.emplace_back("words");
  if (traits.dated) words.emplace_back("happened");
  if (traits.planned) words.emplace_back("planned");
  if (!traits.vocabulary.empty()) words.push_back("from the policy's list " + code(traits.vocabulary));
  return join(words, ", ");
}

std::string table(const std::vector<FieldShape>& fields) {
  std::string text = heading({"key", "what is written", "required", "what it means", ""});
  for (const auto& field : fields) {
    text += row({code(field.key), type_of(field), field.traits.required ? "yes" : "", cell(field.means),
                 notes(field.traits)});
  }
  return text;
}

/// The page as it grows, and where a table of entries that several records have was shown first.
class Writer {
 public:
  void record(const RecordShape& shape) {
    const Sample sample = sample_of(shape);
    owner_ = shape.noun;
    text_ += fmt::format("\n## {}\n\n{}\n\n{}\n\n```yaml\n{}```\n\n", title(heading_of(shape)), sample.what,
                         where(shape, sample), sample.text);
    text_ += table(shape.fields);
    for (const auto& field : shape.fields) parts(field);
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  static std::string where(const RecordShape& shape, const Sample& sample) {
    const std::string one = shape.folder.empty() ? "There is one, " : "For example ";
    const auto schema = shape.folder.empty() ? shape.plural : shape.folder;
    return fmt::format("{}{} ([schema](schema/{}.json)):", one, code(sample.path), schema);
  }

  /// The fields of a group or of the entries of a list; those told already are only pointed to.
  void parts(const FieldShape& field) {
    if (field.fields.empty()) return;
    const std::string fields = table(field.fields);
    const auto [told, is_new] = told_.try_emplace(fields, owner_);
    text_ += fmt::format("\n### {} of the {}\n\n", code(field.key), owner_);
    const std::string_view lead = field.kind == Kind::entry ? "A list; each entry, one a line, has"
                                                            : "On one line:";
    text_ += is_new ? fmt::format("{}\n\n{}", lead, fields)
                    : fmt::format("The same as that of the {}, above.\n", told->second);
  }

  std::string text_{records_opening};
  std::string owner_;
  std::map<std::string, std::string> told_;
};

}  // namespace

Page records_page() {
  Writer writer;
  for (const auto& shape : record_shapes()) writer.record(shape);
  return {"records.md", writer.take()};
}

}  // namespace mentor::docs
