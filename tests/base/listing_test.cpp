#include "base/listing.h"

#include <doctest/doctest.h>

#include "support/records.h"

namespace base_listing_test {

using mentor::entries_in;
using mentor::fold_entry;
using mentor::PartedBy;
using mentor::test::Lines;

TEST_CASE("entries are the same whatever their blanks, case and accents") {
  CHECK(fold_entry(" Cooking ") == "cooking");
  CHECK(fold_entry("Board  games\t") == "board games");
  CHECK(fold_entry("Café\u00a0racing") == "cafe racing");
  CHECK(fold_entry("  ").empty());
}

TEST_CASE("one text may name several languages") {
  for (const char* text : {"English, Yoruba", "English and Yoruba", "English & Yoruba", "English/Yoruba",
                           "English; Yoruba", " English AND  Yoruba ", "English, and Yoruba,"}) {
    CAPTURE(text);
    CHECK(entries_in(text, PartedBy::words) == Lines{"English", "Yoruba"});
  }
  CHECK(entries_in("Sorani Kurdish", PartedBy::words) == Lines{"Sorani Kurdish"});
  CHECK(entries_in("Mandarin", PartedBy::words) == Lines{"Mandarin"});
  CHECK(entries_in(" , ", PartedBy::words) == Lines{});
}

TEST_CASE("words and slashes part no interests") {
  CHECK(entries_in("arts and crafts, R&B; AC/DC", PartedBy::marks) ==
        Lines{"arts and crafts", "R&B", "AC/DC"});
}

TEST_CASE("an entry counts once however often it is named") {
  CHECK(entries_in(Lines{"English and Yoruba", "yoruba ", "Welsh"}, PartedBy::words) ==
        Lines{"English", "Yoruba", "Welsh"});
}

}  // namespace base_listing_test
