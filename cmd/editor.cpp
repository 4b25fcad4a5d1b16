#include "cmd/editor.h"

#include <sys/wait.h>

#include <cstdlib>
#include <string>

namespace mentor::cmd {

namespace {

std::string chosen() {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    if (const char* said = std::getenv(name); said && *said != '\0') return said;
  }
  return "editor";
}

std::string quoted_for_shell(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

}  // namespace

int run_editor(const std::filesystem::path& file) {
  const std::string command = chosen() + " " + quoted_for_shell(file.string());
  const int status = std::system(command.c_str());  // NOLINT(cert-env33-c): a setting is a shell's words
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace mentor::cmd
