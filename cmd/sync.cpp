#include "sync.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "base/trouble.h"
#include "cmd/commands.h"
#include "cmd/disagreements.h"
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
    const std::string value = take.substr(sign + 1);
    if (!value.empty()) must_be_text("--take", value);
    const auto [given, is_first] = settlements.emplace(take.substr(0, sign), value);
    if (is_first || given->second == value) continue;
    throw usage("--take: {} is answered two ways, give one of the answers", in_quotes(given->first));
  }
  return settlements;
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

void print_broken(const Io& io, const Findings& broken) {
  io.err << "with what came these rules are broken:\n"
         << render::to_text(
                broken, [](std::string_view id) { return std::string(id); }, io.width, render::Colour::no);
}

int run_sync(Call& call, const SyncOptions& options) {
  Sharing sharing{call.writing("sync"), settlements_of(options), {}};
  sharing.tell = [&call](const Shared& latest) {
    if (!latest.broken.empty()) print_broken(call.io, latest.broken);
    print_new_values(call.io, latest.settled);
  };
  const Shared shared = sync(sharing);
  call.io.change_stands = shared.merged || (shared.disagreements.empty() && !call.globals.dry_run);
  if (call.globals.dry_run && shared.disagreements.empty())
    return print_dry_run(call, shared_value(shared), shared.diff);
  if (call.globals.format == Format::json) call.io.out << render::to_json(shared_value(shared));
  if (call.globals.format != Format::json && !shared.ids.empty())
    call.io.out << join(shared.ids, "\n") << '\n';
  if (!shared.disagreements.empty()) return print_disagreements(call.io, shared, sharing.settlements);
  call.io.err << "done: " << shared.sentence << '\n';
  print_corrections(call.io, shared.settled);
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
