#include "reports/report.h"

#include <fmt/format.h>

namespace mentor::reports {

std::string who(const Register& records, std::string_view id) {
  if (const auto match = MatchId::parse(id)) {
    if (const auto* found = find(records.matches, *match)) {
      return fmt::format("{} with {}", who(records, found->young_person.view()),
                         who(records, found->mentor.view()));
    }
  }
  if (const auto mentor = MentorId::parse(id)) {
    if (const auto* found = find(records.mentors, *mentor)) return found->name;
  }
  if (const auto person = YoungPersonId::parse(id)) {
    if (const auto* found = find(records.young_people, *person)) return found->name;
  }
  return std::string(id);
}

std::string area_of(const Register& records, std::string_view id) {
  if (const auto match = MatchId::parse(id)) {
    if (const auto* found = find(records.matches, *match))
      return area_of(records, found->young_person.view());
  }
  if (const auto mentor = MentorId::parse(id)) {
    if (const auto* found = find(records.mentors, *mentor)) return found->area;
  }
  if (const auto person = YoungPersonId::parse(id)) {
    if (const auto* found = find(records.young_people, *person)) return found->area;
  }
  return {};
}

}  // namespace mentor::reports
