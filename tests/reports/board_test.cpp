#include <doctest/doctest.h>

#include <algorithm>
#include <regex>

#include "support/two_schemes.h"

namespace reports_board_test {

using mentor::test::contains;
using mentor::test::json;
using mentor::test::rows_of;
using mentor::test::TwoSchemesFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

/// The clock shows 2 April 2026, so that the report is over January to March.
struct BoardFixture : TwoSchemesFixture {
  json board() { return report("board"); }
  /// `FIGURE THIS-PERIOD BEFORE` of each row of a table; `-` where nothing stands.
  Words table(const std::string& key) {
    const json all = board();
    return rows_of(all.at(key), {"figure", "this_period", "period_before"});
  }
  /// The row of one figure.
  std::string row(const std::string& key, const std::string& figure) {
    for (const auto& each : table(key)) {
      if (each.starts_with(figure + " ")) return each;
    }
    return "no " + figure;
  }
  /// So many young people of that scheme from Y-<first><000n>, all alike.
  void young_people(char first, int count, const std::string& scheme, const std::string& more) const {
    for (int i = 1; i <= count; ++i)
      young_person(std::string("Y-") + first + "000" + std::to_string(i), "Person", scheme, more);
  }
  /// They were referred on 1 September 2025, before the matches of that day.
  void referred_in_2025(const std::string& id) const {
    std::string text = read("young-people/" + id + ".yaml").value();
    text.replace(text.find("on: 2026-01-05"), 14, "on: 2025-09-01");
    write("young-people/" + id + ".yaml", text);
  }
  void concern(const std::string& id, const std::string& more) const {
    write("concerns/" + id + ".yaml", "id: " + id + "\nabout: staff\nraised_by: Jo\n" + more);
  }
};

/// An ending as told on a day.
std::string ended(const std::string& on, const std::string& as) {
  return "endings:\n  - {id: V-00009, on: " + on + ", as: " + as + ", by: both, reason: Moved}\n";
}

}  // namespace

TEST_CASE_FIXTURE(BoardFixture, "the board's report has the tables of its sections, in their order") {
  two_pairs();
  const auto answer = run({"report", "board", "--format", "csv"});
  Words keys;
  std::istringstream lines(answer.out);
  for (std::string line; std::getline(lines, line);) {
    const std::string key = line.substr(0, line.find(','));
    if (key != "table" && (keys.empty() || keys.back() != key)) keys.push_back(key);
  }
  CHECK(keys == Words{"deciding",      "safeguarding",     "young_people",
                      "waits",         "mentors",          "funnel",
                      "funnel_days",   "relationships",    "endings",
                      "commitment",    "periods_by_month", "hours_by_month",
                      "support",       "answers",          "reach",
                      "reach_group",   "reach_language",   "reach_eet",
                      "reach_barrier", "spending",         "staff",
                      "by_scheme",     "by_area",          "definitions",
                      "dates",         "editions",         "made_from"});
}

TEST_CASE_FIXTURE(
    BoardFixture,
    "the board's report is over the last whole quarter, the one before and the same a year before") {
  two_pairs();
  CHECK(rows_of(board().at("dates"), {"period", "from", "to"}) == Words{"this_period 2026-01-01 2026-03-31",
                                                                        "period_before 2025-10-01 2025-12-31",
                                                                        "year_before 2025-01-01 2025-03-31"});
}

TEST_CASE_FIXTURE(BoardFixture, "nothing is said of days by whose end nothing was recorded") {
  two_pairs();  // proposed in September 2025
  const json all = board();
  for (const auto& row : all.at("young_people")) {
    CHECK(row.contains("period_before"));
    CHECK_FALSE(row.contains("year_before"));
  }
}

TEST_CASE_FIXTURE(BoardFixture,
                  "young people are counted by what happened in the days and how things stand at their end") {
  two_pairs();            // both referred on 5 January, matched on 1 February and 12 January
  ended_pair("drifted");  // matched on 10 September 2025, until 1 March
  referred_in_2025("Y-00003");
  young_person("Y-00004", "Kay Dunn", "rotherham");
  young_person("Y-00005", "Lee Wood", "rotherham",
               "closed:\n  - {id: V-00001, on: 2026-02-03, as: declined, why: Not now}\n");
  CHECK(table("young_people") == Words{"referred 4 0", "declined 1 0", "newly_matched 2 0", "had_one_end 1 0",
                                       "matched 2 1", "waiting 2 0"});
}

