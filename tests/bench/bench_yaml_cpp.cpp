// Loads files with yaml-cpp, and nothing more: bench_yaml_cpp DIRECTORY… Prints how many values stand in
// their roots.
#include <yaml-cpp/yaml.h>

#include <exception>
#include <filesystem>
#include <iostream>

int main(int argc, char** argv) {
  std::size_t values = 0;
  try {
    for (int i = 1; i < argc; ++i) {
      for (const auto& each : std::filesystem::recursive_directory_iterator(argv[i])) {
        if (each.path().extension() == ".yaml") values += YAML::LoadFile(each.path().string()).size();
      }
    }
  } catch (const std::exception& error) {
    std::cerr << "bench_yaml_cpp: " << error.what() << '\n';
    return 1;
  }
  std::cout << values << '\n';
  return 0;
}
