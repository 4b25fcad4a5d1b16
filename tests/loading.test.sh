#!/usr/bin/env bash
# What a start loads: every command pays for it. SQLite's library, which binds all of its functions at once, waits for an
# export that asks for a database.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/support/own_machine.sh"
export MENTORCTL_DATA=$box/scheme MENTORCTL_TODAY=2026-11-02
"$program" init "$MENTORCTL_DATA" --scheme rotherham 2>"$box/err"

LD_TRACE_LOADED_OBJECTS=1 "$program" >"$box/loaded"
grep -q 'libyaml-cpp' "$box/loaded"
[[ $(<"$box/loaded") != *sqlite* ]]
# An empty entry stands for the folder in which somebody happens to be.
mkdir "$box/here"
: >"$box/here/libfmt.so.9"
(cd "$box/here" && "$program" --version >/dev/null)

"$program" export --format sqlite -o "$box/whole.db" 2>"$box/err"
[[ $(head -c 15 "$box/whole.db") == 'SQLite format 3' ]]

# Without the library the export says so, makes no file, and all else goes on.
mkdir "$box/broken"
: >"$box/broken/libsqlite3.so.0"
status=0
LD_LIBRARY_PATH=$box/broken "$program" export --format sqlite -o "$box/none.db" 2>"$box/err" || status=$?
[[ $status == 4 && ! -e $box/none.db ]]
grep -qF "cannot make the database: SQLite's library libsqlite3.so.0 cannot be loaded, put that right" "$box/err"
LD_LIBRARY_PATH=$box/broken "$program" list mentors >/dev/null
