#include "setup.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/completion.h"
#include "cmd/conversation.h"
#include "cmd/reading.h"
#include "model/scalar.h"
#include "render/findings.h"
#include "render/json.h"

namespace mentor::cmd {

namespace {

struct SetupOptions {
  bool yes = false;
  std::string name;
  std::string email;
};

using Provisions = std::vector<Provision>;

bool is_in_place(const Provision& provision) { return provision.lacks.empty(); }
bool can_be_mended(const Provision& provision) { return static_cast<bool>(provision.mend); }

Table table_of(const Provisions& provisions) {
  Table table{"provisions",
              {},
              {{"name", "what"},
               {"in_place", "in place"},
               {"serves", "", Shown::data},
               {"lacks", "", Shown::data},
               {"about", "", Shown::people}},
              {}};
  for (const auto& each : provisions) {
    const bool there = is_in_place(each);
    table.rows.push_back({Value::of_token(each.key), Value::of_truth(there), Value::of_text(each.serves),
                          there ? Value() : Value::of_text(each.lacks),
                          Value::of_text(there ? each.serves : std::string_view(each.lacks))});
  }
  return table;
}

void show(const Call& call, const Provisions& provisions) {
  const Table table = table_of(provisions);
  if (call.globals.format == Format::json) {
    Value value = render::object();
    value.add(table.key, render::to_value(table));
    call.io.out << render::to_json(value);
  } else {
    print_tables(call, {&table, 1});
  }
}

/// What only a person can do, and how the rest is mended.
void say_what_to_do(const Call& call, const Provisions& provisions) {
  for (const auto& each : provisions) {
    if (!each.by_hand.empty()) call.io.err << fmt::format("{}: {}\n", each.key, each.by_hand);
  }
  if (std::ranges::any_of(provisions, can_be_mended))
    call.io.err << "'mentorctl setup --yes' mends what can be mended\n";
}

/// What does not come off keeps nothing else from being mended.
void mend(const Call& call, const Provisions& provisions) {
  for (const auto& each : provisions) {
    if (!each.mend) continue;
    try {
      each.mend();
      call.io.err << fmt::format("{}: mended\n", each.key);
    } catch (const Trouble& trouble) {
      call.io.err << fmt::format("{}: {}\n", each.key, visible(trouble.what()));
    } catch (const std::filesystem::filesystem_error& error) {
      call.io.err << fmt::format("{}: {}\n", each.key, visible(error.what()));
    }
  }
}

Machine machine_of(const Call& call, const SetupOptions& options) {
  const auto variable = [&](const std::string& name) {
    const auto found = call.io.environment.find(name);
    return found == call.io.environment.end() ? std::string() : found->second;
  };
  Machine machine{call.data_directory(), call.io.program, options.name, options.email, {}, bash_completion()};
  std::filesystem::path data = variable("XDG_DATA_HOME");
  if (data.empty() && !variable("HOME").empty())
    data = std::filesystem::path(variable("HOME")) / ".local" / "share";
  if (!data.empty()) machine.completion_file = data / "bash-completion" / "completions" / "mentorctl";
  return machine;
}

int run_setup(Call& call, const SetupOptions& options) {
  must_be_format(call.globals.format, {Format::text, Format::json, Format::csv});
  call.must_be_now("setup");
  if (call.io.program.empty())
    throw Trouble(Cause::machine, "it is not known where this program stands, is /proc there?");
  const Machine machine = machine_of(call, options);
  Machine nameless = machine;
  nameless.name.clear();
  nameless.email.clear();
  git::Repository repository(machine.root, git::Repository::For::writing);
  Provisions found = provisions(machine, repository);
  const bool asks = call.io.asks && call.globals.format == Format::text && !options.yes;
  if (asks) show(call, found);
  const bool mends = !call.globals.dry_run && std::ranges::any_of(found, can_be_mended) &&
                     (options.yes || (asks && says_yes(call, "mend what can be mended?", true)));
  if (mends) {
    mend(call, found);
    found = provisions(nameless, repository);
  }
  if (!asks || mends) show(call, found);
  say_what_to_do(call, found);
  const bool whole = std::ranges::all_of(found, is_in_place);
  return whole ? 0 : static_cast<int>(Cause::machine);
}

}  // namespace

void add_setup(Verb& verb) {
  auto options = std::make_shared<SetupOptions>();
  verb.flag("--yes", options->yes, "mend what can be mended, and ask nothing");
  verb.option("--name", options->name, "whom the history of this directory is to name as you");
  verb.option("--email", options->email, "your address there");
  verb.runs([options](Call& call) { return run_setup(call, *options); });
}

}  // namespace mentor::cmd
