# shellcheck shell=bash
# Sourced by scripts that try the program as on a machine of its own: an empty $box to work in, a home without settings
# but for who somebody is, nothing of git's or the program's in the environment. $program is the program.
set -Eeuo pipefail
shopt -s inherit_errexit
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
trap 'echo "failed at line $LINENO in ${FUNCNAME[0]:-the script}: $BASH_COMMAND" >&2' ERR
cd "$box"
# shellcheck disable=SC2034  # for whoever sources this
program=$MENTORCTL
for name in "${!GIT_@}" "${!MENTORCTL@}" EMAIL; do
  [[ $name == MENTORCTL_DOCS ]] || unset "$name"
done
export HOME=$box/home XDG_CONFIG_HOME=$box/home/.config GIT_CONFIG_NOSYSTEM=1 NO_COLOR=1 TZ=UTC LC_ALL=C.UTF-8
mkdir "$HOME"
git config --global user.name 'Case Worker'
git config --global user.email 'case@example.org'
git config --global init.defaultBranch main
