#include "trail.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "base/text.h"
#include "git/objects.h"
#include "store/paths.h"
#include "store/source.h"

namespace mentor {

namespace {

using changes::FieldChange;
using changes::FieldChanges;
using changes::Version;

/// As many commits are looked at with their files in memory.
constexpr std::size_t at_once = 500;

/// The versions of files by their blobs, each read once.
class Versions {
 public:
  explicit Versions(const git::Repository& repository) : objects_(repository) {}

  /// Reads those that are not there yet, in one go, and lets the others go.
  void fetch(const std::set<std::string>& blobs) {
    std::erase_if(bytes_, [&](const auto& each) { return !blobs.contains(each.first); });
    std::vector<std::string> wanted;
    for (const auto& each : blobs) {
      if (!bytes_.contains(each)) wanted.push_back(each);
    }
    auto found = objects_.read(wanted, {store::largest_file});
    for (std::size_t i = 0; i < wanted.size(); ++i) bytes_[wanted[i]] = text_of(found[i]);
    std::erase_if(versions_, [&](const auto& each) { return !blobs.contains(each.first.second); });
  }

  const Version& at(const std::string& path, const std::string& blob) {
    const auto known = versions_.find({path, blob});
    if (known != versions_.end()) return known->second;
    return versions_[{path, blob}] = read(path, blob);
  }

 private:
  struct Text {
    std::optional<std::string> bytes;
    std::string problem;
  };

  static Text text_of(std::optional<git::Object>& object) {
    if (!object) return {{}, "git has lost it"};
    if (object->type != "blob") return {{}, "it is no file"};
    if (!object->bytes) return {{}, "it is too large for a record"};
    return {std::move(object->bytes), {}};
  }

  Version read(const std::string& path, const std::string& blob) {
    if (blob.empty()) return {};
    if (!bytes_.contains(blob)) fetch_one(blob);
    const Text& text = bytes_.at(blob);
    return text.problem.empty() ? changes::version_of(path, text.bytes) : Version{{}, text.problem};
  }

  void fetch_one(const std::string& blob) {
    auto found = objects_.read(std::vector{blob}, {store::largest_file});
    bytes_[blob] = text_of(found.front());
  }

  git::Objects objects_;
  std::map<std::string, Text> bytes_;
  std::map<std::pair<std::string, std::string>, Version> versions_;  ///< by path and blob
};

/// From the commits to what they changed.
class Tracker {
 public:
  Tracker(const git::Repository& repository, const TrailScope& scope)
      : scope_(scope), versions_(repository) {}

  std::vector<Deed> deeds(std::vector<git::Logged> log) {
    std::vector<Deed> deeds;
    for (std::size_t from = 0; from < log.size(); from += at_once) {
      const auto part = std::span(log).subspan(from, std::min(at_once, log.size() - from));
      fetch(part);
      for (auto& logged : part) add(logged, deeds);
    }
    return deeds;
  }

 private:
  void fetch(std::span<const git::Logged> part) {
    std::set<std::string> blobs;
    for (const auto& logged : part) {
      for (const auto& file : logged.files) {
        if (!store::is_record_path(file.path)) continue;
        blobs.insert(file.before.begin(), file.before.end());
        blobs.insert(file.after);
        blobs.insert(file.common);
      }
    }
    blobs.erase("");
    versions_.fetch(blobs);
  }

  void add(git::Logged& logged, std::vector<Deed>& deeds) {
    Deed deed{std::move(logged.commit), logged.parents.size() > 1, {}, {}};
    bool is_record = false;
    for (const auto& file : logged.files) {
      if (!store::is_record_path(file.path)) continue;
      is_record = true;
      for (auto& each : changes_of(file, deed.is_merge)) {
        if (is_wanted(each, file.path)) deed.changes.push_back(std::move(each));
      }
    }
    if (is_record && (!deed.changes.empty() || (deed.is_merge && scope_.paths.empty())))
      deeds.push_back(std::move(deed));
  }

