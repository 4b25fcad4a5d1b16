#!/usr/bin/env bash
# shellcheck disable=SC2034,SC2154,SC2164  # what scene.sh sets and reads
# Faults: a command and the git that it runs are killed, or told of a full disk or a broken one, at each system call
# that changes something, one call a run; then the records are judged. faults.sh [--long] [--only PATTERN]
#
# A point is: command, fault, process, call, number of the call. The faults are
#   kill            this process is killed before the call; where it is git, mentorctl goes on
#   both            git is killed, and mentorctl with it
#   plain           like kill, on a file system that cannot exchange two files
#   orphan          mentorctl is killed while git is at this call; git goes on, and the next command comes at once
#   ENOSPC, EIO     the call fails so
#   late            every git is slow, and so is the answer to whether it has ended
#   ENOSPC+         it and every later one of its kind
# The process "every" is mentorctl and each git at the same number of the call. The command "recovery" is `check` where
# an outing was killed before its commit.
source "$(dirname "$0")/scene.sh"
source "$(dirname "$0")/judgement.sh"
step=41 only=.
while (($#)); do
  case $1 in
    --long) step=1 ;;
    --only) only=$2 step=1; shift ;;
    *) echo "faults.sh: there is no option '$1'" >&2; exit 2 ;;
  esac
  shift
done
if ! strace -o /dev/null true 2>/dev/null; then
  echo "skipped: strace may not trace here"
  exit 77
fi

changing=write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,link,linkat,openat,mkdir,mkdirat
changing+=,ftruncate,fallocate,clone,clone3,vfork
calls=$changing,sendto,wait4,exit_group
mkdir "$box/bin"
ln -s "$here/git.sh" "$box/bin/git"
export TORTURE_GIT=$git TORTURE_CALLS=$calls

# The calls in a trace, each with its number; of those that open a file only those that make one.
numbered_calls() {
  sed -nE 's/^([a-z0-9_]+)\((.*)$/\1 \2/p' "$1" | awk '
    { number = ++count[$1] }
    $1 == "openat" && !/O_CREAT/ { next }
    $1 == "wait4" && number > 3 { next }
    { print $1, number }'
}
changes_something() { [[ ,$changing, == *,$1,* ]]; }

# fresh COMMAND: the records as they are before it
fresh() {
  rm -rf "$records"
  if [[ $1 == recovery ]]; then cp -a "$box/killed" "$records"; else cp -a "$box/template" "$records"; fi
}

# leave_killed: makes the records of which an outing wrote both files, but didn't start git's commit
leave_killed() {
  local records=$box/killed last
  cp -a "$box/template" "$records"
  words_of outing
  last=$(grep -c '^outing ENOSPC mentorctl clone3 ' "$box/all")
  {
    strace -o /dev/null -e trace=clone3 -e "inject=clone3:signal=SIGKILL:when=$last" \
      "$program" --data "$records" "${words[@]}" || [[ $? == 137 ]]
  } >/dev/null 2>&1
  [[ $(strays) == "mentorctl.journal " ]]
}

