#!/usr/bin/env bash
# What the exit status says when the answer cannot be written: the change stands, a report is lost.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/support/own_machine.sh"
export MENTORCTL_DATA=$box/scheme
"$program" init "$MENTORCTL_DATA" --scheme rotherham 2>"$box/err"

"$program" add-mentor --name Ros --scheme rotherham --role elected-member --id M-AAAAA >/dev/full 2>"$box/err"
grep -qF 'mentorctl: the change was made, but the answer could not be written, see `git show`' "$box/err"
[[ $(git -C "$MENTORCTL_DATA" log -1 --format=%s) == 'add mentor M-AAAAA' ]]

status=0
"$program" list mentors >/dev/full 2>"$box/err" || status=$?
[[ $status == 4 ]]
grep -qF 'mentorctl: cannot write the answer to standard output, free some space and try again' "$box/err"
