#include "merge_driver.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "changes/lines.h"
#include "git/merge_file.h"
#include "git/settings.h"
#include "store/atomic_file.h"

namespace mentor {

namespace {

namespace fs = std::filesystem;

std::optional<std::string> read(const fs::path& file) {
  const fs::path whole = fs::absolute(file);
  return store::read_file(whole.parent_path(), whole.filename().string());
}

/// In one piece: a merge cut short would pass for the record.
void write(const fs::path& file, std::string_view text) {
  const fs::path whole = fs::absolute(file);
  store::write_file(whole.parent_path(), whole.filename().string(), text);
}

bool has_markers(std::string_view text) {
  return text.starts_with("<<<<<<< ") || text.find("\n<<<<<<< ") != std::string_view::npos;
}

/// By which the shell asks this program, with git's own words for the rest.
std::string command(const fs::path& program, std::string_view words) {
  std::string quoted;
  for (const char each : in_shell(program.string())) quoted += each == '%' ? "%%" : std::string(1, each);
  return quoted + " merge-driver " + std::string(words);
}

/// What git is told. One record never becomes another, however alike the two are: no renames, which git's
/// other strategy, "ort", looks for in any case until git 2.50.
std::vector<std::pair<std::string, std::string>> settings_for(const fs::path& program) {
  return {{"merge.mentorctl.name", "records, merged by field and by entry"},
          {"merge.mentorctl.driver", command(program, "-- %O %A %B %P %X %Y")},
          {"merge.mentorctl.recursive", "mentorctl-past"},
          {"merge.mentorctl-past.name", "records, as several pasts of a merge have them in common"},
          {"merge.mentorctl-past.driver", command(program, "--past -- %O %A %B %P")},
          {"pull.twohead", "recursive"},
          {"merge.renames", "false"}};
}

}  // namespace

std::vector<changes::Conflict> drive_merge(const Driven& driven) {
  const auto before = read(driven.before);
  const auto ours = read(driven.ours);
  const auto theirs = read(driven.theirs);
  changes::Merged merged = changes::merge(driven.path, before, ours, theirs);
  if (merged.conflicts.empty()) {
    write(driven.ours, merged.text.value_or(changes::is_log(driven.path) ? "[]\n" : ""));
    return {};
  }
  if (const auto both = changes::merge_both_ways(driven.path, before, ours, theirs)) {
    write(driven.ours, changes::with_markers(both->ours, both->theirs, driven.our_label, driven.their_label));
    return merged.conflicts;
  }
  const git::Versions versions{ours.value_or(""), before.value_or(""), theirs.value_or("")};
  const std::string by_line = git::merge_file(versions, driven.our_label, driven.their_label);
  write(driven.ours, by_line);
  if (!changes::is_record(driven.path) && !has_markers(by_line)) return {};
  return merged.conflicts;
}

void drive_past(const Driven& driven) {
  const auto before = read(driven.before);
  const auto ours = read(driven.ours);
  const auto theirs = read(driven.theirs);
  if (changes::is_record(driven.path)) {
    const auto ground = changes::common_ground(driven.path, before, ours, theirs);
    return write(driven.ours, ground.value_or(changes::is_log(driven.path) ? "[]\n" : ""));
  }
  const git::Versions versions{ours.value_or(""), before.value_or(""), theirs.value_or("")};
  write(driven.ours, git::merge_file(versions, driven.our_label, driven.their_label));
}

bool has_merge_driver(const git::Repository& repository, const fs::path& program) {
  return std::ranges::all_of(settings_for(program), [&](const auto& each) {
    return git::setting(repository, each.first) == each.second;
  });
}

void install_merge_driver(const git::Repository& repository, const fs::path& program) {
  for (const auto& [key, value] : settings_for(program)) git::set(repository, key, value);
}

}  // namespace mentor
