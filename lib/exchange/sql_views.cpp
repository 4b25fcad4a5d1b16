#include "exchange/sql_views.h"

#include <array>

namespace mentor::exchange {

namespace {

constexpr std::array views{
    SqlView{"today", "the day of the export, in one row",
            "SELECT value AS day FROM meta WHERE key = 'as_of'"},
    SqlView{"pairs", "each match with the names of its two, its state, and what they had of each other",
            R"(SELECT m.id AS "match", m.state, m.scheme, y.area, m.young_person,
       y.name AS young_person_name, m.mentor, r.name AS mentor_name, m.proposed, m.started,
       max(s.date) AS last_met, count(s.id) AS sessions, coalesce(sum(s.minutes), 0) AS minutes
FROM matches m
JOIN young_people y ON y.id = m.young_person
JOIN mentors r ON r.id = m.mentor
LEFT JOIN sessions s ON s."match" = m.id AND s.minutes IS NOT NULL AND s.date <= (SELECT day FROM today)
GROUP BY m.id ORDER BY m.id)"},
    SqlView{"sessions_per_match",
            "how many sessions each match had and how many fell through, and their cost",
            R"(SELECT m.id AS "match", count(s.minutes) AS held, count(s.cancelled_by) AS cancelled,
       min(CASE WHEN s.minutes IS NOT NULL THEN s.date END) AS first,
       max(CASE WHEN s.minutes IS NOT NULL THEN s.date END) AS last,
       coalesce(sum(s.minutes), 0) AS minutes, coalesce(sum(s.cost_pence), 0) / 100.0 AS pounds
FROM matches m
LEFT JOIN sessions s ON s."match" = m.id AND s.date <= (SELECT day FROM today)
GROUP BY m.id ORDER BY m.id)"},
    SqlView{"hours_by_month", "the time that each pair had in each calendar month, of sessions of every kind",
            R"(SELECT "match", substr(date, 1, 7) AS month, count(*) AS sessions, sum(minutes) AS minutes,
       round(sum(minutes) / 60.0, 2) AS hours
FROM sessions WHERE minutes IS NOT NULL AND date <= (SELECT day FROM today)
GROUP BY "match", month ORDER BY "match", month)"},
    SqlView{"commitment", "each period of each pair's commitment with the names of the two",
            R"(SELECT p."match", c.young_person_name, c.mentor_name, c.scheme, p."from", p."to", p.minutes,
       p.required, p.status
FROM periods p JOIN pairs c ON c."match" = p."match" ORDER BY p."match", p."from")"},
    SqlView{"waiting_young_people", "who waits for a match, for how many days, the longest first",
            R"(SELECT w.young_person, y.name, y.scheme, y.area, w.since, w.days
FROM waiting w JOIN young_people y ON y.id = w.young_person ORDER BY w.days DESC, w.young_person)"},
    SqlView{"mentor_load", "each mentor's state, how many pairs they offer to have, and how many they have",
            R"(SELECT r.id AS mentor, r.name, r.scheme, r.area, r.state, coalesce(r.capacity, 1) AS capacity,
       count(CASE WHEN m.state IN ('active', 'paused') THEN 1 END) AS running,
       count(CASE WHEN m.state = 'proposed' THEN 1 END) AS proposed
FROM mentors r LEFT JOIN matches m ON m.mentor = r.id GROUP BY r.id ORDER BY r.id)"},
    SqlView{"to_do", "what the rules find broken and nobody answered for, without advice",
            R"(SELECT rule, severity, scheme, subject, mentor, young_person, message, due, source
FROM findings
WHERE severity <> 'advise' AND overridden_on IS NULL AND waived_on IS NULL
ORDER BY severity = 'should', due IS NULL, due, subject, rule)"},
    SqlView{"overdue",
            "of what is to be done, what had a day by which it was due, and how many days late it is",
            R"(SELECT rule, severity, scheme, subject, mentor, young_person, message, due,
       CAST(julianday((SELECT day FROM today)) - julianday(due) AS INTEGER) AS days_late, source
FROM to_do WHERE due < (SELECT day FROM today) ORDER BY due, subject, rule)"},
};

}  // namespace

std::span<const SqlView> sql_views() { return views; }

}  // namespace mentor::exchange
