# shellcheck shell=bash
# Sourced by run: a history of many commits, each of which added one session.
# shellcheck disable=SC2154  # box, tools and mentorctl are the script's

history_rows() {
  local pairs=400 RUNS=${RUNS:-5} match walk="git rev-list --count HEAD"
  echo "making a history of $HISTORY commits" >&2
  "$tools/bench_data" "$box/history" --pairs $pairs --sessions $((HISTORY / pairs)) --by-hand 0
  git -C "$box/history" init -q
  "$tools/bench_history" "$box/history" | git -C "$box/history" fast-import --quiet
  git -C "$box/history" reset -q --hard main
  export MENTORCTL_DATA=$box/history
  cd "$box/history" || return
  match=$(one_match)
  measure "$mentorctl history $match" \
    "git log --format=%H -- matches/$match.yaml sessions/$match.yaml check-ins/$match.yaml" "$walk"
  row "\`history\` of a match, $HISTORY commits" - 2 "\`git log\` of its three files"
  row "" - 3 "\`git rev-list\` of all commits"
  measure "$mentorctl report nightly --since 2026-11-01" "$mentorctl report nightly --since HEAD" "$walk"
  row "\`report nightly --since\` yesterday, $HISTORY commits" - 2 "the same since the last commit"
  row "" - 3 "\`git rev-list\` of all commits"
  measure "$mentorctl show $match --known-at 2026-05-01" "git rev-list -1 --first-parent --before=2026-05-02 HEAD" "$walk"
  row "\`show --known-at\` half a year ago, $HISTORY commits" - 2 "\`git rev-list\` to the commit of that day"
  row "" - 3 "\`git rev-list\` of all commits"
  logging_row "\`log-session\` with its commit, $HISTORY commits"
}
