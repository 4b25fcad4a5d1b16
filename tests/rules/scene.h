/// A data directory for a test of the rules: its own files over those in cases/common/ and the built-in
/// policy.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "rules/rulebook.h"
#include "store/reader.h"
#include "store/source.h"
#include "support/records.h"

namespace mentor::test {

/// Path, relative to the root of the data directory, to text.
using Texts = std::map<std::string, std::string>;

inline std::filesystem::path cases_folder() {
  return std::filesystem::path(MENTORCTL_SOURCE_DIR) / "tests" / "rules" / "cases";
}

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The files below a folder by their path in it.
inline Texts texts_below(const std::filesystem::path& folder) {
  Texts texts;
  for (const auto& each : std::filesystem::recursive_directory_iterator(folder)) {
    if (each.is_regular_file())
      texts[each.path().lexically_relative(folder).generic_string()] = text_of(each);
  }
  return texts;
}

inline Texts rotherham() {
  Texts policies;
  const auto folder = std::filesystem::path(MENTORCTL_SOURCE_DIR) / "lib" / "policy" / "presets";
  for (const auto& [path, text] : texts_below(folder)) {
    if (path.starts_with("rotherham/")) policies["schemes/" + path] = text;
  }
  return policies;
}

/// Everything read. Files under schemes/ take the place of the built-in policy.
class Scene {
 public:
  explicit Scene(const Texts& texts)
      : common_(cases_folder() / "common"), source_(common_, laid_over(texts)), reader_(source_) {
    reader_.settings();
    reader_.everything();
    Problems problems;
    rulebook_.emplace(reader_.policies(), problems);
    reader_.add(std::move(problems));
  }

  [[nodiscard]] Problems problems() const { return reader_.problems(); }
  [[nodiscard]] const Register& records() const { return reader_.records(); }
  [[nodiscard]] const policy::Policies& policies() const { return reader_.policies(); }
  [[nodiscard]] const rules::Rulebook& rulebook() const { return *rulebook_; }

 private:
  static store::OverlaySource::Files laid_over(const Texts& texts) {
    const auto is_policy = [](const auto& each) { return each.first.starts_with("schemes/"); };
    store::OverlaySource::Files files(texts.begin(), texts.end());
    if (std::ranges::none_of(texts, is_policy)) {
      for (auto& [path, text] : rotherham()) files[path] = text;
    }
    return files;
  }

  store::FolderSource common_;
  store::OverlaySource source_;
  store::Reader reader_;
  std::optional<rules::Rulebook> rulebook_;
};

}  // namespace mentor::test
