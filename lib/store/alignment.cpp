#include "store/alignment.h"

#include <algorithm>

#include "model/codec.h"

namespace mentor::store {

namespace {

constexpr std::size_t most_comparisons = 1'000'000;

/// Part of both lists: from these numbers on, so many items of each.
struct Stretch {
  std::size_t a;
  std::size_t b;
  std::size_t height;
  std::size_t width;
};

/// The longest common subsequence, by the table of how much is common behind each pair.
void align(const std::vector<Value>& a, const std::vector<Value>& b, const Stretch& part,
           std::vector<Aligned>& found) {
  if (part.height * part.width > most_comparisons) return;
  const auto alike = [&](std::size_t i, std::size_t j) { return same(a[part.a + i], b[part.b + j]); };
  std::vector<std::vector<std::size_t>> common(part.height + 1, std::vector<std::size_t>(part.width + 1));
  for (std::size_t i = part.height; i-- > 0;) {
    for (std::size_t j = part.width; j-- > 0;) {
      common[i][j] = alike(i, j) ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  for (std::size_t i = 0, j = 0; i < part.height && j < part.width;) {
    if (alike(i, j)) {
      found.emplace_back(part.a + i++, part.b + j++);
    } else {
      ++(common[i + 1][j] >= common[i][j + 1] ? i : j);
    }
  }
}

}  // namespace

std::vector<Aligned> aligned(const std::vector<Value>& a, const std::vector<Value>& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::vector<Aligned> found;
  std::size_t head = 0;
  for (; head < shorter && same(a[head], b[head]); ++head) found.emplace_back(head, head);
  std::size_t tail = 0;
  while (tail < shorter - head && same(a[a.size() - tail - 1], b[b.size() - tail - 1])) ++tail;
  align(a, b, {head, head, a.size() - tail - head, b.size() - tail - head}, found);
  for (std::size_t i = tail; i-- > 0;) found.emplace_back(a.size() - i - 1, b.size() - i - 1);
  found.emplace_back(a.size(), b.size());
  return found;
}

}  // namespace mentor::store
