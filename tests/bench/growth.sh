# shellcheck shell=bash
# Sourced by run: how time and memory of the big reports grow with the number of pairs.
# shellcheck disable=SC2154  # box and mentorctl are the script's

grows=("report commitment" check "report nightly" "report board")

# time_and_memory COMMAND…: the least seconds of five runs, or of one where that takes long, and kB, with a tab between
time_and_memory() {
  local least='' from to held
  for _ in 1 2 3 4 5; do
    from=$EPOCHREALTIME
    held=$(memory "$@")
    to=$EPOCHREALTIME
    least=$(jq -n "[$to - $from, ${least:-1e9}] | min")
    if jq -en "$least > 5" >/dev/null; then break; fi
  done
  printf '%s\t%s\n' "$least" "$held"
}

# note_growth PAIRS: measures them in the directory of that size, where there are several sizes
note_growth() {
  local each
  ((${#sizes[@]} > 1)) || return 0
  for each in "${grows[@]}"; do
    echo "timing $each, $1 pairs" >&2
    # shellcheck disable=SC2086  # the words of a command
    printf '%s\t%s\t%s\n' "$each" "$1" "$(time_and_memory $each)" >>"$box/growth"
  done
}

# The slope of the logarithms: 1 is as the pairs, 2 their square
growth_rows() {
  ((${#sizes[@]} > 1)) || return 0
  awk -F '\t' '
    function add(name, y) {
      n[name]++; x_sum[name] += x; y_sum[name] += y; xx[name] += x * x; xy[name] += x * y
    }
    function slope(name) {
      return (n[name] * xy[name] - x_sum[name] * y_sum[name]) / (n[name] * xx[name] - x_sum[name] ^ 2)
    }
    !($1 in order) { order[$1] = ++count; command[count] = $1 }
    { x = log($2); add($1 " time", log($3)); add($1 " memory", log($4)); last = $2; held[$1] = $4 }
    NR == 1 { first = $2 }
    END {
      for (i = 1; i <= count; ++i) {
        name = command[i]
        printf "| growth of `%s`, %d to %d pairs | time as pairs^%.2f, memory as pairs^%.2f | %.0f MB at the most | | |\n",
               name, first, last, slope(name " time"), slope(name " memory"), held[name] / 1024
      }
    }' "$box/growth"
}
