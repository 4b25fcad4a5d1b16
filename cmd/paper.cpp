#include "cmd/paper.h"

#include <fmt/format.h>

#include <ostream>

#include "exchange/form.h"

namespace mentor::cmd {

void add_paper(Verb& verb, Paper& paper, std::string_view what) {
  verb.flag("--form", paper.form,
            fmt::format("print an empty form of {} to fill in, and write nothing", what));
  verb.option("--from FILE", paper.from, "read all of it from a form that was filled in");
  verb.needs_nothing_if([&paper] { return paper.is_used(); });
}

void must_stand_in_form(const Paper& paper, TellsMore more, std::string_view allowed) {
  if (!paper.is_used()) return;
  if (paper.form && !paper.from.empty())
    throw Trouble(Cause::usage,
                  "--form prints an empty form and --from reads a filled one, give one of them");
  if (more == TellsMore::no) return;
  throw Trouble(
      Cause::usage,
      fmt::format("beside --form or --from only {} are given, the rest stands in the form", allowed));
}

std::vector<std::string> notes_on(const std::string& filled, EmptyForm empty_form,
                                  const actions::Facts& facts) {
  const auto schemes = facts.policies.schemes();
  std::vector<std::string> forms{empty_form(schemes, facts.policies, facts.today)};
  for (const auto& each : schemes) forms.push_back(empty_form({each}, facts.policies, facts.today));
  const auto own = exchange::own_comments(filled, forms);
  if (own.empty()) return {};
  return {
      fmt::format("{} behind '#' and not of the form's own, the first at line {}: what stands there was "
                  "not read",
                  own.size() == 1 ? "1 line is" : fmt::format("{} lines are", own.size()), own.front())};
}

int print_form(const Call& call, std::string_view command, const std::string& scheme, EmptyForm empty_form) {
  must_be_format(call.globals.format, {Format::text});
  ReadingRoom room = call.open(command);
  Desk& desk = room.desk();
  store::require_sound(desk.reader());
  if (!scheme.empty()) actions::must_be_scheme(scheme, desk.policies());
  const auto schemes = scheme.empty() ? desk.policies().schemes() : std::vector{scheme};
  call.io.out << empty_form(schemes, desk.policies(), desk.today());
  return 0;
}

}  // namespace mentor::cmd
