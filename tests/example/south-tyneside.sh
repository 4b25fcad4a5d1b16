# South Tyneside: peer mentors who were in care themselves, employed and qualified for it; three months at a time.
# shellcheck shell=bash disable=SC2154  # sourced by build.sh, which sets the day and the scheme
told_by "Joan Fenwickley" joan.fenwickley@southtyneside.example

# A peer mentor, employed and qualified by the day of today: NAME BORN [OPTION…]
peer_mentor() {
  m add-mentor --name "$1" --scheme "$scheme" --role sessional-worker --born "$2" --care-experienced yes \
    --language English "${@:3}"
}
# A young person referred today, who asked for it: NAME BORN [OPTION…]
referred() {
  m refer --name "$1" --scheme "$scheme" --born "$2" --agreed-on "$today" --organisation "South Tyneside Council" \
    --language English --emergency-contact "Duty desk, South Tyneside Leaving Care, 0191 498 0030" "${@:3}"
}
adviser=(--referred-by "Colm Ravensdale" --role personal-adviser --key-adult "Colm Ravensdale"
  --key-adult-role personal-adviser)
# They meet and begin today: WHO MENTOR ACTIVITY
began() {
  m match "$1" "$2" --considered-by "Joan Fenwickley" --agreed young-person --agreed mentor --start "$today" \
    --contacts-given --first-meeting "$today" --activity "$3" --brokered-by "Joan Fenwickley"
  met "$1" "$today" 60 first-meeting "$3" --cost 6.00 --cost-for refreshments
}
# Every fortnight with each of them, and what came of the goals since: WHO FROM TO
spoke_fortnightly() {
  local day
  for day in $(every 14 "$2" "$3"); do
    spoke "$1" "$day" --goals-reviewed yes
  done
}

# --- Winter 2026: three peer mentors, hired and trained together ---

on 2025-12-08
peer_mentor "Kieran Westoe-Marsh" 2001-11-04 --gender male --area Westoe --interest gym --interest music \
  --phone "0191 498 0031"
peer_mentor "Bethany Cleadale" 2000-04-17 --gender female --area Cleadon --interest baking --interest dogs \
  --phone "0191 498 0032"
peer_mentor "Anwar Hebbleton" 2002-08-29 --gender male --area Hebburn --interest football --interest films \
  --phone "0191 498 0033"
on 2026-01-06
m vet Kieran Bethany Anwar employed
on 2026-01-23
m vet Kieran Bethany Anwar qualification --level level-2-mentoring

# --- Dylan and Kieran: three months, and done ---

on 2026-01-19
referred "Dylan Harton-Reay" 2006-10-08 "${adviser[@]}" --gender male --area Harton --need eet --need money \
  --interest gym --eet neet
on 2026-02-05
began Dylan Kieran "Gym induction for two"
m goal Dylan --area eet --text "Something with my hands, and paid"
regularly 7 Dylan 2026-02-12 2026-04-30 75 "Gym, and a talk after" "CV on the library computer" \
  "Walked to Souter lighthouse"
spoke_fortnightly Dylan 2026-02-19 2026-04-30
on 2026-03-26
m goal Dylan --outcome "Started at the shipyard's training school"
m goal Dylan --area money --text "A savings account with something in it"
m survey Dylan --trust yes --listens yes --eet training
on 2026-05-05
m goal Dylan --outcome "Forty pounds, and it stays there"
m end Dylan --as completed --by both --reason "The three months are up and both goals were met" \
  --marked-by "A last session at the gym, and a photograph of it"
on 2026-05-11
m close Dylan --as finished --why "Did what he came for"

# --- Ellis and Anwar: done after two months; and Lewis, who was sent to the wrong place ---

on 2026-01-26
referred "Ellis Tynebrook-Shaw" 2005-12-02 "${adviser[@]}" --gender male --area Hebburn --need eet --interest football \
  --interest films --eet neet
on 2026-02-12
began Ellis Anwar "A kickabout, and hot vimto"
m goal Ellis --area eet --text "To be taken on somewhere before my money runs out"
m survey Ellis --trust yes --listens no
regularly 7 Ellis 2026-02-19 2026-04-09 75 "Wrote to three builders" "Five-a-side" "Practised what to say on the phone"
spoke_fortnightly Ellis 2026-02-26 2026-04-09
on 2026-04-14
m goal Ellis --outcome "An apprentice at the second builder's, from the 20th"
m survey Ellis --trust yes --listens yes --eet apprenticeship
on 2026-04-16
m end Ellis --as managed --by both --reason "He has what he came for, and starts on Monday" \
  --marked-by "A pie at the match, and his first tool belt"
