#include "store/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <random>
#include <utility>

#include "base/system.h"

namespace mentor::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStart = ".mentorctl-";
constexpr std::string_view kEnd = ".tmp";
constexpr off_t kLargest = off_t{64} * 1024 * 1024;

enum class Missing { make, leave };

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// The directory part, with its slash.
std::string_view parent_of(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

Trouble cannot(const char* act, const std::string& path, int error) {
  return system_trouble(std::string("cannot ") + act + " '" + path + "'", error);
}

void sync(const Descriptor& file, const char* act, const std::string& path) {
  while (fsync(file.get()) != 0)
    if (errno != EINTR) throw cannot(act, path, errno);
}

Descriptor open_below(const Descriptor& folder, const std::string& name, Missing missing) {
  constexpr int kFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  Descriptor next(openat(folder.get(), name.c_str(), kFlags));
  if (next.is_open() || errno != ENOENT || missing == Missing::leave) return next;
  if (mkdirat(folder.get(), name.c_str(), 0700) != 0 && errno != EEXIST) return {};
  if (fsync(folder.get()) != 0) return {};
  return Descriptor(openat(folder.get(), name.c_str(), kFlags));
}

// The directory of a path, one component after the other so that no link is followed; closed, with ENOENT in
// errno, when it is not there and is to be left so.
Descriptor open_parent(const fs::path& root, const std::string& path, const char* act, Missing missing) {
  if (!is_plain_path(path))
    throw Trouble(Cause::machine,
                  "cannot " + std::string(act) + " '" + path + "': not a path in the data directory");
  Descriptor folder(open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  std::string_view rest = parent_of(path);
  while (folder.is_open() && !rest.empty()) {
    const std::size_t slash = rest.find('/');
    folder = open_below(folder, std::string(rest.substr(0, slash)), missing);
    rest.remove_prefix(slash + 1);
  }
  if (!folder.is_open() && (errno != ENOENT || missing == Missing::make)) throw cannot(act, path, errno);
  return folder;
}

std::string file_name(std::string_view path) { return std::string(name_of(path)); }

void write_all(const Descriptor& file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t count = write(file.get(), bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) throw cannot("write", path, errno);
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::string read_all(const Descriptor& file, const std::string& path) {
  std::string bytes;
  std::array<char, 65536> buffer;  // NOLINT: read() fills it
  while (true) {
    const ssize_t count = read(file.get(), buffer.data(), buffer.size());
    if (count < 0 && errno != EINTR) throw cannot("read", path, errno);
    if (count > 0) bytes.append(buffer.data(), static_cast<std::size_t>(count));
    if (count == 0) return bytes;
    if (bytes.size() > static_cast<std::size_t>(kLargest)) throw cannot("read", path, EFBIG);
  }
}

void refuse_link(const Descriptor& folder, const std::string& path, const char* act) {
  struct stat status {};
  if (fstatat(folder.get(), file_name(path).c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
      S_ISLNK(status.st_mode))
    throw cannot(act, path, ELOOP);
}

bool is_plain_component(std::string_view name) {
  return !name.empty() && name != "." && name != ".." && name != ".git";
}

}  // namespace

bool is_plain_path(std::string_view path) {
  if (std::any_of(path.begin(), path.end(), [](unsigned char sign) { return sign < 0x20 || sign == 0x7f; }))
    return false;
  while (true) {
    const std::size_t slash = path.find('/');
    if (!is_plain_component(path.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

std::string temporary_beside(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  constexpr int kLength = 16;
  std::random_device random;
  std::uniform_int_distribution<std::size_t> digit(0, kDigits.size() - 1);
  std::string name(parent_of(path));
  name += kStart;
  for (int i = 0; i < kLength; ++i) name += kDigits[digit(random)];
  return name.append(kEnd);
}

bool is_temporary(std::string_view path) {
  const std::string_view name = name_of(path);
  return name.starts_with(kStart) && name.ends_with(kEnd);
}

std::optional<std::string> read_file(const fs::path& root, const std::string& path) {
  const Descriptor folder = open_parent(root, path, "read", Missing::leave);
  if (!folder.is_open()) return std::nullopt;
  const Descriptor file(
      openat(folder.get(), file_name(path).c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!file.is_open() && errno == ENOENT) return std::nullopt;
  if (!file.is_open()) throw cannot("read", path, errno);
  struct stat status {};
  if (fstat(file.get(), &status) != 0) throw cannot("read", path, errno);
  if (!S_ISREG(status.st_mode))
    throw Trouble(Cause::machine, "cannot read '" + path + "': it is not a plain file, move it away");
  if (status.st_size > kLargest) throw cannot("read", path, EFBIG);
  return read_all(file, path);
}

void stage_file(const fs::path& root, const std::string& path, const std::string& temporary,
                std::string_view bytes) {
  const Descriptor folder = open_parent(root, path, "write", Missing::make);
  refuse_link(folder, path, "write");
  const std::string name = file_name(temporary);
  const Descriptor file(
      openat(folder.get(), name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (!file.is_open()) throw cannot("write", path, errno);
  try {
    write_all(file, bytes, path);
    sync(file, "write", path);
  } catch (const Trouble&) {
    unlinkat(folder.get(), name.c_str(), 0);
    throw;
  }
}

void install_file(const fs::path& root, const std::string& path, const std::string& temporary) {
  const Descriptor folder = open_parent(root, path, "write", Missing::make);
  refuse_link(folder, path, "write");
  const int number = folder.get();
  if (renameat(number, file_name(temporary).c_str(), number, file_name(path).c_str()) != 0)
    throw cannot("write", path, errno);
}

void exchange_file(const fs::path& root, const std::string& path, const std::string& temporary) {
  const Descriptor folder = open_parent(root, path, "write", Missing::make);
  refuse_link(folder, path, "write");
  const int number = folder.get();
  if (renameat2(number, file_name(temporary).c_str(), number, file_name(path).c_str(), RENAME_EXCHANGE) == 0)
    return;
  // ENOENT: there is no such file yet.
  if (errno != ENOENT && errno != EINVAL && errno != ENOSYS) throw cannot("write", path, errno);
  install_file(root, path, temporary);
}

void set_aside_file(const fs::path& root, const std::string& path, const std::string& temporary) {
  const Descriptor folder = open_parent(root, path, "remove", Missing::leave);
  if (!folder.is_open()) return;
  refuse_link(folder, path, "remove");
  const int number = folder.get();
  if (renameat(number, file_name(path).c_str(), number, file_name(temporary).c_str()) != 0 && errno != ENOENT)
    throw cannot("remove", path, errno);
}

void unlink_file(const fs::path& root, const std::string& path) {
  const Descriptor folder = open_parent(root, path, "remove", Missing::leave);
  if (!folder.is_open()) return;
  refuse_link(folder, path, "remove");
  if (unlinkat(folder.get(), file_name(path).c_str(), 0) != 0 && errno != ENOENT)
    throw cannot("remove", path, errno);
}

void prune_directories(const fs::path& root, const std::string& path) {
  std::string directory(path);
  for (auto slash = directory.rfind('/'); slash != std::string::npos; slash = directory.rfind('/')) {
    directory.resize(slash);
    const Descriptor folder = open_parent(root, directory, "remove", Missing::leave);
    if (folder.is_open() && unlinkat(folder.get(), file_name(directory).c_str(), AT_REMOVEDIR) != 0 &&
        errno != ENOENT)
      return;
  }
}

void sync_directory(const fs::path& root, const std::string& path) {
  const Descriptor folder = open_parent(root, path, "write", Missing::leave);
  if (folder.is_open()) sync(folder, "write", path);
}

void write_file(const fs::path& root, const std::string& path, std::string_view bytes) {
  const std::string temporary = temporary_beside(path);
  stage_file(root, path, temporary, bytes);
  try {
    install_file(root, path, temporary);
  } catch (const Trouble&) {
    unlink_file(root, temporary);
    throw;
  }
  sync_directory(root, path);
}

void remove_file(const fs::path& root, const std::string& path) {
  unlink_file(root, path);
  sync_directory(root, path);
}

}  // namespace mentor::store
