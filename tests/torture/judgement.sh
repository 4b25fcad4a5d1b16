# shellcheck shell=bash disable=SC2034,SC2154  # what scene.sh sets and reads
# What a command that met a fault must have left, and what the next ones make of it. To be sourced, after scene.sh.

# after_locks COMMAND…: runs it until it succeeds; each time git's locks stop it, it must name one, which is removed
after_locks() {
  local status lock tries
  for ((tries = 0; tries < 5; tries++)); do
    status=0
    m --data "$records" "$@" >out 2>err || status=$?
    [[ $status == 4 ]] || return $status
    lock=$(grep -oE "'[^']+\.lock'" err | tr -d "'" | head -n 1)
    [[ -n $lock && -e $lock ]] || return 4
    rm "$lock"
  done
  return 4
}

# judge_error STATUS COMMAND FAULT PROCESS CALL: where an error was met, nothing has changed, or all of it; and it can
# be tried again
judge_error() {
  local status=$1 command=$2 process=$4 call=$5 is left
  is=$(where "$command")
  left=$(strays)$(locks)
  case $status in
    4)
      # Where the fault meets "every" process it may meet what puts the files back, too: then the next command settles
      # what became of the change, if this one promised so.
      if [[ $is != old && $process == every ]] && grep -q 'the next command puts the files back unless' err; then
        m --data "$records" check >/dev/null 2>&1 || { fails "the next command cannot read"; return; }
        is=$(where "$command")
        [[ $is != new ]] || return 0
      fi
      [[ $is == old ]] || { fails "exit 4, but: $is"; return; }
      # In "every" process a failing write may also be that of the message.
      [[ $process$call == everywrite ]] || grep -q '^mentorctl: .*, .*[a-z`]$' err ||
        { fails "exit 4 without a word"; return; }
      # What undoes the step may itself be what fails, for good: then the next command does it, and this one said so.
      if [[ $left ]] || ! in_step; then
        [[ $process == every || $call == unlink* ]] ||
          { fails "left behind: $left $(in_records status --short)"; return; }
      fi
      after_locks "${words[@]}" || { fails "not possible afterwards"; return; }
      is=$(where "$command")
      [[ $is == new ]] || { fails "tried again, but: $is"; return; } ;;
    0)
      # What could not be taken away after the commit is the next command's.
      [[ $call != unlink* ]] || m --data "$records" check >/dev/null 2>&1 || { fails "no check afterwards"; return; }
      is=$(where "$command")
      [[ $is == new ]] || { fails "exit 0, but: $is"; return; }
      [[ -z $(strays) && (-z $(locks) || $call == unlink) ]] || { fails "left behind: $(strays)$(locks)"; return; } ;;
    *) fails "exit $status"; return ;;
  esac
}

# judge_kill STATUS COMMAND PROCESS: where somebody was killed, the next command finds the old or the new records
judge_kill() {
  local status=$1 command=$2 is reads=0
  m --data "$records" check >out 2>err || reads=$?
  [[ $reads == 0 ]] || { fails "the next command cannot read: exit $reads"; return; }
  is=$(where "$command")
  [[ $is == old || $is == new ]] || { fails "after a kill: $is"; return; }
  [[ $status != 0 || $is == new ]] || { fails "exit 0, but the records are old"; return; }
  [[ $status != 4 || $is == old ]] || { fails "exit 4, but the records are new"; return; }
  [[ $status == 0 || $status == 4 || $status == 137 ]] || { fails "exit $status"; return; }
  if [[ -z $(locks) ]]; then
    in_step || { fails "not in step: $(in_records status --short)"; return; }
    [[ -z $(strays) ]] || { fails "left behind: $(strays)"; return; }
  elif [[ $3 == mentorctl ]]; then
    fails "git's lock is left: $(locks)"; return
  fi
}

# judge_recovery STATUS: where a recovery met a fault, the next one finds the old records
judge_recovery() {
  local reads=0
  [[ $1 == 0 || $1 == 4 || $1 == 137 ]] || { fails "exit $1"; return; }
  m --data "$records" check >out 2>err || reads=$?
  [[ $reads == 0 ]] || { fails "the next command cannot read: exit $reads"; return; }
  [[ $(where recovery) == old ]] || { fails "$(where recovery)"; return; }
  [[ $(locks) ]] || in_step || { fails "not in step: $(in_records status --short)"; return; }
  [[ $(locks) || -z $(strays) ]] || { fails "left behind: $(strays)"; return; }
}

# In the end: somebody writes on, and all is well.
judge_end() {
  local before
  before=$(in_records rev-parse HEAD)
  after_locks "${next_words[@]}" || { fails "the next command cannot write"; return; }
  [[ $(in_records rev-parse HEAD^) == "$before" ]] || { fails "a commit that nobody asked for"; return; }
  [[ $(in_records show --format= --name-only) == "$next_path" ]] || { fails "the next commit holds more"; return; }
  in_step || { fails "not in step in the end: $(in_records status --short)"; return; }
  [[ -z $(strays) ]] || { fails "left in the end: $(strays)"; return; }
  in_records fsck --no-progress >out 2>err || { fails "git fsck"; return; }
}
