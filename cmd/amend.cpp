#include "actions/amend.h"

#include <algorithm>

#include "base/text.h"
#include "cmd/commands.h"
#include "model/schema.h"

namespace mentor::cmd {

namespace {

struct Options {
  std::vector<std::string> words;  ///< RECORD KEY=VALUE…
  bool remove = false;
  std::string why;
};

/// The record, or the entry of it or of its log, with what has to be read.
actions::Address address_of(Desk& desk, const std::string& text) {
  const auto [record, entry] = store::split_entry(text);
  if (entry && entry->kind() == SessionId::letter) {
    const auto match = desk.match(record);
    desk.read<SessionLog>(match);
    return {match, entry};
  }
  const Id owner = desk.record(record);
  if (entry && entry->kind() == CheckInId::letter) desk.read<CheckInLog>(owner);
  return {owner, entry};
}

/// Whom a record belongs to is what others rely on.
bool moves(const actions::Amendment& amendment) { return amendment.key == key_of(&Mentor::scheme); }

std::vector<actions::Amendment> amendments_of(const Options& options) {
  std::vector<actions::Amendment> amendments;
  for (std::size_t i = 1; i < options.words.size(); ++i) {
    amendments.push_back(actions::parse_amendment(options.words[i]));
  }
  if (amendments.empty() != options.remove) {
    throw Trouble(Cause::usage, options.remove
                                    ? "--remove strikes the whole entry, and takes no KEY=VALUE"
                                    : "nothing to amend is given, write KEY=VALUE, or KEY= to take "
                                      "a field out");
  }
  return amendments;
}

int run_amend(Call& call, const Options& options) {
  const auto amendments = amendments_of(options);
  return call.write("amend", [&](Desk& desk, const actions::Facts& facts) {
    const auto address = address_of(desk, options.words.front());
    if (!options.why.empty()) desk.read_names();
    desk.read_around(address.record);
    if (std::ranges::any_of(amendments, moves)) desk.read_everything();
    auto plan = options.remove ? actions::strike(address, facts) : actions::amend(address, amendments, facts);
    plan.why = options.why;
    plan.tells = true;
    return plan;
  });
}

}  // namespace

void add_amend(Verb& verb) {
  auto options = std::make_shared<Options>();
  verb.positionals(
      "RECORD KEY=VALUE...", options->words,
      "what to correct, a record or an entry such as P-9X2MC/S-8F3K2, then the fields: KEY=VALUE "
      "sets one, KEY= takes it out, KEY+=VALUE and KEY-=VALUE add to a list and take from it");
  verb.flag("--remove", options->remove, "strike the whole entry");
  verb.option("--why", options->why, "why, for the history; people's names in it become identifiers");
  verb.runs([options](Call& call) { return run_amend(call, *options); });
}

}  // namespace mentor::cmd
