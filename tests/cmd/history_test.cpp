#include <doctest/doctest.h>

#include <algorithm>

#include "support/history_fixture.h"

namespace cmd_history_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::HistoryFixture;
using mentor::test::json;
using mentor::test::Words;

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

TEST_CASE_FIXTURE(HistoryFixture, "a hand edit that is not recorded is mentioned, and not shown") {
  write("mentors/M-7KQ2D.yaml", read("mentors/M-7KQ2D.yaml").value() + "email: ros@example.org\n");
  const Answer answer = json_of({"history", "M-7KQ2D"});
  CHECK(answer.err ==
        "note: 'mentors/M-7KQ2D.yaml' was changed by hand, which is not recorded and not shown\n");
  CHECK(answer.data().at("unrecorded") == json{"mentors/M-7KQ2D.yaml"});
  CHECK_FALSE(contains(answer.out, "ros@example.org"));
  CHECK(json_of({"history", "Y-4F7KA"}).err.empty());
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

}  // namespace cmd_history_test
