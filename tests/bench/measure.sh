# shellcheck shell=bash
# Sourced by run: times commands in one go of hyperfine, and prints what they are to each other as rows of a table.
# shellcheck disable=SC2154  # box, pairs and mentorctl are the script's

# measure [OPTION…] COMMAND…: times them for the rows that follow, in three rounds, so that a busy minute falls on all of
# them. A command must end with 0, or with 1 where it has findings.
measure() {
  local -a options=()
  local each round runs=${RUNS:-10}
  while [[ $1 == --* ]]; do options+=("$1") && shift; done
  for each in "$@"; do
    local status=0
    bash -c "$each" >"$box/out" 2>"$box/err" || status=$?
    ((status <= 1)) || { echo "ends with $status: $each" >&2 && cat "$box/err" >&2 && return 1; }
  done
  if ((${pairs:-0} > 500)); then
    options+=(--runs $(((${RUNS:-3} + 2) / 3)))  # each has run once by now
  else
    options+=(--warmup 1 --min-runs $(((runs + 2) / 3)))
  fi
  for round in 1 2 3; do
    hyperfine "${options[@]}" --ignore-failure --style none --export-json "$box/times.$round.json" -- "$@" \
      >"$box/out" 2>"$box/err" || { cat "$box/err" >&2 && return 1; }
  done
}
# ratio OWN PEER: how many times the PEERth command's time the OWNth takes: of each round that of the medians, and of
# the three rounds the one in the middle
ratio() {
  jq -s --argjson own "$1" --argjson peer "$2" \
    'map(.results[$own - 1].median / .results[$peer - 1].median) | sort | .[1]' "$box"/times.[123].json
}

# row WHAT GOAL PEER NAME [OWN]: what the OWN command of the last measurement (the first) takes of the PEERth one's time.
# GOAL is the most it may be, or - where there is none.
row() {
  awk -v what="${1:-the same}" -v goal="$2" -v ratio="$(ratio "${5:-1}" "$3")" -v name="$4" '
    function times(ratio) {
      if (ratio >= 10) return sprintf("%.0f ×", ratio)
      return ratio < 0.6 ? sprintf("1/%.0f of", 1 / ratio) : sprintf("%.2g ×", ratio)
    }
    BEGIN {
      met = goal == "-" ? "" : ratio <= goal ? "yes" : "no"
      printf "| %s | %s | %s | %s | %s |\n", what, times(ratio), name, goal == "-" ? "" : "≤ " times(goal), met
    }'
}

# memory COMMAND…: the most that it held at once, in kB
memory() {
  command time -f %M -o "$box/memory" "$mentorctl" "$@" >"$box/out" 2>"$box/err" || (($? == 1)) || return
  tail -n 1 "$box/memory"
}

# row_of_memory WHAT GOAL COMMAND…: in MB
row_of_memory() {
  awk -v what="$1" -v goal="$2" -v kb="$(memory "${@:3}")" 'BEGIN {
    mb = kb / 1024
    printf "| %s | %.0f MB | | ≤ %d MB | %s |\n", what, mb, goal, mb <= goal ? "yes" : "no"
  }'
}