# points COMMAND: each point of it
points() {
  local log process call number fault records=$box/learn/records
  words_of "$1"
  mkdir -p "$box/traces"
  rm -rf "$box/traces/"* "$box/counts"
  mkdir "$box/counts"
  fresh "$1"
  strace -o "$box/traces/t.mentorctl" -e trace="$calls" "$program" --data "$records" "${words[@]}" >/dev/null 2>&1
  fresh "$1"
  TORTURE_FAULT=record TORTURE_LOG=$box/traces/t TORTURE_COUNTS=$box/counts PATH=$box/bin:$PATH \
    m --data "$records" "${words[@]}" >/dev/null 2>&1
  echo "$1 late mentorctl wait4 1"
  for log in "$box/traces/t."*; do
    process=${log##*/t.}
    [[ $process == mentorctl ]] || for fault in kill both orphan; do echo "$1 $fault $process execve 1"; done
    numbered_calls "$log" | while read -r call number; do
      echo "$1 kill $process $call $number"
      [[ $process != mentorctl ]] || echo "$1 plain $process $call $number"
      [[ $process == mentorctl ]] || echo "$1 both $process $call $number"
      [[ $process == mentorctl || $call == exit_group ]] || echo "$1 orphan $process $call $number"
      ! changes_something "$call" || printf '%s\n' "$1 "{ENOSPC,EIO}" $process $call $number"
    done
  done
  for log in "$box/traces/t."*; do numbered_calls "$log"; done | sort -u | while read -r call number; do
    echo "$1 kill every $call $number"
    ! changes_something "$call" || printf '%s\n' "$1 "{ENOSPC,EIO}" every $call $number"
    [[ ! $call =~ ^(write|fsync|mkdir) ]] || echo "$1 ENOSPC+ every $call $number"
  done
}

# under_fault COMMAND FAULT PROCESS CALL NUMBER: runs it; the value is its status
under_fault() {
  local tracer=() injection=$4:when=$5
  words_of "$1"
  rm -rf log log.* counts && mkdir counts
  case $2 in
    kill | plain) injection+=:signal=SIGKILL ;;
    ENOSPC+) injection+=+:error=ENOSPC ;;
    late) injection=wait4:delay_enter=100000 ;;
    *) injection+=:error=$2 ;;
  esac
  case $3 in
    mentorctl) tracer=(strace -o log -e "trace=$calls" -e "inject=$injection") ;;
    every) tracer=(strace -f -o log -e "trace=$calls" -e "inject=$injection") ;;
    *)
      TORTURE_FAULT=$2 TORTURE_PROCESS=$3 TORTURE_CALL=$4 TORTURE_NTH=$5 TORTURE_LOG=$PWD/log \
        TORTURE_COUNTS=$PWD/counts PATH=$box/bin:$PATH \
        "$program" --data "$records" "${words[@]}" >out 2>err
      return ;;
  esac
  [[ $2 != late ]] || tracer=(env TORTURE_FAULT=late "PATH=$box/bin:$PATH" "${tracer[@]}")
  [[ $2 != plain || $4 == renameat2 ]] || tracer+=(-e inject=renameat2:error=EINVAL)
  "${tracer[@]}" "$program" --data "$records" "${words[@]}" >out 2>err
}
was_met() { grep -qE 'INJECTED|DELAYED|killed by SIGKILL|stopped by SIGSTOP' log 2>/dev/null; }

# try COMMAND FAULT PROCESS CALL NUMBER
try() {
  local status=0
  fresh "$1"
  under_fault "$@" 2>/dev/null || status=$?
  if ! was_met; then
    [[ $status == 0 ]] || { fails "exit $status without a fault"; return; }
    echo "unmet $*"
    return
  fi
  case $1,$2 in
    recovery,late) [[ $status == 0 ]] || { fails "exit $status"; return; } ;;
    recovery,*) judge_recovery "$status" || return ;;
    *,late) [[ $status == 0 && $(where "$1") == new ]] || { fails "exit $status"; return; } ;;
    *,kill | *,plain | *,both | *,orphan) judge_kill "$status" "$1" "$3" || return ;;
    *) judge_error "$status" "${@:1:4}" || return ;;
  esac
  judge_end || return
  echo "tried $*"
}

make_records "$box/template" >"$box/making" 2>&1
rm "$box/making"
for command in "${commands[@]}"; do
  learn "$command"
  points "$command"
done >"$box/all"
leave_killed
points recovery >>"$box/all"
grep -E -- "$only" "$box/all" | awk -v step="$step" 'NR % step == 0 || $2 == "late"' >"$box/points"
status=0
each_line "$box/points" try >"$box/results" || status=1
grep -v '^tried\|^unmet' "$box/results" || true
awk -v all="$(wc -l <"$box/all")" '
  $1 == "tried" {
    process = $4
    sub(/:.*/, "", process)
    if (process != "mentorctl" && process != "every") process = "git " process
    seen[$2 ", " process] = 1
    count[$2 ", " process, $3]++
    tried++
  }
  $1 == "unmet" { unmet++ }
  $1 == "FAILED" { failed++ }
  END {
    kinds = split("late kill plain both orphan ENOSPC EIO ENOSPC+", faults, " ")
    for (key in seen) {
      line = key ":"
      for (i = 1; i <= kinds; i++) if ((key, faults[i]) in count) line = line " " faults[i] " " count[key, faults[i]]
      print line | "sort"
    }
    close("sort")
    printf "faults: %d points of %d tried, %d failed, %d not met\n", tried + failed, all, failed, unmet
  }' "$box/results"
exit $status
