#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <vector>

#include "base/text.h"
#include "store/extent.h"
#include "store/plain_reader.h"
#include "store/yaml.h"

namespace mentor::store {

namespace {

constexpr std::string_view nested_too_deeply = "nested too deeply, a record has few levels";
constexpr std::size_t most_open_brackets = 50'000;
constexpr std::size_t most_values = 500'000;

/// Thrown from within yaml-cpp's parser, which unwinds cleanly; caught in parse_yaml.
struct Refusal {
  std::size_t offset;
  std::string message;
};

/// From offsets in bytes to places in characters, as quick at the end of a long line as at its start.
class PlaceFinder {
 public:
  explicit PlaceFinder(std::string_view text) : text_(text) {
    for (std::size_t i = 0, begun = 0; i < text.size(); ++i) {
      if (i > 0 && i % block == 0) begun_.push_back(begun);
      if (begins_character(text[i])) ++begun;
      if (text[i] == '\n') line_starts_.push_back(i + 1);
    }
  }

  [[nodiscard]] Place place(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const auto next = std::ranges::upper_bound(line_starts_, offset);
    return {static_cast<std::size_t>(next - line_starts_.begin()),
            begun_before(offset) - begun_before(*std::prev(next)) + 1};
  }

 private:
  static constexpr std::size_t block = 256;

  static bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

  /// How many characters begin before the offset.
  [[nodiscard]] std::size_t begun_before(std::size_t offset) const {
    const std::size_t number = std::min(offset / block, begun_.size() - 1);
    const auto rest = text_.substr(number * block, offset - number * block);
    return begun_[number] + static_cast<std::size_t>(std::ranges::count_if(rest, begins_character));
  }

  std::string_view text_;
  std::vector<std::size_t> begun_{0};  ///< before each block
  std::vector<std::size_t> line_starts_{0};
};

/// Builds the tree from yaml-cpp's events, and refuses what is no plain data.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, const PlaceFinder& places) : text_(text), places_(places) {}

