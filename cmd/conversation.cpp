#include "cmd/conversation.h"

#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <ostream>
#include <utility>

#include "actions/plan.h"
#include "base/text.h"
#include "cmd/as_meant.h"
#include "cmd/explanation.h"
#include "cmd/verb.h"
#include "reports/report.h"

namespace mentor::cmd {

namespace {

constexpr std::string_view help_sign = "?";

std::string prompt_of(const Question& question) {
  const OptionHelp& help = question.help();
  if (help.repeats == Repeats::yes && !question.said().empty()) return "  another one [none]";
  OptionHelp asked = help;
  asked.usually_today = UsuallyToday::no;
  if (help.usually_today == UsuallyToday::yes) return asked.in_full() + " [today]";
  if (help.is_flag) return asked.in_full() + ", yes or no [no]";
  return asked.in_full() + (help.is_parted ? ", or with commas between" : "") +
         (question.is_needed() ? "" : " [none]");
}

Id found(Names names, const std::string& text, Desk& desk) {
  switch (names) {
    case Names::match:
      return desk.match(text);
    case Names::mentor:
      return desk.mentor(text);
    case Names::young_person:
      return desk.young_person(text);
    case Names::person:
      return desk.person(text);
    case Names::concern:
      return desk.concern(text);
    default:
      return desk.record(text);
  }
}

}  // namespace

std::string in_shell(const std::string& text) {
  if (visible(text) == text) return mentor::in_shell(text);
  std::string quoted = "$'";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\\' || c == '\'') {
      quoted += {'\\', c};
    } else {
      quoted += byte < ' ' || byte > '~' ? fmt::format("\\x{:02x}", byte) : std::string(1, c);
    }
  }
  return quoted + "'";
}

std::optional<std::string> answer_to(const Io& io, std::string_view prompt) {
  std::string text;
  io.err << visible(prompt) << ": " << std::flush;
  if (!std::getline(io.in, text)) {
    io.err << '\n';
    return std::nullopt;
  }
  return without_blanks_around(text);
}

bool says_yes(const Call& call, std::string_view question, bool usually) {
  for (;;) {
    const auto text = answer_to(call.io, fmt::format("{} [{}]", question, usually ? "yes" : "no"));
    if (!text) return false;
    const std::string answer = text->empty() ? (usually ? "yes" : "no") : fold(*text);
    if (answer == "yes" || answer == "y") return true;
    if (answer == "no" || answer == "n") return false;
    call.io.err << "  yes does it; no leaves everything as it was\n";
  }
}

std::string as_command(std::string_view command, const std::deque<Question>& questions) {
  std::string line = fmt::format("mentorctl {}", command);
  for (const auto& question : questions) {
    const std::string& name = question.help().name;
    for (const auto& said : question.said()) {
      if (name.find(' ') != std::string::npos && question.help().has_name()) {
        line += " --" + said;  // `--yes or --no`
      } else if (question.help().has_name() && question.help().is_flag) {
        line += said == "yes" ? " " + name : std::string();
      } else {
        line += fmt::format(" {}{}", question.help().has_name() ? name + " " : "", in_shell(said));
      }
    }
  }
  return line;
}

std::string Conversation::scheme() const {
  if (!scheme_.empty()) return scheme_;
  const auto told = std::ranges::find_if(questions_, [](const Question& each) {
    return each.help().names == Names::scheme && !each.said().empty();
  });
  return told == questions_.end() ? std::string() : told->said().front();
}

std::string Conversation::find(const Question& question, const std::string& text) {
  ReadingRoom room = call_.open(command_);
  Desk& desk = room.desk();
  std::string who;
  if (question.help().names == Names::scheme) {
    actions::must_be_scheme(text, desk.policies());
  } else {
    const Id id = found(question.help().names, text, desk);
    desk.read_around(id);
    who = reports::called(desk.records(), id.view());
    scheme_ = scheme_of(id, desk.records());
  }
  if (question.look_up()) question.look_up()(desk, text);
  return who;
}

void Conversation::introduce(const Question& question, const std::string& text) {
  const std::string who = find(question, text);
  if (!who.empty()) call_.io.err << "  " << visible(who) << '\n';
}

