// A history in which the sessions of a directory came one by one, for git fast-import: bench_history
// DIRECTORY
//
// The first commit holds everything but the sessions; each that follows adds a line to one log, the logs
// taking turns, as log-session does. The last one holds what the directory holds. They are spread over the
// five years up to 2026-11-02. Sessions must be one a line: bench_data --by-hand 0 writes them so.
#include <algorithm>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t last_moment = 1793620800;  // 2026-11-02 12:00 UTC
constexpr std::int64_t first_moment = last_moment - 5 * 365 * std::int64_t{86400};

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A log, and the marks of the blobs that hold its first line, its first two, and so on.
struct Log {
  std::string id;
  std::size_t first_mark = 0;
  std::size_t lines = 0;
};

void put_bytes(std::string_view bytes) { std::cout << "data " << bytes.size() << '\n' << bytes << '\n'; }

/// All states of one log stand together, where each is a small step from the one before.
Log put_blobs(const fs::path& path, std::size_t& mark) {
  const std::string text = bytes_of(path);
  Log log{path.stem().string(), mark + 1, 0};
  for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', end + 1)) {
    std::cout << "blob\nmark :" << ++mark << '\n';
    put_bytes(std::string_view(text).substr(0, end + 1));
    ++log.lines;
  }
  return log;
}

void begin_commit(std::int64_t moment, std::string_view message) {
  std::cout << "commit refs/heads/main\ncommitter Bench <bench@example.org> " << moment << " +0000\n";
  put_bytes(message);
}

void put_founding(const fs::path& root) {
  begin_commit(first_moment,
               "begin records for stockport, manchester, riverside\n\nMentorctl-Command: init\n");
  for (auto each = fs::recursive_directory_iterator(root); each != fs::recursive_directory_iterator();
       ++each) {
    const std::string path = each->path().lexically_relative(root).string();
    if (path == ".git" || path == "sessions") each.disable_recursion_pending();
    if (!each->is_regular_file()) continue;
    std::cout << "M 100644 inline " << path << '\n';
    put_bytes(bytes_of(each->path()));
  }
}

void put_session(const Log& log, std::size_t line, std::int64_t moment) {
  begin_commit(moment, "log a session of " + log.id +
                           "\n\nMentorctl-Command: log-session\nMentorctl-Record: " + log.id + "\n");
  std::cout << "M 100644 :" << log.first_mark + line << " sessions/" << log.id << ".yaml\n";
}

void put_history(const fs::path& root) {
  std::vector<fs::path> paths;
  for (const auto& each : fs::directory_iterator(root / "sessions")) paths.push_back(each.path());
  std::ranges::sort(paths);
  std::vector<Log> logs;
  logs.reserve(paths.size());
  std::size_t mark = 0;
  for (const auto& path : paths) logs.push_back(put_blobs(path, mark));
  put_founding(root);
  std::size_t longest = 0;
  for (const auto& log : logs) longest = std::max(longest, log.lines);
  std::int64_t made = 0;
  for (std::size_t line = 0; line < longest; ++line) {
    for (const auto& log : logs) {
      if (line >= log.lines) continue;
      ++made;
      put_session(log, line,
                  first_moment + (last_moment - first_moment) * made / static_cast<std::int64_t>(mark));
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: bench_history DIRECTORY\n";
    return 2;
  }
  std::ios::sync_with_stdio(false);
  try {
    put_history(argv[1]);
  } catch (const std::exception& error) {
    std::cerr << "bench_history: " << error.what() << '\n';
    return 1;
  }
  return std::cout.flush() ? 0 : 1;
}
