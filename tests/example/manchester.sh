# Manchester: volunteers of the community; both decide, and a pair ends, or doesn't, in its own way.
# shellcheck shell=bash disable=SC2154  # sourced by build.sh, which sets the day and the scheme
told_by "Tamsin Alderfold" tamsin.alderfold@manchester.example

# Somebody who would like to volunteer: NAME [OPTION…]
volunteer() { m add-mentor --name "$1" --scheme "$scheme" --role volunteer --language English "${@:2}"; }
# Who they are was seen, and they were trained on a Saturday: DATE MENTOR…
prepared() {
  on "$1"
  m vet "${@:2}" interview
  m vet "${@:2}" identity
  training "$1" boundaries safeguarding-adults safeguarding-children emotional-literacy care-experience / "${@:2}"
}
# An enhanced check for the child workforce: SEEN MENTOR ISSUED
dbs() { checked "$@" "Tamsin Alderfold" "may mentor somebody under 18 every week"; }
# A young person referred today on the form that the partners share: NAME BORN [OPTION…]
referred() {
  m refer --name "$1" --scheme "$scheme" --born "$2" --agreed-on "$today" --organisation "Manchester Leaving Care" \
    --referred-by "Anselm Duckinfold" --role personal-adviser --key-adult "Anselm Duckinfold" \
    --key-adult-role personal-adviser --emergency-contact "Duty desk, Manchester Leaving Care, 0161 496 0040" "${@:3}"
}
# The team's meeting thinks that they might suit: WHO MENTOR
proposed() { m match "$1" "$2" --considered-by "The team's matching meeting"; }
# Both say yes today: WHO
both_agreed() {
  m decide "$1" --by young-person --yes
  m decide "$1" --by mentor --yes
}
# They do something together for the first time, and somebody of the team is with them: WHO BROKER COST ACTIVITY
began() {
  m start "$1" --contacts-given --first-meeting "$today" --activity "$4" --brokered-by "$2"
  met "$1" "$today" 60 first-meeting "$4" --cost "$3" --cost-for refreshments
}

# --- Autumn 2025: three volunteers, and Chantelle and Glenys ---

on 2025-09-22
volunteer "Glenys Ardwicke" --born 1957-10-02 --gender female --area Levenshulme --interest gardening \
  --interest singing --phone "0161 496 0041" \
  --pen-picture "Retired from the buses. I sing in two choirs and grow more beans than I can eat."
volunteer "Petra Nowicka-Hulme" --born 1992-03-28 --gender female --area Hulme --language Polish --interest climbing \
  --interest gaming --phone "0161 496 0042" --pen-picture "I test computer games, so I can lose at anything politely."
volunteer "Oluwaseun Bradbrook" --born 1988-12-11 --gender male --area Longsight --language Yoruba --language Arabic \
  --interest football --interest cooking --phone "0161 496 0043" \
  --pen-picture "Nurse, left back, cook. I came here alone at nineteen and remember the first winter."
on 2025-09-29
referred "Chantelle Rusholme-Day" 2003-03-19 --gender female --area Levenshulme --need relationships --need home \
  --interest singing --interest plants --language English --eet employment
prepared 2025-10-04 Glenys Petra Oluwaseun
for each in Glenys Petra Oluwaseun; do
  m vet "$each" pen-picture
done
on 2025-10-13
dbs 2025-10-13 Glenys 2025-10-06
dbs 2025-10-13 Petra 2025-10-07
dbs 2025-10-13 Oluwaseun 2025-10-07
proposed Chantelle Glenys
on 2025-10-16
both_agreed Chantelle
on 2025-10-27
began Chantelle "Jonah Pikewell" 7.50 "Planted garlic in the community garden"
m survey Chantelle --trust no --listens yes
regularly 14 Chantelle 2025-11-10 2026-06-08 90 "Choir, second row" "Put up shelves" "Tea, and the week gone through" \
  "Sowed, weeded or picked, as it was"
for day in $(every 14 2025-11-10 2026-01-19) $(every 28 2026-02-16 2026-06-08); do
  spoke Chantelle "$day"
