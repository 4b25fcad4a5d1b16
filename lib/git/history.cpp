#include "git/history.h"

#include <algorithm>
#include <cctype>

#include "git/output.h"

namespace mentor::git {
namespace {

constexpr std::size_t kFields = 4;

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

std::vector<Commit> log_since(const Repository& repository, std::string_view day) {
  if (repository.head().empty()) return {};
  // The day begins first where clocks are fourteen hours ahead; what is earlier elsewhere is left out below.
  const std::string earliest = "--since-as-filter=" + std::string(day) + "T00:00:00+1400";
  const Outcome outcome = repository.run(
      Repository::Access::read,
      {"-c", "log.showSignature=false", "log", "-z", "--reverse", "--no-color", "--encoding=UTF-8",
       "--format=%H%x00%cI%x00%an%x00%B", earliest, "HEAD", "--"});
  if (outcome.status != 0) throw git_trouble("cannot read the history", outcome);
  const std::vector<std::string> fields = split_at_nul(outcome.out);
  std::vector<Commit> commits;
  for (std::size_t i = 0; i + kFields <= fields.size(); i += kFields) {
    if (fields[i + 1].substr(0, day.size()) < day) continue;
    const std::string& message = fields[i + 3];
    commits.push_back({fields[i], fields[i + 1], fields[i + 2], message.substr(0, message.find('\n')),
                       trailers_of(message)});
  }
  return commits;
}

}  // namespace mentor::git
