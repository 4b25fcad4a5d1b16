#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_command_line_test {

using mentor::test::Answer;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

const Words lee{"add-mentor", "--name", "Lee Marsh", "--scheme", "rotherham", "--role", "elected-member"};

}  // namespace

TEST_CASE_FIXTURE(CommandFixture, "a command that is none is refused with what was meant") {
  struct Row {
    Words words;
    std::string says;
  };
  const std::vector<Row> rows{
      {{"add-mentr", "--name", "X"}, "there is no command 'add-mentr', did you mean 'add-mentor'"},
      {{"lgo-session"}, "there is no command 'lgo-session', did you mean 'log-session'"},
      {{"add-mentor", "--pen-pictre", "Y"},
       "there is no option '--pen-pictre', did you mean '--pen-picture'"},
      {{"add-mentor", "--pen-pictre=Y"}, "there is no option '--pen-pictre', did you mean '--pen-picture'"},
      {{"--tody", "2026-04-02", "check"}, "there is no option '--tody', did you mean '--today'"},
      {{"check", "--formt", "json"}, "there is no option '--formt', did you mean '--format'"},
      {{"check", "--format", "jsn"}, "--format: 'jsn' is not known, did you mean 'json'"},
      {{"list", "mentors", "matches"}, "'matches' is too many for 'list', see 'mentorctl list --help'"},
      {{"\x1b[31mred"}, "there is no command '\\x1b[31mred'"},
  };
  const std::string before = everything();
  for (const auto& [words, says] : rows) {
    CAPTURE(says);
    const Answer refused = run(words);
    CHECK(refused.status == 2);
    CHECK(refused.out.empty());
    CHECK(contains(refused.err, says));
  }
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(CommandFixture, "options of every command stand before and behind it") {
  CHECK(run({"--today", "2026-05-06", "--format", "json", "check"}).data().at("as_of") == "2026-05-06");
  CHECK(run({"check", "--today", "2026-05-06", "--format", "json"}).data().at("as_of") == "2026-05-06");
  CHECK(run({"--format=json", "check", "--today=2026-05-06"}).data().at("as_of") == "2026-05-06");
}

TEST_CASE_FIXTURE(CommandFixture, "the day is the one given, else the environment's, else the clock's") {
  const auto day = [&](const Words& more) { return json_of(with({"check"}, more)).data().at("as_of"); };
  CHECK(day({}) == "2026-04-02");
  environment["MENTORCTL_TODAY"] = "2026-05-06";
  CHECK(day({}) == "2026-05-06");
  CHECK(day({"--today", "2026-06-07"}) == "2026-06-07");
  done(lee);
  CHECK(contains(read("mentors/M-10000.yaml").value(), "enquired: 2026-05-06\n"));
}

TEST_CASE_FIXTURE(CommandFixture, "a day that is none is refused wherever it comes from") {
  CHECK(run({"check", "--today", "2026-02-29"}).err ==
        "mentorctl: --today: '2026-02-29' is not a date, YYYY-MM-DD\n");
  for (const std::string day :
       {"2026-02-29", "02/04/2026", "2026-4-2", "today", "2026-04-02 ", "20260402", "+2026-04-02"}) {
    CAPTURE(day);
    CHECK(run({"check", "--today", day}).status == 2);
    environment["MENTORCTL_TODAY"] = day;
    const Answer refused = run({"check"});
    CHECK(refused.status == 2);
    CHECK(contains(refused.err, "MENTORCTL_TODAY: "));
    environment.clear();
  }
}

TEST_CASE_FIXTURE(CommandFixture, "the directory is the one given, else the environment's") {
  const std::string other = (outside() / "other").string();
  CHECK(run({"init", other, "--scheme", "rotherham"}).status == 0);
  run(with(lee, {"--data", other}));
  CHECK(std::filesystem::exists(outside() / "other" / "mentors" / "M-10000.yaml"));
  CHECK_FALSE(read("mentors/M-10000.yaml"));
  CHECK(json_of({"list", "mentors"}).data().at("records").empty());
  environment["MENTORCTL_DATA"] = other;
  CHECK(json_of({"list", "mentors"}).data().at("records").size() == 1);
  CHECK(json_of({"--data", root().string(), "list", "mentors"}).data().at("records").empty());
}

TEST_CASE_FIXTURE(CommandFixture, "a directory without records is refused") {
  const Answer refused = run({"check", "--data", outside().string()});
  CHECK(refused.status == 2);
  CHECK(contains(refused.err, "there is no mentorctl.yaml in '"));
  CHECK(contains(refused.err, "mentorctl init"));
  CHECK(run({"check", "--data", (outside() / "nowhere").string()}).status == 2);
}

TEST_CASE_FIXTURE(CommandFixture, "what a person typed arrives as it was typed") {
  const Words texts{"[a,b]",
                    "-x",
                    "--amend",
                    "a,b",
                    "=1+1",
                    "two\nlines",
                    "\"quoted\" 'it'",
                    "🙂 Zoë",
                    "no",
                    "010",
                    "12:30",
                    "1e3",
                    "null",
                    "~",
                    "# no comment",
                    "a: b",
                    "- a",
                    "{a: b}",
                    "&a *b !c",
                    " around ",
                    "tab\there",
                    "\\n \\x41",
                    "مرحبا",
                    "%2e%%",
                    "a\n\n  b\n",
                    "@x",
                    "| |",
                    "日本語",
                    "-",
                    "--"};
  for (const auto& text : texts) {
    CAPTURE(text);
    const std::string id = done(
        with(lee, {"--area=" + text, "--interest", text, "--interest", text + text, "--pen-picture", text}));
    const json record = json_of({"show", id}).data().at("record");
    CHECK(record.at("area") == text);
    CHECK(record.at("interests") == json{text, text + text});
    CHECK(record.at("pen_picture") == text);
  }
  CHECK(run({"check"}).status == 0);
}

TEST_CASE_FIXTURE(CommandFixture, "a text that a spreadsheet would run is kept and made harmless in CSV") {
  Words words = lee;
  words[2] = "=1+1";
  const std::string id = done(
      with(words, {"--area", "-x", "--interest", "@a", "--gender", "+44", "--department", "a,\"b\""}));
  CHECK(json_of({"show", id}).data().at("record").at("name") == "=1+1");
  const Words rows = run({"list", "mentors", "--format", "csv"}).rows("mentors");
  REQUIRE(rows.size() == 2);
  CHECK(rows[1].starts_with("mentors," + id + ",preparing,'=1+1,rotherham,elected-member,'-x,'@a,"));
  CHECK(contains(rows[1], ",'+44,"));
  CHECK(contains(rows[1], ",\"a,\"\"b\"\"\","));
}

TEST_CASE_FIXTURE(CommandFixture, "a text that no record may hold is refused") {
  struct Row {
    std::string text;
    std::string says;
  };
  const std::vector<Row> rows{
      {"", "--area has no value"},
      {"bell\x07", "--area: control byte 0x07 is not allowed in a record"},
      {"\x1b[31mred", "--area: control byte 0x1b"},
      {"\x7f", "--area: control byte 0x7f"},
      {"a\rb", "--area: a carriage return by itself"},
      {"\xC2\x85", "--area: control U+0085"},
      {"\xE2\x80\xAE"
       "cod",
       "--area: bidirectional control U+202E"},
      {"\xE2\x81\xA6"
       "cod",
       "--area: bidirectional control U+2066"},
      {"\xFF", "--area: invalid UTF-8"},
      {"\xC3", "--area: invalid UTF-8"},
      {"\xED\xA0\x80", "--area: invalid UTF-8"},
  };
  const std::string before = everything();
  for (const auto& [text, says] : rows) {
    CAPTURE(says);
    const Answer refused = run(with(lee, {"--area", text}));
    CHECK(refused.status == 2);
    CHECK(contains(refused.err, says));
    CHECK(run(with(lee, {"--area=" + text})).status == 2);
    CHECK(run(with(lee, {"--override", text, "--authorised-by", "Jo"})).status == 2);
    CHECK(run({"vet", "M-10000", "approved", "--by", text}).status == 2);
  }
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(CommandFixture, "an option like no other is refused with all that there are, each once") {
  const std::string said = run({"match", "--nonsense"}).err;
  CHECK(contains(said, "there is no option '--nonsense', one of --"));
  CHECK(said.find("--help") != std::string::npos);
  CHECK(said.find("--help") == said.rfind("--help"));
}

TEST_CASE_FIXTURE(CommandFixture, "an empty value does not take the next word") {
  const Answer refused = run(
      {"add-mentor", "--area=", "--name", "Lee Marsh", "--scheme", "rotherham", "--role", "elected-member"});
  CHECK(refused.status == 2);
  CHECK(refused.err == "mentorctl: --area has no value\n");
  CHECK(run({"add-mentor", "--name"}).err ==
        "mentorctl: --name has no value, see 'mentorctl add-mentor --help'\n");
  CHECK(run({"--data"}).err == "mentorctl: --data has no value, see 'mentorctl --help'\n");
  CHECK(run(with(lee, {"--area", "--see notes="})).status == 0);
}

TEST_CASE_FIXTURE(PairFixture, "two dashes end the options") {
  CHECK(json_of({"show", "--", "M-7KQ2D"}).data().at("record").at("id") == "M-7KQ2D");
  CHECK(contains(run({"show", "--", "--bogus"}).err, "there is no record '--bogus'"));
}

TEST_CASE_FIXTURE(CommandFixture, "an option that takes one value is not given twice") {
  CHECK(contains(run(with(lee, {"--name", "Somebody else"})).err, "--name is given more than once"));
  CHECK(run({"check", "--today", "2026-04-01", "--today", "2026-04-02"}).status == 2);
}

TEST_CASE_FIXTURE(PairFixture, "the list that an error names can be typed") {
  for (const std::string text : {"M-00000", "y-00000", "P-00000", "E-00000", "C-00000", "nobody"}) {
    CAPTURE(text);
    const std::string said = run({"show", text}).err;
    const std::string command = "'mentorctl list ";
    std::size_t commands = 0;
    for (auto at = said.find(command); at != std::string::npos; at = said.find(command, at + 1)) {
      const auto kind = at + command.size();
      CHECK(run({"list", said.substr(kind, said.find('\'', kind) - kind)}).status == 0);
      ++commands;
    }
    CHECK(commands == (text == "nobody" ? 2 : 1));
  }
}

TEST_CASE_FIXTURE(CommandFixture, "help and a command's name is that command's help") {
  for (const std::string name : {"match", "add-mentor", "report"}) {
    const Answer asked = run({"help", name});
    CHECK(asked.status == 0);
    CHECK(asked.out == run({name, "--help"}).out);
  }
  CHECK(run({"help"}).out == run({"--help"}).out);
  CHECK(run({"--today", "2026-04-01", "help", "match"}).out == run({"match", "--help"}).out);
  const Answer unknown = run({"help", "mach"});
  CHECK(unknown.status == 2);
  CHECK(unknown.err == "mentorctl: there is no command 'mach' to help with, did you mean 'match'\n");
  CHECK(contains(run({"show", "help"}).err, "there is no record 'help'"));
}

TEST_CASE_FIXTURE(PairFixture, "what went wrong is told programs as data") {
  const Answer unknown = json_of({"show", "nobody"});
  CHECK(unknown.status == 2);
  CHECK(unknown.data() == json{{"schema", "mentorctl/1"},
                               {"error",
                                "there is no record 'nobody', 'mentorctl list mentors' and 'mentorctl list "
                                "young-people' show who there is"}});
  const Answer refused = json_of({"close", "tia", "--as", "withdrew"});
  CHECK(refused.status == 1);
  CHECK(refused.data().at("findings") == json::array());
}

}  // namespace cmd_command_line_test
