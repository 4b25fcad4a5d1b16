#include <doctest/doctest.h>

#include <streambuf>

#include "support/command_fixture.h"

namespace cmd_look_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

/// Lines that are typed one after another; while the person looks, before the one of that number, something
/// else happens.
class Typing : public std::streambuf {
 public:
  Typing(Words lines, std::size_t before, std::function<void()> happens)
      : lines_(std::move(lines)), before_(before), happens_(std::move(happens)) {}

 protected:
  int_type underflow() override {
    if (next_ == lines_.size()) return traits_type::eof();
    if (next_ == before_) happens_();
    line_ = lines_[next_++] + "\n";
    setg(line_.data(), line_.data(), line_.data() + line_.size());
    return traits_type::to_int_type(line_.front());
  }

 private:
  Words lines_;
  std::string line_;
  std::size_t next_ = 0;
  std::size_t before_;
  std::function<void()> happens_;
};

struct LookFixture : PairFixture {
  Answer interrupted(const Words& words, const Words& lines, std::size_t before,
                     const std::function<void()>& happens) {
    Typing typing(lines, before, happens);
    std::istream in(&typing);
    std::ostringstream out;
    std::ostringstream err;
    std::uint32_t drawn = 100;
    mentor::cmd::Io io{out,
                       err,
                       in,
                       true,
                       false,
                       100,
                       mentor::Day::parse(clock).value(),
                       [&drawn] { return ++drawn; },
                       edit,
                       {{"MENTORCTL_DATA", root().string()}}};
    const int status = mentor::cmd::run(io, words);
    return {status, out.str(), err.str()};
  }
  [[nodiscard]] std::string log() const { return read("sessions/P-9X2MC.yaml").value_or(""); }

  const Words call{"log-session", "tia", "--minutes", "60"};
  const Words answers{"", "call", "",   "",
                      "", "yes",  "yes"};  // date, kind, activity, cost, note, twice the look
  const std::string changed = "the records changed meanwhile, this is what would be written now\n";
};

std::size_t times(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE_FIXTURE(LookFixture, "what changed while somebody looked is shown to them before it is written") {
  const std::string other = "- {id: S-90000, date: 2026-04-02, minutes: 45, kind: call}\n";
  const Answer logged = interrupted(call, answers, 5, [&] { commit_file("sessions/P-9X2MC.yaml", other); });
  CHECK(logged.status == 0);
  CHECK(times(logged.err, changed) == 1);
  CHECK(times(logged.err, "write it? [yes]: ") == 1);
  CHECK(contains(logged.err, "already, S-90000 (45 minutes, call)"));
  CHECK(times(logged.err, "write it all the same? [no]: ") == 1);
  CHECK(contains(log(), other));
  CHECK(contains(log(), "minutes: 60, kind: call}"));
}

TEST_CASE_FIXTURE(LookFixture, "whoever says no to what changed writes nothing") {
  const std::string other = "- {id: S-90000, date: 2026-04-02, minutes: 45, kind: call}\n";
  Words no = answers;
  no.back() = "no";
  const Answer left = interrupted(call, no, 5, [&] { commit_file("sessions/P-9X2MC.yaml", other); });
  CHECK(left.status == 1);
  CHECK(log() == other);
}

TEST_CASE_FIXTURE(LookFixture, "what somebody looked at is written when nothing changed meanwhile") {
  const Answer logged = interrupted(call, answers, 5, [] {});
  CHECK(logged.status == 0);
  CHECK(times(logged.err, changed) == 0);
  CHECK(times(logged.err, "write it? [yes]: ") == 1);
}

}  // namespace cmd_look_test
