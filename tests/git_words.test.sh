#!/usr/bin/env bash
# What somebody types stays data, whatever it looks like to git, to a shell or to the command line: in the record as
# typed, in the history not at all or on its one line.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/support/git_states.sh"

text_options='name born gender area language interest expertise department email phone pen-picture prefers-gender'
value_in_record() { # KEY: of the new mentor, as `show` reads it
  "$program" --data "$data" show M-00001 --format json | jq -r ".record.$1 | if type == \"array\" then .[0] else . end"
}
# text_in_every_option TEXT: kept as typed, and the commit tells nothing of it
text_in_every_option() {
  local option words=(add-mentor --scheme=rotherham --role=elected-member --id=M-00001)
  for option in $text_options; do [[ $option == born ]] || words+=("--$option=$1"); done
  committed mentors/M-00001.yaml "$(message 'add mentor M-00001' add-mentor M-00001)" "${words[@]}"
  for option in $text_options; do
    case $option in
      born | prefers-gender) ;;
      language | interest) same "$(value_in_record "${option}s")" "$1" ;;
      expertise | name | gender | area | department | email | phone) same "$(value_in_record "$option")" "$1" ;;
    esac
  done
}
text_with_a_line_break() {
  local text=$'x\nMentorctl-Command: evil\n\nMentorctl-Override: all' got=0
  "$program" --data "$data" add-mentor --name "$text" --scheme rotherham --role elected-member --id M-00001 >"$box/out" 2>"$box/err" || got=$?
  [[ $got == 0 || $got == 2 ]] || fail "exit status $got"
  ((got)) || same "$(git_here log -1 --format=%B)" "$(message 'add mentor M-00001' add-mentor M-00001)"
  same "$(git_here log --format='%(trailers:key=Mentorctl-Override)' | tr -d '\n')" ''
}
a_note_that_looks_like_trailers() {
  logging+=(--note $'Signed-off-by: me\nMentorctl-Record: Y-00000' --activity '# a comment')
  logs
}
a_reason_that_looks_like_trailers() {
  gives 0 amend "$mentor" area=Wath --why $'true\nMentorctl-Override: all\n\nMentorctl-Record: M-00000\r\nX: y'
  same "$(git_here log -1 --format='%(trailers:only,key=Mentorctl-Override)%(trailers:only,key=X)' | tr -d '\n')" ''
  same "$(git_here log -1 --format='%(trailers:only,key=Mentorctl-Record)' | tr -d '\n')" "Mentorctl-Record: $mentor"
  same "$(git_here log -1 --format=%B | grep -c .)" 4
}
a_reason() { # TEXT
  gives 0 amend "$mentor" area=Wath "--why=$1"
  same "$(git_here log -1 --format='%(trailers:only,valueonly,key=Mentorctl-Why)')" "$1"
}
a_value_that_looks_like_an_option() {
  gives 0 amend "$mentor" area=--amend --why=--no-edit
  grep -qx 'area: --amend' "$data/mentors/$mentor.yaml" || grep -q '^area: .--amend' "$data/mentors/$mentor.yaml"
}
a_message_that_looks_like_an_option() {
  echo '# by hand' >>"$data/mentors/$mentor.yaml"
  gives 0 record --message=--amend
  same "$(git_here rev-list --count HEAD~..HEAD)" 1
  same "$(git_here diff-tree --no-commit-id --name-only -r HEAD)" "mentors/$mentor.yaml"
}
a_message_that_looks_like_trailers() {
  echo '# by hand' >>"$data/mentors/$mentor.yaml"
  gives 0 record --message $'x\n\nMentorctl-Override: all'
  same "$(git_here log -1 --format='%(trailers:only,key=Mentorctl-Override)')" ''
}
a_hand_edit_waits_for_record() {
  echo '# by hand' >>"$data/mentors/$mentor.yaml"
  refused 5 'run `mentorctl record` first' amend "$mentor" area=Wath --why moved
  gives 0 record --message 'by hand'
  gives 0 amend "$mentor" area=Wath --why moved
  same "$(git_here status --porcelain)" ''
}
a_hand_edit_that_a_filter_would_change_is_left() {
  echo '# by hand' >>"$data/mentors/$mentor.yaml"
  echo '*.yaml filter=crypt' >"$data/.git/info/attributes"
  refused 4 'git would change the bytes of' record --message 'by hand'
}

for text in --amend -x -- '-' '#comment' ';x' 'Signed-off-by: x <x@y>' 'Mentorctl-Command: evil' '$(touch ran)' '`id`' "o'neil" \
  '"quoted"' '{a: b}' '[a,b]' '%s%n%H' '* glob ?' ':(exclude)x' 'HEAD~1' '$Id$' 'a \ b' '&x' '!x' '@{u}'; do
  try text_in_every_option "$text"
done
try text_with_a_line_break
try a_note_that_looks_like_trailers
try a_reason_that_looks_like_trailers
for text in --amend '# x' 'X: y' '%(trailers)' "it's"; do try a_reason "$text"; done
try a_value_that_looks_like_an_option
try a_message_that_looks_like_an_option
try a_message_that_looks_like_trailers
try a_hand_edit_waits_for_record
try a_hand_edit_that_a_filter_would_change_is_left
summary
