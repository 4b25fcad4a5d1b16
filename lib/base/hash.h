/// Fingerprints of bytes.
#pragma once

#include <string>
#include <string_view>

namespace mentor {

/// SHA-256 in 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace mentor
