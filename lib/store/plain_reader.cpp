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

/// From there on, the first that has no such mark. A line feed has none but that of a control character, and
/// one stands at the end of every text here.
const char* past(const char* at, Mark of) {
  while (is(*at, of)) ++at;
  return at;
}

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

/// What the library takes for nothing at all.
bool is_null(std::string_view text) {
  constexpr std::array<std::string_view, 4> nulls{"~", "null", "Null", "NULL"};
  const auto first = text.front();
  return (first == 'n' || first == 'N' || first == '~') && std::ranges::find(nulls, text) != nulls.end();
}

/// Thrown where it isn't sure; that is rare, and never leaves this file.
struct Unsure {};

void must(bool sure) {
  if (!sure) throw Unsure();
}

class Scanner {
 public:
  /// The text ends with a line feed.
  Scanner(std::string_view text, std::vector<FlatValue>& row, std::string& unescaped)
      : begin_(text.data()), end_(begin_ + text.size()), row_(row), unescaped_(unescaped) {}

  void document() {
    must(to_content() && indentation() == 0);
    block(0, 0);
    must(!to_content());
  }

 private:
  // The text at hand. Behind the end of a line only `to_content` may look.

  [[nodiscard]] bool is_at_break() const { return *at_ == '\n' || (*at_ == '\r' && at_[1] == '\n'); }
  void skip_blanks() {
    while (*at_ == ' ') ++at_;
  }
  [[nodiscard]] std::uint32_t indentation() const { return static_cast<std::uint32_t>(at_ - line_start_); }
  [[nodiscard]] Place place_of(const char* at) const {
    return {line_, static_cast<std::size_t>(at - line_start_) - trailing_ + 1};
  }

  void end_line() {
    must(is_at_break());
    at_ += *at_ == '\r' ? 2 : 1;
    ++line_;
    line_start_ = at_;
    trailing_ = 0;
  }

