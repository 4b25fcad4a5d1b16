#include "model/without_names.h"

#include <algorithm>
#include <optional>
#include <type_traits>
#include <vector>

#include "base/words_in_text.h"
#include "model/codec.h"
#include "model/schema.h"

namespace mentor {

namespace {

template <class T>
constexpr bool is_person = std::is_same_v<T, Mentor> || std::is_same_v<T, YoungPerson>;

/// A name in the records, and whose it is if they have an identifier.
struct Named {
  std::vector<WordInText> words;
  std::optional<Id> whose;
};

class Names {
 public:
  explicit Names(const Register& records) {
    collect(records.settings);
    collect_all(records.mentors);
    collect_all(records.young_people);
    collect_all(records.matches);
    collect_all(records.concerns);
  }

  [[nodiscard]] const std::vector<Named>& all() const { return all_; }

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

  template <class Value>
  void visit(const Value& value, const Traits& traits, std::optional<Id> whose) {
    if constexpr (IsOptional<Value>::value) {
      if (value) visit(*value, traits, whose);
    } else if constexpr (IsList<Value>::value) {
      for (const auto& each : value) visit(each, traits, whose);
    } else if constexpr (Described<Value>) {
      collect(value);
    } else if constexpr (std::is_same_v<Value, std::string>) {
      if (traits.names) add(value, whose);
    }
  }

  /// `Sam Patel, personal adviser, 01709 000001` begins with the name.
  void add(std::string_view text, std::optional<Id> whose) {
    auto words = words_in_text(text.substr(0, text.find(',')));
    if (!words.empty()) all_.push_back({std::move(words), whose});
  }

  std::vector<Named> all_;
};

/// A stretch of the text's words that is a name, and what to write instead.
struct Found {
  std::size_t words = 0;
  std::string instead;
};

class Search {
 public:
  Search(const std::vector<Named>& names, std::span<const Id> about) : names_(names), about_(about) {}

  /// The longest name that begins with the first of these words.
  [[nodiscard]] Found at(std::span<const WordInText> text) const {
    std::vector<const Named*> best;
    std::size_t longest = 0;
    for (const auto& name : names_) {
      const std::size_t length = matches(name, text);
      if (length == 0 || length < longest) continue;
      if (length > longest) best.clear();
      longest = length;
      best.push_back(&name);
    }
    return {longest, longest == 0 ? std::string() : instead_of(best)};
  }

 private:
  /// How many of the words are this name: all of it, or one word.
  [[nodiscard]] std::size_t matches(const Named& name, std::span<const WordInText> text) const {
    const auto same = [](const WordInText& a, const WordInText& b) { return a.folded == b.folded; };
    const std::size_t length = name.words.size();
    const bool whole = length <= text.size() && std::ranges::equal(name.words, text.first(length), same);
    if (whole && (length > 1 || counts_alone(name, text.front()))) return length;
    const bool one = std::ranges::any_of(name.words,
                                         [&](const WordInText& word) { return same(word, text.front()); });
    return one && counts_alone(name, text.front()) ? 1 : 0;
  }

  [[nodiscard]] bool counts_alone(const Named& name, const WordInText& word) const {
    return word.is_whole && word.letters > 1 && (word.capital || is_about(name));
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

  const std::vector<Named>& names_;
  std::span<const Id> about_;
};

}  // namespace

std::string without_names(std::string_view text, const Register& records, std::span<const Id> about) {
  const Names names(records);
  const Search search(names.all(), about);
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

}  // namespace mentor
