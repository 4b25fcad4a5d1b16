#include "base/listing.h"

#include <algorithm>

#include "base/text.h"

namespace mentor {

namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view at) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(at), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::vector<std::string_view> words_of_entry(std::string_view text) { return split(text, " \t\r\n"); }

bool parts_entries(std::string_view word) {
  const std::string folded = fold(word);
  return folded == "and" || folded == "or";
}

}  // namespace

std::string fold_entry(std::string_view text) {
  const std::string folded = fold(text);
  std::string entry;
  for (const auto word : words_of_entry(folded)) {
    if (!entry.empty()) entry += ' ';
    entry += word;
  }
  return entry;
}

std::vector<std::string> entries_in(std::string_view text, PartedBy parted_by) {
  std::vector<std::string> entries;
  for (const auto part : split(text, parted_by == PartedBy::words ? ",;/&" : ",;")) {
    std::string entry;
    const auto add = [&] {
      if (!entry.empty()) entries.push_back(std::move(entry));
      entry.clear();
    };
    for (const auto word : words_of_entry(part)) {
      if (parted_by == PartedBy::words && parts_entries(word)) {
        add();
        continue;
      }
      if (!entry.empty()) entry += ' ';
      entry += word;
    }
    add();
  }
  return entries;
}

std::vector<std::string> entries_in(const std::vector<std::string>& texts, PartedBy parted_by) {
  std::vector<std::string> entries;
  std::vector<std::string> folded;
  for (const auto& text : texts) {
    for (auto& entry : entries_in(text, parted_by)) {
      std::string key = fold_entry(entry);
      if (std::ranges::find(folded, key) != folded.end()) continue;
      folded.push_back(std::move(key));
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

}  // namespace mentor
