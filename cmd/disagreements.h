/// What two people recorded two ways, for people: who wrote what, what settles it, and what was settled how.
#pragma once

#include <vector>

#include "changes/merge.h"
#include "cmd/io.h"
#include "sync.h"

namespace mentor::cmd {

/// Says of each what both sides wrote and the commands that settle it, which repeat the answers that were
/// `given` as long as they hold. The value is the exit status.
int print_disagreements(const Io& io, const Shared& shared, const changes::Settlements& given);

/// Notes what was settled as neither side had it, with what both had.
void print_new_values(const Io& io, const std::vector<Settled>& settled);

/// Says how to correct what was settled, for a merge is never taken back.
void print_corrections(const Io& io, const std::vector<Settled>& settled);

}  // namespace mentor::cmd
