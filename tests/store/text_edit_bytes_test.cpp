#include <doctest/doctest.h>

#include <string>

#include "support/edited.h"
#include "support/git_fixture.h"

namespace store_text_edit_bytes_test {

using mentor::Mentor;
using mentor::SessionLog;
using mentor::test::contains;
using mentor::test::day;
using mentor::test::edited_mentor;
using mentor::test::edited_sessions;
using mentor::test::with_crlf;

namespace {

const std::string byte_order_mark = "\xEF\xBB\xBF";
const std::string head = "id: M-7KQ2D\nname: Ada\nscheme: rotherham\nrole: senior-manager\n";

void set_area(Mentor& mentor) { mentor.area = "Wath"; }
void drop_area(Mentor& mentor) { mentor.area.clear(); }

void add_session(SessionLog& log) {
  log.entries.push_back(log.entries.empty() ? mentor::Session() : log.entries.back());
  log.entries.back().id = *mentor::SessionId::parse("S-00002");
}
const std::string first = "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: call}";
const std::string second = "- {id: S-00002, date: 2026-02-10, minutes: 60, kind: call}";

/// The pen picture as this text writes it, made `Runs.`
std::string pen_picture(const std::string& before) {
  return edited_mentor(before, [](Mentor& m) { m.pen_picture = "Runs."; });
}

}  // namespace

TEST_CASE("lines that end in CRLF go on ending so") {
  CHECK(edited_mentor(with_crlf(head), set_area) == with_crlf(head + "area: Wath\n"));
  CHECK(edited_mentor(with_crlf(head + "area: Wath\n"), drop_area) == with_crlf(head));
  CHECK(edited_mentor(with_crlf(head + "area: Maltby\n"), set_area) == with_crlf(head + "area: Wath\n"));
  CHECK(edited_mentor(with_crlf(head), [](Mentor& m) {
          m.closed.push_back({*mentor::EntryId::parse("V-00001"), day("2026-05-01"), {}, {}, {}});
        }) == with_crlf(head + "closed:\n  - {id: V-00001, on: 2026-05-01, as: withdrew}\n"));
  CHECK(edited_sessions(with_crlf(first + "\n"), add_session) == with_crlf(first + "\n" + second + "\n"));
  CHECK(pen_picture(with_crlf(head + "pen_picture: |\n  Walks.\n  Cooks.\ncapacity: 2\n")) ==
        with_crlf(head + "pen_picture: Runs.\ncapacity: 2\n"));
}

TEST_CASE("a text without a final line end gets none") {
  const std::string open = head.substr(0, head.size() - 1);
  CHECK(edited_mentor(open, set_area) == open + "\narea: Wath");
  CHECK(edited_mentor(open, [](Mentor& m) { m.role = "elected-member"; }) ==
        "id: M-7KQ2D\nname: Ada\nscheme: rotherham\nrole: elected-member");
  CHECK(edited_mentor(open, [](Mentor& m) {
          m.area = "Wath";
          m.capacity = mentor::Count{2};
        }) == open + "\narea: Wath\ncapacity: 2");
  CHECK(edited_sessions(first, add_session) == first + "\n" + second);
  CHECK(edited_mentor(open + "\narea: Wath", drop_area) == head);
}

TEST_CASE("a byte order mark stays first") {
  CHECK(edited_mentor(byte_order_mark + head, set_area) == byte_order_mark + head + "area: Wath\n");
  CHECK(edited_mentor(byte_order_mark + "area: Wath\n" + head, drop_area) == byte_order_mark + head);
  CHECK(edited_mentor(byte_order_mark + "scheme: rotherham\nid: M-7KQ2D\nname: Ada\nrole: x\n",
                      [](Mentor& m) { m.role = "z"; }) ==
        byte_order_mark + "scheme: rotherham\nid: M-7KQ2D\nname: Ada\nrole: z\n");
  CHECK(edited_sessions(byte_order_mark + first + "\n", add_session) ==
        byte_order_mark + first + "\n" + second + "\n");
}

TEST_CASE("text over several lines is replaced whole") {
  const std::string after = head + "pen_picture: Runs.\n";
  CHECK(pen_picture(head + "pen_picture: |\n  Walks.\n\n  Cooks.\n") == after);
  CHECK(pen_picture(head + "pen_picture: >-\n  Walks.\n  Cooks.\n") == after);
  CHECK(pen_picture(head + "pen_picture: Walks  \n  and cooks\n\n  well.\n") == after);
  CHECK(pen_picture(head + "pen_picture: \"Walks\n  and cooks.\"\n") == head + "pen_picture: \"Runs.\"\n");
  CHECK(pen_picture(head + "pen_picture: 'It''s\n  walks.'  # said\n") ==
        head + "pen_picture: 'Runs.'  # said\n");
  CHECK(pen_picture(head + "pen_picture: |\n  Walks.\n# a note\nprefers: {age: 17}\n") ==
        after + "# a note\nprefers: {age: 17}\n");
  CHECK(edited_mentor(head + "pen_picture: |\n  Walks.\n", [](Mentor& m) {
          m.pen_picture = "Runs.\nCooks.\n";
        }) == head + "pen_picture: \"Runs.\\nCooks.\\n\"\n");
}

TEST_CASE("the blank lines that a text keeps are its own") {
  const std::string kept = head + "area: |+\n  Wath\n\n\n";
  CHECK(edited_mentor(kept + "capacity: 2\n", [](Mentor& m) { m.department = "Housing"; }) ==
        kept + "department: Housing\ncapacity: 2\n");
  CHECK(edited_mentor(kept + "capacity: 2\n", set_area) == head + "area: Wath\ncapacity: 2\n");
}

TEST_CASE("what must be an escape leaves the quotes that it was in") {
  const std::string said = "\u2028\uFEFF\uFFFE\U0001FFFE";
  for (const std::string quote : {"'", "\"", ""}) {
    CAPTURE(quote);
    CHECK(edited_mentor(head + "area: " + quote + "Wath" + quote + "\n", [&](Mentor& m) { m.area = said; }) ==
          head + "area: \"\\u2028\\uFEFF\\uFFFE\\U0001FFFE\"\n");
  }
}

TEST_CASE("text over several lines in an entry ends where the entry's next field begins") {
  const std::string text = head +
                           "closed:\n- why: |\n    Moved.\n  id: V-00001\n  on: 2026-05-01\n  as: withdrew\n";
  CHECK(edited_mentor(text, [](Mentor& m) { m.closed[0].why = "Left."; }) ==
        head + "closed:\n- why: Left.\n  id: V-00001\n  on: 2026-05-01\n  as: withdrew\n");
}

TEST_CASE("document markers, blank lines and comments at the ends stay where they are") {
  CHECK(edited_mentor("# top\n---\n\n" + head + "\n# end\n...\n", set_area) ==
        "# top\n---\n\n" + head + "area: Wath\n\n# end\n...\n");
}

TEST_CASE("letters of several bytes move nothing") {
  CHECK(edited_mentor(
            "id: M-7KQ2D\nname: \"Zoë 李 👩‍👩‍👧\"  # née Özil\nscheme: rotherham\nrole: ü\n",
            [](Mentor& m) {
              m.name = "Šimonović";
              m.role = "é";
              m.area = "Årø";
            }) == "id: M-7KQ2D\nname: \"Šimonović\"  # née Özil\nscheme: rotherham\nrole: é\narea: Årø\n");
}

TEST_CASE("a change that cannot be made in the text is refused") {
  const auto refused = [](const std::string& text, auto change) {
    return mentor::test::trouble_of([&] { static_cast<void>(edited_sessions(text, change)); });
  };
  CHECK(refused(first + "\n" + second + "\n",
                [](SessionLog& log) { std::swap(log.entries[0], log.entries[1]); }) ==
        "4 cannot change 'sessions/P-9X2MC.yaml' in its place: it would not say what was meant, change it by "
        "hand and "
        "run 'mentorctl record'");
  CHECK(contains(refused(first + "\n", [](SessionLog& log) { log.entries[0].note = "a\x07"; }),
                 "4 cannot change 'sessions/P-9X2MC.yaml' in its place: control byte 0x07"));
}

}  // namespace store_text_edit_bytes_test
