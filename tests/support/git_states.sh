# shellcheck shell=bash
# What the scripts that try git's states share; sourced. A state is a function whose name is a sentence; every state
# gets a copy of one small repository with a mentor, a young person and a running match, at $data.
# shellcheck source-path=SCRIPTDIR/..
. "$(dirname "$0")/support/own_machine.sh"
clean_up() {
  chattr -R -f -i "$box" || true
  rm -rf "$box"
}
trap clean_up EXIT
export MENTORCTL_TODAY=2026-03-12
data=$box/scheme

fail() {
  echo "  $1" >&2
  head -c 1000 "$box/out" "$box/err" >&2
  exit 1
}
same() { [[ $1 == "$2" ]] || fail "not the same: $(diff <(echo "$1") <(echo "$2"))"; }
# git as a person would call it, but for what could run beside it
git_here() { git -c core.fsmonitor=false -c core.hooksPath=/dev/null -C "$data" "$@"; }
cp "$HOME/.gitconfig" "$box/identity"

mentor=M-5RZ5G match=P-QEDXJ
adding=(add-mentor --name 'Lee Ashdown' --scheme rotherham --role elected-member --id M-00001)
vetting=(vet "$mentor" identity --on 2026-01-02)
logging=(log-session "$match" --date 2026-03-01 --minutes 35 --kind call)
"$program" init whole --scheme rotherham --example 2>/dev/null
git -C whole repack -adq

# gives STATUS COMMAND…: the command ends so; what it said is kept in out and err. `around` stands before the program.
around=()
gives() {
  local want=$1 got=0
  shift
  "${around[@]}" "$program" --data "$data" "$@" >"$box/out" 2>"$box/err" || got=$?
  [[ $got == "$want" ]] || fail "exit status $got, not $want: $*"
}
says() { grep -qF -- "$1" "$box/err" || fail "the error does not say: $1"; }

# HEAD, references, the index with its flags, what lies in git's folder, and every file with its mode
state() {
  local folder
  git_here rev-parse HEAD 2>&1 || true
  git_here for-each-ref 2>&1 || true
  git_here ls-files --stage -v 2>&1 || true
  folder=$(git_here rev-parse --absolute-git-dir 2>/dev/null || echo "$data/.git")
  [[ ! -d $folder ]] || find "$folder" -not -path '*/objects/*' -not -name mentorctl.lock -not -name index -not -name COMMIT_EDITMSG \
    -printf '%P\n' | sort
  (cd "$data" && find . -name .git -prune -o -printf '%p %m\n' | sort)
  (cd "$data" && find . -name .git -prune -o -type f -print0 | sort -z | xargs -0 sha256sum)
}

# refused STATUS TEXT COMMAND…: the command says so on one line, on the side of errors, and changes nothing
refused() {
  local status=$1 text=$2 before
  shift 2
  before=$(state)
  gives "$status" "$@"
  says "$text"
  [[ ! -s $box/out ]] || fail "an error on the side of data"
  same "$(wc -l <"$box/err")" 1
  same "$(state)" "$before"
}
# all_refused STATUS TEXT: each kind of command is
all_refused() {
  refused "$1" "$2" "${adding[@]}"
  refused "$1" "$2" "${vetting[@]}"
  refused "$1" "$2" "${logging[@]}"
}

message() { printf '%s\n\nMentorctl-Command: %s\nMentorctl-Record: %s' "$1" "$2" "$3"; }

# committed PATH MESSAGE COMMAND…: one commit on the branch, of that file alone, with that message; the file is as
# committed and for its owner only; whatever else was staged or changed is as it was
committed() {
  local path=$1 text=$2 parent others
  shift 2
  parent=$(git_here rev-parse --verify --quiet HEAD || true)
  others=$(others_than "$path")
  gives 0 "$@" --format json
  head=$(git_here rev-parse HEAD)
  grep -qF "\"commit\": \"$head\"" "$box/out" || fail "it does not tell its commit, $head"
  same "$(git_here rev-parse --verify --quiet HEAD~ || true)" "$parent"
  same "$(git_here diff-tree --root --no-commit-id --name-only -r HEAD)" "$prefix$path"
  same "$(git_here cat-file commit HEAD | sed '1,/^$/d')" "$text"
  git_here cat-file blob "HEAD:$prefix$path" | cmp - "$data/$path" || fail "committed are other bytes than written"
  same "$(git_here ls-files --stage "$path" | cut -d ' ' -f 2)" "$(git_here rev-parse "HEAD:$prefix$path")"
  same "$(stat -c %a "$data/$path")" 600
  same "$(others_than "$path")" "$others"
}
prefix=''  # the data directory below the top of the repository
# The index, the work tree and what git calls changed, without that file
others_than() {
  git_here ls-files --stage -v | grep -vF "$1" || true
  git_here --no-optional-locks -c color.status=never status --porcelain --no-renames \
    --untracked-files=all | grep -vF "$1" || true
  (cd "$data" && find . -name .git -prune -o -type f ! -path "./$1" -print0 | sort -z | xargs -0 sha256sum)
}
adds() {
  committed mentors/M-00001.yaml "$(message 'add mentor M-00001' add-mentor M-00001)" "${adding[@]}"
}
vets() { committed "mentors/$mentor.yaml" "$(message "record identity of $mentor" vet "$mentor")" "${vetting[@]}"; }
logs() {
  committed "sessions/$match.yaml" "$(message "log a session of $match" log-session "$match")" "${logging[@]}"
}
all_committed() {
  adds
  vets
  logs
}

tried=0 failed=0
# try STATE ARGUMENT…: on a fresh copy
try() {
  rm -rf "$data" "$HOME" "$box/ran"
  mkdir "$HOME"
  cp "$box/identity" "$HOME/.gitconfig"
  cp -a "$box/whole" "$data"
  around=() prefix=''
  local status=0
  set +e
  (set -e && "$@")
  status=$?
  set -e
  tried=$((tried + 1))
  ((status == 0)) || failed=$((failed + 1))
  [[ $status == 0 ]] && echo "ok - ${*//_/ }" || echo "not ok - ${*//_/ }"
}
# skip STATE WHY: it cannot be made here
skip() { echo "not tried - ${1//_/ }: $2"; }
summary() {
  echo "$tried states were tried, $failed failed"
  ((failed == 0))
}
