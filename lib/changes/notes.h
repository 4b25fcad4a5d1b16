/// What people wrote beside their records: comments.
#pragma once

#include <string>
#include <string_view>

#include "base/value.h"

namespace mentor::changes {

/// A text and what it says.
struct Page {
  std::string_view text;
  Value root;
};

/// The merged text with the comments that only theirs has, each above or behind the field, entry or word that
/// it stands at there; and without those of before that theirs took out. What the text says is the same; the
/// caller makes sure of it.
[[nodiscard]] std::string with_notes(const Page& merged, const Page& before, const Page& ours,
                                     const Page& theirs);

}  // namespace mentor::changes
