#include "store/text_edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/errors.h"
#include "base/text.h"
#include "model/codec.h"
#include "store/alignment.h"
#include "store/edits.h"
#include "store/extent.h"
#include "store/yaml.h"

namespace mentor::store {

namespace {

std::string_view entry_id(const Value& entry) {
  return entry.members.empty() ? std::string_view() : std::string_view(entry.members.front().value.text);
}

/// The entry of `list` that has the identifier of `entry`, in which it need not stand first. `likely` is
/// where it stands in most lists.
const Value* entry_of(const Value& list, const Value& entry, std::size_t likely) {
  if (list.items.empty()) return nullptr;
  const Member* id = entry.find(list.items.front().members.front().key);
  const std::string_view wanted = id ? std::string_view(id->value.text) : entry_id(entry);
  if (likely < list.items.size() && entry_id(list.items[likely]) == wanted) return &list.items[likely];
  const auto found = std::ranges::find(list.items, wanted, entry_id);
  return found == list.items.end() ? nullptr : &*found;
}

std::string doubled_apostrophes(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out;
}

/// A member or an item of a map or list in flow style: where it stands, and whether it is to go.
struct Part {
  std::size_t begin;
  std::size_t end;
  bool goes;
};

/// Finds the edits that take a text from saying one thing to saying another. In all of it `there` is a value
/// as it was parsed from the text, and `around` the layout of what it stands in.
class Editor {
 public:
  explicit Editor(std::string_view text) : text_(text), edits_(text) {}

  [[nodiscard]] std::string apply() const { return edits_.apply(); }

  void change(const Value& there, const Value& before, const Value& after, Layout around) {
    if (same(before, after)) return;
    if (there.form == Form::map && after.form == Form::map) {
      change_map(there, before, after);
    } else if (there.form != Form::list || there.items.empty() || after.items.empty()) {
      replace(there, after, around);
    } else if (is_entry_list(after)) {
      change_entries(there, before, after);
    } else {
      change_items(there, before, after);
    }
  }

 private:
  void change_map(const Value& there, const Value& before, const Value& after) {
    std::vector<Part> parts;
    for (const auto& [key, place, offset, value] : there.members) {
      const Member* old = before.find(key);
      const Member* wanted = after.find(key);
      parts.push_back({offset, end_of(value, text_), old && !wanted});
      if (wanted) change(value, old ? old->value : Value(), wanted->value, there.layout);
    }
    const bool nothing_stays = std::ranges::all_of(parts, &Part::goes);
    if (there.layout == Layout::flow && nothing_stays) return replace(there, after, Layout::flow);
    remove_parts(there, parts);
    for (const auto& wanted : after.members) {
      if (!there.find(wanted.key)) add_member(there, after, wanted);
    }
  }

  void change_entries(const Value& there, const Value& before, const Value& after) {
    std::vector<Part> parts;
    std::vector<const Value*> stay;
    for (std::size_t i = 0; i < there.items.size(); ++i) {
      const Value& entry = there.items[i];
      const Value* old = entry_of(before, entry, i);
      const Value* wanted = entry_of(after, entry, i);
      stay.push_back(wanted);
      parts.push_back({beginning_of(there, entry), end_of(entry, text_), !wanted});
      if (old && wanted) change(entry, *old, *wanted, there.layout);
    }
    const bool nothing_stays = std::ranges::all_of(parts, &Part::goes);
    if (there.layout == Layout::flow && nothing_stays) return replace(there, after, Layout::flow);
    remove_parts(there, parts);
    insert_between(there, after, stay);
  }

  /// Puts new entries before the one that `after` has behind them; `stay` are those of the text, as `after`
  /// has them.
  void insert_between(const Value& there, const Value& after, const std::vector<const Value*>& stay) {
    std::size_t behind = 0;
    std::vector<const Value*> fresh;
    for (const auto& wanted : after.items) {
      const auto stays = std::ranges::find(stay, &wanted);
      if (stays == stay.end()) {
        fresh.push_back(&wanted);
        continue;
      }
      for (const Value* each : std::exchange(fresh, {})) insert_item(there, behind, *each);
      behind = static_cast<std::size_t>(stays - stay.begin()) + 1;
    }
    for (const Value* each : fresh) insert_item(there, there.items.size(), *each);
  }

  /// A list of words: those that stay are left alone, each with what is written beside it. Between them as
  /// many as before are corrected in their places; other words have lines of their own, for what is written
  /// beside those that go is not about them.
  void change_items(const Value& there, const Value& before, const Value& after) {
    std::vector<Part> parts;
    for (const auto& item : there.items) {
      parts.push_back({beginning_of(there, item), end_of(item, text_), false});
    }
    std::size_t old = 0;
    std::size_t wanted = 0;
    for (const auto& [next_old, next_wanted] : aligned(before.items, after.items)) {
      const bool corrects = there.layout == Layout::flow || next_old - old == next_wanted - wanted;
      for (; corrects && old < next_old && wanted < next_wanted; ++old, ++wanted) {
        replace(there.items[old], after.items[wanted], there.layout);
      }
      for (; old < next_old; ++old) parts[old].goes = true;
      for (; wanted < next_wanted; ++wanted) insert_item(there, next_old, after.items[wanted]);
      ++old;
      ++wanted;
    }
    remove_parts(there, parts);
  }

  void replace(const Value& there, const Value& after, Layout around) {
    const std::size_t end = end_of(there, text_);
    if (around == Layout::block && is_entry_list(after)) return replace_by_entries(there, after, end);
    edits_.replace(there.offset, end, as_it_was_quoted(there, after, around));
  }

