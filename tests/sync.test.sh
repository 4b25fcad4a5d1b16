#!/usr/bin/env bash
# Three offices share one scheme through a bare repository: what each recorded comes to all, nothing is lost, and what
# cannot be merged is said before anything changes.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/support/own_machine.sh"
export MENTORCTL_TODAY=2026-03-31

mkdir 'the program' && ln -s "$program" 'the program/linked'
fail() { echo "$1" >&2; cat out err >&2; exit 1; }
m() { "$program" --data "$@"; }
# gives STATUS OFFICE COMMAND…: the command ends so; what it said is kept in out and err
gives() {
  local want=$1 got=0
  shift
  m "$@" >out 2>err || got=$?
  [[ $got == "$want" ]] || fail "exit status $got, not $want: $*"
}
does() { gives 0 "$@"; }
says() { grep -qF -- "$1" err || fail "the error does not say: $1"; }
holds() { grep -qF -- "$2" "$1" || fail "$1 does not hold: $2"; }
lacks() { ! grep -qF -- "$2" "$1" || fail "$1 holds: $2"; }
state() { git -C "$1" rev-parse HEAD && git -C "$1" status --porcelain && cat "$1"/*/*.yaml; }
clean() { [[ -z $(git -C "$1" status --porcelain) ]] || fail "$1 is not clean"; }
# refuses STATUS TEXT OFFICE COMMAND…: it says so, and nothing changes in the office or in the shared copy
refuses() {
  local status=$1 text=$2 before
  shift 2
  before=$(state "$1") hub=$(git -C hub.git rev-parse main)
  gives "$status" "$@"
  says "$text"
  [[ $(state "$1") == "$before" && $(git -C hub.git rev-parse main) == "$hub" ]] || fail "something changed: $*"
}

does scheme init scheme --scheme rotherham
mentor=$(m scheme add-mentor --name 'Ros Okafor' --scheme rotherham --role elected-member --area Rotherham 2>err)
yp=$(m scheme refer --name 'Tia Quill' --scheme rotherham --born 2004-06-15 --on 2026-01-05 \
  --referred-by 'EET Action Group' --role eet-group --agreed-on 2026-01-05 --key-adult 'Sam Patel' 2>err)
pair=P-9X2MC
mkdir scheme/matches
cat >scheme/matches/$pair.yaml <<END
id: $pair
young_person: $yp
mentor: $mentor
scheme: rotherham
proposed: 2026-01-10
started: 2026-02-01
END
does scheme record
git -C scheme config merge.mentorctl.driver >out || fail 'init did not say how git is to merge records'
git clone -q --bare scheme hub.git
for office in north south; do
  git clone -q hub.git $office
  git -C $office config user.name "Worker in the $office"
done

# What git alone committed is checked before it is handed on.
sed -i 's/^born: .*/born: 31 May/' "north/young-people/$yp.yaml"
git -C north commit -qam 'by hand'
refuses 3 "young-people/$yp.yaml" north sync
git -C north reset -q --hard HEAD~1

# What two offices recorded apart comes together, whoever is first, and sits in one commit with both as parents.
does north log-session $pair --date 2026-02-10 --minutes 60 --kind one-to-one
does south log-session $pair --date 2026-02-11 --minutes 45 --kind one-to-one
does south amend "$mentor" area=Wath --why 'moved'
does north amend "$mentor" phone=0170 --why 'asked'
does north amend "$mentor" interests=cooking interests=chess --why 'asked'
does south amend "$mentor" interests=cooking interests=art --why 'asked'
does north sync
says 'handed on'
does south sync
[[ $(git -C south rev-list --count HEAD^2..HEAD^1) == 3 ]] || fail 'the merge has not two parents'
[[ $(git -C south log -1 --format=%s) == 'merge what others recorded' ]]
git -C south log -1 --format=%B >body
holds body 'Mentorctl-Command: sync'
holds body "Mentorctl-Record: $mentor"
holds body "Mentorctl-Record: $pair"
does north sync
for office in north south; do
  holds $office/sessions/$pair.yaml 'date: 2026-02-10'
  holds $office/sessions/$pair.yaml 'date: 2026-02-11'
  holds $office/mentors/"$mentor".yaml 'area: Wath'
  holds $office/mentors/"$mentor".yaml 'phone: "0170"'
  holds $office/mentors/"$mentor".yaml 'interests: [cooking, art, chess]'
  clean $office
done
[[ $(git -C north rev-parse HEAD) == $(git -C south rev-parse HEAD) ]]
does south sync
says 'nothing to share'

# One field changed two ways: both values and who wrote them are said, nothing is merged, --take settles it.
does north amend "$mentor" area=Maltby --why x
does south amend "$mentor" area='Old Thurcroft' --why x
does south log-session $pair --date 2026-02-12 --minutes 20 --kind call
does north sync
refuses 5 "$mentor area: 'Old Thurcroft' by Worker in the south on" south sync
says "'Maltby' by Worker in the north on"
says "mentorctl sync --take '$mentor.area=Old Thurcroft'"
refuses 2 'there is no conflict' south sync --take "$mentor.phone=1"
refuses 2 'is no ID.KEY=VALUE' south sync --take "$mentor.area"
refuses 2 'there is no conflict' south sync --take "$mentor.area=Wath" --take "$mentor.name=x"
refuses 2 'is answered two ways' south sync --take "$mentor.area=Wath" --take "$mentor.area=Maltby"
does south sync --take "$mentor.area=Wath"
says "$mentor area is to be 'Wath', which neither side wrote"
says "mentorctl amend $mentor area=VALUE"
does north sync
holds north/mentors/"$mentor".yaml 'area: Wath'
holds north/sessions/$pair.yaml '2026-02-12'
refuses 2 'nothing is to be merged' north sync --take "$mentor.area=Wath"

# A session that one struck and the other corrected: it stays if somebody says so.
session=$(sed -n 's/.*id: \(S-.....\), date: 2026-02-12.*/\1/p' north/sessions/$pair.yaml)
does north amend "$pair/$session" --remove --why twice
does south amend "$pair/$session" minutes=25 --why 'looked it up'
does north sync
refuses 5 "$pair/$session: '{id: $session" south sync
says "nothing by Worker in the north on"
does south sync --take "$pair/$session=kept"
says "mentorctl amend $pair/$session --remove"
holds south/sessions/$pair.yaml 'minutes: 25'
does north sync
holds north/sessions/$pair.yaml 'minutes: 25'

# What is not fit is said, and nothing changes.
echo '# a note' >>north/mentors/"$mentor".yaml
refuses 5 "'mentors/$mentor.yaml' was changed by hand" north sync
does north record
mv hub.git away.git
before=$(state north)
gives 4 north sync
says 'cannot reach the shared copy'
[[ $(state north) == "$before" ]]
mv away.git hub.git
git -C north checkout -q --detach
refuses 5 'HEAD is detached' north sync
git -C north checkout -q main
git -C north branch -q --unset-upstream
refuses 2 'goes with no shared copy' north sync
git -C north branch -q -u origin/main
does north sync
does south sync

# What is sound on each side and not together stops before anything changes.
other=$(m south add-mentor --name 'Lee Marsh' --scheme rotherham --role elected-member 2>err)
does south sync
does north sync
rm north/mentors/"$other".yaml
does north record
sed "s/$pair/P-00001/; s/$mentor/$other/" south/matches/$pair.yaml >south/matches/P-00001.yaml
does south record
does north sync
refuses 3 "matches/P-00001.yaml (merged):3:9: " south sync
says 'nothing was merged and nothing was handed on'
says "in the shared copy: 'mentors/$other.yaml' was taken away by Worker in the north on"
says "here: 'matches/P-00001.yaml' was written by Worker in the south on"
does north undo
does north sync
does south sync
gives 1 north sync
says 'data.two_matches'

# A rule that only both together break is said; what happened is handed on all the same.
does north end $pair --on 2026-03-10 --as completed --by both --reason 'went well' --marked-by 'a meal' \
  --override 'agreed' --authorised-by 'Jo Field'
does south log-session $pair --date 2026-03-20 --minutes 30 --kind call
does north sync
gives 1 south sync
says 'with what came these rules are broken:'
says 'data.outside_match'
[[ $(git -C hub.git rev-parse main) == $(git -C south rev-parse HEAD) ]] || fail 'it was not handed on'

# So it is where nothing was to be merged.
gives 1 north sync
says 'with what came these rules are broken:'
says 'data.outside_match'

# Somebody is first while we push: it begins again, and both are there.
does south sync
does south amend "$mentor" email=first@example.org --why x
git -C south push -q origin HEAD:refs/heads/meanwhile
does north log-session P-00001 --date 2026-02-19 --minutes 19 --kind call
cat >hub.git/hooks/pre-receive <<'END'
#!/bin/sh
rm "$0"
env -u GIT_QUARANTINE_PATH git update-ref refs/heads/main refs/heads/meanwhile
END
chmod +x hub.git/hooks/pre-receive
does north sync
[[ ! -e hub.git/hooks/pre-receive ]] || fail 'nobody was first'
git -C hub.git show "main:mentors/$mentor.yaml" >there
holds there 'first@example.org'
git -C hub.git show main:sessions/P-00001.yaml >there
holds there 'minutes: 19'
printf '#!/bin/sh\necho "closed for the day" >&2; exit 1\n' >hub.git/hooks/pre-receive
chmod +x hub.git/hooks/pre-receive
does north amend "$mentor" email=second@example.org --why x
gives 4 north sync
says 'takes nothing from here: closed for the day, put that right'
rm hub.git/hooks/pre-receive
does north sync
does south sync

# In whichever order two share, the records are the same.
for round in 1 2 3; do
  for office in north south; do
    does $office log-session P-00001 --date 2026-02-1$((RANDOM % 10)) --minutes $((RANDOM % 50 + 1)) --kind call
    does $office amend "$mentor" interests=cooking interests="$office $round" --why x
    does $office check-in P-00001 --with mentor --date 2026-02-1$((RANDOM % 10)) --note "$office $round"
    does $office add-mentor --name "New $office $round" --scheme rotherham --role elected-member
  done
  does north amend "$mentor" email="$round@example.org" --why x
  does south amend "$mentor" area="Area $round" --why x
  for order in 'north south north' 'south north south'; do
    folder=$box/${order// /-}
    rm -rf "$folder"
    mkdir "$folder"
    cp -r hub.git north south "$folder"
    for office in north south; do git -C "$folder/$office" remote set-url origin "$folder/hub.git"; done
    for office in $order; do does "$folder/$office" sync; done
    [[ $(git -C "$folder/north" rev-parse HEAD) == $(git -C "$folder/south" rev-parse HEAD) ]]
  done
  diff -r -x .git north-south-north/north south-north-south/north >out || fail 'the order made a difference'
  for office in north south north; do does $office sync; done
done

# After merges in both directions what was taken back stays taken back.
driver="'$box/the program/linked' merge-driver -- %O %A %B %P %X %Y"
for office in north south; do
  does $office setup --yes
  git -C $office config merge.mentorctl.driver "$driver"
done
does north amend "$mentor" phone=1111 --why x
does north sync
does south sync
does north amend "$mentor" department=Parks --why x
does south amend "$mentor" phone=2222 --why x
git -C north pull -q --no-edit --no-rebase "$box/south" main >/dev/null
git -C south fetch -q "$box/north" main
git -C south merge -q --no-edit FETCH_HEAD^1 >/dev/null
[[ $(git -C south merge-base --all HEAD FETCH_HEAD | wc -l) == 2 ]] || fail 'the merges did not cross'
does north amend "$mentor" phone=1111 --why 'it was right'
does south amend "$mentor" born=1970-01-01 --why x
does south sync
does north sync
does south sync
holds south/mentors/"$mentor".yaml 'phone: "1111"'
holds south/mentors/"$mentor".yaml 'born: 1970-01-01'
holds south/mentors/"$mentor".yaml 'department: Parks'

# So it does by git alone, and what the crossed merges disagree about is asked again.
keep_ours() {
  sed -i '/^<<<<<<< /d; /^=======$/,/^>>>>>>> /d' "$1/mentors/$mentor.yaml"
  git -C "$1" add mentors
  git -C "$1" commit -q --no-edit
}
asks_about_area() {
  ! git -C "$1" merge FETCH_HEAD"$2" >out 2>err || fail 'git merged it'
  [[ $(grep -A 1 '^<<<<<<< ours' "$1/mentors/$mentor.yaml" | tail -n 1) == "area: $3" ]] || fail 'the area is not asked about'
}
does north amend "$mentor" area=Greasbrough --why x
does south amend "$mentor" area=Kimberworth --why x
git -C north fetch -q "$box/south" main
asks_about_area north '' Greasbrough
keep_ours north
git -C south fetch -q "$box/north" main
asks_about_area south ^1 Kimberworth
keep_ours south
does north amend "$mentor" email= --why 'given up'
does south amend "$mentor" born=1970-01-02 --why x
git -C south fetch -q "$box/north" main
[[ $(git -C south merge-base --all HEAD FETCH_HEAD | wc -l) == 2 ]] || fail 'the merges did not cross'
asks_about_area south '' Kimberworth
keep_ours south
lacks south/mentors/"$mentor".yaml 'email:'
holds south/mentors/"$mentor".yaml 'born: 1970-01-02'
does south sync
does north sync

# A record that was taken back is not taken for another one that looks like it.
taken_back=$(m north add-mentor --name 'Ash Lund' --scheme rotherham --role elected-member 2>err)
does north sync
does south sync
does south amend "$taken_back" phone=0177 --why x
does north undo
alike=$(m north add-mentor --name 'Ash Lunt' --scheme rotherham --role elected-member 2>err)
git -C south fetch -q "$box/north" main
! git -C south merge FETCH_HEAD >out 2>err || fail 'git merged it'
[[ $(git -C south status --porcelain) == *"UD mentors/$taken_back.yaml"* ]] || fail 'the removed record is not asked about'
lacks south/mentors/"$alike".yaml 0177
git -C south rm -q mentors/"$taken_back".yaml
git -C south commit -q --no-edit
does south sync
does north sync

# A plain git merge asks the program: all is merged but the field that was changed two ways, and editing it, `git add`
# and `git commit` settle that.
does north amend "$mentor" area=Maltby --why x
does north log-session P-00001 --date 2026-02-20 --minutes 33 --kind call
does south amend "$mentor" area=Thurcroft --why x
does south log-session P-00001 --date 2026-02-21 --minutes 34 --kind call
does north sync
git -C south fetch -q
! git -C south merge origin/main >out 2>err || fail 'git merged it'
says "$mentor area: 'Thurcroft' (ours) or 'Maltby' (theirs)"
[[ $(grep -c '^<<<<<<< ours' south/mentors/"$mentor".yaml) == 1 ]]
holds south/sessions/P-00001.yaml 'minutes: 33'
holds south/sessions/P-00001.yaml 'minutes: 34'
lacks south/sessions/P-00001.yaml '<<<<'
gives 5 south sync
says 'a merge is under way'
gives 3 south show "$mentor"
says 'conflict marker'
sed -i '/^<<<<<<< /d; /^=======$/,/^>>>>>>> /d' south/mentors/"$mentor".yaml
git -C south add mentors
git -C south commit -q --no-edit
does south sync
does north sync
holds north/mentors/"$mentor".yaml 'area: Thurcroft'

# Many commands, syncs and kills, though not as many as by hand: see tests/soak.
MENTORCTL=$program bash "$SOURCE_DIR/tests/soak" --seed "$RANDOM" 40 >out 2>err || fail 'the soak'
