#include "store/plain_reader.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "store/source.h"

namespace mentor::store {

namespace {

/// Below the limits of the strict reader, so that only it ever tells of them.
constexpr std::size_t deepest_plain = 12;
constexpr std::size_t most_plain_values = 400'000;
constexpr std::size_t longest_plain_key = 200;
constexpr std::size_t most_plain_keys = 500;  // of a map: each may be compared with all before it
constexpr std::size_t most_plain_brackets = 40'000;

enum class Mark : std::uint8_t {
  word = 1,     ///< may begin a plain text
  key = 2,      ///< may stand in a key
  quiet = 4,    ///< means nothing within a plain text in flow style
  control = 8,  ///< ends every run: a control character
  wide = 16,    ///< part of a character beyond ASCII
};

constexpr std::array<std::uint8_t, 256> marks = [] {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    const bool flow = std::string_view(",[]{}?:#").find(static_cast<char>(c)) != std::string_view::npos;
    unsigned of = 0;
    if (letter || digit || c >= 0x80 || c == '(' || c == '/' || c == '+' || c == '_')
      of |= static_cast<unsigned>(Mark::word);
    if (letter || digit || c == '_' || c == '.' || c == '-') of |= static_cast<unsigned>(Mark::key);
    if (c >= ' ' && c < 0x7f && !flow) of |= static_cast<unsigned>(Mark::quiet);
    if (c < ' ' || c == 0x7f) of |= static_cast<unsigned>(Mark::control);
    if (c >= 0x80) of |= static_cast<unsigned>(Mark::wide);
    table[c] = static_cast<std::uint8_t>(of);
  }
  return table;
}();

bool is(char c, Mark of) { return (marks[static_cast<unsigned char>(c)] & static_cast<unsigned>(of)) != 0; }

/// What the library takes for nothing at all.
bool is_null(std::string_view text) {
  if (text.size() != 4) return text == "~";
  return (text[0] == 'n' || text[0] == 'N') && (text == "null" || text == "Null" || text == "NULL");
}

/// Thrown where it isn't sure; that is rare, and never leaves this file.
struct Unsure {};

void must(bool sure) {
  if (!sure) throw Unsure();
}

class Scanner {
 public:
  Scanner(std::string_view text, std::vector<FlatValue>& row, std::string& unescaped)
      : text_(text), row_(row), unescaped_(unescaped) {}

  void document() {
    must(to_content() && indentation() == 0);
    block(0, 0);
    must(!to_content());
  }

 private:
  // The text at hand. Behind its end stands a line feed that is not there.

  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n';
  }
  [[nodiscard]] bool is_at_end() const { return at_ >= text_.size(); }
  /// A carriage return breaks a line only with a line feed that is there.
  [[nodiscard]] bool is_at_break() const {
    return peek() == '\n' || (peek() == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n');
  }
  void skip_blanks() {
    while (peek() == ' ') ++at_;
  }
  [[nodiscard]] std::uint32_t indentation() const { return static_cast<std::uint32_t>(at_ - line_start_); }
  [[nodiscard]] Place place() const { return {line_, at_ - line_start_ - trailing_ + 1}; }

  void end_line() {
    must(is_at_break());
    at_ += peek() == '\r' ? 2 : 1;
    ++line_;
    line_start_ = at_;
    trailing_ = 0;
  }

  /// What stands between `begin` and here holds letters beyond ASCII.
  void check_wide(std::size_t begin) {
    const std::string_view piece = text_.substr(begin, at_ - begin);
    must(!piece.starts_with(byte_order_mark) && !first_bad_character(piece));
    trailing_ += static_cast<std::size_t>(std::ranges::count_if(
        piece, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }));
  }

  /// From the `#` to the end of the line.
  void skip_comment() {
    const std::size_t begin = at_;
    bool has_wide = false;
    while (!is_at_end() && !is(text_[at_], Mark::control))
      has_wide = is(text_[at_++], Mark::wide) || has_wide;
    must(is_at_break());
    if (has_wide) check_wide(begin);
  }

