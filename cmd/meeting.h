/// `match --meeting`: a rapid meeting event planned.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cmd/verb.h"

namespace mentor::cmd {

struct MeetingOptions {
  bool wanted = false;
  std::string scheme;
  std::vector<std::string> with;
  std::optional<Count> rounds;

  /// Whether anything was said that makes sense for such an event alone.
  [[nodiscard]] bool told() const { return !scheme.empty() || !with.empty() || rounds; }
};

void add_meeting_options(Verb& verb, MeetingOptions& options);

/// Plans it, and writes nothing. The value is the exit status.
int run_meeting(Call& call, const MeetingOptions& options);

}  // namespace mentor::cmd
