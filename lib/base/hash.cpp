#include "base/hash.h"

#include <sha2.h>

#include <array>
#include <cstdint>

namespace mentor {

std::string sha256(std::string_view bytes) {
  std::array<char, SHA256_DIGEST_STRING_LENGTH> digits{};
  SHA256Data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), digits.data());
  return digits.data();
}

std::string sha256_in_base64(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH + 1> hash{};  // 32 bytes and one of zeros: eleven threes
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  SHA256Final(hash.data(), &context);
  std::string text;
  for (std::size_t i = 0; i < hash.size(); i += 3) {
    const std::uint32_t three = (std::uint32_t{hash.at(i)} << 16U) | (std::uint32_t{hash.at(i + 1)} << 8U) |
                                std::uint32_t{hash.at(i + 2)};
    for (const unsigned shift : {18U, 12U, 6U, 0U}) text += digits.at((three >> shift) & 63U);
  }
  text.back() = '=';
  return text;
}

}  // namespace mentor
