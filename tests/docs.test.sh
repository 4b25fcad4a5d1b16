#!/usr/bin/env bash
# The pages of docs/ that are made from the code say what the code says now.
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
"$MENTORCTL_DOCS" "$box"
failed=0
cd "$box"
while IFS= read -r -d '' page; do
  diff -u --label "docs/$page" --label 'as the code says' "$SOURCE_DIR/docs/$page" "$page" || failed=1
done < <(find . -type f -printf '%P\0' | sort -z)
# A schema of a record that is no more.
for schema in "$SOURCE_DIR"/docs/schema/*; do
  [[ -e $box/schema/${schema##*/} ]] || { echo "docs/schema/${schema##*/}: there is no such record, take it away"; failed=1; }
done
((!failed)) || { echo "write them anew with 'make docs', look at the change and commit it" >&2; exit 1; }