void Conversation::look_up() {
  for (const auto& question : questions_) {
    if (!question.look_up()) continue;
    for (const auto& text : question.said()) find(question, text);
  }
}

bool Conversation::takes_the_only_one(Question& question) {
  if (question.help().names != Names::scheme) return false;
  ReadingRoom room = call_.open(command_);
  const auto schemes = room.desk().policies().schemes();
  if (schemes.size() != 1) return false;
  question.take(schemes.front());
  if (question.look_up()) question.look_up()(room.desk(), schemes.front());
  return true;
}

std::vector<std::string> Conversation::words_for(const Question& question) const {
  const OptionHelp& help = question.help();
  if (help.kind == Kind::truth) return {"yes", "no"};
  if (!help.words.empty()) return help.words;
  if (help.vocabulary.empty() && help.names != Names::scheme) return {};
  ReadingRoom room = call_.open(command_);
  auto schemes = room.desk().policies().schemes();
  if (help.names == Names::scheme) return schemes;
  std::vector<std::string> words;
  for (const auto& each : schemes) {
    if (scheme().empty() || scheme() == each)
      std::ranges::copy(room.desk().policies().words(each, help.vocabulary), std::back_inserter(words));
  }
  return words;
}

void Conversation::must_be_known(const Question& question, const std::string& text) {
  ReadingRoom room = call_.open(command_);
  Desk& desk = room.desk();
  const auto schemes = desk.policies().schemes();
  const std::string told = scheme();
  if (told.empty() && schemes.size() != 1) return;
  const actions::Facts facts{desk.records(), desk.policies(), desk.today(), {}};
  actions::must_be_word(question.help().name, text, question.help().vocabulary,
                        told.empty() ? schemes.front() : told, facts);
}

void Conversation::explain(const Question& question) {
  const auto say = [&](Desk* desk) {
    for (const auto& each : explanation_of(question, scheme(), desk))
      call_.io.err << "  " << visible(each) << '\n';
  };
  if (question.help().vocabulary.empty() && question.help().names == Names::nothing) return say(nullptr);
  ReadingRoom room = call_.open(command_);
  say(&room.desk());
}

bool Conversation::take(Question& question, const std::string& typed) {
  const auto words = words_for(question);
  std::vector<std::string> texts = question.parts_of(typed);
  for (auto& text : texts) text = as_meant(text, question.help().kind, words);
  try {
    for (const auto& text : texts) {
      if (text.empty()) throw usage("{} has no value", question.help().name);
      if (question.help().names != Names::nothing) introduce(question, text);
      if (!question.help().vocabulary.empty()) must_be_known(question, text);
    }
    for (const auto& text : texts) question.take(text);
    return true;
  } catch (const Trouble& trouble) {
    if (trouble.cause() != Cause::usage) throw;
    call_.io.err << visible(trouble.what()) << '\n';
    return false;
  }
}

void Conversation::ask(Question& question) {
  const bool repeats = question.help().repeats == Repeats::yes;
  for (;;) {
    const auto text = answer_to(call_.io, prompt_of(question));
    if (!text) throw Trouble(Cause::usage, question.missing() + " is missing, nothing was written");
    const bool goes_on = text->empty() && (!question.is_needed() || !question.said().empty());
    if (*text == help_sign) {
      explain(question);
    } else if (goes_on || (take(question, *text) && !repeats)) {
      return;
    }
  }
}

/// What stood on the command line must be there, before anybody types a long answer; and tells the scheme.
void Conversation::find_what_was_given() {
  for (const auto& question : questions_) {
    if (question.help().names == Names::nothing) continue;
    for (const auto& text : question.said()) introduce(question, text);
  }
}

void Conversation::ask() {
  find_what_was_given();
  bool begun = false;
  for (auto& question : questions_) {
    if (!question.is_asked() || !question.is_open() || takes_the_only_one(question)) continue;
    if (!std::exchange(begun, true)) call_.io.err << "? explains a question\n";
    ask(question);
  }
}

}  // namespace mentor::cmd