TEST_CASE_FIXTURE(BoardFixture, "whoever waited at the end is told, though a match was proposed since") {
  mentor("M-00001", "Ros Okafor-Vale", "rotherham");
  young_person("Y-00001", "Tia Quillfeather", "rotherham");
  write("matches/P-00001.yaml",
        "id: P-00001\nyoung_person: Y-00001\nmentor: M-00001\nscheme: rotherham\nproposed: 2026-04-01\n");
  CHECK(row("young_people", "waiting") == "waiting 1 0");
  write("matches/P-00001.yaml",
        "id: P-00001\nyoung_person: Y-00001\nmentor: M-00001\nscheme: rotherham\nproposed: 2026-03-31\n");
  CHECK(row("young_people", "waiting") == "waiting 0 0");
}

TEST_CASE_FIXTURE(BoardFixture,
                  "had a match end is told of matches that were over at the end, in the reach report too") {
  const auto told = [&](const std::string& more) {
    two_pairs();
    match("P-00002", "Y-00002", "M-00002", "stockport", "started: 2026-01-12\n" + more);
    const json reach = json_of({"report", "reach", "--from", "2026-01-01", "--to", "2026-03-31"}).data();
    int ended = 0;
    for (const auto& area : reach.at("by_area")) ended += area.at("ended").get<int>();
    return row("young_people", "had_one_end") + ", reach " + std::to_string(ended);
  };
  CHECK(told(ended("2026-03-01", "drifted")) == "had_one_end 1 0, reach 1");
  CHECK(told(ended("2026-04-01", "drifted")) == "had_one_end 0 0, reach 0");
  CHECK(told(ended("2026-03-01", "self-managed")) == "had_one_end 0 0, reach 0");
  const auto reopened = [](const std::string& on) {
    return ended("2026-03-01", "drifted") + "reopened:\n  - {id: V-00010, on: " + on + "}\n";
  };
  CHECK(told(reopened("2026-03-31")) == "had_one_end 0 0, reach 0");
  CHECK(told(reopened("2026-04-01")) == "had_one_end 1 0, reach 1");
}

TEST_CASE_FIXTURE(BoardFixture, "how long young people wait is told when at least 5 do") {
  young_people('A', 4, "rotherham", "");  // 5 January to 31 March: 85 days
  CHECK(table("waits") == Words{"median not shown -", "longest not shown -"});
  young_person("Y-B0001", "Lee Wood", "stockport",
               "closed:\n  - {id: V-00001, on: 2026-02-03, as: withdrew}\nreopened:\n  - {id: V-00002, on: "
               "2026-03-21}\n");
  CHECK(table("waits") == Words{"median 85 -", "longest 85 -"});
}

TEST_CASE_FIXTURE(BoardFixture,
                  "mentors are counted as they come, and as far as those of the day have come") {
  two_pairs();  // both enquired on 1 November 2025 and were trained on the 30th
  write("mentors/M-00003.yaml",
        "id: M-00003\nname: Asha Bell\nscheme: rotherham\nrole: senior-manager\nenquired: 2026-03-02\n");
  CHECK(table("mentors") == Words{"enquired 1 2", "first_matched 2 0", "left 0 0"});
  CHECK(table("funnel") == Words{"enquired 3 2", "information-session under 5 under 5",
                                 "training under 5 under 5", "matched under 5 0"});
  CHECK(table("funnel_days") == Words{"information-session not shown not shown",
                                      "training not shown not shown", "matched not shown -"});
}

TEST_CASE_FIXTURE(BoardFixture,
                  "the days from enquiry are those that half of the mentors needed no longer than") {
  for (int i = 1; i <= 5; ++i)  // enquired on 1 November, the session on 9 November, trained on the 30th
    mentor("M-A000" + std::to_string(i), "Ros Okafor-Vale", "rotherham");
  CHECK(table("funnel_days") == Words{"information-session 8 8", "training 29 29"});
}

