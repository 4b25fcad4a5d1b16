#include "cmd/editor.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace mentor::cmd {

namespace {

/// Empty when nobody chose one and nobody is there to use it.
std::string chosen() {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    if (const char* said = std::getenv(name); said && *said != '\0') return said;
  }
  return ::isatty(STDIN_FILENO) != 0 ? "editor" : "";
}

std::string quoted_for_shell(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

}  // namespace

int run_editor(const std::filesystem::path& file) {
  const std::string editor = chosen();
  if (editor.empty()) return 127;
  const std::string command = editor + " " + quoted_for_shell(file.string());
  const int status = std::system(command.c_str());  // NOLINT(cert-env33-c): a setting is a shell's words
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace mentor::cmd
