#include <doctest/doctest.h>

#include <algorithm>

#include "support/command_fixture.h"

namespace cmd_history_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

class HistoryFixture : public PairFixture {
 public:
  /// Each change of a history as `COMMAND ID FIELD FROM>TO`, a hyphen for what is not there.
  Words told(const Words& words) {
    Words lines;
    const json all = json_of(mentor::test::with({"history"}, words)).data();
    for (const auto& each : all.at("changes")) {
      const auto said = [&](const char* key) { return each.value(key, "-"); };
      lines.push_back(
          said("command") + " " + said("id") + " " +
          (each.contains("note") ? said("note") : said("field") + " " + said("from") + ">" + said("to")));
    }
    return lines;
  }
  Words last(const Words& words, std::size_t count = 1) {
    Words all = told(words);
    return {all.end() - static_cast<std::ptrdiff_t>(std::min(count, all.size())), all.end()};
  }
  /// Replaces a part of a file and commits it as a person would.
  void by_hand(const std::string& path, const std::string& part, const std::string& with) const {
    std::string text = read(path).value();
    text.replace(text.find(part), part.size(), with);
    commit_file(path, text);
  }
};

}  // namespace

TEST_CASE_FIXTURE(HistoryFixture, "a change is told with its commit, its day, who made it, how and why") {
  CHECK(run({"amend", "M-7KQ2D", "area=Wath", "--why", "Ros Okafor-Vale moved"}).status == 0);
  const json change = json_of({"history", "M-7KQ2D"}).data().at("changes").back();
  CHECK(change.at("commit") == head());
  CHECK(change.at("at") == git({"log", "-1", "--format=%cI"}));
  CHECK(change.at("by") == "Ada Admin");
  CHECK(change.at("command") == "amend");
  CHECK(change.at("why") == "M-7KQ2D moved");
  CHECK(change.at("id") == "M-7KQ2D");
  CHECK(change.at("field") == "area");
  CHECK(change.at("from") == "Rotherham");
  CHECK(change.at("to") == "Wath");
  CHECK_FALSE(change.contains("by_hand"));
  CHECK_FALSE(change.contains("signature"));
}

TEST_CASE_FIXTURE(HistoryFixture, "the oldest change comes first, and a new record shows all its fields") {
  const Words all = told({"Y-4F7KA"});
  CHECK(all.front() == "- Y-4F7KA name ->Tia Quillfeather");
  CHECK(std::ranges::find(all, "- Y-4F7KA referred.by ->EET Action Group") != all.end());
}

TEST_CASE_FIXTURE(HistoryFixture, "what was committed with git and not by the program is marked") {
  by_hand("mentors/M-7KQ2D.yaml", "area: Rotherham", "area: Maltby");
  const json change = json_of({"history", "M-7KQ2D"}).data().at("changes").back();
  CHECK(change.at("by_hand") == true);
  CHECK_FALSE(change.contains("command"));
  CHECK(contains(run({"history", "M-7KQ2D"}).out, "made by hand, not by mentorctl\n"));
}

TEST_CASE_FIXTURE(HistoryFixture, "a hand edit that was recorded is told as the command that recorded it") {
  write("mentors/M-7KQ2D.yaml", read("mentors/M-7KQ2D.yaml").value() + "email: ros@example.org\n");
  done({"record", "--message", "as asked"});
  CHECK(last({"M-7KQ2D"}) == Words{"record M-7KQ2D email ->ros@example.org"});
}

TEST_CASE_FIXTURE(HistoryFixture, "a match's history has its sessions and check-ins, entry by entry") {
  const std::string session = done(
      {"log-session", "P-9X2MC", "--date", "2026-03-12", "--minutes", "60", "--kind", "call"});
  done({"amend", session, "minutes=45"});
  const std::string talk = done({"check-in", "P-9X2MC", "--with", "mentor", "--date", "2026-03-13"});
  CHECK(last({"P-9X2MC"}, 6) ==
        Words{"log-session " + session + " date ->2026-03-12", "log-session " + session + " minutes ->60",
              "log-session " + session + " kind ->call", "amend " + session + " minutes 60>45",
              "check-in " + talk + " date ->2026-03-13", "check-in " + talk + " with ->mentor"});
  CHECK(told({session}).size() == 4);
  CHECK(told({talk}).size() == 2);
  CHECK(told({"P-9X2MC/V-00001"}) == Words{"- P-9X2MC/V-00001 by ->young-person",
                                           "- P-9X2MC/V-00001 on ->2026-01-12",
                                           "- P-9X2MC/V-00001 yes ->yes"});
}

