#!/usr/bin/env bash
# Settings that would change what git writes or prints: each command makes its one commit all the same.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/support/git_states.sh"

# the_setting NAME VALUE…
the_setting() {
  while (($#)); do
    git_here config "$1" "$2"
    shift 2
  done
  gives 0 "${adding[@]}" --dry-run
  grep -q '^+name: Lee Ashdown' "$box/out" || fail 'no difference is shown'
  adds
  gives 0 report nightly --format json
  grep -qF "\"$head\"" "$box/out" || fail 'the report does not name the commit'
}

for settings in 'commit.cleanup scissors' 'commit.verbose true' 'commit.status false' 'core.commentChar a' 'core.commentChar auto' \
  'i18n.commitEncoding ISO-8859-1' 'i18n.logOutputEncoding UTF-16' 'core.abbrev 4' 'color.ui always' 'log.showSignature true' \
  'status.short true' 'status.branch true' 'status.showUntrackedFiles no' 'status.relativePaths false' 'core.autocrlf true' \
  'core.autocrlf input' 'core.autocrlf true core.safecrlf true' 'core.eol crlf' 'core.fileMode false' 'core.sharedRepository group' \
  'core.checkStat minimal' 'core.untrackedCache true' 'feature.manyFiles true' 'core.splitIndex true' 'core.logAllRefUpdates false' \
  'diff.noprefix true' 'diff.mnemonicPrefix true' 'diff.context 0' 'advice.statusHints false' \
  'user.useConfigOnly true' 'gc.auto 1' 'core.quotePath false' 'submodule.recurse true' 'column.ui always' 'format.pretty oneline' \
  'log.date relative' 'commit.template nowhere' 'core.precomposeUnicode true' 'core.preferSymlinkRefs true' 'core.worktree ..'; do
  # shellcheck disable=SC2086
  try the_setting $settings
done

summary