TEST_CASE_FIXTURE(BoardFixture, "relationships are counted with the least length and their early endings") {
  two_pairs();  // the least is six months
  for (int i = 1; i <= 6; ++i) {
    const std::string n = std::to_string(i);
    mentor("M-A000" + n, "Asha Bell", "rotherham");
    young_person("Y-A000" + n, "Ben Moss", "rotherham");
    referred_in_2025("Y-A000" + n);
    // Five ended after 59 days, one after 91.
    const std::string from = i < 6 ? "started: 2026-01-01\n" : "started: 2025-11-30\n";
    match("P-A000" + n, "Y-A000" + n, "M-A000" + n, "rotherham", from + ended("2026-03-01", "completed"));
  }
  mentor("M-B0001", "Asha Bell", "rotherham");
  young_person("Y-B0001", "Ben Moss", "rotherham");
  referred_in_2025("Y-B0001");
  match("P-B0001", "Y-B0001", "M-B0001", "rotherham", "started: 2025-09-30\n");  // six months on 30 March
  CHECK(table("relationships") == Words{"began 7 1", "taken_up_again 0 0", "running 3 2", "paused 0 0",
                                        "asked_least 3 2", "at_least 1 0", "self_managed 0 0", "ended 6 0",
                                        "ended_within_90_days not shown 0", "ended_later not shown 0"});
  CHECK(table("endings") == Words{"completed 6 0", "managed 0 0", "drifted 0 0", "broke-down 0 0",
                                  "withdrawn 0 0", "self-managed 0 0"});
}

TEST_CASE_FIXTURE(BoardFixture, "how far mentors have come is told without the few who have, or have not") {
  for (int i = 1; i <= 6; ++i) mentor("M-A000" + std::to_string(i), "Ros Okafor-Vale", "rotherham");
  write("mentors/M-00003.yaml",
        "id: M-00003\nname: Asha Bell\nscheme: rotherham\nrole: senior-manager\nenquired: 2026-03-02\n");
  CHECK(row("funnel", "enquired") == "enquired 7 6");
  CHECK(row("funnel", "training") == "training 5 or more 6");  // all but one of 7; all of 6
}

TEST_CASE_FIXTURE(BoardFixture, "a relationship that is taken up again is no new one") {
  two_pairs();  // on 1 February and 12 January
  match("P-00001", "Y-00001", "M-00001", "rotherham",
        "started: 2026-02-01\n" + ended("2026-02-20", "drifted") +
            "reopened:\n  - {id: V-00010, on: 2026-03-10}\n");
  CHECK(row("relationships", "began") == "began 2 0");
  CHECK(row("relationships", "taken_up_again") == "taken_up_again 1 0");
  CHECK(row("young_people", "newly_matched") == "newly_matched 2 0");
  clock = "2026-07-01";
  match("P-00001", "Y-00001", "M-00001", "rotherham",
        "started: 2026-02-01\n" + ended("2026-02-20", "drifted") +
            "reopened:\n  - {id: V-00010, on: 2026-04-10}\n");
  CHECK(row("relationships", "began") == "began 0 2");
  CHECK(row("relationships", "taken_up_again") == "taken_up_again 1 0");
  CHECK(row("young_people", "newly_matched") == "newly_matched 0 2");
}

TEST_CASE_FIXTURE(BoardFixture, "where nobody waits the report says so, and data has nothing") {
  two_pairs();
  const auto told = [&](const std::string& format) {
    return run({"report", "board", "--format", format}).out;
  };
  CHECK(contains(told("text"), "  median days       nobody"));
  CHECK(contains(told("md"), "| median days | nobody |"));
  CHECK(contains(told("html"), "nobody"));
  CHECK(contains(told("csv"), "waits,median,,"));
  CHECK_FALSE(board().at("waits")[0].contains("this_period"));
}