TEST_CASE_FIXTURE(HistoryFixture, "a person's history has their own check-ins and not those of their match") {
  const std::string talk = done({"check-in", "Y-4F7KA", "--with", "young-person", "--date", "2026-01-20"});
  done({"check-in", "P-9X2MC", "--with", "mentor", "--date", "2026-03-13"});
  CHECK(last({"Y-4F7KA"}, 2) ==
        Words{"check-in " + talk + " date ->2026-01-20", "check-in " + talk + " with ->young-person"});
}

TEST_CASE_FIXTURE(HistoryFixture, "an entry that was struck is told with what it said") {
  const std::string session = done(
      {"log-session", "P-9X2MC", "--date", "2026-03-12", "--minutes", "60", "--kind", "call"});
  done({"amend", session, "--remove"});
  CHECK(last({session}, 3) == Words{"amend " + session + " date 2026-03-12>-",
                                    "amend " + session + " minutes 60>-",
                                    "amend " + session + " kind call>-"});
}

TEST_CASE_FIXTURE(HistoryFixture, "of a list of words each that came or went is told") {
  done({"amend", "M-7KQ2D", "interests+=chess", "interests+=music"});
  done({"amend", "M-7KQ2D", "interests-=chess", "interests+=books"});
  CHECK(last({"M-7KQ2D"}, 2) == Words{"amend M-7KQ2D interests chess>-", "amend M-7KQ2D interests ->books"});
}

TEST_CASE_FIXTURE(HistoryFixture, "a rule that was passed is told") {
  done({"end", "P-9X2MC", "--as", "completed", "--by", "both", "--reason", "Done", "--override", "So it is",
        "--authorised-by", "Jo Field"});
  const json change = json_of({"history", "P-9X2MC"}).data().at("changes").back();
  CHECK(change.at("override") == json{"commitment.ended_early"});
  CHECK(contains(run({"history", "P-9X2MC"}).out, "rule passed: commitment.ended_early\n"));
}

TEST_CASE_FIXTURE(HistoryFixture, "a record that was taken away still has its history") {
  git({"rm", "--quiet", "matches/P-9X2MC.yaml"});
  git({"commit", "--quiet", "-m", "gone"});
  const Words all = told({"p-9x2mc"});
  CHECK(all.back() == "- P-9X2MC started 2026-02-01>-");
  CHECK(std::ranges::count(all, "- P-9X2MC mentor M-7KQ2D>-") == 1);
}

TEST_CASE_FIXTURE(HistoryFixture, "what never was is refused with what may be meant") {
  const Answer answer = run({"history", "M-7KQ2F"});
  CHECK(answer.status == 2);
  CHECK(answer.err == "mentorctl: there is no 'M-7KQ2F' and never was, did you mean 'M-7KQ2D'\n");
  CHECK(run({"history", "P-9X2MC/S-00000"}).status == 2);
  CHECK(run({"history", "nobody"}).status == 2);
  CHECK(run({"history", "--from", "yesterday"}).status == 2);
  CHECK(run({"history", "--format", "html"}).status == 2);
}

TEST_CASE_FIXTURE(HistoryFixture, "comments and layout are told as no field") {
  by_hand("mentors/M-7KQ2D.yaml", "area:", "# lives alone\narea:");
  CHECK(last({"M-7KQ2D"}) == Words{"- M-7KQ2D no field, but comments, order or layout"});
}

TEST_CASE_FIXTURE(HistoryFixture,
                  "who asks by a whole identifier is answered whatever is wrong with the records") {
  write("mentorctl.yaml", "organisation: [");
  write("mentors/M-7KQ2D.yaml", "<<<<<<<");
  CHECK(json_of({"history", "M-7KQ2D"}).status == 0);
  CHECK(json_of({"history"}).status == 0);
  CHECK(run({"history", "okafor"}).status == 3);
}

