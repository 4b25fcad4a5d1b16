#include "cmd/disagreements.h"

#include <fmt/format.h>

#include <ostream>

#include "base/errors.h"
#include "base/text.h"
#include "store/paths.h"

namespace mentor::cmd {

namespace {

using changes::Conflict;

std::string quoted(const std::string& value) { return value.empty() ? "nothing" : in_quotes(value); }

std::string side(const std::string& value, const Writer& writer) {
  return fmt::format("{} by {} on {}", quoted(value), visible(writer.name), writer.day);
}

std::string called(const Conflict& conflict) {
  return fmt::format("{}{}{}", conflict.id, conflict.field.empty() ? "" : " ", conflict.field);
}

/// An answer as somebody would type it.
std::string take_option(const std::string& name, const std::string& value) {
  return "--take " + in_shell(fmt::format("{}={}", name, value));
}

/// What settles it as that side has it.
std::string take_side(const Conflict& conflict, const std::string& value) {
  const bool stays = conflict.is_about_presence() && !value.empty();
  return take_option(conflict.name(), stays ? std::string(changes::kept) : value);
}

void print_conflict(const Io& io, const Disagreement& disagreement, const std::string& command) {
  const auto& [path, conflict, ours, theirs] = disagreement;
  io.err << fmt::format("{}: {}, {}\n", called(conflict), side(conflict.ours, ours),
                        side(conflict.theirs, theirs));
  if (conflict.field.empty() && !conflict.is_about_presence()) {
    io.err << fmt::format("  it cannot be merged by field: settle it in '{}' after `git merge`\n", path);
    return;
  }
  io.err << fmt::format("  for the first:  {0} {1}\n  for the second: {0} {2}\n", command,
                        take_side(conflict, conflict.ours), take_side(conflict, conflict.theirs));
}

/// What puts a wrong answer right.
std::string correction(const Settled& settled) {
  const Conflict& conflict = settled.was.conflict;
  const std::string& id = conflict.id;
  const bool is_gone = conflict.is_about_presence() && settled.value.empty();
  if (is_gone) return fmt::format("mentorctl history {}, then record again what was there", in_shell(id));
  const bool is_file = conflict.field.empty() && id.ends_with(store::record_ending);
  if (is_file) return fmt::format("remove {}, then mentorctl record", in_quotes(id));
  if (const std::size_t ending = id.rfind(store::record_ending); ending != std::string::npos)
    return "mentorctl edit " + in_shell(id.substr(0, ending + store::record_ending.size()));
  if (conflict.field.empty()) return fmt::format("mentorctl amend {} --remove", id);
  return fmt::format("mentorctl amend {} {}=VALUE", id, conflict.field);
}

}  // namespace

int print_disagreements(const Io& io, const Shared& shared, const changes::Settlements& given) {
  std::string command = "mentorctl sync";
  if (!shared.merged) {
    for (const auto& [name, value] : given) command += " " + take_option(name, value);
  }
  for (const auto& each : shared.disagreements) print_conflict(io, each, command);
  const bool one = shared.disagreements.size() == 1;
  io.err << fmt::format(
      "{}: {}\n",
      shared.merged ? "what came first was merged here and is not handed on yet" : "nothing was merged",
      one ? "one thing was recorded two ways, say which it is to be"
          : "these were recorded two ways, say of each which it is to be, all in one command");
  print_corrections(io, shared.settled);
  return static_cast<int>(Cause::person);
}

void print_new_values(const Io& io, const std::vector<Settled>& settled) {
  for (const auto& each : settled) {
    if (!each.is_new()) continue;
    const auto& [path, conflict, ours, theirs] = each.was;
    io.err << fmt::format("note: {} is to be {}, which neither side wrote: there were {}, and {}\n",
                          called(conflict), quoted(each.value), side(conflict.ours, ours),
                          side(conflict.theirs, theirs));
  }
}

void print_corrections(const Io& io, const std::vector<Settled>& settled) {
  if (settled.empty()) return;
  io.err << "a merge is never taken back, this corrects what was settled wrongly:\n";
  for (const auto& each : settled) io.err << fmt::format("  {}\n", correction(each));
}

}  // namespace mentor::cmd
