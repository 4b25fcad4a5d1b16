#!/usr/bin/env bash
# Hostile files among the mentors of a data directory: the program tells of each that is broken, in one run, in the
# order of paths, at its place; it never waits, follows no link, and keeps within a second or so and 200 MB for each.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work MENTORCTL_DATA=$work/data MENTORCTL_TODAY=2026-01-05
git config --global user.name 'Case Worker'
git config --global user.email case@example.org
"$MENTORCTL" init "$MENTORCTL_DATA" --scheme rotherham >/dev/null
mkdir -p "$MENTORCTL_DATA/mentors" "$work/files"
bash "$SOURCE_DIR/tests/hostile/write" "$work/files"

# told LIMIT: what check tells, within that many seconds
told() {
  local status=0
  timeout "$1" "$MENTORCTL" check >/dev/null 2>"$work/told" </dev/null || status=$?
  [[ $status == 3 ]] || { echo "exit $status, not 3"; head -c 2000 "$work/told"; exit 1; }
}

# All at once: the first place told of each file that is refused, the files sorted.
cp "$work"/files/*.yaml "$MENTORCTL_DATA/mentors/"
told 300
sed -nE 's/^(mentors\/[^:]*):([0-9]+:[0-9]+): .*/\1 \2/p' "$work/told" | awk '!seen[$1]++' >"$work/got"
LC_ALL=C sort -c -k1,1 "$work/got"
awk -F '[\t ]' '$2 == "REFUSE" { print "mentors/" $1 ".yaml " $3 }' "$SOURCE_DIR/tests/hostile/expected.tsv" \
  | LC_ALL=C sort >"$work/wanted"
comm -13 <(LC_ALL=C sort "$work/got") "$work/wanted" >"$work/missing"
[[ ! -s $work/missing ]] || { echo 'not told at its place:'; cat "$work/missing"; exit 1; }
rm "$MENTORCTL_DATA"/mentors/*

# Each giant by itself, in little memory. A sanitizer needs more than that to start, and then there is nothing to measure.
room=200000
giants=0
if (ulimit -v "$room" && "$MENTORCTL" --version) >/dev/null 2>&1; then
  while IFS= read -r giant; do
    cp "$giant" "$MENTORCTL_DATA/mentors/M-00001.yaml"
    (ulimit -v "$room"; told 30) || { echo "too much: ${giant##*/}"; exit 1; }
    giants=$((giants + 1))
  done < <(find "$work/files" -type f -size +15k)
  ((giants > 15))
  rm "$MENTORCTL_DATA"/mentors/*
fi

# What is no plain file.
cd "$MENTORCTL_DATA/mentors"
mkfifo M-00001.yaml
ln -s /dev/zero M-00002.yaml
mkdir M-00003.yaml
ln -s M-00004.yaml M-00004.yaml
truncate -s 1T M-00005.yaml 2>/dev/null || truncate -s 10G M-00005.yaml
echo 'a: &x 1' >M-00006.yaml
cd - >/dev/null
told 30
for number in 1 2 3 4 5 6; do
  grep -q "^mentors/M-0000$number.yaml:1:" "$work/told" || { echo "M-0000$number is not told"; exit 1; }
done
echo "$(wc -l <"$work/wanted") files refused at their places, $giants giants measured"