done
on 2026-04-20
m reflect Chantelle --by young-person --share yes \
  --text "She never asks how I am in that voice. She asks if I have watered the garlic."
m reflect Chantelle --by mentor --share yes --text "I thought that I would be teaching. Mostly I am being teased."
on 2026-06-22
m survey Chantelle --trust yes --listens yes
m end Chantelle --as self-managed --by both --reason "They no longer need us to see one another" \
  --marked-by "The garlic was dug up and everybody had some"

# --- Idris and Oluwaseun: moved twice before it began, handed over, taken up again, and done ---

on 2025-10-20
referred "Idris Ancoats-Reid" 2006-04-11 --gender male --area Longsight --need eet --need relationships \
  --interest football --interest cooking --language English --eet neet
on 2025-11-03
m match Idris Oluwaseun --id P-1DR1S --considered-by "The team's matching meeting" --first-meeting 2025-11-17 \
  --activity "Five-a-side under the lights" --brokered-by "Nisha Varleygate"
on 2025-11-10
both_agreed Idris
fell_through Idris 2025-11-17 young-person --moved-to 2025-11-24 --note "Turned round at the bus stop"
fell_through Idris 2025-11-24 other --moved-to 2025-12-01 --note "The pitch was frozen"
on 2025-12-01
m start Idris --contacts-given
met Idris 2025-12-01 60 first-meeting "Five-a-side under the lights" --cost 6.00 --cost-for "the pitch"
m survey Idris --trust no --listens no
m goal Idris --area eet --text "Get the maths that the college wants"
regularly 14 Idris 2025-12-15 2026-03-23 90 "Maths, then football" "Cooked rice three ways" "Past papers at the library"
for day in $(every 14 2025-12-15 2026-02-23) 2026-03-23; do
  spoke Idris "$day"
done
on 2026-03-16
m survey Idris --trust yes --listens no
on 2026-03-30
m end Idris --as self-managed --by both --reason "They have one another's number and use it"
on 2026-04-27
m check-in Idris --with young-person --by "Jonah Pikewell" --note "The exam is in June, and he would rather not be alone with it"
on 2026-05-04
m reopen P-1DR1S --why "They asked to be backed until the exam is over"
regularly 14 Idris 2026-05-05 2026-06-02 90 "Past papers, and a walk round the block" "Cooked, and no maths"
for day in 2026-05-04 2026-06-01; do
  spoke Idris "$day"
done
on 2026-05-25
m reflect Idris --by young-person --share yes --text "He does not mind if I am rubbish that day."
m reflect Idris --by mentor --share yes --text "I learned fractions again. He learned that I cannot defend."
on 2026-06-15
m goal Idris --outcome "Sat it, and slept"
m survey Idris --trust yes --listens yes
m end Idris --as managed --by both --reason "The exam is over, and he begins at college in September" \
  --marked-by "A barbecue with his cousins, and the shirt off Oluwaseun's back"
m close Idris --as finished --why "Goes on to college"

# --- Winter and spring 2026: Jamal, who is 15, and Petra ---

on 2025-11-17
referred "Jamal Blackmoor-Osman" 2011-01-14 --gender male --area "Moss Side" --need activities --need relationships \
  --interest gaming --interest climbing --language English --language Somali --group minority-ethnic --eet education
on 2025-12-08
proposed Jamal Petra
on 2025-12-15
m decide Jamal --by young-person --yes --why "She knows the people who make it"
m decide Jamal --by mentor --yes
on 2026-01-19
began Jamal "Nisha Varleygate" 6.80 "Bowling, and a rematch"
m survey Jamal --trust no --listens no
regularly 14 Jamal 2026-02-02 2026-03-30 90 "Co-op game at the library" "Kicked a ball about" \
  "Looked at how a game is made"
