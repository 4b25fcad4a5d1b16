/// The names that the records hold, and what leaves the records without them: the history, and quotes.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/register.h"

namespace mentor {

/// What stands for a name that belongs to nobody with an identifier, or to several.
inline constexpr std::string_view some_name = "(name)";

/// The names that a register holds, to be left out of one text after the other. The register is only needed
/// to make it. May be asked by several threads.
class KnownNames {
 public:
  class Index;  ///< how they are found

  explicit KnownNames(const Register& records);

  /// The text with the names of the register's people replaced by their identifiers, and every other name
  /// that its records hold (a key adult's, a member of staff's) by `(name)`. Case and accents do not matter.
  ///
  /// A name is known as a whole and by each of its words with two letters or more. One that is also an
  /// everyday word, such as `will`, counts with a capital only; for those whom the text is `about`, always.
  [[nodiscard]] std::string left_out_of(std::string_view text, std::span<const Id> about) const;

 private:
  std::shared_ptr<const Index> index_;
};

/// The people whom records of these identifiers are about: of a match its two, of a person themselves.
[[nodiscard]] std::vector<Id> people_of(std::span<const Id> ids, const Register& records);

}  // namespace mentor
