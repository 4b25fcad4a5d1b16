#include "changes/lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "store/alignment.h"
#include "store/extent.h"

namespace mentor::changes {

namespace {

using store::Aligned;
using Lines = std::vector<Value>;

Lines lines_of(std::string_view text) {
  Lines lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t next = store::next_line(text, start);
    lines.push_back(Value::of_text(text.substr(start, next - start)));
    start = next;
  }
  return lines;
}

std::string joined(const Lines& lines, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += lines[i].text;
  return text;
}

/// A line that has no end of its own gets one.
std::string ended(std::string text, std::string_view line_end) {
  if (!text.empty() && !text.ends_with('\n')) text += line_end;
  return text;
}

/// The lines that all three share, as their numbers in each; the ends behind them, as a last one.
struct Shared {
  std::size_t before;
  std::size_t ours;
  std::size_t theirs;
};

std::vector<Shared> shared_by_three(const Lines& before, const Lines& ours, const Lines& theirs) {
  const std::vector<Aligned> in_ours = store::aligned(before, ours);
  const std::vector<Aligned> in_theirs = store::aligned(before, theirs);
  std::vector<Shared> shared;
  for (auto one = in_ours.begin(), other = in_theirs.begin();
       one != in_ours.end() && other != in_theirs.end();) {
    if (one->first == other->first) {
      shared.push_back({one->first, one->second, other->second});
      ++one;
      ++other;
    } else {
      ++(one->first < other->first ? one : other);
    }
  }
  return shared;
}

}  // namespace

std::optional<std::string> merge_lines(std::string_view before, std::string_view ours,
                                       std::string_view theirs) {
  const Lines then = lines_of(before);
  const Lines mine = lines_of(ours);
  const Lines other = lines_of(theirs);
  std::string merged;
  Shared from{0, 0, 0};
  for (const Shared& to : shared_by_three(then, mine, other)) {
    const std::string was = joined(then, from.before, to.before);
    const std::string we = joined(mine, from.ours, to.ours);
    const std::string they = joined(other, from.theirs, to.theirs);
    if (we != was && they != was && we != they) return std::nullopt;
    merged += we == was ? they : we;
    if (to.before < then.size()) merged += then[to.before].text;
    from = {to.before + 1, to.ours + 1, to.theirs + 1};
  }
  return merged;
}

std::string with_markers(std::string_view ours, std::string_view theirs, std::string_view our_label,
                         std::string_view their_label) {
  const Lines mine = lines_of(ours);
  const Lines other = lines_of(theirs);
  const std::string_view end = ours.find("\r\n") != std::string_view::npos ? "\r\n" : "\n";
  std::string text;
  Aligned from{0, 0};
  for (const Aligned& to : store::aligned(mine, other)) {
    const std::string we = ended(joined(mine, from.first, to.first), end);
    const std::string they = ended(joined(other, from.second, to.second), end);
    if (!we.empty() || !they.empty())
      text += fmt::format("<<<<<<< {0}{2}{3}======={2}{4}>>>>>>> {1}{2}", our_label, their_label, end, we,
                          they);
    if (to.first < mine.size()) text += mine[to.first].text;
    from = {to.first + 1, to.second + 1};
  }
  return text;
}

}  // namespace mentor::changes
