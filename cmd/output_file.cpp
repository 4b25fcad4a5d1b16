#include "cmd/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <ostream>

#include "base/system.h"
#include "base/text.h"
#include "base/trouble.h"
#include "store/atomic_file.h"
#include "store/paths.h"

namespace mentor::cmd {

namespace {

namespace fs = std::filesystem;

Trouble no_output(const std::string& path, int error) {
  return system_trouble(fmt::format("cannot write {}", in_quotes(path)), error);
}

Trouble records_stand_there(std::string_view option, const std::string& path, std::string_view what) {
  return usage("{}: {} is where the records stand, name another {}", option, in_quotes(path), what);
}

fs::path folder_of(const fs::path& path) {
  const fs::path folder = path.parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

/// `exports` for `exports/`.
fs::path without_slash(const fs::path& path) { return path.has_filename() ? path : path.parent_path(); }

/// A device, a pipe, or what the process was given open.
bool is_stream(const std::string& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  const std::string folder = fs::weakly_canonical(folder_of(path), error).string();
  const bool is_of_the_process = folder == "/dev" || folder.starts_with("/proc/");
  return fs::is_other(status) || (is_of_the_process && fs::is_regular_file(status));
}

/// Whether that is a repository's own folder, which need not be called `.git` (`git init --bare`).
bool is_git_directory(const fs::path& folder) {
  std::error_code error;
  return fs::exists(fs::symlink_status(folder / "HEAD", error)) &&
         fs::is_directory(folder / "objects", error) && fs::is_directory(folder / "refs", error);
}

/// Whether a folder above that absolute path is one.
bool is_in_git_directory(const fs::path& place) {
  for (fs::path above = place; above.has_relative_path();) {
    above = above.parent_path();
    if (is_git_directory(above)) return true;
  }
  return false;
}

/// Git's own folder wherever it stands, and the files by which it knows what to do with records.
bool is_of_git(const fs::path& place) {
  const auto is_own = [](const fs::path& part) { return part == ".git"; };
  return std::ranges::any_of(place, is_own) || place.filename() == store::attributes_path ||
         place.filename() == store::ignored_path;
}

/// The same for a path without links and `..`, below any data directory.
bool is_of_records(const fs::path& place) {
  for (fs::path root = place; root.has_relative_path();) {
    root = root.parent_path();
    std::error_code error;
    const bool is_data = fs::exists(root / store::settings_path, error);
    if (is_data && store::is_place_of_records(place.lexically_relative(root).generic_string())) return true;
  }
  return false;
}

void write_stream(const std::string& path, std::string_view bytes) {
  const Descriptor stream(::open(path.c_str(), O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC));
  if (!stream.is_open()) throw no_output(path, errno);
  while (!bytes.empty()) {
    const ssize_t count = ::write(stream.get(), bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) throw no_output(path, errno);
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace

bool is_among_records(const std::string& path) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(folder_of(path), error) / fs::path(path).filename();
  const fs::path written = fs::absolute(path, error).lexically_normal();
  return is_of_git(path) || is_of_git(real) || is_in_git_directory(real) || is_in_git_directory(written) ||
         is_of_records(real) || is_of_records(written);
}

void must_be_place_for_output(const std::string& path, std::string_view option) {
  if (is_stream(path)) return;
  std::error_code error;
  if (fs::is_directory(path, error))
    throw usage("{}: {} is a directory, name a file in it", option, in_quotes(path));
  if (is_among_records(path)) throw records_stand_there(option, path, "file");
  if (!fs::is_directory(folder_of(path), error))
    throw usage("{}: there is no directory {}, make it first", option, in_quotes(folder_of(path).string()));
  if (!store::is_plain_path(fs::path(path).filename().string()))
    throw usage("{}: {} is no name for a file", option, in_quotes(path));
  if (fs::is_symlink(path, error)) throw no_output(path, ELOOP);
}

void write_output(const std::string& path, std::string_view bytes, std::string_view option) {
  must_be_place_for_output(path, option);
  if (is_stream(path)) return write_stream(path, bytes);
  store::write_file(folder_of(path), fs::path(path).filename().string(), bytes);
}

void must_be_directory_for_output(const std::string& path) {
  std::error_code error;
  const fs::path directory = without_slash(path);
  if (fs::exists(directory, error) && !fs::is_directory(directory, error))
    throw usage("-o: {} is a file, name a directory to write several into", in_quotes(path));
  if (is_among_records(directory / "any")) throw records_stand_there("-o", path, "directory");
  if (fs::exists(directory / store::settings_path, error))
    throw usage(
        "-o: {} holds the records, where what is exported would come into the history; name another "
        "directory",
        in_quotes(path));
  if (!fs::is_directory(folder_of(directory), error))
    throw usage("-o: there is no directory {}, make it first", in_quotes(folder_of(directory).string()));
}

void write_output_files(const std::string& directory, const std::map<std::string, std::string>& files) {
  must_be_directory_for_output(directory);
  if (mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST) throw no_output(directory, errno);
  for (const auto& [name, bytes] : files) write_output(fs::path(directory) / name, bytes);
}

void put_out(const Call& call, const std::string& path, const std::function<void()>& write) {
  if (call.globals.dry_run) {
    call.io.err << fmt::format("note: nothing was written, '{}' would be\n", visible(path));
    return;
  }
  write();
  if (call.io.asks) call.io.err << "written: " << visible(path) << '\n';
}

}  // namespace mentor::cmd