  /// Past blanks and a comment to the end of the line, and past that. A comment needs a blank before it.
  void rest_of_line() {
    const std::size_t begin = at_;
    skip_blanks();
    if (peek() == '#' && at_ > begin) skip_comment();
    end_line();
  }

  /// To the first line that says something; whether there is one.
  bool to_content() {
    while (!is_at_end()) {
      skip_blanks();
      if (peek() == '#') skip_comment();
      if (!is_at_break()) return true;
      end_line();
    }
    return false;
  }

  // Values.

  FlatValue& add(Form form, std::string_view text = {}) {
    must(row_.size() < most_plain_values);
    return row_.emplace_back(
        FlatValue{form, Layout::block, 1, static_cast<std::uint32_t>(at_), place(), text});
  }
  std::size_t open(Form form, Layout layout) {
    add(form).layout = layout;
    return row_.size() - 1;
  }
  void close(std::size_t opened) { row_[opened].size = static_cast<std::uint32_t>(row_.size() - opened); }

  /// Which keys a map has so far: most are told apart by a bit.
  struct Keys {
    std::size_t map;
    std::uint64_t bits = 0;
    std::size_t count = 0;
  };

  void add_key(Keys& keys, std::string_view name) {
    must(++keys.count <= most_plain_keys);
    const auto first = static_cast<unsigned char>(name.front());
    const auto last = static_cast<unsigned char>(name.back());
    const std::uint64_t bit = std::uint64_t{1} << ((first * 7U + last * 3U + name.size() * 11U) % 64U);
    if ((keys.bits & bit) != 0) {
      for (std::size_t i = keys.map + 1; i < row_.size(); i += 1 + row_[i + 1].size) {
        must(row_[i].text != name);
      }
    }
    keys.bits |= bit;
    add(Form::text, name);
  }

  /// A key with its colon.
  void read_key(Keys& keys) {
    must(is(peek(), Mark::key) && is(peek(), Mark::word));
    const std::string_view rest = text_.substr(at_);
    const auto length = static_cast<std::size_t>(
        std::ranges::find_if_not(rest, [](char c) { return is(c, Mark::key); }) - rest.begin());
    const std::string_view name = rest.substr(0, length);
    must(peek(length) == ':' && length <= longest_plain_key && !is_null(name));
    add_key(keys, name);
    at_ += length + 1;
  }

  /// The text that began there.
  void add_text(std::string_view said, std::size_t begin, Place from) {
    FlatValue& text = add(Form::text, said);
    text.offset = static_cast<std::uint32_t>(begin);
    text.place = from;
  }

  /// Takes the plain text from `begin` to here, and goes back before the blanks at its end.
  void add_plain(std::size_t begin, bool has_wide, Place from) {
    while (text_[at_ - 1] == ' ') --at_;
    if (has_wide) check_wide(begin);
    const std::string_view said = text_.substr(begin, at_ - begin);
    must(!is_null(said));
    add_text(said, begin, from);
  }

  /// A minus sign begins a text when something follows it.
  [[nodiscard]] bool begins_plain() const {
    return is(peek(), Mark::word) || (peek() == '-' && is(peek(1), Mark::word));
  }

  /// From there on, the first that may mean something within a plain text in flow style, or the end.
  [[nodiscard]] std::size_t first_loud(std::size_t from) const {
    const std::string_view rest = text_.substr(from);
    const auto loud = std::ranges::find_if_not(rest, [](char c) { return is(c, Mark::quiet); });
    return from + static_cast<std::size_t>(loud - rest.begin());
  }

