/// Where the bytes of records come from: the one seam through which all reading goes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/at_once.h"

namespace mentor::store {

/// A record's file may be this long; a longer one is no record.
inline constexpr std::size_t largest_file = std::size_t{4} << 20U;

/// Why something is no record, wherever it lies.
namespace refusal {
inline constexpr std::string_view link_to_folder = "a link is not followed, put the folder itself here";
inline constexpr std::string_view link = "a link is not followed, put the record itself here";
inline constexpr std::string_view no_file = "this is no file but a folder, a pipe or a device, take it away";
inline constexpr std::string_view giant = "a file of over 4 MiB is no record, take it away";
}  // namespace refusal

/// The bytes of a file; or nothing when there is none; or what is wrong with it (a link, a pipe, a giant).
struct Contents {
  std::optional<std::string> bytes;
  std::string problem;
};

class Source {
 public:
  Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  virtual ~Source() = default;

  /// The names of what lies in a folder, sorted; hidden ones are left out. Empty when there is no such
  /// folder.
  [[nodiscard]] virtual std::vector<std::string> list(std::string_view folder) const = 0;
  /// Reads a whole file. Never blocks, never follows a link.
  [[nodiscard]] virtual Contents read(std::string_view path) const = 0;
  /// What messages call a path: `mentors/M-7KQ2D.yaml`, with what says when it was read if that is not now.
  [[nodiscard]] virtual std::string called(std::string_view path) const { return std::string(path); }
  /// Whether several threads may read at once.
  [[nodiscard]] virtual Calls calls() const { return Calls::in_turn; }
};

/// A directory on disk. A link in the place of one of its folders throws Trouble (records) that names it.
class FolderSource : public Source {
 public:
  explicit FolderSource(std::filesystem::path root) : root_(std::move(root)) {}
  [[nodiscard]] std::vector<std::string> list(std::string_view folder) const override;
  [[nodiscard]] Contents read(std::string_view path) const override;
  [[nodiscard]] Calls calls() const override { return Calls::at_once; }

 private:
  std::filesystem::path root_;
};

/// Another source with a change laid over it: path to new bytes, or to nothing for a removal.
class OverlaySource : public Source {
 public:
  using Files = std::map<std::string, std::optional<std::string>>;
  OverlaySource(const Source& below, Files files) : below_(below), files_(std::move(files)) {}
  [[nodiscard]] std::vector<std::string> list(std::string_view folder) const override;
  [[nodiscard]] Contents read(std::string_view path) const override;
  [[nodiscard]] std::string called(std::string_view path) const override { return below_.called(path); }
  [[nodiscard]] Calls calls() const override { return below_.calls(); }

 private:
  const Source& below_;
  Files files_;
};

}  // namespace mentor::store
