#include "model/known_names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "base/words_in_text.h"
#include "model/codec.h"
#include "model/schema.h"

namespace mentor {

namespace {

template <class T>
constexpr bool is_person = std::is_same_v<T, Mentor> || std::is_same_v<T, YoungPerson>;

/// Words that are names, or stand in what people go by (`Head of Service`), and also say something else; in
/// small letters they are taken for that.
constexpr auto everyday_words = std::to_array<std::string_view>(
    {"a",          "about",    "action",       "adviser",    "all",         "an",       "and",
     "april",      "art",      "assistant",    "at",         "august",      "aunt",     "autumn",
     "baker",      "bay",      "bell",         "best",       "bill",        "black",    "blue",
     "board",      "bob",      "booth",        "boy",        "bridge",      "brook",    "brother",
     "brown",      "burns",    "butler",       "by",         "care",        "carer",    "centre",
     "chance",     "chase",    "children",     "church",     "clay",        "cliff",    "close",
     "coach",      "college",  "community",    "cook",       "coordinator", "council",  "court",
     "cross",      "dad",      "dale",         "dan",        "dawn",        "day",      "dean",
     "department", "desk",     "dick",         "director",   "doctor",      "don",      "drew",
     "duty",       "early",    "education",    "employment", "event",       "fair",     "faith",
     "family",     "father",   "field",        "fielding",   "fisher",      "flint",    "flower",
     "for",        "ford",     "forest",       "found",      "fox",         "frank",    "free",
     "friend",     "from",     "gale",         "garden",     "gay",         "gene",     "gift",
     "glen",       "good",     "grace",        "grant",      "gray",        "green",    "grey",
     "group",      "guy",      "hale",         "hall",       "hand",        "hands",    "hardy",
     "harmony",    "head",     "health",       "heath",      "hill",        "holiday",  "holly",
     "hope",       "house",    "housing",      "hunt",       "hunter",      "in",       "iris",
     "ivy",        "jack",     "jade",         "jay",        "jewel",       "job",      "john",
     "joy",        "judge",    "july",         "june",       "king",        "knight",   "lace",
     "lake",       "lance",    "lane",         "lark",       "law",         "lead",     "leader",
     "leaf",       "learning", "leaving",      "lee",        "leigh",       "lily",     "line",
     "little",     "long",     "love",         "major",      "manager",     "march",    "mark",
     "marsh",      "mason",    "may",          "mead",       "meeting",     "mentee",   "mentor",
     "mentoring",  "mercy",    "merry",        "mile",       "miles",       "mill",     "miller",
     "moon",       "moss",     "mother",       "mum",        "neighbour",   "nice",     "nick",
     "noble",      "north",    "nurse",        "of",         "office",      "officer",  "olive",
     "on",         "or",       "page",         "panel",      "parent",      "park",     "parks",
     "patience",   "paul",     "peace",        "pearl",      "penny",       "people",   "personal",
     "peter",      "petty",    "phoenix",      "pierce",     "piper",       "pool",     "poppy",
     "porter",     "power",    "practitioner", "price",      "prince",      "project",  "prudence",
     "quick",      "rain",     "ray",          "reason",     "reed",        "rich",     "ring",
     "river",      "rob",      "robin",        "rock",       "rod",         "rose",     "rowan",
     "ruby",       "rush",     "sage",         "sales",      "sandy",       "school",   "scout",
     "senior",     "service",  "services",     "session",    "sharp",       "shepherd", "short",
     "singer",     "sister",   "small",        "smart",      "smith",       "snow",     "social",
     "song",       "south",    "speed",        "spring",     "staff",       "star",     "steel",
     "stone",      "storm",    "street",       "strong",     "sue",         "summer",   "sunny",
     "support",    "swan",     "swift",        "tanner",     "taylor",      "teacher",  "team",
     "temple",     "the",      "thorn",        "to",         "tom",         "town",     "training",
     "trinity",    "turner",   "tutor",        "uncle",      "unit",        "vale",     "violet",
     "walker",     "wall",     "ward",         "waters",     "webb",        "weeks",    "west",
     "white",      "wild",     "will",         "willow",     "wind",        "winter",   "wise",
     "with",       "wolf",     "wood",         "worker",     "wright",      "young",    "youth"});

static_assert(std::ranges::is_sorted(everyday_words));

/// Words that only join others: `of the` is no part of anybody's name by itself.
constexpr auto joining_words = std::to_array<std::string_view>(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"});

/// Words that stand for anybody: in `her aunt` they are no name, only a person's own can have one.
constexpr auto pronouns = std::to_array<std::string_view>(
    {"he",  "her",  "hers",  "him",  "his",  "i",    "it", "its", "me",  "mine", "my",   "our",  "ours",
     "she", "that", "their", "them", "they", "this", "us", "we",  "who", "you",  "your", "yours"});

bool is_pronoun(const std::string& folded) {
  return std::ranges::binary_search(pronouns, std::string_view(folded));
}

}  // namespace

class KnownNames::Index {
 public:
  /// A name in the records, and whose it is if they have an identifier.
  struct Named {
    std::vector<WordInText> words;
    std::optional<Id> whose;
  };

  explicit Index(const Register& records) {
    collect(records.settings);
    collect_all(records.mentors);
    collect_all(records.young_people);
    collect_all(records.matches);
    collect_all(records.concerns);
    for (std::size_t i = 0; i < all_.size(); ++i) {
      for (const auto& word : all_[i].words) {
        auto& with_it = by_word_[word.folded];
        if (with_it.empty() || with_it.back() != i) with_it.push_back(i);
      }
    }
  }

