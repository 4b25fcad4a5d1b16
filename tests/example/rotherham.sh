# Rotherham: senior managers and elected members, and the young people whom the EET Action Group names.
# shellcheck shell=bash disable=SC2154  # sourced by build.sh, which sets the day and the scheme
told_by "Wren Castleford" wren.castleford@rotherham.example

# A mentor who asks about mentoring: NAME ROLE DEPARTMENT [OPTION…]
mentor() { m add-mentor --name "$1" --scheme "$scheme" --role "$2" --department "$3" "${@:4}"; }
# The information session: DATE MENTOR…
informed() {
  local each
  local -a people=()
  for each in "${@:2}"; do people+=(--attended "$each"); done
  m log-event information-session --scheme "$scheme" --date "$1" "${people[@]}"
}
five_topics=(safeguarding boundaries mentor-role relationship-building confidentiality)
# The day's training, all six topics of it: DATE MENTOR…
trained() { training "$1" "${five_topics[@]}" problem-solving / "${@:2}"; }
# The line manager's agreement: DATE MENTOR WHO
line_manager() { m vet "$2" line-manager --on "$1" --by "$3"; }
# Their own few sentences: DATE MENTOR TEXT
pen_picture() { m vet "$2" pen-picture --on "$1" --text "$3"; }
# An enhanced check for the child workforce: SEEN MENTOR ISSUED
dbs() { checked "$@" "Ruth Ackerdale" "may mentor somebody under 18"; }

# A young person referred today, who has agreed to it: NAME BORN [OPTION…]
referred() { m refer --name "$1" --scheme "$scheme" --born "$2" --agreed-on "$today" "${@:3}"; }
eet_group=(--referred-by "EET Action Group" --role eet-group)
duty_desk="Duty desk, Leaving Care Team, 01709 000011"
dee=(--key-adult "Dee Harcastle" --key-adult-role personal-adviser
  --emergency-contact "Dee Harcastle, personal adviser, 01709 000021" --emergency-contact "$duty_desk")
marlon=(--key-adult "Marlon Eastby" --key-adult-role personal-adviser
  --emergency-contact "Marlon Eastby, personal adviser, 01709 000022" --emergency-contact "$duty_desk")
gurpreet=(--key-adult "Gurpreet Lindhall" --key-adult-role personal-adviser
  --emergency-contact "Gurpreet Lindhall, personal adviser, 01709 000023" --emergency-contact "$duty_desk")
helen=(--key-adult "Helen Braithwood" --key-adult-role social-worker
  --emergency-contact "Helen Braithwood, social worker, 01709 000024" --emergency-contact "$duty_desk")

