/// What is noted of somebody in words, shown so that they can go through it with the team.
#pragma once

#include "cmd/call.h"

namespace mentor::cmd {

/// Prints it with what changes each and takes it out. The value is the exit status. Throws Trouble (usage)
/// for what is neither a person nor a match.
int show_words(const Call& call, Desk& desk, const Id& id);

}  // namespace mentor::cmd
