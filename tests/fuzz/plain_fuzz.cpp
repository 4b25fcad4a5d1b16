// Holds the quick reader to the strict one, over any bytes: tests/fuzz/run SECONDS plain_fuzz
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/agreement.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  mentor::readers_must_agree(std::string(reinterpret_cast<const char*>(bytes), size));
  return 0;
}
