#include "by_hand.h"
#include "cmd/commands.h"
#include "cmd/print.h"

namespace mentor::cmd {

namespace {

struct RecordOptions {
  std::string message;
};

int run_record(Call& call, const RecordOptions& options) {
  return print_outcome(call, record_by_hand(call.writing("record"), options.message));
}

}  // namespace

void add_record(Verb& verb) {
  auto options = std::make_shared<RecordOptions>();
  verb.option("--message", options->message, "why, for the history; people's names in it become identifiers");
  verb.runs([options](Call& call) { return run_record(call, *options); });
}

}  // namespace mentor::cmd
