#include "render/mail.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace mentor::render {

namespace {

constexpr std::string_view beside_letters = "!#$%&'*+-/=?^_`{|}~.";

bool may_stand_in_address(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') || beside_letters.find(c) != std::string_view::npos;
}

bool is_part(std::string_view part) {
  return !part.empty() && part.front() != '-' && part.front() != '.' && part.back() != '.' &&
         std::ranges::all_of(part, may_stand_in_address);
}

std::string in_ascii(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c < ' ' || c > '~'; }, '?');
  return text;
}

}  // namespace

bool is_address(std::string_view text) {
  const std::size_t sign = text.find('@');
  return sign != std::string_view::npos && is_part(text.substr(0, sign)) && is_part(text.substr(sign + 1));
}

std::string to_message(const Mail& mail) {
  return fmt::format(
      "To: {}\nSubject: {}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
      "Content-Transfer-Encoding: 8bit\nAuto-Submitted: auto-generated\n\n{}",
      join(mail.to, ",\n "), in_ascii(mail.subject), mail.body);
}

}  // namespace mentor::render
