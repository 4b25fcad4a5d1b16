#include "store/reader.h"

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>

#include "support/records.h"
#include "support/small_scheme.h"

namespace store_reader_test {

using mentor::Id;
using mentor::Match;
using mentor::MatchId;
using mentor::Mentor;
using mentor::MentorId;
using mentor::SessionLog;
using mentor::store::Examples;
using mentor::store::Reader;
using mentor::store::Schemes;
using mentor::test::Lines;
using mentor::test::MemorySource;
using mentor::test::small_scheme;

namespace {

const MatchId match_id = *MatchId::parse("P-9X2MC");
const MentorId mentor_id = *MentorId::parse("M-7KQ2D");

Lines problems_of(const Reader& reader) { return mentor::test::told(reader.problems()); }

/// All that is wrong in the small scheme with `text` in `path`.
Lines problems_with(const std::string& path, const std::string& text) {
  MemorySource source(small_scheme());
  source.write(path, text);
  Reader reader(source);
  reader.settings();
  reader.everything();
  return problems_of(reader);
}

}  // namespace

TEST_CASE("the settings bring the policies of their schemes and nothing else") {
  const MemorySource source(small_scheme());
  Reader reader(source);
  reader.settings();
  CHECK(problems_of(reader) == Lines{});
  CHECK(reader.records().settings.organisation == "Rotherham Council");
  CHECK(reader.policies().schemes() == Lines{"rotherham"});
  CHECK(reader.policies().editions("rotherham").front().text == mentor::test::policy_text);
  CHECK(source.reads() == Lines{"mentorctl.yaml", "schemes/rotherham/2026-01-01.yaml"});
}

/// A second scheme beside the small one, with the same policy and this behind it, and a mentor of its own.
MemorySource::Files two_schemes(const std::string& more) {
  auto files = small_scheme();
  files["mentorctl.yaml"] = "organisation: Two Councils\nschemes: [rotherham, stockport]\n";
  files["schemes/stockport/2026-01-01.yaml"] =
      std::string(mentor::test::policy_text).replace(8, 9, "stockport") + more;
  files["mentors/M-00002.yaml"] = "id: M-00002\nname: Lee\nscheme: stockport\nrole: senior-manager\n";
  return files;
}

TEST_CASE("of the schemes that are met only, each record brings the policy of its own") {
  const MemorySource source(two_schemes("nonsense: 1\n"));
  Reader reader(source);
  reader.settings(Examples::leave, Schemes::met);
  CHECK(source.reads() == Lines{"mentorctl.yaml"});
  reader.one<Match>(match_id);
  CHECK(problems_of(reader) == Lines{});
  CHECK(reader.policies().schemes() == Lines{"rotherham"});
  CHECK(source.reads() == Lines{"matches/P-9X2MC.yaml", "mentorctl.yaml", "mentors/M-7KQ2D.yaml",
                                "schemes/rotherham/2026-01-01.yaml", "young-people/Y-4F7KA.yaml"});
  SUBCASE("and what is wrong in that") {
    reader.one<Mentor>(*Id::parse("M-00002"));
    REQUIRE(problems_of(reader).size() == 1);
    CHECK(problems_of(reader)[0].starts_with(
        "schemes/stockport/2026-01-01.yaml:17:1: a policy has no field 'nonsense'"));
  }
  SUBCASE("be it read again from another source") {
    const MemorySource other(two_schemes("nonsense: 1\n"));
    CHECK(problems_of(reader.again(other)) == Lines{});
    CHECK(other.reads() == source.reads());
  }
}

TEST_CASE("a scheme that does not run here is told beside all that do, whichever were met") {
  MemorySource source(two_schemes(""));
  source.write("mentors/M-00002.yaml", "id: M-00002\nname: Lee\nscheme: stokport\nrole: senior-manager\n");
  Reader reader(source);
  reader.settings(Examples::leave, Schemes::met);
  reader.one<Mentor>(*Id::parse("M-00002"));
  CHECK(problems_of(reader) == Lines{"mentors/M-00002.yaml:3:9: scheme 'stokport' does not run here, did "
                                     "you mean 'stockport' (one of rotherham, stockport)"});
}

TEST_CASE("matches that may name somebody are read as records, the others are not") {
  MemorySource source(small_scheme());
  const auto problems = [&](const std::string& match) {
    source.write("matches/P-00001.yaml", match);
    Reader reader(source);
    reader.settings();
    reader.naming<Match>(mentor_id);
    CHECK(reader.records().matches.contains(match_id));
    return problems_of(reader).size();
  };
  CHECK(problems("mentor: M-7KQ2D\n") > 0);
  CHECK(problems("mentor: \"M-7KQ\\x32D\"\n") > 0);
  CHECK(problems("mentor: \"M-7K\\u00512D\"\n") > 0);
  CHECK(problems("mentor: \"\\U0000004D-7KQ2D\"\n") > 0);
  CHECK(problems("mentor: \"M-7K\\\n  Q2D\"\n") > 0);
  CHECK(problems("mentor: \"M-7K\\\r\n  Q2D\"\r\n") > 0);
  CHECK(problems("mentor: M-00000\n") == 0);
  CHECK(problems("mentor: M-00000\nfocus: \"a \\\"job\\\", and\\tmore\"\n") == 0);
}

TEST_CASE("a match brings its two people, a log its match") {
  MemorySource source(small_scheme());
  source.write("sessions/P-9X2MC.yaml", "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: call}\n");
  source.write("mentors/M-00000.yaml", "not: read\n");
  Reader reader(source);
  reader.settings();
  reader.one<SessionLog>(match_id);
  CHECK(problems_of(reader) == Lines{});
  CHECK(reader.records().sessions.at(match_id).entries.size() == 1);
  CHECK(reader.records().matches.contains(match_id));
  CHECK(reader.records().mentors.contains(mentor_id));
  CHECK(reader.records().young_people.size() == 1);
  CHECK(source.reads() == Lines{"matches/P-9X2MC.yaml", "mentorctl.yaml", "mentors/M-7KQ2D.yaml",
                                "schemes/rotherham/2026-01-01.yaml", "sessions/P-9X2MC.yaml",
                                "young-people/Y-4F7KA.yaml"});
}

TEST_CASE("a record that was read is not read again") {
  const MemorySource source(small_scheme());
  Reader reader(source);
  reader.settings();
  reader.one<Match>(match_id);
  const auto count = source.read_count();
  reader.one<Match>(match_id);
  reader.one<Mentor>(mentor_id);
  reader.all<Match>();
  CHECK(source.read_count() == count);
}

TEST_CASE("a record is there when it has a file, sound or not") {
  MemorySource source(small_scheme());
  source.write("mentors/M-00001.yaml", "nonsense\n");
  source.spoil("mentors/M-00002.yaml", "a link is not followed, put the record itself here");
  Reader reader(source);
  reader.settings();
  CHECK(reader.has<Mentor>(mentor_id));
  CHECK(reader.has<Mentor>(*Id::parse("M-00001")));
  CHECK(reader.has<Mentor>(*Id::parse("M-00002")));
  CHECK_FALSE(reader.has<Mentor>(*Id::parse("M-00003")));
}

TEST_CASE("a log that is not there is no problem and nothing in the register") {
  const MemorySource source(small_scheme());
  Reader reader(source);
  reader.settings();
  reader.one<SessionLog>(match_id);
  CHECK(problems_of(reader) == Lines{});
  CHECK(reader.records().sessions.empty());
}

TEST_CASE("the sessions of each match are looked at for a call alone, up to the day") {
  MemorySource source(small_scheme());
  source.write(
      "matches/P-00001.yaml",
      "id: P-00001\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2026-01-10\n");
  source.write("sessions/P-9X2MC.yaml",
               "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: call}\n"
               "- {id: S-00002, date: 2026-02-12, minutes: 60, kind: call}\n");
  const auto looked_at = [&](std::optional<mentor::Day> by) {
    Reader reader(source);
    reader.settings();
    reader.all<Match>();
    std::map<std::size_t, std::size_t> sessions;
    reader.each_log(reader.records(), by, [&](std::size_t number, const SessionLog& log) {
      CHECK(sessions.emplace(number, log.entries.size()).second);
    });
    CHECK(problems_of(reader) == Lines{});
    CHECK(reader.records().sessions.empty());
    return sessions;
  };
  using Counts = std::map<std::size_t, std::size_t>;
  CHECK(looked_at({}) == Counts{{0, 0}, {1, 2}});
  CHECK(looked_at(mentor::Day::parse("2026-02-11")) == Counts{{0, 0}, {1, 1}});
}

TEST_CASE("whatever is wrong in sessions that are looked at one by one is told") {
  const std::string log = "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: call}\n";
  MemorySource source(small_scheme());
  source.write("sessions/P-00000.yaml", log);
  source.write("sessions/P-9X2MC.yaml", "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: dance}\n");
  source.write("sessions/nobody.yaml", log);
  source.write("sessions/list.txt", log);
  source.spoil("sessions/P-00003.yaml", "a file of over 4 MiB is no record, take it away");
  const auto told_by = [&](auto ask) {
    Reader reader(source);
    reader.settings();
    ask(reader);
    return problems_of(reader);
  };
  std::size_t looks = 0;
  const auto each = told_by([&](Reader& reader) {
    reader.all<Match>();
    reader.each_log(reader.records(), {}, [&](std::size_t, const SessionLog&) { ++looks; });
    CHECK(reader.is_unread("sessions/P-00003.yaml"));
  });
  CHECK(looks == 0);
  CHECK(each.size() == 5);
  CHECK(each == told_by([](Reader& reader) { reader.everything(); }));
}

TEST_CASE("where outlines are kept all is judged, and who it is and when a match ran stays known") {
  MemorySource source(small_scheme());
  const std::string mentor =
      "id: M-00001\nname: Ros Okafor\nscheme: rotherham\nrole: senior-manager\narea: Rawmarsh\n"
      "steps:\n  - {id: V-00001, step: training, on: 2026-01-02, topic: boundaries}\n";
  source.write("mentors/M-00001.yaml", mentor);
  source.write(
      "matches/P-00001.yaml",
      "id: P-00001\nyoung_person: Y-4F7KA\nmentor: M-00001\nscheme: rotherham\nproposed: 2026-01-10\n"
      "started: 2026-01-12\npauses:\n  - {id: V-00001, from: 2026-02-01, to: 2026-02-10}\n"
      "goals:\n  - {id: V-00002, area: home, text: A bed, set: 2026-01-20}\n");
  const auto read = [&](Reader& reader) {
    reader.settings();
    reader.keep(mentor::store::Keeps::outlines);
    reader.all<Match>();
  };
  Reader sound(source);
  read(sound);
  REQUIRE(problems_of(sound) == Lines{});
  const Mentor& ros = sound.records().mentors.at(*MentorId::parse("M-00001"));
  CHECK(ros.name == "Ros Okafor");
  CHECK(ros.area == "Rawmarsh");
  CHECK(ros.steps.empty());
  const Match& match = sound.records().matches.at(*MatchId::parse("P-00001"));
  CHECK(match.started == mentor::Day::parse("2026-01-12"));
  CHECK(match.pauses.size() == 1);
  CHECK(match.goals.empty());

  source.write("mentors/M-00001.yaml", mentor + "  - {id: V-00001, step: dance, on: 2026-01-02}\n");
  Reader unsound(source);
  read(unsound);
  CHECK(problems_of(unsound).size() == 1);
}

TEST_CASE("sessions are not looked at beside records that are not sound") {
  MemorySource source(small_scheme());
  source.write("mentors/M-7KQ2D.yaml", "nonsense\n");
  source.write("sessions/P-9X2MC.yaml", "more nonsense\n");
  Reader reader(source);
  reader.settings();
  reader.all<Match>();
  reader.each_log(reader.records(), {}, [](std::size_t, const SessionLog&) { FAIL("looked at"); });
  CHECK(problems_of(reader).size() == 2);
}

TEST_CASE("all problems are told, in the order of paths and places") {
  MemorySource source(small_scheme());
  source.write("young-people/Y-4F7KA.yaml", "id: Y-4F7KA\n&x name: Zoe\n");
  source.write("mentors/M-00001.yaml", "");
  source.write("mentors/M-7KQ2D.yaml",
               "id: M-7KQ2D\nnane: Ada\nname: Ada\nscheme: rotherham\nrole: wizard\n");
  source.spoil("events/E-00001.yaml", "a file of over 4 MiB is no record, take it away");
  Reader reader(source);
  reader.settings();
  reader.everything();
  CHECK(problems_of(reader) ==
        Lines{
            "events/E-00001.yaml:1:1: a file of over 4 MiB is no record, take it away",
            "mentors/M-00001.yaml:1:1: the file is empty, fill it in or take it away",
            "mentors/M-7KQ2D.yaml:2:1: a mentor has no field 'nane', did you mean 'name'",
            "young-people/Y-4F7KA.yaml:2:1: an anchor (&) is not allowed in a record, quote the text",
        });
  CHECK(reader.problems()[2].line == "nane: Ada");
}

TEST_CASE("a reference to nobody is a problem of the record that has it") {
  const std::string log = "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: call}\n";
  const std::string end = ", correct the identifier or bring the record back";
  SUBCASE("of a match") {
    CHECK(problems_with("matches/P-00001.yaml",
                        "id: P-00001\nyoung_person: Y-00000\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: "
                        "2026-01-10\n") ==
          Lines{"matches/P-00001.yaml:2:15: there is no young person 'Y-00000'" + end});
  }
  SUBCASE("of a log") {
    CHECK(problems_with("sessions/P-00000.yaml", log) ==
          Lines{"sessions/P-00000.yaml:1:1: there is no match 'P-00000'" + end});
  }
  SUBCASE("of a check-in log of a person") {
    CHECK(problems_with("check-ins/M-00000.yaml", "[]\n") ==
          Lines{"check-ins/M-00000.yaml:1:1: there is no mentor 'M-00000'" + end});
  }
  SUBCASE("of a check-in log of nobody") {
    CHECK(problems_with("check-ins/E-00000.yaml", "[]\n") ==
          Lines{"check-ins/E-00000.yaml:1:1: 'E-00000' is nobody's identifier, write a mentor's or young "
                "person's"});
  }
  SUBCASE("of a step") {
    CHECK(problems_with("mentors/M-7KQ2D.yaml",
                        "id: M-7KQ2D\nname: Ada\nscheme: rotherham\nrole: senior-manager\nsteps:\n"
                        "  - {id: V-00001, step: professional-role, on: 2026-01-10, with: Y-00000}\n") ==
          Lines{"mentors/M-7KQ2D.yaml:6:66: there is no young person 'Y-00000'" + end});
  }
  SUBCASE("of an event") {
    CHECK(problems_with("events/E-00001.yaml",
                        "id: E-00001\nkind: training\ndate: 2026-03-01\nscheme: rotherham\nattended: "
                        "[M-7KQ2D, Y-00000]\n") ==
          Lines{"events/E-00001.yaml:5:11: there is no young person 'Y-00000'" + end});
  }
  SUBCASE("of a concern") {
    CHECK(problems_with("concerns/C-00001.yaml", "id: C-00001\nabout: M-00000\nraised: 2026-03-01\n") ==
          Lines{"concerns/C-00001.yaml:2:8: there is no mentor 'M-00000'" + end});
  }
}

TEST_CASE("a folder of records holds records only, but for an editor's copies") {
  CHECK(problems_with("mentors/M-7KQ2D.yaml~", "x") == Lines{});
  CHECK(problems_with("mentors/.M-7KQ2D.yaml.swp", "x") == Lines{});
  CHECK(problems_with("mentors/M-7KQ2D.yml", "x") ==
        Lines{"mentors/M-7KQ2D.yml:1:1: this is no record by its name, end it in .yaml or take it out of "
              "this folder"});
  CHECK(problems_with("mentors/ada.yaml",
                      "id: M-00001\nname: Ada\nscheme: rotherham\nrole: senior-manager\n") ==
        Lines{"mentors/ada.yaml:1:5: identifier 'M-00001' is not the file's name, make them the same"});
}

TEST_CASE("settings and policies that are wrong or not there are problems") {
  MemorySource source(small_scheme());
  Reader reader(source);
  SUBCASE("no settings") {
    source.remove("mentorctl.yaml");
    reader.settings();
    CHECK(problems_of(reader) == Lines{"mentorctl.yaml:1:1: there are no settings here"});
  }
  SUBCASE("no policy") {
    source.remove("schemes/rotherham/2026-01-01.yaml");
    reader.settings();
    CHECK(problems_of(reader) == Lines{"mentorctl.yaml:2:10: scheme 'rotherham' has no policy, put one into "
                                       "schemes/rotherham/ named after the day from which it holds"});
  }
  SUBCASE("a policy that is no YAML") {
    source.write("schemes/rotherham/2026-01-01.yaml", "scheme: rotherham\nscheme: x\n");
    reader.settings();
    CHECK(problems_of(reader) ==
          Lines{"schemes/rotherham/2026-01-01.yaml:2:1: 'scheme' stands here a second time, keep one"});
  }
  SUBCASE("staff who left before they came") {
    source.write("mentorctl.yaml",
                 std::string(mentor::test::settings_text) +
                     "staff:\n  - {id: V-00001, name: Eve, from: 2026-02-01, to: 2026-01-31}\n");
    reader.settings();
    CHECK(problems_of(reader) ==
          Lines{"mentorctl.yaml:4:52: left on 2026-01-31, before 2026-02-01, correct one of them"});
  }
}

TEST_CASE("what was asked of one source can be asked of another") {
  MemorySource source(small_scheme());
  Reader reader(source);
  reader.settings();
  reader.all<Mentor>();
  reader.one<Match>(match_id);
  MemorySource changed(small_scheme());
  changed.write("mentors/M-00001.yaml", "id: M-00001\nname: Eve\nscheme: rotherham\nrole: elected-member\n");
  changed.remove("matches/P-9X2MC.yaml");
  const Reader again = reader.again(changed);
  CHECK(again.records().mentors.size() == 2);
  CHECK(again.records().matches.empty());
  CHECK(again.records().sessions.empty());
  CHECK(&again.source() == &changed);
}

TEST_CASE("the activities are read when there are any, and their mistakes have a place") {
  const std::string walk = "- {id: V-00001, category: outdoors, name: A walk, cost: 0.00}\n";
  MemorySource source(small_scheme());
  source.write("activities.yaml", walk);
  Reader reader(source);
  reader.settings();
  reader.all<mentor::ActivityBank>();
  CHECK(problems_of(reader) == Lines{});
  REQUIRE(reader.records().activities.entries.size() == 1);
  CHECK(reader.records().activities.entries.front().name == "A walk");
  CHECK(problems_with("activities.yaml", walk) == Lines{});
  CHECK(problems_with("activities.yaml", walk + walk) ==
        Lines{"activities.yaml:2:8: identifier 'V-00001' stands here a second time, give the entry another"});
  CHECK(problems_with("activities.yaml", "- {id: V-00001, category: outdoors}\n") ==
        Lines{"activities.yaml:1:3: an activity must have 'name', add it"});
}

}  // namespace store_reader_test
