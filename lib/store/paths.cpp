#include "store/paths.h"

namespace mentor::store {

std::string policy_folder(std::string_view scheme) {
  return std::string(schemes_folder) + "/" + std::string(scheme);
}

std::string_view stem(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return path.substr(0, path.rfind('.'));
}

}  // namespace mentor::store
