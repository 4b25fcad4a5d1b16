/// Asking a person at a terminal for what a command needs and was not given.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "cmd/call.h"
#include "cmd/question.h"

namespace mentor::cmd {

/// What somebody types in answer to the prompt, without the blanks around it; nothing when they are gone.
[[nodiscard]] std::optional<std::string> answer_to(const Io& io, std::string_view prompt);

/// Asks until somebody says yes or no; Enter says what is usual, and whoever is gone says no.
[[nodiscard]] bool says_yes(const Call& call, std::string_view question, bool usually);

/// A word as somebody types it into bash, safe to show: in quotes where it would be more than one, and in
/// those with escapes, `$'a\nb'`, where it holds what cannot be seen.
[[nodiscard]] std::string in_shell(const std::string& text);

/// The command line that says all that was said to these questions.
[[nodiscard]] std::string as_command(std::string_view command, const std::deque<Question>& questions);

/// The questions of one command, asked one after the other. An answer that won't do is said and asked for
/// again, `?` explains, and Enter leaves out what need not be said.
class Conversation {
 public:
  Conversation(const Call& call, std::string command, std::deque<Question>& questions)
      : call_(call), command_(std::move(command)), questions_(questions) {}

  /// What the records have of whom the command line names.
  void look_up();
  /// Asks all that is open. Throws Trouble (usage) when somebody leaves.
  void ask();

 private:
  void ask(Question& question);
  /// Whether an answer was taken.
  bool take(Question& question, const std::string& typed);
  void explain(const Question& question);
  /// Whether there was but one scheme to name.
  bool takes_the_only_one(Question& question);
  void find_what_was_given();
  /// Who is meant, in a line for people; empty for a scheme.
  std::string find(const Question& question, const std::string& text);
  void introduce(const Question& question, const std::string& text);
  void must_be_known(const Question& question, const std::string& text);
  /// The words that an answer is one of; none when it is free.
  [[nodiscard]] std::vector<std::string> words_for(const Question& question) const;
  /// The scheme that was told, or is that of whom was told; empty when it isn't known yet.
  [[nodiscard]] std::string scheme() const;

  const Call& call_;
  std::string command_;
  std::deque<Question>& questions_;
  std::string scheme_;  ///< of whom was found
};

}  // namespace mentor::cmd
