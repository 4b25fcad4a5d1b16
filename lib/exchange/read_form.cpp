#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/errors.h"
#include "base/text.h"
#include "exchange/form.h"
#include "exchange/written.h"
#include "model/schema.h"
#include "store/edition_file.h"

namespace mentor::exchange {

namespace {

/// More than that before a colon is no label that somebody changed, but a sentence.
constexpr std::size_t longest_label = 40;
constexpr std::string_view as_text = "a form is read as text: save it as plain text in UTF-8";

using Fields = std::vector<FieldShape>;

const FieldShape* find(const Fields& fields, const std::string& key) {
  const auto found = std::ranges::find(fields, key, &FieldShape::key);
  return found == fields.end() ? nullptr : &*found;
}

/// A label, and what somebody answers to it.
struct Question {
  const FieldShape* shape = nullptr;  ///< null where no field is called so
  Member answer;
  std::size_t indent = 0;        ///< of the label
  std::size_t entry_indent = 0;  ///< from where a line goes on with the last entry; 0 when it had no dash
  bool gap = false;              ///< an empty line stands behind what was read of it
  bool closed = false;           ///< a comment does: the next label is near
  bool again = false;            ///< it was asked before: what is said here is not taken

  [[nodiscard]] bool is_list() const { return shape && shape->is_list; }
  /// In one's own words, which may be many: several paragraphs, with points and colons in them.
  [[nodiscard]] bool is_prose() const { return shape && shape->traits.words; }
  [[nodiscard]] bool is_empty() const { return answer.value.text.empty() && answer.value.items.empty(); }
};

class LineReader {
 public:
  explicit LineReader(const PaperForm& form) : form_(form) {
    answers_.root = Value::of_map();
    answers_.root.place = {1, 1};
  }

  void read(const WrittenLine& line) {
    if (line.said.empty()) {
      if (open_) open_->gap = true;
    } else if (line.said.starts_with('#') || is_divider(line.said)) {
      if (open_) open_->closed = true;
    } else if (begins_entry(line)) {
      add_entry(line, line.said);
    } else if (goes_on_in_prose(line) || !begins_question(line)) {
      go_on(line);
    }
  }

  Answers finish() {
    close();
    std::erase_if(answers_.root.members, [](const Member& each) {
      return each.value.form == Form::map && each.value.members.empty();
    });
    return std::move(answers_);
  }

 private:
  void report(Place place, std::string message) {
    answers_.problems.push_back({{"", place}, std::move(message), {}});
  }

  [[nodiscard]] bool begins_entry(const WrittenLine& line) const {
    return open_ && open_->is_list() && !open_->closed && without_bullet(line.said) != line.said;
  }

  [[nodiscard]] bool goes_on_in_prose(const WrittenLine& line) const {
    return open_ && open_->is_prose() && !open_->closed && line.indent > open_->indent;
  }

  /// The field of that key that is meant there: of a group the one that stands further in.
  [[nodiscard]] const FieldShape* field_at(const std::string& key, const WrittenLine& line) const {
    const FieldShape* outside = find(form_.fields, key);
    const FieldShape* inside = group_ ? find(group_->fields, key) : nullptr;
    if (outside && inside) return line.indent > group_indent_ ? inside : outside;
    return inside ? inside : outside;
  }

  /// Whether a line with a colon, whose words before it are no label, goes on with the answer above.
  [[nodiscard]] bool is_of_answer(const std::string& key, const WrittenLine& line) const {
    if (!open_ || open_->closed || !open_->shape) return false;
    if (line.indent > open_->indent && open_->shape->kind != Kind::group) return true;
    std::vector<std::string> keys;
    for (const auto& each : form_.fields) keys.emplace_back(each.key);
    return open_->is_prose() && !nearest(key, keys);
  }

