/// Asking a person at a terminal for what a command needs and was not given.
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "cmd/call.h"
#include "cmd/question.h"

namespace mentor::cmd {

/// What somebody types in answer to the prompt, without the blanks around it; nothing when they are gone.
[[nodiscard]] std::optional<std::string> answer_to(const Io& io, std::string_view prompt);

/// `Tia Quillfeather with Ros Okafor-Vale (P-9X2MC)`; the identifier alone where one of the two wasn't read.
[[nodiscard]] std::string called(const Match& match, const Register& records);
/// The same of that match, or the person's name; the identifier alone of whatever wasn't read.
[[nodiscard]] std::string called(const Id& id, const Register& records);

/// A word for a shell: in quotes where it would be more than one.
[[nodiscard]] std::string in_shell(const std::string& text);

/// The command line that says all that was said to these questions.
[[nodiscard]] std::string as_command(std::string_view command, const std::deque<Question>& questions);

/// The questions of one command, asked one after the other. An answer that won't do is said and asked for
/// again, `?` explains, and Enter leaves out what need not be said.
class Conversation {
 public:
  Conversation(const Call& call, std::string command, std::deque<Question>& questions)
      : call_(call), command_(std::move(command)), questions_(questions) {}

  /// Asks all that is open. Throws Trouble (usage) when somebody leaves.
  void ask();

 private:
  void ask(Question& question);
  /// Whether an answer was taken.
  bool take(Question& question, const std::string& typed);
  void explain(const Question& question);
  void find_what_was_given();
  void find(const Question& question, const std::string& text);
  void must_be_known(const Question& question, const std::string& text);
  /// The scheme that was told, or is that of whom was told; empty when it isn't known yet.
  [[nodiscard]] std::string scheme() const;

  const Call& call_;
  std::string command_;
  std::deque<Question>& questions_;
  std::string scheme_;  ///< of whom was found
};

}  // namespace mentor::cmd
