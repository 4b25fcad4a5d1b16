/// Where records stand: paths relative to the root of the data directory, as pure functions.
#pragma once

#include <string>
#include <string_view>

#include "model/id.h"
#include "model/schema.h"

namespace mentor::store {

inline constexpr std::string_view settings_path = RecordKind<Settings>::file;
inline constexpr std::string_view activities_path = RecordKind<ActivityBank>::file;
inline constexpr std::string_view schemes_folder = "schemes";
inline constexpr std::string_view attributes_path = ".gitattributes";
inline constexpr std::string_view ignored_path = ".gitignore";
inline constexpr std::string_view record_ending = ".yaml";

/// `mentors/M-7KQ2D.yaml`, for any kind of record that has a file of its own.
template <class Record>
[[nodiscard]] std::string record_path(const Id& id) {
  return std::string(RecordKind<Record>::folder) + "/" + id.text() + std::string(record_ending);
}

/// `schemes/rotherham`.
[[nodiscard]] std::string policy_folder(std::string_view scheme);

/// Whether such a path is where a record, the settings, the activities or an edition of a policy stand.
[[nodiscard]] bool is_record_path(std::string_view path);

/// Whether such a path belongs to the records, whatever its ending: the settings, the activities, git's files
/// beside them, and all that is in a folder of records or of policies, the folder too.
[[nodiscard]] bool is_place_of_records(std::string_view path);

/// What the file's record is called: its identifier, or the path where its name is none.
[[nodiscard]] std::string record_name(std::string_view path);

/// The name of a record's file without its folder and ending: `M-7KQ2D` of `mentors/M-7KQ2D.yaml`.
[[nodiscard]] std::string_view stem(std::string_view path);

}  // namespace mentor::store
