#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <functional>
#include <ostream>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/reading.h"
#include "git/staged.h"
#include "render/csv.h"
#include "render/findings.h"
#include "render/json.h"
#include "reports/findings.h"
#include "rules/what_if.h"
#include "store/edition_file.h"
#include "store/paths.h"
#include "tree_source.h"

namespace mentor::cmd {

namespace {

std::string summary(const Findings& findings) {
  const auto of = [&](Severity severity) {
    return std::ranges::count_if(
        findings, [&](const Finding& each) { return each.severity == severity && each.stands(); });
  };
  return fmt::format("{} must, {} should, {} advise", of(Severity::must), of(Severity::should),
                     of(Severity::advise));
}

struct CheckOptions {
  std::string what_if;
  bool staged = false;
  bool timings = false;
};

/// What was tried out, and from when: its own day, or that of the edition in whose place it was.
struct Tried {
  rules::WhatIf what;
  Day its_day;

  [[nodiscard]] std::string when() const {
    if (what.from == its_day) return "in force from " + its_day.in_words();
    return fmt::format("in force since {} already (its own day, {}, is still to come)", what.from.in_words(),
                       its_day.in_words());
  }
};

Tried try_out(const std::string& file, Desk& desk) {
  const std::string bytes = bytes_of("--what-if", file);
  auto edition = store::edition_in(bytes, file);
  if (desk.policies().editions(edition.scheme).empty()) {
    throw Trouble(Cause::usage,
                  fmt::format("--what-if: the scheme {} does not run here{}", in_quotes(edition.scheme),
                              suggestion(edition.scheme, desk.policies().schemes())));
  }
  Problems problems;
  const Day its_day = edition.in_force;
  auto tried = rules::what_if(std::move(edition), desk.policies(), desk.records(), desk.today(), problems);
  store::must_be_sound(std::move(problems), bytes, file);
  return {std::move(tried), its_day};
}

/// What would appear and what would go; nothing is changed, and no rule is broken by asking.
int run_what_if(const Call& call, ReadingRoom& room, const std::string& file) {
  Desk& desk = room.desk();
  desk.read_everything();
  const Tried trial = try_out(file, desk);
  const auto& tried = trial.what;
  if (call.globals.format == Format::json) {
    Value value = render::object();
    add_provenance(value, room, desk);
    value.add("from", Value::of_token(tried.from.iso()));
    value.add("appear", render::to_value(tried.appear));
    value.add("go", render::to_value(tried.go));
    call.io.out << render::to_json(value);
    return 0;
  }
  const std::array tables{reports::findings_table("appear", "Would appear", tried.appear, basis_of(desk)),
                          reports::findings_table("go", "Would go", tried.go, basis_of(desk))};
  print_tables(call, tables);
  call.io.err << fmt::format("with {} {}: {} would appear, {} would go\n", visible(file), trial.when(),
                             tried.appear.size(), tried.go.size());
  return 0;
}

/// What is staged, as a hook of git's asks: only that, and what it refers to. What a record that goes was for
/// is known to those that stay.
int run_staged(Call& call) {
  const git::Repository repository(call.data_directory());
  const auto told = call.io.environment.find("GIT_INDEX_FILE");  // by git, to its hooks
  const bool in_hook = told != call.io.environment.end();
  const TreeSource committed(repository, git::last_commit_or_nothing(repository));
  const auto staged = git::staged(repository, committed.objects(), in_hook ? told->second : "");
  const store::OverlaySource source(committed, staged);
  const auto any = [&](auto holds) { return std::ranges::any_of(staged, holds); };
  const bool has_policy = any([](const auto& file) { return file.first.starts_with(store::schemes_folder); });
  Desk desk(source, call.today(), has_policy ? store::Examples::read : store::Examples::leave);
  for (const auto& [path, bytes] : staged) desk.reader().at(path);
  if (any([](const auto& file) { return !file.second && store::is_record_path(file.first); }))
    desk.reader().everything();
  if (in_hook && !desk.reader().problems().empty())
    call.io.err << "nothing was committed: put right what follows, 'git add' it and commit again\n";
  store::require_sound(desk.reader());
  if (in_hook) return 0;
  call.io.err << fmt::format("{} staged, and sound\n", counted(staged.size(), "file is", "files are"));
  return 0;
}

/// What each rule takes of the time of all, those that take most first.
Table timings_table(const rules::Timings& timings, const Findings& findings) {
  std::chrono::nanoseconds all{0};
  for (const auto& [rule, took] : timings.rules) all += took;
  Table table{
      "timings", "What each rule takes", {{"rule", "rule"}, {"percent", "percent"}, {"found", "found"}}, {}};
  std::vector<std::pair<std::string_view, std::chrono::nanoseconds>> rules(timings.rules.begin(),
                                                                           timings.rules.end());
  std::ranges::stable_sort(rules, std::greater<>(), [](const auto& each) { return each.second; });
  for (const auto& [rule, took] : rules) {
    const double percent = all.count() == 0
                               ? 0
                               : 100.0 * static_cast<double>(took.count()) / static_cast<double>(all.count());
    const auto found = std::ranges::count(findings, rule, &Finding::rule);
    table.rows.push_back(
        {Value::of_token(rule), Value::of_decimal(fmt::format("{:.1f}", percent)), Value::of_number(found)});
  }
  return table;
}

/// How long this thread has worked: what others do meanwhile on the machine says nothing of a rule.
std::chrono::nanoseconds time_worked() {
  timespec worked{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &worked);
  return std::chrono::seconds(worked.tv_sec) + std::chrono::nanoseconds(worked.tv_nsec);
}

int run_timings(const Call& call, ReadingRoom& room) {
  Desk& desk = room.desk();
  rules::Timings timings{time_worked};
  const Findings findings = desk.check(&timings);
  const Table table = timings_table(timings, findings);
  if (call.globals.format == Format::json) {
    Value value = render::object();
    add_provenance(value, room, desk);
    value.add(table.key, render::to_value(table));
    call.io.out << render::to_json(value);
  } else {
    print_tables(call, {&table, 1});
    call.io.err << fmt::format("{} read: {}\n", what_was_read(desk.records()), summary(findings));
  }
  return status_of(findings);
}

/// A check is of one kind.
void must_ask_one_thing(const CheckOptions& options) {
  std::vector<std::string> asked;
  if (options.staged) asked.emplace_back("--staged");
  if (!options.what_if.empty()) asked.emplace_back("--what-if");
  if (options.timings) asked.emplace_back("--timings");
  if (asked.size() > 1)
    throw Trouble(Cause::usage,
                  fmt::format("{} ask for different things, give one of them", join(asked, " and ")));
}

int run_check(Call& call, const CheckOptions& options) {
  must_be_format(call.globals.format, {Format::text, Format::json, Format::csv});
  must_ask_one_thing(options);
  if (options.staged) return run_staged(call);
  ReadingRoom room = call.open("check", store::Examples::read);
  Desk& desk = room.desk();
  if (!options.what_if.empty()) return run_what_if(call, room, options.what_if);
  if (options.timings) return run_timings(call, room);
  const Findings findings = desk.check();
  if (call.globals.format == Format::json) {
    Value value = render::object();
    add_provenance(value, room, desk);
    value.add("findings", render::to_value(findings));
    call.io.out << render::to_json(value);
  } else if (call.globals.format == Format::csv) {
    const Table table = reports::findings_table("findings", "", findings, basis_of(desk));
    call.io.out << render::to_csv({&table, 1});
  } else {
    const auto names = [&](std::string_view id) { return reports::called(desk.records(), id); };
    call.io.out << render::to_text(findings, names, call.io.width,
                                   call.io.colour ? render::Colour::yes : render::Colour::no);
    call.io.err << fmt::format("{} read: {}\n", what_was_read(desk.records()), summary(findings));
  }
  return status_of(findings);
}

}  // namespace

void add_check(Verb& verb) {
  auto options = std::make_shared<CheckOptions>();
  verb.option("--what-if FILE", options->what_if,
              "try an edition of a policy: what would appear, and what would go");
  verb.flag(
      "--staged", options->staged,
      "only what is staged and what that refers to, for git's pre-commit hook; rules refuse nothing there");
  verb.flag("--timings", options->timings,
            "what share of the time each rule takes, in place of what is found");
  verb.runs([options](Call& call) { return run_check(call, *options); });
}

}  // namespace mentor::cmd
