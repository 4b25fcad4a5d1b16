#include "store/reserve.h"

#include <fcntl.h>

#include <cerrno>

namespace mentor::store {

Descriptor reserve_room(const std::filesystem::path& directory, std::size_t bytes) {
  const auto is_full = [] { return errno == ENOSPC || errno == EDQUOT; };
  const std::string what = "cannot write in '" + directory.string() + "'";
  Descriptor file(open(directory.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
  if (!file.is_open()) {
    if (is_full()) throw system_trouble(what, errno);
    return file;
  }
  if (fallocate(file.get(), 0, 0, static_cast<off_t>(bytes)) == 0) return file;
  if (is_full()) throw system_trouble(what, errno);
  return {};
}

}  // namespace mentor::store
