/// A Source without a disk: files from a table, and a memory of what was read.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/source.h"

namespace mentor::test {

class MemorySource : public store::Source {
 public:
  using Files = std::map<std::string, std::string>;

  MemorySource() = default;
  explicit MemorySource(Files files) : files_(std::move(files)) {}

  void write(const std::string& path, std::string bytes) { files_[path] = std::move(bytes); }
  void remove(const std::string& path) { files_.erase(path); }
  /// Makes the path one that cannot be read as a file: a link, a pipe, a giant.
  void spoil(const std::string& path, std::string problem) { spoilt_[path] = std::move(problem); }

  [[nodiscard]] std::vector<std::string> list(std::string_view folder) const override {
    const std::string prefix = std::string(folder) + "/";
    std::set<std::string> names;
    for (const Files* files : {&files_, &spoilt_}) {
      for (const auto& [path, bytes] : *files) {
        if (path.starts_with(prefix)) names.insert(path.substr(prefix.size(), path.find('/', prefix.size())));
      }
    }
    std::erase_if(names, [](const std::string& name) { return name.starts_with('.'); });
    return {names.begin(), names.end()};
  }

  [[nodiscard]] store::Contents read(std::string_view path) const override {
    const std::string name(path);
    reads_.push_back(name);
    if (const auto spoilt = spoilt_.find(name); spoilt != spoilt_.end())
      return {std::nullopt, spoilt->second};
    const auto found = files_.find(name);
    if (found == files_.end()) return {};
    return {found->second, {}};
  }

  /// The paths that were read, each once, sorted.
  [[nodiscard]] std::vector<std::string> reads() const {
    const std::set<std::string> unlike(reads_.begin(), reads_.end());
    return {unlike.begin(), unlike.end()};
  }
  /// How many times something was read.
  [[nodiscard]] std::size_t read_count() const { return reads_.size(); }

 private:
  Files files_;
  Files spoilt_;
  mutable std::vector<std::string> reads_;
};

}  // namespace mentor::test
