/// Identifiers: a letter, a hyphen and five characters of Crockford's base 32, such as `M-7KQ2D`.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mentor {

/// An identifier of any kind. A default-made one is `?-00000`: none.
class Id {
 public:
  Id() = default;

  /// Reads a whole identifier of any kind. Only capitals; no I, L, O, U.
  [[nodiscard]] static std::optional<Id> parse(std::string_view text);
  /// The identifier of that kind for a random number, of which 25 bits count.
  [[nodiscard]] static Id from_number(char kind, std::uint32_t number);

  [[nodiscard]] char kind() const { return characters_[0]; }
  [[nodiscard]] std::string_view view() const { return {characters_.data(), characters_.size()}; }
  [[nodiscard]] std::string text() const { return std::string(view()); }

  friend auto operator<=>(const Id&, const Id&) = default;

 private:
  std::array<char, 7> characters_{'?', '-', '0', '0', '0', '0', '0'};
};

/// An identifier of one kind: its type says whose it is.
template <char Kind>
class IdOf : public Id {
 public:
  static constexpr char letter = Kind;

  IdOf() = default;
  [[nodiscard]] static std::optional<IdOf> parse(std::string_view text) {
    const auto id = Id::parse(text);
    if (!id || id->kind() != Kind) return std::nullopt;
    return IdOf(*id);
  }
  [[nodiscard]] static IdOf from_number(std::uint32_t number) { return IdOf(Id::from_number(Kind, number)); }

 private:
  explicit IdOf(Id id) : Id(id) {}
};

using MentorId = IdOf<'M'>;
using YoungPersonId = IdOf<'Y'>;
using MatchId = IdOf<'P'>;
using EventId = IdOf<'E'>;
using ConcernId = IdOf<'C'>;
using SessionId = IdOf<'S'>;
using CheckInId = IdOf<'K'>;
using EntryId = IdOf<'V'>;  ///< any other entry of a list

}  // namespace mentor
