#include "merge_driver.h"

#include <fmt/format.h>

#include <ostream>

#include "base/text.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct MergeDriverOptions {
  std::string before;
  std::string ours;
  std::string theirs;
  std::string path;
  std::string our_label;
  std::string their_label;
  bool past = false;
};

/// `ours (HEAD)`; a git that doesn't know what it is asked for hands the question back.
std::string label(std::string_view side, const std::string& given) {
  return given.empty() || given.starts_with('%') ? std::string(side)
                                                 : fmt::format("{} ({})", side, visible(given));
}

std::string either(const std::string& value, std::string_view side) {
  return value.empty() ? fmt::format("nothing ({})", side) : fmt::format("{} ({})", in_quotes(value), side);
}

int run_merge_driver(const Call& call, const MergeDriverOptions& options) {
  const Driven driven{options.before,
                      options.ours,
                      options.theirs,
                      options.path,
                      label("ours", options.our_label),
                      label("theirs", options.their_label)};
  if (options.past) {
    drive_past(driven);
    return 0;
  }
  const auto conflicts = drive_merge(driven);
  for (const auto& each : conflicts) {
    call.io.err << fmt::format("{}{}{}: {} or {}\n", each.id, each.field.empty() ? "" : " ", each.field,
                               either(each.ours, "ours"), either(each.theirs, "theirs"));
  }
  return conflicts.empty() ? 0 : 1;
}

}  // namespace

void add_merge_driver(Verb& verb) {
  auto options = std::make_shared<MergeDriverOptions>();
  verb.positional("BEFORE", options->before, "the file with what both sides began with (git's %O)");
  verb.positional("OURS", options->ours, "the file with ours, to which the merge is written (%A)");
  verb.positional("THEIRS", options->theirs, "the file with theirs (%B)");
  verb.positional("PATH", options->path, "where the record stands in the work tree (%P)");
  verb.positional("OUR-LABEL", options->our_label, "how git calls our side (%X)", Needed::no);
  verb.positional("THEIR-LABEL", options->their_label, "how git calls their side (%Y)", Needed::no);
  verb.flag("--past", options->past,
            "merge two of the commits that both sides began with, where there are several");
  verb.runs([options](Call& call) { return run_merge_driver(call, *options); });
}

}  // namespace mentor::cmd
