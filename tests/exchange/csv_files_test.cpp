#include "exchange/csv_files.h"

#include <doctest/doctest.h>

#include "exchange/record_tables.h"
#include "support/records.h"

namespace exchange_csv_files_test {

using mentor::Problems;
using mentor::Register;
using mentor::exchange::csv_files;
using mentor::exchange::find_table;
using mentor::exchange::join_entries;
using mentor::exchange::split_entries;
using Texts = std::vector<std::string>;

namespace {

/// The file of that name for a register with this mentor.
std::string file_with_mentor(const std::string& name, std::string_view yaml) {
  Problems problems;
  Register records;
  const auto mentor = mentor::store::read_record<mentor::Mentor>(yaml, "mentors/M-7KQ2D.yaml", problems);
  REQUIRE(mentor::test::told(problems).empty());
  records.mentors.emplace(mentor.id, mentor);
  return csv_files(records, {}).at(name);
}

const mentor::FieldShape& column(std::string_view table, std::string_view heading) {
  for (const auto& each : find_table(table)->columns) {
    if (each.heading == heading) return each.field;
  }
  throw std::runtime_error("no such column");
}

}  // namespace

TEST_CASE("a record is a row, its groups are columns and its entries rows of another file") {
  const std::string yaml = R"yaml(id: M-7KQ2D
name: "=HYPERLINK(\"x\")"
scheme: rotherham
role: senior-manager
born: 1978-03-14
languages: [English, "Welsh; spoken, written"]
phone: "07700900001"
prefers: {age: 16-18, gender: any}
steps:
  - {id: V-00001, step: training, on: 2025-11-30, topic: safeguarding}
  - {id: V-00002, step: dbs, on: 2025-12-01, level: enhanced, barred_list: yes}
)yaml";
  CHECK(file_with_mentor("mentors.csv", yaml) ==
        "id,name,scheme,role,enquired,born,gender,area,department,languages,interests,expertise,care_"
        "experienced,"
        "capacity,email,phone,pen_picture,prefers.age,prefers.gender\n"
        "M-7KQ2D,\"'=HYPERLINK(\"\"x\"\")\",rotherham,senior-manager,,1978-03-14,,,,"
        "\"English; \"\"Welsh; spoken, written\"\"\",,,,,,'07700900001,,'16-18,any\n");
  CHECK(file_with_mentor("mentor-steps.csv", yaml) ==
        "mentor,id,step,on,topic,level,workforce,barred_list,eligible_because,issued,seen_by,with,as,ended\n"
        "M-7KQ2D,V-00001,training,2025-11-30,safeguarding,,,,,,,,,\n"
        "M-7KQ2D,V-00002,dbs,2025-12-01,,enhanced,,yes,,,,,,\n");
}

TEST_CASE("there is a file for every table, with its heading line where there is nothing") {
  const auto files = csv_files({}, {});
  CHECK(files.size() == mentor::exchange::record_tables().size() + 1);
  CHECK(files.at("sessions.csv") ==
        "match,id,date,minutes,kind,cancelled_by,moved_to,activity,cost,cost_for,claimed,paid,note\n");
  CHECK(files.at("event-see-again.csv") == "event,id,by,whom\n");
  CHECK(files.at("young-person-eet.csv") == "young_person,id,on,status,barriers\n");
  CHECK(files.at("check-ins.csv").starts_with("of,id,date,with,by"));
  CHECK(files.contains("concerns.csv"));
  CHECK(files.contains("activities.csv"));
}

TEST_CASE("the data dictionary says what each column means") {
  const std::string dictionary = csv_files({}, {}).at("data-dictionary.csv");
  CHECK(dictionary.starts_with("file,column,type,required,personal,means,words\n"));
  const auto has = [&](const std::string& line) {
    return dictionary.find("\n" + line + "\n") != std::string::npos;
  };
  CHECK(has("mentors.csv,name,text,yes,yes,the mentor's name,"));
  CHECK(has("young-people.csv,referred.on,\"a date, YYYY-MM-DD\",yes,no,the day of the referral,"));
  CHECK(
      has("match-decisions.csv,by,\"one of young-person, mentor\",yes,no,whose decision it is,"
          "\"young-person, mentor\""));
}

TEST_CASE("a list in a cell is read back, whatever its entries hold") {
  for (const Texts& entries : {Texts{"a", "b"},
                               {"a; b", "c"},
                               {"a, b"},
                               {"\"a\"", "b\"c"},
                               {" a "},
                               {"a\nb"},
                               {"a", "a"},
                               {"\"a\"b", ";"},
                               {"=1"},
                               {"'"}}) {
    for (const auto* field :
         {&column("mentors", "languages"), &column("young-people", "emergency_contacts")}) {
      CAPTURE(entries.front());
      CHECK(split_entries(join_entries(entries, *field), *field) == entries);
    }
  }
}

TEST_CASE("a list that people typed has commas, semicolons or lines, names keep what is behind their comma") {
  const auto& languages = column("mentors", "languages");
  const auto& contacts = column("young-people", "emergency_contacts");
  CHECK(split_entries("English, Welsh ;Polish\n Urdu,", languages) ==
        Texts{"English", "Welsh", "Polish", "Urdu"});
  CHECK(split_entries("Sam Patel, adviser, 01709 000001; Duty desk", contacts) ==
        Texts{"Sam Patel, adviser, 01709 000001", "Duty desk"});
  CHECK(split_entries("\"CV\" writing, chess", languages) == Texts{"\"CV\" writing", "chess"});
}

}  // namespace exchange_csv_files_test
