#!/usr/bin/env bash
# What the exit status says when the answer cannot be written: the change stands, a report is lost.
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
trap 'echo "failed at line $LINENO: $BASH_COMMAND" >&2' ERR
program=$MENTORCTL
for name in "${!GIT_@}" "${!MENTORCTL@}" EMAIL; do unset "$name"; done
export HOME=$box XDG_CONFIG_HOME=$box/.config GIT_CONFIG_NOSYSTEM=1 LC_ALL=C.UTF-8
git config --global user.name 'Case Worker'
git config --global user.email case@example.org
export MENTORCTL_DATA=$box/scheme
"$program" init "$MENTORCTL_DATA" --scheme rotherham 2>"$box/err"

"$program" add-mentor --name Ros --scheme rotherham --role elected-member --id M-AAAAA >/dev/full 2>"$box/err"
grep -qF 'mentorctl: the change was made, but the answer could not be written, see `git show`' "$box/err"
[[ $(git -C "$MENTORCTL_DATA" log -1 --format=%s) == 'add mentor M-AAAAA' ]]

status=0
"$program" list mentors >/dev/full 2>"$box/err" || status=$?
[[ $status == 4 ]]
grep -qF 'mentorctl: cannot write the answer to standard output, free some space and try again' "$box/err"
