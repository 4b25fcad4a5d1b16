#include "reports/wishes.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "model/wishes.h"
#include "reports/cells.h"

namespace mentor::reports {

namespace {

/// What is wished for, or who is there: one age is a range too. Without an age any age will do.
struct Kind {
  std::string scheme;
  std::string gender;  ///< as it is compared
  std::optional<Ages> age;
};

bool operator<(const Kind& a, const Kind& b) {
  const auto order = [](const Kind& kind) {
    const Ages age = kind.age.value_or(Ages{-1, -1});
    return std::tuple(std::string_view(kind.scheme), std::string_view(kind.gender), age.from, age.to);
  };
  return order(a) < order(b);
}

struct Numbers {
  std::string gender;  ///< as it was spelt first
  int mentors = 0;
  int waiting = 0;
};
using Rows = std::map<Kind, Numbers>;

bool fits(const YoungPerson& person, const Kind& wish, Day today) {
  const bool of_age = !wish.age || agreement_on_age(*wish.age, person.born, today) == Agreement::agrees;
  return of_age && person.scheme == wish.scheme &&
         agreement_on_gender(wish.gender, person.gender) == Agreement::agrees;
}

Rows wished_for(const std::vector<const Mentor*>& mentors) {
  Rows rows;
  for (const Mentor* mentor : mentors) {
    if (!asks_for_somebody(mentor->prefers)) continue;
    const Wishes& wishes = *mentor->prefers;
    const Kind wish{mentor->scheme, gender_in_common(wishes.gender), wishes.age};
    const std::string spelt = wish.gender.empty() ? std::string() : wishes.gender;
    ++rows.try_emplace(wish, Numbers{spelt}).first->second.mentors;
  }
  return rows;
}

void add_rows(Table& table, const Rows& rows) {
  for (const auto& [kind, numbers] : rows) {
    table.rows.push_back({Value::of_token(kind.scheme), cell(numbers.gender), cell(kind.age),
                          cell(numbers.mentors), cell(numbers.waiting)});
  }
}

}  // namespace

Table wishes_table(const std::vector<const Mentor*>& mentors, const std::vector<const YoungPerson*>& waiting,
                   Day today) {
  Rows wished = wished_for(mentors);
  Rows unwished;
  for (const YoungPerson* person : waiting) {
    bool fits_one = false;
    for (auto& [wish, numbers] : wished) {
      if (!fits(*person, wish, today)) continue;
      ++numbers.waiting;
      fits_one = true;
    }
    if (fits_one) continue;
    const int age = person->born.age_on(today);
    const Kind kind{person->scheme, gender_in_common(person->gender), Ages{age, age}};
    ++unwished.try_emplace(kind, Numbers{person->gender}).first->second.waiting;
  }
  Table table{"wishes",
              "What mentors wish for, and who is waiting",
              {{"scheme", "scheme"},
               {"gender", "gender"},
               {"age", "age"},
               {"mentors", "mentors who wish it"},
               {"waiting", "waiting"}},
              {}};
  add_rows(table, wished);
  add_rows(table, unwished);
  return table;
}

}  // namespace mentor::reports
