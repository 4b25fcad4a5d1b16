/// The list of commands: each is one file, and one line in commands.cpp.
#pragma once

#include <span>
#include <string_view>

#include "cmd/verb.h"

namespace mentor::cmd {

/// The group of commands that git runs, and nobody else: no overview lists them.
inline constexpr std::string_view for_git = "for git";

struct Command {
  std::string_view group;  ///< the heading that it stands under in the help; see for_git
  std::string_view name;
  std::string_view summary;  ///< one line for the help
  void (*add)(Verb& verb);
};

/// All of them; those of a group stand together.
[[nodiscard]] std::span<const Command> commands();

/// The options that may stand before or after any command.
void add_globals(Verb& verb, Globals& globals);

void add_init(Verb& verb);
void add_add_mentor(Verb& verb);
void add_vet(Verb& verb);
void add_refer(Verb& verb);
void add_match(Verb& verb);
void add_decide(Verb& verb);
void add_start(Verb& verb);
void add_log_session(Verb& verb);
void add_check_in(Verb& verb);
void add_goal(Verb& verb);
void add_reflect(Verb& verb);
void add_log_event(Verb& verb);
void add_pause(Verb& verb);
void add_resume(Verb& verb);
void add_renew(Verb& verb);
void add_end(Verb& verb);
void add_reopen(Verb& verb);
void add_survey(Verb& verb);
void add_concern(Verb& verb);
void add_close(Verb& verb);
void add_undo(Verb& verb);
void add_waive(Verb& verb);
void add_amend(Verb& verb);
void add_edit(Verb& verb);
void add_record(Verb& verb);
void add_import(Verb& verb);
void add_list(Verb& verb);
void add_show(Verb& verb);
void add_suggest(Verb& verb);
void add_activities(Verb& verb);
void add_brief(Verb& verb);
void add_history(Verb& verb);
void add_check(Verb& verb);
void add_rules(Verb& verb);
void add_report(Verb& verb);
void add_export(Verb& verb);
void add_sync(Verb& verb);
void add_merge_driver(Verb& verb);
void add_setup(Verb& verb);

}  // namespace mentor::cmd