TEST_CASE_FIXTURE(HistoryFixture,
                  "a data directory below the top of its repository has a history, and undoes") {
  const std::filesystem::path top = outside() / "top";
  std::filesystem::create_directory(top);
  std::filesystem::remove_all(root() / ".git");
  std::filesystem::rename(root(), top / "data");
  const auto git_in = [&](Words words) {
    words.insert(words.begin(), {"git", "-C", top.string()});
    return mentor::git::run(words,
                            {"PATH=" + std::string(std::getenv("PATH")), "HOME=" + outside().string(),
                             "GIT_CONFIG_GLOBAL=" + (outside() / "config").string()},
                            "", std::chrono::seconds(30));
  };
  git_in({"init", "--quiet", "--object-format=sha256", "-b", "main"});
  git_in({"add", "."});
  git_in({"commit", "--quiet", "-m", "copied"});
  environment["MENTORCTL_DATA"] = (top / "data").string();
  done({"amend", "M-7KQ2D", "area=Wath"});
  CHECK(last({"M-7KQ2D"}) == Words{"amend M-7KQ2D area Rotherham>Wath"});
  CHECK(run({"undo"}).status == 0);
  CHECK(last({"M-7KQ2D"}) == Words{"undo M-7KQ2D area Wath>Rotherham"});
  CHECK(git_in({"status", "--porcelain"}).out.empty());
}

TEST_CASE_FIXTURE(HistoryFixture, "line ends that changed are no change of a field") {
  std::string text = read("mentors/M-7KQ2D.yaml").value();
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.insert(at, "\r");
  commit_file("mentors/M-7KQ2D.yaml", text);
  CHECK(last({"M-7KQ2D"}) == Words{"- M-7KQ2D no field, but comments, order or layout"});
}

TEST_CASE_FIXTURE(HistoryFixture,
                  "a file that could not be read is told, and what changed meanwhile when it was mended") {
  const std::string sound = read("mentors/M-7KQ2D.yaml").value();
  commit_file("mentors/M-7KQ2D.yaml", "<<<<<<< ours\n" + sound);
  by_hand("mentors/M-7KQ2D.yaml", "<<<<<<< ours\n", ">>>>>>> theirs\n");
  commit_file("mentors/M-7KQ2D.yaml", sound);
  by_hand("mentors/M-7KQ2D.yaml", "area: Rotherham", "area: [");
  by_hand("mentors/M-7KQ2D.yaml", "area: [", "area: Wath");
  const Words all = last({"M-7KQ2D"}, 6);
  CHECK(all[0].starts_with("- M-7KQ2D could not be read: line 1: "));
  CHECK(all[1].starts_with("- M-7KQ2D could not be read: line 1: "));
  CHECK(all[2] == "- M-7KQ2D could be read again");
  CHECK(all[3].starts_with("- M-7KQ2D could not be read: line "));
  CHECK(all[4] == "- M-7KQ2D could be read again");
  CHECK(all[5] == "- M-7KQ2D area Rotherham>Wath");
}

TEST_CASE_FIXTURE(HistoryFixture,
                  "both sides of a merge are told, and of the merge only what it made itself") {
  git({"switch", "--quiet", "-c", "side"});
  done({"amend", "M-7KQ2D", "email=ros@example.org"});
  git({"switch", "--quiet", "main"});
  done({"amend", "M-7KQ2D", "born=1979-01-01"});
  git({"merge", "--quiet", "--no-commit", "-X", "ours", "side"});
  SUBCASE("which may be nothing") {
    git({"commit", "--quiet", "-m", "merge"});
    Words all = last({"M-7KQ2D"}, 2);
    std::ranges::sort(all);
    CHECK(all == Words{"amend M-7KQ2D born 1978-03-14>1979-01-01", "amend M-7KQ2D email ->ros@example.org"});
    CHECK(last({}) == Words{"- - a merge, which changed nothing itself"});
  }
  SUBCASE("which may be a change of its own") {
    std::string text = read("mentors/M-7KQ2D.yaml").value();
    text.replace(text.find("area: Rotherham"), 15, "area: Wath");
    write("mentors/M-7KQ2D.yaml", text);
    git({"add", "mentors"});
    git({"commit", "--quiet", "-m", "merge"});
    CHECK(last({"M-7KQ2D"}) == Words{"- M-7KQ2D area Rotherham>Wath"});
    CHECK(json_of({"history", "M-7KQ2D"}).data().at("changes").back().at("merge") == true);
    CHECK(contains(run({"history", "M-7KQ2D"}).out,
                   "  made by hand, not by mentorctl\n  a merge, which itself changed this:\n    area: "
                   "Rotherham → Wath\n"));
  }
}

