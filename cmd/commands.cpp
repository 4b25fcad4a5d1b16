#include "cmd/commands.h"

#include <array>

namespace mentor::cmd {

namespace {

constexpr std::array list{
    Command{"init", "make a data directory for one or more schemes", add_init},
    Command{"add-mentor", "record a new mentor", add_add_mentor},
    Command{"vet", "record a step in preparing one or more mentors", add_vet},
    Command{"refer", "record a young person who was referred", add_refer},
    Command{"match", "propose a match, and start it when it is agreed", add_match},
    Command{"decide", "record what one of the two says to a match", add_decide},
    Command{"start", "start an agreed match", add_start},
    Command{"log-session", "log a session that was held or called off", add_log_session},
    Command{"log-event", "log a group event: who was invited, who came", add_log_event},
    Command{"end", "end a match", add_end},
    Command{"close", "record that a person leaves the scheme", add_close},
    Command{"list", "list records with their state", add_list},
    Command{"show", "show one record", add_show},
    Command{"check", "check every record and every rule", add_check},
    Command{"rules", "explain the rules in force, and who says so", add_rules},
    Command{"report", "show what needs doing, and how commitments stand", add_report},
};

}  // namespace

std::span<const Command> commands() { return list; }

}  // namespace mentor::cmd
