#include "cmd/changes_in_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/text.h"
#include "store/paths.h"

namespace mentor::cmd {

namespace {

using changes::FieldChange;

std::string whose(const FieldChange& change, std::string_view asked) {
  if (change.id == asked) return {};
  return change.list.empty() ? change.id : fmt::format("{} ({})", change.id, change.list);
}

std::string line_of(const FieldChange& change, std::string_view asked) {
  std::string name = whose(change, asked);
  if (!name.empty()) name += ' ';
  if (change.field.empty()) return name + change.note;
  name += change.field + ": ";
  if (change.from && change.to) return fmt::format("{}{} → {}", name, *change.from, *change.to);
  if (change.to) return fmt::format("{}{} (new)", name, *change.to);
  return fmt::format("{}{} (taken out)", name, change.from.value_or(std::string()));
}

bool is_entry(const FieldChange& change) {
  return change.id.find('/') != std::string::npos && !change.id.ends_with(store::record_ending);
}

/// Whether a policy or the like came or went: nobody reads its hundreds of fields here.
bool is_whole_file(std::span<const FieldChange> part) {
  constexpr std::size_t many = 40;
  return part.size() > many && part.front().id.ends_with(store::record_ending) &&
         std::ranges::all_of(part, &FieldChange::is_whole);
}

/// Whether an entry came or went.
bool is_whole(std::span<const FieldChange> part) {
  return is_entry(part.front()) && std::ranges::all_of(part, &FieldChange::is_whole);
}

std::string line_of_whole(std::span<const FieldChange> entry, std::string_view asked) {
  const bool is_new = entry.front().to.has_value();
  std::vector<std::string> parts;
  for (const auto& each : entry)
    parts.push_back(fmt::format("{} {}", each.field, (is_new ? each.to : each.from).value_or(each.note)));
  return fmt::format("{}, {}: {}", whose(entry.front(), asked), is_new ? "new" : "taken out",
                     join(parts, ", "));
}

}  // namespace

std::vector<std::string> in_words(const changes::FieldChanges& changes, std::string_view asked) {
  std::vector<std::string> lines;
  for (auto from = changes.begin(); from != changes.end();) {
    const auto to = std::find_if(from, changes.end(), [&](const auto& each) { return each.id != from->id; });
    const std::span<const FieldChange> part(from, to);
    if (is_whole_file(part)) {
      lines.push_back(fmt::format("{}, {}: {} fields", whose(part.front(), {}),
                                  part.front().to ? "new" : "taken out", part.size()));
    } else if (is_whole(part)) {
      lines.push_back(line_of_whole(part, asked));
    } else {
      for (const auto& each : part) lines.push_back(line_of(each, asked));
    }
    from = to;
  }
  return lines;
}

}  // namespace mentor::cmd
