#!/usr/bin/env bash
# The main job through the real program: Rotherham from an empty directory to an ending, what stops a command on the
# way, and how months are counted. Every figure is worked out by hand from the scheme's rules.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/support/own_machine.sh"
export MENTORCTL_DATA=$box/scheme

fail() { echo "$1" >&2; cat out err >&2; exit 1; }
m() { "$program" "$@"; }
# new COMMAND…: the first identifier that the command prints
new() { m "$@" 2>err | head -n 1; }
# gives STATUS COMMAND…: the command ends so; what it said is kept in out and err
gives() {
  local want=$1 got=0
  shift
  "$@" >out 2>err || got=$?
  [[ $got == "$want" ]] || fail "exit status $got, not $want: $*"
}
says() { grep -qF -- "$1" err || fail "the error does not say: $1"; }
shows() { grep -qF -- "$1" out || fail "the output does not show: $1"; }
same() { [[ $1 == "$2" ]] || fail "not the same:"$'\n'"$1"$'\n'"and:"$'\n'"$2"; }
git_here() { git -C "$MENTORCTL_DATA" "$@"; }
# HEAD, the index and every file that git does not keep for itself
state() {
  git_here rev-parse HEAD
  git_here status --porcelain=v2 --untracked-files=all
  (cd "$MENTORCTL_DATA" && find . -name .git -prune -o -printf '%p %m\n' | sort &&
    find . -name .git -prune -o -type f -print0 | sort -z | xargs -0 sha256sum)
}
# refuses STATUS TEXT COMMAND…: the command says so in one message, on the side of errors, and changes nothing
refuses() {
  local status=$1 text=$2 before
  shift 2
  before=$(state)
  gives "$status" "$@"
  says "$text"
  [[ ! -s out ]] || fail "an error on the side of data"
  same "$(state)" "$before"
}
# periods MATCH: its rows of the commitment report
periods() {
  m report commitment --format csv |
    awk -F, -v id="$1" '$1 == "periods" && $2 == id { print $7, $8, $9 "/" $10, $11 }'
}

# A mentor who has done everything but the DBS check.
ready_mentor() {
  local id topic
  id=$(new add-mentor --name "$1" --scheme rotherham --role senior-manager --born 1978-03-14 --area Rotherham \
    --interest football --language English --capacity 9)
  new vet "$id" information-session --on 2025-11-09 >/dev/null
  new vet "$id" line-manager --on 2025-11-20 >/dev/null
  for topic in safeguarding boundaries mentor-role relationship-building confidentiality problem-solving; do
    new vet "$id" training --topic "$topic" --on 2025-11-30 >/dev/null
  done
  new vet "$id" pen-picture --on 2025-12-01 --text "Walks, and listens" >/dev/null
  echo "$id"
}
referral() {
  new refer --name "$1" --scheme rotherham --born 2006-05-20 --area Rotherham --on 2026-01-05 --agreed-on 2026-01-05 \
    --referred-by "EET Action Group" --role eet-group --key-adult "Sam Patel" --key-adult-role personal-adviser \
    --emergency-contact "Sam Patel, personal adviser, 01709 000001" --need eet --eet neet
}
started() {
  new match "$1" "$2" --agreed young-person --agreed mentor --start "$3" --contacts-given --first-meeting "$3" \
    --activity Bowling --brokered-by Team --focus "A first job"
}
log() { m log-session "$1" --date "$2" --minutes "$3" --kind one-to-one >out 2>err; }

# --- From an empty directory to an ending -------------------------------------------------------------------------