on 2026-04-20
m close Ellis --as finished --why "An apprentice"
on 2026-03-09
referred "Lewis Cleadon-Ford" 2008-01-15 --referred-by "Head of year" --role teacher --gender male --area Cleadon \
  --need activities --interest gaming --eet education
on 2026-03-16
m close Lewis --as not-accepted --why "Was never in care; the young carers' group has taken him in"

# --- Poppy and Bethany: three months, and three more ---

on 2026-04-20
referred "Poppy Jarrowby-Singh" 2005-01-22 "${adviser[@]}" --gender female --area Jarrow --need home --need health \
  --interest dogs --eet neet
on 2026-05-13
began Poppy Bethany "Walked the dogs on Sandhaven beach"
m goal Poppy --area home --text "A flat where I can have a dog"
regularly 7 Poppy 2026-05-20 2026-10-28 60 "Walked the dogs" "Viewed a flat" "Cooked on two rings" \
  "Rang the housing office together"
spoke_fortnightly Poppy 2026-05-27 2026-10-28
on 2026-08-12
m renew Poppy --until 2026-11-13 --why "The flat is promised for October, and she wants Bethany there when she moves"
on 2026-10-14
m goal Poppy --outcome "Moved in, and the landlord likes dogs"
m goal Poppy --area health --text "Register with a doctor, and go"

# --- Reece and Kieran over the summer; Maisie and Anwar; Skye, who is thinking about it ---

on 2026-06-08
referred "Reece Boldonfar" 2004-05-21 "${adviser[@]}" --gender male --area Boldon --need activities \
  --need relationships --interest music --eet employment
on 2026-06-25
began Reece Kieran "Open mic night, from the back row"
m goal Reece --area activities --text "Play in front of people once"
regularly 7 Reece 2026-07-02 2026-09-17 60 "Practised three chords" "Chips on the pier" "Recorded a song on a phone"
spoke_fortnightly Reece 2026-07-09 2026-09-17
on 2026-07-18
m log-event group-activity --scheme "$scheme" --attended Kieran --attended Reece --attended Bethany --attended Poppy \
  --note "Beach clean, and ice cream"
on 2026-09-25
m goal Reece --outcome "Played two songs on the 11th, and they clapped"
m end Reece --as completed --by both --reason "The three months are up; he has a band now" \
  --marked-by "Front row at his second night"
m close Reece --as finished --why "Has the band now"
on 2026-08-17
referred "Maisie Whitbourne-Cole" 2009-03-02 "${adviser[@]}" --gender female --area Whitburn --need relationships \
  --need eet --interest films --interest football --eet education
on 2026-09-02
checked 2026-09-02 Anwar 2026-08-21 "Joan Fenwickley" "will meet somebody under 18 every week"
on 2026-09-09
began Maisie Anwar "Five-a-side, and a milkshake"
m goal Maisie --area relationships --text "Somebody to sit with at college"
regularly 7 Maisie 2026-09-16 2026-10-28 60 "Watched a film and argued about it" "Football in the park" "Homework club"
spoke_fortnightly Maisie 2026-09-23 2026-10-21
on 2026-10-12
form skye.yaml <<'END'
name: Skye Monkthorpe
scheme: south-tyneside
born: 2007-07-19
gender: female
area: Monkton
referred:
  by: Skye Monkthorpe
  role: self
agreed_on: 2026-10-12
key_adult: Colm Ravensdale
key_adult_role: personal-adviser
emergency_contacts:
  - Duty desk, South Tyneside Leaving Care, 0191 498 0030
needs:
  - home
  - eet
interests:
  - gym
languages:
  - English
eet:
  status: neet
END
m refer --from skye.yaml
on 2026-10-19
m check-in Skye --with young-person --by "Joan Fenwickley" --note "Wants somebody who will not ask for the whole story"
m check-in Kieran --with mentor --by "Joan Fenwickley" --note "Rested, and ready for somebody new"
on 2026-10-28
m match Skye Kieran --considered-by "Joan Fenwickley"
