#include "cmd/way_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <span>

#include "base/text.h"
#include "breach.h"
#include "trail.h"

namespace mentor::cmd {

namespace {

constexpr std::size_t most_looked_at = 5;

std::string way_out(const git::Repository& repository, const Problem& problem) {
  std::string by_hand = fmt::format("edit {} and run `mentorctl record`", in_quotes(problem.spot.file));
  const auto breach = breach_of(repository, problem);
  if (!breach) return by_hand;
  return fmt::format("`mentorctl history {}` shows who did this, `mentorctl undo {}` takes it back; or {}",
                     in_shell(breach->path), short_id(breach->commit), by_hand);
}

}  // namespace

void print_way_out(const Call& call, const Trouble& trouble) {
  if (trouble.problems().empty() || call.looks_back()) return;
  try {
    const git::Repository repository(call.data_directory());
    const auto first =
        std::span(trouble.problems()).first(std::min(trouble.problems().size(), most_looked_at));
    const auto found = std::ranges::find_if(
        first, [&](const Problem& problem) { return is_in_last_commit(repository, problem); });
    if (found == first.end()) return;
    call.io.err << "what to do: " << visible(way_out(repository, *found)) << '\n';
  } catch (const Trouble&) {  // what stopped the command was said
  }
}

}  // namespace mentor::cmd
