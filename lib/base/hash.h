/// Fingerprints of bytes.
#pragma once

#include <string>
#include <string_view>

namespace mentor {

/// SHA-256 in 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);
/// The same 32 bytes in base 64, as a content security policy writes them.
[[nodiscard]] std::string sha256_in_base64(std::string_view bytes);

}  // namespace mentor