export MENTORCTL_TODAY=2026-01-05
gives 0 m init scheme --scheme rotherham
mentor=$(ready_mentor "Ros Okafor-Vale")
yp=$(referral "Tia Quillfeather")
same "$(git_here rev-list --count HEAD)" 12  # init, the mentor, nine steps, the referral
MENTORCTL_TODAY=2026-02-01
pair=$(started quillfeather okafor 2026-02-01)
[[ $mentor =~ ^M-[0-9A-HJKMNP-TV-Z]{5}$ && $yp =~ ^Y-[0-9A-HJKMNP-TV-Z]{5}$ && $pair =~ ^P-[0-9A-HJKMNP-TV-Z]{5}$ ]]
MENTORCTL_TODAY=2026-03-12
gives 0 m log-session "$pair" --date 2026-02-10 --minutes 60 --kind one-to-one --activity "CV writing"
gives 0 m log-session Quillfeather --date 2026-02-24 --minutes 30 --kind one-to-one
gives 0 m log-session "${pair:0:4}" --date 2026-03-12 --minutes 60 --kind one-to-one --cost 7.40
MENTORCTL_TODAY=2026-04-02
gives 0 m check
shows "60 of 90 minutes"
gives 0 m report nightly
shows "$pair"
gives 0 m
shows "$pair"
same "$(periods "$pair")" "2026-02-01 2026-03-01 90/90 met
2026-03-01 2026-04-01 60/90 short
2026-04-01 2026-05-01 0/90 running"

# --- What stops a command -------------------------------------------------------------------------------------------

tea=(m log-session "$pair" --date 2026-04-01 --minutes 60 --kind call)
refuses 1 commitment.ended_early m end "$pair" --as completed --by mentor --reason "Moved away"
refuses 2 "did you mean 'log-session'" m log-sesion "$pair" --minutes 60 --kind call
refuses 2 "did you mean '--minutes'" m log-session "$pair" --minuts 60 --kind call
refuses 2 "did you mean 'one-to-one'" m log-session "$pair" --minutes 60 --kind one-on-one
refuses 2 "there is no match 'Nobody'" m log-session Nobody --minutes 60 --kind call
refuses 2 "--date: 2026-04-03 is still to come" m log-session "$pair" --date 2026-04-03 --minutes 60 --kind call

echo 'ended: 2026-03-01' >>"scheme/matches/$pair.yaml"
git_here commit --quiet --all -m 'by hand'
line=$(wc -l <"scheme/matches/$pair.yaml")
refuses 3 "matches/$pair.yaml:$line:1: " "${tea[@]}"
says "  $line | ended: 2026-03-01"
refuses 3 "matches/$pair.yaml:$line:1: " m check
refuses 3 "matches/$pair.yaml:$line:1: " m report nightly
git_here reset --quiet --hard HEAD~1

mkdir nobody
refuses 4 "git doesn't know who you are" env HOME="$box/nobody" "$program" "${tea[@]:1}"
same "$(wc -l <err)" 1

# Root writes where chmod forbids it: there a read-only mount serves, or to be somebody else.
mount_read_only='mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
somebody=(setpriv --reuid 65534 --regid 65534 --clear-groups)
read_only=()
if ((EUID)); then
  read_only=(env)
  chmod -R a-w scheme
elif unshare -m sh -c "$mount_read_only" "$box/scheme" true 2>/dev/null; then
  read_only=(unshare -m sh -c "$mount_read_only" "$box/scheme")
elif chmod 755 "$box" && "${somebody[@]}" "$program" --version >/dev/null 2>&1; then
  git config --global safe.directory '*'
  read_only=("${somebody[@]}")
