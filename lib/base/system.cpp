#include "base/system.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace mentor {
namespace {

const char* advice(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "free some space and try again";
    case EROFS:
      return "work where the disk can be written";
    case EACCES:
    case EPERM:
      return "ask whoever owns it for the permission";
    case ELOOP:
      return "put a plain file or directory in the place of the symbolic link";
    case ENOTDIR:
    case EISDIR:
      return "move away what stands in its place";
    default:
      return "put that right and try again";
  }
}

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    close();
    number_ = std::exchange(other.number_, -1);
  }
  return *this;
}

Descriptor::~Descriptor() { close(); }

void Descriptor::close() {
  // Not repeated after EINTR: on Linux the descriptor is gone already, and its number may be another's.
  if (is_open()) ::close(std::exchange(number_, -1));
}

Trouble system_trouble(const std::string& what, int error) {
  return {Cause::machine, what + ": " + std::generic_category().message(error) + ", " + advice(error)};
}

}  // namespace mentor