# An outing of several pairs, what it cost in all: DATE MINUTES ACTIVITY COST COST_FOR WHO…
outing() {
  on "$1"
  m log-session "${@:6}" --minutes "$2" --kind group --activity "$3" --cost "$4" --cost-for "$5"
}
# Group supervision: DATE NOTE, then who came, and who was invited and didn't come: MENTOR… [/ MENTOR…]
supervision() {
  on "$1"
  event group-supervision "${@:2}"
}
# The Leaving Care Team is asked for what was spent since it last was, and pays some weeks later: CLAIMED [PAID]
reclaimed() {
  on "$1"
  does settle "$scheme" claimed
  [[ $# == 1 ]] && return
  on "$2"
  does settle "$scheme" paid
}

# --- September 2025: the spring's pilot, copied in from the paper file ---

on 2025-09-15
mentor "Bronagh Tollerwick" senior-manager "Housing Options" --enquired 2025-02-17 --born 1974-06-08 --gender female \
  --area Wath --language English --language Irish --interest "brass bands" --interest baking --interest allotments \
  --expertise tenancies --expertise budgeting --email bronagh.tollerwick@rotherham.example --phone "01709 000101"
mentor "Imtiaz Rahmanfield" senior-manager "Finance and Customer Services" --enquired 2025-02-20 --born 1980-11-23 \
  --gender male --area Moorgate --language English --language Urdu --interest cricket --interest cooking \
  --interest chess --expertise apprenticeships --expertise interviews --phone "01709 000102"
mentor "Alun Prydderch-Hey" elected-member "Rawmarsh East ward" --enquired 2025-02-24 --born 1959-03-01 \
  --gender male --area Rawmarsh --language English --language Welsh --interest "rugby league" \
  --interest "local history" --expertise "public speaking" --phone "01709 000103"
informed 2025-03-12 Bronagh Imtiaz Alun
line_manager 2025-03-19 Bronagh "Assistant Director, Housing"
line_manager 2025-03-24 Imtiaz "Head of Finance"
trained 2025-04-09 Bronagh Imtiaz Alun
pen_picture 2025-04-16 Bronagh "I have worked in housing all my life and still get excited about a first set of keys. I\
 play the cornet, badly, and always have a loaf on the go."
pen_picture 2025-04-17 Imtiaz "I started here as an apprentice at seventeen and never forgot who took the time to\
 explain things. Cricket, curry and a slow game of chess."
pen_picture 2025-04-23 Alun "Miner's son, retired teacher, councillor, and full of stories about Rawmarsh. I am a good\
 listener when I stop talking."
dbs 2025-04-30 Bronagh 2025-04-22

referred "Kezia Thornaby-Vane" 2005-06-03 --on 2025-04-28 "${eet_group[@]}" "${dee[@]}" --gender female --area Wath \
  --need eet --need home --interest baking --interest singing --language English --prefers-gender female --eet neet
m match Kezia Bronagh --considered-by "EET Action Group" --agreed young-person --agreed mentor --start 2025-05-19 \
  --contacts-given --first-meeting 2025-05-19 --activity "Tea at the market hall café" --brokered-by "Dee Harcastle" \
  --focus "A tenancy of her own, and a course she likes"
from_paper() { m log-session Kezia --date "$1" --minutes "$2" --kind "$3" --activity "$4"; }
from_paper 2025-05-19 60 first-meeting "Tea at the market hall café"
from_paper 2025-06-05 45 one-to-one "Filled in the housing register form"
from_paper 2025-07-03 120 one-to-one "Walked round Manvers Lake"
from_paper 2025-07-24 60 one-to-one "Worked out what a flat costs in a month"
from_paper 2025-08-07 60 one-to-one "Baked focaccia from scratch"
from_paper 2025-09-02 90 one-to-one "Looked at catering courses at the college"

referred "Hamza Yarwoodi" 2004-09-21 "${eet_group[@]}" "${marlon[@]}" --gender male --area Eastwood --need eet \
  --need money --interest cricket --interest cars --language English --language Urdu --eet neet
referred "Jaydon Merrifold" 2007-05-30 "${eet_group[@]}" "${gurpreet[@]}" --gender male --area Maltby --need eet \
  --need activities --interest bikes --interest gaming --language English --eet neet --barrier mental-health

# --- Autumn 2025: two pairs more, and three mentors in training ---

on 2025-09-29
mentor "Tomasz Wiślański-Brook" senior-manager "Highways" --born 1985-04-12 --gender male --area Dinnington \
  --language English --language Polish --interest cycling --interest "mending bikes" --interest hiking \
  --expertise trades --expertise "driving theory" --phone "01709 000104"
mentor "Nomvula Dhlaminster" senior-manager "Public Health" --born 1982-08-09 --gender female --area Swinton \
  --language English --language isiZulu --interest running --interest sewing --interest gospel --expertise college \
  --expertise "healthy eating" --phone "01709 000105" --prefers-age 16-18
mentor "Zuzana Křenická-Dale" senior-manager "Libraries and Neighbourhood Hubs" --born 1978-01-30 --gender female \
  --area Eastwood --language English --language Slovak --language Czech --interest reading --interest photography \
  --expertise "learning English" --expertise CVs --phone "01709 000106"
m match Hamza Imtiaz --considered-by "EET Action Group"
on 2025-10-06
m decide Hamza --by young-person --yes --why "He started as an apprentice too"
m decide Hamza --by mentor --yes
met Kezia 2025-10-06 100 one-to-one "Visited the college open evening" --cost 5.80 --cost-for refreshments
on 2025-10-08
informed 2025-10-08 Tomasz Nomvula Zuzana
on 2025-10-14
m start Hamza --contacts-given --first-meeting 2025-10-14 --activity "Samosas and a chat at the library café" \
  --brokered-by "Marlon Eastby" --focus "An apprenticeship, and getting through the interview"
met Hamza 2025-10-14 60 first-meeting "Samosas and a chat at the library café" --cost 7.20 --cost-for refreshments
on 2025-10-20
line_manager 2025-10-15 Tomasz "Head of Highways"
line_manager 2025-10-16 Nomvula "Director of Public Health"
line_manager 2025-10-20 Zuzana "Head of Culture"
m match Jaydon Alun --considered-by "EET Action Group"
supervision 2025-10-22 "How to begin, and when to say less" Bronagh Imtiaz / Alun
on 2025-10-27
m decide Jaydon --by young-person --yes
m decide Jaydon --by mentor --yes
met Hamza 2025-11-04 60 one-to-one "Looked through apprenticeships together"
met Kezia 2025-11-05 95 one-to-one "Viewed a flat in West Melton"
on 2025-11-10
m start Jaydon --contacts-given --first-meeting 2025-11-10 --activity "Hot chocolate at Clifton Park museum" \
  --brokered-by "Gurpreet Lindhall" --focus "Something to get up for in the mornings"
met Jaydon 2025-11-10 60 first-meeting "Hot chocolate at Clifton Park museum" --cost 6.50 --cost-for refreshments
on 2025-11-12
training 2025-11-12 "${five_topics[@]}" / Tomasz Nomvula Zuzana
training 2025-11-12 problem-solving / Tomasz Nomvula
pen_picture 2025-11-12 Nomvula "Runner, seamstress, choir alto. I came to Swinton from Durban for one year, twenty\
 years ago. I like people who ask questions."
met Jaydon 2025-11-24 45 one-to-one "Walked the dog in Maltby Crags"
met Hamza 2025-11-25 90 one-to-one "Wrote a CV and a letter to go with it"
on 2025-11-26
pen_picture 2025-11-19 Tomasz "If it has wheels I can mend it, and I can show you how. I learned English at twenty on\
 building sites in Dinnington, so I know what it is to start from nothing."
pen_picture 2025-11-26 Zuzana "I run libraries and take photographs. My first job here was stacking shelves at night.\
 There is nothing you can't look up."
on 2025-12-02
dbs 2025-12-02 Nomvula 2025-11-20
met Kezia 2025-12-03 60 one-to-one "Practised for the college interview"
on 2025-12-08
referred "Lacey-Mae Drummerhill" 2008-12-04 --referred-by "Helen Braithwood" --role social-worker "${helen[@]}" \
  --gender female --area Rawmarsh --need eet --need health --interest fashion --interest music --language English \
  --prefers-gender female --eet neet
met Kezia 2025-12-11 30 call "She got the place: January start"
outing 2025-12-13 120 "Bowling: three pairs, two strikes" 28.50 entry Kezia Hamza Jaydon
met Jaydon 2025-12-15 60 one-to-one "Put new brake cables on his bike" --cost 8.00 --cost-for "brake cables"
met Hamza 2025-12-16 60 one-to-one "Mock interview, with biscuits"
on 2025-12-17
m match Lacey-Mae Nomvula --considered-by "EET Action Group and Helen Braithwood"
fell_through Jaydon 2025-12-22 young-person
fell_through Kezia 2025-12-29 other --note "The buses were off"
reclaimed 2026-01-08 2026-01-29

# --- Winter 2026: two new pairs; one breaks down ---

met Jaydon 2026-01-05 30 call "Wished each other a happy new year"
met Hamza 2026-01-06 40 online "Sent off three applications"
on 2026-01-07
m decide Lacey-Mae --by young-person --yes --why "She said I can bring my sewing"
m decide Lacey-Mae --by mentor --yes
on 2026-01-12
referred "Dawit Habtefield" 2006-08-19 --referred-by "Marlon Eastby" --role personal-adviser "${marlon[@]}" \
  --gender male --area Eastwood --need eet --need relationships --interest photography --interest football \
  --language Tigrinya --language English --group unaccompanied-asylum-seeking --eet education
referred "Aoife Larkspur" 2004-02-27 "${eet_group[@]}" "${dee[@]}" --gender female --area Thurcroft --need eet \
  --interest horses --interest drawing --language English --eet neet
met Kezia 2026-01-12 90 one-to-one "First week at college: talked it all through" --cost 6.20 --cost-for refreshments
on 2026-01-19
m start Lacey-Mae --contacts-given --first-meeting 2026-01-19 --activity "Altered a jacket at the sewing café" \
  --brokered-by "Helen Braithwood" --focus "A fashion and textiles course in September"
met Lacey-Mae 2026-01-19 60 first-meeting "Altered a jacket at the sewing café" --cost 6.00 --cost-for refreshments
met Jaydon 2026-01-19 45 one-to-one "Had a look round the museum stores"
on 2026-01-20
m survey Kezia --eet education
m check-in Jaydon --with mentor --asked 2026-01-19 --by "Wren Castleford" \
  --note "Rang for advice: they do not find much to say to one another"
supervision 2026-01-21 "Endings that come early, and not taking them to heart" Bronagh Nomvula Alun / Imtiaz
on 2026-01-26
m match Dawit Zuzana --considered-by "EET Action Group"
met Hamza 2026-01-27 90 one-to-one "Interview at the garage in Templeborough, and chips after" \
  --cost 8.40 --cost-for refreshments
on 2026-02-02
m end Jaydon --as broke-down --by young-person --rematch young-person \
  --reason "Not much in common; he would like somebody who knows bikes"
m decide Dawit --by young-person --yes
m decide Dawit --by mentor --yes
met Kezia 2026-02-04 100 one-to-one "Went through the tenancy agreement line by line"
on 2026-02-09
m start Dawit --contacts-given --first-meeting 2026-02-09 --activity "Photographs of the Minster in the snow" \
  --brokered-by "Marlon Eastby" --focus "Written English for the college course, and friends to play football with" \
  --override "Called away from the training at three; has a place for problem solving on 25 February" \
  --authorised-by "Ruth Ackerdale"
met Dawit 2026-02-09 60 first-meeting "Photographs of the Minster in the snow" --cost 5.40 --cost-for refreshments
met Lacey-Mae 2026-02-09 60 one-to-one "Looked at courses, and at the bus times that go with them"
met Hamza 2026-02-17 60 one-to-one "He got it: planned the first month's money"
met Lacey-Mae 2026-02-23 60 one-to-one "Cooked a week's lunches"
on 2026-02-23
m survey Hamza --eet apprenticeship
on 2026-02-25
m vet Zuzana training --topic problem-solving
met Dawit 2026-02-25 50 one-to-one "Wrote the first page of an essay"
on 2026-03-02
m match Jaydon Tomasz --considered-by "EET Action Group"
met Hamza 2026-03-03 45 online "First pay slip: what all the lines mean"
met Kezia 2026-03-04 60 one-to-one "Packed boxes"
on 2026-03-09
m decide Jaydon --by young-person --yes --why "He can fix a derailleur"
m decide Jaydon --by mentor --yes
met Lacey-Mae 2026-03-09 45 one-to-one "Filled in the college form"
met Kezia 2026-03-12 30 call "Moved in!"
on 2026-03-16
m start Jaydon --contacts-given --first-meeting 2026-03-16 --activity "Stripped a back wheel at the bike workshop" \
  --brokered-by "Gurpreet Lindhall" --focus "A start in bike or car mechanics"

# --- Spring and summer 2026: settled pairs, a no that was heard, an apprentice ---

met Jaydon 2026-03-16 75 first-meeting "Stripped a back wheel at the bike workshop" --cost 4.50 --cost-for refreshments
reclaimed 2026-04-09 2026-04-30
met Dawit 2026-03-18 90 one-to-one "Joined the library and found the football writing"
met Kezia 2026-03-20 20 call "Which boiler switch does what"
met Hamza 2026-03-24 90 one-to-one "Cooked for the lads at work" --cost 11.60 --cost-for ingredients
on 2026-03-25
mentor "Delphine Marchwood-Adé" elected-member "Maltby East ward" --enquired 2026-03-04 --born 1971-05-17 \
  --gender female --area Maltby --language English --language French --interest walking --interest choirs \
  --interest "charity shops" --expertise childcare --expertise "going back to study" --phone "01709 000107"
mentor "Farida Qasimthorpe" elected-member "Brinsworth ward" --enquired 2026-03-11 --born 1968-12-02 --gender female \
  --area Brinsworth --language English --language Arabic --interest gardening --interest theatre --interest cooking \
  --expertise "starting a business" --expertise interviews --phone "01709 000108"
informed 2026-03-25 Delphine Farida
met Lacey-Mae 2026-03-30 90 one-to-one "Visited the textiles workshop at college" --cost 5.20 --cost-for "bus fares"
on 2026-03-31
by_hand activities.yaml "what Rotherham's pairs liked best" <<'END'
- {category: outdoors, name: Walk round Manvers Lake, cost: 0.00, area: Rotherham}
- {category: outdoors, name: Look after the allotment, cost: 0.00, area: Rotherham}
- {category: making, name: Mend a bike at the workshop, cost: 4.50, area: Rotherham}
- {category: making, name: Sew at the café, cost: 6.00, area: Rotherham, note: the machines are free on Mondays}
- {category: sport, name: Cricket nets, area: Rotherham, note: ask what they charge}
END
met Jaydon 2026-04-02 60 one-to-one "Rode the canal path to Mexborough"
on 2026-04-07
referred "Amélie Stanbridge-Obi" 2003-11-17 "${eet_group[@]}" "${dee[@]}" --gender female --area Dinnington \
  --need eet --need relationships --interest choirs --interest "vintage clothes" --language English --language French \
  --group young-parent --prefers-gender female --eet neet --barrier parenthood
met Kezia 2026-04-08 110 one-to-one "Painted the kitchen yellow"
on 2026-04-13
m match Amélie Alun --considered-by "EET Action Group"
m close Aoife --as withdrew --why "Moved to Leeds for a job at a riding school"
met Dawit 2026-04-15 60 one-to-one "Read the match reports aloud"
trained 2026-04-15 Delphine Farida
on 2026-04-20
m decide Amélie --by young-person --no --why "Would rather have a woman, as she had said"
supervision 2026-04-21 "Holidays, handovers and who to ring" Bronagh Nomvula Tomasz Zuzana Imtiaz
met Hamza 2026-04-21 120 one-to-one "Cricket nets, and a word about saving"
on 2026-04-22
pen_picture 2026-04-22 Delphine "I went back to college at thirty with two small children and a borrowed pram. I sing,\
 walk and never leave a charity shop empty-handed."
m match Amélie Delphine --considered-by "EET Action Group"
met Jaydon 2026-04-23 90 one-to-one "Built up a frame from spares"
met Lacey-Mae 2026-04-27 60 one-to-one "Chose fabric at the market" --cost 9.75 --cost-for fabric
on 2026-04-29
pen_picture 2026-04-29 Farida "Councillor, gardener, grandmother. I ran a bakery for fifteen years and can read a set\
 of accounts upside down. My door is open and the kettle is on."
m decide Amélie --by young-person --yes --why "She has done it with children herself"
m decide Amélie --by mentor --yes
met Dawit 2026-04-29 45 one-to-one "Essay handed in: cake" --cost 4.80 --cost-for refreshments
on 2026-05-05
m start Amélie --contacts-given --first-meeting 2026-05-05 --activity "Pushed the pram round Dinnington market" \
  --brokered-by "Dee Harcastle" --focus "Back to college, with childcare that works"
met Amélie 2026-05-05 60 first-meeting "Pushed the pram round Dinnington market"
met Kezia 2026-05-06 90 one-to-one "Sorted the council tax letter, then scones"
on 2026-05-11
m close Alun --as withdrew --why "Has taken on a committee and has no evenings left; thanked with a lunch"
met Lacey-Mae 2026-05-11 45 one-to-one "Practised the college interview"
on 2026-05-13
m log-event mentor-meetup --scheme "$scheme" --note "The new mentors met those who have been at it a year" \
  --attended Bronagh \
  --attended Nomvula --attended Tomasz --attended Delphine --attended Farida
met Hamza 2026-05-19 90 one-to-one "Went through the training plan with his manager"
met Amélie 2026-05-20 45 one-to-one "Visited two nurseries"
met Jaydon 2026-05-21 120 one-to-one "Bike maintenance morning at the leisure centre" --cost 6.00 --cost-for entry
met Dawit 2026-05-27 90 one-to-one "Took portraits for the library wall"
met Lacey-Mae 2026-06-01 90 one-to-one "She has the place: celebrated with pizza" --cost 14.80 --cost-for lunch
on 2026-06-03
m log-event mentee-meetup --scheme "$scheme" --note "Pizza and a quiz; they asked for another in the autumn" \
  --invited Hamza \
  --invited Amélie --attended Kezia --attended Lacey-Mae --attended Dawit --attended Jaydon
met Kezia 2026-06-10 120 one-to-one "Bread for the college summer fair"
met Dawit 2026-06-11 90 one-to-one "Looked at level 2 photography"
met Hamza 2026-06-16 60 one-to-one "Opened a savings account"
met Amélie 2026-06-17 90 one-to-one "Talked to student services about the childcare grant"
on 2026-06-22
referred "Zofia Brzezińska-Lane" 2004-07-08 --referred-by "Gurpreet Lindhall" --role personal-adviser \
  "${gurpreet[@]}" --gender female --area Brinsworth --need eet --need money --interest baking --interest theatre \
  --language English --language Polish --prefers-gender female --eet neet
met Jaydon 2026-06-25 90 one-to-one "Rode to Roche Abbey and back"
on 2026-06-26
m check-in Jaydon --with key-adult --by "Wren Castleford" --note "Up before nine on bike days, which is new"
met Lacey-Mae 2026-06-29 120 one-to-one "Started a portfolio"
on 2026-07-06
referred "Ngozi Fairweather-Eze" 2005-01-25 --on 2026-07-03 --role self "${marlon[@]}" \
  --gender female --area Moorgate --need eet --interest cricket --interest coding --language English --language Igbo \
  --eet neet
met Hamza 2026-07-07 45 one-to-one "What he would tell somebody who starts"
met Kezia 2026-07-08 90 one-to-one "End of year: wrote to thank the tutor"
met Amélie 2026-07-09 60 one-to-one "Enrolled for September"
reclaimed 2026-07-10 2026-07-31
supervision 2026-07-15 "A good ending, from the pair who are about to have one" \
  Bronagh Imtiaz Nomvula Zuzana / Tomasz Delphine
outing 2026-07-18 150 "Picnic and rounders in Clifton Park" 24.00 food Kezia Hamza Lacey-Mae Dawit Jaydon Amélie
met Hamza 2026-07-20 60 one-to-one "A last curry, and a toast to the next year" \
  --note "They mean to keep the chess going by post"
m end Hamza --as completed --by both --reason "Settled in an apprenticeship and doing well" \
  --marked-by "A meal, and a chess board that folds up"
met Dawit 2026-07-22 100 one-to-one "Photographed the five-a-side final"
met Jaydon 2026-07-23 60 one-to-one "Asked at the bike shop about Saturdays"
on 2026-07-27
m close Hamza --as finished --why "Completed, with an apprenticeship"
met Amélie 2026-07-29 30 call "Worked out the September timetable"
met Kezia 2026-08-05 90 one-to-one "Picked beans on the allotment and cooked them"
met Jaydon 2026-08-06 60 one-to-one "First Saturday at the shop: how it went"

# --- Late summer and autumn 2026: a new pair, new mentors, new referrals ---

on 2026-08-10
m match Ngozi Imtiaz --considered-by "EET Action Group"
met Lacey-Mae 2026-08-10 90 one-to-one "Made a tote bag from start to finish" --cost 5.60 --cost-for fabric
met Dawit 2026-08-12 60 one-to-one "Results: he passed, and told everybody"
on 2026-08-17
m decide Ngozi --by young-person --yes --why "He plays cricket and he didn't talk down"
m decide Ngozi --by mentor --yes
met Amélie 2026-08-19 90 one-to-one "Bought a rucksack and a highlighter each"
on 2026-08-24
m start Ngozi --contacts-given --first-meeting 2026-08-24 --activity "Watched the second eleven at Clifton Lane" \
  --brokered-by "Marlon Eastby" --focus "A digital apprenticeship"
met Ngozi 2026-08-24 60 first-meeting "Watched the second eleven at Clifton Lane" --cost 4.20 --cost-for refreshments
met Lacey-Mae 2026-08-24 45 one-to-one "Bus to college and back, to be sure"
on 2026-08-25
m concern raise --about Nomvula --raised-by "Helen Braithwood" --id C-N0MV1
m concern pass-on C-N0MV1 --to "Local authority designated officer" --reference LADO-26-061
met Kezia 2026-08-26 60 one-to-one "Second year: chose the options"
met Jaydon 2026-08-27 60 one-to-one "Talked over the shop's offer"
fell_through Lacey-Mae 2026-08-31 other --moved-to 2026-09-07
met Dawit 2026-09-02 30 online "First week of photography"
on 2026-09-04
m concern close C-N0MV1
on 2026-09-07
referred "Connor Applethwick" 2002-03-14 "${eet_group[@]}" "${dee[@]}" --gender male --area "Kiveton Park" \
  --need eet --need home --interest football --interest guitar --language English --eet neet --barrier illness
met Lacey-Mae 2026-09-07 60 one-to-one "First day of the course: sat in the canteen till she was ready"
on 2026-09-08
m survey Lacey-Mae --eet education
m survey Amélie --eet education
met Amélie 2026-09-08 60 one-to-one "Coffee after her first lecture" --cost 5.10 --cost-for refreshments
on 2026-09-09
mentor "Seán Kilbrannock" senior-manager "Legal Services" --enquired 2026-09-01 --born 1976-10-31 --gender male \
  --area "Kiveton Park" --language English --interest football --interest guitar --interest "terrible films" \
  --expertise "knowing your rights" --expertise college --phone "01709 000109"
mentor "Joyce Winterbourne-Osei" elected-member "Thurcroft and Wickersley South ward" --enquired 2026-09-02 \
  --born 1963-02-14 --gender female --area Thurcroft --language English --language Twi --interest quilting \
  --interest gospel --interest cooking --expertise "care work" --expertise confidence --phone "01709 000110"
mentor "Li-Wen Ashbarrow" senior-manager "Human Resources" --enquired 2026-09-07 --born 1989-07-26 --gender female \
  --area Aston --language English --language Mandarin --interest "board games" --interest baking --interest climbing \
  --expertise "job applications" --expertise interviews --phone "01709 000111"
mentor "Gareth Ollerenby" senior-manager "Digital Services" --born 1970-09-19 --gender male --area Wickersley \
  --language English --language "British Sign Language" --interest fishing --interest "vinyl records" \
  --expertise coding --phone "01709 000112"
fell_through Jaydon 2026-09-10 mentor --moved-to 2026-09-17 --note "Road closure, all hands"
met Kezia 2026-09-10 45 one-to-one "Made a budget for the winter"
on 2026-09-14
referred "Marika Lakatošová-Finch" 2008-04-22 "${eet_group[@]}" "${gurpreet[@]}" --gender female --area Eastwood \
  --need eet --need health --interest dancing --interest hairdressing --language English --language Slovak \
  --language Romani --eet neet
met Ngozi 2026-09-15 45 one-to-one "Found three apprenticeships worth a try"
met Amélie 2026-09-16 45 one-to-one "Library cards, for her and for the little one"
met Jaydon 2026-09-17 60 one-to-one "Two afternoons a week at the shop: planned them in"
on 2026-09-23
informed 2026-09-23 Seán Joyce Li-Wen Gareth
met Dawit 2026-09-23 90 one-to-one "Night photographs from Boston Castle"
on 2026-09-28
form rhys.yaml <<'END'
name: Rhys Penhalloway
scheme: rotherham
born: 2006-11-11
gender: male
area: Maltby
referred:
  on: 2026-09-28
  by: EET Action Group
  role: eet-group
agreed_on: 2026-09-25
key_adult: Dee Harcastle
key_adult_role: personal-adviser
emergency_contacts:
  - Dee Harcastle, personal adviser, 01709 000021
  - Duty desk, Leaving Care Team, 01709 000011
needs:
  - eet
  - activities
interests:
  - fishing
  - drums
languages:
  - English
groups:
  - disabled
eet:
  status: training
END
m refer --from rhys.yaml
referred "Callum Bexterfield" 2009-02-11 --referred-by "Helen Braithwood" --role social-worker "${helen[@]}" \
  --gender male --area "Kiveton Park" --need eet --need relationships --interest guitar --interest football \
  --language English --prefers-gender male --eet neet
met Lacey-Mae 2026-09-28 60 one-to-one "First brief: a waistcoat"
met Ngozi 2026-09-29 60 one-to-one "Built a page about her team"
on 2026-10-01
line_manager 2026-09-30 Seán "Monitoring Officer"
line_manager 2026-10-01 Li-Wen "Assistant Director, HR"
met Kezia 2026-10-01 60 one-to-one "Menu for the college restaurant"
on 2026-10-05
referred "Sana Mirzafield" 2007-06-16 --referred-by "Marlon Eastby" --role personal-adviser "${marlon[@]}" \
  --gender female --area Brinsworth --need eet --interest reading --interest baking --language English \
  --language Pashto --prefers-gender female --eet neet
reclaimed 2026-10-02
supervision 2026-10-07 "Keeping going through the dark months" Bronagh Tomasz Nomvula Zuzana / Delphine
met Jaydon 2026-10-08 45 one-to-one "Filled in the level 1 mechanics form"
on 2026-10-12
referred "Tobias Nettlecombe-Grey" 2010-03-20 --referred-by "Helen Braithwood" --role social-worker "${helen[@]}" \
  --gender male --area Swinton --need eet --need activities --interest chess --interest trains --language English \
  --eet education
met Lacey-Mae 2026-10-12 45 one-to-one "Cut the lining without tears"
fell_through Ngozi 2026-10-13 young-person --moved-to 2026-10-20
on 2026-10-14
trained 2026-10-14 Seán Joyce Li-Wen
met Kezia 2026-10-14 30 call "The boiler again"
on 2026-10-19
pen_picture 2026-10-19 Joyce "Fifteen years as a carer before I was a councillor. I quilt, I sing, and I have never\
 once been on time for a bus."
dbs 2026-10-19 Joyce 2026-10-12
met Ngozi 2026-10-20 40 one-to-one "Application in, with an hour to spare"
on 2026-10-21
form sean.yaml <<'END'
name: Seán Kilbrannock
scheme: rotherham
role: senior-manager
prefers:
  age: 16-19
pen_picture: >-
  Solicitor, goalkeeper, owner of too many guitars. I left school with nothing and went back at
  twenty-two, so I know it can be done.
END
m vet Seán pen-picture --from sean.yaml
m match Callum Seán --considered-by "EET Action Group and Helen Braithwood"
met Dawit 2026-10-21 60 one-to-one "Hung the portraits in the library"
met Jaydon 2026-10-22 60 one-to-one "Wheel truing, against the clock"
met Lacey-Mae 2026-10-26 60 one-to-one "Fitted the waistcoat"
on 2026-10-27
m decide Callum --by young-person --yes --why "Likes the guitars"
m decide Callum --by mentor --yes
met Ngozi 2026-10-27 60 one-to-one "Practised for the assessment day" --cost 6.30 --cost-for refreshments
met Kezia 2026-10-28 75 one-to-one "Planned what she wants from the last weeks"