  /// Calls `visit` with each name in which the word stands, in the order of the records.
  template <class Visit>
  void for_each_with(const std::string& folded, const Visit& visit) const {
    const auto with_it = by_word_.find(folded);
    if (with_it == by_word_.end()) return;
    for (const auto number : with_it->second) visit(all_[number]);
  }

 private:
  template <class Records>
  void collect_all(const Records& records) {
    for (const auto& [id, record] : records) collect(record);
  }

  /// A person's own name has the identifier of their record, any other belongs to nobody who has one.
  template <Described T>
  void collect(const T& record) {
    for_each_field<T>([&](const auto& each) {
      std::optional<Id> whose;
      if constexpr (is_person<T>) {
        if (each.key == key_of(&T::name)) whose = record.id;
      }
      visit(record.*(each.member), each.traits, whose);
    });
  }

  /// Of a list, `Sam Patel, personal adviser, 01709 000001` begins with the name.
  template <class Value>
  void visit(const Value& value, const Traits& traits, std::optional<Id> whose) {
    if constexpr (IsOptional<Value>::value) {
      if (value) visit(*value, traits, whose);
    } else if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
      for (const auto& each : value) {
        if (traits.names) add(std::string_view(each).substr(0, each.find(',')), whose);
      }
    } else if constexpr (is_entry_list<Value>) {
      for (const auto& each : value) collect(each);
    } else if constexpr (Described<Value>) {
      collect(value);
    } else if constexpr (std::is_same_v<Value, std::string>) {
      if (traits.names) add(value, whose);
    }
  }

  void add(std::string_view text, std::optional<Id> whose) {
    auto words = words_in_text(text);
    if (!words.empty()) all_.push_back({std::move(words), whose});
  }

  std::vector<Named> all_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_word_;  ///< numbers of names, by folded word
};

namespace {

using Named = KnownNames::Index::Named;

/// A stretch of the text's words that is a name, and what to write instead.
struct Found {
  std::size_t words = 0;
  std::string instead;
};

class Search {
 public:
  Search(const KnownNames::Index& names, std::span<const Id> about) : names_(names), about_(about) {}

  /// The longest name that begins with the first of these words.
  [[nodiscard]] Found at(std::span<const WordInText> text) const {
    std::vector<const Named*> best;
    std::size_t longest = 0;
    names_.for_each_with(text.front().folded, [&](const Named& name) {
      const std::size_t length = matches(name, text);
      if (length == 0 || length < longest) return;
      if (length > longest) best.clear();
      longest = length;
      best.push_back(&name);
    });
    return {longest, longest == 0 ? std::string() : instead_of(best)};
  }

 private:
  /// How many of the words are this name, or the longest part of it.
  [[nodiscard]] std::size_t matches(const Named& name, std::span<const WordInText> text) const {
    std::size_t longest = 0;
    for (auto part = std::span(name.words); !part.empty(); part = part.subspan(1)) {
      const auto same = [](const WordInText& a, const WordInText& b) { return a.folded == b.folded; };
      const auto [end, unlike] = std::ranges::mismatch(part, text, same);
      longest = std::max(longest, static_cast<std::size_t>(end - part.begin()));
    }
    const bool counts = longest == 1 ? counts_alone(name, text.front())
                                     : std::ranges::any_of(text.first(longest), says_something);
    return counts ? longest : 0;
  }

  static bool says_something(const WordInText& word) {
    return word.capital || std::ranges::find(joining_words, word.folded) == joining_words.end();
  }

  [[nodiscard]] bool counts_alone(const Named& name, const WordInText& word) const {
    if (!word.is_whole || word.letters < 2) return false;
    if (is_pronoun(word.folded)) return word.capital && name.whose;
    return word.capital || is_about(name) || !std::ranges::binary_search(everyday_words, word.folded);
  }

  [[nodiscard]] bool is_about(const Named& name) const {
    return name.whose && std::ranges::find(about_, *name.whose) != about_.end();
  }

  [[nodiscard]] std::string instead_of(const std::vector<const Named*>& names) const {
    const auto about = std::ranges::find_if(names, [&](const Named* name) { return is_about(*name); });
    const Named& first = about == names.end() ? *names.front() : **about;
    const bool only = std::ranges::all_of(names,
                                          [&](const Named* name) { return name->whose == first.whose; });
    const bool known = first.whose && (only || about != names.end());
    return known ? first.whose->text() : std::string(some_name);
  }

  const KnownNames::Index& names_;
  std::span<const Id> about_;
};

}  // namespace

KnownNames::KnownNames(const Register& records) : index_(std::make_shared<const Index>(records)) {}

std::string KnownNames::left_out_of(std::string_view text, std::span<const Id> about) const {
  const Search search(*index_, about);
  const auto words = words_in_text(text);
  std::string safe;
  std::size_t said = 0;
  for (std::size_t i = 0; i < words.size();) {
    const Found found = search.at(std::span(words).subspan(i));
    if (found.words > 0) {
      safe.append(text.substr(said, words[i].begin - said)).append(found.instead);
      said = words[i + found.words - 1].end;
    }
    i += std::max<std::size_t>(found.words, 1);
  }
  return safe.append(text.substr(said));
}

std::vector<Id> people_of(std::span<const Id> ids, const Register& records) {
  std::vector<Id> people;
  for (const Id& id : ids) {
    const auto match = MatchId::parse(id.view());
    const Match* pair = match ? find(records.matches, *match) : nullptr;
    const auto concern = ConcernId::parse(id.view());
    const Concern* about = concern ? find(records.concerns, *concern) : nullptr;
    const auto person = about ? Id::parse(about->about) : std::nullopt;
    if (pair) people.insert(people.end(), {pair->young_person, pair->mentor});
    people.push_back(person.value_or(id));
  }
  return people;
}

}  // namespace mentor