TEST_CASE_FIXTURE(HistoryFixture, "what a side branch did is told where a merge dropped it, and so is that") {
  git({"switch", "--quiet", "-c", "side"});
  done({"amend", "M-7KQ2D", "area=Wath"});
  git({"switch", "--quiet", "main"});
  git({"merge", "--quiet", "-s", "ours", "-m", "merge", "side"});
  CHECK(last({"M-7KQ2D"}, 2) == Words{"amend M-7KQ2D area Rotherham>Wath", "- M-7KQ2D area Wath>Rotherham"});
}

TEST_CASE_FIXTURE(HistoryFixture, "a history can be cut to what lies between two commits") {
  const std::string begin = head();
  done({"amend", "M-7KQ2D", "area=Wath"});
  const std::string end = head();
  done({"amend", "M-7KQ2D", "area=Maltby"});
  CHECK(told({"M-7KQ2D", "--from", begin, "--to", end.substr(0, 8)}) ==
        Words{"amend M-7KQ2D area Rotherham>Wath"});
  CHECK(told({"--from", end}) == Words{"amend M-7KQ2D area Wath>Maltby"});
  CHECK(told({"M-7KQ2D", "--from", "HEAD"}).empty());
}

TEST_CASE_FIXTURE(HistoryFixture,
                  "a history can be cut to what lies between two days, both of them included") {
  const auto on = [&](const std::string& day, const std::string& area) {
    const mentor::test::Variable date("GIT_COMMITTER_DATE", day + "T23:30:00+0200");
    done({"amend", "M-7KQ2D", "area=" + area});
  };
  on("2031-02-01", "A1");
  on("2031-02-02", "A2");
  on("2031-02-03", "A3");
  CHECK(told({"M-7KQ2D", "--from", "2031-02-02"}) ==
        Words{"amend M-7KQ2D area A1>A2", "amend M-7KQ2D area A2>A3"});
  CHECK(told({"M-7KQ2D", "--from", "2031-02-02", "--to", "2031-02-02"}) == Words{"amend M-7KQ2D area A1>A2"});
  CHECK(last({"M-7KQ2D", "--to", "2031-02-01"}) == Words{"amend M-7KQ2D area Rotherham>A1"});
}

TEST_CASE_FIXTURE(HistoryFixture, "a history ends with what was known at a moment") {
  done({"amend", "M-7KQ2D", "area=Wath"});
  const std::string then = head();
  done({"amend", "M-7KQ2D", "area=Maltby"});
  const std::string wath = "amend M-7KQ2D area Rotherham>Wath";
  CHECK(last({"M-7KQ2D", "--known-at", then}) == Words{wath});
  CHECK(told({"M-7KQ2D", "--known-at", then, "--from", then + "~1"}) == Words{wath});
  CHECK(last({"M-7KQ2D", "--known-at", "HEAD", "--to", then}) == Words{wath});
  write("mentors/M-7KQ2D.yaml", "nonsense");
  CHECK(json_of({"history", "M-7KQ2D", "--known-at", then}).err.empty());
  const Answer later = run({"history", "M-7KQ2D", "--known-at", then, "--to", "HEAD"});
  CHECK(later.status == 2);
  CHECK(later.err ==
        "mentorctl: --to: 'HEAD' was not known at '" + then + "', leave --to or --known-at out\n");
}

TEST_CASE_FIXTURE(HistoryFixture,
                  "a history goes by when things were recorded, and refuses the other clock") {
  const Answer answer = run({"--as-of", "2026-03-01", "history", "M-7KQ2D"});
  CHECK(answer.status == 2);
  CHECK(answer.err ==
        "mentorctl: --as-of: a history goes by when things were recorded, not by when they happened: end it "
        "with --to, or with --known-at by what was known then\n");
}

