#include "cmd/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "render/findings.h"
#include "render/json.h"

namespace mentor::cmd {

namespace {

constexpr auto no_names = [](std::string_view id) { return std::string(id); };

Value list_of(const std::vector<std::string>& texts) {
  Value list = Value::of_list();
  for (const auto& each : texts) list.items.push_back(Value::of_token(each));
  return list;
}

Value outcome_value(const Outcome& outcome) {
  Value value = render::object();
  if (!outcome.refused) {
    value.add("id", outcome.plan.ids.empty() ? Value() : Value::of_token(outcome.plan.ids.front()));
    value.add("ids", list_of(outcome.plan.ids));
    value.add("commit", outcome.commit.empty() ? Value() : Value::of_token(outcome.commit));
  }
  value.add("findings", render::to_value(outcome.findings));
  return value;
}

/// Whom a refused finding is about: a pair by its two people, for a match that was refused has no identifier.
std::string about(const Finding& finding) {
  const bool pair = !finding.mentor.empty() && !finding.young_person.empty();
  return pair ? fmt::format("{} with {}", finding.young_person, finding.mentor) : finding.subject;
}

void print_refusal(const Io& io, const Findings& findings) {
  Findings refusing = findings;
  std::erase_if(refusing, [](const Finding& each) { return !each.says_no(); });
  io.err << fmt::format("refused, nothing was written: {}\n",
                        counted(refusing.size(), "rule says no", "rules say no"));
  for (const auto& each : refusing) {
    io.err << render::to_text(
        {each}, [&](std::string_view) { return about(each); }, io.width, render::Colour::no);
    if (const auto* rule = rules::find_rule(each.rule))
      io.err << render::indented("what to do: " + std::string(rule->mends), io.width);
  }
  io.err << (is_final(refusing) ? "a rule that says must has no override\n"
                                : "to go on all the same, say why and who answers for it: --override REASON "
                                  "--authorised-by WHO\n");
}

void print_notes(const Io& io, const actions::Plan& plan) {
  for (const auto* notes : {&plan.doubts, &plan.notes}) {
    for (const auto& note : *notes) io.err << "note: " << visible(note) << '\n';
  }
}

/// A difference for people: its lines, each safe for a terminal.
std::string safe_lines(const std::string& diff) {
  std::string safe;
  for (const auto line : split_lines(diff)) safe += visible(line) + "\n";
  return safe;
}

}  // namespace

int print_dry_run(const Call& call, Value value, const std::string& diff) {
  value.add("diff", Value::of_text(diff));
  call.io.out << (call.globals.format == Format::json ? render::to_json(value) : safe_lines(diff));
  call.io.err << "a dry run: nothing was written\n";
  return 0;
}

int print_outcome(const Call& call, const Outcome& outcome) {
  Io& io = call.io;
  io.change_stands = !outcome.commit.empty();
  const bool json = call.globals.format == Format::json;
  if (call.globals.dry_run && !outcome.refused) {
    print_dry_run(call, outcome_value(outcome), outcome.diff);
    print_notes(io, outcome.plan);
    return 0;
  }
  if (json) io.out << render::to_json(outcome_value(outcome));
  if (outcome.refused) {
    print_refusal(io, outcome.findings);
    return static_cast<int>(Cause::refused);
  }
  if (!json && !outcome.plan.ids.empty()) io.out << join(outcome.plan.ids, "\n") << '\n';
  io.err << "done: " << outcome.plan.sentence << '\n'
         << render::to_text(outcome.findings, no_names, io.width, render::Colour::no);
  print_notes(io, outcome.plan);
  return 0;
}

int print_trouble(const Io& io, Format format, const Trouble& trouble) {
  if (format == Format::json) {
    Value value = render::object();
    value.add("error", Value::of_text(trouble.what()));
    if (trouble.cause() == Cause::refused) value.add("findings", Value::of_list());
    if (!trouble.problems().empty()) value.add("errors", render::to_value(trouble.problems()));
    if (!trouble.advice().empty()) value.add("advice", Value::of_text(trouble.advice()));
    io.out << render::to_json(value);
  }
  for (const auto& problem : trouble.problems()) io.err << render::to_text(problem);
  io.err << safe_lines(trouble.advice());
  if (trouble.problems().empty()) io.err << "mentorctl: " << visible(trouble.what()) << '\n';
  return static_cast<int>(trouble.cause());
}

}  // namespace mentor::cmd
