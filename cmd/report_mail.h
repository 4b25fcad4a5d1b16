/// The nightly report as a message.
#pragma once

#include <string>
#include <vector>

#include "cmd/call.h"
#include "cmd/made_report.h"

namespace mentor::cmd {

/// Throws Trouble (usage) unless the report can be mailed, and to these.
void must_be_mail(const AskedReport& asked, const std::vector<std::string>& to);

/// A complete message. Its subject says how much there is to do and names nobody. When nothing was recorded
/// and no rule found anything new since the day before, what can wait is counted in a line.
void print_mail(const Call& call, ReadingRoom& room, const Made& made, const std::vector<std::string>& to);

}  // namespace mentor::cmd
