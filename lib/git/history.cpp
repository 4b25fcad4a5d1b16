#include "git/history.h"

#include <algorithm>
#include <cctype>

#include "git/output.h"

namespace mentor::git {
namespace {

bool is_key(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char sign) {
    return std::isalnum(sign) != 0 || sign == '-';
  });
}

std::string_view last_paragraph(std::string_view message) {
  const std::size_t end = message.find_last_not_of('\n');
  if (end == std::string_view::npos) return {};
  message = message.substr(0, end + 1);
  const std::size_t gap = message.rfind("\n\n");
  return gap == std::string_view::npos ? std::string_view{} : message.substr(gap + 2);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> trailers_of(std::string_view message) {
  std::vector<std::pair<std::string, std::string>> trailers;
  for (const std::string& line : lines_of(last_paragraph(message))) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos || !is_key(std::string_view(line).substr(0, colon))) continue;
    trailers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
  }
  return trailers;
}

std::string short_id(std::string_view id) {
  constexpr std::size_t enough = 10;
  return std::string(id.substr(0, enough));
}

}  // namespace mentor::git
