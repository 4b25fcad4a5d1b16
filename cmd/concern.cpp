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

struct ConcernOptions {
  std::optional<Action> action;
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
};

void must_belong(const ConcernOptions& options) {
  const Concern& draft = options.draft;
  for (const auto& [option, given, to] :
       {Belonging{"--about", !options.about.empty(), Action::raise},
        Belonging{"--raised-by", !draft.raised_by.empty(), Action::raise},
        Belonging{"--id", draft.id != ConcernId{}, Action::raise},
        Belonging{"--to", !draft.passed_to.empty(), Action::pass_on},
        Belonging{"--reference", !draft.reference.empty(), Action::pass_on}}) {
    if (!given || to == options.action) continue;
    throw Trouble(Cause::usage, fmt::format("{} belongs to 'concern {}', not to 'concern {}'", option,
                                            word(to), word(*options.action)));
  }
  if (options.concern.empty() || options.action != Action::raise) return;
  throw Trouble(Cause::usage,
                in_quotes(options.concern) + " is too many for 'concern raise': whom it is about is --about");
}

actions::Plan raise(const ConcernOptions& options, Desk& desk, const actions::Facts& facts) {
  Concern draft = options.draft;
  draft.about = options.about == "staff" ? options.about : desk.person(options.about).text();
  draft.raised = options.on.value_or(desk.today());
  return actions::raise_concern(std::move(draft), facts);
}

int run_concern(Call& call, const ConcernOptions& options) {
  must_belong(options);
  actions::must_have_come("--on", options.on, call.today());
  return call.write("concern", [&](Desk& desk, const actions::Facts& facts) {
    desk.read_all<Concern>();
    desk.read_all<Match>();
    if (options.action == Action::raise) return raise(options, desk, facts);
    const auto concern = desk.concern(options.concern);
    const Day on = options.on.value_or(desk.today());
    if (options.action == Action::close) return actions::close_concern(concern, on, facts);
    return actions::pass_on_concern(concern, {options.draft.passed_to, on, options.draft.reference}, facts);
  });
}

}  // namespace

void add_concern(Verb& verb) {
  auto options = std::make_shared<ConcernOptions>();
  Concern& draft = options->draft;
  const auto does = [options](Action action) { return [=] { return options->action == action; }; };
  verb.option("ACTION", options->action, "what is done with it", Needed::yes);
  verb.positional("CONCERN", options->concern,
                  "the concern to pass on or to close: its identifier, or the beginning of it", Needed::no)
      .among(Names::concern)
      .needed_if([options] { return options->action && *options->action != Action::raise; });
  verb.option("--about PERSON", options->about,
              "raise: whom it is about, a mentor, a young person or 'staff'")
      .needed_if(does(Action::raise));
  verb.day("--on", options->on, "the day it was raised, passed on or closed");
  verb.field(draft, &Concern::raised_by, Needed::offered).only_if(does(Action::raise));
  verb.field(draft, &Concern::id);
  verb.field("--to", draft, &Concern::passed_to).needed_if(does(Action::pass_on));
  verb.field(draft, &Concern::reference, Needed::offered).only_if(does(Action::pass_on));
  verb.runs([options](Call& call) { return run_concern(call, *options); });
}

}  // namespace mentor::cmd
