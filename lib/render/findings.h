/// Findings, problems and outcomes as values for JSON, and as lines for people.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/finding_value.h"
#include "base/problem.h"
#include "base/value.h"

namespace mentor::render {

inline constexpr std::string_view schema_name = "mentorctl/1";

/// An object that begins with `"schema": "mentorctl/1"`.
[[nodiscard]] Value object();

[[nodiscard]] Value to_value(const Findings& findings);
[[nodiscard]] Value to_value(const Problems& problems);

/// What people call a record: its names and its identifier.
using NameOf = std::function<std::string(std::string_view id)>;

enum class Colour : bool { no, yes };

/// A text below a finding, wrapped to `width`, safe for a terminal.
[[nodiscard]] std::string indented(std::string_view text, std::size_t width);

/// Findings for people: whom it is about, what, which rule and who says so; wrapped to `width`.
[[nodiscard]] std::string to_text(const Findings& findings, const NameOf& name_of, std::size_t width,
                                  Colour colour);

/// `file:line:column: message`, the line, and a caret under the column.
[[nodiscard]] std::string to_text(const Problem& problem);

}  // namespace mentor::render
