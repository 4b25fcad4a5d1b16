#include "git/raw_line.h"

#include <doctest/doctest.h>

#include "support/git_fixture.h"

namespace git_raw_line_test {

using mentor::git::RawLine;
using mentor::git::read_raw_line;
using mentor::test::contains;
using mentor::test::trouble_of;

TEST_CASE("a raw line of git's says modes, blobs and what became of the file") {
  const std::string one(40, '1');
  const std::string none(40, '0');
  const RawLine changed = read_raw_line(":100644 100755 " + one + " " + std::string(40, 'a') + " M");
  CHECK(changed.old_mode == "100644");
  CHECK(changed.new_mode == "100755");
  CHECK(changed.old_id == one);
  CHECK(changed.new_id == std::string(40, 'a'));
  CHECK(changed.status == 'M');
  const RawLine added = read_raw_line(":000000 100644 " + none + " " + one + " A");
  CHECK(added.old_id.empty());
  CHECK(added.new_id == one);
  const RawLine gone = read_raw_line(":100644 000000 " + std::string(64, '1') + " " + std::string(64, '0') +
                                     " D");
  CHECK(gone.old_id.size() == 64);
  CHECK(gone.new_id.empty());
  CHECK(gone.status == 'D');
}

TEST_CASE("what is no raw line is a trouble of the machine") {
  for (const std::string line :
       {"", ":", "100644 100644 1 2 M", ":100644 100644 1 2", ":100644 100644 1 2 M M"}) {
    CAPTURE(line);
    CHECK(contains(trouble_of([&] { (void)read_raw_line(line); }), "4 cannot understand what git answers"));
  }
}

}  // namespace git_raw_line_test
