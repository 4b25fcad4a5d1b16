/// A scheme's policy as its files say it: words and rules, each edition in force from a day.
///
/// Rules and their parameters are raw here, with their places; lib/rules knows what they mean.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/finding.h"
#include "base/problem.h"
#include "base/value.h"
#include "policy/weights.h"

namespace mentor::policy {

/// A rule in an edition: how much it weighs, who says so, and the parameters that are its own.
struct RawRule {
  std::string name;
  Severity severity = Severity::should;
  std::string source;
  Value parameters;  ///< a map without `severity` and `source`
  Place place;       ///< of its name
};

/// Lists of words by the name of their vocabulary.
using Words = std::map<std::string, std::vector<std::string>, std::less<>>;

/// One edition of a scheme's policy; it is whole, nothing is inherited from an earlier one.
struct Edition {
  std::string scheme;
  std::string title;
  Day in_force;
  Span notice = Span::days(30);  ///< how long before it falls due a thing is shown
  Words words;
  std::vector<RawRule> rules;       ///< in the order of the file
  std::optional<Weights> matching;  ///< how much each reason for a match counts, where it says so
  Value examples;                   ///< worked examples beside the rules; no form when there are none
  std::string file;
  std::string text;  ///< the bytes of the file, which its hash is made of

  [[nodiscard]] const RawRule* rule(std::string_view name) const;
  /// Its own, or those that the program brings.
  [[nodiscard]] Weights weights() const { return matching.value_or(Weights()); }
};

/// The text of an edition up to its examples, where these come last and are nothing but a list; else all of
/// it. To read that is enough for whoever has no use for them.
[[nodiscard]] std::string_view without_examples(std::string_view text);

/// Reads an edition. Its scheme and date must be those of its path, `schemes/SCHEME/DATE.yaml`; every list of
/// words must be one that records draw on, and every rule must have a severity and a source. Whatever is
/// wrong is added to `problems` with its place.
[[nodiscard]] Edition read_edition(Value value, std::string_view file, Problems& problems);

/// The policies of the schemes that run here.
class Policies {
 public:
  /// The editions may come in any order.
  void add(Edition edition);
  /// The same, in place of the scheme's edition of that day if there is one.
  void put(Edition edition);

  /// The names of the schemes, sorted.
  [[nodiscard]] std::vector<std::string> schemes() const;
  /// The editions of a scheme, oldest first; empty for a scheme that is not known.
  [[nodiscard]] const std::vector<Edition>& editions(std::string_view scheme) const;
  /// The edition in force on that day, before the first one the first; nothing for a scheme that is not
  /// known.
  [[nodiscard]] const Edition* in_force(std::string_view scheme, Day day) const;
  /// The words of that vocabulary in any edition of the scheme: what was once a word stays readable.
  [[nodiscard]] const std::vector<std::string>& words(std::string_view scheme,
                                                      std::string_view vocabulary) const;
  /// All of them by vocabulary. Where a scheme's editions have one, be it without a word, no other word will
  /// do.
  [[nodiscard]] const Words& words(std::string_view scheme) const;
  /// SHA-256 of the scheme's editions, one after another, in hexadecimal.
  [[nodiscard]] std::string hash(std::string_view scheme) const;

 private:
  void gather_words(const std::string& scheme);

  std::map<std::string, std::vector<Edition>, std::less<>> editions_;
  std::map<std::string, Words, std::less<>> words_;  ///< of all editions of a scheme
};

}  // namespace mentor::policy