  /// The piece, which ends here, holds letters beyond ASCII.
  void check_wide(std::string_view piece) {
    must(!piece.starts_with(byte_order_mark) && !first_bad_character(piece));
    trailing_ += static_cast<std::size_t>(std::ranges::count_if(
        piece, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }));
  }

  /// From the `#` to the end of the line.
  void skip_comment() {
    const char* const begin = at_;
    bool has_wide = false;
    while (!is(*at_, Mark::control)) has_wide = is(*at_++, Mark::wide) || has_wide;
    must(is_at_break());
    if (has_wide) check_wide(between(begin, at_));
  }

  /// Past blanks and a comment to the end of the line, and past that. A comment needs a blank before it.
  void rest_of_line() {
    const char* const begin = at_;
    skip_blanks();
    if (*at_ == '#' && at_ > begin) skip_comment();
    end_line();
  }

  /// To the first line that says something; whether there is one.
  bool to_content() {
    while (at_ != end_) {
      skip_blanks();
      if (*at_ == '#') skip_comment();
      if (!is_at_break()) return true;
      end_line();
    }
    return false;
  }

  // Values.

  FlatValue& add(Form form, const char* from, std::string_view text = {}) {
    must(row_.size() < most_plain_values);
    return row_.emplace_back(
        FlatValue{form, Layout::block, 1, static_cast<std::uint32_t>(from - begin_), place_of(from), text});
  }
  std::size_t open(Form form, Layout layout) {
    add(form, at_).layout = layout;
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
    add(Form::text, name.data(), name);
  }

  /// A key with its colon.
  void read_key(Keys& keys) {
    must(is(*at_, Mark::word));
    const std::string_view name = between(at_, past(at_, Mark::key));
    must(!name.empty() && name.size() <= longest_plain_key && !is_null(name));
    add_key(keys, name);
    at_ += name.size();
    must(*at_++ == ':');
  }

  /// Takes the plain text from here to `end`, but for the blanks at its end.
  void add_plain(const char* end, bool has_wide) {
    while (end[-1] == ' ') --end;
    const std::string_view said = between(at_, end);
    must(!is_null(said));
    add(Form::text, at_, said);
    at_ = end;
    if (has_wide) check_wide(said);
  }

  /// A minus sign begins a text when something follows it.
  [[nodiscard]] bool begins_plain() const {
    return is(*at_, Mark::word) || (*at_ == '-' && is(at_[1], Mark::word));
  }

  void plain_in_flow() {
    must(begins_plain());
    bool has_wide = false;
    const char* end = at_;
    for (;; ++end) {
      end = past(end, Mark::quiet);
      const char c = *end;
      if (c == ',' || c == '}' || c == ']') break;
      if (is(c, Mark::wide)) {
        has_wide = true;
      } else if (c == ':') {
        must(std::string_view(" ,]}\n\r\t").find(end[1]) == std::string_view::npos);
      } else {
        must(c == '#' && end[-1] != ' ');
      }
    }
    add_plain(end, has_wide);
  }

  void plain_in_block() {
    must(begins_plain());
    bool has_wide = false;
    const char* end = at_;
    for (; !is(*end, Mark::control); ++end) {
      if (*end == ':') must(end[1] != ' ' && !is(end[1], Mark::control));
      if (*end == '#' && end[-1] == ' ') break;
      has_wide = has_wide || is(*end, Mark::wide);
    }
    add_plain(end, has_wide);
  }

  /// A text in quotes, whose escapes are undone in a room of its own that never moves.
  void quoted(char quote) {
    const char* const begin = at_ + 1;
    bool has_wide = false;
    bool is_escaped = false;
    const char* end = begin;
    for (;; ++end) {
      const char c = *end;
      must(!is(c, Mark::control));
      has_wide = has_wide || is(c, Mark::wide);
      const bool is_doubled = c == quote && quote == '\'' && end[1] == quote;
      if (c == quote && !is_doubled) break;
      if (!is_doubled && (c != '\\' || quote != '"')) continue;
      is_escaped = true;
      must(!is(*++end, Mark::control));
    }
    const std::string_view written = between(begin, end);
    std::string_view said = written;
    if (is_escaped) said = quote == '"' ? undo_escapes(said) : undo_doubling(said);
    add(Form::text, at_, said);
    at_ = end + 1;
    if (has_wide) check_wide(written);
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
    const char c = *at_;
    if (c == '{' || c == '[') return bracketed(depth);
    if (c == '"' || c == '\'') return quoted(c);
    plain_in_flow();
  }

  void bracketed(std::size_t depth) {
    must(depth < deepest_plain);
    *at_ == '{' ? flow_map(depth) : flow_list(depth);
  }

  void flow_map(std::size_t depth) {
    const std::size_t map = open(Form::map, Layout::flow);
    Keys keys{map};
    in_brackets('}', [&] {
      read_key(keys);
      must(*at_ == ' ');
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
    if (*at_ == last) {
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
    const char c = *at_;
    must(c == between || c == last);
    ++at_;
    return c == between;
  }

  [[nodiscard]] bool is_at_item() const { return *at_ == '-' && at_[1] == ' '; }

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
      must(*at_ == ' ' || is_at_break());
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
    if (!is_at_break() && *at_ != '#') return on_line(depth);
    if (*at_ == '#') skip_comment();
    end_line();
    must(to_content());
    must(indentation() > indent || (indentation() == indent && is_at_item()));
    block(indentation(), depth + 1);
  }

  /// A value that ends on its line, and the line.
  void on_line(std::size_t depth) {
    const char c = *at_;
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
    const char* const end = past(at_, Mark::key);
    const bool is_map = end > at_ && *end == ':' && (end[1] == ' ' || end[1] == '\n');
    if (is_map) return block(indentation(), depth + 1);
    on_line(depth);
  }

  const char* begin_;
  const char* end_;
  std::vector<FlatValue>& row_;
  std::string& unescaped_;
  const char* at_ = begin_;
  const char* line_start_ = begin_;
  std::size_t line_ = 1;
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
  if (!text.ends_with('\n')) {
    // A carriage return breaks a line only with a line feed that is there.
    if (text.ends_with('\r')) return nullptr;
    ended_.assign(text).push_back('\n');
    text = ended_;
  }
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
