#!/usr/bin/env bash
# shellcheck disable=SC2054,SC2154,SC2164  # calls of a kind in one word, what scene.sh sets
# Sharing: a sync that merges is killed, it or the git that it runs, or told of a full disk, at one call of a kind
# after the other; then the records are the old or the merged ones, and the next sync ends the same. sharing.sh [--long]
source "$(dirname "$0")/scene.sh"
step=59
[[ ${1-} != --long ]] || step=1
if ! strace -o /dev/null true 2>/dev/null; then
  echo "skipped: strace may not trace here"
  exit 77
fi
cd "$box"
kinds=(rename,renameat2 unlink,unlinkat fsync clone,clone3,vfork write,pwrite64 openat)
points=0 old=0 merged=0

make_offices() {
  local i
  m init first --scheme rotherham
  for i in AAAAA BBBBB CCCCC; do
    m --data first add-mentor --id M-$i --name "Ros $i" --scheme rotherham --role elected-member
  done
  "$git" clone -q --bare first base/hub.git
  "$git" clone -q base/hub.git base/north
  "$git" clone -q base/hub.git base/south
  for office in north south; do "$git" -C base/$office remote set-url origin ../hub.git; done
  for i in AAAAA BBBBB CCCCC; do
    m --data base/north amend M-$i area="North $i" --why x
    m --data base/south amend M-$i phone=1 --why x
  done
  m --data base/north add-mentor --name New --scheme rotherham --role elected-member
  m --data base/north sync
}

tree() { "$git" -C "$1" rev-parse "HEAD^{tree}"; }
wrong() { echo "sharing: $*" >&2; cat out err >&2; exit 1; }

# point HEIRS FAULT KIND NUMBER: one run; the value is 1 where the call was not reached. HEIRS is -f for git too.
point() {
  local status=0 is now
  rm -rf work
  cp -r base work
  # shellcheck disable=SC2086 # no word, or one
  { timeout 60 strace $1 -qq -o trace -e trace="$3" -e "inject=$3:$2:when=$4" "$program" --data work/south sync \
    >out 2>err || status=$?; } 2>/dev/null
  points=$((points + 1))
  is=$status
  find work -name '*.lock' ! -name 'mentorctl*' -delete  # of a git that was killed: nobody else runs here
  m --data work/south check >out 2>err || wrong "$* (exit $is): the next command cannot read"
  now=$("$git" -C work/south rev-parse HEAD)
  if [[ $now == "$before" ]]; then old=$((old + 1))
  elif [[ $(tree work/south) == "$after" ]]; then merged=$((merged + 1))
  else wrong "$* (exit $is): neither the old nor the merged records"; fi
  [[ -z $("$git" -C work/south status --porcelain) ]] || wrong "$* (exit $is): not in step"
  m --data work/south sync >out 2>err || wrong "$* (exit $is): the next sync fails"
  [[ $(tree work/south) == "$after" && $(tree work/hub.git) == "$after" ]] || wrong "$* (exit $is): the end differs"
  grep -q 'INJECTED\|killed by' trace
}

mkdir base
make_offices >making 2>&1
before=$("$git" -C base/south rev-parse HEAD)
cp -r base work
m --data work/south sync >out 2>err
after=$(tree work/south)
for fault in signal=SIGKILL error=ENOSPC; do
  for kind in "${kinds[@]}"; do
    for heirs in '' -f; do
      for ((number = 1; number < 60; number += step)); do point "$heirs" $fault "$kind" $number || break; done
    done
  done
done
echo "sharing: $points points, the records old $old times and merged $merged times, none lost"
