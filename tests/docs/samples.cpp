#include <algorithm>
#include <array>
#include <stdexcept>

#include "docs/pages.h"
#include "store/paths.h"
#include "store/record_file.h"

namespace mentor::docs {

namespace {

/// Reads a sample as the program does and writes it as the program does.
template <class Record>
std::string written(std::string_view text, std::string_view path) {
  Problems problems;
  const auto record = store::read_record<Record>(text, path, problems);
  if (!problems.empty()) throw std::runtime_error(std::string(path) + ": " + problems.front().message);
  return store::write_record(record);
}

struct Kept {
  std::string_view noun;
  std::string_view what;
  std::string_view path;
  std::string_view text;
  std::string (*written)(std::string_view text, std::string_view path);
};

constexpr std::array samples{
    Kept{"settings",
         "The settings say who runs the schemes, which schemes run here, and who is on the team. The file "
         "also marks the top of the data directory.",
         store::settings_path, R"(
organisation: Rotherham leaving care service
schemes: [rotherham]
contacts: ["Out-of-hours duty desk, 01632 960111"]
staff:
  - {id: V-4TZ8M, name: Bea Lund, share: 0.60, from: 2026-01-05}
)",
         written<Settings>},
    Kept{"mentor", "A mentor: who they are, what they offer, and each step of their preparation.",
         "mentors/M-7KQ2D.yaml", R"(
id: M-7KQ2D
name: Ros Okafor
scheme: rotherham
role: senior-manager
enquired: 2026-01-05
area: Rotherham
interests: [football, cooking]
capacity: 1
prefers: {age: 16-18}
steps:
  - {id: V-8F3K2, step: information-session, on: 2026-01-12}
  - {id: V-1C9RT, step: training, on: 2026-01-22, topic: boundaries}
  - {id: V-6MD0A, step: dbs, on: 2026-02-02, level: enhanced, workforce: child, barred_list: yes, issued: 2026-01-28, seen_by: Bea Lund}
)",
         written<Mentor>},
    Kept{"young person",
         "A young person: who referred them, what they want support in, and who else is there for them.",
         "young-people/Y-4F7KA.yaml", R"(
id: Y-4F7KA
name: Tia Quill
scheme: rotherham
born: 2008-08-03
area: Maltby
referred: {on: 2026-01-20, by: Jo Marsh, role: social-worker, organisation: Leaving care team}
agreed_on: 2026-01-18
key_adult: Jo Marsh
key_adult_role: social-worker
emergency_contacts: ["Jo Marsh, social worker, 01632 960222"]
needs: [eet, home]
interests: [football]
eet:
  - {id: V-3N5WQ, on: 2026-01-20, status: neet, barriers: [mental-health]}
)",
         written<YoungPerson>},
    Kept{"match",
         "A match: one mentor and one young person, from the proposal to the ending. Its sessions and "
         "check-ins "
         "have files of their own.",
         "matches/P-9X2MC.yaml", R"(
id: P-9X2MC
young_person: Y-4F7KA
mentor: M-7KQ2D
scheme: rotherham
proposed: 2026-02-05
considered_by: Bea Lund, Jo Marsh
decisions:
  - {id: V-0JX7B, by: young-person, on: 2026-02-06, yes: yes}
  - {id: V-2GH4S, by: mentor, on: 2026-02-06, yes: yes}
contacts_given: yes
first_meeting: {date: 2026-02-10, activity: Coffee in town, brokered_by: Bea Lund}
started: 2026-02-10
pauses:
  - {id: V-5PC1E, from: 2026-04-06, to: 2026-04-20, why: exams}
)",
         written<Match>},
    Kept{"session", "The sessions of one match: a list, one line each, in a file named after the match.",
         "sessions/P-9X2MC.yaml", R"(
- {id: S-8F3K2, date: 2026-02-10, minutes: 60, kind: first-meeting, activity: Coffee in town, cost: 7.40}
- {id: S-Q41TN, date: 2026-02-17, cancelled_by: young-person, moved_to: 2026-02-19}
- {id: S-0VD6H, date: 2026-02-19, minutes: 75, kind: one-to-one, activity: CV writing}
)",
         written<SessionLog>},
    Kept{"check-in",
         "The team's conversations with a pair, or with one person outside a match: a list, one line each, "
         "in a "
         "file named after the match or the person.",
         "check-ins/P-9X2MC.yaml", R"(
- {id: K-7WB3R, date: 2026-03-10, with: young-person, goals_reviewed: yes, note: Enjoys it. Asks for help with a CV}
- {id: K-1ZE9X, date: 2026-03-11, with: mentor}
)",
         written<CheckInLog>},
    Kept{"event", "An event for several people, such as group supervision: who was invited and who came.",
         "events/E-2N8WQ.yaml", R"(
id: E-2N8WQ
kind: group-supervision
date: 2026-03-18
scheme: rotherham
invited: [M-7KQ2D, M-3TA6V]
attended: [M-7KQ2D]
)",
         written<Event>},
    Kept{"concern",
         "A safeguarding concern: who was told, and when. Never what was said: that belongs in the "
         "safeguarding "
         "team's own records.",
         "concerns/C-5T3JZ.yaml", R"(
id: C-5T3JZ
about: M-7KQ2D
raised: 2026-05-11
raised_by: Bea Lund
passed_to: Duty desk
passed_on: 2026-05-11
reference: R-2026-0117
)",
         written<Concern>},
    Kept{"activity",
         "The bank of activities: what a pair could do, in categories of the team's own, for all schemes. A "
         "list, one line each; put one into the data directory whenever you like and run `mentorctl record`.",
         store::activities_path, R"(
- {id: V-2KD7P, category: outdoors, name: Walk round Rother Valley, cost: 0.00, area: Rotherham}
- {id: V-9QX4M, category: food, name: Cook a meal together, cost: 12.00}
- {id: V-5HB0W, category: days out, name: The coast by train, note: book a week ahead}
)",
         written<ActivityBank>},
};

}  // namespace

Sample sample_of(const RecordShape& record) {
  const auto* found = std::ranges::find(samples, record.noun, &Kept::noun);
  if (found == samples.end())
    throw std::runtime_error(std::string(record.noun) + " has no sample, add one to samples.cpp");
  return {found->what, std::string(found->path), found->written(found->text, found->path)};
}

}  // namespace mentor::docs
