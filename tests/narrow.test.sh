#!/usr/bin/env bash
# Every report can be read at 50 columns, which is a telephone's terminal: no line is wider, but for commands that
# somebody may copy and what the report was made from.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/support/own_machine.sh"
export MENTORCTL_TODAY=2026-11-02 COLUMNS=50

"$program" init records --scheme rotherham --scheme stockport --scheme south-tyneside --scheme manchester --example \
  >out 2>err
failed=0
for report in nightly caseload commitment pool reach impact expenses capacity board 'journey P-2J51K'; do
  # shellcheck disable=SC2086
  "$program" --data records report $report >report 2>err || { cat err >&2; failed=1; }
  wide=$(sed '/^made from /,$d' report | grep -vE '^ *mentorctl [a-z]' | grep -E '^.{51}' || true)
  [[ -z $wide ]] || { echo "the report $report has lines of more than 50 columns:"$'\n'"$wide" >&2; failed=1; }
  [[ $(wc -l <report) -gt 5 ]] || { echo "the report $report says nothing" >&2; failed=1; }
done
# Rows of a table that does not fit stand as blocks, with the headings in front.
"$program" --data records report reach >report 2>err
grep -qx '    waiting now: 1' report || { echo 'reach has no block that says who waits' >&2; failed=1; }
exit "$failed"
