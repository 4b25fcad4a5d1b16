#include "actions/people.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct Options {
  Mentor draft;
  Wishes prefers;
};

int run_add_mentor(Call& call, const Options& options) {
  return call.write("add-mentor", [&](Desk& desk, const actions::Facts& facts) {
    desk.read_all<Mentor>();
    Mentor draft = options.draft;
    if (options.prefers.age || !options.prefers.gender.empty()) draft.prefers = options.prefers;
    return actions::add_mentor(std::move(draft), facts);
  });
}

}  // namespace

void add_add_mentor(Verb& verb) {
  auto options = std::make_shared<Options>();
  Mentor& draft = options->draft;
  verb.field(draft, &Mentor::id);
  verb.field(draft, &Mentor::name, Needed::yes);
  verb.field("--scheme NAME", draft, &Mentor::scheme, Needed::yes);
  verb.field(draft, &Mentor::role, Needed::yes);
  verb.field(draft, &Mentor::born);
  verb.field(draft, &Mentor::gender);
  verb.field(draft, &Mentor::area);
  verb.field("--language", draft, &Mentor::languages);
  verb.field("--interest", draft, &Mentor::interests);
  verb.field(draft, &Mentor::expertise);
  verb.field(draft, &Mentor::department);
  verb.field(draft, &Mentor::care_experienced);
  verb.field(draft, &Mentor::enquired);
  verb.field(draft, &Mentor::capacity);
  verb.field(draft, &Mentor::email);
  verb.field(draft, &Mentor::phone);
  verb.field(draft, &Mentor::pen_picture);
  verb.field("--prefers-age", options->prefers, &Wishes::age);
  verb.field("--prefers-gender", options->prefers, &Wishes::gender);
  verb.runs([options](Call& call) { return run_add_mentor(call, *options); });
}

}  // namespace mentor::cmd
