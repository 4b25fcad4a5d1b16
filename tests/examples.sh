#!/usr/bin/env bash
# Runs the examples of a page and compares what they print: examples.sh MENTORCTL PAGE
#
# An example is a block fenced as ```console. Its lines `$ …` are commands, `> …` right below goes on with one; one shell
# runs all of the page, in an empty directory with `mentorctl` in the path. The lines below a command are what it prints,
# notes and errors included. A line `...` stands for any lines, or none. Identifiers are drawn from a seed that is the command's number in
# the page, so that they come out the same each time.
set -euo pipefail
shopt -s extglob
mentorctl=${1:?usage: examples.sh MENTORCTL PAGE}
page=$(realpath "${2:?usage: examples.sh MENTORCTL PAGE}")
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
mkdir "$box/bin" "$box/home" "$box/work"
ln -s "$(realpath "$mentorctl")" "$box/bin/mentorctl"

awk '/^```/ { inside = !inside && $0 == "```console"; next } inside' "$page" >"$box/expected"

# The commands as a script that says each before it runs it.
script() {
  local line command='' said='' number=0
  flush() {
    [[ -z $said ]] || printf 'printf "%%s\\n" %q\nexport MENTORCTL_SEED=%d\n%s\n' "$said" "$((++number))" "$command"
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
  env -i PATH="$box/bin:$PATH" HOME="$box/home" LANG=C.UTF-8 GIT_CONFIG_NOSYSTEM=1 \
    GIT_AUTHOR_NAME='Bea Lund' GIT_AUTHOR_EMAIL=bea@example.org \
    GIT_COMMITTER_NAME='Bea Lund' GIT_COMMITTER_EMAIL=bea@example.org \
    bash "$box/script" </dev/null
}

# Whether the first text is as the second says, in which lines `...` stand for any.
says() {
  local line pattern=''
  while IFS= read -r line; do
    if [[ $line == ... ]]; then pattern+='?('$'\n''*)'; else pattern+=$'\n'${line//[^[:alnum:] ]/\\&}; fi
  done <<<"$2"
  # shellcheck disable=SC2053  # it is a pattern
  [[ $'\n'$1 == $pattern ]]
}

script >"$box/script"
[[ -s $box/script ]] || exit 0
(cd "$box/work" && run_script) >"$box/printed" 2>&1 || true
says "$(<"$box/printed")" "$(<"$box/expected")" && exit 0
echo "$page: its examples print something else (- what the page says, + what they print):" >&2
diff -u --label "$page" --label printed "$box/expected" "$box/printed" >&2 || true
exit 1
