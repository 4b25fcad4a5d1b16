/// A source of which somebody sees how far its reading has come.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "store/source.h"

namespace mentor::store {

/// Is told how many of the files that are known of were read; called often, from where they are read, and by
/// one thread at a time.
using Progress = std::function<void(std::size_t read, std::size_t known)>;

/// Reads from another source and tells of it, if there is somebody to be told. A file that nobody listed is
/// counted when it is read.
class WatchedSource : public Source {
 public:
  WatchedSource(std::unique_ptr<Source> below, Progress progress)
      : below_(std::move(below)), progress_(std::move(progress)) {}

  [[nodiscard]] std::vector<std::string> list(std::string_view folder) const override;
  [[nodiscard]] Contents read(std::string_view path) const override;
  [[nodiscard]] std::string called(std::string_view path) const override { return below_->called(path); }
  [[nodiscard]] Calls calls() const override { return below_->calls(); }

 private:
  std::unique_ptr<Source> below_;
  Progress progress_;
  mutable std::mutex telling_;
  mutable std::size_t read_ = 0;
  mutable std::size_t known_ = 0;
};

}  // namespace mentor::store
