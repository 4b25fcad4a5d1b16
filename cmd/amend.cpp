#include "actions/amend.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "cmd/commands.h"
#include "model/schema.h"

namespace mentor::cmd {

namespace {

struct AmendOptions {
  std::vector<std::string> words;  ///< RECORD… KEY=VALUE…
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
bool moves(const actions::Amendment& amendment) {
  return amendment.key == key_of(&Mentor::scheme) || amendment.key == key_of(&Match::mentor) ||
         amendment.key == key_of(&Match::young_person);
}

/// Whether it is a decision, an ending or a coming back, by which a match takes up its people or sets them
/// free.
bool turns(const actions::Address& address, const Register& records) {
  const auto match = MatchId::parse(address.record.view());
  if (!match || !address.entry) return false;
  const auto is_in = [&](const auto& entries) {
    return std::ranges::any_of(entries, [&](const auto& each) { return Id(each.id) == *address.entry; });
  };
  const Match& record = records.matches.at(*match);
  return is_in(record.decisions) || is_in(record.endings) || is_in(record.reopened);
}

/// Whether it says who was at an event: a mentor who came may get a step from it.
bool says_who_came(const actions::Amendment& amendment) {
  return amendment.key == key_of(&Event::attended) || amendment.key == key_of(&Event::invited);
}

/// What the words say: the first is a record or an entry, and so are further entries; the rest corrects them.
struct Request {
  std::vector<std::string> named;
  std::vector<actions::Amendment> amendments;
};

Request request_of(const AmendOptions& options) {
  Request request;
  for (const auto& each : options.words) {
    const bool is_entry = each.find('=') == std::string::npos && each.find('/') != std::string::npos;
    if (request.named.empty() || is_entry) {
      request.named.push_back(each);
    } else {
      request.amendments.push_back(actions::parse_amendment(each));
    }
  }
  if (request.amendments.empty() != options.remove) {
    throw Trouble(Cause::usage, options.remove
                                    ? "--remove strikes the whole entry, and takes no KEY=VALUE"
                                    : "nothing to amend is given, write KEY=VALUE, or KEY= to take "
                                      "a field out");
  }
  return request;
}

/// Each once, however often it is named. Several are entries all.
std::vector<actions::Address> addresses_of(Desk& desk, const std::vector<std::string>& named) {
  std::vector<actions::Address> addresses;
  for (const auto& each : named) {
    const auto address = address_of(desk, each);
    desk.read_around(address.record);
    if (std::ranges::find(addresses, address) == addresses.end()) addresses.push_back(address);
  }
  if (addresses.size() == 1 || addresses.front().entry) return addresses;
  throw Trouble(Cause::usage,
                fmt::format("{} is no entry: several are amended at once when all are, such as {}",
                            addresses.front().text(), addresses.back().text()));
}

int run_amend(Call& call, const AmendOptions& options) {
  const Request request = request_of(options);
  return call.write("amend", [&](Desk& desk, const actions::Facts& facts) {
    const auto addresses = addresses_of(desk, request.named);
    if (!options.why.empty()) desk.read_names();
    const auto turns_here = [&](const actions::Address& each) { return turns(each, desk.records()); };
    if (std::ranges::any_of(request.amendments, says_who_came)) desk.read_names();
    if (std::ranges::any_of(request.amendments, moves) || std::ranges::any_of(addresses, turns_here))
      desk.read_everything();
    auto plan = options.remove ? actions::strike(addresses, facts)
                               : actions::amend(addresses, request.amendments, facts);
    plan.why = options.why;
    plan.tells = true;
    return plan;
  });
}

}  // namespace

void add_amend(Verb& verb) {
  auto options = std::make_shared<AmendOptions>();
  verb.positionals(
      "RECORD KEY=VALUE...", options->words,
      "what to correct, a record or an entry such as P-9X2MC/S-8F3K2, or several entries, then the fields: "
      "KEY=VALUE sets one, KEY= takes it out, KEY+=VALUE and KEY-=VALUE add to a list and take from it");
  verb.flag("--remove", options->remove, "strike the whole entry, or each of several");
  verb.option("--why", options->why, "why, for the history; people's names in it become identifiers");
  verb.runs([options](Call& call) { return run_amend(call, *options); });
}

}  // namespace mentor::cmd
