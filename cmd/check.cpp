#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/reading.h"
#include "render/csv.h"
#include "render/findings.h"
#include "render/json.h"
#include "reports/findings.h"

namespace mentor::cmd {

namespace {

std::string what_was_read(const Register& records) {
  return fmt::format("{}, {}, {}", counted(records.mentors.size(), "mentor", "mentors"),
                     counted(records.young_people.size(), "young person", "young people"),
                     counted(records.matches.size(), "match", "matches"));
}

std::string summary(const Findings& findings) {
  const auto of = [&](Severity severity) {
    return std::ranges::count_if(
        findings, [&](const Finding& each) { return each.severity == severity && each.stands(); });
  };
  return fmt::format("{} must, {} should, {} advise", of(Severity::must), of(Severity::should),
                     of(Severity::advise));
}

int run_check(Call& call) {
  must_be_format(call.globals.format, {Format::text, Format::json, Format::csv});
  ReadingRoom room = call.open("check");
  Desk& desk = room.desk();
  desk.read_everything();
  const Findings findings = desk.rulebook().check(desk.records(), desk.today());
  if (call.globals.format == Format::json) {
    Value value = render::object();
    add_provenance(value, room, desk);
    value.add("findings", render::to_value(findings));
    call.io.out << render::to_json(value);
  } else if (call.globals.format == Format::csv) {
    const Table table = reports::findings_table("findings", "", findings, basis_of(desk));
    call.io.out << render::to_csv({&table, 1});
  } else {
    const auto names = [&](std::string_view id) {
      return fmt::format("{} ({})", reports::who(desk.records(), id), id);
    };
    call.io.out << render::to_text(findings, names, call.io.width,
                                   call.io.colour ? render::Colour::yes : render::Colour::no);
    call.io.err << fmt::format("{} read: {}\n", what_was_read(desk.records()), summary(findings));
  }
  return status_of(findings);
}

}  // namespace

void add_check(Verb& verb) {
  verb.runs([](Call& call) { return run_check(call); });
}

}  // namespace mentor::cmd