fi
if ((${#read_only[@]})); then
  refuses 4 "$box/scheme" "${read_only[@]}" "$program" "${tea[@]:1}"
  same "$(wc -l <err)" 1
else
  echo "not tried: nothing can be made read-only here" >&2
fi
chmod -R u+w scheme

gives 0 "${tea[@]}"
same "$(git_here log -1 --format= --name-only)" "sessions/$pair.yaml"

# --- The ending -----------------------------------------------------------------------------------------------------

MENTORCTL_TODAY=2026-04-15
gives 0 m end "$pair" --as broke-down --by young-person --reason "Not the right fit" --rematch young-person
gives 0 m list young-people
shows "waiting"
same "$(git_here status --porcelain)" ""
same "$(git_here log -1 --format=%B | grep '^Mentorctl-Record: ')" "Mentorctl-Record: $pair"
git_here log --format=%B%an --name-only >out
if grep -iwE 'Ros|Okafor|Vale|Tia|Quillfeather|Patel|Bowling|Walks|fit' out; then fail "the history names somebody"; fi

# --- Months from the last days of one ---------------------------------------------------------------------------------

# begins START SESSION…: a match from that day with sessions of DATE=MINUTES
begins() {
  local id session
  id=$(started "$(referral "Since $1")" "$mentor" "$1")
  for session in "${@:2}"; do log "$id" "${session%=*}" "${session#*=}"; done
  echo "$id"
}

MENTORCTL_TODAY=2027-03-01  # from 31 August: clamped in September, November and February, and back on the 31st
pair=$(begins 2026-08-31 2026-08-31=45 2026-09-29=45 2026-09-30=90 2026-10-30=5 2026-10-31=89 2026-11-30=60 \
  2026-12-30=30 2027-02-27=90 2027-02-28=10)
same "$(periods "$pair")" "2026-08-31 2026-09-30 90/90 met
2026-09-30 2026-10-31 95/90 met
2026-10-31 2026-11-30 89/90 short
2026-11-30 2026-12-31 90/90 met
2026-12-31 2027-01-31 0/90 short
2027-01-31 2027-02-28 90/90 met
2027-02-28 2027-03-31 10/90 running"

MENTORCTL_TODAY=2027-05-31  # from 31 January of a common year
pair=$(begins 2027-01-31 2027-02-27=90 2027-02-28=60 2027-03-30=30 2027-03-31=89)
same "$(periods "$pair")" "2027-01-31 2027-02-28 90/90 met
2027-02-28 2027-03-31 90/90 met
2027-03-31 2027-04-30 89/90 short
2027-04-30 2027-05-31 0/90 short
2027-05-31 2027-06-30 0/90 running"

MENTORCTL_TODAY=2027-04-30  # from the 30th: only February is shorter
pair=$(begins 2026-12-30 2027-01-30=90 2027-02-28=89)
same "$(periods "$pair")" "2026-12-30 2027-01-30 0/90 short
2027-01-30 2027-02-28 90/90 met
2027-02-28 2027-03-30 89/90 short
2027-03-30 2027-04-30 0/90 short
2027-04-30 2027-05-30 0/90 running"

MENTORCTL_TODAY=2028-04-29  # from 31 January of a leap year
pair=$(begins 2028-01-31 2028-02-28=90 2028-02-29=30 2028-03-30=59 2028-03-31=7)
same "$(periods "$pair")" "2028-01-31 2028-02-29 90/90 met
2028-02-29 2028-03-31 89/90 short
2028-03-31 2028-04-30 7/90 running"

MENTORCTL_TODAY=2029-03-01  # from 29 February: a year later there is none
pair=$(begins 2028-02-29 2028-02-29=90 2029-02-27=90 2029-02-28=8)
same "$(periods "$pair" | sed -n '1,2p;12,13p')" "2028-02-29 2028-03-29 90/90 met
2028-03-29 2028-04-29 0/90 short
2029-01-29 2029-02-28 90/90 met
2029-02-28 2029-03-29 8/90 running"
same "$(periods "$pair" | wc -l)" 13

# Ten of April's thirty days away leave twenty: 90 × 20 / 30 = 60; ten of the 29 days to 29 February 2028 leave
# nineteen: 90 × 19 / 29 = 58.97, shown as 59, and 59 is enough.
away() { # MATCH FROM TO
  printf 'pauses:\n  - {id: V-00001, from: %s, to: %s}\n' "$2" "$3" >>"scheme/matches/$1.yaml"
  git_here commit --quiet --all -m 'by hand'
}
MENTORCTL_TODAY=2026-05-01
pair=$(begins 2026-04-01 2026-04-05=59)
away "$pair" 2026-04-11 2026-04-21
same "$(periods "$pair" | head -n 1)" "2026-04-01 2026-05-01 59/60 short"
log "$pair" 2026-04-30 1
same "$(periods "$pair" | head -n 1)" "2026-04-01 2026-05-01 60/60 met"
MENTORCTL_TODAY=2028-02-29
pair=$(begins 2028-01-31 2028-02-05=58)
away "$pair" 2028-02-10 2028-02-20
same "$(periods "$pair" | head -n 1)" "2028-01-31 2028-02-29 58/59 short"
log "$pair" 2028-02-28 1
same "$(periods "$pair" | head -n 1)" "2028-01-31 2028-02-29 59/59 met"
MENTORCTL_TODAY=2029-03-01
gives 0 m check
