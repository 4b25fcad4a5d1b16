#include "store/paths.h"

#include <algorithm>

#include "model/describe.h"

namespace mentor::store {

std::string policy_folder(std::string_view scheme) {
  return std::string(schemes_folder) + "/" + std::string(scheme);
}

namespace {

bool is_record_folder(std::string_view folder) {
  const auto shapes = record_shapes();
  return std::ranges::find(shapes, folder, &RecordShape::folder) != shapes.end();
}

}  // namespace

bool is_record_path(std::string_view path) {
  if (path == settings_path || path == activities_path) return true;
  const std::size_t slash = path.find('/');
  const bool is_odd = path.find("/.") != std::string_view::npos || path.find('\n') != std::string_view::npos;
  if (slash == std::string_view::npos || is_odd || !path.ends_with(record_ending)) return false;
  const std::string_view folder = path.substr(0, slash);
  const auto below = std::ranges::count(path.substr(slash + 1), '/');
  if (below > 1) return false;
  return below == 1 ? folder == schemes_folder : is_record_folder(folder);
}

bool is_place_of_records(std::string_view path) {
  const std::string_view folder = path.substr(0, path.find('/'));
  return path == settings_path || path == activities_path || path == attributes_path ||
         path == ignored_path || folder == schemes_folder || is_record_folder(folder);
}

std::string_view stem(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return path.substr(0, path.rfind('.'));
}

std::string record_name(std::string_view path) {
  const std::string_view name = stem(path);
  return std::string(Id::parse(name) ? name : path);
}

}  // namespace mentor::store
