#!/usr/bin/env bash
# What tests/bench/run measures on: the same words give the same bytes, the records are sound whoever wrote them, and
# what they say is what a scheme could be like.
# shellcheck source-path=SCRIPTDIR
bench_data=$(realpath "$BENCH_DATA")
. "$(dirname "$0")/support/own_machine.sh"
export MENTORCTL_TODAY=2026-11-02

fail() { echo "$1" >&2; exit 1; }
# has TEXT: some file of records has such a line
has() { grep -rqP -- "$1" one/sessions one/check-ins || fail "no file with: $1"; }

# Many are edited by hand, for every way of it to be among so few.
"$bench_data" one --pairs 20 --by-hand 4 --seed 5 --timedot hours
"$bench_data" two --pairs 20 --by-hand 4 --seed 5 --timedot hours-again
diff -r one two && cmp hours hours-again || fail "the same words gave other bytes"
"$bench_data" other --pairs 20 --seed 2
! diff -rq one other >/dev/null || fail "another seed gave the same bytes"

has '\r$'
has '^  date: 20'
has '^#'
has '^$'
has ": '[^']+'[,}]"
has ': "[^"]+"[,}]'
has '^- \{id: S-\w+, (?!date)'
[[ $(grep -rhoP 'id: S-\w+' one/sessions | wc -l) == $((20 * 260)) ]] || fail "not 260 sessions of each pair"

git -C one init -q
git -C one add -A
git -C one commit -qm 'The first records'
cd "$box/one"
status=0
"$program" --format json check >../findings || status=$?
((status <= 1)) || fail "check ends with $status"
jq -e '.findings | length > 0' ../findings >/dev/null || fail "nobody could be so tidy"
jq -e '[.findings[].match // .findings[].subject] | unique | length < 15' ../findings >/dev/null ||
  fail "most pairs are said to go wrong"

# What is found hangs on nothing but the records: not on how many cores there are.
for asked in check "report commitment" "report nightly" "list matches"; do
  read -ra words <<<"--format json $asked"
  "$program" "${words[@]}" >../on-all-cores || true
  taskset --cpu-list "$(taskset --cpu-list --pid $$ | sed 's/.*: //; s/[-,].*//')" "$program" "${words[@]}" >../on-one-core || true
  cmp ../on-all-cores ../on-one-core || fail "on one core '$asked' says something else"
done

# Periods are judged for the fourteen pairs of the two schemes that ask for time; nothing of their time is lost.
"$program" --format json report commitment >../report
jq -e '[.periods[].match] | unique | length == 14' ../report >/dev/null || fail "not the pairs of two schemes"
counted=$(jq '[.periods[] | select(.status != "running") | .minutes] | add' ../report)
((counted > 0)) || fail "no time was counted"
written=$(grep -rhoP 'minutes: \K\d+' sessions | awk '{sum += $1} END {print sum}')
handed_on=$(awk '/m$/ {sum += $2} END {print sum}' ../hours)
[[ $written == "$handed_on" ]] || fail "$written minutes in the records, $handed_on for hledger"
