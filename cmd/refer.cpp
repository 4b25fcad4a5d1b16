#include <algorithm>

#include "actions/people.h"
#include "cmd/commands.h"
#include "cmd/paper.h"
#include "cmd/reading.h"
#include "exchange/referral_form.h"
#include "model/schema.h"

namespace mentor::cmd {

namespace {

struct ReferOptions {
  YoungPerson draft;
  std::optional<Day> on;
  actions::EetAnswer eet;
  Wishes prefers;
  Paper paper;
  bool agreement_wanted = false;
};

/// Whether more is told than the scheme and the identifier.
TellsMore tells_more(const ReferOptions& options) {
  YoungPerson told = options.draft;
  told.id = {};
  told.scheme.clear();
  const bool more = options.on || options.eet.status || !options.eet.barriers.empty() ||
                    options.prefers.age || !options.prefers.gender.empty();
  return TellsMore{more || !same(encode(told), encode(YoungPerson()))};
}

actions::Plan refer_as_told(const ReferOptions& options, const actions::Facts& facts) {
  YoungPerson draft = options.draft;
  draft.referred.on = options.on.value_or(facts.today);
  if (options.prefers.age || !options.prefers.gender.empty()) draft.prefers = options.prefers;
  return actions::refer(std::move(draft), options.eet, facts);
}

actions::Plan refer_by_form(const ReferOptions& options, const std::string& form,
                            const actions::Facts& facts) {
  const std::string& scheme = options.draft.scheme;
  if (!scheme.empty()) actions::must_be_scheme(scheme, facts.policies);
  YoungPerson draft = exchange::read_referral_form({form, options.paper.from, scheme}, facts.policies,
                                                   facts.today);
  draft.id = options.draft.id;
  actions::EetAnswer eet;
  if (!draft.eet.empty()) eet = {draft.eet.front().status, draft.eet.front().barriers};
  draft.eet.clear();
  actions::Plan plan = actions::refer(std::move(draft), eet, facts);
  std::ranges::move(notes_on(form, exchange::empty_referral_form, facts), std::back_inserter(plan.notes));
  return plan;
}

int run_refer(Call& call, const ReferOptions& options) {
  const Paper& paper = options.paper;
  must_stand_in_form(paper, tells_more(options), "--scheme and --id");
  if (paper.form) return print_form(call, "refer", options.draft.scheme, exchange::empty_referral_form);
  const std::string filled = paper.from.empty() ? "" : bytes_of("--from", paper.from);
  return call.write("refer", [&](Desk& desk, const actions::Facts& facts) {
    desk.read_all<YoungPerson>();
    return paper.is_used() ? refer_by_form(options, filled, facts) : refer_as_told(options, facts);
  });
}

/// Whether the scheme wants to know that they agreed, so that it is asked for before the end.
bool wants_agreement(const std::string& scheme, Desk& desk) {
  const policy::Edition* edition = desk.policies().in_force(scheme, desk.today());
  return edition && edition->rule("readiness.agreed");
}

void add_person_options(Verb& verb, ReferOptions& options) {
  YoungPerson& draft = options.draft;
  verb.field(draft, &YoungPerson::id);
  verb.field(draft, &YoungPerson::name, Needed::yes);
  verb.field("--scheme NAME", draft, &YoungPerson::scheme, Needed::yes)
      .among(Names::scheme)
      .looks_up([&options](Desk& desk, const std::string& scheme) {
        options.agreement_wanted = wants_agreement(scheme, desk);
      });
  verb.field(draft, &YoungPerson::born, Needed::yes);
  verb.field(draft, &YoungPerson::gender, Needed::offered);
  verb.field(draft, &YoungPerson::area, Needed::offered);
  verb.field(draft, &YoungPerson::agreed_on, Needed::offered).wanted_if([&options] {
    return options.agreement_wanted;
  });
  verb.field(draft, &YoungPerson::key_adult, Needed::offered);
  verb.field(draft, &YoungPerson::key_adult_role, Needed::offered);
  verb.field("--emergency-contact", draft, &YoungPerson::emergency_contacts, Needed::offered);
  verb.field("--need", draft, &YoungPerson::needs, Needed::offered);
  verb.field("--interest", draft, &YoungPerson::interests, Needed::offered);
  verb.field("--language", draft, &YoungPerson::languages, Needed::offered);
  verb.field("--group", draft, &YoungPerson::groups);
  verb.field(draft, &YoungPerson::support);
  verb.field(draft, &YoungPerson::care_experienced);
  verb.field(draft, &YoungPerson::nobody_else);
}

}  // namespace

void add_refer(Verb& verb) {
  auto options = std::make_shared<ReferOptions>();
  add_person_options(verb, *options);
  Referral& referred = options->draft.referred;
  verb.day("--on", options->on, "the day of the referral");
  verb.field("--referred-by", referred, &Referral::by, Needed::offered);
  verb.field(referred, &Referral::role, Needed::offered);
  verb.field(referred, &Referral::organisation);
  verb.field("--prefers-age", options->prefers, &Wishes::age);
  verb.field("--prefers-gender", options->prefers, &Wishes::gender);
  verb.option("--eet", options->eet.status, "education, employment or training now, or neet");
  verb.option("--barrier", options->eet.barriers, "what keeps them from it");
  add_paper(verb, options->paper, "a referral");
  verb.runs([options](Call& call) { return run_refer(call, *options); });
}

}  // namespace mentor::cmd
