#include "sides.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/text.h"
#include "git/compare.h"
#include "git/history.h"
#include "git/objects.h"
#include "tree_source.h"
#include "workspace.h"

namespace mentor {

namespace {

constexpr std::size_t most_deeds = 6;
constexpr std::size_t most_paths = 12;

bool is_sound(const git::Repository& repository, const std::string& commit) {
  const TreeSource tree(repository, commit);
  Desk desk(tree, Day());
  desk.reader().everything();
  return desk.reader().problems().empty();
}

std::string_view where_it_is(const Sides& sides) {
  if (!is_sound(sides.repository, sides.ours)) return "what is recorded here is not sound";
  if (!is_sound(sides.repository, sides.theirs)) return "what is in the shared copy is not sound";
  return "what is recorded here and what is in the shared copy are each sound, and together they are not";
}

/// Who made the file what it is in `to`, and not in `from`; empty when nobody did.
std::string deed(git::Objects& objects, const std::string& path, const std::string& from,
                 const std::string& to) {
  const git::Repository& repository = objects.repository();
  const auto authors = git::authors_of(repository, from, to, path);
  if (authors.empty()) return {};
  const auto& last = authors.front();
  const auto file = objects.read(fmt::format("{}:{}{}", to, repository.prefix(), path));
  return fmt::format("{} was {} by {} on {}, with the commit {}", in_quotes(path),
                     file ? "written" : "taken away", visible(last.name), last.day,
                     git::short_id(last.commit));
}

}  // namespace

std::string not_sound_together(const Sides& sides, const std::vector<std::string>& paths) {
  git::Objects objects(sides.repository);
  std::vector<std::string> lines;
  const auto add = [&](std::string_view where, const std::string& done) {
    if (done.empty() || lines.size() == most_deeds) return;
    std::string line = fmt::format("  {}: {}", where, done);
    if (!is_among(line, lines)) lines.push_back(std::move(line));
  };
  for (const auto& path : std::span(paths).first(std::min(paths.size(), most_paths))) {
    if (path.empty()) continue;
    add("here", deed(objects, path, sides.theirs, sides.ours));
    add("in the shared copy", deed(objects, path, sides.ours, sides.theirs));
  }
  return fmt::format(
      "nothing was merged and nothing was handed on: {}\n{}{}"
      "what to do: one of these commits is taken back where it was made, with `mentorctl undo COMMIT` and "
      "`mentorctl sync`; then sync again",
      where_it_is(sides), join(lines, "\n"), lines.empty() ? "" : "\n");
}

}  // namespace mentor