TEST_CASE_FIXTURE(BoardFixture,
                  "a period that is not over says so, in its head, its columns and its months") {
  two_pairs();
  const auto says = [&](const Words& days, const std::string& words) {
    return contains(run(with({"report", "board", "--format", "md"}, days)).out, words);
  };
  for (const Words& days :
       {Words{"--from", "2026-01-01"}, Words{"--from", "2026-01-01", "--to", "2026-12-31"}}) {
    CHECK(says(days, "1 January to 2 April 2026, so far: the period is not over"));
    CHECK(says(days, "This period so far"));
    CHECK(says(days, "| April 2026, in part |"));
    CHECK(says(days, "| March 2026 |"));
  }
  CHECK_FALSE(says({"--from", "2026-01-01", "--to", "2026-03-31"}, ", so far: "));
  CHECK_FALSE(says({"--from", "2026-01-01", "--to", "2026-04-02"}, ", so far: "));
  CHECK_FALSE(says({}, ", so far: "));
  CHECK_FALSE(says({}, "in part"));
}

TEST_CASE_FIXTURE(BoardFixture, "a single ending is not told by its kind, for the whole would tell it") {
  two_pairs();
  ended_pair("broke-down");
  CHECK(row("relationships", "ended") == "ended 1 0");
  CHECK(row("endings", "broke-down") == "broke-down not shown 0");
  CHECK(row("endings", "completed") == "completed not shown 0");
}

TEST_CASE_FIXTURE(BoardFixture,
                  "commitments are told by the day on which their period ended, and time by its day") {
  two_pairs();  // P-00001 from 1 February, P-00002 from 12 January: 90 minutes a month
  sessions("P-00001",
           "- {id: S-00001, date: 2026-02-10, minutes: 90, kind: call}\n"
           "- {id: S-00002, date: 2026-03-10, cancelled_by: mentor}\n"
           "- {id: S-00003, date: 2026-04-01, minutes: 30, kind: call}\n");
  sessions("P-00002", "- {id: S-00001, date: 2026-01-20, minutes: 75, kind: call}\n");
  // Met: until 28 February. Short: P-00001 until 31 March, P-00002 until 11 February and 11 March.
  CHECK(table("commitment") ==
        Words{"met 1 0", "short 3 0", "paused 0 0", "hours 2.8 0.0", "sessions 2 0", "fell_through 1 0"});
  const json all = board();
  REQUIRE(all.at("periods_by_month").size() == 12);
  CHECK(rows_of(all.at("periods_by_month"), {"month", "met", "short", "paused"}).back() == "2026-03 0 2 0");
  CHECK(rows_of(all.at("hours_by_month"), {"month", "hours", "sessions", "fell_through"}).at(10) ==
        "2026-02 1.5 1 0");
}

TEST_CASE_FIXTURE(BoardFixture, "a year of months is told, or as many as the days are in") {
  two_pairs();
  const auto months = [&](const std::string& today) {
    clock = today;
    return rows_of(board().at("hours_by_month"), {"month"});
  };
  CHECK(months("2026-04-02").front() == "2025-04");
  CHECK(months("2026-04-02").back() == "2026-03");
  CHECK(months("2026-12-31").front() == "2025-10");
}

TEST_CASE_FIXTURE(BoardFixture,
                  "the last month is told up to the last day, and says so where it is not whole") {
  two_pairs();  // a period of P-00002 ends on 11 March
  sessions("P-00001",
           "- {id: S-00001, date: 2026-03-05, minutes: 60, kind: call}\n"
           "- {id: S-00002, date: 2026-03-11, minutes: 60, kind: call}\n");
  const auto march = [&](const std::string& to) {
    const json all = json_of({"report", "board", "--from", "2026-03-01", "--to", to}).data();
    return rows_of(all.at("hours_by_month"), {"month", "hours", "sessions"}).back() + ", " +
           rows_of(all.at("periods_by_month"), {"month", "met", "short"}).back();
  };
  CHECK(march("2026-03-10") == "2026-03 1.0 1, 2026-03 0 0");
  CHECK(march("2026-03-11") == "2026-03 2.0 2, 2026-03 0 1");
  const auto says = [&](const std::string& to, const std::string& words) {
    return contains(run({"report", "board", "--from", "2026-03-01", "--to", to, "--format", "md"}).out,
                    words);
  };
  CHECK(says("2026-03-10", "The last month goes up to 10 March 2026."));
  CHECK_FALSE(says("2026-03-31", "The last month goes up to"));
}

