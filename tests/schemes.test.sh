#!/usr/bin/env bash
# docs/schemes.md has every line that the four schemes ask for, and what carries and proves it is there.
set -euo pipefail
cd "$SOURCE_DIR"
page=docs/schemes.md
failed=0
complain() { echo "$page: $1" >&2; failed=1; }

# The rows of the tables: line | what is asked for | carried by | proof
rows() { grep -E '^\| [RSTM][0-9]+ \|' "$page"; }
lines() { for scheme in R:21 S:11 T:8 M:23; do seq -f "${scheme%:*}%g" "${scheme#*:}"; done; }
diff <(lines) <(rows | cut -d' ' -f2) >&2 || complain "these lines are missing, there twice, or in another order"

names() { grep -oE '`[^`]+`' <<<"$1" | tr -d '`'; }   # in backticks
sentences() { sed 's/`[^`]*`//g' <<<"$1" | grep -oE '_[^_]+_' | tr -d '_'; }
tests=$(grep -rhE 'TEST_CASE' tests --include='*.cpp' -A1 | tr -d '\n' | sed 's/TEST_CASE/\n&/g')
is_test() { grep -qF -- "\"$1\"" <<<"$tests"; }

# carries LINE KIND NAME: there is such a rule, command, report or field
carries() {
  case $2 in
    rule*) grep -qxF "## \`$3\`" docs/rules.md ;;
    command*) grep -qxF "### $3" docs/commands.md ;;
    report*) grep -qF "Named{\"$3\"," cmd/made_report.cpp ;;
    field*) grep -qF "| \`$3\` |" docs/records.md ;;
    *) false ;;
  esac || complain "$1: there is no $2 '$3'"
}

proofs() {
  local id=$1 proof=$2 name found=0
  while read -r name; do
    found=1
    [[ -d tests/rules/cases/$name ]] || complain "$id: there is no case '$name'"
  done < <(names "$proof")
  while IFS= read -r name; do
    found=1
    is_test "$name" || complain "$id: there is no test '$name'"
  done < <(sentences "$proof")
  ((found)) || complain "$id: nothing proves it"
}

while IFS='|' read -r _ id _ carried proof _; do
  id=${id// /}
  found=0
  while IFS= read -r part; do
    kind=$(grep -oE '^ *[a-z]+' <<<"$part" | tr -d ' ' || true)
    while read -r name; do found=1; carries "$id" "$kind" "$name"; done < <(names "$part")
  done < <(tr ';' '\n' <<<"$carried")
  ((found)) || complain "$id: nothing carries it"
  proofs "$id" "$proof"
done < <(rows)
exit "$failed"
