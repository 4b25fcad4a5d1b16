#include "git/moment.h"

#include <charconv>
#include <chrono>
#include <fstream>
#include <iterator>
#include <optional>

#include "base/text.h"
#include "git/output.h"
#include "git/settings.h"

namespace mentor::git {
namespace {

constexpr int kMinutesAnHour = 60;

struct Header {
  std::string first_parent;  // empty: none
  Day day;                   // by the committer's clock
};

Trouble unreadable_commit() {
  return {Cause::machine, "a commit in git's history is damaged, check the repository with `git fsck`"};
}

template <class Number>
Number number_in(std::string_view text) {
  Number number = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc())
    throw unreadable_commit();
  return number;
}

// "NAME <ADDRESS> SECONDS +HHMM"
Day day_of(std::string_view committer) {
  const std::size_t zone = committer.rfind(' ');
  const std::size_t seconds = zone == committer.npos ? zone : committer.rfind(' ', zone - 1);
  if (seconds == committer.npos || committer.size() - zone < 6) throw unreadable_commit();
  const int hours_and_minutes = number_in<int>(committer.substr(zone + 2));
  const std::chrono::minutes ahead(hours_and_minutes / 100 * kMinutesAnHour + hours_and_minutes % 100);
  const std::chrono::sys_seconds moment(
      std::chrono::seconds(number_in<std::int64_t>(committer.substr(seconds + 1, zone - seconds - 1))));
  const auto there = committer[zone + 1] == '-' ? moment - ahead : moment + ahead;
  return Day(std::chrono::floor<std::chrono::days>(there));
}

Header read_header(const std::string& commit) {
  constexpr std::string_view kParent = "parent ";
  constexpr std::string_view kCommitter = "committer ";
  Header header;
  for (const std::string& line : lines_of(std::string_view(commit).substr(0, commit.find("\n\n")))) {
    if (line.starts_with(kParent) && header.first_parent.empty())
      header.first_parent = line.substr(kParent.size());
    if (line.starts_with(kCommitter)) {
      header.day = day_of(std::string_view(line).substr(kCommitter.size()));
      return header;
    }
  }
  throw unreadable_commit();
}

// Behind what is wrong with the name of a moment.
std::string what_there_is(const Objects& objects, const std::string& name) {
  if (const auto meant = Day::meant_by(name)) return ", did you mean " + meant->iso();
  const std::string begins = where_history_begins(objects.repository());
  return ": " + (begins.empty() ? "`git log` shows what there is" : begins);
}

}  // namespace

std::string where_history_begins(const Repository& repository) {
  std::ifstream stream(common_folder(repository) / "shallow");
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  std::vector<std::string> first;
  for (const std::string& id : lines_of(text)) first.push_back(short_id(id));
  if (first.empty()) return {};
  return "the history begins here with " + join(first, ", ") +
         ", `git fetch --unshallow` brings what came before";
}

std::optional<std::string> last_commit_of(Objects& objects, Day day, const std::string& head) {
  for (std::string id = head; !id.empty();) {
    const auto commit = objects.read(id);
    if (!commit) break;  // a shallow clone goes back no further
    Header header = read_header(commit->bytes.value());
    if (header.day <= day) return id;
    id = std::move(header.first_parent);
  }
  return std::nullopt;
}

std::string commit_named(Objects& objects, const std::string& name) {
  if (!name.starts_with('-')) {
    if (const auto commit = objects.find(name + "^{commit}")) return commit->id;
  }
  throw Trouble(Cause::usage, "there is no commit " + in_quotes(name) + ", nor is it a day, YYYY-MM-DD" +
                                  what_there_is(objects, name));
}

std::string commit_known_as(Objects& objects, const std::string& name, const std::string& head) {
  const auto day = Day::parse(name);
  if (!day) return commit_named(objects, name);
  if (auto commit = last_commit_of(objects, *day, head)) return std::move(*commit);
  const std::string begins = where_history_begins(objects.repository());
  if (begins.empty()) throw nothing_yet(name);
  throw Trouble(Cause::usage, "what was known at " + in_quotes(name) + " is not here: " + begins);
}

Trouble nothing_yet(std::string_view name) {
  return {Cause::usage,
          "there was nothing yet at " + in_quotes(name) + ", the first commit with records came later"};
}

}  // namespace mentor::git