  void plain_in_flow() {
    must(begins_plain());
    const std::size_t begin = at_;
    const Place from = place();
    bool has_wide = false;
    for (;; ++at_) {
      at_ = first_loud(at_);
      const char c = peek();
      if (c == ',' || c == '}' || c == ']') break;
      if (is(c, Mark::wide)) {
        has_wide = true;
      } else if (c == ':') {
        must(std::string_view(" ,]}\n\r\t").find(peek(1)) == std::string_view::npos);
      } else {
        must(c == '#' && text_[at_ - 1] != ' ');
      }
    }
    add_plain(begin, has_wide, from);
  }

  void plain_in_block() {
    must(begins_plain());
    const std::size_t begin = at_;
    const Place from = place();
    bool has_wide = false;
    for (;; ++at_) {
      const char c = peek();
      if (is(c, Mark::control)) break;
      if (c == ':') must(peek(1) != ' ' && !is(peek(1), Mark::control));
      if (c == '#' && text_[at_ - 1] == ' ') break;
      has_wide = has_wide || is(c, Mark::wide);
    }
    add_plain(begin, has_wide, from);
  }

  /// A text in quotes, whose escapes are undone in a room of its own that never moves.
  void quoted(char quote) {
    const std::size_t opened = at_;
    const Place from = place();
    const std::size_t begin = ++at_;
    bool has_wide = false;
    bool is_escaped = false;
    for (;; ++at_) {
      must(!is_at_end());
      const char c = text_[at_];
      must(!is(c, Mark::control));
      has_wide = has_wide || is(c, Mark::wide);
      const bool is_doubled = c == quote && quote == '\'' && peek(1) == quote;
      if (c == quote && !is_doubled) break;
      if (!is_doubled && (c != '\\' || quote != '"')) continue;
      is_escaped = true;
      ++at_;
    }
    std::string_view said = text_.substr(begin, at_ - begin);
    if (has_wide) check_wide(begin);
    if (is_escaped) said = quote == '"' ? undo_escapes(said) : undo_doubling(said);
    ++at_;
    add_text(said, opened, from);
  }

  std::string_view undo_escapes(std::string_view said) {
    const std::size_t begin = unescaped_.size();
    for (std::size_t i = 0; i < said.size(); ++i) {
      if (said[i] != '\\') {
        unescaped_ += said[i];
        continue;
      }
      ++i;
      must(i < said.size());
      switch (said[i]) {
        case '"':
        case '\\':
          unescaped_ += said[i];
          break;
        case 'n':
          unescaped_ += '\n';
          break;
        case 't':
          unescaped_ += '\t';
          break;
        default:
          throw Unsure();
      }
    }
    return std::string_view(unescaped_).substr(begin);
  }

  std::string_view undo_doubling(std::string_view said) {
    const std::size_t begin = unescaped_.size();
    for (std::size_t i = 0; i < said.size(); ++i) {
      unescaped_ += said[i];
      if (said[i] == '\'') ++i;
    }
    return std::string_view(unescaped_).substr(begin);
  }

  /// A value in flow style; behind it come the brackets that it is in, or in a block the end of the line.
  void flow(std::size_t depth) {
    must(depth < deepest_plain);
    switch (peek()) {
      case '{':
        return flow_map(depth);
      case '[':
        return flow_list(depth);
      case '"':
      case '\'':
        return quoted(peek());
      default:
        plain_in_flow();
    }
  }

  void flow_map(std::size_t depth) {
    const std::size_t map = open(Form::map, Layout::flow);
    Keys keys{map};
    in_brackets('}', [&] {
      read_key(keys);
      must(peek() == ' ');
      skip_blanks();
      flow(depth + 1);
    });
    close(map);
  }

  void flow_list(std::size_t depth) {
    const std::size_t list = open(Form::list, Layout::flow);
    in_brackets(']', [&] { flow(depth + 1); });
    close(list);
  }

