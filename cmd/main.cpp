#include <iostream>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/errors.h"
#include "cmd/pager.h"
#include "cmd/run.h"
#include "cmd/terminal.h"

namespace {

/// What is freed is soon needed again, and giving it back to the system each time costs more than it saves.
void keep_memory() {
#ifdef __GLIBC__
  constexpr int kept = 64 << 20;
  constexpr int added = 1 << 20;
  constexpr int large = 4 << 20;
  ::mallopt(M_TRIM_THRESHOLD, kept);
  ::mallopt(M_TOP_PAD, added);
  ::mallopt(M_MMAP_THRESHOLD, large);
#endif
}

}  // namespace

int main(int count, char** words) {
  keep_memory();
  std::ios::sync_with_stdio(false);
  mentor::cmd::Outlet outlet;
  mentor::cmd::Io io = mentor::cmd::terminal(outlet.out(), outlet.err());
  const int status = mentor::cmd::run(io, {words + 1, words + count});
  if (outlet.finish()) return status;
  if (io.change_stands) {
    // With another status a script would make the change twice.
    std::cerr << "mentorctl: the change was made, but the answer could not be written, see `git show`\n";
    return status;
  }
  std::cerr << "mentorctl: cannot write the answer to standard output, free some space and try again\n";
  return static_cast<int>(mentor::Cause::machine);
}
