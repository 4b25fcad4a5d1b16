#include "store/source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "base/system.h"

namespace mentor::store {

namespace {

namespace fs = std::filesystem;

/// A path below the root as the system takes it. Joining fs::paths takes them apart first, for each file.
std::string below(const fs::path& root, std::string_view path) {
  std::string whole;
  whole.reserve(root.native().size() + 1 + path.size());
  return whole.append(root.native()).append(1, '/').append(path);
}

/// The root may be a link, what is below it may not: it could lead to records that git doesn't keep.
void refuse_links(const fs::path& root, std::string_view folder) {
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = folder.find('/', end + 1);
    const std::string_view part = folder.substr(0, end);
    struct stat about {};
    if (::lstat(below(root, part).c_str(), &about) != 0 || !S_ISLNK(about.st_mode)) continue;
    throw Trouble(Problems{{{std::string(part), {1, 1}}, std::string(refusal::link_to_folder), {}}});
  }
}

Trouble unreadable(std::string_view path, int error) {
  return system_trouble(fmt::format("cannot read '{}'", path), error);
}

Contents refused(std::string_view problem) { return {std::nullopt, std::string(problem)}; }

/// Reads from a descriptor in a checked loop, so that an error never passes for the end of the file.
Contents read_all(const Descriptor& file, std::string_view path, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t got = 0;
  while (got < bytes.size()) {
    const ssize_t count = ::read(file.get(), bytes.data() + got, bytes.size() - got);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw unreadable(path, errno);
    if (count == 0) break;
    got += static_cast<std::size_t>(count);
  }
  bytes.resize(got);
  return {std::move(bytes), {}};
}

Contents read_regular(const Descriptor& file, std::string_view path) {
  struct stat about {};
  if (::fstat(file.get(), &about) != 0) throw unreadable(path, errno);
  if (!S_ISREG(about.st_mode)) return refused(refusal::no_file);
  if (static_cast<std::size_t>(about.st_size) > largest_file) return refused(refusal::giant);
  return read_all(file, path, static_cast<std::size_t>(about.st_size));
}

}  // namespace

std::vector<std::string> FolderSource::list(std::string_view folder) const {
  refuse_links(root_, folder);
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator each(root_ / folder, error), end; !error && each != end;
       each.increment(error)) {
    if (std::string name = each->path().filename(); !name.starts_with('.')) names.push_back(std::move(name));
  }
  const bool absent = error == std::errc::no_such_file_or_directory;
  if (error && !absent) throw unreadable(folder, error.value());
  std::ranges::sort(names);
  return names;
}

Contents FolderSource::read(std::string_view path) const {
  if (const auto slash = path.rfind('/'); slash != path.npos) refuse_links(root_, path.substr(0, slash));
  const Descriptor file(
      ::open(below(root_, path).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
  if (file.is_open()) return read_regular(file, path);
  if (errno == ENOENT) return {};
  if (errno == ELOOP) return refused(refusal::link);
  if (errno == ENXIO) return refused(refusal::no_file);
  throw unreadable(path, errno);
}

std::vector<std::string> OverlaySource::list(std::string_view folder) const {
  const auto below = below_.list(folder);
  std::set<std::string> names(below.begin(), below.end());
  const std::string prefix = std::string(folder) + "/";
  for (const auto& [path, bytes] : files_) {
    if (!path.starts_with(prefix) || path.find('/', prefix.size()) != std::string::npos) continue;
    if (bytes) {
      names.insert(path.substr(prefix.size()));
    } else {
      names.erase(path.substr(prefix.size()));
    }
  }
  return {names.begin(), names.end()};
}

Contents OverlaySource::read(std::string_view path) const {
  const auto found = files_.find(std::string(path));
  return found == files_.end() ? below_.read(path) : Contents{found->second, {}};
}

}  // namespace mentor::store
