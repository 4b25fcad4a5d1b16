#include "cmd/history_subject.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/trouble.h"
#include "model/describe.h"
#include "removed.h"
#include "store/atomic_file.h"
#include "store/entry_ids.h"
#include "store/paths.h"
#include "trail.h"

namespace mentor::cmd {

namespace {

Subject subject_at(const std::string& path) { return {path, {path}, {}}; }

Trouble several(const std::string& text, const std::vector<std::string>& meant) {
  return usage("{} can mean {}: say which", in_quotes(text), join(meant, ", "));
}

/// The file that an entry stands in.
git::Paths paths_of_entry(const Id& record, const Id& entry) {
  if (entry.kind() == SessionId::letter) return {store::record_path<SessionLog>(record)};
  if (entry.kind() == CheckInId::letter) return {store::record_path<CheckInLog>(record)};
  git::Paths paths = paths_about(record);
  if (paths.size() > 1) paths.resize(1);
  return paths;
}

bool is_folder(const std::string& text) {
  const auto shapes = record_shapes();
  return text == store::schemes_folder ||
         std::ranges::find(shapes, std::string_view(text), &RecordShape::folder) != shapes.end();
}

bool has_entry(const store::Source& source, const std::string& path, const std::string& entry) {
  const auto bytes = source.read(path).bytes;
  if (!bytes || bytes->find(entry) == std::string::npos) return false;
  const auto ids = store::entry_ids(*bytes, path);
  return std::ranges::find(ids, entry) != ids.end();
}

/// The files in which an entry of that identifier stands, which is unique in each.
git::Paths files_with(const store::Source& source, const Id& entry) {
  git::Paths files;
  for (const auto& shape : record_shapes()) {
    if ((shape.is_log ? shape.letter : EntryId::letter) != entry.kind()) continue;
    git::Paths paths;
    if (shape.folder.empty()) paths.emplace_back(shape.file);
    if (!shape.folder.empty()) {
      for (const auto& name : source.list(shape.folder))
        paths.push_back(fmt::format("{}/{}", shape.folder, name));
    }
    for (const auto& path : paths) {
      if (has_entry(source, path, entry.text())) files.push_back(path);
    }
  }
  return files;
}

/// An entry that is named without its record.
Subject entry_alone(const store::Source& source, const Id& entry) {
  const auto files = files_with(source, entry);
  std::vector<std::string> named;
  for (const auto& path : files)
    named.push_back(fmt::format("{}/{}", store::record_name(path), entry.view()));
  if (named.size() > 1) throw several(entry.text(), named);
  if (named.size() == 1) return {store::record_name(files.front()), {files.front()}, named.front()};
  throw usage("there is no entry '{0}' now, one that was struck is named with its record: P-9X2MC/{0}, say",
              entry.view());
}

/// Only where the records are sound it is known whose a name is.
Trouble not_by_name(const Trouble& unsound) {
  return Trouble(
      unsound.problems(),
      "a history goes by a name only where the records are sound: give the whole identifier, or the "
      "path of the file or folder");
}

/// By a beginning or a name; where nobody who is there is meant, whoever was taken away.
Id record_meant(ReadingRoom& room, const std::string& text) {
  Desk& desk = room.desk();
  if (store::id_as_typed(text) || !store::records_meant(desk.reader(), text).empty())
    return desk.record(text);
  const auto removed = removed_people(room.repository(), text, room.commit());
  if (removed.empty()) return desk.record(text);
  if (removed.size() == 1) return removed.front();
  std::vector<std::string> meant;
  meant.reserve(removed.size());
  for (const auto& id : removed) meant.emplace_back(id.view());
  throw several(text, meant);
}

}  // namespace

Subject subject_meant(ReadingRoom& room, const std::string& text) {
  if (text.empty()) return {};
  Desk& desk = room.desk();
  const std::string path = text.size() > 1 && text.ends_with('/') ? text.substr(0, text.size() - 1) : text;
  const auto is_called_so = [&](const std::string& scheme) { return fold(scheme) == fold(path); };
  const auto& schemes = desk.records().settings.schemes;
  if (const auto scheme = std::ranges::find_if(schemes, is_called_so); scheme != schemes.end())
    return subject_at(store::policy_folder(*scheme));
  if (is_folder(path)) return {path, {path}, {}, true};
  const bool is_policy = path.starts_with(store::policy_folder({}));
  if (store::is_plain_path(path) && (is_policy || store::is_record_path(path))) return subject_at(path);
  const auto [record, entry] = store::split_entry(path);
  if (entry && store::is_record_path(record))
    return {record, {record}, fmt::format("{}/{}", record, entry->view())};
  auto id = store::id_as_typed(record);
  const bool is_entry = id && !entry &&
                        (id->kind() == SessionId::letter || id->kind() == CheckInId::letter ||
                         id->kind() == EntryId::letter);
  if (is_entry) return entry_alone(desk.reader().source(), *id);
  if (!id || paths_about(*id).empty()) {
    try {
      id = record_meant(room, record);
    } catch (const Trouble& trouble) {
      if (trouble.problems().empty()) throw;
      throw not_by_name(trouble);
    }
  }
  if (!entry) return {id->text(), paths_about(*id), {}};
  return {id->text(), paths_of_entry(*id, *entry), fmt::format("{}/{}", id->view(), entry->view())};
}

}  // namespace mentor::cmd
