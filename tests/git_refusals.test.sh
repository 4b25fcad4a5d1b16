#!/usr/bin/env bash
# States of a repository in which a command that writes has to stop: with the right status, a word on what to do, and
# nothing touched.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/support/git_states.sh"

by_hand() { echo '# by hand' >>"$data/mentors/$mentor.yaml"; }
# two branches that changed the same line of a note
diverged() {
  local branch
  for branch in side main; do
    git_here checkout --quiet -B "$branch" main
    echo "$branch" >"$data/NOTES"
    git_here add NOTES
    git_here commit --quiet -m "$branch"
    [[ $branch == main ]] || git_here checkout --quiet main
  done
}
stopped() { "$@" >/dev/null 2>&1 && fail "it did not stop: $*" || true; }

# --- Nobody is named --------------------------------------------------------------------------------------------

unknown="git doesn't know who you are"
nobody_is_named() {
  git config --global --remove-section user
  all_refused 4 "$unknown"
  says 'git config --global user.email'
}
only_a_name_is_set() { git config --global --unset user.email; all_refused 4 "$unknown (no email was given"; }
only_an_address_is_set() { git config --global --unset user.name; all_refused 4 "$unknown (no name was given"; }
an_address_in_EMAIL_is_no_name() {
  git config --global --remove-section user
  around=(env EMAIL=lee@example.org)
  refused 4 "$unknown (no name was given" "${adding[@]}"
}
an_empty_name_in_the_environment() {
  around=(env GIT_AUTHOR_NAME=)
  all_refused 4 "$unknown (empty ident name"
}
a_name_without_a_letter() { git config --global user.name ',;'; all_refused 4 'name consists only of disallowed characters'; }
a_date_that_is_none() {
  around=(env GIT_AUTHOR_DATE=yesterdayish)
  all_refused 4 "$unknown (invalid date format: yesterdayish)"
}
an_author_without_a_committer() {
  git config --global --remove-section user
  around=(env GIT_AUTHOR_NAME=Lee GIT_AUTHOR_EMAIL=lee@example.org)
  all_refused 4 "$unknown"
}
an_author_in_the_settings_without_a_committer() {
  git config --global --rename-section user author
  around=(env GIT_COMMITTER_NAME=)
  all_refused 4 'git did not commit: '
}

# --- No branch to commit to, or something under way ---------------------------------------------------------------

HEAD_is_detached() { git_here checkout --quiet --detach; all_refused 5 'HEAD is detached'; says 'git switch'; }
HEAD_is_at_a_tag() { git_here tag v1; git_here checkout --quiet v1; all_refused 5 'HEAD is detached'; }
a_merge_is_under_way() { diverged; stopped git_here merge side; all_refused 5 'a merge is under way'; says 'git merge --abort'; }
a_settled_merge_is_not_committed() { diverged; git_here merge --quiet --no-commit -s ours side; all_refused 5 'a merge is under way'; }
a_squashed_merge_is_not_committed() {
  git_here checkout --quiet -b side
  echo note >"$data/NOTES"
  git_here add NOTES
  git_here commit --quiet -m side
  git_here checkout --quiet main
  git_here merge --quiet --squash side >/dev/null
  all_refused 5 'a squashed merge is under way, finish it with `git commit` or give it up with `git reset --merge`'
}
a_rebase_is_under_way() { diverged; stopped git_here rebase side; all_refused 5 'a rebase is under way'; says 'git rebase --continue'; }
a_rebase_by_patches_is_under_way() { diverged; stopped git_here rebase --apply side; all_refused 5 'a rebase is under way'; }
a_rebase_stopped_to_edit() {
  diverged
  GIT_SEQUENCE_EDITOR='sed -i s/pick/edit/' git_here rebase --quiet --interactive HEAD~ 2>/dev/null
  all_refused 5 'a rebase is under way'
}
a_cherry_pick_is_under_way() { diverged; stopped git_here cherry-pick side; all_refused 5 'a cherry-pick is under way'; }
a_series_of_picks_is_under_way() {
  diverged
  stopped git_here cherry-pick side main~1..side
  git_here checkout --quiet --ours NOTES
  git_here commit --quiet --all --allow-empty -m picked
  [[ ! -f $data/.git/CHERRY_PICK_HEAD && -d $data/.git/sequencer ]] || return 0
  all_refused 5 'a series of picks is under way'
}
a_revert_is_under_way() {
  diverged
  echo more >"$data/NOTES"
  git_here commit --quiet --all -m more
  stopped git_here revert HEAD~
  all_refused 5 'a revert is under way'
}
a_bisection_is_under_way() { git_here bisect start >/dev/null; all_refused 5 'a bisection is under way, end it with `git bisect reset`'; }
an_am_is_under_way() {
  diverged
  git_here format-patch --quiet -1 --stdout side >"$box/patch"
  stopped git_here am --quiet "$box/patch"
  all_refused 5 'a `git am` is under way'
}
# --- The target is not as committed -------------------------------------------------------------------------------

