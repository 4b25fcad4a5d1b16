#!/usr/bin/env bash
# Stands before git on the PATH of a command under torture: lets one process of git, named by its command and a number
# (such as "commit:1"), meet a fault at one of its system calls, or writes down the calls of each, or makes all slow.
set -euo pipefail
arguments=("$@")
if [[ $TORTURE_FAULT == late ]]; then
  sleep 0.07
  exec "$TORTURE_GIT" "$@"
fi
while [[ $1 == -* ]]; do
  [[ $1 != -C && $1 != -c ]] || shift
  shift
done
printf x >>"$TORTURE_COUNTS/$1"
read -r marks <"$TORTURE_COUNTS/$1" || true
me=$1:${#marks}

traced() { strace -o "$TORTURE_LOG" -e trace="$TORTURE_CALLS" "$@" "$TORTURE_GIT" "${arguments[@]}"; }

if [[ $TORTURE_FAULT == record ]]; then
  exec strace -o "$TORTURE_LOG.$me" -e trace="$TORTURE_CALLS" "$TORTURE_GIT" "${arguments[@]}"
fi
[[ $me == "$TORTURE_PROCESS" ]] || exec "$TORTURE_GIT" "${arguments[@]}"
if [[ $TORTURE_CALL == execve ]]; then
  echo 'killed by SIGKILL' >"$TORTURE_LOG"
  [[ $TORTURE_FAULT == kill ]] || kill -KILL $PPID
  [[ $TORTURE_FAULT == orphan ]] || kill -KILL $$
  exec "$TORTURE_GIT" "${arguments[@]}"
fi
at=$TORTURE_CALL:when=$TORTURE_NTH
case $TORTURE_FAULT in
  kill) traced -e inject="$at:signal=SIGKILL" ;;
  both)
    status=0
    traced -e inject="$at:signal=SIGKILL" || status=$?
    [[ $status != 137 ]] || kill -KILL $PPID
    exit $status ;;
  orphan) # git is stopped at the call, and goes on when mentorctl is dead and the next command has begun
    traced -e inject="$at:signal=SIGSTOP" <&0 &
    until grep -q 'stopped by SIGSTOP' "$TORTURE_LOG" 2>/dev/null; do
      kill -0 $! 2>/dev/null || { wait $!; exit; }
      sleep 0.01
    done
    kill -KILL $PPID
    sleep 0.05
    kill -CONT 0
    wait $! ;;
  *) traced -e inject="$at:error=$TORTURE_FAULT" ;;
esac
