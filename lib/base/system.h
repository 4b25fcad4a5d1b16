/// What the operating system gives and says: descriptors that close themselves, errors as Trouble.
#pragma once

#include <string>

#include "base/errors.h"

namespace mentor {

/// An open file descriptor, closed on destruction; a move leaves nothing behind.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  void close();

 private:
  int number_ = -1;
};

/// Trouble(machine) from an errno: "WHAT: No space left on device, free some space and try again".
[[nodiscard]] Trouble system_trouble(const std::string& what, int error);

}  // namespace mentor
