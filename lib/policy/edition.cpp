#include "policy/edition.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/hash.h"
#include "base/text.h"
#include "model/codec.h"
#include "model/schema.h"
#include "policy/severity.h"
#include "policy/words_of_edition.h"

namespace mentor::policy {

/// The keys of an edition and of every rule in it; what else a rule has is its own.
struct Head {
  std::string scheme;
  std::string title;
  Day in_force;
  std::optional<Span> notice;
  Places places;
};
struct RuleHead {
  Severity severity{};
  std::string source;
  Places places;
};

}  // namespace mentor::policy

namespace mentor {

template <>
inline constexpr auto fields_of<policy::Head> = std::tuple(
    field("scheme", &policy::Head::scheme, traits::required, "the scheme's name, also the folder's"),
    field("title", &policy::Head::title, traits::required, "what people call it"),
    field("in_force", &policy::Head::in_force, traits::required, "its first day, also the file's name"),
    field("notice", &policy::Head::notice, traits::optional,
          "how long before it falls due a thing is shown"));
template <>
inline constexpr auto fields_of<policy::RuleHead> =
    std::tuple(field("severity", &policy::RuleHead::severity, traits::required, "must, should or advise"),
               field("source", &policy::RuleHead::source, traits::required, "who says so, and where"));

}  // namespace mentor

namespace mentor::policy {

namespace {

constexpr std::string_view words_key = "words";
constexpr std::string_view rules_key = "rules";
constexpr std::string_view matching_key = "matching";
constexpr std::string_view examples_key = "examples";
constexpr std::array parts_keys{words_key, rules_key, matching_key, examples_key};

bool is_part(std::string_view key) { return std::ranges::find(parts_keys, key) != parts_keys.end(); }

/// Takes the members out of `from` that `is_wanted` names.
template <class Wanted>
Value split_off(Value& from, Wanted is_wanted) {
  Value taken = Value::of_map();
  taken.place = from.place;
  const auto stays = [&](const Member& member) { return !is_wanted(member.key); };
  const auto rest = std::stable_partition(from.members.begin(), from.members.end(), stays);
  std::move(rest, from.members.end(), std::back_inserter(taken.members));
  from.members.erase(rest, from.members.end());
  return taken;
}

template <Described T>
bool has_field(std::string_view key) {
  bool found = false;
  for_each_field<T>([&](const auto& each) { found = found || each.key == key; });
  return found;
}

bool is_word(const Value& value) { return value.is_scalar() && !value.text.empty(); }

void read_words(Value& value, Edition& edition, Decoder& decoder) {
  if (value.form != Form::map) return decoder.report(value.place, "'words' must be lists of words by name");
  const std::vector<std::string> known(vocabulary::all.begin(), vocabulary::all.end());
  for (const auto& [key, place, offset, list] : value.members) {
    if (std::ranges::find(known, key) == known.end()) {
      decoder.report(place, fmt::format("no record draws on a list of words {}{}", in_quotes(key),
                                        suggestion(key, known)));
      continue;
    }
    if (list.form != Form::list || !std::ranges::all_of(list.items, is_word)) {
      decoder.report(list.place, fmt::format("{} must be a list of words", in_quotes(key)));
      continue;
    }
    auto& words = edition.words[key];
    for (const auto& each : list.items) words.push_back(each.text);
  }
}

RawRule read_rule(Member from, Decoder& decoder) {
  RawRule rule;
  rule.name = std::move(from.key);
  rule.place = from.place;
  rule.parameters = std::move(from.value);
  if (rule.parameters.form != Form::map) {
    decoder.report(rule.parameters.place,
                   fmt::format("rule {} must be {{severity: …, source: …}}", in_quotes(rule.name)));
    return rule;
  }
  const Value head = split_off(rule.parameters, has_field<RuleHead>);
  const auto read = decoder.record<RuleHead>(head, "rule " + in_quotes(rule.name));
  rule.severity = read.severity;
  rule.source = read.source;
  return rule;
}

void read_rules(Value& value, Edition& edition, Decoder& decoder) {
  if (value.form != Form::map) return decoder.report(value.place, "'rules' must be rules by name");
  edition.rules.reserve(value.members.size());
  for (auto& each : value.members) edition.rules.push_back(read_rule(std::move(each), decoder));
}

void read_matching(const Value& value, Edition& edition, Decoder& decoder) {
  edition.matching = decoder.record<Weights>(value, in_quotes(matching_key));
  report_unknown_words(*edition.matching, edition, decoder);
}

/// The part is used up.
void read_part(Value& parts, std::string_view key, Edition& edition, Decoder& decoder,
               void (*read)(Value&, Edition&, Decoder&)) {
  const auto found = std::ranges::find(parts.members, key, &Member::key);
  if (found != parts.members.end()) return read(found->value, edition, decoder);
  decoder.report(parts.place, fmt::format("a policy must have {}, add it", in_quotes(key)));
}

/// Told apart from what the head has, so that it is compared with every key that a policy has.
void unknown_parts(Value& head, Decoder& decoder) {
  std::vector<std::string> known;
  for_each_field<Head>([&](const auto& each) { known.emplace_back(each.key); });
  known.insert(known.end(), parts_keys.begin(), parts_keys.end());
  const Value unknown = split_off(head, [](std::string_view key) { return !has_field<Head>(key); });
  for (const auto& each : unknown.members) {
    decoder.report(each.place, fmt::format("a policy has no field {}{}", in_quotes(each.key),
                                           suggestion(each.key, known)));
  }
}

/// The path says once more what the file says; they must agree.
void compare_with_path(const Edition& edition, const Head& head, Decoder& decoder) {
  const std::filesystem::path path(edition.file);
  const std::string scheme = path.parent_path().filename().string();
  if (!edition.scheme.empty() && edition.scheme != scheme) {
    decoder.report(place_of(head, &Head::scheme),
                   fmt::format("scheme {} stands in the folder of {}, make them the same",
                               in_quotes(edition.scheme), in_quotes(scheme)));
  }
  if (edition.in_force != Day{} && edition.in_force.iso() != path.stem().string()) {
    decoder.report(place_of(head, &Head::in_force),
                   fmt::format("in force from {}, but the file is called {}, make them the same",
                               edition.in_force.iso(), in_quotes(path.filename().string())));
  }
}

/// Whether these lines are entries of one list and nothing else: a line that somebody put behind them is not.
bool are_examples(std::string_view lines) {
  std::optional<std::size_t> margin;
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    const auto indent = line.find_first_not_of(' ');
    if (indent == std::string_view::npos || line[indent] == '#') continue;
    const bool is_entry = line.substr(indent).starts_with("- ");
    if (!margin) margin = indent;
    if (indent < *margin || (indent == *margin && !is_entry)) return false;
  }
  return true;
}

}  // namespace

