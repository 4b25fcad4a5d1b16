#!/usr/bin/env bash
# A copy of the records on a new machine: what it lacks, how that is mended, what the hook lets through, and what the shell
# completes.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/support/own_machine.sh"
export MENTORCTL_TODAY=2026-03-02

fail() { echo "$1" >&2; cat out err >&2; exit 1; }
# gives STATUS COMMAND…: the command ends so; what it said is kept in out and err
gives() {
  local want=$1 got=0
  shift
  "$@" >out 2>err || got=$?
  [[ $got == "$want" ]] || fail "exit status $got, not $want: $*"
}
says() { grep -qF -- "$1" err || fail "the error does not say: $1"; }
same() { [[ $1 == "$2" ]] || fail "not the same:"$'\n'"$1"$'\n'"and:"$'\n'"$2"; }
m() { "$program" --data "$copy" "$@"; }
# in_place: the names of what is in place
in_place() {
  m setup --format csv >table 2>err || true
  sed -n 's/^provisions,\([^,]*\),yes,.*/\1/p' table | tr '\n' ' '
}

"$program" init first --scheme rotherham 2>err
"$program" --data first add-mentor --name 'Ros Okafor' --scheme rotherham --role elected-member --id M-00001 >out 2>err
copy='a copy' && git clone -q first "$copy"
everything='identity merge-driver attributes hook permissions completion '

# --- Told, and nothing changed; then mended ---
gives 4 m setup
same 'identity attributes ' "$(in_place)"
says "'mentorctl setup --yes' mends what can be mended"
gives 4 m setup --yes --dry-run
same 'identity attributes ' "$(in_place)"
gives 0 m setup --yes
same "$everything" "$(in_place)"
same 600 "$(stat -c %a "$copy/mentors/M-00001.yaml")"
gives 0 m setup
same '' "$(git -C "$copy" status --porcelain)"

# --- Nobody, and somebody ---
mv "$HOME/.gitconfig" nobody
gives 4 m setup --yes
says "identity: say it with 'mentorctl setup --name NAME --email ADDRESS'"
gives 0 m setup --yes --name 'Kit Ashe' --email kit@example.org
gives 0 m amend M-00001 area=Wath --why moved
same 'Kit Ashe <kit@example.org>' "$(git -C "$copy" log -1 --format='%an <%ae>')"
mv nobody "$HOME/.gitconfig"

# --- Attributes that somebody took out ---
git -C "$copy" rm -q .gitattributes && git -C "$copy" commit -qm 'tidy up'
same 'identity merge-driver hook permissions completion ' "$(in_place)"
gives 0 m setup --yes
same '*.yaml -text merge=mentorctl' "$(tail -n 1 "$copy/.gitattributes")"
same 'send records to the merge driver' "$(git -C "$copy" log -1 --format=%s)"

# --- Somebody's own hook stays ---
hook=$copy/.git/hooks/pre-commit
printf '#!/bin/sh\nexit 0\n' >"$hook"
gives 4 m setup --yes
says "hook: add to '$box/$copy/.git/hooks/pre-commit':"
same $'#!/bin/sh\nexit 0' "$(<"$hook")"
sed -n '/^if /,/^fi/p' err >>"$hook"
same "$everything" "$(in_place)"
rm "$hook" && mkdir shared && git -C "$copy" config core.hooksPath "$box/shared"
gives 4 m setup --yes
says "add to '$box/shared/pre-commit'"
[[ ! -e shared/pre-commit ]]
git -C "$copy" config --unset core.hooksPath
gives 0 m setup --yes

# --- What the hook lets through ---
commit() { git -C "$copy" commit -qm 'by hand' "$@"; }
sed -i 's/^area: .*/area: Maltby/' "$copy/mentors/M-00001.yaml"
gives 0 commit --all
same '' "$(<err)"
echo 'colour: blue' >>"$copy/mentors/M-00001.yaml"
gives 1 commit --all
says "a mentor has no field 'colour'"
says 'nothing was committed: put right what follows'
git -C "$copy" add mentors
gives 1 commit
gives 3 m check --staged
git -C "$copy" checkout -q HEAD -- mentors
echo 'colour: blue' >>"$copy/mentors/M-00001.yaml" # not staged: not what is committed
echo note >"$copy/notes.txt" && git -C "$copy" add notes.txt
gives 0 commit
git -C "$copy" checkout -q -- mentors
gives 0 m check --staged
says '0 files are staged'

# What a staged record refers to must be there, and what refers to one that goes.
mkdir "$copy/sessions"
printf -- '- {id: S-00001, date: 2026-03-01, minutes: 30, kind: call}\n' >"$copy/sessions/P-00001.yaml"
git -C "$copy" add sessions
gives 1 commit
says "there is no match 'P-00001'"
git -C "$copy" rm -qf sessions/P-00001.yaml
gives 0 m add-mentor --name 'Lee Ash' --scheme rotherham --role elected-member --id M-00002
gives 0 m refer --name 'Tia Quill' --scheme rotherham --born 2006-05-20 --key-adult Jo --need eet --eet neet \
  --agreed-on 2026-03-01 --id Y-00001
gives 0 m match Y-00001 M-00002 --id P-00001
git -C "$copy" rm -q mentors/M-00002.yaml
gives 1 commit
says "there is no mentor 'M-00002'"
git -C "$copy" reset -q --hard

# A program that is gone stops nobody.
sed -i "s|$program|/nowhere/mentorctl|" "$hook"
echo more >>"$copy/notes.txt"
gives 0 commit --all
says 'mentorctl is gone from where it was'

# --- What the shell completes ---
# completes WORD… : what is offered for the last word
completes() {
  # shellcheck disable=SC2034  # they are what bash hands over
  COMP_WORDS=(mentorctl "$@") COMP_CWORD=$# COMPREPLY=()
  _mentorctl
  local IFS=' '
  echo "${COMPREPLY[*]-}"
}
complete() { :; }
# shellcheck source=/dev/null
. "$HOME/.local/share/bash-completion/completions/mentorctl"
same 'log-session log-event' "$(completes log-)"
same '--marked-by' "$(completes end P-00001 --mar)"
same 'drifted' "$(completes end P-00001 --as dri)"
same 'key-adult' "$(completes --data x check-in Okafor --with k)"
same 'json' "$(completes report --format j)"
same '' "$(completes amend M-00001 --why some)"
same '' "$(completes merge-)"
