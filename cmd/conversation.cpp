#include "cmd/conversation.h"

#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <ostream>

#include "actions/plan.h"
#include "base/text.h"
#include "cmd/verb.h"
#include "rules/state.h"

namespace mentor::cmd {

namespace {

constexpr std::string_view help_sign = "?";

std::string prompt_of(const Question& question) {
  const OptionHelp& help = question.help();
  if (help.repeats == Repeats::yes && !question.said().empty()) return "  another one [none]";
  OptionHelp asked = help;
  asked.usually_today = UsuallyToday::no;
  if (help.usually_today == UsuallyToday::yes) return asked.in_full() + " [today]";
  return asked.in_full() + (question.is_needed() ? "" : " [none]");
}

/// `y` for yes and `n` for no will do.
std::string in_full(const std::string& answer) {
  if (fold(answer) == "y") return "yes";
  return fold(answer) == "n" ? "no" : answer;
}

/// How such a value is typed.
std::string example_of(Kind kind) {
  switch (kind) {
    case Kind::date:
      return "a day is typed as year, month, day: 2026-02-20";
    case Kind::span:
      return "a length of time is typed as '3 months' or '2 weeks'";
    case Kind::truth:
      return "type yes or no";
    case Kind::minutes:
      return "whole minutes: 90 for an hour and a half";
    case Kind::money:
      return "pounds: 12.50, or 12";
    case Kind::ages:
      return "ages are typed as 16-18, or one age";
    default:
      return {};
  }
}

/// What Enter does.
std::string what_else(const Question& question) {
  std::string_view enter = "Enter leaves it out";
  if (question.is_needed()) enter = "this is needed";
  if (question.help().usually_today == UsuallyToday::yes) enter = "Enter means today";
  if (!question.said().empty()) enter = "Enter goes on, there is no other";
  return fmt::format("{}; with Ctrl-D nothing is written", enter);
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
    default:
      return desk.record(text);
  }
}

/// Whom one could mean, a line each: matches that are not over, people who are there.
std::vector<std::string> candidates(Names names, Desk& desk) {
  std::vector<std::string> lines;
  const auto& records = desk.records();
  const bool matches = names == Names::match || names == Names::record;
  const bool mentors = names == Names::mentor || names == Names::person || names == Names::record;
  const bool young = names == Names::young_person || names == Names::person || names == Names::record;
  const bool gone = names == Names::gone;
  for (const auto& [id, match] : records.matches) {
    const auto state = rules::state_of(match, desk.today());
    const bool is_over = state == MatchState::ended || state == MatchState::self_managed;
    if (gone ? is_over : matches && !is_over && state != MatchState::declined)
      lines.push_back(called(id, records));
  }
  for (const auto& [id, person] : records.young_people) {
    if ((gone || young) && rules::has_left(person, desk.today()) == gone)
      lines.push_back(called(id, records));
  }
  for (const auto& [id, mentor] : records.mentors) {
    if ((gone || mentors) && rules::has_left(mentor, desk.today()) == gone)
      lines.push_back(called(id, records));
  }
  return lines;
}

}  // namespace

std::string in_shell(const std::string& text) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:/@%+=_-";
  if (text.find_first_not_of(plain) == std::string::npos) return text;
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
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

std::string as_command(std::string_view command, const std::deque<Question>& questions) {
  std::string line = fmt::format("mentorctl {}", command);
  for (const auto& question : questions) {
    const std::string& name = question.help().name;
    for (const auto& said : question.said()) {
      if (name.find(' ') != std::string::npos && question.help().has_name()) {
        line += " --" + said;  // `--yes or --no`
      } else if (question.help().has_name() && question.help().is_flag) {
        line += " " + name;
      } else {
        line += fmt::format(" {}{}", question.help().has_name() ? name + " " : "", in_shell(said));
      }
    }
  }
  return line;
}

std::string called(const Match& match, const Register& records) {
  const auto* person = mentor::find(records.young_people, match.young_person);
  const auto* mentor = mentor::find(records.mentors, match.mentor);
  if (!person || !mentor) return match.id.text();
  return fmt::format("{} with {} ({})", person->name, mentor->name, match.id.view());
}

std::string called(const Id& id, const Register& records) {
  const auto named = [&]<class Person>(const Person* person) {
    return person ? fmt::format("{} ({})", person->name, id.view()) : id.text();
  };
  if (const auto mentor = MentorId::parse(id.view())) return named(mentor::find(records.mentors, *mentor));
  if (const auto person = YoungPersonId::parse(id.view()))
    return named(mentor::find(records.young_people, *person));
  const auto known = MatchId::parse(id.view());
  const Match* match = known ? mentor::find(records.matches, *known) : nullptr;
  return match ? called(*match, records) : id.text();
}

std::string Conversation::scheme() const {
  if (!scheme_.empty()) return scheme_;
  const auto told = std::ranges::find_if(questions_, [](const Question& each) {
    return each.help().names == Names::scheme && !each.said().empty();
  });
  return told == questions_.end() ? std::string() : told->said().front();
}

void Conversation::find(const Question& question, const std::string& text) {
  ReadingRoom room = call_.open(command_);
  Desk& desk = room.desk();
  if (question.help().names == Names::scheme) return actions::must_be_scheme(text, desk.policies());
  const Id id = found(question.help().names, text, desk);
  desk.read_around(id);
  call_.io.err << "  " << visible(called(id, desk.records())) << '\n';
  scheme_ = scheme_of(id, desk.records());
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
  const OptionHelp& help = question.help();
  std::vector<std::string> lines;
  if (const auto example = example_of(help.kind); !example.empty()) lines.push_back(example);
  if (!help.vocabulary.empty() || help.names != Names::nothing) {
    ReadingRoom room = call_.open(command_);
    Desk& desk = room.desk();
    for (const auto& each : desk.policies().schemes()) {
      if (help.vocabulary.empty() || (!scheme().empty() && scheme() != each)) continue;
      lines.push_back(
          fmt::format("in {}: {}", each, join(desk.policies().words(each, help.vocabulary), ", ")));
    }
    if (help.names == Names::scheme) {
      std::ranges::move(desk.policies().schemes(), std::back_inserter(lines));
    } else if (help.names != Names::nothing) {
      desk.read_names();
      std::ranges::move(candidates(help.names, desk), std::back_inserter(lines));
    }
  }
  lines.emplace_back(what_else(question));
  for (const auto& each : lines) call_.io.err << "  " << visible(each) << '\n';
}

bool Conversation::take(Question& question, const std::string& typed) {
  const std::string text = question.help().kind == Kind::truth ? in_full(typed) : typed;
  try {
    if (text.empty()) throw actions::usage("{} has no value", question.help().name);
    if (question.help().names != Names::nothing) find(question, text);
    if (!question.help().vocabulary.empty()) must_be_known(question, text);
    question.take(text);
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
    for (const auto& text : question.said()) find(question, text);
  }
}

void Conversation::ask() {
  find_what_was_given();
  call_.io.err << "? explains a question\n";
  for (auto& question : questions_) {
    if (question.is_asked() && question.is_open()) ask(question);
  }
}

}  // namespace mentor::cmd
