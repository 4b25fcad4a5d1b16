#include "reports/suppression.h"

#include <algorithm>
#include <numeric>

namespace mentor::reports {

namespace {

Value few() { return Value::of_token("under 5"); }
Value many() { return Value::of_token("5 or more"); }
/// Nothing, which people read as `nobody`.
Value nobody() {
  Value none;
  none.text = "nobody";
  return none;
}
Value untold() { return Value::of_token(not_shown); }

/// What can be known of the parts that are blurred: how many are small, what they add up to with the largest,
/// and what that is at least, being the first that is largest.
struct Blurred {
  int small = 0;
  int sum = 0;
  int largest_at_least = 0;  ///< 0 when none is blurred beside the small ones
};

/// Whether the small parts could be anything that they are said to be, as far as their sum goes.
bool protects(const Blurred& blurred) {
  const int most = blurred.small * (least_told - 1);
  if (blurred.largest_at_least > 0) return blurred.sum - blurred.largest_at_least >= most;
  return blurred.small > 1 && blurred.sum > blurred.small && blurred.sum < most;
}

Blurred blurred_in(const std::vector<int>& parts, std::size_t largest) {
  Blurred blurred;
  for (const int each : parts) {
    blurred.small += is_small(each) ? 1 : 0;
    blurred.sum += is_small(each) ? each : 0;
  }
  if (parts[largest] < least_told) return blurred;
  blurred.sum += parts[largest];
  blurred.largest_at_least = least_told;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != largest)
      blurred.largest_at_least = std::max(blurred.largest_at_least, parts[i] + (i < largest ? 1 : 0));
  }
  return blurred;
}

}  // namespace

bool is_small(int count) { return count > 0 && count < least_told; }

Value told(int count) { return is_small(count) ? few() : Value::of_number(count); }

std::vector<Value> told_parts(const std::vector<int>& parts) {
  std::vector<Value> all;
  all.reserve(parts.size());
  for (const int each : parts) all.push_back(told(each));
  if (std::ranges::none_of(parts, is_small)) return all;
  const auto largest = static_cast<std::size_t>(std::ranges::max_element(parts) - parts.begin());
  if (parts[largest] >= least_told) all[largest] = many();
  const bool one_each = std::accumulate(parts.begin(), parts.end(), 0) == static_cast<int>(parts.size());
  if (one_each || !protects(blurred_in(parts, largest))) std::ranges::fill(all, untold());
  return all;
}

std::vector<Value> without_rests(std::vector<Value> told, const std::vector<int>& parts, int whole) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] >= least_told && is_small(whole - parts[i]) && told[i].form == Form::number)
      told[i] = many();
  }
  return told;
}

std::vector<Value> told_share(int whole, int part) {
  if (is_small(whole)) return {few(), untold(), untold()};
  std::vector<Value> parts = told_parts({part, whole - part});
  parts.insert(parts.begin(), Value::of_number(whole));
  return parts;
}

Value told_median(std::vector<int> all) {
  if (all.empty()) return nobody();
  if (is_small(static_cast<int>(all.size()))) return untold();
  std::ranges::sort(all);
  const std::size_t half = all.size() / 2;
  return Value::of_number(all.size() % 2 == 1 ? all[half] : (all[half - 1] + all[half]) / 2);
}

Value told_most(const std::vector<int>& all) {
  if (all.empty()) return nobody();
  return is_small(static_cast<int>(all.size())) ? untold() : Value::of_number(*std::ranges::max_element(all));
}

}  // namespace mentor::reports
