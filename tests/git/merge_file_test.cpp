#include "git/merge_file.h"

#include <doctest/doctest.h>

#include <string>

namespace git_merge_file_test {

using mentor::git::merge_file;

TEST_CASE("changes to different lines are both in the merge") {
  CHECK(merge_file({"A\nb\nc\nd\n", "a\nb\nc\nd\n", "a\nb\nc\nD\n"}, "ours", "theirs") == "A\nb\nc\nD\n");
}

TEST_CASE("changes to the same line stand between conflict markers with their labels") {
  CHECK(merge_file({"x\n", "a\n", "y\n"}, "what you typed", "recorded meanwhile") ==
        "<<<<<<< what you typed\nx\n||||||| before\na\n=======\ny\n>>>>>>> recorded meanwhile\n");
}

TEST_CASE("texts without a last line end, empty ones and those with NUL bytes are handled or refused") {
  CHECK(merge_file({"", "", "new"}, "ours", "theirs") == "new");
  CHECK_THROWS(static_cast<void>(merge_file({std::string("\0x", 2), "a", "b"}, "ours", "theirs")));
}

}  // namespace git_merge_file_test
