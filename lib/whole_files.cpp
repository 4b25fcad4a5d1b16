#include "whole_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "git/diff.h"
#include "model/known_names.h"
#include "store/entry_ids.h"
#include "store/paths.h"

namespace mentor {

std::vector<std::string> names_of(const Files& files) {
  std::vector<std::string> names;
  for (const auto& [path, bytes] : files) {
    const std::string_view name = store::stem(path);
    const bool is_ours = path == store::settings_path || path == store::activities_path ||
                         path.starts_with(store::schemes_folder);
    if (!is_ours && !Id::parse(name)) continue;
    std::string called = is_ours ? path : std::string(name);
    if (std::ranges::find(names, called) == names.end()) names.push_back(std::move(called));
  }
  return names;
}

std::string in_few_words(const std::vector<std::string>& names) {
  constexpr std::size_t most_named = 6;
  if (names.empty()) return "what was no record";
  return names.size() > most_named ? fmt::format("{} records", names.size()) : join(names, ", ");
}

Files committed(git::Repository& repository, const git::Paths& paths) {
  Files files;
  const auto held = repository.look_up(paths);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    files[paths[i]] = held[i].head ? std::optional(held[i].head->bytes) : std::nullopt;
  }
  return files;
}

store::Change change_of(const actions::Plan& plan, const Files& files, std::string_view command,
                        const std::vector<const Register*>& registers) {
  store::Change change;
  change.files = files;
  change.sentence = plan.sentence;
  change.trailers.emplace_back(store::trailer::command, command);
  std::vector<Id> ids;
  for (const auto& name : plan.ids) {
    change.trailers.emplace_back(store::trailer::record, name);
    if (const auto id = Id::parse(name)) ids.push_back(*id);
  }
  if (plan.why.empty()) return change;
  std::string why = plan.why;
  for (const Register* records : registers)
    why = KnownNames(*records).left_out_of(why, people_of(ids, *records));
  change.trailers.emplace_back(store::trailer::why, std::move(why));
  return change;
}

std::string diff_of(const Files& before, const Files& after) {
  std::string diff;
  for (const auto& [path, bytes] : after) diff += git::diff(before.at(path), bytes, path);
  return diff;
}

void note_losses(const Files& before, const Files& after, actions::Plan& plan) {
  for (const auto& [path, bytes] : after) {
    if (!bytes) plan.notes.push_back(fmt::format("'{}' was taken away; git keeps what it said", path));
    const auto& earlier = before.at(path);
    if (!bytes || !earlier) continue;
    auto gone = store::entry_ids(*earlier, path);
    for (const auto& id : store::entry_ids(*bytes, path)) std::erase(gone, id);
    if (!gone.empty())
      plan.notes.push_back(fmt::format("{} taken out of '{}': {}; git keeps what they said",
                                       counted(gone.size(), "entry was", "entries were"), path,
                                       join(gone, ", ")));
  }
}

Findings new_in(Desk& before, Desk& after) {
  const bool comparable = before.reader().problems().empty();
  return news(comparable ? before.rulebook().check(before.records(), before.today()) : Findings{},
              after.rulebook().check(after.records(), after.today()));
}

void read_around(store::Reader& reader, const std::string& path) {
  const auto id = Id::parse(store::stem(path));
  id ? store::read_around(reader, *id) : reader.everything();
}

}  // namespace mentor
