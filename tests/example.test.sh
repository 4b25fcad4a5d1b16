#!/usr/bin/env bash
# data-example/ is what the program makes of tests/example/build.sh, and every command that writes has its part in it. On
# the day on which its story ends it shows a few things that need doing, and nothing worse; and the demo shows them.
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
export HOME=$box/home GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@example.org
export GIT_COMMITTER_NAME=Test GIT_COMMITTER_EMAIL=test@example.org
unset MENTORCTL_DATA MENTORCTL_TODAY MENTORCTL_SEED
today=$(<"$SOURCE_DIR/tests/example/today")
example() { "$MENTORCTL" --data "$box/made" --today "$today" "$@"; }

failed=0
# Two texts are the same: WHAT EXPECTED GOT
same() {
  diff -u --label expected --label got <(printf '%s\n' "$2") <(printf '%s\n' "$3") >"$box/diff" && return
  printf '%s:\n' "$1"
  cat "$box/diff"
  failed=1
}

# Stands in for the program while the stories are told, and keeps which commands they use.
printf '#!/usr/bin/env bash\necho "$1" >>%q\nexec %q "$@"\n' "$box/used" "$MENTORCTL" >"$box/noting"
chmod +x "$box/noting"
MENTORCTL=$box/noting bash "$SOURCE_DIR/tests/example/build.sh" "$box/made"
# Those of the groups that change something; `edit` needs a person at an editor, `setup` mends a machine, `sync` needs
# a second office, and `import` a sheet of somebody's: what it takes in is what the other commands record.
writing() {
  "$MENTORCTL" --help | sed -n '/^to begin:/,/^to look/s/^  \([a-z-]*\)  .*/\1/p' | grep -vxE 'edit|import|setup|sync' | sort
}
[[ $(writing | wc -l) -ge 23 ]] || { echo "too few commands that write:" "$(writing)"; failed=1; }
same "commands that no story uses" "" "$(comm -23 <(writing) <(sort -u "$box/used"))"
if ! diff -r --exclude=.git "$SOURCE_DIR/data-example" "$box/made"; then
  echo "data-example/ is not what tests/example/build.sh makes: build it anew as is said there"
  failed=1
fi
same "the directory is as committed" "" "$(git -C "$box/made" status --porcelain)"

# What stands on the day, worked out by hand:
#   silence            Amélie and Delphine last met on 16 September; six weeks end on 28 October, five days ago
#   time               Jaydon and Tomasz: from 16 August 60 minutes on the 27th; the 10th of September fell through, and
#                      what it was moved to, the 17th, is in the next month
#   training           Zuzana missed problem solving when she and Dawit began; Ruth Ackerdale answers for it
#   time               Shanice and Desmond: of the four weeks from 4 August two sessions of 130 minutes were held,
#                      and two fell through; Maeve Thistlewood answers for it
#   ended_early        Jaydon and Alun: 10 November to 2 February, two whole months of six; Ellis and Anwar: 12 February
#                      to 16 April, two of three, for he had what he came for
#   unmatched_mentor   Farida's last step was on 29 April; three months end on 29 July
#   waiting            Zofia was referred on 22 June; three months end on 22 September
#   turning_18         Tegan was born on 17 December 2008; three months before begin on 17 September
# And what does not: Callum is 17 and Seán has no DBS check, but their match is only proposed; Kezia and Bronagh reach
# 18 months on the 19th; Kayleigh waits since she came back in October, not since March; Nomvula and Lacey-Mae did not
# meet while the concern about her was open, from 25 August to 4 September; Imtiaz was left out of October's supervision, and has until 24 November since he began with
# Ngozi.
field() { sed -n "s/^$1: //p" "$box/made/$2.yaml"; }
name_of() {
  case $1 in
    P-*) echo "$(name_of "$(field young_person "matches/$1")") with $(name_of "$(field mentor "matches/$1")")" ;;
    M-*) field name "mentors/$1" ;;
    Y-*) field name "young-people/$1" ;;
  esac
}
# The findings in a table of CSV, with names: TABLE
findings() {
  local table subject rule severity rest
  while IFS=, read -r table subject rule severity rest; do
    [[ $table != "$1" ]] || printf '%s %s %s\n' "$severity" "$rule" "$(name_of "$subject")"
  done
}

