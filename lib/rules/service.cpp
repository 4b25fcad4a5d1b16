#include "rules/service.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace mentor::rules {

namespace {

Finding about(const Settings& settings, std::string_view scheme, Finding found) {
  found.subject = scheme;
  found.spot = {settings.file, place_of(settings, &Settings::staff)};
  return found;
}

}  // namespace

bool is_there(const StaffMember& member, Day today) {
  return (!member.from || *member.from <= today) && (!member.to || today < *member.to);
}

Share share_of(const StaffMember& member) { return member.share.value_or(Share{whole_post}); }

std::string posts(int hundredths) {
  return fmt::format("{}.{:02}", hundredths / whole_post, hundredths % whole_post);
}

int full_time(const Settings& settings, Day today) {
  int hundredths = 0;
  for (const auto& each : settings.staff) {
    if (is_there(each, today)) hundredths += share_of(each).hundredths;
  }
  return hundredths;
}

void judge(const Scheme& scheme, const Editions<StaffAsks>& editions, Day today, Findings& found) {
  const auto* terms = editions.on(today);
  if (!terms) return;
  const Settings& settings = scheme.records.settings;
  const int there = full_time(settings, today);
  if (there < terms->asks.workers.count * whole_post) {
    found.push_back(about(settings, scheme.name,
                          terms->finding(fmt::format("{} full-time workers of at least {}", posts(there),
                                                     terms->asks.workers.count))));
  }
  if (!terms->asks.pairs) return;
  const auto pairs = std::ranges::count_if(scheme.records.matches, [&](const auto& each) {
    return each.second.scheme == scheme.name && is_running(state_of(each.second, today));
  });
  const int carried = terms->asks.pairs->count * there;
  if (pairs * whole_post <= carried) return;
  Finding over = terms->finding(fmt::format("{} for {} full-time workers, of at most {} for each",
                                            counted(static_cast<std::size_t>(pairs), "pair", "pairs"),
                                            posts(there), terms->asks.pairs->count));
  over.measured = pairs;
  over.required = carried / whole_post;
  over.unit = "pairs";
  found.push_back(about(settings, scheme.name, std::move(over)));
}

}  // namespace mentor::rules