TEST_CASE_FIXTURE(HistoryFixture, "a history that is to begin after its end is refused") {
  const std::string before = head();
  done({"amend", "M-7KQ2D", "area=Wath"});
  const auto refusal = [&](const Words& words) {
    const Answer answer = run(mentor::test::with({"history"}, words));
    CHECK(answer.status == 2);
    return answer.err;
  };
  const std::string days =
      "mentorctl: --from: '2026-02-02' comes after '2026-02-01', where the history is to end\n";
  CHECK(refusal({"--from", "2026-02-02", "--to", "2026-02-01"}) == days);
  CHECK(contains(refusal({"--from", "HEAD", "--to", before}),
                 "--from: 'HEAD' comes after '" + before + "', where the history is to end\n"));
  CHECK(contains(refusal({"--from", "HEAD", "--known-at", before}), "--from: 'HEAD' comes after '" + before));
  git({"switch", "--quiet", "--detach", before});
  CHECK(contains(refusal({"--from", "main"}), "--from: 'main' comes after the last commit, where"));
  git({"switch", "--quiet", "main"});
  CHECK(run({"history", "--from", "2026-02-02", "--to", "2026-02-02"}).status == 0);
  CHECK(contains(refusal({"--from", "20/11/2026"}), "YYYY-MM-DD, did you mean 2026-11-20\n"));
}

TEST_CASE_FIXTURE(HistoryFixture, "an entry needs no record before it where one file alone has it") {
  const std::string session = done(
      {"log-session", "P-9X2MC", "--date", "2026-03-12", "--minutes", "60", "--kind", "call"});
  const std::string entry = session.substr(session.find('/') + 1);
  const std::string talk = done({"check-in", "Y-4F7KA", "--with", "young-person", "--date", "2026-01-20"});
  CHECK(told({entry}) == told({session}));
  CHECK(told({"s" + entry.substr(1)}).size() == 3);
  CHECK(told({talk.substr(talk.find('/') + 1)}) == told({talk}));
  CHECK(told({"V-00009"}) == told({"M-7KQ2D/V-00009"}));
  const Answer two = run({"history", "V-00001"});
  CHECK(two.status == 2);
  CHECK(two.err == "mentorctl: 'V-00001' can mean M-7KQ2D/V-00001, P-9X2MC/V-00001: say which\n");
  done({"amend", session, "--remove"});
  const Answer struck = run({"history", entry});
  CHECK(struck.status == 2);
  CHECK(contains(struck.err, "there is no entry '" + entry + "' now, one that was struck is named with its " +
                                 "record: P-9X2MC/" + entry + ", say\n"));
  CHECK(told({session}).size() == 6);
}

TEST_CASE_FIXTURE(HistoryFixture, "somebody who was taken away is found by the name that they had") {
  add_ready_mentor("M-00002", "Lee Marsh");
  add_ready_mentor("M-00003", "Zoë Marsh");
  const auto take_away = [&](const std::string& id) {
    git({"rm", "--quiet", "mentors/" + id + ".yaml"});
    git({"commit", "--quiet", "-m", "gone"});
  };
  take_away("M-00002");
  CHECK(told({"lee"}) == told({"M-00002"}));
  CHECK(told({"marsh"}) == told({"M-00003"}));
  take_away("M-00003");
  CHECK(told({"ZOE"}) == told({"M-00003"}));
  const Answer two = run({"history", "marsh"});
  CHECK(two.status == 2);
  CHECK(two.err == "mentorctl: 'marsh' can mean M-00002, M-00003: say which\n");
  CHECK(told({"--known-at", "HEAD~1", "marsh"}).back() != told({"M-00003"}).back());
  git({"revert", "--no-edit", "HEAD"});
  CHECK(told({"marsh"}) == told({"M-00003"}));
  CHECK(run({"history", "e"}).status == 2);
  CHECK(contains(run({"history", "nobody"}).err, "there is no record 'nobody'"));
}