fell_through Jamal 2026-04-06 young-person --moved-to 2026-04-13 --note "Forgot that it was the bank holiday"
met Jamal 2026-04-13 240 one-to-one "A day at the indoor climbing centre" --cost 56.00 --cost-for "entry and lunch"
regularly 14 Jamal 2026-04-27 2026-05-11 90 "Walked up to the reservoir, with sandwiches" "Gaming at the library"
met Jamal 2026-05-25 90 one-to-one "Made pancakes" --cost 4.50 --cost-for ingredients
regularly 14 Jamal 2026-06-08 2026-07-06 90 "Football in Alexandra Park" "Drew the levels of a game on paper"
on 2026-07-13
m pause Jamal --from 2026-07-20 --why "Petra's mother is ill in Poland"
on 2026-09-07
m resume Jamal
regularly 14 Jamal 2026-09-14 2026-10-26 90 "Showed her what he had built over the summer" "Gaming at the library" \
  "Walked, and talked about options for next year"
for day in $(every 14 2026-02-02 2026-04-13) $(every 28 2026-05-11 2026-10-26); do
  spoke Jamal "$day"
done
on 2026-06-29
m reflect Jamal --by young-person --share yes --text "I fell off the wall eleven times and she counted."
m reflect Jamal --by mentor --share no --text "He talks most when neither of us looks at the other."
m survey Jamal --trust yes --listens yes

# --- What was raised, and who was told ---

on 2026-02-11
m concern raise --about staff --raised-by "Glenys Ardwicke" --id C-STFF1
m concern pass-on C-STFF1 --to "Chair of the partnership" --reference CH-26-02
on 2026-03-04
m concern close C-STFF1
on 2026-05-11
m concern raise --about Jamal --raised-by "Nisha Varleygate" --id C-JM4B1
m concern pass-on C-JM4B1 --to "Designated safeguarding lead" --reference SG-26-117
on 2026-06-01
m concern close C-JM4B1

# --- The team: a fourth worker, and a bank of activities to suggest from ---

on 2026-01-05
by_hand mentorctl.yaml "a fourth worker joins the team" <<'END'
  - {id: V-C0RM4, name: Cormac Dunleavy-Holt, share: 0.60, from: 2026-01-05}
END
on 2026-02-23
by_hand activities.yaml "begin a bank of activities" <<'END'
# What a pair could do: add what went well, a line for each.
- {category: food, name: Cook a meal together, cost: 12.00}
- {category: food, name: Try the good market, cost: 6.00, area: Manchester}
- {category: outdoors, name: Walk up to the reservoir, cost: 0.00, note: boots}
- {category: outdoors, name: Work a morning in the community garden, cost: 0.00}
- {category: outdoors, name: Fly a kite on Platt Fields, cost: 5.00, area: Manchester}
- {category: sport, name: Indoor climbing, cost: 28.00, area: Manchester}
- {category: sport, name: Football in the park, cost: 0.00}
- {category: music, name: Sing with a choir, cost: 0.00}
- {category: making, name: Gaming at the library, cost: 0.00}
- {category: getting on, name: Read a letter that is hard to open, cost: 0.00}
END

# --- Those who said no, and were heard ---

on 2026-03-02
referred "Kayleigh Mossfold" 2006-05-09 --gender female --area Gorton --need relationships --language English \
  --eet education
on 2026-03-16
m close Kayleigh --as declined --why "Has her aunt now, and that is enough people"
on 2026-10-05
m reopen Kayleigh --why "Her aunt has moved away; she rang herself"

# --- Summer 2026: many short meetings on one day, and two pairs that come of it ---

on 2026-04-27
referred "Biniam Tesfahiwet" 2008-02-20 --gender male --area Longsight --need relationships --need activities \
  --interest football --interest cooking --language Tigrinya --language Arabic --group unaccompanied-asylum-seeking \
  --group new-arrival --eet education
on 2026-05-11
referred "Farrah Levensmoor" 2007-08-08 --gender female --area Burnage --need eet --need relationships \
  --interest singing --interest poetry --language English --eet neet
form ravi.yaml <<'END'
name: Ravi Chorlton-Mistry
scheme: manchester
role: volunteer
born: 1995-06-14
gender: male
area: Chorlton
phone: 0161 496 0044
languages:
  - English
  - Gujarati
