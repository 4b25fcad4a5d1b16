#include "cmd/report_mail.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

#include "base/text.h"
#include "base/trouble.h"
#include "cmd/print_report.h"
#include "git/history.h"
#include "render/mail.h"
#include "render/text.h"

namespace mentor::cmd {

namespace {

/// Wide enough that the reader's own program breaks the lines, narrow enough for every mail server.
constexpr std::size_t mail_width = 240;

const Table& table_called(const reports::Report& report, std::string_view key) {
  return *std::ranges::find(report.tables, key, &Table::key);
}

std::size_t rows_of(const reports::Report& report, std::string_view key) {
  return table_called(report, key).rows.size();
}

/// What is counted in the subject: a table's part, or all of it.
struct Matter {
  std::string_view key;
  std::size_t part;
  std::string_view one;
  std::string_view several;
};
constexpr std::array in_subject{Matter{"concerns", 0, "concern not passed on", "concerns not passed on"},
                                Matter{"broken", 0, "must put right", "must put right"},
                                Matter{"broken", 1, "to do", "to do"},
                                Matter{"due", 0, "due within 7 days", "due within 7 days"}};
constexpr std::array counted_in_a_line{
    Matter{"quiet", 0, "pair gone quiet", "pairs gone quiet"},
    Matter{"due", 0, "matter due soon", "matters due soon"},
    Matter{"meetings", 0, "meeting planned", "meetings planned"},
    Matter{"dates", 0, "birthday or end to come", "birthdays and ends to come"},
    Matter{"waiting", 0, "waiting", "waiting"},
    Matter{"waived", 0, "answered for", "answered for"},
    Matter{"advice", 0, "piece of advice", "pieces of advice"}};

std::string subject_of(const reports::Report& report, Day today) {
  std::vector<std::string> matters;
  for (const auto& each : in_subject) {
    const Table& table = table_called(report, each.key);
    const std::size_t count = table.parts.empty() ? table.rows.size() : table.parts[each.part].rows.size();
    if (count > 0) matters.push_back(counted(count, each.one, each.several));
  }
  return fmt::format("mentorctl, {}: {}", today.in_words(),
                     matters.empty() ? "nothing to do" : join(matters, ", "));
}

std::string with_blank_lines(const std::vector<Table>& tables) {
  std::string text;
  for (const auto& table : tables) text += render::to_text(table, mail_width) + "\n";
  return text;
}

/// What must be seen to every day, in full: what is broken, and what is due within days.
std::string what_cannot_wait(const reports::Report& report) {
  std::vector<Table> tables;
  for (const auto* key : {"concerns", "broken"})
    std::ranges::move(for_people(table_called(report, key)), std::back_inserter(tables));
  Table due = table_called(report, "due");
  due.parts.resize(1);
  std::ranges::move(for_people(due), std::back_inserter(tables));
  std::vector<std::string> rest;
  for (const auto& each : counted_in_a_line) {
    if (const std::size_t count = rows_of(report, each.key); count > 0)
      rest.push_back(counted(count, each.one, each.several));
  }
  if (rest.empty()) return with_blank_lines(tables);
  return fmt::format("{}In all: {}. 'mentorctl report nightly' lists them.\n\n", with_blank_lines(tables),
                     join(rest, ", "));
}

}  // namespace

void must_be_mail(const AskedReport& asked, const std::vector<std::string>& to) {
  if (asked.name != "nightly")
    throw usage("--mail: the report '{}' is no message, write it into a file with -o", asked.name);
  for (const auto& each : to) {
    if (!render::is_address(each))
      throw usage("--mail: {} is no address, write it as sam@example.org", in_quotes(each));
  }
}

void print_mail(const Call& call, ReadingRoom& room, const Made& made, const std::vector<std::string>& to) {
  must_be_format(call.globals.format, {Format::text});
  const Day today = room.desk().today();
  const auto& report = made.report;
  std::string body;
  for (const auto& line : lead_of(room, report, made.asked)) body += visible(line) + ".\n";
  const bool unchanged = !made.unchanged_since.empty();
  if (unchanged)
    body += fmt::format("Nothing was recorded and nothing newly broke since {}.\n", made.unchanged_since);
  body += "\n" + (unchanged ? what_cannot_wait(report) : with_blank_lines(for_people(report)));
  body += fmt::format("As of {}, from commit {}, by mentorctl {}.\n", today.in_words(),
                      git::short_id(room.commit()), MENTORCTL_VERSION);
  call.io.out << render::to_message({to, subject_of(report, today), std::move(body)});
}

}  // namespace mentor::cmd