  bool begins_question(const WrittenLine& line) {
    const auto colon = line.said.find(':');
    if (colon == std::string_view::npos) return false;
    const auto label = trimmed(line.said.substr(0, colon));
    const std::string key = loosely(label, '_');
    const FieldShape* field = field_at(key, line);
    if (!field && (is_of_answer(key, line) || key.empty() || characters(label) > longest_label)) return false;
    close();
    const bool inside = group_ && (field ? find(group_->fields, key) == field : line.indent > group_indent_);
    if (!inside) group_ = nullptr;
    open(field, field ? std::string(field->key) : plain(label), line);
    if (field && field->kind == Kind::group) open_group(*field, line);
    answer(line, trimmed(line.said.substr(colon + 1)));
    return true;
  }

  void open(const FieldShape* field, std::string key, const WrittenLine& line) {
    open_.emplace();
    open_->shape = field;
    open_->indent = line.indent;
    open_->answer.key = std::move(key);
    open_->answer.place = line.place_of(line.said);
    open_->answer.value.place = open_->answer.place;
    const std::string path = (group_ ? std::string(group_->key) + "." : "") + open_->answer.key;
    open_->again = !asked_.insert(path).second;
    if (open_->again)
      report(open_->answer.place, in_quotes(open_->answer.key) + " stands here a second time, keep one");
  }

  void open_group(const FieldShape& field, const WrittenLine& line) {
    group_ = &field;
    group_indent_ = line.indent;
    if (open_->again) return;
    Member& member = answers_.root.members.emplace_back(open_->answer);
    member.value = Value::of_map();
    member.value.place = member.place;
  }

  /// What stands behind the colon.
  void answer(const WrittenLine& line, std::string_view said) {
    const bool promises_more = said == "|" || said == ">" || said == "|-" || said == ">-";
    if (said.empty() || promises_more) return;
    if (open_->is_list()) return add_entry(line, said);
    add_text(line, open_->is_prose() ? said : without_bullet(said));
  }

  void add_text(const WrittenLine& line, std::string_view said) {
    Value& value = open_->answer.value;
    if (open_->shape && open_->shape->kind == Kind::group) {
      std::vector<std::string> keys;
      for (const auto& each : open_->shape->fields) keys.emplace_back(each.key);
      return report(line.place_of(said), fmt::format("{} has fields of its own, write on their lines: {}",
                                                     in_quotes(open_->answer.key), join(keys, ", ")));
    }
    if (value.text.empty()) value.place = line.place_of(said);
    value.text.append(value.text.empty() ? "" : " ").append(said);
    open_->gap = false;
  }

  /// An entry, or what goes on with the one above. Names keep their commas: more stands behind one.
  void add_entry(const WrittenLine& line, std::string_view said) {
    const std::string_view entry = without_bullet(said);
    const bool has_bullet = entry != said;
    auto& items = open_->answer.value.items;
    const bool goes_on = !has_bullet && open_->entry_indent > 0 && line.indent >= open_->entry_indent;
    const bool names = open_->shape->traits.names;
    if (names && entry.starts_with('[')) {
      return report(line.place_of(entry), fmt::format("{}: put each behind a dash on a line of its own",
                                                      in_quotes(open_->answer.key)));
    }
    bool joins = goes_on && !items.empty();
    for (const auto part : names ? std::vector{entry} : parts_of(entry)) {
      if (trimmed(part).empty()) continue;
      if (std::exchange(joins, false)) {
        items.back().text.append(" ").append(plain(part));
        continue;
      }
      items.push_back(Value::of_text(plain(part)));
      items.back().place = line.place_of(part);
    }
    if (!goes_on) open_->entry_indent = has_bullet ? line.indent + 1 : 0;
    open_->gap = false;
  }

  /// A line that is no label.
  void go_on(const WrittenLine& line) {
    const bool is_near = open_ && !open_->closed &&
                         (open_->is_empty() || !open_->gap || open_->is_prose() ||
                          line.indent > open_->indent);
    const bool within = is_near && !(open_->is_list() && open_->gap && line.indent <= open_->indent);
    if (!within) {
      return report(line.place_of(line.said),
                    "this line answers nothing: write it behind the colon that it belongs to, or put # in "
                    "front of it to leave it out");
    }
    if (open_->is_list()) return add_entry(line, line.said);
    const auto said = open_->is_prose() ? line.said : without_bullet(line.said);
    if (said != line.said && !open_->is_empty()) {
      return report(line.place_of(line.said),
                    fmt::format("{} is no list, put it in one line", in_quotes(open_->answer.key)));
    }
    add_text(line, said);
  }

