#include "merge_driver.h"

#include "base/text.h"
#include "changes/lines.h"
#include "git/merge_file.h"
#include "git/settings.h"
#include "store/atomic_file.h"

namespace mentor {

namespace {

namespace fs = std::filesystem;

constexpr const char* driver_setting = "merge.mentorctl.driver";
constexpr const char* name_setting = "merge.mentorctl.name";

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

std::string merge_driver_command(const fs::path& program) {
  std::string quoted;
  for (const char each : in_shell(program.string())) quoted += each == '%' ? "%%" : std::string(1, each);
  return quoted + " merge-driver -- %O %A %B %P %X %Y";
}

bool has_merge_driver(const git::Repository& repository, const fs::path& program) {
  return git::setting(repository, driver_setting) == merge_driver_command(program);
}

void install_merge_driver(const git::Repository& repository, const fs::path& program) {
  git::set(repository, name_setting, "records, merged by field and by entry");
  git::set(repository, driver_setting, merge_driver_command(program));
}

}  // namespace mentor