const RawRule* Edition::rule(std::string_view name) const {
  const auto found = std::ranges::find(rules, name, &RawRule::name);
  return found == rules.end() ? nullptr : &*found;
}

std::string_view without_examples(std::string_view text) {
  const std::string start = fmt::format("\n{}:\n", examples_key);
  const auto begin = text.find(start);
  if (begin == std::string_view::npos) return text;
  const std::string_view examples = text.substr(begin + start.size());
  return are_examples(examples) ? text.substr(0, begin + 1) : text;
}

Edition read_edition(Value head_value, std::string_view file, Problems& problems) {
  Decoder decoder(file);
  Value parts = split_off(head_value, is_part);
  unknown_parts(head_value, decoder);
  const Head head = decoder.record<Head>(head_value, "a policy");
  Edition edition;
  edition.file = file;
  edition.scheme = head.scheme;
  edition.title = head.title;
  edition.in_force = head.in_force;
  edition.notice = head.notice.value_or(edition.notice);
  read_part(parts, words_key, edition, decoder, read_words);
  read_part(parts, rules_key, edition, decoder, read_rules);
  if (const Member* matching = parts.find(matching_key)) read_matching(matching->value, edition, decoder);
  const auto examples = std::ranges::find(parts.members, examples_key, &Member::key);
  if (examples != parts.members.end()) edition.examples = std::move(examples->value);
  compare_with_path(edition, head, decoder);
  std::ranges::move(decoder.take_problems(), std::back_inserter(problems));
  return edition;
}

void Policies::add(Edition edition) {
  const std::string scheme = edition.scheme;
  auto& editions = editions_[scheme];
  const auto place = std::ranges::upper_bound(editions, edition.in_force, {}, &Edition::in_force);
  editions.insert(place, std::move(edition));
  gather_words(scheme);
}

void Policies::gather_words(const std::string& scheme) {
  Words& all = words_[scheme];
  all.clear();
  for (const auto& edition : editions_[scheme]) {
    for (const auto& [vocabulary, list] : edition.words) {
      auto& words = all[vocabulary];
      for (const auto& each : list) {
        if (std::ranges::find(words, each) == words.end()) words.push_back(each);
      }
    }
  }
}

void Policies::put(Edition edition) {
  std::erase_if(editions_[edition.scheme],
                [&](const Edition& each) { return each.in_force == edition.in_force; });
  add(std::move(edition));
}

std::vector<std::string> Policies::schemes() const {
  std::vector<std::string> names;
  for (const auto& [name, editions] : editions_) names.push_back(name);
  return names;
}

const std::vector<Edition>& Policies::editions(std::string_view scheme) const {
  static const std::vector<Edition> none;
  const auto found = editions_.find(scheme);
  return found == editions_.end() ? none : found->second;
}

const Edition* Policies::in_force(std::string_view scheme, Day day) const {
  const auto& all = editions(scheme);
  if (all.empty()) return nullptr;
  const auto next = std::ranges::upper_bound(all, day, {}, &Edition::in_force);
  return next == all.begin() ? &all.front() : &*std::prev(next);
}

const std::vector<std::string>& Policies::words(std::string_view scheme, std::string_view vocabulary) const {
  static const std::vector<std::string> none;
  const Words& all = words(scheme);
  const auto found = all.find(vocabulary);
  return found == all.end() ? none : found->second;
}

const Words& Policies::words(std::string_view scheme) const {
  static const Words none;
  const auto found = words_.find(scheme);
  return found == words_.end() ? none : found->second;
}

std::string Policies::hash(std::string_view scheme) const {
  std::string all;
  for (const auto& edition : editions(scheme)) all += edition.text;
  return sha256(all);
}

}  // namespace mentor::policy
