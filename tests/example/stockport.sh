# Stockport: professionals who knew a young person from their work stay in touch, two hours a week for two years.
# shellcheck shell=bash disable=SC2154  # sourced by build.sh, which sets the day and the scheme
told_by "Maeve Thistlewood" maeve.thistlewood@stockport.example

# A young person referred today, who has agreed to it: NAME BORN [OPTION…]
referred() {
  m refer --name "$1" --scheme "$scheme" --born "$2" --agreed-on "$today" --organisation "Stockport Council" \
    --need relationships --language English \
    --emergency-contact "Duty desk, Stockport Leaving Care, 0161 496 0020" "${@:3}"
}
# Somebody who knew them from their work: NAME DEPARTMENT [OPTION…]
professional() { m add-mentor --name "$1" --scheme "$scheme" --role professional --department "$2" "${@:3}"; }
# What they had been to one another, and until when: MENTOR WHO AS ENDED
knew() { m vet "$1" professional-role --with "$2" --as "$3" --ended "$4"; }
# They thought it over, before they said that they would: MENTOR
considered() {
  local topic
  for topic in commitment training friendship being-challenged family; do
    m vet "$1" considered --topic "$topic"
  done
}
# Two training sessions an evening, a fortnight apart: FIRST_EVENING FROM TO MENTOR…
trained() {
  local evening=$1 n
  for ((n = $2; n <= $3; n += 2)); do
    on "$evening"
    training "$evening" "session-$n" "session-$((n + 1))" / "${@:4}"
    evening=$(date -u -d "$evening + 14 days" +%F)
  done
}

# --- Autumn 2025: two young people, and the two who knew them best ---

on 2025-10-20
referred "Leo Hartsmere" 2007-02-11 --gender male --area Reddish --referred-by "Ines Coverdale" --role social-worker \
  --key-adult "Ines Coverdale" --key-adult-role social-worker --nobody-else yes --interest drums --interest climbing \
  --eet training
referred "Shanice Quarmby-Bell" 2008-06-30 --gender female --area Edgeley --referred-by "Ines Coverdale" \
  --role social-worker --key-adult "Ines Coverdale" --key-adult-role social-worker --interest cooking \
  --interest "roller skating" --eet education
m survey Leo --trust no --listens no
m survey Shanice --trust yes --listens no
on 2025-10-27
professional "Philippa Garrowby" "Leaving Care" --born 1979-09-12 --gender female --area Heaton --interest climbing \
  --interest allotments --language English --phone "0161 496 0021"
knew Philippa Leo "personal adviser" 2025-08-29
considered Philippa
trained 2025-11-06 1 10 Philippa
on 2025-12-10
m check-in Leo --with key-adult --by "Maeve Thistlewood" --note "Has spoken of Philippa ever since she left the team"

# --- Winter 2026: Leo and Philippa ---

on 2026-01-05
m match Leo Philippa --considered-by "Maeve Thistlewood and Ines Coverdale"
m amend Leo support+=mentoring-coordinator support+=psychological-support
m decide Leo --by young-person --yes --why "She kept on ringing when nobody else did"
m decide Leo --by mentor --yes
on 2026-01-08
m start Leo --contacts-given --first-meeting 2026-01-08 --activity "Bacon sandwiches at the climbing wall" \
  --brokered-by "Maeve Thistlewood" --focus "Being friends rather than a case, and a drum kit"
met Leo 2026-01-08 120 first-meeting "Bacon sandwiches at the climbing wall" --cost 9.40 --cost-for refreshments
regularly 7 Leo 2026-01-15 2026-03-05 135 "Climbed, and talked on the way home" "Tea at Philippa's, with her boys" \
  "Looked at second-hand drum kits" "Filled in the form for college"
fell_through Leo 2026-03-12 young-person --note "Slept through it, and said so"
met Leo 2026-03-19 210 one-to-one "A long day on the edge at Windgather" --cost 12.00 --cost-for "train fares"
regularly 7 Leo 2026-03-26 2026-07-23 135 "Climbed the blue route at last" "Cooked for four" \
  "Band practice, and a lift home" "Walked along the Mersey" "Went through a letter from the housing office"