a_hand_edit_in_the_target() { by_hand; refused 5 'run `mentorctl record` first' "${vetting[@]}"; }
a_hand_edit_that_is_staged() { by_hand; git_here add .; refused 5 'was changed by hand' "${vetting[@]}"; }
a_staged_change_of_the_target_that_the_file_lacks() {
  by_hand
  git_here add .
  git_here show "HEAD:mentors/$mentor.yaml" >"$data/mentors/$mentor.yaml"
  refused 5 'has a staged change' "${vetting[@]}"
}
a_target_that_was_removed_from_the_index() { git_here rm --quiet --cached "mentors/$mentor.yaml"; refused 5 'has a staged change' "${vetting[@]}"; }
a_target_that_was_removed_by_hand() {
  rm "$data/sessions/$match.yaml"
  refused 5 'was removed by hand' "${logging[@]}"
}
a_target_that_git_was_told_is_new() {
  git_here rm --quiet --cached "mentors/$mentor.yaml"
  git_here commit --quiet -m forget
  git_here add --intent-to-add "mentors/$mentor.yaml"
  refused 5 'is in the way and was never recorded' "${vetting[@]}"
}
an_untracked_file_in_the_way() {
  git_here rm --quiet --cached "sessions/$match.yaml"
  git_here commit --quiet -m forget
  refused 5 "'sessions/$match.yaml' is in the way and was never recorded" "${logging[@]}"
}
a_target_with_CRLF_where_LF_is_committed() { sed -i 's/$/\r/' "$data/mentors/$mentor.yaml"; refused 5 'was changed by hand' "${vetting[@]}"; }

# --- Somebody holds a lock ----------------------------------------------------------------------------------------

locked() { # FILE TEXT
  : >"$data/.git/$1"
  all_refused 4 "$2"
  [[ -f $data/.git/$1 ]] || fail "the lock $1 is gone"
}
a_lock_of_the_index() { locked index.lock "git's index is locked by '$data/.git/index.lock'"; }
a_lock_of_HEAD() { locked HEAD.lock "Unable to create '$data/.git/HEAD.lock'"; }
a_lock_of_the_branch() { locked refs/heads/main.lock "Unable to create '$data/.git/refs/heads/main.lock'"; }
a_git_that_works_on_the_index() {
  git_here -c core.editor='sleep 3; false' commit --quiet --all --allow-empty >/dev/null 2>&1 &
  for _ in {1..200}; do [[ -f $data/.git/index.lock ]] && break || sleep 0.01; done
  gives 4 "${vetting[@]}"
  says "git's index is locked by"
  wait || true
  [[ ! -f $data/.git/index.lock ]]
  vets
}

# --- A commit that cannot be signed -------------------------------------------------------------------------------

signing_without_a_key() {
  git_here config commit.gpgsign true
  all_refused 4 'gpg failed to sign the data'
}
signing_with_a_program_that_is_not_there() {
  git_here config commit.gpgsign true
  git_here config gpg.program "$box/no-such-program"
  all_refused 4 'git did not commit: '
}
signing_by_ssh_without_a_key() {
  git_here config commit.gpgsign true
  git_here config gpg.format ssh
  git_here config user.signingKey "$box/no-such-key"
  all_refused 4 'git did not commit: '
}
signing_by_a_program_that_fails_after_others_staged_a_file() {
  git_here config commit.gpgsign true
  git_here config gpg.program false
  echo note >"$data/NOTES"
  git_here add NOTES
  all_refused 4 'gpg failed to sign the data'
}

