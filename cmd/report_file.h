/// A report into the file that `-o` names.
#pragma once

#include <functional>
#include <string>

#include "cmd/call.h"

namespace mentor::cmd {

/// Runs `print` and puts what it printed there, whole or not at all; the width of lines is that of a file.
/// Says so on a terminal. The value is the exit status of `print`.
int into_file(const Call& call, const std::string& path, const std::function<int(const Call&)>& print);

}  // namespace mentor::cmd