  /// Puts the answer in its place. What is empty is left out, unless the form must have it.
  void close() {
    if (!open_) return;
    Question asked = std::move(*open_);
    open_.reset();
    if (asked.again || (asked.shape && asked.shape->kind == Kind::group)) return;
    Value& value = asked.answer.value;
    const Place place = value.place;
    if (asked.is_list()) {
      value.form = Form::list;
    } else {
      value.text = plain(value.text);
      value.form = value.text.empty() ? Form::nothing : Form::text;
    }
    value.place = value.items.empty() ? place : value.items.front().place;
    const bool needed = !group_ && asked.shape && asked.shape->traits.required;
    if (asked.shape && asked.is_empty() && !needed) return;
    Value& map = group_ ? answers_.root.members.back().value : answers_.root;
    map.members.push_back(std::move(asked.answer));
  }

  const PaperForm& form_;
  Answers answers_;
  std::optional<Question> open_;
  const FieldShape* group_ =
      nullptr;  ///< whose fields are asked; then the last member of the root is its map
  std::size_t group_indent_ = 0;
  std::set<std::string> asked_;
};

struct Signature {
  std::string_view begin;
  std::string_view what;
};
constexpr std::array<Signature, 8> signatures{Signature{"PK\x03\x04", "a document of a word processor"},
                                              Signature{"\xD0\xCF\x11\xE0", "a document of a word processor"},
                                              Signature{"{\\rtf", "a document of a word processor"},
                                              Signature{"%PDF", "a PDF"},
                                              Signature{"<!DOCTYPE", "a web page"},
                                              Signature{"<html", "a web page"},
                                              Signature{"\xFF\xFE", "text in UTF-16"},
                                              Signature{"\xFE\xFF", "text in UTF-16"}};

void must_be_text(const Filled& filled) {
  for (const auto& [begin, what] : signatures) {
    if (!filled.text.starts_with(begin)) continue;
    throw Trouble({{{filled.file, {1, 1}}, fmt::format("this is {}, and {}", what, as_text), {}}});
  }
  if (const auto bad = first_bad_character(filled.text))
    must_be_sound({{{"", bad->place}, fmt::format("{} is no text, and {}", bad->what, as_text), {}}}, filled);
}

}  // namespace

Answers read_lines(const Filled& filled, const PaperForm& form) {
  must_be_text(filled);
  std::string_view text = filled.text;
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  LineReader reader(form);
  std::size_t number = 0;
  for (const auto line : split_lines(text)) reader.read(WrittenLine(++number, line));
  return reader.finish();
}

std::vector<std::size_t> own_comments(std::string_view filled, const std::vector<std::string>& forms) {
  std::set<std::string_view> printed{"#"};
  for (const auto& form : forms) {
    for (const auto line : split_lines(form)) printed.insert(trimmed(line));
  }
  std::vector<std::size_t> own;
  std::size_t number = 0;
  for (const auto line : split_lines(filled)) {
    const auto said = trimmed(line);
    ++number;
    if (said.starts_with('#') && !printed.contains(said)) own.push_back(number);
  }
  return own;
}

void must_be_sound(Problems problems, const Filled& filled) {
  store::must_be_sound(std::move(problems), filled.text, filled.file);
}

Value& fill_in(Value& map, std::string_view key, Value value) {
  const auto found = std::ranges::find(map.members, key, &Member::key);
  if (found == map.members.end()) return map.add(key, std::move(value));
  if (found->value.form == Form::nothing) found->value = std::move(value);
  return found->value;
}

}  // namespace mentor::exchange
