#include "git/private_directory.h"

#include <cerrno>
#include <cstdlib>
#include <fstream>

#include "base/system.h"

namespace mentor::git {

namespace fs = std::filesystem;

PrivateDirectory::PrivateDirectory() {
  std::string name = (fs::temp_directory_path() / "mentorctl-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw system_trouble("cannot make '" + name + "'", errno);
  path_ = name;
}

PrivateDirectory::~PrivateDirectory() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void PrivateDirectory::put(std::string_view name, const std::optional<std::string>& bytes) const {
  const fs::path file = path_ / name;
  fs::create_directories(file.parent_path());
  if (!bytes) return;
  std::ofstream stream(file, std::ios::binary);
  stream.write(bytes->data(), static_cast<std::streamsize>(bytes->size()));
  if (!stream.flush()) throw system_trouble("cannot write '" + file.string() + "'", errno);
}

}  // namespace mentor::git
