#!/usr/bin/env bash
# A whole relationship in two schemes through the real program: what falls through, the ways in which it ends, how it
# comes back, and how its people leave. Every expectation is worked out by hand from the schemes' rules.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/support/own_machine.sh"
export MENTORCTL_DATA=$box/scheme

fail() { echo "$1" >&2; cat out err >&2; exit 1; }
on() { export MENTORCTL_TODAY=$1; }
# gives STATUS WORD…: the command ends so; what it said is kept in out and err
gives() {
  local want=$1 got=0
  shift
  "$program" "$@" >out 2>err || got=$?
  [[ $got == "$want" ]] || fail "exit status $got, not $want: $*"
}
m() { gives 0 "$@"; }
says() { grep -qF -- "$1" err || fail "the error does not say: $1"; }
# refuses STATUS TEXT WORD…: the command says so and makes no commit
refuses() {
  local status=$1 text=$2 before
  shift 2
  before=$(git -C "$MENTORCTL_DATA" rev-parse HEAD)
  gives "$status" "$@"
  says "$text"
  [[ $before == "$(git -C "$MENTORCTL_DATA" rev-parse HEAD)" ]] || fail "it has committed: $*"
}
same() { [[ $1 == "$2" ]] || fail "expected:"$'\n'"$1"$'\n'"got:"$'\n'"$2"; }
# states WORDS ID…: the state of each
states() {
  local want=$1 each got=""
  for each in "${@:2}"; do
    m --format json show "$each"
    got+="$(sed -n 's/^    "state": "\(.*\)",$/\1/p' out) "
  done
  same "$want" "${got% }"
}
# finds LINES: `check` finds these, `SEVERITY RULE SUBJECT` each, in alphabetical order, and nothing else
finds() {
  local status=0
  [[ $1 != *must* ]] || status=1
  gives "$status" check --format csv
  same "$1" "$(sed -n 's/^findings,//p' out | awk -F, '{print $3, $2, $1}' | sort)"
}
# rows TABLE COLUMNS: those columns of a table of the last CSV
rows() { sed -n "s/^$1,//p" out | cut -d, -f"$2"; }

m init "$MENTORCTL_DATA" --scheme manchester --scheme rotherham
printf 'staff:\n  - {id: V-00001, name: Jo Field}\n  - {id: V-00002, name: Sam Ash}\n  - {id: V-00003, name: Kit Row}\n' \
  >>"$MENTORCTL_DATA/mentorctl.yaml"
git -C "$MENTORCTL_DATA" commit -qam 'Name the staff'
on 2026-01-05
volunteer() {
  local topic
  m add-mentor --id "$1" --name "$2" --scheme manchester --role volunteer --born 1980-01-01
  for topic in boundaries safeguarding-adults safeguarding-children emotional-literacy care-experience; do
    m vet "$1" training --topic "$topic" --on 2025-12-01
  done
  m vet "$1" pen-picture --on 2025-12-02
}
manager() {
  local topic
  m add-mentor --id "$1" --name "$2" --scheme rotherham --role senior-manager --born 1980-01-01
  m vet "$1" information-session --on 2025-11-10
  m vet "$1" line-manager --on 2025-11-12
  for topic in safeguarding boundaries mentor-role relationship-building confidentiality problem-solving; do
    m vet "$1" training --topic "$topic" --on 2025-12-01
  done
  m vet "$1" pen-picture --on 2025-12-02
}
referred() {
  m refer --id "$1" --name "$2" --scheme "$3" --born 2005-05-05 --agreed-on 2026-01-05 --referred-by "Lee Ward" \
    --role personal-adviser --key-adult "Lee Ward" --key-adult-role personal-adviser \
    --emergency-contact "Lee Ward, personal adviser, 0161 000000"
}
volunteer M-00001 "Ros Okafor"
volunteer M-00002 "Bea Winter"
referred Y-00001 "Tia Quill" manchester

# --- A first meeting that is moved four times, thrice before the start ---
m match Y-00001 M-00001 --id P-00001 --agreed young-person --agreed mentor --first-meeting 2026-01-12 \
  --activity Bowling --brokered-by "Jo Field"
planned() {
  m report nightly --format csv
  same "$1" "$(rows meetings 2-)"
}
planned "2026-01-12,first meeting,\"Bowling, with Jo Field\""
on 2026-01-12
m log-session P-00001 --cancelled-by young-person --moved-to 2026-01-19
on 2026-01-17 # two days ahead
m log-session P-00001 --cancelled-by mentor --moved-to 2026-01-26
on 2026-01-26
m log-session P-00001 --cancelled-by other --moved-to 2026-02-02
refuses 2 "--moved-to: 2026-01-25 comes before 2026-01-26" \
  log-session P-00001 --cancelled-by other --moved-to 2026-01-25
planned "2026-02-02,first meeting; moved 3 times,\"Bowling, with Jo Field\""
states "proposed proposed" P-00001 Y-00001
finds ""
m start P-00001 --on 2026-02-02 --contacts-given
on 2026-02-02
m log-session P-00001 --cancelled-by mentor --moved-to 2026-02-09
m brief P-00001
grep -q '9 February 2026' out || fail "the mentor is told another day"
finds ""
on 2026-02-09
m log-session P-00001 --date 2026-02-09 --minutes 60 --kind first-meeting
planned ""
finds ""

# --- Handed over to the two, supported now and then, ended by them, and taken up again ---
for day in 2026-02-16 2026-03-16 2026-04-13 2026-05-11; do # within a month each, which is what binds
  m check-in P-00001 --with mentor --date 2026-02-09 --today "$day"
  m check-in M-00001 --with mentor --today "$day"
  m check-in Y-00001 --with young-person --today "$day"