  /// Past an opening bracket, one after the other by `read_one`, and past the last bracket.
  template <class ReadOne>
  void in_brackets(char last, ReadOne read_one) {
    ++at_;
    skip_blanks();
    if (peek() == last) {
      ++at_;
      return;
    }
    do {
      skip_blanks();
      read_one();
      skip_blanks();
    } while (take(',', last));
  }

  /// Past what stands between two values, or behind the last; whether another follows.
  bool take(char between, char last) {
    const char c = peek();
    must(c == between || c == last);
    ++at_;
    return c == between;
  }

  [[nodiscard]] bool is_at_item() const { return peek() == '-' && peek(1) == ' '; }

  /// A map or list whose first line is here, `indent` characters in.
  void block(std::uint32_t indent, std::size_t depth) {
    must(depth < deepest_plain);
    is_at_item() ? block_list(indent, depth) : block_map(indent, depth);
  }

  void block_map(std::uint32_t indent, std::size_t depth) {
    const std::size_t map = open(Form::map, Layout::block);
    Keys keys{map};
    do {
      must(!is_at_item());
      read_key(keys);
      must(peek() == ' ' || is_at_break());
      member(indent, depth);
    } while (goes_on(indent));
    close(map);
  }

  /// Whether what comes next stands `indent` characters in; what stands deeper belongs to nothing.
  bool goes_on(std::uint32_t indent) {
    if (!to_content()) return false;
    must(indentation() <= indent);
    return indentation() == indent;
  }

  /// What is behind a key: on its line, or below it.
  void member(std::uint32_t indent, std::size_t depth) {
    skip_blanks();
    if (!is_at_break() && peek() != '#') return on_line(depth);
    if (peek() == '#') skip_comment();
    end_line();
    must(to_content());
    must(indentation() > indent || (indentation() == indent && is_at_item()));
    block(indentation(), depth + 1);
  }

  /// A value that ends on its line, and the line.
  void on_line(std::size_t depth) {
    const char c = peek();
    if (c == '{' || c == '[' || c == '"' || c == '\'') {
      flow(depth + 1);
    } else {
      plain_in_block();
    }
    rest_of_line();
  }

  void block_list(std::uint32_t indent, std::size_t depth) {
    const std::size_t list = open(Form::list, Layout::block);
    do {
      must(is_at_item());
      ++at_;
      skip_blanks();
      item(depth);
      // In a map a list may stand as far in as its key: then the next key ends it.
    } while (goes_on(indent) && is_at_item());
    close(list);
  }

  void item(std::size_t depth) {
    std::size_t length = 0;
    while (is(peek(length), Mark::key)) ++length;
    const bool is_map = length > 0 && peek(length) == ':' &&
                        (peek(length + 1) == ' ' || peek(length + 1) == '\n');
    if (is_map) return block(indentation(), depth + 1);
    on_line(depth);
  }

  std::string_view text_;
  std::vector<FlatValue>& row_;
  std::string& unescaped_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t line_start_ = 0;
  std::size_t trailing_ = 0;  ///< bytes of the line before here that begin no character
};

/// A text that is long enough for more brackets than the strict reader allows has them counted.
bool has_many_brackets(std::string_view text) {
  if (text.size() < most_plain_brackets) return false;
  const auto opens = [](char c) { return c == '[' || c == '{'; };
  return static_cast<std::size_t>(std::ranges::count_if(text, opens)) > most_plain_brackets;
}

}  // namespace

const FlatValue* PlainReader::read(std::string_view text) {
  row_.clear();
  unescaped_.clear();
  if (text.size() > largest_file || has_many_brackets(text)) return nullptr;
  unescaped_.reserve(text.size());
  try {
    Scanner(text, row_, unescaped_).document();
  } catch (const Unsure&) {
    return nullptr;
  }
  return row_.data();
}

const FlatValue* PlainReader::read_first([[maybe_unused]] std::string_view text) {
#ifdef MENTORCTL_STRICT_READER
  return nullptr;
#else
  return read(text);
#endif
}

}  // namespace mentor::store
