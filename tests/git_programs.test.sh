#!/usr/bin/env bash
# Hooks, programs in settings and variables that would change what git does: none of them runs, and each command makes its one
# commit all the same.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/support/git_states.sh"

# --- Hooks and programs of settings, none of which may run -------------------------------------------------------------

hooks='applypatch-msg commit-msg fsmonitor-watchman post-checkout post-commit post-index-change post-rewrite pre-auto-gc
  pre-commit pre-merge-commit prepare-commit-msg reference-transaction sendemail-validate update'
# hooks_in FOLDER SCRIPT: all of them are that script, which also leaves a mark
hooks_in() {
  local hook
  mkdir -p "$1"
  for hook in $hooks; do
    printf '#!/bin/sh\ntouch "%s/ran"\n%s\n' "$box" "$2" >"$1/$hook"
    chmod +x "$1/$hook"
  done
}
nothing_ran() { [[ ! -e $box/ran ]] || fail 'a program of the settings ran'; }
hooks_that_fail() { hooks_in "$data/.git/hooks" 'exit 1'; all_committed; nothing_ran; }
hooks_that_hang() { hooks_in "$data/.git/hooks" 'sleep 300'; all_committed; nothing_ran; }
hooks_that_rewrite() { hooks_in "$data/.git/hooks" '[ -f "$1" ] && echo evil >"$1"; git add --all'; all_committed; nothing_ran; }
hooks_in_another_folder() { hooks_in "$box/hooks" 'exit 1'; git_here config core.hooksPath "$box/hooks"; all_committed; nothing_ran; }
hooks_of_ones_own() { hooks_in "$box/hooks" 'exit 1'; git config --global core.hooksPath "$box/hooks"; all_committed; nothing_ran; }
a_program_in_the_setting() {
  printf '#!/bin/sh\ntouch "%s/ran"\nexit 1\n' "$box" >"$box/program"
  chmod +x "$box/program"
  git_here config "$1" "$box/program"
  gives 0 "${adding[@]}" --dry-run
  adds
  gives 0 report nightly --format json
  nothing_ran
}

signing_with_a_key_that_works() {
  command -v ssh-keygen >/dev/null || { skip "${FUNCNAME[0]}" 'no ssh-keygen'; return 0; }
  rm -f "$box/key" "$box/key.pub"
  ssh-keygen -q -t ed25519 -N '' -f "$box/key"
  git_here config commit.gpgsign true
  git_here config gpg.format ssh
  git_here config user.signingKey "$box/key.pub"
  gives 0 "${adding[@]}"
  echo "case@example.org $(cat "$box/key.pub")" >"$box/signers"
  git_here -c gpg.ssh.allowedSignersFile="$box/signers" verify-commit HEAD 2>/dev/null || fail 'the commit has no good signature'
}

# Each program that is started costs as much as reading all records that a command looks at.
a_session_takes_four_programs_of_git() {
  mkdir -p "$box/counting"
  printf '#!/bin/sh\necho "$*" >>"%s/calls"\nexec "%s" "$@"\n' "$box" "$(command -v git)" >"$box/counting/git"
  chmod +x "$box/counting/git"
  around=(env PATH="$box/counting:$PATH")
  rm -f "$box/calls"
  gives 0 "${logging[@]}"
  same "$(grep -oE ' (rev-parse|var|config|cat-file|check-attr|check-ignore|ls-files|hash-object|status|commit) ' "$box/calls" | sort)" \
    "$(printf ' %s \n' cat-file check-attr commit var)"
  same "$(wc -l <"$box/calls")" 4
  gives 0 "${logging[@]}" --dry-run
  same "$(sed 1,4d "$box/calls" | grep -oE ' (var|diff|cat-file|check-attr|commit) ' | sort -u)" "$(printf ' %s \n' diff var)"
}

# --- Variables ----------------------------------------------------------------------------------------------------

variables_of_another_repository() {
  local elsewhere=$box/elsewhere before
  rm -rf "$elsewhere"
  git init --quiet "$elsewhere"
  git -C "$elsewhere" commit --quiet --allow-empty -m elsewhere
  before=$(git -C "$elsewhere" rev-parse HEAD; find "$elsewhere/.git" | sort)
  around=(env GIT_DIR="$elsewhere/.git" GIT_WORK_TREE="$elsewhere" GIT_INDEX_FILE="$elsewhere/.git/index" GIT_PREFIX=x/
    GIT_OBJECT_DIRECTORY="$elsewhere/.git/objects" GIT_COMMON_DIR="$elsewhere/.git" GIT_NAMESPACE=x
    GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.bare GIT_CONFIG_VALUE_0=true GIT_CONFIG_PARAMETERS="'core.bare=true'")
  all_committed
  same "$(git -C "$elsewhere" rev-parse HEAD; find "$elsewhere/.git" | sort)" "$before"
}
the_variable() { around=(env "$@"); gives 0 "${adding[@]}" --dry-run; all_committed; }
a_shell_without_variables() { around=(env -i PATH="$PATH" HOME="$HOME" MENTORCTL_TODAY="$MENTORCTL_TODAY"); all_committed; }


try hooks_that_fail
try hooks_that_hang
try hooks_that_rewrite
try hooks_in_another_folder
try hooks_of_ones_own
for setting in core.fsmonitor core.editor sequence.editor core.pager pager.commit pager.log pager.diff diff.external \
  core.askPass gpg.program credential.helper core.sshCommand trailer.x.command alias.commit core.alternateRefsCommand; do
  try a_program_in_the_setting "$setting"
done
try signing_with_a_key_that_works
try a_session_takes_four_programs_of_git

try variables_of_another_repository
for variable in LANG=de_DE.UTF-8 LANGUAGE=de LC_ALL=tr_TR.UTF-8 GIT_LITERAL_PATHSPECS=0 GIT_GLOB_PATHSPECS=1 GIT_ICASE_PATHSPECS=1 \
  GIT_EXTERNAL_DIFF=false GIT_DIFF_OPTS=-u0 GIT_PAGER=false GIT_EDITOR=false GIT_TRACE=1 GIT_TERMINAL_PROMPT=1 GIT_OPTIONAL_LOCKS=1 \
  GIT_DEFAULT_HASH=sha256 GIT_SHALLOW_FILE=x GIT_GRAFT_FILE=x GIT_CEILING_DIRECTORIES=/nowhere TERM=dumb; do
  try the_variable "$variable"
done
try a_shell_without_variables

summary
