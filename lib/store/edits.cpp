#include "store/edits.h"

#include <algorithm>
#include <tuple>

#include "store/extent.h"

namespace mentor::store {

void Edits::replace(std::size_t begin, std::size_t end, std::string said) {
  edits_.push_back({begin, end - begin, std::move(said)});
}

void Edits::insert(std::size_t offset, std::string said) {
  for (auto& [begin, length, earlier] : edits_) {
    if (begin != offset || length != 0) continue;
    earlier += said;
    return;
  }
  edits_.push_back({offset, 0, std::move(said)});
}

void Edits::remove_lines(std::size_t begin, std::size_t end) {
  replace(line_start(text_, begin), next_line(text_, end), {});
}

void Edits::insert_lines_before(std::size_t offset, const std::string& lines) {
  insert(line_start(text_, offset), lines + line_end_);
}

void Edits::insert_lines_behind(std::size_t offset, const std::string& lines) {
  const std::size_t next = next_line(text_, offset);
  const bool open_end = next == text_.size() && (next == 0 || text_[next - 1] != '\n');
  insert(next, open_end ? line_end_ + lines : lines + line_end_);
}

std::string Edits::apply() const {
  std::vector<Edit> from_behind = edits_;
  // Of a removal and an insertion at one place the removal comes first, or it would take out what was
  // inserted.
  std::ranges::sort(from_behind, std::greater<>(),
                    [](const Edit& edit) { return std::tuple(edit.begin, edit.length); });
  std::string edited(text_);
  for (const auto& [begin, length, said] : from_behind) edited.replace(begin, length, said);
  return edited;
}

}  // namespace mentor::store