TEST_CASE_FIXTURE(BoardFixture, "what the team owes is told as done of those to whom it is owed") {
  two_pairs();  // supervision every three months: that of P-00002's mentor is due by 12 April
  CHECK(table("support") ==
        Words{"check_ins 0 0", "pairs 0 0", "pairs_in_time 0 0", "mentors 2 0", "mentors_in_time 2 0"});
  match("P-00002", "Y-00002", "M-00002", "stockport", "started: 2025-12-12\n");  // due by 12 March
  referred_in_2025("Y-00002");
  CHECK(row("support", "mentors_in_time") == "mentors_in_time 1 1");
}

TEST_CASE_FIXTURE(BoardFixture,
                  "check-ins are owed to a pair that runs itself where the rule says how often") {
  two_pairs();
  match("P-00002", "Y-00002", "M-00002", "stockport",
        "started: 2026-01-12\n" + ended("2026-03-01", "self-managed"));
  const std::string before = read("schemes/stockport/2026-01-01.yaml").value();
  const auto owed = [&](const std::string& terms) {
    std::string policy = before;
    policy.insert(policy.find("rules:\n") + 7,
                  "  support.check_in: {severity: should, source: x, " + terms + "}\n");
    write("schemes/stockport/2026-01-01.yaml", policy);
    return row("support", "pairs");
  };
  CHECK(owed("every: month, with: [mentor]") == "pairs 0 0");
  CHECK(owed("every: month, with: [mentor], self_managed: 6 months") == "pairs 1 0");
}

TEST_CASE_FIXTURE(BoardFixture, "the title of a board's report says up to which day, and not since ever") {
  CHECK(
      run({"report", "board", "--to", "2026-03-31"}).out.starts_with("Report to the board, 31 March 2026\n"));
  CHECK(contains(run({"report", "board", "--ids-only"}).err, "names nobody as it is, leave it out"));
}

TEST_CASE_FIXTURE(BoardFixture, "concerns are told as few until they are 5, and then with what was in time") {
  concern("C-00001", "raised: 2026-02-02\npassed_to: Desk\npassed_on: 2026-02-03\nclosed: 2026-02-20\n");
  concern("C-00002", "raised: 2026-02-02\npassed_to: Desk\npassed_on: 2026-02-05\n");
  two_pairs();
  CHECK(row("safeguarding", "raised") == "raised under 5 0");
  CHECK(row("safeguarding", "in_time") == "in_time under 5 0");
  CHECK(row("safeguarding", "late") == "late under 5 0");
  CHECK(row("safeguarding", "not_passed_on") == "not_passed_on 0 0");
  CHECK(row("safeguarding", "open") == "open under 5 0");
  for (int i = 3; i <= 9; ++i)
    concern("C-0000" + std::to_string(i), "raised: 2026-02-02\npassed_to: Desk\npassed_on: 2026-02-03\n");
  CHECK(row("safeguarding", "raised") == "raised 9 0");
  CHECK(row("safeguarding", "in_time") == "in_time 5 or more 0");  // 8
  CHECK(row("safeguarding", "late") == "late under 5 0");
  CHECK(row("safeguarding", "open") == "open 8 0");
}

TEST_CASE_FIXTURE(BoardFixture,
                  "a concern that waits is for the board to see, and does not show in other figures") {
  two_pairs();
  CHECK(row("deciding", "must_broken") == "must_broken 0 0");
  concern("C-00001", "raised: 2026-03-02\n");
  const json all = board();
  CHECK(rows_of(all.at("deciding"), {"figure", "today"}).front() == "not_passed_on under 5");
  CHECK(row("deciding", "must_broken") == "must_broken 0 0");
}

TEST_CASE_FIXTURE(BoardFixture, "answers are told as so many of those who answered") {
  young_people('A', 8, "rotherham",
               "surveys:\n  - {id: V-00001, on: 2026-02-02, trust: yes, listens: yes}\n");
  young_people('B', 1, "rotherham", "surveys:\n  - {id: V-00001, on: 2026-02-02, trust: no, listens: yes}\n");
  CHECK(table("answers") == Words{"trust_asked 9 -", "trust_yes 5 or more -", "trust_no under 5 -",
                                  "listens_asked 9 -", "listens_yes 9 -", "listens_no 0 -", "accounts 0 -"});
}

