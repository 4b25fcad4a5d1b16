# shellcheck shell=bash disable=SC2034
# What the scripts of this directory share: a box to work in, a data directory to start from, the commands that are
# tried, and how what they left is judged. To be sourced.
set -euo pipefail
shopt -s inherit_errexit
program=$(realpath "${MENTORCTL:?set MENTORCTL to the program}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
git=$(command -v git)
workers=$(nproc)

# In memory, where an fsync costs nothing, if there is room.
box=$(mktemp -d "${TMPDIR:-$([[ -w /dev/shm ]] && echo /dev/shm || echo /tmp)}/mentorctl-torture.XXXXX")
mounted=
leave_box() {
  [[ -z $mounted ]] || umount "$mounted"
  [[ ! -s $box/making ]] || tail -n 5 "$box/making" >&2
  [[ -d $box/kept ]] && echo "kept: $box/kept" || rm -rf "$box"
}
main_process=$BASHPID
trap '[[ $BASHPID != "$main_process" ]] || leave_box' EXIT

for name in "${!GIT_@}" "${!MENTORCTL@}" EMAIL; do unset "$name"; done
export HOME=$box XDG_CONFIG_HOME=$box/.config GIT_CONFIG_NOSYSTEM=1 NO_COLOR=1 TZ=UTC LC_ALL=C.UTF-8
export MENTORCTL_TODAY=2026-02-20
"$git" config --global user.name 'Case Worker'
"$git" config --global user.email case@example.org
"$git" config --global init.defaultBranch main

m() { "$program" "$@"; }
# Data directories are always $records, so that a path is as long in every run.
in_records() { "$git" --no-optional-locks -C "$records" "$@"; }

# make_records DIR: two mentors, two pairs of which one has a session
make_records() {
  local mentor
  m init "$1" --scheme rotherham
  for mentor in M-AAAAA M-BBBBB; do
    m --data "$1" add-mentor --id $mentor --name "Ros $mentor" --scheme rotherham --role elected-member \
      --enquired 2025-11-01
  done
  m --data "$1" vet M-AAAAA M-BBBBB information-session --on 2025-11-09
  m --data "$1" vet M-AAAAA M-BBBBB training --on 2025-11-30 --topic safeguarding --topic boundaries \
    --topic mentor-role --topic relationship-building --topic confidentiality --topic problem-solving
  for mentor in M-AAAAA M-BBBBB; do
    m --data "$1" vet $mentor pen-picture --on 2025-12-01 --text "Twenty years on the buses."
  done
  make_pair "$1" AAAAA
  make_pair "$1" BBBBB
  m --data "$1" log-session P-BBBBB --date 2026-02-10 --minutes 90 --kind one-to-one
}
make_pair() {
  m --data "$1" refer --id "Y-$2" --name "Tia $2" --scheme rotherham --born 2006-05-20 --key-adult "Sam Patel" \
    --key-adult-role personal-adviser --need eet --eet neet --on 2026-01-05 --agreed-on 2026-01-05
  m --data "$1" match "Y-$2" "M-$2" --id "P-$2" --agreed young-person --agreed mentor --start 2026-02-01 \
    --contacts-given
}

# The commands that are tried: a new file, one in a new directory, files that are there, and several files at once.
commands=(add-mentor log-event log-session vet outing vet-two)
commands+=(amend)
# words_of COMMAND: sets words to its words, and paths to what it writes
words_of() {
  case $1 in
    add-mentor)
      words=(add-mentor --id M-NEW22 --name "Nia Frost" --scheme rotherham --role elected-member)
      paths=(mentors/M-NEW22.yaml) ;;
    log-event)
      words=(log-event mentor-meetup --id E-NEW22 --date 2026-02-11 --invited M-AAAAA --attended M-AAAAA)
      paths=(events/E-NEW22.yaml) ;;
    log-session)
      words=(log-session P-BBBBB --date 2026-02-17 --minutes 20 --kind call)
      paths=(sessions/P-BBBBB.yaml) ;;
    vet) words=(vet M-AAAAA interview --on 2025-12-02) paths=(mentors/M-AAAAA.yaml) ;;
    outing)
      words=(log-session P-AAAAA P-BBBBB --date 2026-02-17 --minutes 30 --kind group)
      paths=(sessions/P-AAAAA.yaml sessions/P-BBBBB.yaml) ;;
    vet-two)
      words=(vet M-AAAAA M-BBBBB interview --on 2025-12-02)
      paths=(mentors/M-AAAAA.yaml mentors/M-BBBBB.yaml) ;;
    recovery) words=(check) paths=() ;;
    amend) words=(amend M-AAAAA area=Wath --why moved) paths=(mentors/M-AAAAA.yaml) ;;
  esac
}
# The command that comes after.
next_words=(add-mentor --id M-ZZZZZ --name "Ola Next" --scheme rotherham --role elected-member)
next_path=mentors/M-ZZZZZ.yaml

