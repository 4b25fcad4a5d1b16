#!/usr/bin/env bash
# States of a repository in which a command does its work: one commit of its own paths and
# words, and everything else as it was.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/support/git_states.sh"

# --- Other people's work ------------------------------------------------------------------------------------------

what_others_staged_stays_staged() {
  echo note >"$data/NOTES"
  echo later >"$data/LATER"
  git_here add NOTES
  git_here add --intent-to-add LATER
  git_here rm --quiet mentors/M-D9PH8.yaml
  git_here mv sessions/P-SF8WW.yaml NAMED
  echo '# by hand' >>"$data/mentors/M-MX19Q.yaml"
  git_here add mentors
  echo '# again' >>"$data/mentors/M-MX19Q.yaml"
  vets
  adds
}
what_others_changed_stays_changed() {
  echo '# by hand' >>"$data/mentors/M-MX19Q.yaml"
  rm "$data/sessions/P-SF8WW.yaml"
  echo note >"$data/NOTES"
  all_committed
}
a_stash_applied_with_conflicts_stays_unmerged() {
  echo note >"$data/NOTES"
  git_here add NOTES
  git_here commit --quiet -m note
  echo stashed >"$data/NOTES"
  git_here stash --quiet
  echo other >"$data/NOTES"
  git_here commit --quiet --all -m other
  git_here stash pop >/dev/null 2>&1 || true
  same "$(git_here ls-files --unmerged | wc -l)" 3
  all_committed
}
a_mode_that_others_changed() { chmod 644 "$data/mentors/$mentor.yaml"; vets; }

# --- Where HEAD and the files are -----------------------------------------------------------------------------------

an_unborn_branch() {
  rm -rf "$data/.git"
  git init --quiet "$data"
  adds
  refused 5 'is in the way and was never recorded' "${vetting[@]}"
}
an_orphan_branch_with_everything_staged() { git_here checkout --quiet --orphan fresh; adds; }
on_a_branch_named() { git_here checkout --quiet -b "$1"; all_committed; }
references_that_are_packed() { git_here pack-refs --all; [[ ! -f $data/.git/refs/heads/main ]]; all_committed; }
a_HEAD_that_is_a_symbolic_link() { ln -sf refs/heads/main "$data/.git/HEAD"; all_committed; }
a_subdirectory_as_the_working_directory() {
  around=(env -C "$data/mentors")
  data=. adds_there
}
adds_there() {
  around+=("$program" "${adding[@]}" --format json)
  local got
  got=$("${around[@]}")
  git -C "$box/scheme" diff-tree --no-commit-id --name-only -r HEAD | grep -qx mentors/M-00001.yaml
  grep -qF "$(git -C "$box/scheme" rev-parse HEAD)" <<<"$got"
}
moved_to() {
  mkdir -p "$(dirname "$1")"
  mv "$data" "$1"
  data=$1
}
a_directory_with_an_awkward_name() { moved_to "$box/-moved/a 'b' [c]*é"; all_committed; }
a_link_to_the_directory() {
  ln -sfn "$data" "$box/link"
  data=$box/link/.
  all_committed
}
the_repository_is_above_the_directory() {
  rm -rf "$data/.git"
  git init --quiet "$box/above"
  moved_to "$box/above/office x/records"
  git_here add .
  git_here commit --quiet -m above
  echo note >"$box/above/NOTES"
  git_here add ../..
  prefix='office x/records/'
  all_committed
}
a_linked_work_tree() {
  git_here worktree add --quiet -b other "$box/linked"
  data=$box/linked
  chmod -R go= "$data"
  all_committed
  git -C "$box/scheme" diff --quiet HEAD || fail 'the first work tree changed'
}
a_submodule() {
  git init --quiet "$box/outer"
  git -c protocol.file.allow=always -C "$box/outer" submodule --quiet add "$data" records
  data=$box/outer/records
  all_committed
}
a_git_folder_elsewhere() { git init --quiet --separate-git-dir "$box/separate" "$data"; all_committed; }
another_repository_inside() {
  git init --quiet "$data/notes"
  git -C "$data/notes" commit --quiet --allow-empty -m nested
  all_committed
}
a_clone() { rm -rf "$box/clone"; git clone --quiet "$1" "$data" "$box/clone"; data=$box/clone; all_committed; }
a_shallow_clone() { vets; git clone --quiet --depth 1 "file://$data" "$box/shallow"; data=$box/shallow; adds; logs; }
a_clone_with_alternates() { a_clone --shared; }
a_clone_of_some_blobs() { git_here config uploadpack.allowFilter true; git clone --quiet --filter=blob:none "file://$data" "$box/some"; data=$box/some; all_committed; }
SHA_256_names() {
  rm -rf "$data/.git"
  git init --quiet --object-format=sha256 "$data"
  git_here add .
  git_here commit --quiet -m first
  all_committed
}

# --- Who somebody is ------------------------------------------------------------------------------------------------