TEST_CASE_FIXTURE(BoardFixture, "only what young people said and share is told, without a name") {
  two_pairs();
  match("P-00001", "Y-00001", "M-00001", "rotherham",
        "started: 2026-02-01\nreflections:\n"
        "  - {id: V-00011, by: young-person, on: 2026-03-01, text: \"Ros listens, Tia said (P-00001)\", "
        "share: yes}\n"
        "  - {id: V-00012, by: young-person, on: 2026-03-02, text: not shared, share: no}\n"
        "  - {id: V-00013, by: mentor, on: 2026-03-02, text: of the mentor, share: yes}\n"
        "  - {id: V-00014, by: young-person, on: 2026-04-01, text: later, share: yes}\n");
  CHECK(rows_of(board().at("words"), {"text"}) == Words{"[name] listens, [name] said ([name])"});
  CHECK(row("answers", "accounts") == "accounts 1 0");
}

TEST_CASE_FIXTURE(BoardFixture, "names that the records came to know later are taken out as well") {
  two_pairs();
  match("P-00001", "Y-00001", "M-00001", "rotherham",
        "started: 2026-02-01\nreflections:\n"
        "  - {id: V-00011, by: young-person, on: 2026-03-01, text: Kestrel may come, share: yes}\n");
  write("mentors/M-00003.yaml",
        "id: M-00003\nname: Kestrel Pike\nscheme: rotherham\nrole: senior-manager\nenquired: 2026-04-01\n");
  CHECK(rows_of(board().at("words"), {"text"}) == Words{"[name] may come"});
}

TEST_CASE_FIXTURE(BoardFixture,
                  "groups are told where at least 5 are in them, and languages are named only then") {
  young_people('A', 6, "rotherham", "groups: [disabled]\nlanguages: [English, Tigrinya]\n");
  // The two speak three other languages each, and are two people.
  young_people('B', 2, "rotherham", "groups: [young-parent]\nlanguages: [English, Welsh, Irish, Manx]\n");
  young_people('C', 4, "stockport", "groups: []\nlanguages: [English]\nborn: 2008-04-01\n");
  CHECK(row("reach", "young_people") == "young_people 12 -");
  CHECK(row("reach", "under_18") == "under_18 under 5 -");  // 17 until 1 April
  CHECK(row("reach", "from_18") == "from_18 5 or more -");
  CHECK(table("reach_language") == Words{"English 5 or more -", "Tigrinya 6 -", "other under 5 -"});
  CHECK_FALSE(contains(run({"report", "board", "--format", "html"}).out, "Welsh"));
  CHECK(row("reach_group", "disabled") == "disabled not shown -");  // 6 and 2: 8 could be 4 and 4
}

TEST_CASE_FIXTURE(BoardFixture,
                  "no outcome is counted where a scheme has no words for what keeps people from it") {
  std::string policy = read("schemes/stockport/2026-01-01.yaml").value();
  const std::string words = "barriers: [mental-health, custody, illness, parenthood]";
  policy.replace(policy.find(words), words.size(), "barriers: []");
  write("schemes/stockport/2026-01-01.yaml", policy);
  young_people('A', 5, "rotherham", "eet:\n  - {id: V-00001, on: 2026-02-02, status: education}\n");
  young_people('B', 7, "stockport", "eet:\n  - {id: V-00001, on: 2026-02-02, status: neet}\n");
  CHECK(row("reach_eet", "education") == "education 5 -");
  CHECK(row("reach_eet", "neet") == "neet 0 -");
}

TEST_CASE_FIXTURE(BoardFixture,
                  "areas with fewer than 5 are told together, with more beside them where they are few") {
  young_people('A', 6, "rotherham", "");  // Rotherham
  CHECK(rows_of(board().at("by_area"), {"scheme", "area", "young_people"}) == Words{"rotherham Rotherham 6"});
  young_people('B', 3, "rotherham", "");
  for (int i = 1; i <= 3; ++i) {
    const std::string id = "Y-B000" + std::to_string(i);
    std::string text = read("young-people/" + id + ".yaml").value();
    text.replace(text.find("area: Rotherham"), 15, "area: Wath");
    write("young-people/" + id + ".yaml", text);
  }
  CHECK(rows_of(board().at("by_area"), {"scheme", "area", "young_people"}) == Words{"rotherham all areas 9"});
  young_people('C', 5, "rotherham", "");
  for (int i = 1; i <= 5; ++i) {
    const std::string id = "Y-C000" + std::to_string(i);
    std::string text = read("young-people/" + id + ".yaml").value();
    text.replace(text.find("area: Rotherham\n"), 16, "");
    write("young-people/" + id + ".yaml", text);
  }
  CHECK(rows_of(board().at("by_area"), {"scheme", "area", "young_people"}) ==
        Words{"rotherham Rotherham 6", "rotherham other areas 8"});
}

