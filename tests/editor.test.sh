#!/usr/bin/env bash
# An editor as the real program runs it: which one, with which words, and what becomes of what was typed when the program
# is killed in the middle.
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
for name in "${!GIT_@}" "${!MENTORCTL_@}" VISUAL EDITOR; do unset "$name"; done
export HOME=$box GIT_CONFIG_NOSYSTEM=1 MENTORCTL_TODAY=2026-03-05 MENTORCTL_DATA="$box/it's here/records"
git config --global user.name 'Case Worker'
git config --global user.email case@example.org
git config --global init.defaultBranch main
fails() { echo "editor: $1" >&2; cat out err >&2; exit 1; }
m() { "$MENTORCTL" "$@" >out 2>err </dev/null; }
mkdir "it's here"
m init "$MENTORCTL_DATA" --scheme rotherham
m add-mentor --id M-7KQ2D --name 'Ros Okafor' --scheme rotherham --role elected-member
area_is() { grep -qx "area: $1" "$MENTORCTL_DATA/mentors/M-7KQ2D.yaml" || fails "the area is not $1"; }

cat >writes <<'X'
#!/usr/bin/env bash
# writes AREA FILE
sed -i '/^area:/d' "$2"
echo "area: $1" >>"$2"
X
chmod +x writes

EDITOR="$box/writes Wath" m edit M-7KQ2D || fails 'the words of EDITOR are not read'
area_is Wath
VISUAL="$box/writes 'Bramley Vale'" EDITOR=false m edit M-7KQ2D || fails 'VISUAL does not come first'
area_is 'Bramley Vale'
VISUAL='' EDITOR="$box/writes Maltby" m edit M-7KQ2D || fails 'an empty VISUAL stands in the way'
area_is Maltby
m edit M-7KQ2D && fails 'nobody is there, and still an editor is found'
grep -q 'export EDITOR=nano' err || fails 'it does not say how to name an editor'
EDITOR=/nonexistent m edit M-7KQ2D && fails 'an editor that is not there is no error'
area_is Maltby

# Killed while the editor is open: the record is as it was, and what was typed is there the next time.
cat >waits <<'X'
#!/usr/bin/env bash
echo 'pen_picture: Twenty years on the buses' >>"$1"
touch opened
sleep 5
X
chmod +x waits
EDITOR="$box/waits" "$MENTORCTL" edit M-7KQ2D >out 2>err </dev/null &
program=$!
for ((i = 0; i < 500; i++)); do [[ ! -e opened ]] || break; sleep 0.01; done
kill -KILL $program
wait $program 2>/dev/null || true
[[ -z $(git -C "$MENTORCTL_DATA" status --porcelain) ]] || fails 'a kill left something in the data directory'
m amend M-7KQ2D 'name=Ros Vale' || fails 'a kill of edit stops other commands'
EDITOR="sed -i s/buses/trams/" m edit M-7KQ2D || fails 'what was typed cannot be gone on with'
grep -q 'going on with what was typed before' err || fails 'it does not say that it goes on'
grep -qx 'pen_picture: Twenty years on the trams' "$MENTORCTL_DATA/mentors/M-7KQ2D.yaml" || fails 'what was typed is lost'
grep -qx 'name: Ros Vale' "$MENTORCTL_DATA/mentors/M-7KQ2D.yaml" || fails 'what was recorded meanwhile is lost'
[[ -z $(find "$MENTORCTL_DATA/.git/mentorctl-edit" -name '*.yaml') ]] || fails 'the copy stays after it was kept'