by_whom() { same "$(git_here log -1 --format='%an <%ae> %cn <%ce>')" "$1 $1"; }
an_address_in_EMAIL() { git config --global --unset user.email; around=(env EMAIL=lee@example.org); all_committed; by_whom 'Case Worker <lee@example.org>'; }
a_name_in_the_environment_alone() {
  git config --global --remove-section user
  around=(env GIT_AUTHOR_NAME=Lee GIT_AUTHOR_EMAIL=lee@example.org GIT_COMMITTER_NAME=Lee GIT_COMMITTER_EMAIL=lee@example.org)
  all_committed
  by_whom 'Lee <lee@example.org>'
}
a_name_in_the_repository_alone() {
  git config --global --remove-section user
  git_here config user.name Lee
  git_here config user.email lee@example.org
  all_committed
  by_whom 'Lee <lee@example.org>'
}
a_name_in_XDG_CONFIG_HOME_alone() {
  mkdir -p "$XDG_CONFIG_HOME/git"
  mv "$HOME/.gitconfig" "$XDG_CONFIG_HOME/git/config"
  all_committed
  by_whom 'Case Worker <case@example.org>'
}
no_HOME() {
  git_here config user.name Lee
  git_here config user.email lee@example.org
  around=(env -u HOME -u XDG_CONFIG_HOME)
  all_committed
}
a_name_of_another_script() { git config --global user.name 'Šárka Křenická'; all_committed; by_whom 'Šárka Křenická <case@example.org>'; }

# --- The index and the attributes -----------------------------------------------------------------------------------------------------

an_ignore_rule_for_a_record_that_git_has() { echo '*' >"$data/.git/info/exclude"; vets; logs; }
a_record_with_CRLF_line_ends() {
  sed -i 's/$/\r/' "$data/mentors/$mentor.yaml"
  git_here commit --quiet --all -m crlf
  git_here config core.autocrlf true
  vets
  same "$(grep -c $'\r$' "$data/mentors/$mentor.yaml")" "$(wc -l <"$data/mentors/$mentor.yaml")"
}
attributes_that_change_nothing() { echo "*.yaml $1" >>"$data/.git/info/attributes"; gives 0 "${adding[@]}" --dry-run; grep -q '^+name: Lee Ashdown' "$box/out" || fail 'no difference is shown'; all_committed; }
an_index_that_assumes_no_change() { git_here update-index --assume-unchanged "mentors/$mentor.yaml" "sessions/$match.yaml"; gives 0 "${vetting[@]}"; gives 0 "${logging[@]}"; git_here update-index --no-assume-unchanged "mentors/$mentor.yaml" "sessions/$match.yaml"; same "$(git_here status --porcelain)" ''; }
an_index_that_skips_another_file() { git_here update-index --skip-worktree mentors/M-MX19Q.yaml; echo '# mine' >>"$data/mentors/M-MX19Q.yaml"; all_committed; }
a_split_index() { git_here update-index --split-index; all_committed; }
an_index_of_version_4() { git_here update-index --index-version 4; all_committed; }
an_untracked_cache() { git_here update-index --untracked-cache >/dev/null 2>&1 || true; all_committed; }
a_sparse_index() {
  mkdir -p "$data/archive/old"
  echo x >"$data/archive/old/x"
  git_here add archive
  git_here commit --quiet -m archive
  git_here sparse-checkout set --cone --sparse-index check-ins concerns events matches mentors schemes sessions young-people
  [[ ! -e $data/archive ]]
  all_committed
}
an_index_that_cannot_be_written_after_the_commit() {
  chattr +i "$data/.git/index" 2>/dev/null || { skip "${FUNCNAME[0]}" 'no file can be made immutable'; return 0; }
  gives 0 "${vetting[@]}"
  chattr -i "$data/.git/index"
  same "$(git_here show "HEAD:mentors/$mentor.yaml" | sha256sum)" "$(sha256sum <"$data/mentors/$mentor.yaml")"
  gives 0 list mentors
  same "$(git_here status --porcelain)" ''
  logs
}
a_lock_of_the_packed_references() { : >"$data/.git/packed-refs.lock"; all_committed; [[ -f $data/.git/packed-refs.lock ]]; }

try what_others_staged_stays_staged
try what_others_changed_stays_changed
try a_stash_applied_with_conflicts_stays_unmerged
try a_mode_that_others_changed
try an_unborn_branch
try an_orphan_branch_with_everything_staged
for branch in office/rotherham/2026 'fix]' '#12' "o'neil" 'šárka' '--x]-y' '@{' 'a@b'; do
  git check-ref-format "refs/heads/$branch" || continue
  [[ $branch == -* ]] || try on_a_branch_named "$branch"
done
try references_that_are_packed
try a_HEAD_that_is_a_symbolic_link
try a_subdirectory_as_the_working_directory
try a_directory_with_an_awkward_name
try a_link_to_the_directory
try the_repository_is_above_the_directory
try a_linked_work_tree
try a_submodule
try a_git_folder_elsewhere
try another_repository_inside
try a_clone --quiet
try a_shallow_clone
try a_clone_with_alternates
try a_clone_of_some_blobs
try SHA_256_names

try an_address_in_EMAIL
try a_name_in_the_environment_alone
try a_name_in_the_repository_alone
try a_name_in_XDG_CONFIG_HOME_alone
try no_HOME
try a_name_of_another_script

try an_ignore_rule_for_a_record_that_git_has
try a_record_with_CRLF_line_ends
for attributes in binary text=auto 'text eol=crlf' ident -diff 'filter' '-filter' 'diff=x merge=union' 'export-ignore'; do
  try attributes_that_change_nothing "$attributes"
done
try an_index_that_assumes_no_change
try an_index_that_skips_another_file
try a_split_index
try an_index_of_version_4
try an_untracked_cache
try a_sparse_index
try an_index_that_cannot_be_written_after_the_commit
try a_lock_of_the_packed_references

summary
