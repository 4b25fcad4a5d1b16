/// `match --meeting`: a rapid meeting event planned.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cmd/verb.h"

namespace mentor::cmd {

struct MeetingOptions {
  bool wanted = false;
  std::vector<std::string> with;
  std::optional<Count> rounds;

  /// Whether anything was said that makes sense for such an event alone.
  [[nodiscard]] bool told() const { return !with.empty() || rounds; }
};

void add_meeting_options(Verb& verb, MeetingOptions& options);

/// Plans it for a scheme, which must be named where several run, and writes nothing. The value is the exit
/// status.
int run_meeting(Call& call, const std::string& scheme, const MeetingOptions& options);

}  // namespace mentor::cmd
