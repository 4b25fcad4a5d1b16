#include "store/watched_source.h"

#include <algorithm>

namespace mentor::store {

std::vector<std::string> WatchedSource::list(std::string_view folder) const {
  auto names = below_->list(folder);
  const std::scoped_lock lock(telling_);
  known_ += names.size();
  return names;
}

Contents WatchedSource::read(std::string_view path) const {
  Contents contents = below_->read(path);
  const std::scoped_lock lock(telling_);
  ++read_;
  known_ = std::max(known_, read_);
  if (progress_) progress_(read_, known_);
  return contents;
}

}  // namespace mentor::store
