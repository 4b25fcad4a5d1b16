#include "base/text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace base_text_test {

using mentor::first_bad_character;
using mentor::fold;
using mentor::nearest;
using mentor::suggestion;
using mentor::visible;
using mentor::wrap;
using namespace std::string_literals;

namespace {

/// `2:3 control byte 0x07`, or nothing for plain text.
std::string bad(const std::string& text) {
  const auto found = first_bad_character(text);
  if (!found) return "";
  return std::to_string(found->place.line) + ":" + std::to_string(found->place.column) + " " + found->what;
}

const std::vector<std::string> fields{"id", "name", "scheme", "role", "born", "gender", "area"};

}  // namespace

TEST_CASE("letters of every script, emoji, tabs and line ends are plain text") {
  for (const auto& text : {""s, "name: Zoë\n"s, "Šimonović"s, "محمد"s, "Олександр"s, "李小龍"s,
                           "👩‍👩‍👧"s, "e\u0301"s, "a\tb\r\nc\n"s,
                           "\xEF\xBB\xBF"
                           "a"s}) {
    CAPTURE(text);
    CHECK(bad(text) == "");
  }
}

TEST_CASE("the first character that no record may hold is named with its place in characters") {
  struct Row {
    std::string text;
    std::string expected;
  };
  const std::vector<Row> rows{
      {"a\x07", "1:2 control byte 0x07"},
      {"\0abc"s, "1:1 control byte 0x00"},
      {"a: b\nc: \0"s, "2:4 control byte 0x00"},
      {"Zoë\x1b[31m", "1:4 control byte 0x1b"},
      {"a\x7f", "1:2 control byte 0x7f"},
      {"a\rb", "1:2 a carriage return by itself"},
      {"a\r", "1:2 a carriage return by itself"},
      {"é\u0085", "1:2 control U+0085"},
      {"a\u2028", "1:2 control U+2028"},
      {"a\u2029", "1:2 control U+2029"},
      {"a\u202Eb", "1:2 bidirectional control U+202E"},
      {"a\u202Ab", "1:2 bidirectional control U+202A"},
      {"a\u2066b", "1:2 bidirectional control U+2066"},
      {"a\u2069b", "1:2 bidirectional control U+2069"},
      {"a\xEF\xBB\xBF", "1:2 forbidden U+FEFF"},
      {"\xEF\xBB\xBF\xEF\xBB\xBF", "1:1 forbidden U+FEFF"},
      {"a\xEF\xBF\xBF", "1:2 forbidden U+FFFF"},
      {"\xff\xfe"
       "a",
       "1:1 invalid UTF-8"},
      {"caf\xe9", "1:4 invalid UTF-8"},
      {"a\xc0\xaf", "1:2 invalid UTF-8"},
      {"a\xed\xa0\x80", "1:2 invalid UTF-8"},
      {"a\xe2\x82", "1:2 invalid UTF-8"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(bad(text) == expected);
  }
}

TEST_CASE("a value may hold what a file may only as an escape") {
  using mentor::forbidden_in_text;
  CHECK_FALSE(forbidden_in_text("a\tb\nc\r\n\u2028\u2029\uFEFF\uFFFE\uFDD0\U0010FFFF"));
  CHECK(forbidden_in_text("\uFEFF\x07") == "control byte 0x07");
  CHECK(forbidden_in_text("a\rb") == "a carriage return by itself");
  CHECK(forbidden_in_text("\u0085") == "control U+0085");
  CHECK(forbidden_in_text("\u2066") == "bidirectional control U+2066");
  CHECK(forbidden_in_text("\xff") == "invalid UTF-8");
  CHECK(mentor::with_escapes("é\n\"\u2028\uFEFF\uFFFE\U0001FFFE") == "é\n\"\\u2028\\uFEFF\\uFFFE\\U0001FFFE");
}

TEST_CASE("the neighbours of the forbidden characters are welcome") {
  for (const auto& text : {"\u00A0"s, "\u2027"s, "\u202F"s, "\u2065"s, "\u206A"s, "\u200F"s, "\uFFFD"s}) {
    CAPTURE(text);
    CHECK(bad(text) == "");
  }
}

TEST_CASE("characters are counted, not bytes, and invalid bytes one each") {
  CHECK(mentor::characters("") == 0);
  CHECK(mentor::characters("Zoë") == 3);
  CHECK(mentor::characters("李小龍") == 3);
  CHECK(mentor::characters("a\xff\xff") == 3);
}

TEST_CASE("the width on a terminal counts wide letters twice and marks not at all") {
  CHECK(mentor::display_width("Zoë") == 3);
  CHECK(mentor::display_width("e\u0301") == 1);
  CHECK(mentor::display_width("李小龍") == 6);
  CHECK(mentor::display_width("") == 0);
}

TEST_CASE("case and accents fold away") {
  CHECK(fold("Šimonović") == "simonovic");
  CHECK(fold("ZOË") == fold("zoe"));
  CHECK(fold("O'BRIEN") == "o'brien");
  CHECK(fold("Straße") == fold("STRASSE"));
  CHECK(fold("e\u0301") == fold("é"));
  CHECK(fold("ОЛЕКСАНДР") == fold("Олександр"));
  CHECK(fold("a\xff") == "a\xff");
}

TEST_CASE("plain characters fold by themselves as they do beside others") {
  for (char c = 1; c > 0 && c < 127; ++c) {
    const std::string text(2, c);
    CAPTURE(text);
    CHECK(fold(text) + "e" == fold(text + "é"));
  }
}

TEST_CASE("what could bite a terminal is made visible") {
  struct Row {
    std::string text;
    std::string expected;
  };
  const std::vector<Row> rows{
      {"plain Zoë 李", "plain Zoë 李"},
      {"\x1b[31mred", "\\x1b[31mred"},
      {"a\nb", "a\\nb"},
      {"a\tb", "a b"},
      {"a\r\nb", "a\\x0d\\nb"},
      {"a\0b"s, "a\\x00b"},
      {"a\x7f", "a\\x7f"},
      {"abc\u202Edef", "abc\\u202edef"},
      {"\u009B31m", "\\u009b31m"},
      {"caf\xe9", "caf\\xe9"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(visible(text) == expected);
  }
  CHECK(mentor::in_quotes("a\x1b") == "'a\\x1b'");
}

TEST_CASE("a word for a shell is in quotes where it would be more than one, or mean something") {
  CHECK(mentor::in_shell("area=Wath") == "area=Wath");
  CHECK(mentor::in_shell("two words") == "'two words'");
  CHECK(mentor::in_shell("O'Brien") == "'O'\\''Brien'");
  CHECK(mentor::in_shell("$(rm)") == "'$(rm)'");
  CHECK(mentor::in_shell("*") == "'*'");
  CHECK(mentor::in_shell("").size() == 2);
}

TEST_CASE("lines are split at line feeds") {
  using Lines = std::vector<std::string_view>;
  CHECK(mentor::split_lines("") == Lines{});
  CHECK(mentor::split_lines("a") == Lines{"a"});
  CHECK(mentor::split_lines("a\nb\n") == Lines{"a", "b"});
  CHECK(mentor::split_lines("a\n\nb") == Lines{"a", "", "b"});
  CHECK(mentor::split_lines("\n") == Lines{""});
}

TEST_CASE("text is wrapped at blanks, and a longer word stands alone") {
  using Lines = std::vector<std::string>;
  CHECK(wrap("walks in the park", 8) == Lines{"walks in", "the park"});
  CHECK(wrap("walks in the park", 7) == Lines{"walks", "in the", "park"});
  CHECK(wrap("a verylongword b", 4) == Lines{"a", "verylongword", "b"});
  CHECK(wrap("李小 龍", 4) == Lines{"李小", "龍"});
  CHECK(wrap("", 10) == Lines{""});
  CHECK(wrap("fits", 4) == Lines{"fits"});
}

TEST_CASE("a slip of the keyboard finds the word that was meant") {
  struct Row {
    const char* typed;
    const char* meant;
  };
  for (const auto& [typed, meant] : {Row{"nmae", "name"}, Row{"Scheme", "scheme"}, Row{"shceme", "scheme"},
                                     Row{"gendre", "gender"}, Row{"bron", "born"}, Row{"rolle", "role"}}) {
    CAPTURE(typed);
    CHECK(nearest(typed, fields) == std::string(meant));
  }
  CHECK(nearest("telephone", fields) == std::nullopt);
  CHECK(nearest(std::string(65, 'a'), std::vector<std::string>{std::string(65, 'a')}) == std::nullopt);
  CHECK(nearest("name", {}) == std::nullopt);
}

TEST_CASE("a message about an unknown word ends in what is known") {
  CHECK(suggestion("nmae", fields) ==
        ", did you mean 'name' (one of id, name, scheme, role, born, gender, area)");
  CHECK(suggestion("telephone", fields) == ", one of id, name, scheme, role, born, gender, area");
  CHECK(suggestion("name", {}) == "");
  const std::vector<std::string> many{"a1", "b2", "c3",   "d4", "e5", "f6", "g7",
                                      "h8", "i9", "name", "k1", "l2", "m3"};
  CHECK(suggestion("nmae", many) == ", did you mean 'name'");
  const std::vector<std::string> sides{"young-person", "mentor"};
  CHECK(suggestion("Mentee", sides) == ", the word here is 'young-person' (one of young-person, mentor)");
  CHECK(suggestion("care-leaver ", sides) ==
        ", the word here is 'young-person' (one of young-person, mentor)");
  CHECK(suggestion("mentr", sides) == ", did you mean 'mentor' (one of young-person, mentor)");
  CHECK(suggestion("mentee", std::vector<std::string>{"mentor"}) ==
        ", did you mean 'mentor' (one of mentor)");
}

TEST_CASE("a count agrees with its noun") {
  CHECK(mentor::counted(0, "pair", "pairs") == "0 pairs");
  CHECK(mentor::counted(1, "pair", "pairs") == "1 pair");
  CHECK(mentor::counted(2, "pair", "pairs") == "2 pairs");
}

}  // namespace base_text_test
