#include "sync.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/conversation.h"
#include "cmd/print.h"
#include "render/findings.h"
#include "render/json.h"

namespace mentor::cmd {

namespace {

struct SyncOptions {
  std::vector<std::string> takes;
};

changes::Settlements settlements_of(const SyncOptions& options) {
  changes::Settlements settlements;
  for (const auto& take : options.takes) {
    const std::size_t sign = take.find('=');
    if (sign == std::string::npos || sign == 0)
      throw Trouble(Cause::usage, fmt::format("--take: {} is no ID.KEY=VALUE", in_quotes(take)));
    if (const std::string value = take.substr(sign + 1); !value.empty()) must_be_text("--take", value);
    settlements[take.substr(0, sign)] = take.substr(sign + 1);
  }
  return settlements;
}

bool is_about_presence(const changes::Conflict& conflict) {
  return conflict.field.empty() && (conflict.ours.empty() || conflict.theirs.empty());
}

std::string side(const std::string& value, const Writer& writer) {
  return fmt::format("{} by {} on {}", value.empty() ? "nothing" : in_quotes(value), visible(writer.name),
                     writer.day);
}

/// What settles it, as somebody would type it.
std::string take_option(const changes::Conflict& conflict, const std::string& value) {
  const std::string given = is_about_presence(conflict) && !value.empty() ? std::string(changes::kept)
                                                                          : value;
  return "--take " + in_shell(fmt::format("{}={}", conflict.name(), given));
}

void print_conflict(const Io& io, const Disagreement& disagreement) {
  const auto& [path, conflict, ours, theirs] = disagreement;
  io.err << fmt::format("{}{}{}: {}, {}\n", conflict.id, conflict.field.empty() ? "" : " ", conflict.field,
                        side(conflict.ours, ours), side(conflict.theirs, theirs));
  if (conflict.field.empty() && !is_about_presence(conflict)) {
    io.err << fmt::format("  it cannot be merged by field: settle it in '{}' after `git merge`\n", path);
    return;
  }
  io.err << fmt::format("  for the first:  mentorctl sync {}\n  for the second: mentorctl sync {}\n",
                        take_option(conflict, conflict.ours), take_option(conflict, conflict.theirs));
}

Value side_value(const std::string& said, const Writer& writer) {
  Value value = Value::of_map();
  value.add("value", said.empty() ? Value() : Value::of_text(said));
  value.add("by", Value::of_text(writer.name));
  value.add("on", Value::of_token(writer.day));
  return value;
}

Value conflict_value(const Disagreement& disagreement) {
  const auto& [path, conflict, ours, theirs] = disagreement;
  Value value = Value::of_map();
  value.add("id", Value::of_token(conflict.id));
  value.add("field", conflict.field.empty() ? Value() : Value::of_token(conflict.field));
  value.add("before", conflict.before.empty() ? Value() : Value::of_text(conflict.before));
  value.add("ours", side_value(conflict.ours, ours));
  value.add("theirs", side_value(conflict.theirs, theirs));
  return value;
}

Value shared_value(const Shared& shared) {
  Value value = render::object();
  value.add("id", shared.ids.empty() ? Value() : Value::of_token(shared.ids.front()));
  Value ids = Value::of_list();
  for (const auto& id : shared.ids) ids.items.push_back(Value::of_token(id));
  value.add("ids", std::move(ids));
  value.add("commit", shared.commit.empty() ? Value() : Value::of_token(shared.commit));
  value.add("findings", render::to_value(shared.broken));
  Value conflicts = Value::of_list();
  for (const auto& each : shared.disagreements) conflicts.items.push_back(conflict_value(each));
  value.add("conflicts", std::move(conflicts));
  return value;
}

int print_disagreements(const Io& io, const Shared& shared) {
  for (const auto& each : shared.disagreements) print_conflict(io, each);
  const bool one = shared.disagreements.size() == 1;
  io.err << fmt::format(
      "{}: {}\n",
      shared.merged ? "what came first was merged here and is not handed on yet" : "nothing was merged",
      one ? "one thing was recorded two ways, say which it is to be"
          : "these were recorded two ways, say of each which it is to be, all in one command");
  return static_cast<int>(Cause::person);
}

void print_broken(const Io& io, const Findings& broken) {
  io.err << "with what came these rules are broken:\n"
         << render::to_text(
                broken, [](std::string_view id) { return std::string(id); }, io.width, render::Colour::no);
}

int run_sync(Call& call, const SyncOptions& options) {
  Sharing sharing{call.writing("sync"), settlements_of(options), {}};
  sharing.tell = [&call](const Findings& broken) { print_broken(call.io, broken); };
  const Shared shared = sync(sharing);
  call.io.change_stands = shared.merged || (shared.disagreements.empty() && !call.globals.dry_run);
  if (call.globals.dry_run && shared.disagreements.empty())
    return print_dry_run(call, shared_value(shared), shared.diff);
  if (call.globals.format == Format::json) call.io.out << render::to_json(shared_value(shared));
  if (call.globals.format != Format::json && !shared.ids.empty())
    call.io.out << join(shared.ids, "\n") << '\n';
  if (!shared.disagreements.empty()) return print_disagreements(call.io, shared);
  call.io.err << "done: " << shared.sentence << '\n';
  const bool must = std::ranges::any_of(shared.broken,
                                        [](const Finding& each) { return each.severity == Severity::must; });
  return must ? static_cast<int>(Cause::refused) : 0;
}

}  // namespace

void add_sync(Verb& verb) {
  auto options = std::make_shared<SyncOptions>();
  verb.option("--take ID.KEY=VALUE", options->takes,
              "what a field is to say that two people changed two ways; an empty VALUE removes it");
  verb.runs([options](Call& call) { return run_sync(call, *options); });
}

}  // namespace mentor::cmd