interests:
  - poetry
  - cycling
prefers:
  age: 13-14
  gender: female
pen_picture: Bike courier and night-time poet. I am better on the phone than I look.
END
on 2026-05-18
m add-mentor --from ravi.yaml
volunteer "Warrick Fallowdene" --born 1969-01-20 --gender male --area Sale --interest golf --phone "0161 496 0045"
on 2026-06-01
m vet Warrick interview
on 2026-06-03
m close Warrick --as not-accepted --why "Would not do the training on safeguarding; told so, and told why"
prepared 2026-06-06 Ravi
m vet Ravi pen-picture
on 2026-06-15
dbs 2026-06-15 Ravi 2026-06-08
on 2026-06-18
m match --meeting --scheme "$scheme" --with Oluwaseun --with Ravi --with Glenys --with Biniam --with Farrah
on 2026-06-20
m log-event rapid-meeting --scheme "$scheme" --attended Oluwaseun --attended Ravi --attended Glenys --attended Biniam \
  --attended Farrah --see-again Biniam:Oluwaseun --see-again Oluwaseun:Biniam --see-again Farrah:Ravi \
  --see-again Glenys:Farrah --note "Six minutes each, and samosas"
on 2026-06-29
proposed Biniam Oluwaseun
proposed Farrah Ravi
both_agreed Biniam
m decide Farrah --by young-person --yes
on 2026-07-06
m decide Farrah --by mentor --no --why "She wants to sing; somebody else would do that better"
on 2026-07-13
began Biniam "Jonah Pikewell" 8.20 "Cooked zigni and chips"
m survey Biniam --trust no --listens yes
regularly 7 Biniam 2026-07-20 2026-10-26 90 "Football, then tea" "Read letters from the college" \
  "Cooked for his housemates" "Found the good market"
for day in $(every 14 2026-07-27 2026-10-05) 2026-10-26; do
  spoke Biniam "$day"
done
on 2026-07-20
proposed Farrah Glenys
on 2026-07-27
both_agreed Farrah
on 2026-08-17
began Farrah "Nisha Varleygate" 5.00 "Sang in an empty church"
m survey Farrah --trust yes --listens no
regularly 7 Farrah 2026-08-24 2026-10-26 75 "Choir, third row" "Wrote to three courses" "A walk and a song"
for day in $(every 14 2026-08-31 2026-10-26); do
  spoke Farrah "$day"
done

# --- Together: pairs, mentors, and young people among themselves ---

on 2026-03-28
event pair-event "Kites on Platt Fields" Petra Jamal Glenys Chantelle / Oluwaseun Idris
on 2026-04-22
event mentor-meetup "How to say nothing" Petra Glenys / Oluwaseun
on 2026-05-06
event mentee-meetup "Pizza, no grown-ups but Jonah" Jamal / Chantelle Idris
on 2026-08-05
event mentor-meetup "Summer, and who is away" Oluwaseun Glenys Ravi / Petra
on 2026-08-12
event mentee-meetup "Pizza again" Biniam Jamal Farrah
on 2026-09-26
event pair-event "Barges to Castlefield" Petra Jamal Oluwaseun Biniam Glenys Farrah / Chantelle

# --- Autumn 2026: how the first pair gets on by itself, and Kofi ---

on 2026-08-31
referred "Kofi Gortonby-Ames" 2008-04-30 --gender male --area "Whalley Range" --need activities --interest cycling \
  --interest drawing --language English --language Twi --eet education
on 2026-09-14
m check-in Kofi --with young-person --by "Jonah Pikewell" --note "Somebody with a bike, and not another teacher"
on 2026-09-21
m check-in Chantelle --with young-person --by "Jonah Pikewell" \
  --note "Both well; they would like to be asked to the barges"
on 2026-10-19
proposed Kofi Ravi
on 2026-10-26
m decide Kofi --by young-person --yes --why "He let me ride the cargo bike"