  [[nodiscard]] Value take_root() { return std::move(root_); }
  [[nodiscard]] bool is_empty() const { return root_.form == Form::nothing; }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override { settle_null(text_.size() + 1); }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark);
    add(Value(), mark);
    null_ = offset(mark);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Refusal{offset(mark), "an alias (*) is not allowed in a record, write the value out or quote it"};
  }

  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                const std::string& text) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark);
    refuse_escaped(mark, text);
    add(Value::of_text(text), mark);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(mark, anchor, style, Value::of_list());
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(mark, anchor, style, Value::of_map());
  }
  void OnMapEnd() override { close(); }

 protected:
  static std::size_t offset(const YAML::Mark& mark) {
    return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
  }

 private:
  /// A map or list that is being filled; the tree does not move while its children are added, for each is
  /// added whole.
  struct Level {
    Value value;
    std::optional<Member> key;   ///< a key whose value is still to come
    std::set<std::string> keys;  ///< those that the map has
  };

  static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0) throw Refusal{offset(mark), "an anchor (&) is not allowed in a record, quote the text"};
  }

  /// yaml-cpp says the same of a quoted text and of one tagged `!`, and forgets the tag of a null.
  void refuse_tag(const YAML::Mark& mark) const {
    if (!text_.substr(std::min(offset(mark), text_.size())).starts_with('!')) return;
    throw Refusal{offset(mark), "a tag (!) is not allowed in a record, quote the text"};
  }

  /// What no value may hold may not come in by `"\x1b"` either.
  static void refuse_escaped(const YAML::Mark& mark, const std::string& said) {
    if (const auto bad = forbidden_in_text(said))
      throw Refusal{offset(mark), *bad + " is not allowed in a record, not as an escape either, take it out"};
  }

  void open(const YAML::Mark& mark, YAML::anchor_t anchor, YAML::EmitterStyle::value style, Value value) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark);
    settle_null(offset(mark));
    if (levels_.size() == deepest_nesting) throw Refusal{offset(mark), std::string(nested_too_deeply)};
    if (awaits_key()) throw Refusal{offset(mark), "a key must be plain text"};
    value.layout = style == YAML::EmitterStyle::Flow ? Layout::flow : Layout::block;
    locate(value, mark);
    levels_.push_back({std::move(value), std::nullopt, {}});
  }

  void close() {
    settle_null(text_.size() + 1);
    Value value = std::move(levels_.back().value);
    levels_.pop_back();
    attach(std::move(value));
  }

  void add(Value value, const YAML::Mark& mark) {
    settle_null(offset(mark));
    locate(value, mark);
    if (!awaits_key()) {
      // yaml-cpp places nothing at the next token, perhaps lines below; people look for it at its key.
      if (value.form == Form::nothing && !levels_.empty() && levels_.back().key)
        value.place = levels_.back().key->place;
      return attach(std::move(value));
    }
    if (value.form == Form::nothing) throw Refusal{value.offset, "a key must be plain text"};
    if (value.text == "<<") throw Refusal{value.offset, "a merge key (<<) is not allowed in a record"};
    if (!levels_.back().keys.insert(value.text).second) {
      throw Refusal{value.offset, in_quotes(value.text) + " stands here a second time, keep one"};
    }
    levels_.back().key = Member{value.text, value.place, value.offset, {}};
  }

  void attach(Value value) {
    if (++values_ > most_values) throw Refusal{value.offset, "too many values for one record, split it"};
    if (levels_.empty()) {
      root_ = std::move(value);
      return;
    }
    auto& [parent, key, keys] = levels_.back();
    if (parent.form == Form::list) {
      parent.items.push_back(std::move(value));
    } else {
      key->value = std::move(value);
      parent.members.push_back(std::move(*key));
      key.reset();
    }
  }

  /// yaml-cpp says the same of `null` and of nothing at all, and places nothing at the next token. Once the
  /// next event is known, the text there tells them apart.
  void settle_null(std::size_t next_offset) {
    if (!null_) return;
    const std::size_t at = *std::exchange(null_, std::nullopt);
    if (at == next_offset) return;
    const std::string_view rest = text_.substr(std::min(at, text_.size()));
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (rest.starts_with(word) && ends_scalar(rest.substr(word.size()))) {
        last_scalar() = located(Value::of_text(word), at);
      }
    }
  }

  /// Whether a plain scalar that stands before `rest` ends there and is no key.
  static bool ends_scalar(std::string_view rest) {
    if (!rest.empty() && std::string_view(" \t\r\n,]}").find(rest.front()) == std::string_view::npos)
      return false;
    const std::size_t next = rest.find_first_not_of(" \t");
    return next == std::string_view::npos || rest[next] != ':';
  }

  Value& last_scalar() {
    if (levels_.empty()) return root_;
    Value& parent = levels_.back().value;
    return parent.form == Form::list ? parent.items.back() : parent.members.back().value;
  }

  [[nodiscard]] bool awaits_key() const {
    return !levels_.empty() && levels_.back().value.form == Form::map && !levels_.back().key;
  }

  void locate(Value& value, const YAML::Mark& mark) const { value = located(std::move(value), offset(mark)); }
  [[nodiscard]] Value located(Value value, std::size_t at) const {
    value.offset = at;
    value.place = places_.place(at);
    return value;
  }

  std::string_view text_;
  const PlaceFinder& places_;
  Value root_;
  std::vector<Level> levels_;
  std::size_t values_ = 0;
  std::optional<std::size_t> null_;
};

/// The second document must not be there: whatever starts one is refused.
class NoDocument : public TreeBuilder {
 public:
  NoDocument(std::string_view text, const PlaceFinder& places, const TreeBuilder& first)
      : TreeBuilder(text, places), first_(first) {}
  void OnDocumentStart(const YAML::Mark& mark) override {
    if (first_.is_empty()) throw Refusal{0, "there is no record before '---', '...' or ',', take that out"};
    throw Refusal{
        offset(mark),
        "a second document, or text after the end of the record, put each record in a file of its own"};
  }

 private:
  const TreeBuilder& first_;
};

bool is_conflict_marker(std::string_view line) {
  for (const std::string_view marker : {"<<<<<<<", "|||||||", "=======", ">>>>>>>"}) {
    const std::string_view rest = line.starts_with(marker) ? line.substr(marker.size()) : "no marker";
    if (rest.empty() || rest.front() == ' ' || rest.front() == '\r' || rest.front() == '\n') return true;
  }
  return false;
}

