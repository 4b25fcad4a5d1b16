#include "store/journal.h"

#include <doctest/doctest.h>

#include "support/git_fixture.h"

namespace store_journal_test {

using mentor::store::Journal;
using mentor::test::contains;
using mentor::test::TemporaryDirectory;
using mentor::test::trouble_of;

namespace {

const std::string kText = R"(mentorctl journal 1
head 5d41402abc4b2a76b9719d911017c592aaf4c61d
path mentors/M-7KQ2D.yaml
old e69de29bb2d1d6434b8b29ae775ad8c2e48c5391
new 1-af63dc4c8601ec8c
temporary mentors/.mentorctl-0123456789abcdef.tmp
path -a file.yaml
old -
new -
temporary .mentorctl-fedcba9876543210.tmp
path by hand.yaml
old =
new 1-af63dc4c8601ec8c
temporary .mentorctl-0000000000000000.tmp
end 3
)";

std::string with(std::string text, const std::string& what, const std::string& instead) {
  return text.replace(text.find(what), what.size(), instead);
}

}  // namespace

TEST_CASE("a journal reads back as it was written") {
  const Journal journal = mentor::store::parse_journal(kText, "j");
  REQUIRE(journal.entries.size() == 3);
  CHECK(journal.entries[0].path == "mentors/M-7KQ2D.yaml");
  CHECK(journal.entries[0].new_mark == mentor::store::fingerprint("a"));
  CHECK(journal.entries[1].path == "-a file.yaml");
  CHECK(journal.entries[1].old_blob == std::nullopt);
  CHECK_FALSE(journal.entries[1].stands_already);
  CHECK(journal.entries[2].stands_already);
  CHECK(mentor::store::to_text(journal) == kText);
}

TEST_CASE("a fingerprint is the length and the 64-bit FNV-1a hash") {
  CHECK(mentor::store::fingerprint("") == "0-cbf29ce484222325");
  CHECK(mentor::store::fingerprint("foobar") == "6-85944171f73967e8");
}

TEST_CASE("a journal that is not exactly as written stops the command") {
  const std::vector<std::string> wrong{
      "",
      "mentorctl journal 1\n",
      kText.substr(0, kText.size() - 1),
      kText.substr(0, kText.rfind("end")),
      kText + "\n",
      with(kText, "journal 1", "journal 2"),
      with(kText, "end 3", "end 2"),
      with(kText, "head 5d", "head 5g"),
      with(kText, "old e6", "old e"),
      with(kText, "old =", "old =="),
      with(kText, "new 1-", "new x-"),
      with(kText, "new 1-a", "new 1-"),
      with(kText, "path -a file.yaml", "path ../file.yaml"),
      with(kText, "path -a file.yaml", "path mentors/M-7KQ2D.yaml"),
      with(kText, "temporary mentors/.mentorctl-", "temporary mentors/M-"),
      with(kText, "temporary mentors/", "temporary matches/"),
      "mentorctl journal 1\nhead -\nend 0\n",
  };
  for (const std::string& text : wrong) {
    CAPTURE(text);
    CHECK(contains(trouble_of([&] { static_cast<void>(mentor::store::parse_journal(text, "/r/.git/j")); }),
                   "5 the journal '/r/.git/j' cannot be understood"));
  }
}

TEST_CASE("a journal is kept until it is dropped") {
  TemporaryDirectory folder;
  CHECK_FALSE(mentor::store::has_journal(folder.path()));
  CHECK(mentor::store::read_journal(folder.path()) == std::nullopt);
  const Journal journal = mentor::store::parse_journal(kText, "j");
  mentor::store::write_journal(folder.path(), journal);
  CHECK(mentor::store::has_journal(folder.path()));
  CHECK(mentor::store::read_journal(folder.path()) == journal);
  mentor::store::drop_journal(folder.path());
  CHECK(mentor::store::read_journal(folder.path()) == std::nullopt);
}

}  // namespace store_journal_test