  [[nodiscard]] bool is_wanted(const FieldChange& change, const std::string& path) const {
    if (scope_.only.empty() || change.id == scope_.only) return true;
    return change.field.empty() && change.note != no_field && change.id == store::record_name(path);
  }

  FieldChanges changes_of(const git::Touched& file, bool is_merge) {
    const Version& after = versions_.at(file.path, file.after);
    if (is_merge) {
      changes::MergedVersions versions{versions_.at(file.path, file.common), {}, after};
      for (const auto& each : file.before) versions.parents.push_back(versions_.at(file.path, each));
      return changes::difference(file.path, versions);
    }
    const std::string& earlier = file.before.front();
    came_from_[{file.path, file.after}] = earlier;
    const Version& before = versions_.at(file.path, earlier);
    FieldChanges found = changes::difference(file.path, before, after);
    if (!before.problem.empty() && after.problem.empty()) {
      if (const auto sound = last_readable(file.path, earlier)) {
        for (auto& each : changes::difference(file.path, *sound, after)) found.push_back(std::move(each));
      }
    }
    if (found.empty()) found.push_back({store::record_name(file.path), {}, {}, {}, {}, no_field});
    return found;
  }

  /// What stood there before somebody broke it; nothing when that was before what is asked about.
  std::optional<Version> last_readable(const std::string& path, std::string blob) {
    std::set<std::string> seen;
    while (seen.insert(blob).second) {
      const auto earlier = came_from_.find({path, blob});
      if (earlier == came_from_.end()) break;
      blob = earlier->second;
      if (Version version = versions_.at(path, blob); version.problem.empty()) return version;
    }
    return std::nullopt;
  }

  static constexpr auto no_field = "no field, but comments, order or layout";

  const TrailScope& scope_;
  Versions versions_;
  std::map<std::pair<std::string, std::string>, std::string>
      came_from_;  ///< the blob before, by path and blob
};

}  // namespace

std::vector<std::string> said_behind(const git::Commit& commit, std::string_view word) {
  std::vector<std::string> said;
  for (const auto& [key, value] : commit.trailers) {
    if (key == word) said.push_back(value);
  }
  return said;
}

std::string command_of(const git::Commit& commit) {
  const auto commands = said_behind(commit, store::trailer::command);
  return commands.empty() ? std::string() : commands.front();
}

std::string short_id(const git::Commit& commit) { return git::short_id(commit.id); }

std::string called(const git::Commit& commit) {
  const bool is_ours = !command_of(commit).empty();
  return fmt::format("{} ({})", short_id(commit), is_ours ? visible(commit.subject) : "made by hand");
}

git::Paths paths_about(const Id& id) {
  const std::string check_ins = store::record_path<CheckInLog>(id);
  switch (id.kind()) {
    case MentorId::letter:
      return {store::record_path<Mentor>(id), check_ins};
    case YoungPersonId::letter:
      return {store::record_path<YoungPerson>(id), check_ins};
    case MatchId::letter:
      return {store::record_path<Match>(id), store::record_path<SessionLog>(id), check_ins};
    case EventId::letter:
      return {store::record_path<Event>(id)};
    case ConcernId::letter:
      return {store::record_path<Concern>(id)};
    default:
      return {};
  }
}

std::vector<Deed> trail(const git::Repository& repository, const TrailScope& scope) {
  auto log = git::log_of(repository, scope.paths, scope.stretch);
  git::add_common(repository, log);
  return Tracker(repository, scope).deeds(std::move(log));
}

void check_signatures(const git::Repository& repository, std::vector<Deed>& deeds) {
  std::vector<std::string> ids;
  ids.reserve(deeds.size());
  for (const auto& each : deeds) ids.push_back(each.commit.id);
  const auto found = git::signatures(repository, ids);
  for (auto& each : deeds) {
    if (const auto signature = found.find(each.commit.id); signature != found.end())
      each.signature = signature->second;
  }
}

}  // namespace mentor
