#!/usr/bin/env bash
# Makes the example of data-example/ by running the program itself: build.sh DIR
#
# A year and a half with the four schemes: each is told in a file of its own beside this one, and all of it is done in
# the order in which it happened. Only the program's own commands write, but for what somebody writes in a file by hand
# and keeps with `record`. DIR is a data directory with its history. Everybody in it is invented. To renew data-example/
# after a change here or in the program:
#
#   rm -rf data-example
#   MENTORCTL=build/cmd/mentorctl bash tests/example/build.sh data-example && rm -rf data-example/.git
#
# The story ends on the day in tests/example/today, on which its tests and the demo look at it.
set -euo pipefail
mentorctl=$(realpath "${MENTORCTL:?set MENTORCTL to the program}")
dir=$(realpath "${1:?usage: build.sh DIR}")
desk=$(mktemp -d) # where forms lie, filled in
trap 'rm -rf "$desk"' EXIT
stories=$(dirname "$(realpath "$0")")
export MENTORCTL_DATA=$dir GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1

# --- How a story is told: what is said here is kept, with its day and who does it ---

told=()
# Who does what follows: NAME EMAIL
told_by() { who=$1 address=$2; }
# The day it is from here on.
on() { today=$1; }
# What is done that day: WORD…
does() { told+=("$today"$'\t'"$who"$'\t'"$address"$'\t'"${*@Q}"); }
# One command of that day: COMMAND…
m() { does run "$@"; }
# Lines that somebody writes in a file of the directory that day, and keeps: FILE MESSAGE, and the lines
by_hand() { does write_in "$1" "$(cat)" "$2"; }
# A form as it comes back, without what is printed around it: FILE, and what was filled in
form() { cat >"$desk/$1"; }
# What a group did together: KIND NOTE, then who came, and who was invited and didn't come: WHO… [/ WHO…]
event() {
  local option=--attended each
  local -a people=()
  for each in "${@:3}"; do
    if [[ $each == / ]]; then option=--invited; else people+=("$option" "$each"); fi
  done
  m log-event "$1" --scheme "$scheme" --note "$2" "${people[@]}"
}
# A day or an evening of training held together: DATE TOPIC… / MENTOR…
training() {
  local option=--topic each
  local -a words=()
  for each in "${@:2}"; do
    if [[ $each == / ]]; then option=--attended; else words+=("$option" "$each"); fi
  done
  m log-event training --scheme "$scheme" --date "$1" "${words[@]}"
}

# The days from one to another, one in so many: DAYS FROM TO
every() {
  local day=$2
  while [[ ! $day > $3 ]]; do
    echo "$day"
    day=$(date -u -d "$day + $1 days" +%F)
  done
}
# A session today: WHO DATE MINUTES KIND ACTIVITY [OPTION…]; it is logged on its day.
met() {
  on "$2"
  m log-session "$1" --minutes "$3" --kind "$4" --activity "$5" "${@:6}"
}
# One that fell through: WHO DATE CANCELLED_BY [OPTION…]
fell_through() {
  on "$2"
  m log-session "$1" --cancelled-by "$3" "${@:4}"
}
# Fortnightly or monthly, the team speaks with each of a pair: WHO DATE [OPTION…]
spoke() {
  on "$2"
  m check-in "$1" --with mentor --by "$who" "${@:3}"
  m check-in "$1" --with young-person --by "$who" "${@:3}"
}
# Sessions one-to-one: DAYS WHO FROM TO MINUTES ACTIVITY…; in so many days each, the activities one after the other.
regularly() {
  local day n=0
  local -a activities=("${@:6}")
  for day in $(every "$1" "$3" "$4"); do
    met "$2" "$day" "$5" one-to-one "${activities[n % ${#activities[@]}]}"
    n=$((n + 1))
  done
}
# A DBS check, enhanced, for the child workforce, with the barred list: SEEN MENTOR ISSUED SEEN_BY ELIGIBLE_BECAUSE
checked() {
  m vet "$2" dbs --on "$1" --issued "$3" --level enhanced --workforce child --barred-list yes --seen-by "$4" \
    --eligible-because "$5"
}

# --- How it is done ---

# Makes it that day, for the program and for git, and these the hands: DAY NAME EMAIL
as_of() {
  export MENTORCTL_TODAY=$1 GIT_AUTHOR_DATE="$1T10:00:00+0000" GIT_COMMITTER_DATE="$1T10:00:00+0000"
  export GIT_AUTHOR_NAME=$2 GIT_AUTHOR_EMAIL=$3 GIT_COMMITTER_NAME=$2 GIT_COMMITTER_EMAIL=$3
}

# One command. Its identifiers follow from its words and its day, so that a line more or less in a story leaves the
# others be.
run() {
  local seed printed
  read -r seed _ < <(printf '%s\n' "$MENTORCTL_TODAY" "${@//"$dir"/}" | cksum)
  printed=$(MENTORCTL_SEED=$seed "$mentorctl" "$@" 2>&1 </dev/null) && return
  printf 'on %s, mentorctl %s\n%s\n' "$MENTORCTL_TODAY" "${*@Q}" "$printed" >&2
  return 1
}

# FILE LINES MESSAGE
write_in() {
  printf '%s\n' "$2" >>"$dir/$1"
  run record --message "$3"
}
# The sessions of a scheme whose costs are yet to be claimed, or are claimed and yet to be paid: SCHEME claimed|paid
costs() {
  "$mentorctl" report expenses --format csv | awk -F, -v scheme="$1" -v field="$2" \
    '$1 == "claims" && $5 == scheme && ($(NF - 1) == "") == (field == "claimed") && $NF == "" { print $2 "/" $3 }'
}
# They are, today: SCHEME claimed|paid
settle() {
  local -a sessions
  mapfile -t sessions < <(costs "$1" "$2")
  run amend "${sessions[@]}" "$2=$MENTORCTL_TODAY"
}

# --- September 2025: the directory is begun ---

cd "$desk"

as_of 2025-09-15 "Wren Castleford" wren.castleford@rotherham.example
run init "$dir" --scheme rotherham --scheme stockport --scheme south-tyneside --scheme manchester \
  --organisation "Northern Mentoring Partnership"
sed -i '/^# contacts:/,$d' "$dir/mentorctl.yaml"
write_in mentorctl.yaml "$(cat <<'END'
organisations: [Rotherham Leaving Care Team, Stockport Friends, Peer Mentors of South Tyneside, Care Experience Together]
# Whom a mentor calls after the young person's own contacts, first one first.
contacts: ["Ruth Ackerdale, Service Manager, 01709 000010", "Duty desk, Leaving Care Team, 01709 000011"]
# The workers whom the pairs of a scheme with a rule on capacity lean on, and what part of a post each has.
staff:
  - {id: V-T4MS1, name: Tamsin Alderfold, from: 2025-09-01}
  - {id: V-J0NA2, name: Jonah Pikewell, from: 2025-09-01}
  - {id: V-N1SH3, name: Nisha Varleygate, share: 0.80, from: 2025-09-01}
END
)" "say who runs the schemes, and whom a mentor calls"

# --- The stories ---

for scheme in rotherham stockport south-tyneside manchester; do
  # shellcheck source=/dev/null
  source "$stories/$scheme.sh"
done
while IFS=$'\t' read -r day name email command; do
  as_of "$day" "$name" "$email"
  eval "$command"
done < <(printf '%s\n' "${told[@]}" | sort -s -t $'\t' -k 1,1)
