// Writes an invented data directory of any size: bench_data DIRECTORY --pairs N [--sessions N] [--seed N]
// [--by-hand N] [--timedot FILE]. The same words give the same bytes, on every machine.
#include <CLI/CLI.hpp>
#include <sys/stat.h>

#include <exception>
#include <iostream>
#include <optional>
#include <string>

#include "bench/directory.h"

int main(int argc, char** argv) {
  CLI::App app("Writes an invented data directory, for measuring.");
  std::string directory;
  std::optional<std::string> timedot;
  mentor::bench::Size size;
  app.add_option("DIRECTORY", directory, "where; not there yet")->required();
  app.add_option("--pairs", size.pairs, "how many pairs")->required()->check(CLI::Range(1, 1000000));
  app.add_option("--sessions", size.sessions, "how many sessions each has, one a week (260)")
      ->check(CLI::Range(1, 600));
  app.add_option("--seed", size.seed, "another seed, other people");
  app.add_option("--by-hand", size.by_hand, "one file in so many was edited by hand (100; 0: none)")
      ->check(CLI::Range(0, 1000000));
  app.add_option("--timedot", timedot, "the hours of the sessions, for hledger");
  CLI11_PARSE(app, argc, argv);
  ::umask(S_IRWXG | S_IRWXO);
  try {
    mentor::bench::write_directory(directory, size, timedot);
  } catch (const std::exception& error) {
    std::cerr << "bench_data: " << error.what() << '\n';
    return 4;
  }
  return 0;
}
