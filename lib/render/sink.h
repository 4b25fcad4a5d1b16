/// Where text goes that is too long to be held.
#pragma once

#include <functional>
#include <string_view>

namespace mentor::render {

/// Takes text piece by piece.
using Sink = std::function<void(std::string_view)>;

}  // namespace mentor::render
