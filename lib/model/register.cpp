#include "model/register.h"

namespace mentor {

std::string_view scheme_of(const Id& id, const Register& records) {
  const auto named = [](const auto* record) { return record ? std::string_view(record->scheme) : ""; };
  if (const auto mentor = MentorId::parse(id.view())) return named(find(records.mentors, *mentor));
  if (const auto match = MatchId::parse(id.view())) return named(find(records.matches, *match));
  const auto person = YoungPersonId::parse(id.view());
  return person ? named(find(records.young_people, *person)) : "";
}

}  // namespace mentor
