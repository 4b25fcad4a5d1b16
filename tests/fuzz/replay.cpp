// Runs the fuzz target over the files of a directory: replay DIRECTORY
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: replay DIRECTORY\n";
    return 2;
  }
  std::size_t files = 0;
  for (const auto& each : std::filesystem::directory_iterator(argv[1])) {
    std::ifstream in(each.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    std::cout << each.path().filename().string() << std::endl;  // the last one told is the one that fails
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    ++files;
  }
  std::cout << files << " files\n";
  return files > 0 ? 0 : 1;
}
