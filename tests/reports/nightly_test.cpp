#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "cmd/made_report.h"
#include "support/command_fixture.h"

namespace reports_nightly_test {

using mentor::Day;
using mentor::replaced;
using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::Variable;
using mentor::test::with;
using mentor::test::Words;

namespace {

struct NightlyFixture : PairFixture {
  json table(const std::string& name) { return json_of({"report", "nightly"}).data().at(name); }
  std::string text(const Words& more = {}) { return run(with({"report", "nightly"}, more)).out; }
  /// What stands below that heading, up to the next empty line.
  std::string part(const std::string& title) {
    const std::string all = text();
    const auto begin = all.find("\n" + title + "\n");
    if (begin == std::string::npos) return "nothing";
    const auto first = begin + title.size() + 2;
    return all.substr(first, all.find("\n\n", first) + 1 - first);
  }
  void concern(const std::string& id, const std::string& lines) const {
    commit_file("concerns/" + id + ".yaml", "id: " + id + "\n" + lines);
  }
};

/// Names and texts that stand nowhere but in records.
const Words sentinels{"Tia",   "Quillfeather", "Ros",      "Okafor",   "Zzname",  "Zznote",
                      "Zzwhy", "Zzactivity",   "Zzbroker", "Zzauthor", "Zzworker"};

}  // namespace

TEST_CASE_FIXTURE(NightlyFixture,
                  "what is to do stands by pair, with the days, the rule and the command to type") {
  clock = "2026-04-15";  // March's period ended on 31 March; nothing was ever logged
  CHECK(contains(part("To do today"), "  P-9X2MC  Tia Quillfeather with Ros Okafor-Vale\n"));
  // From 1 March to 31 March; 31 March is the last day on which it was not broken.
  CHECK(contains(part("To do today"),
                 "    0 of 90 minutes from 1 March 2026 to 31 March 2026 (and 1 earlier), 15 days late\n"
                 "    mentorctl log-session P-9X2MC --date DAY  # commitment.time\n"));
  for (const auto& row : table("broken")) {
    if (row.at("rule") != "commitment.time") continue;
    CHECK(row.at("days_late") == 15);
    CHECK(row.at("command") == "mentorctl log-session P-9X2MC --date DAY");
  }
}

TEST_CASE_FIXTURE(NightlyFixture,
                  "a concern that nobody was told of comes before all else, then what must not be") {
  concern("C-5T3JZ", "about: M-7KQ2D\nraised: 2026-03-31\n");
  commit_file(
      "sessions/P-9X2MC.yaml",
      "- {id: S-00001, date: 2026-01-15, minutes: 60, kind: one-to-one}\n");  // before the start: must
  const Answer told = run({"report", "nightly"});
  CHECK(told.status == 1);
  CHECK(part("Concerns that were not passed on") ==
        "  C-5T3JZ\n    about Ros Okafor-Vale (M-7KQ2D)\n"
        "    about M-7KQ2D, raised on 31 March 2026, 2 days ago, and passed on to nobody\n"
        "    mentorctl concern pass-on C-5T3JZ\n");
  CHECK(contains(part("Broken, and must be put right"), "MUST: "));
  CHECK(contains(part("Broken, and must be put right"), "# data.outside_match"));
  const auto concerns = told.out.find("Concerns that were not passed on");
  const auto must = told.out.find("Broken, and must be put right");
  const auto to_do = told.out.find("To do today");
  CHECK(concerns < must);
  CHECK(must < to_do);
}

TEST_CASE_FIXTURE(NightlyFixture, "a pair that has gone quiet is told with its days and what fell through") {
  CHECK(part("Gone quiet") ==
        "  P-9X2MC  Tia Quillfeather with Ros Okafor-Vale\n"
        "    has not met since it began on 1 February 2026, 60 days ago\n");
  commit_file("sessions/P-9X2MC.yaml",
              "- {id: S-00001, date: 2026-03-05, minutes: 60, kind: one-to-one}\n"
              "- {id: S-00002, date: 2026-03-12, cancelled_by: mentor}\n"
              "- {id: S-00003, date: 2026-03-19, cancelled_by: other}\n");
  CHECK(part("Gone quiet") ==
        "  P-9X2MC  Tia Quillfeather with Ros Okafor-Vale\n"
        "    last met on 5 March 2026, 28 days ago; 2 sessions cancelled in a row\n");
  clock = "2026-04-01";
  CHECK(part("Gone quiet") == "nothing");
}

TEST_CASE_FIXTURE(NightlyFixture,
                  "a pair that has not met is told with the day on which the team heard of it") {
  const auto heard = [&](const std::string& entries) {
    commit_file("check-ins/P-9X2MC.yaml", entries);
    const std::string quiet = replaced(part("Gone quiet"), "\n    ", " ");
    const auto behind = quiet.find("ago; ");
    return behind == std::string::npos ? "nothing" : quiet.substr(behind + 5);
  };
  CHECK(heard("- {id: K-00001, date: 2026-03-30, with: mentor}\n") ==
        "the team checked in 3 days ago with the mentor\n");
  CHECK(table("quiet")[0].at("checked_in") == "2026-03-30");
  CHECK(heard("- {id: K-00001, date: 2026-04-02, with: mentor}\n"
              "- {id: K-00002, date: 2026-04-02, with: young-person}\n"
              "- {id: K-00003, date: 2026-04-01, with: key-adult}\n") ==
        "the team checked in today with the young person and the mentor\n");
  commit_file("sessions/P-9X2MC.yaml", "- {id: S-00001, date: 2026-03-05, minutes: 60, kind: one-to-one}\n");
  CHECK(heard("- {id: K-00001, date: 2026-03-05, with: mentor}\n") == "nothing");  // not since they met
  CHECK_FALSE(table("quiet")[0].contains("checked_in"));
}

TEST_CASE_FIXTURE(NightlyFixture,
                  "a term that a renewal can lengthen is told as it stands, with the renewal to type") {
  std::string policy = read("schemes/rotherham/2026-01-01.yaml").value();
  const auto longest = policy.find("after: 18 months");
  REQUIRE(longest != std::string::npos);
  commit_file("schemes/rotherham/2026-01-01.yaml",
              policy.replace(longest, 16, "after: 1 month, renewable: yes"));
  CHECK(contains(part("To do today"),
                 "    runs since 1 February 2026, the longest is 1 month, 32 days late\n"
                 "    mentorctl renew P-9X2MC --until DAY  # commitment.too_long\n"));
  commit_file("matches/P-9X2MC.yaml",
              read("matches/P-9X2MC.yaml").value() +
                  "renewals:\n  - {id: V-00002, on: 2026-03-01, until: 2026-03-31}\n");
  CHECK(contains(part("To do today"),
                 "    runs since 1 February 2026, renewed until 31 March 2026, 2 days late\n"
                 "    mentorctl renew P-9X2MC --until DAY  # commitment.too_long\n"));
  done({"renew", "P-9X2MC", "--until", "2026-05-31"});
  CHECK_FALSE(contains(part("To do today"), "commitment.too_long"));
}

TEST_CASE_FIXTURE(NightlyFixture, "what is due stands within a week, within 30 days, or later") {
  // Rotherham asks for the focus and for supervision; this pair has a focus. Started on 1 February,
  // supervision is due by 1 May: 30 days from 1 April, 7 from 24 April.
  clock = "2026-04-01";
  CHECK(contains(part("Due within 30 days"), "# support.supervision"));
  clock = "2026-04-23";
  CHECK(contains(part("Due within 30 days"), "# support.supervision"));
  clock = "2026-04-24";
  CHECK(contains(part("Due within 7 days"), "# support.supervision"));
  CHECK(contains(part("Due within 7 days"),
                 "mentorctl log-event group-supervision --scheme rotherham --date DAY --invited M-7KQ2D"));
}

TEST_CASE_FIXTURE(NightlyFixture, "18th and 26th birthdays and the ends of pauses are told 30 days ahead") {
  add_young_person("Y-00018", "Bo Eighteen", "2008-05-02");
  add_young_person("Y-00026", "Cy Twentysix", "2000-05-03");
  const std::string match = read("matches/P-9X2MC.yaml").value();
  commit_file("matches/P-9X2MC.yaml",
              match + "pauses:\n  - {id: V-00002, from: 2026-03-30, to: 2026-04-20}\n");
  CHECK(part("Birthdays and ends to come") ==
        "  P-9X2MC  Tia Quillfeather with Ros Okafor-Vale: the pause ends on Monday 20 April 2026\n"
        "  Y-00018  Bo Eighteen: turns 18 on Saturday 2 May 2026\n");  // 3 May is 31 days ahead
  clock = "2026-04-03";
  CHECK(contains(part("Birthdays and ends to come"),
                 "  Y-00026  Cy Twentysix: turns 26 on Sunday 3 May 2026\n"));
  clock = "2026-05-04";
  CHECK(part("Birthdays and ends to come") == "nothing");
}

TEST_CASE_FIXTURE(NightlyFixture, "who waits is told with the days, the next step and whose it is") {
  add_young_person("Y-00001", "Bo Waits", "2006-01-01");  // referred on 5 January
  CHECK(part("Young people who wait for a mentor") == "  Y-00001  Bo Waits: 87 days, find a mentor\n");
  CHECK(table("waiting")[0].at("whose") == "team");
  add_ready_mentor("M-00001", "Di Ready");
  done({"match", "Y-00001", "M-00001", "--id", "P-00001"});
  CHECK(part("Young people who wait for a mentor") == "nothing");
  clock = "2026-04-05";
  CHECK(part("Matches that wait for a yes") ==
        "  P-00001  Bo Waits with Di Ready: 3 days, decide on the match (young person and mentor)\n");
  done({"decide", "P-00001", "--by", "mentor", "--yes"});
  CHECK(contains(part("Matches that wait for a yes"), "decide on the match (young person)"));
  done({"decide", "P-00001", "--by", "young-person", "--yes"});
  CHECK(contains(part("Matches that wait for a yes"), "3 days, agree on a first day\n"));
  done({"start", "P-00001", "--on", "2026-04-05", "--contacts-given", "--first-meeting", "2026-04-05",
        "--activity", "Tea", "--brokered-by", "Eve"});
  CHECK(part("Matches that wait for a yes") == "nothing");
}

TEST_CASE_FIXTURE(NightlyFixture,
                  "mentors without a young person are ready, or lack something that is somebody's") {
  add_ready_mentor("M-00001", "Di Ready");
  std::string file = ready_mentor("M-00002", "Ed Picture");
  file.erase(file.rfind("  - {id: V-00009"));
  commit_file("mentors/M-00002.yaml", file);
  CHECK(part("Mentors ready, without a young person") ==
        "  M-00001  Di Ready: 122 days, find a young person\n");  // since 1 December
  CHECK(part("Mentors in preparation") ==
        "  M-00002  Ed Picture: 123 days, the pen picture is missing (mentor)\n");  // since 30 November
}

TEST_CASE_FIXTURE(NightlyFixture,
                  "of those who wait the ten who have waited longest are listed, the others counted") {
  for (char c = 'A'; c <= 'M'; ++c) {  // thirteen, and I and L are no signs of an identifier
    if (c == 'I' || c == 'L') continue;
    add_young_person(std::string("Y-0000") + c, std::string("Bo ") + c, "2006-01-01");
  }
  CHECK(contains(part("Young people who wait for a mentor"), "  and 1 more who have not waited as long\n"));
  CHECK(table("waiting").size() == 11);
}

TEST_CASE_FIXTURE(NightlyFixture, "a period is told in its last week while it is short, else counted") {
  // From 1 April to 30 April.
  clock = "2026-04-23";
  CHECK(part("This period so far") == "  1 pair has more than a week left for it\n");
  clock = "2026-04-24";
  CHECK(part("This period so far") ==
        "  P-9X2MC  Tia Quillfeather with Ros Okafor-Vale: 0 of 90 minutes, 7 days left, until 30 April "
        "2026\n");
  commit_file("sessions/P-9X2MC.yaml", "- {id: S-00001, date: 2026-04-20, minutes: 90, kind: one-to-one}\n");
  CHECK(part("This period so far") == "  1 pair has met what this period asks\n");
  CHECK(table("period")[0].at("minutes") == 90);
}

TEST_CASE_FIXTURE(NightlyFixture, "what is told of sessions is made while they are read, and none is kept") {
  commit_file("sessions/P-9X2MC.yaml",
              "- {id: S-00001, date: 2026-04-02, minutes: 80, kind: one-to-one}\n"
              "- {id: S-00002, date: 2026-04-12, cancelled_by: mentor, moved_to: "
              "2026-04-27}\n");
  const mentor::Clocks clocks{Day::parse("2026-04-24").value(), mentor::Later::stands, "", {}};
  mentor::ReadingRoom room(root(), "report", clocks);
  const auto made = mentor::cmd::make_report(room, {});
  CHECK(room.desk().records().sessions.empty());
  const auto rows_of = [&](std::string_view key) {
    return std::ranges::find(made.report.tables, key, &mentor::Table::key)->rows;
  };
  REQUIRE(rows_of("period").size() == 1);
  CHECK(rows_of("period")[0][4].text == "80");  // minutes
  REQUIRE(rows_of("meetings").size() == 1);
  CHECK(rows_of("meetings")[0][2].text == "2026-04-27");
}

TEST_CASE_FIXTURE(NightlyFixture, "advice is counted by its rule, and listed as data") {
  done({"end", "P-9X2MC", "--as", "drifted", "--by", "both", "--on", "2026-03-15", "--reason", "Moved",
        "--marked-by", "Tea"});
  REQUIRE(table("advice").size() == 1);
  CHECK(table("advice")[0].at("rule") == "commitment.ended_early");
  CHECK(part("Advice") == "  1 commitment.ended_early, see 'mentorctl check'\n");
}

TEST_CASE_FIXTURE(NightlyFixture,
                  "with identifiers alone no name and nothing that somebody wrote is in any format") {
  environment["GIT_AUTHOR_NAME"] = "Zzauthor";
  commit_file("matches/P-9X2MC.yaml",
              read("matches/P-9X2MC.yaml").value() +
                  "waivers:\n  - {id: V-00002, rule: commitment.time, on: 2026-04-01, why: Zzwhy, "
                  "authorised_by: Zzname, until: 2026-04-20}\n");
  add_young_person("Y-00001", "Zzname", "2006-01-01");
  add_ready_mentor("M-00001", "Zzname");
  done({"match", "Y-00001", "M-00001", "--id", "P-00001", "--agreed", "young-person", "--agreed", "mentor",
        "--start", "2026-04-02", "--contacts-given", "--first-meeting", "2026-04-10", "--activity",
        "Zzactivity", "--brokered-by", "Zzbroker"});
  concern("C-5T3JZ", "about: M-7KQ2D\nraised: 2026-03-20\n");
  commit_file("sessions/P-9X2MC.yaml",
              "- {id: S-00001, date: 2026-02-05, minutes: 60, kind: one-to-one, note: Zznote}\n");
  git({"commit", "--allow-empty", "-m", "Zznote of Tia"});
  const std::string begin = git({"rev-list", "--max-parents=0", "HEAD"});
  for (const std::string format : {"text", "json", "csv", "md", "html"}) {
    CAPTURE(format);
    const Answer all = run({"report", "nightly", "--since", begin, "--format", format});
    CHECK((format == "csv" || contains(all.out, "Zzname")));
    const Answer told = run({"report", "nightly", "--since", begin, "--format", format, "--ids-only"});
    CHECK(told.status == all.status);
    CHECK(contains(told.out, "P-9X2MC"));
    CHECK(contains(told.out, "C-5T3JZ"));
    for (const auto& sentinel : sentinels) {
      CAPTURE(sentinel);
      CHECK_FALSE(contains(told.out, sentinel));
    }
  }
}

TEST_CASE_FIXTURE(NightlyFixture, "as a message it is complete, its subject says how much there is to do") {
  clock = "2026-04-24";
  concern("C-5T3JZ", "about: M-7KQ2D\nraised: 2026-04-20\n");
  const Answer mail = run({"report", "--mail", "sam@example.org", "--mail", "eve@example.org"});
  CHECK(mail.status == run({"report"}).status);
  const std::size_t to_do = table("broken").size();
  CHECK(mail.out.starts_with(
      "To: sam@example.org,\n eve@example.org\nSubject: mentorctl, 24 April 2026: 1 concern not "
      "passed on, "));
  CHECK(to_do > 0);
  CHECK(contains(mail.out, "1 due within 7 days\n"));
  CHECK(contains(mail.out, "\n\n1 mentor, 1 young person, 1 match read; 1 pair runs.\n"));
  const auto subject_end = mail.out.find("\nMIME-Version");
  for (const auto& sentinel : sentinels) CHECK_FALSE(contains(mail.out.substr(0, subject_end), sentinel));
}

TEST_CASE_FIXTURE(NightlyFixture,
                  "the message of a night without news is short, and says all that cannot wait") {
  const Variable committed("GIT_COMMITTER_DATE", "2026-04-23T12:00:00+0000");
  git({"commit", "--quiet", "--amend", "--no-edit", "--reset-author"});
  add_young_person("Y-00001", "Bo Waits", "2006-01-01");
  const auto mail = [&] { return run({"report", "--mail", "sam@example.org"}).out; };
  clock = "2026-04-23";  // there was nothing the day before
  const std::string after_news = mail();
  CHECK_FALSE(contains(after_news, "Nothing was recorded"));
  CHECK(contains(after_news, "Young people who wait for a mentor"));
  clock = "2026-04-25";
  const std::string quiet = mail();
  CHECK(contains(quiet, "Nothing was recorded and nothing newly broke since the day before.\n"));
  CHECK(contains(quiet, "To do today\n"));
  CHECK(contains(quiet, "Due within 7 days\n"));
  CHECK_FALSE(contains(quiet, "Young people who wait for a mentor"));
  CHECK(contains(quiet, "1 waiting"));
  CHECK(quiet.size() < after_news.size());
}

TEST_CASE_FIXTURE(NightlyFixture, "what days that passed have broken is new, though nothing was recorded") {
  const Variable committed("GIT_COMMITTER_DATE", "2026-02-20T12:00:00+0000");
  git({"commit", "--quiet", "--amend", "--no-edit", "--reset-author"});
  add_young_person("Y-00001", "Bo Waits", "2006-01-01");
  // The first period is from 1 to 28 February, and nothing was logged in it.
  clock = "2026-02-28";
  CHECK(table("lapsed").empty());
  clock = "2026-03-01";
  REQUIRE(table("lapsed").size() == 1);
  CHECK(table("lapsed")[0].at("rule") == "commitment.time");
  CHECK(table("broke").empty());
  CHECK(contains(part("Newly late since the day before, as days passed"), "0 of 90 minutes"));
  const std::string mail = run({"report", "--mail", "sam@example.org"}).out;
  CHECK_FALSE(contains(mail, "Nothing was recorded"));
  CHECK(contains(mail, "Young people who wait for a mentor"));
  clock = "2026-03-02";
  CHECK(table("lapsed").empty());
  clock = "2026-03-03";
  CHECK(json_of({"report", "--since", "2026-02-28"}).data().at("lapsed").size() == 1);
}

TEST_CASE_FIXTURE(NightlyFixture, "a mentor of whom no day is recorded is not forgotten") {
  commit_file("mentors/M-00003.yaml",
              "id: M-00003\nname: Fay Undated\nscheme: rotherham\nrole: elected-member\n");
  CHECK(
      contains(part("Mentors in preparation"), "  M-00003  Fay Undated: since a day that is not recorded, "));
  CHECK_FALSE(table("waiting")[0].contains("days"));
}

TEST_CASE_FIXTURE(NightlyFixture, "a message is text, of the nightly report, to addresses") {
  CHECK(contains(run({"report", "pool", "--mail", "sam@example.org"}).err,
                 "--mail: the report 'pool' is no message"));
  CHECK(contains(run({"report", "--mail", "sam@example.org, eve@example.org"}).err, "is no address"));
  CHECK(run({"report", "--mail", "sam@example.org", "--format", "json"}).status == 2);
  CHECK(run({"report", "--mail", "sam@example.org\nBcc: x@example.org"}).status == 2);
}

TEST_CASE_FIXTURE(NightlyFixture, "who was recorded by hand and how much was read stands on top") {
  CHECK(contains(text(), "Today, 2 April 2026\n1 mentor, 1 young person, 1 match read; 1 pair runs\n"));
  write("mentors/M-7KQ2D.yaml", read("mentors/M-7KQ2D.yaml").value() + "phone: 01709 000\n");
  CHECK(contains(text(), "Changed by hand and not recorded: mentors/M-7KQ2D.yaml\n"));
}

TEST_CASE_FIXTURE(NightlyFixture,
                  "by area those are listed where somebody waits, is ready or something is to do") {
  commit_file("sessions/P-9X2MC.yaml",
              "- {id: S-00001, date: 2026-02-20, minutes: 90, kind: one-to-one}\n"
              "- {id: S-00002, date: 2026-03-20, minutes: 90, kind: one-to-one}\n");
  CHECK(part("By scheme and area") == "nothing");  // one place, where nothing is to do
  std::string ready = ready_mentor("M-00001", "Di Ready");
  ready.replace(ready.find("area: Rotherham"), 15, "area: Maltby");
  commit_file("mentors/M-00001.yaml", ready);
  CHECK(contains(part("By scheme and area"), "  rotherham  Maltby        0              1      0      0\n"));
  CHECK(contains(part("By scheme and area"),
                 "  and 1 area where nobody waits or is ready, and nothing is to do\n"));
}

}  // namespace reports_nightly_test
