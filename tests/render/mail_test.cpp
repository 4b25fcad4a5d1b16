#include "render/mail.h"

#include <doctest/doctest.h>

#include <vector>

namespace render_mail_test {

using mentor::render::is_address;
using mentor::render::to_message;

TEST_CASE("a message has its headers, an empty line and its body") {
  const std::vector<std::string> to{"sam@example.org", "eve@example.org"};
  CHECK(to_message({to, "2 to do", "Tia Åkesson\n"}) ==
        "To: sam@example.org,\n eve@example.org\nSubject: 2 to do\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
        "Auto-Submitted: auto-generated\n\nTia Åkesson\n");
}

TEST_CASE("a subject stays in its line, and in letters that every mail program reads") {
  const std::vector<std::string> to{"sam@example.org"};
  CHECK(to_message({to, "a\r\nBcc: x@y", ""}).starts_with("To: sam@example.org\nSubject: a??Bcc: x@y\nMIME"));
}

TEST_CASE("an address is one person's, and nothing that a header or a program could take otherwise") {
  for (const auto* good : {"sam@example.org", "s.o'neill+night@mail.example.org", "a@b"}) {
    CAPTURE(good);
    CHECK(is_address(good));
  }
  for (const auto* bad :
       {"", "sam", "@example.org", "sam@", "sam@example.org, eve@example.org", "sam @example.org",
        "sam@example.org\nBcc: eve@example.org", "a@b@c", "-f@example.org", "sam@.org",
        "Sam <sam@example.org>", "sam.@example.org", "såm@example.org"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_address(bad));
  }
}

}  // namespace render_mail_test
