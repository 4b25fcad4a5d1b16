/// What `match` and `start` both take.
#pragma once

#include "actions/matches.h"
#include "cmd/verb.h"

namespace mentor::cmd {

void add_start_options(Verb& verb, actions::StartTerms& terms);

}  // namespace mentor::cmd
