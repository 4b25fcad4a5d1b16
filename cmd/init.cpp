#include <algorithm>
#include <istream>
#include <ostream>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/print.h"
#include "founding.h"
#include "git/diff.h"
#include "render/findings.h"
#include "render/json.h"

namespace mentor::cmd {

namespace {

struct InitOptions {
  std::string directory;
  std::string organisation;
  std::vector<std::string> schemes;
  std::string like;
  bool example = false;
};

/// On a terminal, somebody whose scheme has no preset is asked which one theirs is nearest to.
std::string like_what(const Call& call, const InitOptions& options) {
  const bool own = std::ranges::any_of(options.schemes, [](const auto& each) { return !has_preset(each); });
  if (!own || !options.like.empty() || !call.io.asks) return options.like;
  std::string answer;
  call.io.err << "there is no preset for that scheme; a copy of which one is to be changed: "
              << preset_choices() << "? " << std::flush;
  std::getline(call.io.in, answer);
  return answer;
}

int show_only(const Call& call, const Founding& founding) {
  std::string diff;
  for (const auto& [path, bytes] : founding_change(founding).files)
    diff += git::diff(std::nullopt, bytes, path);
  return print_dry_run(call, render::object(), diff);
}

int run_init(Call& call, const InitOptions& options) {
  must_be_format(call.globals.format, {Format::text, Format::json});
  call.must_be_now("init");
  const Founding founding{options.directory,
                          options.organisation,
                          options.schemes,
                          like_what(call, options),
                          options.example ? WithExample::yes : WithExample::no,
                          call.io.program};
  if (call.globals.dry_run) return show_only(call, founding);
  const std::string commit = found(founding);
  call.io.change_stands = true;
  if (call.globals.format == Format::json) {
    Value value = render::object();
    value.add("commit", Value::of_token(commit));
    call.io.out << render::to_json(value);
    return 0;
  }
  call.io.err << "done: a data directory in " << visible(options.directory)
              << "; go into it, or set MENTORCTL_DATA to it\n";
  return 0;
}

}  // namespace

void add_init(Verb& verb) {
  auto options = std::make_shared<InitOptions>();
  verb.positional("DIR", options->directory, "the directory to make");
  verb.option("--scheme NAME", options->schemes, "a scheme that it is for, such as rotherham", Needed::yes);
  verb.option("--like PRESET", options->like,
              "for a scheme of your own: the preset that its policy is to be a copy of, for you to change");
  verb.option("--organisation", options->organisation,
              "who runs the schemes; the directory's name when not given");
  verb.flag("--example", options->example, "fill it with the example's people and a year of sessions");
  verb.runs([options](Call& call) { return run_init(call, *options); });
}

}  // namespace mentor::cmd