# --- git would leave the record out, or keep other bytes ------------------------------------------------------------

ignored() { refused 4 "git ignores 'mentors/M-00001.yaml', take away the rule that \`git check-ignore -v\` names" "${adding[@]}"; }
an_ignore_rule_of_the_data_directory() { echo 'M-*.yaml' >>"$data/.gitignore"; ignored; }
an_ignore_rule_for_the_whole_folder() { echo '/mentors/' >>"$data/.gitignore"; ignored; }
an_ignore_rule_inside_the_folder() { echo '*' >"$data/mentors/.gitignore"; ignored; }
an_ignore_rule_in_info_exclude() { echo '*.yaml' >>"$data/.git/info/exclude"; ignored; }
an_ignore_rule_of_ones_own() { git config --global core.excludesFile "$box/ignore"; echo mentors >"$box/ignore"; ignored; }

converts() { all_refused 4 "git would change the bytes of "; says "($1), take away the attribute that \`git check-attr -a\` names"; }
attributes_that() { echo "*.yaml $1" >>"$data/.git/info/attributes"; }
a_filter_that_rewrites() {
  git_here config filter.shout.clean 'tr a-z A-Z'
  attributes_that filter=shout
  converts filter=shout
}
a_filter_in_the_data_directory() { echo '*.yaml filter=crypt' >>"$data/.gitattributes"; converts filter=crypt; }
a_filter_of_ones_own() {
  git config --global core.attributesFile "$box/attributes"
  echo '*.yaml filter=crypt' >"$box/attributes"
  converts filter=crypt
}
a_filter_that_must_work_and_fails() {
  git_here config filter.crypt.clean false
  git_here config filter.crypt.required true
  attributes_that filter=crypt
  converts filter=crypt
}
another_encoding_in_the_work_tree() { attributes_that working-tree-encoding=UTF-16; converts working-tree-encoding=UTF-16; }
an_ident_that_somebody_typed() {
  attributes_that ident
  refused 4 '(ident), take away the attribute' "${adding[@]}" --pen-picture 'I am $Id: nobody$'
}
crlf() {
  sed -i 's/$/\r/' "$data/mentors/$mentor.yaml"
  git_here -c core.autocrlf=false commit --quiet --all -m crlf
}
a_record_with_CRLF_where_text_is_normalised() { crlf; attributes_that text=auto; refused 4 '(text=auto), take' "${vetting[@]}"; }
a_record_with_CRLF_where_line_ends_are_set() { crlf; attributes_that '!text eol=lf'; refused 4 '(eol=lf), take' "${vetting[@]}"; }
a_sparse_checkout_that_leaves_people_out() {
  git_here update-index -q --refresh
  git_here sparse-checkout set mentors schemes
  all_refused 5 "a sparse checkout leaves 'check-ins/"
  says 'git sparse-checkout disable'
  gives 5 check
}
an_index_that_skips_the_target() {
  git_here update-index --skip-worktree "mentors/$mentor.yaml"
  refused 4 "git was told to skip 'mentors/$mentor.yaml', run \`git update-index --no-skip-worktree\`" "${vetting[@]}"
}

# --- git cannot work --------------------------------------------------------------------------------------------------

