#include "cmd/made_from.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/text.h"

namespace mentor::cmd {

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view table_key = "made_from";
constexpr std::string_view line_start = "made from ";
constexpr std::string_view policy_of = "policy.";

/// What was asked for beside the name, where it was.
Pairs pairs_of(const AskedReport& asked) {
  Pairs pairs;
  const auto add = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) pairs.emplace_back(key, value);
  };
  add("match", asked.match);
  add("for", asked.for_young_person ? "young-person" : "");
  add("since", asked.since);
  add("ids_only", asked.ids_only ? "yes" : "");
  add("from", asked.from ? asked.from->iso() : "");
  add("to", asked.to ? asked.to->iso() : "");
  return pairs;
}

Pairs pairs_of(const MadeFrom& made_from) {
  Pairs pairs{{"report", made_from.asked.name},
              {"program", made_from.program},
              {"as_of", made_from.as_of.iso()},
              {"later", std::string(word(made_from.later))}};
  std::ranges::move(pairs_of(made_from.asked), std::back_inserter(pairs));
  pairs.emplace_back("commit", made_from.commit);
  for (const auto& [scheme, hash] : made_from.policies)
    pairs.emplace_back(fmt::format("{}{}", policy_of, scheme), hash);
  pairs.emplace_back("unrecorded", std::to_string(made_from.unrecorded));
  return pairs;
}

std::string value_of(const Pairs& pairs, std::string_view key) {
  const auto found = std::ranges::find(pairs, key, &Pairs::value_type::first);
  return found == pairs.end() ? std::string() : found->second;
}

std::optional<std::size_t> number_of(const Pairs& pairs, std::string_view key) {
  const std::string text = value_of(pairs, key);
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc() || *read.ptr != '\0') return std::nullopt;
  return number;
}

AskedReport asked_of(const Pairs& pairs) {
  AskedReport asked;
  asked.name = value_of(pairs, "report");
  asked.match = value_of(pairs, "match");
  asked.for_young_person = !value_of(pairs, "for").empty();
  asked.since = value_of(pairs, "since");
  asked.ids_only = !value_of(pairs, "ids_only").empty();
  asked.from = Day::parse(value_of(pairs, "from"));
  asked.to = Day::parse(value_of(pairs, "to"));
  return asked;
}

std::optional<MadeFrom> made_from_of(const Pairs& pairs) {
  const auto as_of = Day::parse(value_of(pairs, "as_of"));
  const auto later = Scalar<Later>::read(value_of(pairs, "later"));
  const auto unrecorded = number_of(pairs, "unrecorded");
  MadeFrom made_from;
  made_from.asked = asked_of(pairs);
  made_from.program = value_of(pairs, "program");
  made_from.commit = value_of(pairs, "commit");
  made_from.width = number_of(pairs, "width").value_or(0);
  if (!as_of || !later || !unrecorded || made_from.asked.name.empty() || made_from.commit.empty())
    return std::nullopt;
  made_from.as_of = *as_of;
  made_from.later = *later;
  made_from.unrecorded = *unrecorded;
  return made_from;
}

void take_pair(Pairs& pairs, std::string_view text, char between) {
  const std::size_t end = std::min(text.find(between), text.size());
  if (end < text.size()) pairs.emplace_back(text.substr(0, end), text.substr(end + 1));
}

/// Of a line of such pairs, with blanks between them.
void take_words(Pairs& pairs, std::string_view line) {
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    take_pair(pairs, line.substr(0, end), '=');
    line.remove_prefix(std::min(end + 1, line.size()));
  }
}

/// The line that says it is the last one; what doesn't fit goes on below.
Pairs of_last_line(const std::vector<std::string_view>& lines) {
  Pairs pairs;
  const auto last = std::ranges::find_if(lines.rbegin(), lines.rend(),
                                         [](std::string_view line) { return line.starts_with(line_start); });
  if (last == lines.rend()) return pairs;
  for (auto line = last.base() - 1; line != lines.end(); ++line) take_words(pairs, *line);
  return pairs;
}

