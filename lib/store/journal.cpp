#include "store/journal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <set>

#include "base/errors.h"
#include "store/atomic_file.h"

namespace mentor::store {
namespace {

constexpr std::string_view kFirstLine = "mentorctl journal 1";
constexpr std::string_view kNothing = "-";
constexpr std::string_view kStandsAlready = "old =\n";

const std::string kFile(kJournalFile);
const std::string kUnfinished(".mentorctl-journal.tmp");

std::string or_dash(const std::optional<std::string>& value) { return value.value_or(std::string(kNothing)); }

bool is_hexadecimal(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_id(std::string_view text) { return (text.size() == 40 || text.size() == 64) && is_hexadecimal(text); }

bool is_mark(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == 0 || dash == std::string_view::npos) return false;
  const std::string_view length = text.substr(0, dash);
  const std::string_view hash = text.substr(dash + 1);
  return length.find_first_not_of("0123456789") == std::string_view::npos && hash.size() == 16 &&
         is_hexadecimal(hash);
}

bool is_temporary_of(std::string_view temporary, std::string_view path) {
  return is_plain_path(temporary) && is_temporary(temporary) &&
         temporary.substr(0, temporary.rfind('/') + 1) == path.substr(0, path.rfind('/') + 1);
}

// Takes the text line by line; whatever isn't as to_text() writes it stops the command.
class JournalReader {
 public:
  JournalReader(std::string_view text, const std::string& file) : rest_(text), file_(file) {}

  std::string_view line() {
    const std::size_t end = rest_.find('\n');
    require(end != std::string_view::npos);
    const std::string_view result = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return result;
  }

  std::string_view value(std::string_view key) {
    const std::string_view text = line();
    require(text.starts_with(key) && text.substr(key.size()).starts_with(' '));
    return text.substr(key.size() + 1);
  }

  std::optional<std::string> optional_value(std::string_view key, bool (*is_valid)(std::string_view)) {
    const std::string_view text = value(key);
    if (text == kNothing) return std::nullopt;
    require(is_valid(text));
    return std::string(text);
  }

  [[nodiscard]] bool next_is(std::string_view key) const { return rest_.starts_with(key); }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  void require(bool holds) const {
    if (holds) return;
    throw Trouble(Cause::person,
                  "the journal '" + file_ +
                      "' cannot be understood, compare the records with `git status`, then remove it");
  }

 private:
  std::string_view rest_;
  const std::string& file_;
};

JournalEntry read_entry(JournalReader& reader) {
  JournalEntry entry;
  entry.path = reader.value("path");
  reader.require(is_plain_path(entry.path));
  entry.stands_already = reader.next_is(kStandsAlready);
  if (entry.stands_already)
    reader.line();
  else
    entry.old_blob = reader.optional_value("old", is_id);
  entry.new_mark = reader.optional_value("new", is_mark);
  entry.temporary = reader.value("temporary");
  reader.require(is_temporary_of(entry.temporary, entry.path));
  return entry;
}

bool has_no_path_twice(const Journal& journal) {
  std::set<std::string> paths;
  for (const JournalEntry& entry : journal.entries) paths.insert(entry.path);
  return paths.size() == journal.entries.size();
}

}  // namespace

std::string fingerprint(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  std::array<char, 16> digits{};
  const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), hash, 16).ptr;
  const std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
  return std::to_string(bytes.size()) + "-" + std::string(digits.size() - text.size(), '0').append(text);
}

std::string to_text(const Journal& journal) {
  std::string text(kFirstLine);
  text.append("\nhead ").append(journal.head.empty() ? kNothing : journal.head).append("\n");
  for (const JournalEntry& entry : journal.entries) {
    text.append("path ").append(entry.path).append("\n");
    if (entry.stands_already)
      text.append(kStandsAlready);
    else
      text.append("old ").append(or_dash(entry.old_blob)).append("\n");
    text.append("new ").append(or_dash(entry.new_mark)).append("\n");
    text.append("temporary ").append(entry.temporary).append("\n");
  }
  return text.append("end ").append(std::to_string(journal.entries.size())).append("\n");
}

Journal parse_journal(std::string_view text, const std::string& file) {
  JournalReader reader(text, file);
  reader.require(reader.line() == kFirstLine);
  Journal journal;
  journal.head = reader.optional_value("head", is_id).value_or("");
  while (reader.next_is("path ")) journal.entries.push_back(read_entry(reader));
  reader.require(reader.value("end") == std::to_string(journal.entries.size()));
  reader.require(reader.at_end() && !journal.entries.empty() && has_no_path_twice(journal));
  return journal;
}

void write_journal(const std::filesystem::path& git_folder, const Journal& journal) {
  stage_file(git_folder, kFile, kUnfinished, to_text(journal));
  install_file(git_folder, kFile, kUnfinished);
  sync_directory(git_folder, kFile);
}

std::optional<Journal> read_journal(const std::filesystem::path& git_folder) {
  const std::optional<std::string> text = read_file(git_folder, kFile);
  if (!text) return std::nullopt;
  return parse_journal(*text, (git_folder / kFile).string());
}

bool has_journal(const std::filesystem::path& git_folder) {
  std::error_code ignored;
  return std::filesystem::exists(git_folder / kFile, ignored);
}

void drop_journal(const std::filesystem::path& git_folder) {
  // Not made durable: should a power cut bring it back, recovery finds the commit, or the old bytes, once
  // more.
  unlink_file(git_folder, kFile);
}

void drop_unfinished_journal(const std::filesystem::path& git_folder) {
  std::error_code ignored;
  std::filesystem::remove(git_folder / kUnfinished, ignored);
}

}  // namespace mentor::store
