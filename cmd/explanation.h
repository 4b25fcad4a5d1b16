/// What `?` says at a question.
#pragma once

#include <string>
#include <vector>

#include "cmd/question.h"
#include "workspace.h"

namespace mentor::cmd {

/// How an answer is typed, what its words mean, whom one could name, and what Enter does: a line each. The
/// scheme is empty where it isn't known yet; without records to
/// look into, the desk is null.
[[nodiscard]] std::vector<std::string> explanation_of(const Question& question, const std::string& scheme,
                                                      Desk* desk);

}  // namespace mentor::cmd