Pairs of_csv(const std::vector<std::string_view>& lines) {
  Pairs pairs;
  for (std::string_view line : lines) {
    if (!line.starts_with(table_key)) continue;
    line.remove_prefix(std::min(table_key.size() + 1, line.size()));
    take_pair(pairs, line, ',');
  }
  return pairs;
}

/// The foot of a page, in one line between what the format puts around it.
Pairs of_foot(const std::vector<std::string_view>& lines, std::string_view before, std::string_view behind) {
  const std::string start = fmt::format("{}{}", before, line_start);
  const auto last = std::ranges::find_if(lines.rbegin(), lines.rend(), [&](std::string_view line) {
    return line.starts_with(start) && line.ends_with(behind);
  });
  Pairs pairs;
  if (last == lines.rend()) return pairs;
  const std::string_view foot = last->substr(start.size(), last->size() - start.size() - behind.size());
  take_words(pairs, foot);
  return pairs;
}

/// The members of the whole are indented by two, as no others are; a list that is empty is on its line.
Pairs of_json(const std::vector<std::string_view>& lines) {
  Pairs pairs;
  for (std::string_view line : lines) {
    if (!line.starts_with("  \"")) continue;
    line.remove_prefix(3);
    const std::size_t key_end = line.find("\": ");
    if (key_end == std::string_view::npos) continue;
    std::string_view value = line.substr(key_end + 3);
    if (value.ends_with(',')) value.remove_suffix(1);
    if (value.size() > 1 && value.front() == '"') value = value.substr(1, value.size() - 2);
    pairs.emplace_back(line.substr(0, key_end), value);
  }
  for (auto& [key, value] : pairs) {
    if (key == "unrecorded") value = value == "[]" ? "0" : "1";
  }
  return pairs;
}

Format format_of(std::string_view first_line) {
  if (first_line == "{") return Format::json;
  if (first_line.starts_with("table,")) return Format::csv;
  if (first_line.starts_with("# ")) return Format::md;
  return first_line == "<!doctype html>" ? Format::html : Format::text;
}

Pairs pairs_in(const std::vector<std::string_view>& lines, Format format) {
  switch (format) {
    case Format::json:
      return of_json(lines);
    case Format::csv:
      return of_csv(lines);
    case Format::md:
      return of_foot(lines, "    ", "");
    case Format::html:
      return of_foot(lines, "<p class=\"made-from\">", "</p>");
    default:
      return of_last_line(lines);
  }
}

}  // namespace

std::string in_one_line(const MadeFrom& made_from) {
  std::vector<std::string> words;
  for (const auto& [key, value] : pairs_of(made_from)) words.push_back(fmt::format("{}={}", key, value));
  return fmt::format("{}{}", line_start, join(words, " "));
}

void add_asked(Value& value, const AskedReport& asked) {
  for (const auto& [key, said] : pairs_of(asked)) value.add(key, Value::of_token(said));
}

std::string in_a_line(const MadeFrom& made_from) {
  const std::string line = fmt::format("{} width={}", in_one_line(made_from), made_from.width);
  return join(wrap(line, made_from.width - 2), "\n  ") + "\n";
}

Table table_of(const MadeFrom& made_from) {
  Table table{std::string(table_key), {}, {{"key", "key"}, {"value", "value"}}, {}};
  for (const auto& [key, value] : pairs_of(made_from))
    table.rows.push_back({Value::of_token(key), Value::of_token(value)});
  return table;
}

std::optional<Kept> read_kept(std::string_view report) {
  auto lines = split_lines(report);
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  if (lines.empty()) return std::nullopt;
  Kept kept;
  kept.format = format_of(lines.front());
  const auto made_from = made_from_of(pairs_in(lines, kept.format));
  if (!made_from) return std::nullopt;
  kept.made_from = *made_from;
  return kept;
}

}  // namespace mentor::cmd