  /// A list that was empty, `steps: []`, or all of a log that was.
  void replace_by_entries(const Value& there, const Value& after, std::size_t end) {
    const bool root = there.offset == line_start(text_, there.offset);
    const std::size_t begin = root ? there.offset : text_.find_last_not_of(" \t", there.offset - 1) + 1;
    std::string lines;
    for (const auto& each : after.items) {
      lines += root && lines.empty() ? std::string() : edits_.line_end();
      lines += (root ? "- " : "  - ") + write_flow(each);
    }
    edits_.replace(begin, end, std::move(lines));
  }

  /// What somebody put in quotes stays in quotes of their kind where it can.
  [[nodiscard]] std::string as_it_was_quoted(const Value& there, const Value& after, Layout around) const {
    if (!after.is_scalar()) return write_flow(after);
    const char quote = there.is_scalar() && there.offset < text_.size() ? text_[there.offset] : ' ';
    const bool needs_escapes = after.text.find_first_of("\n\t\r") != std::string::npos ||
                               with_escapes(after.text) != after.text;
    if (quote == '\'' && !needs_escapes) return "'" + doubled_apostrophes(after.text) + "'";
    if (quote == '"' && !needs_escapes && after.text.find_first_of("\"\\") == std::string::npos)
      return "\"" + after.text + "\"";
    return write_scalar(after, around);
  }

  void add_member(const Value& there, const Value& after, const Member& wanted) {
    const Member* previous = previous_member(there, after, wanted.key);
    const Member& first = there.members.front();
    if (there.layout == Layout::flow) {
      const std::string said = wanted.key + ": " + write_flow(wanted.value);
      return previous ? edits_.insert(end_of(previous->value, text_), ", " + said)
                      : edits_.insert(first.offset, said + ", ");
    }
    const std::string lines = member_lines(wanted, column_of(first.offset));
    previous ? edits_.insert_lines_behind(end_of(previous->value, text_), lines)
             : edits_.insert_lines_before(first.offset, lines);
  }

  /// The member in the text behind which the schema's order puts `key`.
  static const Member* previous_member(const Value& there, const Value& after, std::string_view key) {
    const Member* previous = nullptr;
    for (const auto& each : after.members) {
      if (each.key == key) break;
      if (const Member* found = there.find(each.key)) previous = found;
    }
    return previous;
  }

  /// The lines of a member as a new record has them, at that column, without the last line end.
  [[nodiscard]] std::string member_lines(const Member& member, std::size_t column) const {
    Value record = Value::of_map();
    record.members.push_back(member);
    const std::string written = write_yaml(record);
    std::string lines;
    for (const auto line : split_lines(written)) {
      if (!lines.empty()) lines += edits_.line_end();
      lines += std::string(column, ' ') + std::string(line);
    }
    return lines;
  }

  /// Puts an item or entry into a list, behind the first `index` of those in the text.
  void insert_item(const Value& list, std::size_t index, const Value& wanted) {
    const Value& neighbour = list.items[index == 0 ? 0 : index - 1];
    if (list.layout == Layout::flow) {
      return index == 0 ? edits_.insert(neighbour.offset, write_flow(wanted) + ", ")
                        : edits_.insert(end_of(neighbour, text_), ", " + write_flow(wanted));
    }
    const std::size_t dash = beginning_of(list, neighbour);
    const std::string said = wanted.is_scalar() ? write_scalar(wanted, Layout::block) : write_flow(wanted);
    const std::string line = std::string(column_of(dash), ' ') + "- " + said;
    index == 0 ? edits_.insert_lines_before(dash, line)
               : edits_.insert_lines_behind(end_of(neighbour, text_), line);
  }

  void remove_parts(const Value& there, const std::vector<Part>& parts) {
    if (there.layout == Layout::flow) return remove_from_flow(parts);
    for (const auto& [begin, end, goes] : parts) {
      if (goes) edits_.remove_lines(begin, end);
    }
  }

  /// Each with the comma before it, but what stands first with the comma behind it.
  void remove_from_flow(const std::vector<Part>& parts) {
    bool first = true;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (parts[i].goes) {
        const std::size_t begin = first ? parts[i].begin : parts[i - 1].end;
        edits_.replace(begin, first ? parts[i + 1].begin : parts[i].end, {});
      }
      first = first && parts[i].goes;
    }
  }

  /// Where an item of a list begins: in block style at its dash.
  [[nodiscard]] std::size_t beginning_of(const Value& list, const Value& item) const {
    return list.layout == Layout::flow ? item.offset : text_.rfind('-', item.offset - 1);
  }

  [[nodiscard]] std::size_t column_of(std::size_t offset) const { return offset - line_start(text_, offset); }

  std::string_view text_;
  Edits edits_;
};

}  // namespace

std::string rewrite(std::string_view text, std::string_view file, const Value& before, const Value& after) {
  const auto fail = [&](std::string_view why) -> Trouble {
    return {Cause::machine,
            fmt::format("cannot change {} in its place: {}, change it by hand and run 'mentorctl record'",
                        in_quotes(file), why)};
  };
  const std::string_view mark = text.substr(0,
                                            text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  const std::string_view body = text.substr(mark.size());
  const Parsed parsed = parse_yaml(body, file);
  if (parsed.problem) throw fail(parsed.problem->message);
  Editor editor(body);
  editor.change(parsed.root, before, after, Layout::block);
  const std::string edited = editor.apply();
  if (const auto problem = first_problem(edited, file)) throw fail(problem->message);
  return std::string(mark) + edited;
}

}  // namespace mentor::store
