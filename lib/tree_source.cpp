#include "tree_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>

#include "base/system.h"
#include "base/text.h"

namespace mentor {

namespace {

constexpr std::size_t most_at_once = 512;
constexpr std::size_t most_bytes_at_once = std::size_t{16} << 20U;
constexpr std::size_t most_bytes_kept = 4 * most_bytes_at_once;

std::string hexadecimal(std::string_view bytes) {
  std::string digits;
  for (const char byte : bytes) digits += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return digits;
}

/// One entry of a tree object: `MODE NAME`, NUL, the id in bytes.
struct Line {
  std::string_view mode;
  std::string name;
  std::string id;
};

std::vector<Line> lines_of_tree(const git::Object& tree) {
  std::vector<Line> lines;
  const std::size_t id_size = tree.id.size() / 2;
  for (std::string_view rest = *tree.bytes; !rest.empty();) {
    const std::size_t blank = rest.find(' ');
    const std::size_t end = rest.find('\0');
    if (end == std::string_view::npos || blank > end || rest.size() - end - 1 < id_size) {
      throw Trouble(Cause::machine,
                    "a folder in git's history is damaged, check the repository with `git fsck`");
    }
    lines.push_back({rest.substr(0, blank), std::string(rest.substr(blank + 1, end - blank - 1)),
                     hexadecimal(rest.substr(end + 1, id_size))});
    rest.remove_prefix(end + 1 + id_size);
  }
  return lines;
}

store::Contents refused(std::string_view problem) { return {std::nullopt, std::string(problem)}; }

}  // namespace

TreeSource::TreeSource(const git::Repository& repository, git::Objects objects, std::string_view name,
                       std::string label)
    : label_(std::move(label)), objects_(std::move(objects)) {
  const auto top = objects_.read(fmt::format("{}^{{tree}}", name));
  if (!top || top->type != "tree")
    throw Trouble(Cause::machine, fmt::format("git has no commit or tree {}", in_quotes(name)));
  std::string prefix = repository.prefix();
  if (prefix.ends_with('/')) prefix.pop_back();
  folders_.emplace("", parsed(*top));
  if (prefix.empty()) return;
  const Folder* directory = folder_of(prefix);
  Folder root = directory ? *directory : Folder();
  folders_.clear();
  folders_.emplace("", std::move(root));
}

bool TreeSource::is_there() const { return !folders_.find("")->second.entries.empty(); }

std::vector<std::string> TreeSource::list(std::string_view folder) const {
  std::vector<std::string> names;
  const Folder* found = folder_of(folder);
  if (!found) return names;
  for (const auto& [name, entry] : found->entries) {
    if (!name.starts_with('.')) names.push_back(name);
  }
  return names;
}

store::Contents TreeSource::read(std::string_view path) const {
  const std::size_t slash = path.rfind('/');
  Folder* folder = folder_of(slash == path.npos ? "" : path.substr(0, slash));
  return folder ? contents(*folder, path, path.substr(slash + 1)) : store::Contents{};
}

std::string TreeSource::called(std::string_view path) const {
  return label_.empty() ? std::string(path) : fmt::format("{}:{}", label_, path);
}

/// Null when there is none.
TreeSource::Folder* TreeSource::folder_of(std::string_view path) const {
  const auto known = folders_.find(path);
  if (known != folders_.end()) return &known->second;
  const std::size_t slash = path.rfind('/');
  const Folder* above = folder_of(slash == path.npos ? "" : path.substr(0, slash));
  if (!above) return nullptr;
  const auto entry = above->entries.find(path.substr(slash + 1));
  if (entry == above->entries.end()) return nullptr;
  return &folders_.emplace(path, opened(entry->second, path)).first->second;
}

TreeSource::Folder TreeSource::opened(const Entry& entry, std::string_view path) const {
  switch (entry.kind) {
    case Kind::link:
      throw Trouble(Problems{{{called(path), {1, 1}}, std::string(store::refusal::link_to_folder), {}}});
    case Kind::file:
      throw system_trouble(fmt::format("cannot read '{}'", called(path)), ENOTDIR);
    case Kind::other:
      return {};  // a repository within this one is an empty folder in a clone
    case Kind::folder:
      break;
  }
  const auto tree = objects_.read(entry.id);
  if (!tree) throw lacking(path);
  return parsed(*tree);
}

TreeSource::Folder TreeSource::parsed(const git::Object& tree) {
  Folder folder;
  for (auto& [mode, name, id] : lines_of_tree(tree)) {
    const Kind kind = mode.starts_with("100") ? Kind::file
                      : mode == "40000"       ? Kind::folder
                      : mode == "120000"      ? Kind::link
                                              : Kind::other;
    folder.entries.emplace(std::move(name), Entry{kind, std::move(id)});
  }
  return folder;
}

store::Contents TreeSource::contents(Folder& folder, std::string_view path, std::string_view name) const {
  const auto entry = folder.entries.find(name);
  if (entry == folder.entries.end()) return {};
  if (entry->second.kind == Kind::link) return refused(store::refusal::link);
  if (entry->second.kind != Kind::file) return refused(store::refusal::no_file);
  if (!folder.fetched.contains(name)) fetch(folder, path, entry);
  return std::move(folder.fetched.extract(std::string(name)).mapped());
}

void TreeSource::fetch(Folder& folder, std::string_view path, Entries::iterator wanted) const {
  // Whoever reads two of a folder reads the others as well, mostly in their order.
  const bool is_alone = wanted->second.was_fetched || !std::exchange(folder.was_read_from, true);
  std::vector<Entries::iterator> batch{wanted};
  for (auto each = std::next(wanted); !is_alone && batch.size() < most_at_once; ++each) {
    if (each == folder.entries.end()) each = folder.entries.begin();
    if (each == wanted) break;
    if (each->second.kind == Kind::file && !each->second.was_fetched) batch.push_back(each);
  }
  if (folder.bytes_fetched > most_bytes_kept) {
    folder.fetched.clear();
    folder.bytes_fetched = 0;
  }
  std::vector<std::string> ids;
  ids.reserve(batch.size());
  for (const auto& each : batch) ids.push_back(each->second.id);
  auto objects = objects_.read(ids, {store::largest_file, most_bytes_at_once});
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (!objects[i]) throw lacking(fmt::format("{}{}", path.substr(0, path.rfind('/') + 1), batch[i]->first));
    const bool is_giant = objects[i]->size > store::largest_file;
    if (!is_giant && !objects[i]->bytes) continue;  // it comes with a later batch
    batch[i]->second.was_fetched = true;
    folder.bytes_fetched += is_giant ? 0 : objects[i]->size;
    folder.fetched[batch[i]->first] = is_giant ? refused(store::refusal::giant)
                                               : store::Contents{std::move(objects[i]->bytes), {}};
  }
}

Trouble TreeSource::lacking(std::string_view path) const {
  return git::not_here(fmt::format("git names '{}' and does not have it here", called(path)));
}

}  // namespace mentor
