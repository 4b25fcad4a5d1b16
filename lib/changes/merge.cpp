#include "changes/merge.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "base/text.h"
#include "changes/lines.h"
#include "changes/notes.h"
#include "changes/values.h"
#include "model/describe.h"
#include "store/paths.h"
#include "store/text_edit.h"
#include "store/yaml.h"

namespace mentor::changes {

namespace {

using Text = std::optional<std::string>;

/// The record's path below the data directory, which may be below the top of the work tree.
std::string_view below_data_directory(std::string_view path) {
  for (std::string_view rest = path;;) {
    if (store::is_record_path(rest)) return rest;
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos) return path;
    rest.remove_prefix(slash + 1);
  }
}

/// What the file's record is called.
std::string name_of(std::string_view path) { return store::record_name(below_data_directory(path)); }

/// One version of the file: what it says, if it says anything.
struct ReadSide {
  Text text;
  Value root;
  std::string problem;

  [[nodiscard]] bool is_read() const { return text && problem.empty(); }
  [[nodiscard]] const Value* tree() const { return is_read() ? &root : nullptr; }
  [[nodiscard]] Page page() const { return is_read() ? Page{*text, root} : Page{}; }
};

/// A scalar that stood there without quotes may stand so again; a text with signs that other places would
/// read otherwise is looked at anew.
void set_forms(Value& value, std::string_view text) {
  constexpr std::string_view harmless = "0123456789-_. ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  for (auto& each : value.items) set_forms(each, text);
  for (auto& each : value.members) set_forms(each.value, text);
  if (value.form != Form::text || value.text.empty()) return;
  const bool as_it_stands = text.substr(std::min(value.offset, text.size())).starts_with(value.text);
  if (as_it_stands && value.text.find_first_not_of(harmless) == std::string::npos) value.form = Form::token;
}

/// Entries have their identifiers first, as a rewritten text expects them.
void put_identifiers_first(Value& value) {
  for (auto& each : value.members) put_identifiers_first(each.value);
  for (auto& each : value.items) {
    put_identifiers_first(each);
    const auto id = std::ranges::find_if(
        each.members, [&](const Member& member) { return &member == identifier_of(each); });
    if (id != each.members.end()) std::rotate(each.members.begin(), id, id + 1);
  }
}

ReadSide read(Text text, std::string_view path) {
  ReadSide version{std::move(text), {}, {}};
  if (version.text && version.text->empty()) version.text.reset();
  if (!version.text) return version;
  store::Parsed parsed = store::parse_yaml(*version.text, path);
  if (parsed.problem)
    version.problem = fmt::format("line {}: {}", parsed.problem->spot.place.line, parsed.problem->message);
  version.root = std::move(parsed.root);
  set_forms(version.root, *version.text);
  return version;
}

Value for_rewriting(Value root) {
  put_identifiers_first(root);
  return root;
}

/// Three versions of a file, and the tree that they merge to.
class Meeting {
 public:
  Meeting(std::string_view path, const Text& before, const Text& ours, const Text& theirs)
      : path_(path), before_(read(before, path)), ours_(read(ours, path)), theirs_(read(theirs, path)) {}

  /// Where one side left the file as it was, or both did the same.
  [[nodiscard]] const Text* plain_outcome() const {
    if (ours_.text == theirs_.text || before_.text == theirs_.text) return &ours_.text;
    return before_.text == ours_.text ? &theirs_.text : nullptr;
  }

  /// From here on a log that isn't there is one without entries.
  void open_logs() {
    if (!is_log(path_)) return;
    const std::string no_entries = "[]\n";
    ours_are_new_ = !ours_.text;
    if (!ours_.text) ours_ = read(no_entries, path_);
    if (!theirs_.text) theirs_ = read(no_entries, path_);
  }

  [[nodiscard]] bool can_be_read() const { return ours_.problem.empty() && theirs_.problem.empty(); }
  [[nodiscard]] bool is_in_both() const { return ours_.text && theirs_.text; }

  [[nodiscard]] Conflict conflict_of_file() const {
    return {path_, {}, in_words(before_), in_words(ours_), in_words(theirs_)};
  }

  /// What is left of a file that one side took away and the other changed.
  [[nodiscard]] const Text& left() const { return ours_.text ? ours_.text : theirs_.text; }

  /// The same as it was before a merge, its changes in doubt; what cannot be read counts for nothing.
  [[nodiscard]] Text left_in_doubt() const {
    const ReadSide& stays = ours_.text && (!theirs_.text || !ours_.problem.empty()) ? ours_ : theirs_;
    if (!before_.is_read() || !stays.is_read()) return stays.text;
    return store::write_yaml(in_doubt(stays.root, before_.root));
  }

  [[nodiscard]] Value tree(Merger& merger) const {
    return merger.merge(before_.tree(), ours_.tree(), theirs_.tree()).value_or(Value::of_map());
  }

  /// A text that says the tree and nothing else, with what people wrote around it.
  [[nodiscard]] Text text_saying(const Value& tree) const {
    if (before_.text) {
      Text lines = merge_lines(*before_.text, *ours_.text, *theirs_.text);
      if (lines && says(*lines, tree)) return lines;
    }
    const ReadSide& first = ours_are_new_ ? theirs_ : ours_;
    const ReadSide& second = ours_are_new_ ? ours_ : theirs_;
    if (auto text = rewritten(first, second, tree)) return text;
    return rewritten(second, first, tree);
  }

