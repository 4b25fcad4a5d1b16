/// Strict YAML: text to a tree of values, and back.
///
/// The reader takes plain data only: one document of maps, lists and scalars in UTF-8. Anchors, aliases,
/// merge keys, tags, directives, duplicate keys, conflict markers, control characters, nesting over 16 and a
/// second document are refused with their place. It never blocks, never recurses without bound, and never
/// changes a value: a scalar is the text as written, `no`, `010` and `null` included.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "base/value.h"

namespace mentor::store {

/// How deep maps and lists may stand in each other.
inline constexpr std::size_t deepest_nesting = 16;

struct Parsed {
  Value root;
  std::optional<Problem>
      problem;  ///< the first thing wrong; `root` is then what stood before it, if that was whole
};

/// Reads one document. `file` goes into the problem. A byte order mark at the start is let pass. What the
/// program writes itself is read quickly, by store/plain_reader.h.
[[nodiscard]] Parsed parse_yaml(std::string_view text, std::string_view file);

/// The same without the quick reader: the word on what a text says, and on what is wrong with it.
[[nodiscard]] Parsed parse_yaml_strictly(std::string_view text, std::string_view file);

/// What parse_yaml() finds wrong; nothing when the text can be read.
[[nodiscard]] std::optional<Problem> first_problem(std::string_view text, std::string_view file);

/// Whether the value is a list of entries, which are written one a line, and not a list of words.
[[nodiscard]] bool is_entry_list(const Value& value);

/// A record as text: block style, one key a line; a group of fields and a list of words in flow style on its
/// line; a list of entries one flow map a line. Ends in a line feed.
[[nodiscard]] std::string write_yaml(const Value& record);

/// A value in flow style on one line: `{id: S-8F3K2, minutes: 60}`, `[a, b]`, `"a: b"`.
[[nodiscard]] std::string write_flow(const Value& value);

/// A scalar that stands behind `key: ` in a block, quoted when a YAML 1.1 or 1.2 reader would take it for
/// something else. Flow style is stricter.
[[nodiscard]] std::string write_scalar(const Value& scalar, Layout layout);

}  // namespace mentor::store
