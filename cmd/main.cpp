#include <iostream>

#include "base/errors.h"
#include "cmd/pager.h"
#include "cmd/run.h"
#include "cmd/terminal.h"

int main(int count, char** words) {
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
