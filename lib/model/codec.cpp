#include "model/codec.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/schema.h"

namespace mentor {

namespace {

/// Who mends a file wants to know all that is wrong in it, but nobody reads further than this.
constexpr std::size_t most_problems = 100;

}  // namespace

void Decoder::report(Place place, std::string message) {
  if (problems_.size() > most_problems) return;
  if (problems_.size() == most_problems)
    message = "more is wrong in this file, mend what is told before this";
  problems_.push_back({{file_, place}, std::move(message), {}});
}

void Decoder::unknown(std::string_view noun, std::string_view key, Place place,
                      std::span<const std::string_view> known) {
  if (problems_.size() > most_problems) return;  // the key that was meant is not found at once
  const std::vector<std::string> keys(known.begin(), known.end());
  report(place, fmt::format("{} has no field {}{}", noun, in_quotes(key), suggestion(key, keys)));
}

void Decoder::missing(Place place, std::string_view noun, std::string_view key, Within within) {
  const bool given = within == Within::entry && key == key_of(&Session::id);
  report(place, fmt::format("{} must have {}, {}", noun, in_quotes(key),
                            given ? no_entry_id : std::string_view("add it")));
}

std::string Decoder::no_value(std::string_view key, Absence absence) {
  return fmt::format("{} has no value, give one{}", in_quotes(key),
                     absence == Absence::allowed ? " or take the line out" : ", it is needed");
}

bool Decoder::is_map(Form form, Place place, std::string_view noun) {
  if (form == Form::map) return true;
  report(place, fmt::format("{} must be fields, one 'key: value' each", noun));
  return false;
}

bool Decoder::is_list(Form form, Place place, std::string_view key) {
  if (form == Form::list) return true;
  report(place, fmt::format("{} must be a list, one '- …' a line or [a, b]", in_quotes(key)));
  return false;
}

bool same(const Value& a, const Value& b) {
  const auto same_member = [](const Member& one, const Member& other) {
    return one.key == other.key && same(one.value, other.value);
  };
  return a.form == b.form && a.text == b.text &&
         std::ranges::equal(a.items, b.items, [](const Value& x, const Value& y) { return same(x, y); }) &&
         std::ranges::equal(a.members, b.members, same_member);
}

}  // namespace mentor