  [[nodiscard]] std::string name() const { return name_of(path_); }

 private:
  static std::string in_words(const ReadSide& version) {
    if (!version.text) return {};
    if (!version.problem.empty()) return version.problem;
    return changes::in_words(&version.root);
  }

  [[nodiscard]] bool says(const std::string& text, const Value& tree) const {
    const store::Parsed parsed = store::parse_yaml(text, path_);
    return !parsed.problem && alike(parsed.root, tree);
  }

  /// One side's text made to say the tree, with the comments of the other.
  [[nodiscard]] Text rewritten(const ReadSide& side, const ReadSide& other, const Value& tree) const {
    try {
      std::string text = store::rewrite(*side.text, path_, for_rewriting(side.root), for_rewriting(tree));
      if (!says(text, tree)) return std::nullopt;
      const Page merged{text, store::parse_yaml(text, path_).root};
      std::string with = with_notes(merged, before_.page(), side.page(), other.page());
      return says(with, tree) ? with : text;
    } catch (const Trouble&) {
      return std::nullopt;
    }
  }

  std::string path_;
  ReadSide before_;
  ReadSide ours_;
  ReadSide theirs_;
  bool ours_are_new_ = false;
};

/// A file as a whole that both sides changed, and that cannot be merged by field.
Merged settle_file(const Meeting& meeting, const Settlements& settlements) {
  const Conflict conflict = meeting.conflict_of_file();
  const auto given = settlements.find(conflict.name());
  const bool can_be_settled = !meeting.is_in_both() && given != settlements.end();
  if (!can_be_settled) return {std::nullopt, {conflict}};
  return {keeps(*given) ? meeting.left() : std::nullopt, {}};
}

}  // namespace

Merged merge(std::string_view path, const Text& before, const Text& ours, const Text& theirs,
             const Settlements& settlements) {
  Meeting meeting(path, before, ours, theirs);
  if (const Text* outcome = meeting.plain_outcome()) return {*outcome, {}};
  meeting.open_logs();
  if (!meeting.is_in_both() || !meeting.can_be_read()) return settle_file(meeting, settlements);
  Merger merger(meeting.name(), settlements);
  const Value tree = meeting.tree(merger);
  if (auto conflicts = merger.take_conflicts(); !conflicts.empty()) {
    const bool is_whole = conflicts.front().name() == meeting.name();
    if (is_whole) conflicts = {meeting.conflict_of_file()};
    return {std::nullopt, std::move(conflicts)};
  }
  if (is_log(path) && tree.form == Form::list && tree.items.empty()) return {};
  auto text = meeting.text_saying(tree);
  if (!text) return {std::nullopt, {meeting.conflict_of_file()}};
  return {std::move(text), {}};
}

Text common_ground(std::string_view path, const Text& before, const Text& one, const Text& other) {
  Meeting meeting(path, before, one, other);
  if (const Text* outcome = meeting.plain_outcome()) return *outcome;
  meeting.open_logs();
  if (!meeting.is_in_both() || !meeting.can_be_read()) return meeting.left_in_doubt();
  const Settlements none;
  Merger merger(meeting.name(), none);
  merger.leave_open();
  const Value tree = meeting.tree(merger);
  const Text text = meeting.text_saying(tree);
  return text ? text : store::write_yaml(tree);
}

std::optional<Both> merge_both_ways(std::string_view path, const Text& before, const Text& ours,
                                    const Text& theirs) {
  Meeting meeting(path, before, ours, theirs);
  meeting.open_logs();
  if (!meeting.is_in_both() || !meeting.can_be_read()) return std::nullopt;
  const Settlements none;
  Merger merger(meeting.name(), none);
  const Value with_ours = meeting.tree(merger);
  merger.prefer_theirs();
  const Value with_theirs = meeting.tree(merger);
  const Text our_text = meeting.text_saying(with_ours);
  if (!our_text) return std::nullopt;
  try {
    std::string their_text = store::rewrite(*our_text, path, for_rewriting(with_ours),
                                            for_rewriting(with_theirs));
    return Both{*our_text, std::move(their_text)};
  } catch (const Trouble&) {
    return std::nullopt;
  }
}

std::string said_in(const Text& text, std::string_view path, const Conflict& conflict) {
  const ReadSide version = read(text, path);
  if (!version.text) return {};
  const Settlements none;
  const std::string name = conflict.name();
  if (name == path) return version.problem.empty() ? in_words(&version.root) : version.problem;
  std::string said;
  const auto visit = [&](auto&& self, const Value& value, const std::string& id,
                         const std::string& field) -> void {
    if ((field.empty() ? id : id + "." + field) == name) said = in_words(&value);
    for (const auto& each : value.members)
      self(self, each.value, id, field.empty() ? each.key : field + "." + each.key);
    for (const auto& each : value.items) {
      if (const Member* entry = identifier_of(each))
        self(self, each, fmt::format("{}/{}", name_of(path), entry->value.text), {});
    }
  };
  visit(visit, version.root, name_of(path), {});
  return said;
}

bool is_record(std::string_view path) { return store::is_record_path(below_data_directory(path)); }

bool is_log(std::string_view path) {
  const std::string_view below = below_data_directory(path);
  return std::ranges::any_of(record_shapes(), [&](const RecordShape& shape) {
    return shape.is_log && !shape.folder.empty() && below.starts_with(shape.folder);
  });
}

}  // namespace mentor::changes