no_git_in_PATH() {
  local bash
  bash=$(command -v env)
  around=("$bash" PATH="$box/nowhere")
  all_refused 4 "cannot run 'git': it was not found, install it"
}
broken_settings_of_the_repository() { echo '[broken' >>"$data/.git/config"; all_refused 4 'bad config line'; }
broken_settings_of_ones_own() { echo '[broken' >>"$HOME/.gitconfig"; all_refused 4 'bad config line'; }
a_setting_with_a_wrong_value() { git_here config core.fsync perhaps; git_here config core.bare perhaps; all_refused 4 "bad boolean config value 'perhaps'"; }
a_setting_that_git_stumbles_over() { git_here config diff.orderFile nowhere; all_refused 4 "failed to read orderfile 'nowhere'"; }
an_empty_HEAD() { : >"$data/.git/HEAD"; all_refused 4 'is not in a git repository'; }
a_HEAD_whose_commit_is_gone() { echo 1234567890123456789012345678901234567890 >"$data/.git/refs/heads/main"; all_refused 4 'git has lost the commit that HEAD leads to, check the repository with `git fsck`'; }
a_broken_index() { echo broken >"$data/.git/index"; all_refused 4 'index file smaller than expected'; }
no_repository_at_all() { rm -rf "$data/.git"; all_refused 4 'is not in a git repository, make one there with `git init`'; }
a_repository_elsewhere_that_is_gone() { rm -rf "$data/.git"; echo 'gitdir: ../gone' >"$data/.git"; all_refused 4 'is not in a git repository'; }
a_bare_repository() { git_here config core.bare true; all_refused 4 'is a bare repository'; }
a_work_tree_elsewhere() {
  mkdir -p "$box/elsewhere"
  git_here config core.worktree "$box/elsewhere"
  all_refused 4 "git has its work tree in '$box/elsewhere'"
}
a_repository_of_the_future() { git_here config core.repositoryFormatVersion 99; all_refused 4 'Expected git repo version'; }
an_unknown_extension() { git_here config core.repositoryFormatVersion 1; git_here config extensions.holograms yes; all_refused 4 'holograms'; }
a_repository_of_somebody_else() {
  ((EUID == 0)) || return 0
  chown -R 65534 "$data"
  all_refused 4 'detected dubious ownership'
  says "git config --global --add safe.directory $data, put"
}
another_repository_in_an_empty_folder() {
  git_here rm -r --quiet --cached sessions
  git_here commit --quiet -m forget
  rm "$data/sessions/"*
  git init --quiet "$data/sessions"
  git -C "$data/sessions" commit --quiet --allow-empty -m nested
  refused 4 'git did not ' "${logging[@]}"
}

# --- The disk cannot be written ----------------------------------------------------------------------------------------

read_only='mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
a_read_only_mount() {
  unshare -m sh -c "$read_only" "$data" true 2>/dev/null || { skip "${FUNCNAME[0]}" 'nothing can be mounted'; return; }
  around=(unshare -m sh -c "$read_only" "$data")
  all_refused 4 'Read-only file system'
  gives 0 list mentors
  rm -f "$data/.git/mentorctl.lock"
  gives 0 list mentors
}
a_read_only_file_system() {
  local enter="mount -t tmpfs none '$box/disk' && cp -a '$data/.' '$box/disk' && mount --move '$box/disk' '$data' && mount -o remount,ro '$data' && exec \"\$@\""
  mkdir -p "$box/disk"
  unshare -m sh -c "$enter" sh true 2>/dev/null || { skip "${FUNCNAME[0]}" 'nothing can be mounted'; return; }
  around=(unshare -m sh -c "$enter" sh)
  gives 4 "${adding[@]}"
  says 'Read-only file system'
  gives 0 list mentors
}
# immutable_is FILE STATUS-WORDS COMMAND…
immutable_is() {
  local file=$data/$1 text=$2
  shift 2
  chattr +i "$file" 2>/dev/null || { skip "${FUNCNAME[1]}" 'no file can be made immutable'; return 0; }
  "$@" 4 "$text"
  chattr -i "$file"
}
refused_vetting() { refused "$1" "$2" "${vetting[@]}"; }
refused_adding() { refused "$1" "$2" "${adding[@]}"; }
an_immutable_record() { immutable_is "mentors/$mentor.yaml" "cannot write 'mentors/$mentor.yaml': Operation not permitted" refused_vetting; }
an_immutable_folder() { immutable_is mentors "cannot write 'mentors/M-00001.yaml': Operation not permitted" refused_adding; }
an_immutable_git_folder() { immutable_is .git 'Operation not permitted' all_refused; }
immutable_objects() { immutable_is .git/objects 'git did not ' all_refused; }
immutable_branches() { immutable_is .git/refs/heads 'git did not commit: ' all_refused; }
an_immutable_index_takes_no_new_file() { immutable_is .git/index 'git did not take the new files' refused_adding; }

# The states are the functions whose names begin with an article or the like.
for each in $(declare -F | awk '{ print $3 }'); do
  case $each in
    a_* | an_* | another_* | only_* | no_* | nobody_* | HEAD_* | signing_* | broken_* | immutable_[bo]*) try "$each" ;;
  esac
done
summary
