/// How a command shows what it did, what it found and what went wrong.
#pragma once

#include <string>
#include <string_view>

#include "base/errors.h"
#include "cmd/call.h"

namespace mentor::cmd {

/// What a writing command shows. The value is the exit status.
int print_outcome(const Call& call, const Outcome& outcome);

/// What a command would write; `value` is what it answers as data. The value is the exit status.
int print_dry_run(const Call& call, Value value, const std::string& diff);

/// What stopped the command. The value is the exit status.
int print_trouble(const Io& io, Format format, const Trouble& trouble);

}  // namespace mentor::cmd
