#!/usr/bin/env bash
# shellcheck disable=SC2034,SC2154,SC2164  # what scene.sh sets and reads
# A full disk: each command on a small file system in memory with so many pages free, or so many inodes, from none on
# (every ninth number, or each one) until it succeeds. Where it fails nothing has changed, and with space it succeeds.
# full_disk.sh [--long]
source "$(dirname "$0")/scene.sh"
tried_commands=(log-event log-session) step=9
if [[ ${1:-} == --long ]]; then tried_commands=("${commands[@]}") step=1
elif (($#)); then echo "full_disk.sh: there is no option '$1'" >&2; exit 2; fi

disk=$box/disk
mkdir "$disk" "$box/full"
records=$disk/records
if ! mount -t tmpfs tmpfs "$disk" 2>/dev/null; then
  echo "skipped: nothing may be mounted here"
  exit 77
fi
umount "$disk"

# make_larger DIR: git's index and one record are of many pages
make_larger() {
  local number
  for ((number = 1; number <= 500; number++)); do
    printf -v id 'M-%05d' $number
    sed "s/M-AAAAA/$id/" "$1/mentors/M-AAAAA.yaml" >"$1/mentors/$id.yaml"
    printf -- '- {id: S-%05d, date: 2026-02-10, minutes: 1, kind: call}\n' $number >>"$1/sessions/P-BBBBB.yaml"
  done
  "$git" -C "$1" add .
  "$git" -C "$1" commit -qm 'Many more'
}

# fill KIND LEFT: takes all the pages or inodes but so many
fill() {
  local file
  mkdir "$disk/ballast"
  if [[ $1 == pages ]]; then
    cat /dev/zero >"$disk/ballast/0" 2>/dev/null || true
    truncate -s "-$(($2 * 4096))" "$disk/ballast/0"
  else
    for ((file = 0; ; file++)); do : >"$disk/ballast/$file" || break; done 2>/dev/null
    for ((; file > 0 && $2 > 0; file--)); do
      rm "$disk/ballast/$((file - 1))"
      set -- "$1" $(($2 - 1))
    done
  fi
}

# try COMMAND KIND LEFT: whether it succeeds with so little
try() {
  local status=0 is left room=
  [[ $2 == pages ]] || room=,nr_inodes=$(($(find "$box/template" | wc -l) + 200))
  words_of "$1"
  mount -t tmpfs -o "size=16m$room" tmpfs "$disk"
  mounted=$disk
  cp -a "$box/template" "$records"
  fill "$2" "$3"
  m --data "$records" "${words[@]}" >out 2>err || status=$?
  is=$(where "$1")
  left=$(strays)$(locks)
  if [[ $left ]]; then fails "left behind: $left"
  elif ! in_step; then fails "not in step: $(in_records status --short)"
  elif [[ $status == 0 ]]; then [[ $is == new ]] || fails "exit 0, but: $is"
  elif [[ $status != 4 ]]; then fails "exit $status"
  elif [[ $is != old ]]; then fails "exit 4, but: $is"
  elif ! grep -q '^mentorctl: .*, .*[a-z`]$' err; then fails "exit 4 without a word"
  elif ! m --data "$records" check >/dev/null 2>err; then fails "no reading on a full disk"
  else
    rm -r "$disk/ballast"
    m --data "$records" "${words[@]}" >out 2>err || fails "not possible with space"
    is=$(where "$1")
    [[ $is == new ]] || fails "with space, but: $is"
  fi || failures=$((failures + 1))
  umount "$disk"
  mounted=
  tried=$((tried + 1))
  [[ $status == 0 ]]
}

cd "$box/full"
make_records "$box/template" >"$box/making" 2>&1
rm "$box/making"
failures=0 all=0
for size in small large; do
  [[ $size == small ]] || make_larger "$box/template"
  for command in "${tried_commands[@]}"; do
    learn "$command"
    for kind in pages inodes; do
      tried=0
      for ((level = 0; level < 400; level += step)); do
        point="$size $command, $level $kind free"
        ! try "$command" $kind $level || break
      done
      echo "$size records, $command: $tried levels of $kind"
      all=$((all + tried))
    done
  done
done
echo "full disk: $all points tried, $failures failed"
((!failures))
