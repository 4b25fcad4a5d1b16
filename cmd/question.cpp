#include "cmd/question.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/listing.h"
#include "base/text.h"

namespace mentor::cmd {

namespace {

std::string spaced(std::string key) {
  std::ranges::replace(key, '_', ' ');
  return key;
}

}  // namespace

std::string_view value_name(Kind kind) {
  switch (kind) {
    case Kind::date:
      return "DATE";
    case Kind::span:
      return "TIME";
    case Kind::truth:
      return "yes|no";
    case Kind::minutes:
      return "MINUTES";
    case Kind::money:
      return "POUNDS";
    case Kind::share:
      return "SHARE";
    case Kind::count:
      return "NUMBER";
    case Kind::ages:
      return "AGES";
    case Kind::id:
      return "ID";
    case Kind::word:
      return "WORD";
    case Kind::text:
    case Kind::group:
    case Kind::entry:
      break;
  }
  return "TEXT";
}

std::string OptionHelp::in_full() const {
  std::string full = means;
  if (usually_today == UsuallyToday::yes) full += "; today when not given";
  if (!words.empty()) full += "; one of " + join(words, ", ");
  if (!vocabulary.empty()) full += "; one of the scheme's " + spaced(vocabulary);
  if (has_name() && repeats == Repeats::yes) full += "; once for each";
  return full;
}

std::string Question::missing() const {
  return instead_.empty() ? help_.name : fmt::format("{} (or {})", help_.name, instead_);
}

std::vector<std::string> Question::parts_of(const std::string& text) const {
  auto parts = help_.is_parted ? entries_in(text, PartedBy::marks) : std::vector<std::string>();
  return parts.size() > 1 ? parts : std::vector{text};
}

void Question::take(const std::string& text) {
  take_(text);
  said_.push_back(text);
}

}  // namespace mentor::cmd