on 2026-07-22
m pause Leo --from 2026-07-30 --to 2026-08-13 --why "Leo works at a summer camp"
regularly 7 Leo 2026-08-13 2026-10-29 135 "What the camp was like" "Dug potatoes on the allotment" "Climbed" \
  "Bought a coat for the winter" "Sunday dinner, on a Thursday"

# --- Spring 2026: Shanice and Desmond; she is 17, and they meet every week ---

on 2026-01-12
professional "Desmond Okell-Baptiste" "Children's Homes" --born 1984-02-03 --gender male --area Cheadle \
  --interest cooking --interest "roller skating" --language English --phone "0161 496 0022"
knew Desmond Shanice "key worker in her home" 2025-12-19
considered Desmond
trained 2026-01-22 1 10 Desmond
on 2026-04-01
checked 2026-04-01 Desmond 2026-03-20 "Maeve Thistlewood" "will meet somebody under 18 every week"
m match Shanice Desmond --id P-5J9R9 --considered-by "Maeve Thistlewood and Ines Coverdale"
m amend Shanice support+=mentoring-coordinator support+=group-activities
m amend Desmond "department=Fostering"
m undo --why "It was meant for another mentor"
on 2026-04-08
m decide Shanice --by young-person --yes
m decide Shanice --by mentor --yes
on 2026-04-14
m start Shanice --contacts-given --first-meeting 2026-04-14 --activity "Jollof against jerk chicken" \
  --brokered-by "Maeve Thistlewood" --focus "Leaving the home without losing the people"
met Shanice 2026-04-14 150 first-meeting "Jollof against jerk chicken" --cost 14.20 --cost-for ingredients
regularly 7 Shanice 2026-04-21 2026-08-11 130 "Cooked something new" "Revised for the food hygiene certificate" \
  "Skated round Vernon Park" "Looked at rooms to rent"
fell_through Shanice 2026-08-18 mentor --note "Flu; he rang her instead"
fell_through Shanice 2026-08-25 mentor --note "Flu still; he rang her again"
regularly 7 Shanice 2026-09-01 2026-10-27 150 "Moved boxes to the new room" "Cooked for the new housemates" \
  "Skated, and fell over" "Sorted out the council tax letter"
on 2026-08-27
m check-in Shanice --with mentor --asked 2026-08-25 --by "Maeve Thistlewood" \
  --note "Whether ringing will do while the flu lasts: it will"
on 2026-09-07
m waive commitment.time P-5J9R9 --why "Desmond had flu for two weeks and rang her in both" --until 2026-12-01 \
  --authorised-by "Maeve Thistlewood"

# --- Summer and autumn 2026: what they answer now, and Tegan, who will soon be 18 ---

on 2026-07-16
m log-event group-activity --scheme "$scheme" --attended Leo --attended Shanice --attended Philippa --attended Desmond \
  --note "Rounders and a barbecue"
m reflect Leo --by young-person --share yes --text "She has stopped asking how things are going. She asks what I want for tea."
m survey Leo --trust yes --listens yes --eet education
m survey Shanice --trust yes --listens yes
on 2026-08-24
referred "Tegan Ormerod-Lyle" 2008-12-17 --gender female --area Marple --referred-by "Ines Coverdale" \
  --role social-worker --key-adult "Ines Coverdale" --key-adult-role social-worker --nobody-else yes \
  --interest horses --interest baking --eet education
on 2026-09-07
professional "Rukhsana Millbeck" "Children's Social Care" --born 1990-05-25 --gender female --area Marple \
  --interest horses --interest crochet --language English --language Punjabi --phone "0161 496 0023"
knew Rukhsana Tegan "social worker" 2026-08-28
considered Rukhsana
trained 2026-09-24 1 6 Rukhsana
on 2026-10-14
m check-in Tegan --with young-person --by "Maeve Thistlewood" --note "Would like it settled before her birthday"
