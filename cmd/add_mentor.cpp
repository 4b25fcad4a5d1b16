#include <algorithm>

#include "actions/people.h"
#include "cmd/commands.h"
#include "cmd/paper.h"
#include "cmd/reading.h"
#include "exchange/mentor_form.h"

namespace mentor::cmd {

namespace {

struct AddMentorOptions {
  Mentor draft;
  Wishes prefers;
  Paper paper;
};

/// Whether more is told than the scheme, the identifier and the day of the enquiry.
TellsMore tells_more(const AddMentorOptions& options) {
  Mentor told = options.draft;
  told.id = {};
  told.scheme.clear();
  told.enquired.reset();
  const bool more = options.prefers.age || !options.prefers.gender.empty();
  return TellsMore{more || !same(encode(told), encode(Mentor()))};
}

Mentor as_told(const AddMentorOptions& options) {
  Mentor draft = options.draft;
  if (options.prefers.age || !options.prefers.gender.empty()) draft.prefers = options.prefers;
  return draft;
}

actions::Plan add_by_form(const AddMentorOptions& options, const std::string& filled,
                          const actions::Facts& facts) {
  const std::string& scheme = options.draft.scheme;
  if (!scheme.empty()) actions::must_be_scheme(scheme, facts.policies);
  Mentor draft = exchange::read_mentor_form({filled, options.paper.from, scheme}, facts.policies,
                                            facts.today);
  draft.id = options.draft.id;
  draft.enquired = options.draft.enquired;
  actions::Plan plan = actions::add_mentor(std::move(draft), facts);
  std::ranges::move(notes_on(filled, exchange::empty_mentor_form, facts), std::back_inserter(plan.notes));
  return plan;
}

int run_add_mentor(Call& call, const AddMentorOptions& options) {
  const Paper& paper = options.paper;
  must_stand_in_form(paper, tells_more(options), "--scheme, --id and --enquired");
  if (paper.form) return print_form(call, "add-mentor", options.draft.scheme, exchange::empty_mentor_form);
  const std::string filled = paper.from.empty() ? "" : bytes_of("--from", paper.from);
  return call.write("add-mentor", [&](Desk& desk, const actions::Facts& facts) {
    desk.read_all<Mentor>();
    return paper.is_used() ? add_by_form(options, filled, facts)
                           : actions::add_mentor(as_told(options), facts);
  });
}

}  // namespace

void add_add_mentor(Verb& verb) {
  auto options = std::make_shared<AddMentorOptions>();
  Mentor& draft = options->draft;
  verb.field(draft, &Mentor::id);
  verb.field(draft, &Mentor::name, Needed::yes);
  verb.field("--scheme NAME", draft, &Mentor::scheme, Needed::yes).among(Names::scheme);
  verb.field(draft, &Mentor::role, Needed::yes);
  verb.field(draft, &Mentor::born, Needed::offered);
  verb.field(draft, &Mentor::gender, Needed::offered);
  verb.field(draft, &Mentor::area, Needed::offered);
  verb.field("--language", draft, &Mentor::languages, Needed::offered);
  verb.field("--interest", draft, &Mentor::interests, Needed::offered);
  verb.field(draft, &Mentor::expertise);
  verb.field(draft, &Mentor::department);
  verb.field(draft, &Mentor::care_experienced);
  verb.field(draft, &Mentor::enquired);
  verb.field(draft, &Mentor::capacity);
  verb.field(draft, &Mentor::email, Needed::offered);
  verb.field(draft, &Mentor::phone, Needed::offered);
  verb.field(draft, &Mentor::pen_picture);
  verb.field("--prefers-age", options->prefers, &Wishes::age);
  verb.field("--prefers-gender", options->prefers, &Wishes::gender);
  add_paper(verb, options->paper, "a mentor");
  verb.runs([options](Call& call) { return run_add_mentor(call, *options); });
}

}  // namespace mentor::cmd
