#include "store/edition_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "base/text.h"
#include "store/paths.h"
#include "store/yaml.h"

namespace mentor::store {

namespace {

std::string text_at(const Value& map, std::string_view key) {
  const Member* found = map.find(key);
  return found && found->value.is_scalar() ? found->value.text : std::string();
}

}  // namespace

void must_be_sound(Problems problems, std::string_view bytes, const std::string& file) {
  if (problems.empty()) return;
  const auto lines = split_lines(bytes);
  for (auto& problem : problems) {
    problem.spot.file = file;
    const std::size_t number = problem.spot.place.line;
    if (problem.line.empty() && number >= 1 && number <= lines.size()) problem.line = lines[number - 1];
  }
  std::ranges::sort(problems);
  throw Trouble(std::move(problems));
}

policy::Edition edition_in(std::string_view bytes, const std::string& file) {
  const Parsed parsed = parse_yaml(bytes, file);
  if (parsed.problem) must_be_sound({*parsed.problem}, bytes, file);
  const std::string place = fmt::format("{}/{}{}", policy_folder(text_at(parsed.root, "scheme")),
                                        text_at(parsed.root, "in_force"), record_ending);
  Problems problems;
  auto edition = policy::read_edition(parsed.root, place, problems);
  must_be_sound(std::move(problems), bytes, file);
  edition.text = bytes;
  edition.file = file;
  return edition;
}

}  // namespace mentor::store
