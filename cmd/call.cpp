#include "cmd/call.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "base/text.h"
#include "cmd/look.h"
#include "cmd/print.h"
#include "cmd/progress_line.h"
#include "cmd/verb.h"

namespace mentor::cmd {

namespace {

store::Progress progress_of(const Io& io) {
  if (!io.progress) return {};
  return [line = io.progress](std::size_t done, std::size_t known) { line->read(done, known); };
}

std::string from_environment(const Io& io, const std::string& name) {
  const auto found = io.environment.find(name);
  return found == io.environment.end() ? std::string() : found->second;
}

/// What the three options say together; one without the other is no answer.
std::optional<Override> answer_of(const Globals& globals, Day today) {
  const bool silent = globals.override_reason.empty() && globals.authorised_by.empty();
  if (silent && !globals.override_until) return std::nullopt;
  if (globals.override_reason.empty() || globals.authorised_by.empty()) {
    throw Trouble(Cause::usage,
                  "--override and --authorised-by go together: a reason, and who answers for it");
  }
  Override answer;
  answer.reason = globals.override_reason;
  answer.authorised_by = globals.authorised_by;
  answer.until = globals.override_until;
  if (!answer.until || *answer.until > today) return answer;
  throw Trouble(Cause::usage, fmt::format("--until: an override until {} holds no longer, today is {}",
                                          answer.until->iso(), today.iso()));
}

}  // namespace

Day Call::today() const {
  if (globals.as_of && globals.today && *globals.as_of != *globals.today)
    throw Trouble(Cause::usage, "--today and --as-of name two days, give one of them");
  if (globals.as_of) return *globals.as_of;
  if (globals.today) return *globals.today;
  const std::string given = from_environment(io, "MENTORCTL_TODAY");
  if (given.empty()) return io.clock_day;
  Day day;
  take("MENTORCTL_TODAY", given, day);
  return day;
}

std::filesystem::path Call::data_directory() const {
  return find_data_directory(globals.data, from_environment(io, "MENTORCTL_DATA"),
                             std::filesystem::current_path());
}

ReadingRoom Call::open(std::string_view command, store::Examples examples, store::Schemes schemes) const {
  const Clocks clocks{today(), globals.as_of ? Later::is_left_out : Later::stands, globals.known_at,
                      progress_of(io)};
  return {data_directory(), command, clocks, examples, schemes};
}

void Call::must_be_now(std::string_view command) const {
  if (!looks_back()) return;
  throw Trouble(Cause::usage,
                fmt::format("{}: '{}' writes, and what is over is not changed, leave the option out",
                            globals.as_of ? "--as-of" : "--known-at", command));
}

Writing Call::writing(std::string_view command) const {
  must_be_now(command);
  must_be_format(globals.format, {Format::text, Format::json});
  Writing writing;
  writing.root = data_directory();
  writing.command = command;
  writing.today = today();
  writing.random = io.random;
  writing.answer = answer_of(globals, writing.today);
  writing.progress = progress_of(io);
  writing.dry_run = globals.dry_run ? DryRun::yes : DryRun::no;
  return writing;
}

int Call::write(std::string_view command, const MakePlan& make_plan) const {
  const bool has_a_look = io.asks && said && !globals.dry_run;
  if (has_a_look) return write_after_a_look(*this, writing(command), make_plan);
  return print_outcome(*this, mentor::write(writing(command), make_plan));
}

int Call::write_with_own_answer(std::string_view command, const MakePlan& make_plan) const {
  if (!globals.override_reason.empty())
    throw Trouble(Cause::usage, fmt::format("--override: '{}' passes no rule, say why with --why", command));
  Globals unanswered = globals;
  unanswered.authorised_by.clear();
  unanswered.override_until.reset();
  return Call{io, unanswered, said, talked}.write(command, make_plan);
}

void must_be_format(Format format, std::initializer_list<Format> formats) {
  if (std::ranges::find(formats, format) != formats.end()) return;
  std::vector<std::string> known;
  for (const Format each : formats) known.emplace_back(word(each));
  const bool is_page = format == Format::md || format == Format::html;
  throw Trouble(Cause::usage,
                fmt::format("--format: this command has no '{}', {}use {}", word(format),
                            is_page ? "Markdown and HTML are for reports, " : "", join(known, " or ")));
}

}  // namespace mentor::cmd
