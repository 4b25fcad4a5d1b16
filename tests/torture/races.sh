#!/usr/bin/env bash
# shellcheck disable=SC2034,SC2154,SC2164  # what scene.sh sets and reads
# Races: many writers at once, of several commands, from two shells, some of them killed, while a reader looks on.
# Afterwards each change that was made stands in a commit of its own, under its own sentence.
# races.sh [--long] [--seed N]
source "$(dirname "$0")/scene.sh"
rounds=1 seed=$RANDOM
while (($#)); do
  case $1 in
    --long) rounds=15 ;;
    --seed) seed=$2; shift ;;
    *) echo "races.sh: there is no option '$1'" >&2; exit 2 ;;
  esac
  shift
done
RANDOM=$seed
records=$box/races/records
race=$box/races/race
kinds=(called-off outing add-mentor vet)

# writer_words KIND NUMBER: sets words, paths, and mark: the text that stands in the records once it is through
writer_words() {
  mark=$(printf '%05d' "$2")
  case $1 in
    called-off)
      words=(log-session P-BBBBB --id "S-$mark" --date 2026-02-12 --cancelled-by other)
      paths=(sessions/P-BBBBB.yaml) ;;
    outing)
      words=(log-session P-AAAAA P-BBBBB --date 2026-02-13 --minutes 1 --kind group --note "outing $mark")
      paths=(sessions/P-AAAAA.yaml sessions/P-BBBBB.yaml) ;;
    add-mentor)
      words=(add-mentor --id "M-$mark" --name "Nia $mark" --scheme rotherham --role elected-member)
      paths=("mentors/M-$mark.yaml") ;;
    vet) words=(vet M-AAAAA approved --on 2025-12-02 --by "Panel $mark") paths=(mentors/M-AAAAA.yaml) ;;
  esac
}

# write KIND NUMBER: one writer; what it says and its status are kept
write() {
  local words paths mark status=0
  writer_words "$1" "$2"
  mkdir "$race/$2"
  echo "$1" >"$race/$2/kind"
  "$program" --data "$records" --format json "${words[@]}" >"$race/$2/out" 2>"$race/$2/err" &
  echo $! >"$race/$2/pid"
  wait $! || status=$?
  echo $status >"$race/$2/status"
}

# writers FIRST LAST [KIND]: all at once, of this kind or of every kind in turn
writers() {
  local number
  for ((number = $1; number <= $2; number++)); do
    write "${3:-${kinds[number % ${#kinds[@]}]}}" "$number" 2>/dev/null &
  done
  wait
}

# reader: checks and compares for as long as the race lasts; both pairs have had the same outings, at any moment
# A command that reads mends what a killed writer left, and holds the lock meanwhile: it may be killed itself.
reader() {
  local read=0 status
  while [[ ! -e $race/over ]]; do
    status=0
    m --data "$records" check >"$race/reader" 2>&1 || status=$?
    ((status != 137)) || continue
    ((status == 0)) || { echo "check failed" >>"$race/reader"; return 1; }
    m --data "$records" report commitment --format csv >"$race/report" 2>"$race/reader" || status=$?
    ((status != 137)) || continue
    ((status == 0)) || return 1
    awk -F, '$1 == "periods" { minutes[$2] += $9 }
      END { exit minutes["P-BBBBB"] - minutes["P-AAAAA"] != 90 }' "$race/report" ||
      { echo "half an outing" >>"$race/reader"; return 1; }
    echo $((read += 2)) >"$race/reads"
  done
}

# killer LAST: kills one writer after the other, at random moments; mostly the one that holds the lock
killer() {
  local pid
  while [[ ! -e $race/over ]]; do
    sleep "0.0$((RANDOM % 10))"
    if ((RANDOM % 4)); then
      read -r pid _ <"$records/.git/mentorctl.lock" || true
    else
      pid=$(cat "$race/$((RANDOM % $1 + 1))/pid" 2>/dev/null) || continue
    fi
    [[ $(readlink "/proc/$pid/exe" 2>/dev/null) != "$program" ]] || kill -KILL "$pid" 2>/dev/null || true
  done
}

# own_commit COMMIT NUMBER: whether it holds the writer's own change under its own sentence, and nothing else
own_commit() {
  local words paths mark kind shown
  kind=$(<"$race/$2/kind")
  writer_words "$kind" "$2"
  [[ $(in_records show --format= --name-only "$1") == "$(printf '%s\n' "${paths[@]}")" ]] || return 1
  shown=$(in_records show --format= --unified=0 --no-color "$1" | grep -E '^[-+]([^-+]|-[^-])')
  ! grep -q '^-' <<<"$shown" || return 1
  case $kind in
    add-mentor) grep -q "^+id: M-$mark\$" <<<"$shown" ;;
    *) [[ $(wc -l <<<"$shown") == "${#paths[@]}" && $(grep -c "$mark" <<<"$shown") == "${#paths[@]}" ]] ;;
  esac || return 1
  [[ $(in_records log -1 --format=%s "$1") == "${sentence[$kind]/NUMBER/$mark}" ]]
}
declare -A sentence=([called-off]="log a cancelled session of P-BBBBB" [outing]="log a session of P-AAAAA, P-BBBBB"
  [add-mentor]="add mentor M-NUMBER" [vet]="record approved of M-AAAAA")