# Every file and directory with what it holds; the identifiers that are drawn at random are all the same.
bytes_there() {
  (cd "$records" && find . -path ./.git -prune -o -printf '%P %y\n' | sort &&
    find . -path ./.git -prune -o -type f -print0 | sort -z |
      xargs -0 sed -sE 's/\b([SVK])-[0-9A-Z]{5}\b/\1-?/g') | sha256sum
}
# What a command leaves behind in git's folder when it is not through, and the locks of git.
strays() {
  (cd "$records/.git" && find . -maxdepth 1 \( -name '.mentorctl-*' -o -name mentorctl.journal \) -printf '%P ')
}
locks() { (cd "$records/.git" && find . -name '*.lock' ! -name 'mentorctl.lock' ! -name 'next-index-*' -printf '%P '); }

# learn COMMAND: how the records are before and after it
learn() {
  local records=$box/learn/records
  words_of "$1"
  mkdir -p "$box/learn" "$box/known"
  rm -rf "$records"
  cp -a "$box/template" "$records"
  bytes_there >"$box/known/old"
  in_records rev-parse HEAD >"$box/known/head"
  m --data "$records" "${words[@]}" >/dev/null 2>&1
  bytes_there >"$box/known/$1"
  in_records log -1 --format=%B >"$box/known/$1.message"
}

# where COMMAND: "old", "new", or what is wrong; by HEAD, the commit's message and paths, and the bytes
where() {
  local head before bytes
  head=$(in_records rev-parse HEAD)
  before=$(<"$box/known/head")
  bytes=$(bytes_there)
  if [[ $head == "$before" ]]; then
    [[ $bytes == "$(<"$box/known/old")" ]] && echo old || echo "HEAD is old, the bytes are not"
    return
  fi
  words_of "$1"
  if [[ $(in_records rev-parse HEAD^) != "$before" ]]; then echo "commits that nobody asked for"
  elif [[ $(in_records log -1 --format=%B) != "$(<"$box/known/$1.message")" ]]; then echo "another message"
  elif [[ $(in_records show --format= --name-only) != "$(printf '%s\n' "${paths[@]}")" ]]; then echo "other paths"
  elif [[ $bytes != "$(<"$box/known/$1")" ]]; then echo "HEAD is new, the bytes are not"
  else echo new; fi
}
# in_step: whether HEAD, the index and the work tree are the same
in_step() { [[ -z $(in_records status --porcelain --untracked-files=all --ignored) ]]; }

# fails WHAT: tells of a point that failed, and keeps its directory
fails() {
  local kept
  mkdir -p "$box/kept"
  kept=$(mktemp -d "$box/kept/XXXXX")
  cp -a "$(dirname "$records")/." "$kept"
  echo "FAILED $point: $1 ($kept)"
  [[ ! -s err ]] || sed 's/^/    /' err
  return 1
}

# each_line FILE FUNCTION: the function for each line, on all cores, each in a directory of its own; the lines it
# prints are printed in the end, and the value is whether it succeeded each time
each_line() {
  local worker pids=() failed=0
  for ((worker = 0; worker < workers; worker++)); do
    (
      failed=0
      mkdir -p "$box/$worker"
      cd "$box/$worker"
      records=$box/$worker/records
      while read -r point; do
        # shellcheck disable=SC2086  # words
        "$2" $point </dev/null || failed=1
      done < <(awk -v worker="$worker" -v workers="$workers" 'NR % workers == worker' "$1")
      exit $failed
    ) >"$box/output.$worker" &
    pids+=($!)
  done
  for worker in "${!pids[@]}"; do
    wait "${pids[worker]}" || failed=1
    cat "$box/output.$worker"
  done
  return $failed
}
