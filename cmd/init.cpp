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

struct Options {
  std::string directory;
  std::string organisation;
  std::vector<std::string> schemes;
  bool example = false;
};

int show_only(const Call& call, const Founding& founding) {
  std::string diff;
  for (const auto& [path, bytes] : founding_change(founding).files)
    diff += git::diff(std::nullopt, bytes, path);
  return print_dry_run(call, render::object(), diff);
}

int run_init(Call& call, const Options& options) {
  must_be_format(call.globals.format, {Format::text, Format::json});
  const Founding founding{options.directory, options.organisation, options.schemes,
                          options.example ? WithExample::yes : WithExample::no};
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
  auto options = std::make_shared<Options>();
  verb.positional("DIR", options->directory, "the directory to make");
  verb.option("--scheme NAME", options->schemes, "a scheme that it is for, such as rotherham", Needed::yes);
  verb.option("--organisation", options->organisation,
              "who runs the schemes; the directory's name when not given");
  verb.flag("--example", options->example, "fill it with the example's people and a year of sessions");
  verb.runs([options](Call& call) { return run_init(call, *options); });
}

}  // namespace mentor::cmd
