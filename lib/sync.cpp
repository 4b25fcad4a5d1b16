#include "sync.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <thread>

#include "base/errors.h"
#include "base/text.h"
#include "git/sharing.h"
#include "joining.h"

namespace mentor {

namespace {

constexpr std::string_view lock_file = "mentorctl.sync.lock";
constexpr int most_attempts = 10;
constexpr int most_refusals = 3;  // one after another, while nothing new comes: another push ends by then

Trouble no_shared_copy() {
  return {Cause::usage,
          "this branch goes with no shared copy, name one with `git remote add origin ADDRESS` and "
          "`git push --set-upstream origin HEAD`"};
}

/// Longer each time, and not the same for two that meet.
void pause(int attempt, const std::function<std::uint32_t()>& random) {
  const int most = 100 << std::min(attempt, 6);
  std::this_thread::sleep_for(
      std::chrono::milliseconds(most / 2 + static_cast<int>(random() % 1000) * most / 2000));
}

/// What another attempt brought.
void add(const Shared& latest, Shared& shared) {
  for (const auto& id : latest.ids) {
    if (std::ranges::find(shared.ids, id) == shared.ids.end()) shared.ids.push_back(id);
  }
  shared.commit = latest.commit;
  shared.merged = shared.merged || latest.merged;
  shared.broken.insert(shared.broken.end(), latest.broken.begin(), latest.broken.end());
  shared.diff = latest.diff;
}

std::string in_words(const Shared& shared, bool handed_on) {
  if (shared.ids.empty() && !handed_on) return "nothing to share, here and there is the same";
  const std::string came = shared.ids.empty() ? ""
                                              : counted(shared.ids.size(), "record", "records") + " came";
  const std::string_view between = shared.ids.empty() || !handed_on ? "" : ", ";
  return fmt::format("{}{}{}", came, between, handed_on ? "what was recorded here was handed on" : "");
}

}  // namespace

Shared sync(const Sharing& sharing) {
  const Writing& writing = sharing.writing;
  const bool dry = writing.dry_run == DryRun::yes;
  const git::Repository here(writing.root);
  // Two that share from one directory would overtake each other for no use.
  const store::Lock alone(here.git_path(lock_file), store::Hold::exclusive, writing.command,
                          std::chrono::seconds(10), store::Lock::Heirs::children,
                          "sharing from this directory");
  {
    git::Repository whole(here.top(), git::Repository::For::writing);
    const Transaction fit(whole.top(), whole, writing.command);
    require_recorded(here);
  }
  Fetched fetched{here.branch(), {}};
  const auto upstream = git::upstream_of(here);
  if (!upstream) throw no_shared_copy();
  Sharing now = sharing;
  Shared shared;
  std::optional<Trouble> refusal;
  int refusals = 0;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    if (attempt > 0) pause(attempt, writing.random);
    git::fetch(here, *upstream);
    std::string theirs = git::fetched(here, *upstream);
    if (theirs != fetched.commit) refusals = 0;
    if (refusals == most_refusals) throw Trouble(*refusal);
    fetched.commit = std::move(theirs);
    Shared latest;
    const bool ahead = join(now, here, fetched, latest);
    if (!latest.disagreements.empty()) {
      if (!shared.merged) return latest;
      shared.disagreements = std::move(latest.disagreements);
      return shared;
    }
    add(latest, shared);
    now.settlements.clear();
    shared.sentence = in_words(shared, ahead && !dry);
    if (dry) return shared;
    if (sharing.tell && !latest.broken.empty()) sharing.tell(latest.broken);
    if (!ahead) return shared;
    refusal = git::push(here, *upstream, shared.commit);
    if (!refusal) return shared;
    ++refusals;
  }
  throw Trouble(
      Cause::machine,
      fmt::format("somebody else was first {} times, what was merged stays here, try again", most_attempts));
}

}  // namespace mentor
