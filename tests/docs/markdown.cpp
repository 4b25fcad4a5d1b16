#include "base/text.h"
#include "docs/pages.h"

namespace mentor::docs {

std::string cell(std::string_view text) {
  std::string safe;
  for (const char each : text) {
    if (each == '|') safe += '\\';
    safe += each == '<' ? std::string("&lt;") : std::string(1, each);
  }
  return safe;
}

std::string row(const std::vector<std::string>& cells) { return "| " + join(cells, " | ") + " |\n"; }

std::string heading(const std::vector<std::string>& titles) {
  return row(titles) + row(std::vector<std::string>(titles.size(), "---"));
}

std::string code(std::string_view text) { return "`" + std::string(text) + "`"; }

std::string title(std::string_view text) {
  std::string titled(text);
  if (titled.front() >= 'a' && titled.front() <= 'z')
    titled.front() = static_cast<char>(titled.front() - 'a' + 'A');
  return titled;
}

}  // namespace mentor::docs