/// What is wrong at the start of some line, before yaml-cpp sees it.
std::optional<Refusal> refused_line(std::string_view text) {
  for (std::size_t start = 0; start < text.size(); start = next_line(text, start)) {
    const std::string_view line = text.substr(start);
    if (is_conflict_marker(line)) return Refusal{start, "a conflict marker of git, settle the merge first"};
    if (line.starts_with('%')) return Refusal{start, "a directive (%) is not allowed in a record"};
  }
  return std::nullopt;
}

/// yaml-cpp says nothing of what is in brackets before it has them closed, and meanwhile keeps hundreds of
/// bytes for each. Brackets in texts and comments are counted too, so this allows for many.
std::optional<Refusal> refused_brackets(std::string_view text) {
  std::size_t open = 0;
  std::size_t too_deep = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((text[i] == ']' || text[i] == '}') && open > 0) --open;
    if (text[i] != '[' && text[i] != '{') continue;
    if (++open == deepest_nesting + 1) too_deep = i;
    if (open > most_open_brackets) return Refusal{too_deep, std::string(nested_too_deeply)};
  }
  return std::nullopt;
}

/// Parses with a document end behind the text, so that an unclosed quote is an error, and asks for exactly
/// two documents, which yaml-cpp always survives.
void parse(std::string_view text, TreeBuilder& builder, const PlaceFinder& places) {
  std::istringstream stream(std::string(text) + "...\n");
  YAML::Parser parser(stream);
  parser.HandleNextDocument(builder);
  NoDocument none(text, places, builder);
  parser.HandleNextDocument(none);
}

std::string line_of(std::string_view text, Place place) {
  std::size_t start = 0;
  for (std::size_t line = 1; line < place.line; ++line) start = next_line(text, start);
  const auto lines = split_lines(text.substr(start, next_line(text, start) - start));
  return lines.empty() ? std::string() : std::string(lines.front());
}

Problem problem_at(std::string_view text, std::string_view file, Place place, std::string message) {
  return {{std::string(file), place}, std::move(message), line_of(text, place)};
}

std::string explained(const std::string& message, std::string_view there) {
  const bool is_indicator = !there.empty() &&
                            std::string_view("@`%*").find(there.front()) != std::string::npos;
  return "this is no YAML: " + visible(message) +
         (is_indicator ? fmt::format(", put text that begins with {} in quotes", there.front()) : "");
}

void shift(Value& value, std::size_t by) {
  value.offset += by;
  for (auto& each : value.items) shift(each, by);
  for (auto& each : value.members) {
    each.offset += by;
    shift(each.value, by);
  }
}

}  // namespace

Parsed parse_yaml(std::string_view text, std::string_view file) {
  PlainReader plain;
  if (const FlatValue* root = plain.read_first(text)) return {to_value(*root), std::nullopt};
  return parse_yaml_strictly(text, file);
}

std::optional<Problem> first_problem(std::string_view text, std::string_view file) {
  PlainReader plain;
  if (plain.read_first(text)) return std::nullopt;
  return parse_yaml_strictly(text, file).problem;
}

Parsed parse_yaml_strictly(std::string_view text, std::string_view file) {
  if (auto bad = first_bad_character(text)) {
    return {{}, problem_at(text, file, bad->place, bad->what + " is not allowed in a record, take it out")};
  }
  const std::size_t mark = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  std::string body(text.substr(mark));
  if (!body.ends_with('\n')) body += '\n';
  const PlaceFinder places(body);
  TreeBuilder builder(body, places);
  const auto refused = [&](std::size_t offset, std::string message) {
    Parsed parsed{builder.take_root(), problem_at(body, file, places.place(offset), std::move(message))};
    shift(parsed.root, mark);
    return parsed;
  };
  if (auto line = refused_line(body)) return refused(line->offset, line->message);
  if (auto brackets = refused_brackets(body)) return refused(brackets->offset, brackets->message);
  try {
    parse(body, builder, places);
    Parsed parsed{builder.take_root(), std::nullopt};
    if (parsed.root.form == Form::nothing) parsed.root.place = {1, 1};  // yaml-cpp puts it at the end
    shift(parsed.root, mark);
    return parsed;
  } catch (const Refusal& refusal) {
    return refused(refusal.offset, refusal.message);
  } catch (const YAML::Exception& error) {
    const auto offset = error.mark.pos < 0 ? 0 : static_cast<std::size_t>(error.mark.pos);
    return refused(offset,
                   explained(error.msg, std::string_view(body).substr(std::min(offset, body.size()))));
  }
}

}  // namespace mentor::store
