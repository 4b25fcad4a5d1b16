/// Writes the pages that are made from the code: mentorctl_docs DIR
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "docs/pages.h"

namespace {

void write(const std::filesystem::path& folder, const mentor::docs::Page& page) {
  const auto path = folder / page.path;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file.exceptions(std::ios::badbit | std::ios::failbit);
  file << page.text;
}

void write_all(const std::filesystem::path& folder) {
  for (const auto& page : mentor::docs::schema_pages()) write(folder, page);
  write(folder, mentor::docs::records_page());
  write(folder, mentor::docs::rules_page());
  write(folder, mentor::docs::commands_page());
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::cerr << "usage: mentorctl_docs DIR\n";
    return 2;
  }
  try {
    write_all(words[1]);
  } catch (const std::exception& error) {
    std::cerr << "mentorctl_docs: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
