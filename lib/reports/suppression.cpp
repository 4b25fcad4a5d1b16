#include "reports/suppression.h"

#include <algorithm>
#include <numeric>

namespace mentor::reports {

namespace {

Value few() { return Value::of_token("under 5"); }
Value many() { return Value::of_token("5 or more"); }
Value untold() { return Value::of_token(not_shown); }

/// What is known of the parts that are blurred: how many are small, how many large, and what they add up to.
struct Blurred {
  int small = 0;
  int large = 0;
  int sum = 0;
};

/// Whether each small part could be one more or one less than it is.
bool protects(const Blurred& blurred) {
  if (blurred.large > 0) return blurred.sum - blurred.large * least_told > blurred.small;
  return blurred.small > 1 && blurred.sum > blurred.small && blurred.sum < blurred.small * (least_told - 1);
}

}  // namespace

bool is_small(int count) { return count > 0 && count < least_told; }

Value told(int count) { return is_small(count) ? few() : Value::of_number(count); }

std::vector<Value> told_parts(const std::vector<int>& parts) {
  std::vector<Value> all;
  all.reserve(parts.size());
  for (const int each : parts) all.push_back(told(each));
  if (std::ranges::none_of(parts, is_small)) return all;
  Blurred blurred;
  for (const int each : parts) {
    blurred.small += is_small(each) ? 1 : 0;
    blurred.sum += is_small(each) ? each : 0;
  }
  const auto largest = std::ranges::max_element(parts);
  if (*largest >= least_told) {
    all[static_cast<std::size_t>(largest - parts.begin())] = many();
    blurred.large = 1;
    blurred.sum += *largest;
  }
  if (!protects(blurred)) std::ranges::fill(all, untold());
  return all;
}

std::vector<Value> told_share(int whole, int part) {
  if (is_small(whole)) return {few(), untold(), untold()};
  std::vector<Value> parts = told_parts({part, whole - part});
  parts.insert(parts.begin(), Value::of_number(whole));
  return parts;
}

Value told_median(std::vector<int> all) {
  if (all.empty()) return {};
  if (is_small(static_cast<int>(all.size()))) return untold();
  std::ranges::sort(all);
  const std::size_t half = all.size() / 2;
  return Value::of_number(all.size() % 2 == 1 ? all[half] : (all[half - 1] + all[half]) / 2);
}

Value told_most(const std::vector<int>& all) {
  if (all.empty()) return {};
  return is_small(static_cast<int>(all.size())) ? untold() : Value::of_number(*std::ranges::max_element(all));
}

}  // namespace mentor::reports
