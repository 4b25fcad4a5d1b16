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

// The line without its label, its indentation and its full stop.
std::string_view bare(std::string_view line) {
  line = without_label(line);
  line.remove_prefix(std::min(line.find_first_not_of(" \t*"), line.size()));
  return line.substr(0, line.find_last_not_of('.') + 1);
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text) { return split(text, '\n'); }

std::vector<std::string> split_at_nul(std::string_view text) { return split(text, '\0'); }

std::vector<std::string> split_at_blanks(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t length = std::min(text.find(' '), text.size());
    if (length > 0) parts.emplace_back(text.substr(0, length));
    text.remove_prefix(std::min(length + 1, text.size()));
  }
  return parts;
}

std::string joined_by_nul(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text.append(part).push_back('\0');
  return text;
}

std::string what_git_said(const Outcome& outcome) {
  std::string said;
  for (const std::string& line : lines_of(outcome.err)) {
    if (line.empty() || line.starts_with("hint:")) continue;
    said.append(said.empty() ? "" : said.ends_with(':') ? " " : ", ").append(bare(line));
  }
  return said.empty() ? "git ended with status " + std::to_string(outcome.status) : said;
}

std::string git_reason(const Outcome& outcome) {
  const std::vector<std::string> lines = lines_of(outcome.err);
  return what_git_said({outcome.status, "", lines.empty() ? "" : lines.back()});
}

Trouble git_trouble(const std::string& what, const Outcome& outcome) {
  return {Cause::machine, what + ": " + what_git_said(outcome) + ", put that right and try again"};
}

}  // namespace mentor::git
