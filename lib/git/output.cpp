#include "git/output.h"

#include <algorithm>

namespace mentor::git {
namespace {

std::vector<std::string> split(std::string_view text, char end) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t length = std::min(text.find(end), text.size());
    parts.emplace_back(text.substr(0, length));
    text.remove_prefix(std::min(length + 1, text.size()));
  }
  return parts;
}

std::string_view without_label(std::string_view line) {
  for (const std::string_view label : {"fatal: ", "error: ", "warning: "})
    if (line.starts_with(label)) return line.substr(label.size());
  return line;
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text) { return split(text, '\n'); }

std::vector<std::string> split_at_nul(std::string_view text) { return split(text, '\0'); }

std::string joined_by_nul(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text.append(part).push_back('\0');
  return text;
}

std::string what_git_said(const Outcome& outcome) {
  std::string said;
  for (const std::string& line : lines_of(outcome.err)) {
    if (line.empty() || line.starts_with("hint:")) continue;
    said.append(said.empty() ? "" : ", ").append(without_label(line));
  }
  return said.empty() ? "git ended with status " + std::to_string(outcome.status) : said;
}

Trouble git_trouble(const std::string& what, const Outcome& outcome) {
  return {Cause::machine, what + ": " + what_git_said(outcome) + ", put that right and try again"};
}

}  // namespace mentor::git