TEST_CASE_FIXTURE(HistoryFixture, "a folder has a history, and so has one in which nothing is yet") {
  done({"amend", "M-7KQ2D", "area=Wath"});
  CHECK(last({"mentors/"}) == Words{"amend M-7KQ2D area Rotherham>Wath"});
  CHECK(told({"mentors"}) == told({"mentors/"}));
  CHECK(told({"schemes/rotherham/"}) == told({"rotherham"}));
  const Answer none = run({"history", "concerns/"});
  CHECK(none.status == 0);
  CHECK(none.err == "nothing was changed in that time\n");
}

TEST_CASE_FIXTURE(HistoryFixture, "a history in a shallow clone says where it begins") {
  const std::string before = head();
  done({"amend", "M-7KQ2D", "area=Wath"});
  git({"clone", "--quiet", "--depth", "1", "file://" + root().string(), (outside() / "clone").string()});
  const std::string begins = "the history begins here with " + head().substr(0, 10) +
                             ", `git fetch --unshallow` brings what came before";
  environment["MENTORCTL_DATA"] = (outside() / "clone").string();
  const Answer answer = run({"history", "M-7KQ2D"});
  CHECK(answer.status == 0);
  CHECK(answer.err == "note: " + begins + "; what was there by then is shown as new\n");
  CHECK(run({"history", "M-7KQ2F"}).err == "mentorctl: there is no 'M-7KQ2F' here, did you mean 'M-7KQ2D'\n");
  const Answer none = run({"history", "M-00009"});
  CHECK(none.status == 2);
  CHECK(none.err == "mentorctl: there is no 'M-00009' here: " + begins + "\n");
  CHECK(contains(run({"--known-at", "2001-01-01", "show", "M-7KQ2D"}).err, "is not here: " + begins));
  CHECK(contains(run({"--known-at", before, "show", "M-7KQ2D"}).err, begins));
}

TEST_CASE_FIXTURE(HistoryFixture, "a hand edit that is not recorded is mentioned, and not shown") {
  write("mentors/M-7KQ2D.yaml", read("mentors/M-7KQ2D.yaml").value() + "email: ros@example.org\n");
  const Answer answer = json_of({"history", "M-7KQ2D"});
  CHECK(answer.err ==
        "note: 'mentors/M-7KQ2D.yaml' was changed by hand, which is not recorded and not shown\n");
  CHECK(answer.data().at("unrecorded") == json{"mentors/M-7KQ2D.yaml"});
  CHECK_FALSE(contains(answer.out, "ros@example.org"));
  CHECK(json_of({"history", "Y-4F7KA"}).err.empty());
}

TEST_CASE_FIXTURE(HistoryFixture,
                  "the settings, a policy by its scheme and by its path, and everything have a history") {
  by_hand("schemes/rotherham/2026-01-01.yaml", "minutes: 90", "minutes: 60");
  by_hand("mentorctl.yaml", "schemes:", "contacts: [Jo]\nschemes:");
  const std::string policy = "- schemes/rotherham/2026-01-01.yaml rules.commitment.time.minutes 90>60";
  const std::string settings = "- mentorctl.yaml contacts ->Jo";
  CHECK(last({"rotherham"}) == Words{policy});
  CHECK(last({"Rotherham"}) == Words{policy});
  CHECK(last({"schemes/rotherham/2026-01-01.yaml"}) == Words{policy});
  CHECK(last({"mentorctl.yaml"}) == Words{settings});
  CHECK(last({}, 2) == Words{policy, settings});
}

TEST_CASE_FIXTURE(HistoryFixture, "a history for people is in their words, and safe for a terminal") {
  done({"amend", "M-7KQ2D", "pen_picture=She said: \"yes\"", "--why", "asked"});
  by_hand("mentors/M-7KQ2D.yaml", "area: Rotherham", "area: Wath");
  const std::string out = run({"history", "M-7KQ2D"}).out;
  CHECK(contains(out, "\n  amend pen_picture of M-7KQ2D ("));
  CHECK(contains(out, "\n  why: asked\n    pen_picture: She said: \"yes\" (new)\n"));
  CHECK(contains(out, "\n    area: Rotherham → Wath\n"));
  CHECK(contains(out, "\n    M-7KQ2D/V-00001 (steps), new: step information-session, on 2025-11-09\n"));
  git({"commit", "--quiet", "--amend", "-m", "\x1b[2Jforged\n\nMentorctl-Why: \x1b[31mred"});
  const std::string forged = run({"history", "M-7KQ2D"}).out;
  CHECK(contains(forged, "\\x1b[2Jforged"));
  CHECK_FALSE(contains(forged, "\x1b"));
}

