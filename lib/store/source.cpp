#include "store/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "base/system.h"

namespace mentor::store {

namespace {

namespace fs = std::filesystem;

/// The root may be a link, what is below it may not: it could lead to records that git doesn't keep.
void refuse_links(const fs::path& root, std::string_view folder) {
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = folder.find('/', end + 1);
    const std::string part(folder.substr(0, end));
    struct stat about {};
    if (::lstat((root / part).c_str(), &about) != 0 || !S_ISLNK(about.st_mode)) continue;
    throw Trouble(Problems{{{part, {1, 1}}, std::string(refusal::link_to_folder), {}}});
  }
}

Contents refused(std::string_view problem) { return {std::nullopt, std::string(problem)}; }

/// Reads from a descriptor in a checked loop, so that an error never passes for the end of the file.
Contents read_all(const Descriptor& file, const std::string& path, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t got = 0;
  while (got < bytes.size()) {
    const ssize_t count = ::read(file.get(), bytes.data() + got, bytes.size() - got);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw system_trouble("cannot read '" + path + "'", errno);
    if (count == 0) break;
    got += static_cast<std::size_t>(count);
  }
  bytes.resize(got);
  return {std::move(bytes), {}};
}

Contents read_regular(const Descriptor& file, const std::string& path) {
  struct stat about {};
  if (::fstat(file.get(), &about) != 0) throw system_trouble("cannot read '" + path + "'", errno);
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
  if (error && !absent) throw system_trouble("cannot read '" + std::string(folder) + "'", error.value());
  std::ranges::sort(names);
  return names;
}

Contents FolderSource::read(std::string_view path) const {
  const std::string name(path);
  if (const auto slash = path.rfind('/'); slash != path.npos) refuse_links(root_, path.substr(0, slash));
  const Descriptor file(
      ::open((root_ / path).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
  if (file.is_open()) return read_regular(file, name);
  if (errno == ENOENT) return {};
  if (errno == ELOOP) return refused(refusal::link);
  if (errno == ENXIO) return refused(refusal::no_file);
  throw system_trouble("cannot read '" + name + "'", errno);
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
