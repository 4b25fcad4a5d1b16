/// A message as a mail program takes it (RFC 5322).
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace mentor::render {

struct Mail {
  std::span<const std::string> to;  ///< addresses, each as is_address() wants it
  std::string subject;              ///< one line
  std::string body;
};

/// Whether it is an address that a header can hold and that is meant for one person: `sam@example.org`.
[[nodiscard]] bool is_address(std::string_view text);

/// The whole message, in UTF-8 and without a date or a sender of its own: whoever sends it adds those. What
/// is not ASCII in the subject is shown as a question mark.
[[nodiscard]] std::string to_message(const Mail& mail);

}  // namespace mentor::render