# judge LAST BASE: every writer and every commit since BASE
judge() {
  local number status commit mark words paths of=()
  kept=0 refused=0 killed=0 came_through=0
  for ((number = 1; number <= $1; number++)); do
    status=$(<"$race/$number/status")
    case $status in
      0)
        kept=$((kept + 1))
        commit=$(sed -nE 's/.*"commit": "([0-9a-f]+)".*/\1/p' "$race/$number/out")
        own_commit "$commit" "$number" || { fails "writer $number: $commit is not its commit"; return; }
        of+=("$commit") ;;
      4)
        refused=$((refused + 1))
        grep -q 'locked by' "$race/$number/err" || { fails "writer $number: $(<"$race/$number/err")"; return; }
        ! in_text "$number" || { fails "writer $number: refused and yet there"; return; } ;;
      137)
        killed=$((killed + 1))
        in_text "$number" || continue
        came_through=$((came_through + 1))
        commit=$(in_records log --format=%H -S"$mark" "$2..HEAD")
        own_commit "$commit" "$number" || { fails "killed writer $number: $commit is not its commit"; return; }
        of+=("$commit") ;;
      *) fails "writer $number: exit $status, $(<"$race/$number/err")"; return ;;
    esac
  done
  [[ $(in_records rev-list "$2..HEAD" | sort) == "$( ((!${#of[@]})) || printf '%s\n' "${of[@]}" | sort)" ]] ||
    { fails "commits and writers are not the same"; return; }
  in_step || { fails "not in step: $(in_records status --short)"; return; }
  [[ -z $(strays)$(locks) ]] || { fails "left behind: $(strays)$(locks)"; return; }
  in_records fsck --no-progress >/dev/null 2>&1 || { fails "git fsck"; return; }
}
in_text() {
  writer_words "$(<"$race/$1/kind")" "$1"
  in_records grep -qF "$mark" HEAD -- mentors sessions
}

# run_race NAME LAST: the records are fresh; NAME says who takes part
run_race() {
  local base shells=() reads=0
  point=$1
  rm -rf "$box/races"
  mkdir -p "$race"
  cp -a "$box/template" "$records"
  base=$(in_records rev-parse HEAD)
  case $1 in
    alike) writers 1 "$2" called-off ;;
    mixed) writers 1 "$2" ;;
    *)
      reader &
      shells+=($!)
      [[ $1 != killed ]] || { killer "$2" & shells+=($!); }
      writers 1 $(($2 / 2)) & local one=$!
      writers $(($2 / 2 + 1)) "$2" & local two=$!
      wait $one $two
      touch "$race/over"
      wait "${shells[0]}" || { fails "the reader: $(cat "$race/reader")"; return; }
      [[ $1 != killed ]] || wait "${shells[1]}"
      reads=$(cat "$race/reads") ;;
  esac
  # The next command finds what the last one killed has left.
  m --data "$records" check >"$race/reader" 2>&1 || { fails "the check afterwards"; return; }
  judge "$2" "$base" || return
  echo "$1 $2 $kept $refused $killed $came_through $reads"
}

make_records "$box/template" >"$box/making" 2>&1
rm "$box/making"
status=0
for ((round = 0; round < rounds; round++)); do
  run_race alike 20 || status=1
  run_race mixed 20 || status=1
  run_race two-shells 80 || status=1
  run_race killed 80 || status=1
done >"$box/results"
grep FAILED -A 9 "$box/results" || true
awk -v seed="$seed" '$1 != "FAILED" && NF == 7 {
    races[$1]++; writers[$1] += $2; kept[$1] += $3; refused[$1] += $4
    killed[$1] += $5; through[$1] += $6; reads[$1] += $7; all += $2; ran++ }
  $1 == "FAILED" { failed++ }
  END {
    for (name in races)
      printf "%s: %d races, %d writers, %d kept, %d refused as locked, %d killed of which %d had committed, %d reads\n",
        name, races[name], writers[name], kept[name], refused[name], killed[name], through[name], reads[name] | "sort"
    close("sort")
    printf "races: %d races of %d writers, %d failed (seed %d)\n", ran + failed, all, failed, seed
  }' "$box/results"
exit $status
