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
  return outlet.finish() ? status : static_cast<int>(mentor::Cause::machine);
}
