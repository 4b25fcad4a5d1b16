#!/usr/bin/env bash
# docs/board.md names every table of the board's report and every key in it that is the program's own.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/support/own_machine.sh"
page=$SOURCE_DIR/docs/board.md

"$program" init records --scheme rotherham --scheme manchester --example >out 2>err
"$program" --data records --today 2026-11-02 report board --format csv >board.csv
failed=0
named() { grep -qF -- "\`$1\`" "$page" || { echo "docs/board.md does not name $2 $1" >&2; failed=1; }; }

# The headings of a table begin with `table`; what the rows below begin with is its key.
awk -F, '$1 == "table" { next } !seen[$1]++ { print $1 }' board.csv >tables
awk -F, '$1 == "table" { for (i = 2; i <= NF; ++i) print $i }' board.csv | sort -u >columns
# Figures, but for words of policies, of rules and of records, with the scheme that some end in left open.
awk -F, '$1 ~ /^(deciding|safeguarding|young_people|waits|mentors|relationships|commitment|support|answers|reach|spending|staff)$/ \
  && $2 !~ /\./ { print $2 } $1 == "by_scheme" { print $3 }' board.csv |
  sed -E 's/_(rotherham|manchester)$/_SCHEME/' | sort -u >figures
for kind in tables columns figures; do
  [[ $(wc -l <"$kind") -gt 15 ]] || { echo "few $kind were found" >&2; failed=1; }
  while read -r key; do named "$key" "of the $kind"; done <"$kind"
done
exit "$failed"
