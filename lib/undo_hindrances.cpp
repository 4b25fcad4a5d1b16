#include "undo_hindrances.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/errors.h"
#include "base/text.h"
#include "store/paths.h"

namespace mentor {

namespace {

constexpr std::size_t most_listed = 3;

/// Whether a change is of that field, or of a field within it; without a field, of anything of the record or
/// entry.
bool is_of(const changes::FieldChange& change, const std::string& id, const std::string& field) {
  if (field.empty()) return change.id.starts_with(id);
  return change.id == id && (change.field == field || change.field.starts_with(field + "."));
}

std::string by_whom(const std::optional<git::Commit>& later) { return later ? ", by " + called(*later) : ""; }

}  // namespace

void Hindrances::add_conflict(const std::string& path, const changes::Conflict& conflict) {
  const std::string id = conflict.id == path ? store::record_name(path) : conflict.id;
  const std::string what = conflict.field.empty() ? id : id + " " + conflict.field;
  const auto later = last_writer(path, id, conflict.field);
  add(fmt::format("{} was changed since{}", what, by_whom(later)), later);
}

void Hindrances::add_problem(const Problem& problem, const std::optional<std::string>& bytes) {
  const std::string& path = problem.spot.file;
  const auto there = changes::field_at(path, changes::version_of(path, bytes), problem.spot.place);
  const auto later = last_writer(path, there.id, there.field);
  const std::string what = there.field.empty() ? path : there.id + " " + there.field;
  if (problem.missing.empty())
    return add(fmt::format("{}{}: {}", what, later ? fmt::format(" as {} left it", called(*later)) : "",
                           problem.message),
               later);
  add(fmt::format("{} names {}{}", what, store::record_name(problem.missing), by_whom(later)), later);
}

void Hindrances::require_none() const {
  if (said_.empty()) return;
  std::vector<std::string> shown = said_;
  shown.resize(std::min(said_.size(), most_listed));
  if (said_.size() > shown.size()) shown.push_back(fmt::format("and {} more", said_.size() - shown.size()));
  throw Trouble(Cause::person, fmt::format("{} can't be taken back: {}{}", called(logged_.commit),
                                           join(shown, "; "), has_later_ ? "; take that back first" : ""));
}

void Hindrances::add(std::string what, const std::optional<git::Commit>& later) {
  has_later_ = has_later_ || later;
  if (std::ranges::find(said_, what) == said_.end()) said_.push_back(std::move(what));
}

std::optional<git::Commit> Hindrances::last_writer(const std::string& path, const std::string& id,
                                                   const std::string& field) {
  if (!later_.contains(path))
    later_[path] = trail(repository_, {{path}, {}, {logged_.commit.id, repository_.head()}});
  const auto& deeds = later_.at(path);
  const auto writes = [&](const Deed& deed) {
    return std::ranges::any_of(deed.changes, [&](const auto& change) { return is_of(change, id, field); });
  };
  const auto last = std::find_if(deeds.rbegin(), deeds.rend(), writes);
  return last == deeds.rend() ? std::nullopt : std::optional(last->commit);
}

}  // namespace mentor
