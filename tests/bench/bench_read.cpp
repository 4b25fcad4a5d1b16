// Opens and reads files, and nothing more: bench_read PATH… A directory stands for all the files in it.
// Prints how many bytes they hold: what no program that reads them can do without.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <system_error>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::size_t read_whole(const fs::path& path, std::vector<char>& bytes) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat about {};
  if (file < 0 || ::fstat(file, &about) != 0)
    throw std::system_error(errno, std::generic_category(), path.string());
  const auto size = static_cast<std::size_t>(about.st_size);
  if (bytes.size() < size) bytes.resize(size);
  std::size_t got = 0;
  while (got < size) {
    const auto part = ::read(file, bytes.data() + got, size - got);
    if (part <= 0) throw std::system_error(errno, std::generic_category(), path.string());
    got += static_cast<std::size_t>(part);
  }
  ::close(file);
  return got;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<char> bytes;
  std::size_t sum = 0;
  try {
    for (const auto& path : std::vector<fs::path>(argv + 1, argv + argc)) {
      if (!fs::is_directory(path)) {
        sum += read_whole(path, bytes);
        continue;
      }
      for (const auto& each : fs::recursive_directory_iterator(path)) {
        if (each.is_regular_file()) sum += read_whole(each.path(), bytes);
      }
    }
  } catch (const std::exception& error) {
    std::cerr << "bench_read: " << error.what() << '\n';
    return 1;
  }
  std::cout << sum << '\n';
  return 0;
}
