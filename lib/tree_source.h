/// Records as a commit holds them: read from git's objects, without a work tree.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/errors.h"
#include "git/objects.h"
#include "git/repository.h"
#include "store/source.h"

namespace mentor {

/// The data directory in a commit or a tree. What a file may be, and what is wrong with one, is as in a
/// folder on disk. Files are fetched from git many at a time, once a second one of the same folder is read.
/// Throws Trouble(machine) when git lacks an object that the tree names, as a partial clone may.
class TreeSource : public store::Source {
 public:
  /// `name` is a commit or a tree as git names them; Trouble(machine) when there is none. With a `label`,
  /// such as the commit's short id, messages call its files `LABEL:mentors/M-7KQ2D.yaml`. The repository must
  /// outlive it.
  TreeSource(const git::Repository& repository, std::string_view name, std::string label = {})
      : TreeSource(repository, git::Objects(repository), name, std::move(label)) {}
  /// The same with a git that was asked for other objects before.
  TreeSource(const git::Repository& repository, git::Objects objects, std::string_view name,
             std::string label);

  /// What answers for it, for whoever asks more of the same repository.
  [[nodiscard]] git::Objects& objects() const { return objects_; }
  /// Whether the data directory is in that tree at all.
  [[nodiscard]] bool is_there() const;
  [[nodiscard]] std::vector<std::string> list(std::string_view folder) const override;
  [[nodiscard]] store::Contents read(std::string_view path) const override;
  [[nodiscard]] std::string called(std::string_view path) const override;

 private:
  enum class Kind { file, folder, link, other };
  struct Entry {
    Kind kind = Kind::other;
    std::string id;
    bool was_fetched = false;
  };
  using Entries = std::map<std::string, Entry, std::less<>>;
  struct Folder {
    Entries entries;
    std::map<std::string, store::Contents, std::less<>> fetched;  ///< and not read yet
    std::size_t bytes_fetched = 0;
    bool was_read_from = false;
  };

  [[nodiscard]] Folder* folder_of(std::string_view path) const;
  [[nodiscard]] Folder opened(const Entry& entry, std::string_view path) const;
  [[nodiscard]] static Folder parsed(const git::Object& tree);
  [[nodiscard]] store::Contents contents(Folder& folder, std::string_view path, std::string_view name) const;
  void fetch(Folder& folder, std::string_view path, Entries::iterator wanted) const;
  [[nodiscard]] Trouble lacking(std::string_view path) const;

  std::string label_;
  mutable git::Objects objects_;
  mutable std::map<std::string, Folder, std::less<>> folders_;  ///< those opened so far, by path
};

}  // namespace mentor
