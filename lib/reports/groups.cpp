#include "reports/groups.h"

#include <array>

#include "base/listing.h"
#include "model/scalar.h"

namespace mentor::reports {

namespace {

const EetRecord* latest_eet(const YoungPerson& person, Day today) {
  const EetRecord* latest = nullptr;
  for (const auto& each : person.eet) {
    if (each.on <= today && (!latest || each.on >= latest->on)) latest = &each;
  }
  return latest;
}

}  // namespace

std::string_view name(GroupKind kind) {
  static constexpr std::array names{"group", "language", "eet", "barrier", "nobody-else"};
  return names.at(static_cast<std::size_t>(kind));
}

Membership groups_of(const YoungPerson& person, Day today) {
  Membership in;
  const auto joins = [&](GroupKind kind, std::string_view called) {
    in.emplace(Group{person.scheme, kind, fold_entry(called)}, called);
  };
  for (const auto& each : person.groups) joins(GroupKind::group, each);
  for (const auto& each : entries_in(person.languages, PartedBy::words)) joins(GroupKind::language, each);
  const EetRecord* eet = latest_eet(person, today);
  joins(GroupKind::eet, eet ? word(eet->status) : "not recorded");
  if (eet && eet->status == EetStatus::neet) {
    for (const auto& each : eet->barriers) joins(GroupKind::barrier, each);
    if (eet->barriers.empty()) joins(GroupKind::barrier, "disengagement only");
  }
  if (person.nobody_else.value_or(false)) joins(GroupKind::nobody_else, "no one else in their life");
  return in;
}

}  // namespace mentor::reports
