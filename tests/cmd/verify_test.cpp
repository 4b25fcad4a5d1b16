#include <doctest/doctest.h>

#include <fstream>

#include "support/command_fixture.h"

namespace cmd_verify_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

struct VerifyFixture : PairFixture {
  VerifyFixture() {
    done({"log-session", "P-9X2MC", "--date", "2026-02-10", "--minutes", "60", "--kind", "call", "--cost",
          "3.50"});
  }
  [[nodiscard]] std::string file() const { return outside() / "report"; }
  void keep(const std::string& bytes) const { std::ofstream(file(), std::ios::binary) << bytes; }
  /// Keeps what a report says.
  std::string kept(const Words& words) {
    const std::string out = run(words).out;
    keep(out);
    return out;
  }
  Answer verify() { return run({"report", "--verify", file()}); }
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE_FIXTURE(VerifyFixture,
                  "a report that was kept is made again to the byte, whatever was recorded since") {
  for (const std::string name :
       {"nightly", "caseload", "commitment", "pool", "reach", "impact", "expenses", "capacity", "board"}) {
    for (const std::string format : {"text", "json", "csv"}) {
      for (const Words& clocks : {Words{}, Words{"--as-of", "2026-02-09"}, Words{"--today", "2026-03-05"},
                                  Words{"--known-at", "HEAD~1"}}) {
        CAPTURE(name + " " + format);
        kept(with(clocks, {"report", name, "--format", format}));
        CHECK(verify().status == 0);
      }
    }
  }
  kept({"report", "commitment"});
  clock = "2026-06-01";
  done({"amend", "M-7KQ2D", "area=Wath"});
  const Answer same = verify();
  CHECK(same.status == 0);
  CHECK(contains(same.out, "the same to the byte: the report 'commitment' of 2 April 2026"));
}

TEST_CASE_FIXTURE(VerifyFixture,
                  "a text says in its last line, and CSV in its last table, what it was made from") {
  const std::string text = run({"report", "commitment"}).out;
  std::string last = text.substr(text.rfind("\n\n") + 2);
  for (std::size_t at = 0; (at = last.find("\n  ")) != std::string::npos;) last.replace(at, 3, " ");
  CHECK(last.starts_with("made from report=commitment program="));
  CHECK(contains(last, " as_of=2026-04-02 later=stands commit=" + head() + " policy.rotherham="));
  const Words rows = run({"report", "commitment", "--format", "csv"}).rows("made_from");
  REQUIRE(rows.size() == 8);
  CHECK(rows[5] == "made_from,commit," + head());
  CHECK(rows[6].size() == std::string("made_from,policy.rotherham,").size() + 64);
  const json data = json_of({"report", "commitment", "--as-of", "2026-04-02"}).data();
  CHECK(data.at("later") == "left-out");
}

TEST_CASE_FIXTURE(VerifyFixture, "one byte that was changed is found, with its line") {
  const std::string report = kept({"report", "commitment", "--format", "csv"});
  keep(replaced(report, ",60,", ",90,"));
  const Answer changed = verify();
  CHECK(changed.status == 1);
  CHECK(contains(changed.out, "line 2 differs\n- periods,"));
  CHECK(contains(changed.err, "is not what the records said"));
  const json data = json_of({"report", "--verify", file()}).data();
  CHECK(data.at("same") == false);
  CHECK(data.at("line") == 2);
  keep(report + "\n");
  CHECK(verify().status == 1);
  keep(replaced(report, "as_of,2026-04-02", "as_of,2026-05-02"));
  CHECK(verify().status == 1);
  keep(replaced(kept({"report", "commitment"}), "2 April 2026", "3 April 2026"));
  CHECK(contains(verify().out, "line 1 differs"));
}

TEST_CASE_FIXTURE(VerifyFixture, "the news of a nightly report are made again since the same moment") {
  done({"amend", "M-7KQ2D", "area=Wath"});
  for (const std::string format : {"text", "json", "csv"}) {
    for (const std::string moment : {"HEAD~1", "2026-01-01"}) {
      CAPTURE(format + " " + moment);
      kept({"report", "--since", moment, "--format", format});
      done({"amend", "M-7KQ2D", "phone=01709 1", "--why", format + moment});
      done({"undo"});
      CHECK(verify().status == 0);
    }
  }
}

TEST_CASE_FIXTURE(VerifyFixture, "what is no report, or can't be made again, is refused with the reason") {
  const auto refusal = [&](const std::string& bytes) {
    keep(bytes);
    const Answer answer = verify();
    CHECK(answer.status == 2);
    return answer.err;
  };
  const std::string report = run({"report", "commitment"}).out;
  for (const std::string& bytes :
       {std::string(), std::string("words\n"), std::string("{\n}\n"), std::string("table,key\n"),
        std::string("made from \n"), std::string("\0\0\0", 3),
        replaced(report, "later=stands", "later=maybe"), replaced(report, "unrecorded=0", "unrecorded=no"),
        replaced(report, "as_of=2026", "as_of=26")}) {
    CHECK(contains(refusal(bytes), "is no whole report of this program"));
  }
  CHECK(contains(refusal(replaced(report, "report=commitment", "report=comitment")), "there is no report"));
  CHECK(contains(refusal(replaced(report, head(), std::string(40, '1'))), "is not in this repository"));
  CHECK(contains(refusal(replaced(report, head(), "--all")), "is not in this repository"));
  CHECK(run({"report", "--verify", outside() / "nowhere"}).status == 2);
  keep(report);
  CHECK(
      contains(run({"report", "--verify", file(), "--known-at", "HEAD"}).err, "leave out --today, --as-of"));
}

TEST_CASE_FIXTURE(VerifyFixture,
                  "a report of records that were changed by hand can't be verified, and says so") {
  write("mentors/M-7KQ2D.yaml", read("mentors/M-7KQ2D.yaml").value() + "# a note\n");
  for (const std::string format : {"text", "json", "csv"}) {
    CAPTURE(format);
    kept({"report", "commitment", "--format", format});
    const Answer answer = verify();
    CHECK(answer.status == 2);
    CHECK(contains(answer.err, "was made while records were changed by hand"));
  }
}

TEST_CASE_FIXTURE(
    VerifyFixture,
    "a file of another report than the one named is refused, as is all else that it says itself") {
  kept({"report", "commitment"});
  CHECK(run({"report", "commitment", "--verify", file()}).status == 0);
  const auto refusal = [&](const Words& words) {
    const Answer answer = run(with(words, {"--verify", file()}));
    CHECK(answer.status == 2);
    CHECK(answer.out == "");
    return answer.err;
  };
  CHECK(contains(refusal({"report", "reach"}),
                 "holds the report 'commitment' and not 'reach', name that one or none"));
  CHECK(contains(refusal({"report", "nightly"}), "and not 'nightly'"));
  CHECK(contains(refusal({"report", "journey", "P-9X2MC"}), "MATCH: the file that --verify reads"));
  for (const Words& option :
       {Words{"--from", "2026-01-01"}, Words{"--to", "2026-01-01"}, Words{"--for", "young-person"},
        Words{"--since", "2026-01-01"}, Words{"--ids-only"}, Words{"--mail", "a@example.org"}})
    CHECK(contains(refusal(with({"report", "commitment"}, option)), option.front() + ": the file that"));
}

TEST_CASE_FIXTURE(VerifyFixture, "a report that is kept among the records is made again like any other") {
  write("r.txt", "");
  write("r.txt", run({"report", "commitment"}).out);
  CHECK(run({"report", "--verify", (root() / "r.txt").string()}).status == 0);
}

}  // namespace cmd_verify_test
