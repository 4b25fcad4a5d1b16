#include "exchange/database.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <set>

#include "exchange/sql_views.h"
#include "support/export_scene.h"

namespace exchange_database_test {

using mentor::exchange::database;
using mentor::test::ExportScene;
using mentor::test::Lines;

namespace {

/// A database that was read back with SQLite's own library.
class ReadBack {
 public:
  explicit ReadBack(std::string bytes) : bytes_(std::move(bytes)) {
    REQUIRE(sqlite3_open(":memory:", &database_) == SQLITE_OK);
    auto* memory = reinterpret_cast<unsigned char*>(bytes_.data());
    const auto size = static_cast<sqlite3_int64>(bytes_.size());
    REQUIRE(sqlite3_deserialize(database_, "main", memory, size, size, 0) == SQLITE_OK);
  }
  ReadBack(const ReadBack&) = delete;
  ReadBack& operator=(const ReadBack&) = delete;
  ~ReadBack() { sqlite3_close(database_); }

  /// The rows, their cells between bars, or what SQLite says against it.
  [[nodiscard]] Lines rows(const std::string& sql) const {
    Lines lines;
    char* wrong = nullptr;
    sqlite3_exec(database_, sql.c_str(), add_row, &lines, &wrong);
    if (wrong) lines.push_back("wrong: " + std::string(wrong));
    sqlite3_free(wrong);
    return lines;
  }

 private:
  static int add_row(void* lines, int count, char** cells, char** /*names*/) {
    std::string line;
    for (int i = 0; i < count; ++i) line.append(i > 0 ? "|" : "").append(cells[i] ? cells[i] : "");
    static_cast<Lines*>(lines)->push_back(line);
    return 0;
  }

