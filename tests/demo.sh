#!/usr/bin/env bash
# What the program is for, in less than a screenful: the main job on a copy of data-example/, which is left behind to
# try things in. `make demo` runs it.
set -euo pipefail
program=$(realpath "${MENTORCTL:?set MENTORCTL to the program}")
source_dir=$(cd "$(dirname "$0")/.." && pwd)
today=$(<"$source_dir/tests/example/today")
copy=$(mktemp -d "${TMPDIR:-/tmp}/mentorctl-demo.XXXXX")
# shellcheck disable=SC2046  # a list of names
unset $(git rev-parse --local-env-vars)
unset "${!GIT_AUTHOR_@}" "${!GIT_COMMITTER_@}"
export COLUMNS=78 MENTORCTL_DATA=$copy MENTORCTL_TODAY=$today GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1

cp -R "$source_dir/data-example/." "$copy"
git init -q -b main "$copy"
cd "$copy"
git config user.name 'Wren Castleford'
git config user.email wren.castleford@rotherham.example
git add -A
git commit -q -m 'Begin with the example'

# Runs a command as it would be typed, and shows those lines of what it says: LINES STATUS COMMAND
show() {
  local said status=0
  printf '$ %s\n' "$3"
  said=$(eval "$3" 2>&1) || status=$?
  sed -n "$1" <<<"$said"
  [[ $status == "$2" ]] || { echo "exit $status: $said" >&2 && exit 1; }
}
mentorctl() { "$program" "$@"; }

echo "Mentors and young people of four schemes, all invented, on 2 November 2026."
# shellcheck disable=SC2016  # sed's $
{
  show '1,2p; /^should  Jay/,/minutes/p; $p' 0 "mentorctl check"
  show '$p' 0 "mentorctl log-session Amélie --minutes 90 --kind one-to-one --cost 4.20"
  show '1p; $p' 0 "git show --format=%s"
  show '5s/$/ …/; 1,5p' 1 "mentorctl start Callum --contacts-given"
}
cat <<END

To go on in a copy of your own, which stays:
  cd $copy
  export MENTORCTL_TODAY=$today PATH=$(dirname "$program"):\$PATH
  mentorctl; mentorctl match Zofia Farida; mentorctl rules readiness.dbs
END
