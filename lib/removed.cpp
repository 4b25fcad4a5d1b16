#include "removed.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "changes/difference.h"
#include "git/log.h"
#include "git/objects.h"
#include "store/paths.h"
#include "store/source.h"

namespace mentor {

namespace {

/// The last blob of each file that is gone, by its path.
std::map<std::string, std::string> gone(const git::Repository& repository, const std::string& until) {
  const git::Paths people{std::string(RecordKind<Mentor>::folder),
                          std::string(RecordKind<YoungPerson>::folder)};
  std::map<std::string, std::string> last;
  for (const auto& logged : git::log_of(repository, people, {{}, until})) {
    for (const auto& file : logged.files) {
      const auto before = std::ranges::find_if(file.before, [](const auto& id) { return !id.empty(); });
      if (!file.after.empty()) {
        last.erase(file.path);
      } else if (before != file.before.end()) {
        last[file.path] = *before;
      }
    }
  }
  return last;
}

std::string name_in(const std::string& path, const std::optional<std::string>& bytes) {
  const auto version = changes::version_of(path, bytes);
  const Member* name = version.root ? version.root->find(key_of(&Mentor::name)) : nullptr;
  return name ? name->value.text : std::string();
}

}  // namespace

std::vector<Id> removed_people(const git::Repository& repository, std::string_view name,
                               const std::string& until) {
  if (characters(name) < 2) return {};
  const std::string wanted = fold(name);
  git::Objects objects(repository);
  std::vector<Id> found;
  for (const auto& [path, blob] : gone(repository, until)) {
    const auto id = Id::parse(store::stem(path));
    if (!id || !store::is_record_path(path)) continue;
    const auto object = objects.read(std::vector{blob}, {store::largest_file}).front();
    if (object && fold(name_in(path, object->bytes)).find(wanted) != std::string::npos) found.push_back(*id);
  }
  return found;
}

}  // namespace mentor
