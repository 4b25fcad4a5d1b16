/// What `match` and `start` both take.
#pragma once

#include <functional>
#include <string_view>

#include "actions/matches.h"
#include "cmd/verb.h"

namespace mentor::cmd {

/// Something that a start takes: whether it lacks, and whether a rule of the scheme wants it.
struct Gap {
  bool lacks = false;
  bool wanted = false;
};

struct StartOptions {
  actions::StartTerms terms;
  Gap yes;
  Gap contacts;
  Gap meeting;
  Gap activity;
  Gap broker;
  Gap focus;
};

/// Asked for on a terminal once `begins` holds: what lacks, if a rule wants any of it.
void add_start_options(Verb& verb, StartOptions& options, const std::function<bool()>& begins);

/// What lacks for a start of that match, which is new or proposed, by the scheme's policy.
void look_for_gaps(StartOptions& options, const Match& match, std::string_view scheme, Desk& desk);

}  // namespace mentor::cmd
