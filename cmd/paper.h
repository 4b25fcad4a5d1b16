/// What the commands that print a form and read it filled in have in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "actions/plan.h"
#include "cmd/verb.h"
#include "policy/edition.h"

namespace mentor::cmd {

/// The two options of a form.
struct Paper {
  bool form = false;
  std::string from;

  [[nodiscard]] bool is_used() const { return form || !from.empty(); }
};

/// Adds `--form` and `--from`; with either, the rest is not needed. `what` names what is filled in: `a
/// referral`.
void add_paper(Verb& verb, Paper& paper, std::string_view what);

enum class TellsMore : bool { no, yes };

/// Throws Trouble (usage) when both are given, or a form and more beside it than `allowed` names.
void must_stand_in_form(const Paper& paper, TellsMore more, std::string_view allowed);

using EmptyForm = std::string (*)(const std::vector<std::string>& schemes, const policy::Policies& policies,
                                  Day today);

/// What a person should know of a form that was read: what they wrote behind a `#` is left out.
[[nodiscard]] std::vector<std::string> notes_on(const std::string& filled, EmptyForm empty_form,
                                                const actions::Facts& facts);

/// Prints the form of these schemes: of one, or of all that run here when it is empty.
int print_form(const Call& call, std::string_view command, const std::string& scheme, EmptyForm empty_form);

}  // namespace mentor::cmd
