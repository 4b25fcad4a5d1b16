// What git holds: the part of Repository that reads blobs.
#include "git/answer.h"
#include "git/environment.h"
#include "git/output.h"
#include "git/repository.h"

namespace mentor::git {
namespace {

std::string_view take(std::string_view& text, std::size_t count) {
  if (count > text.size()) throw unreadable_answer();
  const std::string_view taken = text.substr(0, count);
  text.remove_prefix(count);
  return taken;
}

std::string_view take_line(std::string_view& text) {
  const std::string_view line = take(text, text.find('\n'));
  text.remove_prefix(1);
  return line;
}

std::optional<Blob> read_contents(std::string_view& answers) {
  std::optional<Answer> answer = read_answer(take_line(answers));
  if (!answer) return std::nullopt;
  Blob blob{std::move(answer->id), std::string(take(answers, answer->size))};
  take(answers, 1);
  return blob;
}

}  // namespace

void Repository::prepare_look_up() {
  if (look_up_) return;
  look_up_.emplace(start(Access::read, {"cat-file", "--batch-command"}));
  looked_for_.reset();
}

void Repository::ask_for(const Paths& paths) {
  if (looked_for_) look_up_.reset();
  prepare_look_up();
  std::string questions = "info HEAD\n";
  for (const std::string& path : paths) {
    questions.append("contents HEAD:").append(site_.prefix).append(path).append("\n");
    questions.append("info :0:").append(site_.prefix).append(path).append("\n");
  }
  look_up_->hand_over(std::move(questions));
  looked_for_ = paths;
}

std::vector<Held> Repository::look_up(const Paths& paths) {
  if (looked_for_ != paths) ask_for(paths);
  looked_for_.reset();
  Process asked = std::move(*look_up_);
  look_up_.reset();
  const Outcome outcome = asked.finish("", kTimeLimit);
  if (outcome.status != 0) {
    require_working();
    throw git_trouble("cannot read what git holds", outcome);
  }
  std::string_view answers = outcome.out;
  const std::optional<Answer> head = read_answer(take_line(answers));
  if (!head && !site_.head.empty())
    throw Trouble(Cause::machine,
                  "git has lost the commit that HEAD leads to, check the repository with `git fsck`");
  site_.head = head ? head->id : "";
  std::vector<Held> result(paths.size());
  for (Held& held : result) {
    held.head = read_contents(answers);
    if (const auto staged = read_answer(take_line(answers))) held.index = staged->id;
  }
  return result;
}

std::optional<std::string> Repository::read_blob(const std::string& name) const {
  const Outcome outcome = run(Access::read, {"cat-file", "--batch-command"}, "contents " + name + "\n");
  if (outcome.status != 0) throw git_trouble("cannot read '" + name + "' from git", outcome);
  std::string_view answers = outcome.out;
  std::optional<Blob> blob = read_contents(answers);
  if (!blob) return std::nullopt;
  return std::move(blob->bytes);
}

std::string Repository::blob_id(std::string_view bytes, Keep keep) const {
  std::vector<std::string> words{"-c", "core.fsync=loose-object", "hash-object", "--stdin"};
  if (keep == Keep::yes) words.emplace_back("-w");
  const Outcome outcome = run(keep == Keep::yes ? Access::write : Access::read, words, bytes);
  if (outcome.status != 0) throw git_trouble("cannot hand a file to git", outcome);
  return lines_of(outcome.out).at(0);
}

}  // namespace mentor::git
