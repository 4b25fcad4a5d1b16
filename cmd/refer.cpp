#include "actions/people.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct Options {
  YoungPerson draft;
  std::optional<Day> on;
  actions::EetAnswer eet;
  Wishes prefers;
};

int run_refer(Call& call, const Options& options) {
  return call.write("refer", [&](Desk& desk, const actions::Facts& facts) {
    desk.read_all<YoungPerson>();
    YoungPerson draft = options.draft;
    draft.referred.on = options.on.value_or(desk.today());
    if (options.prefers.age || !options.prefers.gender.empty()) draft.prefers = options.prefers;
    return actions::refer(std::move(draft), options.eet, facts);
  });
}

void add_person_options(Verb& verb, YoungPerson& draft) {
  verb.field(draft, &YoungPerson::id);
  verb.field(draft, &YoungPerson::name, Needed::yes);
  verb.field("--scheme NAME", draft, &YoungPerson::scheme, Needed::yes);
  verb.field(draft, &YoungPerson::born, Needed::yes);
  verb.field(draft, &YoungPerson::gender);
  verb.field(draft, &YoungPerson::area);
  verb.field(draft, &YoungPerson::agreed_on);
  verb.field(draft, &YoungPerson::key_adult);
  verb.field(draft, &YoungPerson::key_adult_role);
  verb.field("--emergency-contact", draft, &YoungPerson::emergency_contacts);
  verb.field("--need", draft, &YoungPerson::needs);
  verb.field("--interest", draft, &YoungPerson::interests);
  verb.field("--language", draft, &YoungPerson::languages);
  verb.field("--group", draft, &YoungPerson::groups);
  verb.field(draft, &YoungPerson::nobody_else);
}

}  // namespace

void add_refer(Verb& verb) {
  auto options = std::make_shared<Options>();
  add_person_options(verb, options->draft);
  Referral& referred = options->draft.referred;
  verb.option("--on", options->on, "the day of the referral; today when not given");
  verb.field("--referred-by", referred, &Referral::by);
  verb.field(referred, &Referral::role);
  verb.field(referred, &Referral::organisation);
  verb.field("--prefers-age", options->prefers, &Wishes::age);
  verb.field("--prefers-gender", options->prefers, &Wishes::gender);
  verb.option("--eet", options->eet.status, "education, employment or training now, or neet");
  verb.option("--barrier", options->eet.barriers, "what keeps them from it");
  verb.runs([options](Call& call) { return run_refer(call, *options); });
}

}  // namespace mentor::cmd
