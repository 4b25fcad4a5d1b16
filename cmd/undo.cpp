#include "undo.h"

#include <fmt/format.h>

#include <ostream>

#include "base/text.h"
#include "cmd/changes_in_words.h"
#include "cmd/commands.h"
#include "cmd/conversation.h"
#include "cmd/print.h"
#include "render/findings.h"
#include "render/json.h"
#include "trail.h"

namespace mentor::cmd {

namespace {

/// What would be taken back, and what the rules would say.
void show(const Call& call, const Undone& undone) {
  auto& err = call.io.err;
  const std::string day = undone.commit.at.substr(0, undone.commit.at.find('T'));
  err << fmt::format("{}, {}, {}\n  {}\nthis would be taken back:\n", day, visible(undone.commit.by),
                     short_id(undone.commit), visible(undone.commit.subject));
  for (const auto& line : in_words(undone.changes, {})) {
    for (const auto& each : wrap(visible(line), call.io.width - 4)) err << "    " << each << '\n';
  }
  if (undone.changes.empty()) err << "    comments, order or layout\n";
  err << render::to_text(
      undone.outcome.findings, [](std::string_view id) { return std::string(id); }, call.io.width,
      render::Colour::no);
  for (const auto& note : undone.outcome.plan.notes) err << "note: " << visible(note) << '\n';
}

/// Shows what would be taken back until somebody says yes to it as it stands, or no.
bool is_wanted(const Call& call, Writing writing, Undoing& undoing) {
  writing.dry_run = DryRun::yes;
  Undone undone = undo(writing, undoing);
  for (std::string diff;;) {
    if (diff == undone.outcome.diff) return true;
    if (!diff.empty()) call.io.err << "the records changed meanwhile, this would be taken back now\n";
    diff = undone.outcome.diff;
    undoing.commit = undone.commit.id;
    show(call, undone);
    if (!says_yes(call, "take it back?", true)) return false;
    undone = undo(writing, undoing);
  }
}

int run_undo(Call& call, Undoing undoing) {
  const Writing writing = call.writing("undo");
  const bool asks = call.io.asks && writing.dry_run == DryRun::no;
  if (asks && !is_wanted(call, writing, undoing)) {
    if (call.globals.format == Format::json) {
      Value nothing = render::object();
      nothing.add("findings", Value::of_list());
      call.io.out << render::to_json(nothing);
    }
    call.io.err << "nothing was written\n";
    return static_cast<int>(Cause::refused);
  }
  Undone undone = undo(writing, undoing);
  if (asks) undone.outcome.plan.notes.clear();
  return print_outcome(call, undone.outcome);
}

}  // namespace

void add_undo(Verb& verb) {
  auto options = std::make_shared<Undoing>();
  verb.positional(
      "COMMIT", options->commit,
      "the commit to take back, as 'history' shows it; else what the last command did that is no undo "
      "and was not taken back. An undo is taken back by naming it",
      Needed::no);
  verb.option("--why", options->why, "why, for the history; people's names in it become identifiers");
  verb.runs([options](Call& call) { return run_undo(call, *options); });
}

}  // namespace mentor::cmd
