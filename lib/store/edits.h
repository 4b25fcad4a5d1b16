/// Changes to a text, gathered first and made at once.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::store {

/// Offsets are those of the text as it was. Pieces that are replaced must not overlap.
class Edits {
 public:
  explicit Edits(std::string_view text)
      : text_(text), line_end_(text.find("\r\n") != std::string_view::npos ? "\r\n" : "\n") {}

  /// How lines of this text end.
  [[nodiscard]] const std::string& line_end() const { return line_end_; }

  void replace(std::size_t begin, std::size_t end, std::string said);
  /// Insertions at one place keep the order in which they were asked for.
  void insert(std::size_t offset, std::string said);
  /// Takes out the lines in which `begin` to `end` stand, whole.
  void remove_lines(std::size_t begin, std::size_t end);
  /// Puts lines, without their last line end, before or behind the one in which `offset` stands.
  void insert_lines_before(std::size_t offset, const std::string& lines);
  void insert_lines_behind(std::size_t offset, const std::string& lines);

  /// The text with all changes made.
  [[nodiscard]] std::string apply() const;

 private:
  struct Edit {
    std::size_t begin;
    std::size_t length;
    std::string said;
  };

  std::string_view text_;
  std::string line_end_;
  std::vector<Edit> edits_;
};

}  // namespace mentor::store
