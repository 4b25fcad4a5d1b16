/// Bytes with nothing behind them, not even a zero, so that the sanitizers see who reads on.
#pragma once

#include <string_view>
#include <vector>

namespace mentor::test {

class Bounded {
 public:
  explicit Bounded(std::string_view text) : bytes_(text.begin(), text.end()) { bytes_.shrink_to_fit(); }
  [[nodiscard]] std::string_view view() const { return {bytes_.data(), bytes_.size()}; }

 private:
  std::vector<char> bytes_;
};

}  // namespace mentor::test