same "check" "should commitment.silence Amélie Stanbridge-Obi with Delphine Marchwood-Adé
should commitment.time Shanice Quarmby-Bell with Desmond Okell-Baptiste
should readiness.training Dawit Habtefield with Zuzana Křenická-Dale
should commitment.time Jaydon Merrifold with Tomasz Wiślański-Brook
advise people.unmatched_mentor Farida Qasimthorpe
advise people.waiting Zofia Brzezińska-Lane
advise people.turning_18 Tegan Ormerod-Lyle
advise commitment.ended_early Ellis Tynebrook-Shaw with Anwar Hebbleton
advise commitment.ended_early Jaydon Merrifold with Alun Prydderch-Hey" \
  "$(example check --format csv | findings findings)"
nightly=$(example report nightly --format csv)
same "what somebody answers for" "should commitment.time Shanice Quarmby-Bell with Desmond Okell-Baptiste
should readiness.training Dawit Habtefield with Zuzana Křenická-Dale" \
  "$(findings waived <<<"$nightly")"
# In the 30 days to 2 December: both of a pair are spoken with within 14 days of 21 October (Maisie) and of the 28th
# (Poppy), and within a month of the 26th (the three of Manchester,
# but for Farrah, who is new: within two weeks, as advice); Poppy and Bethany renewed until 13 November;
# six weeks from 21 October, when Maisie's goals were gone through, end on 2 December, those from the 28th after it.
maisie="Maisie Whitbourne-Cole with Anwar Hebbleton" poppy="Poppy Jarrowby-Singh with Bethany Cleadale"
farrah="Farrah Levensmoor with Glenys Ardwicke" biniam="Biniam Tesfahiwet with Oluwaseun Bradbrook"
jamal="Jamal Blackmoor-Osman with Petra Nowicka-Hulme"
same "what falls due" "should support.check_in $maisie
should support.check_in $maisie
advise support.check_in $farrah
advise support.check_in $farrah
should support.check_in $poppy
should support.check_in $poppy
should commitment.too_long $poppy
should commitment.too_long Kezia Thornaby-Vane with Bronagh Tollerwick
should support.supervision Imtiaz Rahmanfield
should support.check_in $biniam
should support.check_in $biniam
should support.check_in $jamal
should support.check_in $jamal
should support.goals $maisie" "$(findings due <<<"$nightly")"
same "the short month" "2026-08-16,2026-09-16,60,90,short" \
  "$(example report commitment --format csv | grep -o '2026-08-16,.*,short$')"

refused=0
example start Callum --contacts-given >"$box/said" 2>&1 || refused=$?
same "a start without the check" "1" "$refused"
grep -q '§13\.2' "$box/said" || { cat "$box/said"; failed=1; }

for scheme in rotherham stockport south-tyneside manchester; do
  diff -r "$SOURCE_DIR/lib/policy/presets/$scheme" "$SOURCE_DIR/data-example/schemes/$scheme" || failed=1
done
"$MENTORCTL" init "$box/begun" --scheme rotherham --scheme stockport --scheme south-tyneside --scheme manchester \
  --organisation "Northern Mentoring Partnership" --example >"$box/said" 2>&1 || { cat "$box/said"; failed=1; }
diff -r --exclude=.git "$SOURCE_DIR/data-example" "$box/begun" || failed=1

TMPDIR=$box bash "$SOURCE_DIR/tests/demo.sh" </dev/null >"$box/demo" 2>&1 || failed=1
# but for the paths to type, which are as long as they are
(($(wc -l <"$box/demo") <= 24 && $(sed '/^  cd /d; /^  export /d' "$box/demo" | LC_ALL=C.UTF-8 wc -L) <= 80)) || {
  echo "the demo doesn't fit a screen of 24 lines of 80"
  failed=1
}
((failed == 0)) || cat "$box/demo"

exit "$failed"