TEST_CASE_FIXTURE(BoardFixture,
                  "spending is told beside the budget that the rules give each pair for the days") {
  std::string policy = read("schemes/rotherham/2026-01-01.yaml").value();
  policy.replace(
      policy.find("rules:\n"), 7,
      "rules:\n  budget.pair: {severity: advise, amount: 365.00, per: year, source: set by the scheme}\n");
  write("schemes/rotherham/2026-01-01.yaml", policy);
  two_pairs();  // P-00001 runs from 1 February: 59 of the 90 days, a pound a day
  sessions("P-00001",
           "- {id: S-00001, date: 2026-02-10, minutes: 90, kind: call, cost: 12.50, paid: 2026-03-01}\n"
           "- {id: S-00002, date: 2026-02-11, minutes: 90, kind: call, cost: 1.50, claimed: 2026-03-01}\n");
  sessions("P-00002", "- {id: S-00001, date: 2026-02-10, minutes: 90, kind: call, cost: 3.00}\n");
  CHECK(table("spending") == Words{"spent 17.0 0.0", "claimed 14.0 0.0", "paid 12.5 0.0",
                                   "of_budgeted 14.0 0.0", "budget 59.0 0.0"});
}

TEST_CASE_FIXTURE(BoardFixture, "staff are told against the least that a scheme asks for") {
  std::string policy = read("schemes/rotherham/2026-01-01.yaml").value();
  policy.replace(
      policy.find("rules:\n"), 7,
      "rules:\n  service.capacity: {severity: should, workers: 3, pairs: 10, source: set by the scheme}\n");
  write("schemes/rotherham/2026-01-01.yaml", policy);
  settings(
      "staff:\n  - {id: V-00001, name: Ann Ives, share: 0.50}\n  - {id: V-00002, name: Bo Hart, from: "
      "2026-01-01}\n");
  two_pairs();
  CHECK(table("staff") == Words{"full_time 1.5 0.5", "pairs 2 0", "least_rotherham 3.0 3.0",
                                "pairs_rotherham 1 0", "most_rotherham 15 5"});
}

TEST_CASE_FIXTURE(BoardFixture, "each of several schemes is told by its totals") {
  two_pairs();
  const json all = board();
  const Words rows = rows_of(all.at("by_scheme"), {"scheme", "figure", "this_period"});
  CHECK(std::ranges::find(rows, "stockport running 1") != rows.end());
  CHECK(rows.size() == 12);
}

TEST_CASE_FIXTURE(BoardFixture,
                  "in no format does the board's report name anybody, by name or by identifier") {
  settings("staff:\n  - {id: V-00001, name: Annika Ives}\n");
  two_pairs();
  ended_pair("drifted");
  concern("C-00001", "raised: 2026-03-02\n");
  sessions("P-00001", "- {id: S-00001, date: 2026-02-10, minutes: 90, kind: call, activity: Quidditch}\n");
  write("young-people/Y-00001.yaml", read("young-people/Y-00001.yaml").value() + "# by hand\n");
  const std::regex identifier("\\b[MYPECSKV]-[0-9A-HJKMNP-TV-Z]{5}\\b");
  for (const std::string format : {"text", "json", "csv", "md", "html"}) {
    CAPTURE(format);
    const auto answer = run({"report", "board", "--format", format});
    REQUIRE(answer.status == 0);
    for (const auto* name : {"Tia", "Quillfeather", "Ros ", "Okafor", "Moss", "Asha", "Annika", "Quidditch"})
      CHECK_MESSAGE(!contains(answer.out, name), name);
    CHECK_FALSE(std::regex_search(answer.out, identifier));
    CHECK(contains(answer.out, format == "csv" ? "unrecorded,1" : "young-people"));
  }
}

}  // namespace reports_board_test
