#include "model/id.h"

#include <algorithm>
#include <array>

namespace mentor {

namespace {

constexpr std::string_view kinds = "MYPECSKV";
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford's: no I, L, O, U
constexpr std::size_t prefix = 2;
constexpr std::array<bool, 256> is_in_alphabet = [] {
  std::array<bool, 256> known{};
  for (const char c : alphabet) known.at(static_cast<unsigned char>(c)) = true;
  return known;
}();
constexpr unsigned bits_a_character = 5;

}  // namespace

std::optional<Id> Id::parse(std::string_view text) {
  Id id;
  if (text.size() != id.characters_.size() || kinds.find(text[0]) == std::string_view::npos || text[1] != '-')
    return std::nullopt;
  for (const char c : text.substr(prefix)) {
    if (!is_in_alphabet[static_cast<unsigned char>(c)]) return std::nullopt;
  }
  std::ranges::copy(text, id.characters_.begin());
  return id;
}

Id Id::from_number(char kind, std::uint32_t number) {
  Id id;
  id.characters_[0] = kind;
  for (std::size_t i = prefix; i < id.characters_.size(); ++i) {
    id.characters_.at(i) = alphabet[number % alphabet.size()];
    number >>= bits_a_character;
  }
  return id;
}

}  // namespace mentor
