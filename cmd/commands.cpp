#include "cmd/commands.h"

#include <array>

namespace mentor::cmd {

namespace {

constexpr std::string_view setting_up = "to begin";
constexpr std::string_view about_people = "people";
constexpr std::string_view matches = "matches";
constexpr std::string_view mending = "to put right";
constexpr std::string_view sharing = "to share";
constexpr std::string_view looking = "to look, and change nothing";

constexpr std::array all_commands{
    Command{setting_up, "init", "make a data directory for one or more schemes", add_init},
    Command{setting_up, "setup", "say what this machine lacks for the records, and mend it", add_setup},
    Command{about_people, "add-mentor", "record a new mentor", add_add_mentor},
    Command{about_people, "vet", "record a step in preparing one or more mentors", add_vet},
    Command{about_people, "refer", "record a young person who was referred", add_refer},
    Command{about_people, "survey", "record what a young person answered", add_survey},
    Command{about_people, "concern", "record a safeguarding concern, and to whom it was passed on",
            add_concern},
    Command{about_people, "close", "record that a person leaves the scheme", add_close},
    Command{matches, "match", "propose a match, and start it when it is agreed", add_match},
    Command{matches, "decide", "record what one of the two says to a match", add_decide},
    Command{matches, "start", "start an agreed match", add_start},
    Command{matches, "log-session", "log a session that was held or called off", add_log_session},
    Command{matches, "check-in", "log a conversation with one of a pair or their key adult", add_check_in},
    Command{matches, "goal", "set a goal, or record what came of one", add_goal},
    Command{matches, "reflect", "record somebody's own account of a match", add_reflect},
    Command{matches, "log-event", "log a group event: who was invited, who came", add_log_event},
    Command{matches, "pause", "record that a match pauses, now or later", add_pause},
    Command{matches, "resume", "record that a paused match goes on", add_resume},
    Command{matches, "renew", "record that a pair chose to go on", add_renew},
    Command{matches, "end", "end a match", add_end},
    Command{matches, "reopen", "bring back a match that is over, or a person who left", add_reopen},
    Command{mending, "amend", "correct fields of a record or of one of its entries", add_amend},
    Command{mending, "edit", "change a record in your editor", add_edit},
    Command{mending, "undo", "take back what one command did", add_undo},
    Command{mending, "waive", "answer for what a rule found, until a day", add_waive},
    Command{mending, "record", "check and keep the records that were changed by hand", add_record},
    Command{sharing, "sync", "merge what others recorded, and hand on what was recorded here", add_sync},
    Command{sharing, "import", "take in rows of a spreadsheet, or the files of an export", add_import},
    Command{looking, "list", "list records with their state", add_list},
    Command{looking, "show", "show one record", add_show},
    Command{looking, "suggest", "rank the mentors for a young person, and say why", add_suggest},
    Command{looking, "activities", "list what a pair could do together", add_activities},
    Command{looking, "brief", "show what a mentor is handed: whom to call, and how the two first meet",
            add_brief},
    Command{looking, "history", "show who changed what, from what to what, when and why", add_history},
    Command{looking, "check", "check every record and every rule", add_check},
    Command{looking, "rules", "explain the rules in force, and who says so", add_rules},
    Command{looking, "report", "show what needs doing, and how commitments stand", add_report},
    Command{looking, "export", "hand the records on as CSV, JSON, a database or a calendar", add_export},
    Command{for_git, "merge-driver", "merge three versions of a record, when git asks for it",
            add_merge_driver},
};

}  // namespace

std::span<const Command> commands() { return all_commands; }

void add_globals(Verb& verb, Globals& globals) {
  verb.option("--data DIR", globals.data,
              "the data directory (else $MENTORCTL_DATA, else the nearest one above)");
  verb.option("--today", globals.today,
              "the day to go by, YYYY-MM-DD (else $MENTORCTL_TODAY, else the clock's)");
  verb.option("--as-of", globals.as_of,
              "look by that day, YYYY-MM-DD, without what happened later; plans stand");
  verb.option("--known-at REV|DATE", globals.known_at,
              "look at the records as they were committed then: a commit, or the last one of a day");
  verb.option("--format", globals.format, "how to write what is found");
  verb.flag("--dry-run", globals.dry_run, "show the change and write nothing");
  verb.option("--override REASON", globals.override_reason, "pass a rule that says should, and why");
  verb.option("--authorised-by WHO", globals.authorised_by, "who answers for that");
  verb.option("--until", globals.override_until, "the first day on which that no longer holds");
}

}  // namespace mentor::cmd