  std::string bytes_;
  sqlite3* database_ = nullptr;
};

const mentor::exchange::About about{{"as_of", "2026-04-02"}, {"program", "1.0"}};

ReadBack scene() {
  static ExportScene pair;
  return ReadBack(database(pair.on("2026-04-02"), about));
}

}  // namespace

TEST_CASE("the database is sound, and every reference in it leads somewhere") {
  const ReadBack pair = scene();
  CHECK(pair.rows("PRAGMA integrity_check") == Lines{"ok"});
  CHECK(pair.rows("PRAGMA foreign_key_check").empty());
  CHECK(pair.rows("SELECT count(*) > 30 FROM sqlite_schema WHERE sql LIKE '%FOREIGN KEY%'") == Lines{"1"});
  ExportScene example(ExportScene::example());
  const ReadBack all(database(example.on("2026-08-31"), about));
  CHECK(all.rows("PRAGMA integrity_check") == Lines{"ok"});
  CHECK(all.rows("PRAGMA foreign_key_check").empty());
  CHECK(all.rows("SELECT (SELECT count(*) FROM mentors), (SELECT count(*) FROM events)") ==
        Lines{std::to_string(example.records().mentors.size()) + "|" +
              std::to_string(example.records().events.size())});
}

TEST_CASE("names come back as they were written, with quotes and emoji") {
  CHECK(scene().rows("SELECT id, name, born, capacity FROM mentors") ==
        Lines{"M-7KQ2D|O'Hara \"Rosie\" 🎉|1978-03-14|", "M-8KQ2D|Lee Marsh||2"});
}

TEST_CASE("money is whole pence, a part of a post a number, yes and no 1 and 0, a list a table of its own") {
  const ReadBack pair = scene();
  CHECK(pair.rows("SELECT id, cost_pence, typeof(cost_pence) FROM sessions WHERE cost_pence > 0") ==
        Lines{"S-00001|450|integer"});
  CHECK(pair.rows("SELECT share, typeof(share) FROM settings_staff") == Lines{"0.8|real"});
  CHECK(pair.rows("SELECT id, nobody_else FROM young_people") == Lines{"Y-4F7KA|", "Y-5F7KA|1"});
  CHECK(pair.rows("SELECT * FROM mentor_languages") == Lines{"M-7KQ2D|1|English", "M-7KQ2D|2|Welsh"});
  CHECK(pair.rows("SELECT * FROM young_person_eet") == Lines{"Y-4F7KA|V-00001|2026-01-05|neet"});
  CHECK(pair.rows("SELECT * FROM young_person_eet_barriers") ==
        Lines{"Y-4F7KA|V-00001|1|anxious", "Y-4F7KA|V-00001|2|tired"});
}

TEST_CASE("the tables refuse what no record could be") {
  const ReadBack pair = scene();
  const auto refusal = [&](const std::string& sql) {
    const Lines told = pair.rows("PRAGMA foreign_keys = ON;" + sql);
    return told.empty() ? "none" : told.front().substr(0, told.front().find(':', 7));
  };
  CHECK(refusal("INSERT INTO records VALUES ('M-9KQ2D', 'mentor')") == "none");
  CHECK(refusal("UPDATE sessions SET date = '5 May'") == "wrong: CHECK constraint failed");
  CHECK(refusal("UPDATE young_people SET state = 'lost'") == "wrong: CHECK constraint failed");
  CHECK(refusal("UPDATE young_people SET nobody_else = 2") == "wrong: CHECK constraint failed");
  CHECK(refusal("UPDATE mentors SET name = NULL") == "wrong: NOT NULL constraint failed");
  CHECK(refusal("UPDATE sessions SET minutes = 'long'") ==
        "wrong: cannot store TEXT value in INTEGER column sessions.minutes");
  CHECK(refusal("UPDATE matches SET mentor = 'M-00000'") == "wrong: FOREIGN KEY constraint failed");
}

TEST_CASE("the views answer what people ask, by the day of the export") {
  const ReadBack pair = scene();
  CHECK(
      pair.rows("SELECT \"match\", state, area, young_person_name, last_met, sessions, minutes FROM pairs") ==
      Lines{"P-9X2MC|active|Rawmarsh; north|Zoë Šimonović|2026-03-05|3|135"});
  CHECK(pair.rows("SELECT * FROM sessions_per_match") == Lines{"P-9X2MC|3|1|2026-02-10|2026-03-05|135|4.5"});
  CHECK(pair.rows("SELECT * FROM hours_by_month") ==
        Lines{"P-9X2MC|2026-02|2|105|1.75", "P-9X2MC|2026-03|1|30|0.5"});
  CHECK(pair.rows("SELECT \"from\", \"to\", minutes, required, status FROM commitment") ==
        Lines{"2026-02-01|2026-03-01|105|90|met", "2026-03-01|2026-04-01|30|90|short",
              "2026-04-01|2026-05-01|0|90|running"});
  CHECK(pair.rows("SELECT * FROM waiting_young_people") ==
        Lines{"Y-5F7KA|Kay Dunn|rotherham||2026-01-05|87"});
  CHECK(pair.rows("SELECT mentor, state, capacity, running, proposed FROM mentor_load") ==
        Lines{"M-7KQ2D|matched|1|1|0", "M-8KQ2D|ready|2|0|0"});
  CHECK(pair.rows("SELECT rule, subject, due, days_late FROM overdue WHERE rule = 'support.check_in'") ==
        Lines{"support.check_in|P-9X2MC|2026-04-01|1"});
  CHECK(pair.rows("SELECT rule, due FROM due") == Lines{"support.check_in|2026-05-01"});
}

TEST_CASE("every table, column and view is explained") {
  const ReadBack pair = scene();
  CHECK(pair.rows("SELECT s.name, c.name FROM sqlite_schema s JOIN pragma_table_info(s.name) c "
                  "WHERE s.type = 'table' AND s.name NOT IN ('meta', 'records', 'dictionary') EXCEPT "
                  "SELECT \"table\", \"column\" FROM dictionary WHERE type <> '' AND meaning <> ''")
            .empty());
  CHECK(pair.rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name <> 'dictionary' "
                  "EXCEPT SELECT \"table\" FROM dictionary WHERE \"column\" IS NULL AND meaning <> ''")
            .empty());
  for (const auto& view : mentor::exchange::sql_views()) {
    CAPTURE(view.name);
    CHECK_FALSE(pair.rows("SELECT * FROM \"" + std::string(view.name) + "\"").empty());
  }
}

TEST_CASE("the same records, day and program give the same bytes, and another day others") {
  ExportScene pair;
  const std::string once = database(pair.on("2026-04-02"), about);
  ExportScene again;
  CHECK(once == database(again.on("2026-04-02"), about));
  CHECK(once != database(again.on("2026-04-03"), about));
}

}  // namespace exchange_database_test
