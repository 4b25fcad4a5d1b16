#include "git/objects.h"

#include <algorithm>

#include "git/answer.h"
#include "git/environment.h"
#include "git/output.h"

namespace mentor::git {
namespace {

constexpr std::string_view kInfo = "info";
constexpr std::string_view kContents = "contents";
constexpr std::size_t kLongestLine = 65'536;

/// Takes the answers to questions as they come, in pieces of any size.
class Answers {
 public:
  Answers(std::size_t expected, bool with_contents, const Limits& limits)
      : expected_(expected), with_contents_(with_contents), limits_(limits) {
    objects_.reserve(expected);
  }

  bool hear(std::string_view part) {
    while (!part.empty()) {
      if (is_all()) throw unreadable_answer();
      left_ > 0 ? take_content(part) : take_line(part);
    }
    return is_all();
  }

  [[nodiscard]] std::vector<std::optional<Object>> take() { return std::move(objects_); }

 private:
  [[nodiscard]] bool is_all() const { return objects_.size() == expected_ && left_ == 0; }

  void take_line(std::string_view& part) {
    const std::size_t length = std::min(part.find('\n'), part.size());
    line_.append(part.substr(0, length));
    if (line_.size() > kLongestLine) throw unreadable_answer();
    part.remove_prefix(length);
    if (part.empty()) return;
    part.remove_prefix(1);
    begin_object();
    line_.clear();
  }

  void begin_object() {
    auto answer = read_answer(line_);
    if (!answer) {
      objects_.emplace_back();
      return;
    }
    const std::size_t size = answer->size;
    objects_.emplace_back(Object{std::move(answer->id), std::move(answer->type), size, std::nullopt});
    if (!with_contents_) return;
    left_ = size + 1;  // a line end follows
    if (size > limits_.each || (kept_ > 0 && kept_ + size > limits_.together)) return;
    kept_ += size;
    objects_.back()->bytes.emplace();
  }

  void take_content(std::string_view& part) {
    auto& bytes = objects_.back()->bytes;
    const std::size_t count = std::min(left_, part.size());
    const std::size_t without_end = std::min(left_ - 1, count);
    if (bytes) bytes->append(part.substr(0, without_end));
    if (without_end < count && part[without_end] != '\n') throw unreadable_answer();
    part.remove_prefix(count);
    left_ -= count;
  }

  std::size_t expected_;
  bool with_contents_;
  Limits limits_;
  std::size_t kept_ = 0;
  std::string line_;
  std::size_t left_ = 0;  // of the content that comes
  std::vector<std::optional<Object>> objects_;
};

// What git could take for the end of a question is in no name.
bool is_askable(std::string_view name) { return !name.empty() && name.find('\n') == std::string_view::npos; }

}  // namespace

std::optional<Object> Objects::find(std::string_view name) {
  if (!is_askable(name)) return std::nullopt;
  return std::move(ask(kInfo, {std::string(name)}, {}).front());
}

std::optional<Object> Objects::read(std::string_view name) {
  if (!is_askable(name)) return std::nullopt;
  return std::move(read(std::vector{std::string(name)}).front());
}

std::vector<std::optional<Object>> Objects::read(const std::vector<std::string>& names,
                                                 const Limits& limits) {
  return ask(kContents, names, limits);
}

// One that failed is not asked again: it may still be answering.
Process Objects::take_program() {
  if (!program_)
    return repository_.start(Repository::Access::offline,
                             {"--no-replace-objects", "cat-file", "--batch-command", "--buffer"});
  Process program = std::move(*program_);
  program_.reset();
  return program;
}

std::vector<std::optional<Object>> Objects::ask(std::string_view question,
                                                const std::vector<std::string>& names, const Limits& limits) {
  if (names.empty()) return {};
  std::string questions;
  for (const std::string& name : names) questions.append(question).append(" ").append(name).append("\n");
  questions.append("flush\n");
  Process program = take_program();
  Answers answers(names.size(), question == kContents, limits);
  const auto hear = [&](std::string_view part) { return answers.hear(part); };
  if (!program.converse(questions, hear, kTimeLimit)) {
    const Outcome ended = program.finish("", kTimeLimit);
    if (ended.err.find("lazy fetching disabled") != std::string::npos) throw not_here();
    throw git_trouble("cannot read what git holds", ended);
  }
  program_.emplace(std::move(program));
  return answers.take();
}

Trouble not_here(std::string_view what) {
  return {Cause::machine, std::string(what) +
                              ", as in a partial clone: fetch it with `git fetch --refetch --no-filter`, or "
                              "check the repository with `git fsck`"};
}

}  // namespace mentor::git