TEST_CASE_FIXTURE(HistoryFixture, "a history is a table of a spreadsheet too") {
  done({"amend", "M-7KQ2D", "area==1+1"});
  const Words rows = run({"history", "M-7KQ2D", "--format", "csv"}).rows("changes");
  CHECK(rows.front().starts_with("table,commit,at,by,command,by_hand,merge,sentence,why,"));
  CHECK(rows.back().ends_with(",M-7KQ2D,,area,Rotherham,'=1+1,"));
}

TEST_CASE_FIXTURE(HistoryFixture, "a signature is told as it holds, and its absence where others sign") {
  const std::string key = (outside() / "key").string();
  const auto made = mentor::git::run({"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key},
                                     {"PATH=" + std::string(std::getenv("PATH"))}, "",
                                     std::chrono::seconds(30));
  if (made.status != 0) return;
  const auto last_signature = [&] {
    return json_of({"history", "M-7KQ2D"}).data().at("changes").back().value("signature", "");
  };
  git({"config", "gpg.format", "ssh"});
  git({"config", "user.signingKey", key + ".pub"});
  git({"config", "commit.gpgSign", "true"});
  done({"amend", "M-7KQ2D", "area=Wath"});
  CHECK(last_signature() == "unchecked");
  std::ifstream stream(key + ".pub");
  const std::string public_key(std::istreambuf_iterator<char>(stream), {});
  const std::string allowed = (outside() / "allowed").string();
  git({"config", "gpg.ssh.allowedSignersFile", allowed});
  std::ofstream(allowed) << "somebody@example.org ssh-ed25519 "
                            "AAAAC3NzaC1lZDI1NTE5AAAAIAd+s6xOYZu6Yxqo0yhbbwOQwYjhQ1d9gLrBnGkb2PLX\n";
  CHECK(last_signature() == "unknown key");
  std::ofstream(allowed) << "ada@example.org " << public_key;
  CHECK(last_signature() == "good");
  CHECK(json_of({"history", "M-7KQ2D"}).data().at("changes").front().at("signature") == "none");
  CHECK(contains(run({"history", "M-7KQ2D"}).out, "\n  signature: good, ada@example.org\n"));
  git({"config", "gpg.ssh.program", "/nowhere"});
  CHECK(last_signature() == "unchecked");
  git({"config", "--unset", "gpg.ssh.program"});
  git({"config", "commit.gpgSign", "false"});
  std::string commit = git({"cat-file", "commit", "HEAD"});
  commit.replace(commit.find("amend area"), 5, "adopt");
  write("forged", commit + "\n");
  git({"reset", "--quiet", "--hard", git({"hash-object", "-t", "commit", "-w", "forged"})});
  CHECK(last_signature() == "bad");
}

TEST_CASE_FIXTURE(HistoryFixture, "the first commit is told whatever git's settings say of it") {
  const Words before = told({});
  git({"config", "log.showRoot", "false"});
  CHECK(told({}) == before);
}

TEST_CASE_FIXTURE(HistoryFixture, "a name that was typed is not the one that may have been meant") {
  write(".git/info/exclude", "M-00009.yaml\n");
  write("mentors/M-00009.yaml", "id: M-00009\nname: Lee\nscheme: rotherham\nrole: elected-member\n");
  const Answer answer = run({"history", "mentors/M-00009.yaml"});
  CHECK(answer.status == 2);
  CHECK_FALSE(contains(answer.err, "did you mean 'M-00009'"));
  const Answer by_id = run({"history", "M-00009"});
  CHECK(by_id.status == 2);
  CHECK_FALSE(contains(by_id.err, "did you mean"));
}

TEST_CASE_FIXTURE(HistoryFixture, "a path that leads out of the data directory is no record") {
  for (const std::string path : {"schemes/../../../etc", "schemes//x", "schemes/./x"}) {
    CAPTURE(path);
    CHECK(run({"history", path}).status == 2);
  }
}

}  // namespace cmd_history_test