done
on 2026-06-01
m log-event pair-event --scheme manchester --attended M-00001 --attended Y-00001
refuses 1 "ending.reason" end P-00001 --as self-managed --by both
m end P-00001 --as self-managed --by both --reason "They get on by themselves"
states "self-managed self-managed ready" P-00001 Y-00001 M-00001
refuses 1 "only a running one is handed over" end P-00001 --as self-managed --by both --reason Again
refuses 1 "after the match was handed over to the pair" \
  log-session P-00001 --minutes 60 --kind call --date 2026-06-02 --today 2026-06-02
on 2026-12-01 # six months later
finds "advise people.unmatched_mentor M-00001
advise people.unmatched_mentor M-00002"
on 2026-12-02
finds "advise people.unmatched_mentor M-00001
advise people.unmatched_mentor M-00002
advise support.check_in P-00001"
m check-in P-00001 --with young-person --note "Chips, and all is well"
m end P-00001 --as drifted --by both --reason "One moved to Hull" --rematch mentor
states "ended waiting ready" P-00001 Y-00001 M-00001
finds "advise people.unmatched_mentor M-00001
advise people.unmatched_mentor M-00002"
m report nightly --format csv
same "Y-00001,2026-12-02,0,ask whether they want another mentor" "$(rows waiting 1-4 | grep ^Y)"
on 2026-12-14
m reopen P-00001 --why "They rang"
states "active matched matched" P-00001 Y-00001 M-00001

# --- It breaks down, and somebody new knows nothing of why ---
on 2027-01-11
refuses 1 "M-00001 is still in the match P-00001, which is active: end or decline it first" close M-00001 --as withdrew
refuses 1 "ending.marked" end P-00001 --as managed --by team --reason "Shouting in the library"
m end P-00001 --as broke-down --by young-person --reason "Shouting in the library" --rematch young-person
m report nightly --format csv
same "Y-00001,2027-01-11,0,find another mentor: they asked for one" "$(rows waiting 1-4 | grep ^Y)"
m match Y-00001 M-00002 --id P-00002 --agreed young-person --agreed mentor --start 2027-01-11 --contacts-given \
  --first-meeting 2027-01-11 --activity Chess --brokered-by "Sam Ash"
for words in "brief P-00002" "show P-00002" "--format json show P-00002"; do
  # shellcheck disable=SC2086  # several words
  m $words
  ! grep -qiE 'library|broke.down|okafor' out || fail "it says why the last one ended: $words"
done
refuses 1 "Y-00001 is in the match P-00002, which is active" --today 2027-01-12 reopen P-00001
ending=$(grep -oE 'V-[0-9A-Z]{5}, on: 2027-01-11' "$MENTORCTL_DATA/matches/P-00001.yaml" | cut -d, -f1)
refuses 1 "Y-00001 is in the match P-00002, which is active" amend "P-00001/$ending" --remove
m amend "P-00001/$ending" as=drifted --why "Nobody shouted"
m concern raise --about M-00001 --id C-00001
m concern pass-on C-00001 --to "Lead for safeguarding"
m close M-00001 --as withdrew
says "note: the concern C-00001 about M-00001 stays open"
states "left" M-00001
refuses 1 "M-00001 has left the scheme already" close M-00001 --as withdrew
finds ""
m reopen M-00001 --today 2027-01-12
m close M-00001 --as not-accepted --today 2027-01-12
on 2027-01-12
states "left" M-00001

# --- Rotherham: an offer that is declined at first, refreshments, and a success before its time ---
on 2026-01-05
manager M-00003 "Ada Cole"
referred Y-00003 "Ben Moss" rotherham
m close Y-00003 --as declined --why "Not now"
on 2026-02-02
m reopen Y-00003 --why "Now"
states "waiting" Y-00003
m report impact --format csv --today 2026-02-02
same "declined,,1" "$(rows figures 1- | grep declined)"
m match Y-00003 M-00003 --id P-00003 --agreed young-person --start 2026-02-02 --contacts-given --focus "A first job" \
  --first-meeting 2026-02-02 --activity Tea
session=0
for day in 2026-02-02 2026-02-20 2026-03-10; do
  session=$((session + 1))
  m log-session P-00003 --id "S-0000$session" --date "$day" --minutes 90 --kind one-to-one --cost "$session.10" \
    --cost-for refreshments --today "$day"
done
on 2026-03-16
refuses 2 "there is no entry 'S-00009' in P-00003" amend P-00003/S-00001 P-00003/S-00009 claimed=2026-03-15
m amend P-00003/S-00001 P-00003/S-00002 claimed=2026-03-15
m amend P-00003/S-00001 paid=2026-03-16
m report expenses --format csv
# 1.10 + 2.10 + 3.10 spent; 1.10 + 2.10 claimed, of which 2.10 is not paid
same "rotherham,P-00003,M-00003,6.30,3.20,3.10,2.10,1.10" "$(rows totals 1-)"
on 2026-03-20
m --dry-run end P-00003 --as managed --by both --reason "He has the job" --marked-by "Cake" --on 2026-03-09
says "note: 9 March 2026 is before the session P-00003/S-00003 on 10 March 2026"
refuses 1 "commitment.ended_early" end P-00003 --as completed --by both --reason "He has the job"
m end P-00003 --as managed --by both --reason "He has the job" --marked-by "Cake"
says "advise  P-00003"
m close Y-00003 --as finished
m close M-00003 --as finished
states "ended closed left" P-00003 Y-00003 M-00003
on 2026-03-21
m check --format csv
same "commitment.ended_early advise" "$(sed -n 's/^findings,P-00003,//p' out | awk -F, '{print $1, $2}')"
[[ -z $(git -C "$MENTORCTL_DATA" status --porcelain) ]] || fail "something is not committed"
