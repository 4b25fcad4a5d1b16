#include "cmd/look.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <variant>

#include "base/text.h"
#include "cmd/conversation.h"
#include "cmd/print.h"
#include "cmd/verb.h"
#include "render/findings.h"
#include "render/json.h"
#include "reports/report.h"

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

std::string as_typed(const std::string& text, Kind kind) {
  if (kind == Kind::date) {
    if (const auto day = Day::parse(text)) return day->with_weekday();
  }
  return text;
}

/// `--agreed-on` as a label: `agreed on`.
std::string label_of(const OptionHelp& help) {
  std::string label = help.has_name() ? help.name.substr(2) : fold(help.name);
  if (label.find(' ') == std::string::npos) std::ranges::replace(label, '-', ' ');
  return label;
}

std::string value_of(const Question& question, Day today) {
  std::vector<std::string> values;
  for (const auto& text : question.said()) values.push_back(as_typed(text, question.help().kind));
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
      name = reports::called(desk.records(), *match);
    } else {
      desk.reader().one<Match>(id);
      desk.reader().one<Mentor>(id);
      desk.reader().one<YoungPerson>(id);
      name = reports::called(desk.records(), id.view());
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
    const bool is_shown = !question.help().has_name() && question.help().names != Names::nothing;
    if (is_shown && !whom.empty()) continue;
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

/// What somebody is shown before they say yes.
struct LastLook {
  std::string diff;
  std::vector<std::string> doubts;
  std::vector<std::string> notes;
  std::string findings;

  friend bool operator==(const LastLook&, const LastLook&) = default;
};

/// The attempts of one command to write, each with the same random numbers.
class Look {
 public:
  Look(const Call& call, Writing writing, const MakePlan& make_plan)
      : call_(call), writing_(std::move(writing)), make_plan_(make_plan), draws_(writing_.random) {
    writing_.random = [this] { return draws_.next(); };
  }

  int run() {
    Outcome outcome = attempt(DryRun::yes);
    bool asks = call_.talked;
    if (outcome.refused) {
      const int status = print_outcome(call_, outcome);
      if (!may_pass(outcome)) return status;
      writing_.answer = ask_to_pass(call_);
      if (!writing_.answer) return leave(status);
      outcome = attempt(DryRun::yes);
      asks = true;
      if (outcome.refused) return print_outcome(call_, outcome);
    }
    for (LastLook shown; asks || !outcome.plan.doubts.empty();) {
      if (shown == shown_of(outcome)) return write(shown);
      if (!shown.diff.empty())
        call_.io.err << "the records changed meanwhile, this is what would be written now\n";
      shown = shown_of(outcome);
      show(outcome, shown);
      const bool in_doubt = !shown.doubts.empty();
      if (!says_yes(call_, in_doubt ? "write it all the same?" : "write it?", !in_doubt))
        return leave(static_cast<int>(Cause::refused));
      outcome = attempt(DryRun::yes);
      if (outcome.refused) return print_outcome(call_, outcome);
    }
    show_understood(call_, subjects(call_, writing_, outcome.plan));
    show_changes(call_.io.err, outcome.diff);
    return write({});
  }

 private:
  Outcome attempt(DryRun dry_run) {
    draws_.again();
    writing_.dry_run = dry_run;
    return mentor::write(writing_, make_plan_);
  }

  [[nodiscard]] bool may_pass(const Outcome& outcome) const {
    return !writing_.answer && call_.globals.format == Format::text && !is_final(outcome.findings);
  }

  [[nodiscard]] LastLook shown_of(const Outcome& outcome) const {
    return {outcome.diff, outcome.plan.doubts, outcome.plan.notes,
            render::to_text(
                outcome.findings, [](std::string_view id) { return std::string(id); }, call_.io.width,
                render::Colour::no)};
  }

  void show(const Outcome& outcome, const LastLook& shown) {
    auto& err = call_.io.err;
    show_understood(call_, subjects(call_, writing_, outcome.plan));
    show_changes(err, shown.diff);
    err << shown.findings;
    for (const auto& each : shown.notes) err << "note: " << visible(each) << '\n';
    for (const auto& each : shown.doubts) err << visible(each) << '\n';
  }

  /// Writes, and tells what was not told before.
  int write(const LastLook& shown) {
    Outcome outcome = attempt(DryRun::no);
    const bool is_data = call_.globals.format == Format::json;
    if (shown_of(outcome).findings == shown.findings && !is_data) outcome.findings.clear();
    if (outcome.plan.notes == shown.notes) outcome.plan.notes.clear();
    if (outcome.plan.doubts == shown.doubts) outcome.plan.doubts.clear();
    return print_outcome(call_, outcome);
  }

  [[nodiscard]] int leave(int status) const {
    if (call_.globals.format == Format::json) {
      Value nothing = render::object();
      nothing.add("findings", Value::of_list());
      call_.io.out << render::to_json(nothing);
    }
    call_.io.err << "nothing was written\n";
    return status;
  }

  const Call& call_;
  Writing writing_;
  const MakePlan& make_plan_;
  Draws draws_;
};

}  // namespace

int write_after_a_look(const Call& call, Writing writing, const MakePlan& make_plan) {
  return Look(call, std::move(writing), make_plan).run();
}

}  // namespace mentor::cmd
