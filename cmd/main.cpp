#include <iostream>

#include "base/errors.h"
#include "cmd/run.h"
#include "cmd/terminal.h"

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  mentor::cmd::Io io = mentor::cmd::terminal();
  const int status = mentor::cmd::run(io, {words + 1, words + count});
  std::cout.flush();
  return std::cout ? status : static_cast<int>(mentor::Cause::machine);
}
