#!/usr/bin/env bash
# The examples of the README and of docs/ do what their pages say; and tests/examples.sh can tell when one doesn't.
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
failed=0

runs() { bash "$SOURCE_DIR/tests/examples.sh" "$MENTORCTL" "$1"; }

# EXPECTED LINES...: a page with one example.
page() { printf '%s\n' 'Some words.' '```console' "$@" '```' >"$box/page.md"; }
passes() { page "$@"; runs "$box/page.md" || { echo "failed, wrongly: $*"; failed=1; }; }
fails() {
  page "$@"
  if runs "$box/page.md" 2>"$box/told" || ! grep -q "print something else" "$box/told"; then
    echo "passed, wrongly: $*"; failed=1
  fi
}

passes '$ echo one; echo two' one two
passes '$ echo one; echo two' ... two
passes '$ echo one; echo two; echo three' one ... three
passes '$ echo one' one ...
passes '$ printf "a * [b] ? \\\\ c\n"' 'a * [b] ? \ c'
passes '$ export WHO=Ros' '$ echo $WHO' Ros
passes '$ echo one \' '>   two' 'one two'
passes '$ false' '$ echo on' on
passes '$ echo words for people >&2' 'words for people'
passes '$ mentorctl --version' ...
fails '$ echo one; echo two' one three
fails '$ echo one; echo two' one
fails '$ echo one' one two
fails '$ echo one' o ...
fails '$ echo one' ... ne
fails '$ echo one; echo two; echo three' one ... two
fails '$ echo one' '*'
printf 'Nothing to run.\n\n```yaml\n$ exit 1\n```\n' >"$box/none.md"
runs "$box/none.md" || { echo "failed without an example"; failed=1; }

for page in "$SOURCE_DIR"/README.md "$SOURCE_DIR"/docs/*.md; do
  [[ ! -e $page ]] || runs "$page" || failed=1
done
exit "$failed"
