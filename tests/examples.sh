#!/usr/bin/env bash
# Runs the examples of a page and compares what they print: examples.sh MENTORCTL PAGE
#
# An example is a block fenced as ```console. Its lines `$ …` are commands, `> …` right below goes on with one; one shell
# runs all of the page, in an empty directory with `mentorctl` in the path. The lines below a command are what it prints,
# notes and errors included. A line `...` stands for any lines, or none. Identifiers are drawn from a seed that is the command's number in
# the page, so that they come out the same each time, those of commits may differ; commits are made on the day that $MENTORCTL_TODAY says, if it does.
set -euo pipefail
shopt -s extglob
mentorctl=${1:?usage: examples.sh MENTORCTL PAGE}
page=$(realpath "${2:?usage: examples.sh MENTORCTL PAGE}")
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
mkdir "$box/bin" "$box/home" "$box/work"
ln -s "$(realpath "$mentorctl")" "$box/bin/mentorctl"
printf '[user]\n  name = Bea Lund\n  email = bea@example.org\n[init]\n  defaultBranch = main\n' >"$box/home/.gitconfig"

awk '/^```/ { inside = !inside && $0 == "```console"; next } inside' "$page" >"$box/expected"

# The commands as a script that says each before it runs it.
script() {
  local line command='' said='' number=0
  flush() {
    [[ -z $said ]] || printf 'printf "%%s\\n" %q\nat %d\n%s\n' "$said" "$((++number))" "$command"
    command='' said=''
  }
  while IFS= read -r line; do
    if [[ $line == '> '* && -n $said ]]; then
      command+=$'\n'${line#> } said+=$'\n'$line
    else
      flush
      [[ $line != '$ '* ]] || command=${line#\$ } said=$line
    fi
  done <"$box/expected"
  flush
}

run_script() {
  env -i PATH="$box/bin:$PATH" HOME="$box/home" LANG=C.UTF-8 TZ=UTC GIT_CONFIG_NOSYSTEM=1 \
    bash "$box/script" </dev/null
}

# The text without what tells one commit from another.
masked() { sed -E 's/\b[0-9a-f]{10,64}\b/COMMIT/g' "$1"; }

# Whether the first text is as the second says, in which lines `...` stand for any.
says() {
  local line pattern=''
  while IFS= read -r line; do
    if [[ $line == ... ]]; then pattern+='?('$'\n''*)'; else pattern+=$'\n'${line//[^[:alnum:] ]/\\&}; fi
  done <<<"$2"
  # shellcheck disable=SC2053  # it is a pattern
  [[ $'\n'$1 == $pattern ]]
}

cat >"$box/script" <<'END'
at() {
  export MENTORCTL_SEED=$1
  [[ -z ${MENTORCTL_TODAY-} ]] || printf -v GIT_AUTHOR_DATE '%sT%02d:%02d:00Z' "$MENTORCTL_TODAY" $((9 + $1 / 60)) $(($1 % 60))
  [[ -z ${MENTORCTL_TODAY-} ]] || export GIT_AUTHOR_DATE GIT_COMMITTER_DATE=$GIT_AUTHOR_DATE
}
END
script >>"$box/script"
[[ -s $box/expected ]] || exit 0
(cd "$box/work" && run_script) >"$box/printed" 2>&1 || true
says "$(masked "$box/printed")" "$(masked "$box/expected")" && exit 0
echo "$page: its examples print something else (- what the page says, + what they print):" >&2
diff -u --label "$page" --label printed "$box/expected" "$box/printed" >&2 || true
exit 1
