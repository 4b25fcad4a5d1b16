#include "cmd/look.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>
#include <variant>

#include "base/text.h"
#include "cmd/conversation.h"
#include "cmd/print.h"
#include "cmd/verb.h"

namespace mentor::cmd {

namespace {

/// Random numbers that are drawn once, and drawn again from the first one.
class Draws {
 public:
  explicit Draws(std::function<std::uint32_t()> source) : source_(std::move(source)) {}

  std::uint32_t next() {
    if (place_ == drawn_.size()) drawn_.push_back(source_());
    return drawn_[place_++];
  }
  void again() { place_ = 0; }

 private:
  std::function<std::uint32_t()> source_;
  std::vector<std::uint32_t> drawn_;
  std::size_t place_ = 0;
};

std::string in_words(const std::string& text, Kind kind) {
  if (kind == Kind::date) {
    if (const auto day = Day::parse(text)) return day->with_weekday();
  }
  return text;
}

/// `--agreed-on` as a label: `agreed on`.
std::string label_of(const OptionHelp& help) {
  std::string label = help.has_name() ? help.name.substr(2) : fold(help.name);
  std::ranges::replace(label, '-', ' ');
  return label;
}

std::string value_of(const Question& question, Day today) {
  std::vector<std::string> values;
  for (const auto& text : question.said()) values.push_back(in_words(text, question.help().kind));
  if (values.empty()) return today.with_weekday() + ", today";
  return join(values, "; ");
}

/// Whom the records that would be written are about, as far as they are there already.
std::vector<std::string> subjects(const Call& call, const Writing& writing, const actions::Plan& plan) {
  ReadingRoom room = call.open(writing.command);
  Desk& desk = room.desk();
  std::vector<std::string> names;
  for (const auto& record : plan.records) {
    const Id id = std::visit([](const auto& each) { return actions::id_of(each); }, record);
    std::string name = id.text();
    if (const auto* match = std::get_if<Match>(&record)) {
      desk.reader().one<YoungPerson>(match->young_person);
      desk.reader().one<Mentor>(match->mentor);
      name = called(*match, desk.records());
    } else {
      desk.reader().one<Match>(id);
      desk.reader().one<Mentor>(id);
      desk.reader().one<YoungPerson>(id);
      name = called(id, desk.records());
    }
    if (name != id.view() && std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names;
}

void show_understood(const Call& call, const std::vector<std::string>& whom) {
  auto& err = call.io.err;
  for (const auto& each : whom) err << visible(each) << '\n';
  for (const auto& question : *call.said) {
    const bool by_default = question.help().usually_today == UsuallyToday::yes && question.matters();
    if (question.said().empty() && !by_default) continue;
    if (question.help().names != Names::nothing && !whom.empty()) continue;
    err << fmt::format("  {:<16}  {}\n", label_of(question.help()),
                       visible(value_of(question, call.today())));
  }
}

/// The path and the lines of each file that change.
void show_changes(std::ostream& err, const std::string& diff) {
  constexpr std::size_t most = 40;
  std::size_t shown = 0;
  for (const auto line : split_lines(diff)) {
    const bool is_path = line.starts_with("+++ ");
    const bool is_change = (line.starts_with('+') || line.starts_with('-')) && !line.starts_with("--- ");
    if (!is_path && !is_change) continue;
    if (++shown > most) continue;
    err << (is_path ? "  in " + visible(line.substr(line.find('/') + 1)) : "    " + visible(line)) << '\n';
  }
  if (shown > most) err << fmt::format("    and {} more\n", counted(shown - most, "line", "lines"));
}

bool says_yes(const Call& call, std::string_view question, bool usually) {
  for (;;) {
    const auto text = answer_to(call.io, fmt::format("{} [{}]", question, usually ? "yes" : "no"));
    if (!text) return false;
    const std::string answer = text->empty() ? (usually ? "yes" : "no") : fold(*text);
    if (answer == "yes" || answer == "y") return true;
    if (answer == "no" || answer == "n") return false;
    call.io.err << "  yes writes it as one change; no leaves everything as it was\n";
  }
}

bool has_override(const Findings& findings) {
  return std::ranges::none_of(
      findings, [](const Finding& each) { return each.severity == Severity::must && each.stands(); });
}

/// Why somebody goes on against a rule that says should, and who answers for it; nothing when they don't.
std::optional<Override> ask_to_pass(const Call& call) {
  const auto reason = answer_to(call.io, "to go on all the same, say why; Enter leaves it");
  if (!reason || reason->empty()) return std::nullopt;
  const auto by = answer_to(call.io, "who answers for it");
  if (!by || by->empty()) return std::nullopt;
  must_be_text("--override", *reason);
  must_be_text("--authorised-by", *by);
  Override answer;
  answer.reason = *reason;
  answer.authorised_by = *by;
  return answer;
}

}  // namespace

int write_after_a_look(const Call& call, Writing writing, const MakePlan& make_plan) {
  const auto draws = std::make_shared<Draws>(writing.random);
  writing.random = [draws] { return draws->next(); };
  const auto attempt = [&](DryRun dry_run) {
    draws->again();
    writing.dry_run = dry_run;
    return write(writing, make_plan);
  };
  Outcome outcome = attempt(DryRun::yes);
  bool asks = call.talked;
  if (outcome.refused) {
    const int status = print_outcome(call, outcome);
    if (writing.answer || !has_override(outcome.findings)) return status;
    writing.answer = ask_to_pass(call);
    if (!writing.answer) return status;
    outcome = attempt(DryRun::yes);
    asks = true;
  }
  show_understood(call, subjects(call, writing, outcome.plan));
  show_changes(call.io.err, outcome.diff);
  for (const auto& each : outcome.plan.doubts) call.io.err << visible(each) << '\n';
  const bool in_doubt = !outcome.plan.doubts.empty();
  if ((asks || in_doubt) && !says_yes(call, in_doubt ? "write it all the same?" : "write it?", !in_doubt)) {
    call.io.err << "nothing was written\n";
    return static_cast<int>(Cause::refused);
  }
  outcome = attempt(DryRun::no);
  outcome.plan.doubts.clear();  // they were shown
  return print_outcome(call, outcome);
}

}  // namespace mentor::cmd
