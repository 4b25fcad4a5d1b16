#include <fmt/format.h>

#include "actions/concerns.h"
#include "base/text.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

enum class Action : std::uint8_t { raise, pass_on, close };

}  // namespace

}  // namespace mentor::cmd

namespace mentor {
template <>
inline constexpr auto words_of<cmd::Action> = std::to_array<std::string_view>({"raise", "pass-on", "close"});
}  // namespace mentor

namespace mentor::cmd {

namespace {

struct Options {
  std::string action;
  std::string concern;
  Concern draft;
  std::string about;
  std::optional<Day> on;
};

/// One of the options, whether it was given, and the one action that takes it.
struct Belonging {
  std::string_view option;
  bool given;
  Action to;
  bool needed;
};

void must_belong(Action action, const Options& options) {
  const Concern& draft = options.draft;
  for (const auto& [option, given, to, needed] :
       {Belonging{"--about", !options.about.empty(), Action::raise, true},
        Belonging{"--raised-by", !draft.raised_by.empty(), Action::raise, false},
        Belonging{"--id", draft.id != ConcernId{}, Action::raise, false},
        Belonging{"--to", !draft.passed_to.empty(), Action::pass_on, true},
        Belonging{"--reference", !draft.reference.empty(), Action::pass_on, false}}) {
    if (given && to != action)
      throw Trouble(Cause::usage, fmt::format("{} belongs to 'concern {}', not to 'concern {}'", option,
                                              word(to), word(action)));
    if (needed && !given && to == action) throw Trouble(Cause::usage, fmt::format("{} is missing", option));
  }
  if (options.concern.empty() == (action == Action::raise)) return;
  throw Trouble(Cause::usage, options.concern.empty()
                                  ? "CONCERN is missing, such as C-5T3JZ"
                                  : in_quotes(options.concern) +
                                        " is too many for 'concern raise': whom it is about is --about");
}

actions::Plan raise(const Options& options, Desk& desk, const actions::Facts& facts) {
  Concern draft = options.draft;
  draft.about = options.about == "staff" ? options.about : desk.person(options.about).text();
  draft.raised = options.on.value_or(desk.today());
  return actions::raise_concern(std::move(draft), facts);
}

int run_concern(Call& call, const Options& options) {
  Action action{};
  take("ACTION", options.action, action);
  must_belong(action, options);
  actions::must_have_come("--on", options.on, call.today());
  return call.write("concern", [&](Desk& desk, const actions::Facts& facts) {
    desk.read_all<Concern>();
    desk.read_all<Match>();
    if (action == Action::raise) return raise(options, desk, facts);
    const auto concern = desk.concern(options.concern);
    const Day on = options.on.value_or(desk.today());
    if (action == Action::close) return actions::close_concern(concern, on, facts);
    return actions::pass_on_concern(concern, {options.draft.passed_to, on, options.draft.reference}, facts);
  });
}

}  // namespace

void add_concern(Verb& verb) {
  auto options = std::make_shared<Options>();
  Concern& draft = options->draft;
  verb.positional("ACTION", options->action, join(Scalar<Action>::choices(), ", "));
  verb.positional("CONCERN", options->concern,
                  "the concern to pass on or to close: its identifier, or the "
                  "beginning of it",
                  Needed::no);
  verb.option("--about PERSON", options->about,
              "raise: whom it is about, a mentor, a young person or 'staff'");
  verb.option("--on", options->on, "the day it was raised, passed on or closed; today when not given");
  verb.field(draft, &Concern::raised_by);
  verb.field(draft, &Concern::id);
  verb.field("--to", draft, &Concern::passed_to);
  verb.field(draft, &Concern::reference);
  verb.runs([options](Call& call) { return run_concern(call, *options); });
}

}  // namespace mentor::cmd
