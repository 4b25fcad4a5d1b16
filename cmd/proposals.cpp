#include "cmd/proposals.h"

#include <fmt/format.h>

#include <map>
#include <ostream>

#include "actions/answers.h"
#include "base/text.h"
#include "cmd/reading.h"
#include "cmd/reasons.h"
#include "matching/proposals.h"
#include "model/scalar.h"
#include "render/findings.h"
#include "render/json.h"
#include "reports/wishes.h"
#include "rules/people.h"

namespace mentor::cmd {

namespace {

using cmd::to_value;
using matching::Proposals;

Value to_value(const matching::Proposal& proposal) {
  Value value = Value::of_map();
  value.add("young_person", Value::of_token(proposal.young_person->id.view()));
  value.add("mentor", Value::of_token(proposal.candidate.mentor->id.view()));
  value.add("scheme", Value::of_token(proposal.young_person->scheme));
  value.add("score", Value::of_number(proposal.candidate.score));
  value.add("reasons", to_value(proposal.candidate.reasons, proposal.urgency));
  value.add("advice", render::to_value(proposal.candidate.advice));
  value.add("findings", render::to_value(proposal.findings));
  return value;
}

Value to_value(const matching::Unmatched& unmatched) {
  Value value = Value::of_map();
  value.add("young_person", Value::of_token(unmatched.young_person->id.view()));
  value.add("scheme", Value::of_token(unmatched.young_person->scheme));
  value.add("because", texts(unmatched.because));
  return value;
}

Value to_value(const matching::Free& free) {
  Value value = Value::of_map();
  value.add("mentor", Value::of_token(free.mentor->id.view()));
  value.add("scheme", Value::of_token(free.mentor->scheme));
  value.add("room", Value::of_number(static_cast<std::int64_t>(free.room)));
  return value;
}

Value to_value(const matching::NotWaiting& not_waiting) {
  Value value = Value::of_map();
  value.add("young_person", Value::of_token(not_waiting.young_person->id.view()));
  value.add("state", Value::of_token(word(not_waiting.state)));
  return value;
}

template <class Entry>
Value list_of(const std::vector<Entry>& entries) {
  Value list = Value::of_list();
  for (const auto& each : entries) list.items.push_back(to_value(each));
  return list;
}

/// The wishes of the mentors who could be matched, against those who wait.
Table wishes_of(const Proposals& proposals, Day today) {
  std::map<MentorId, const Mentor*> mentors;
  std::vector<const YoungPerson*> waiting;
  for (const auto& each : proposals.proposals) {
    mentors.emplace(each.candidate.mentor->id, each.candidate.mentor);
    waiting.push_back(each.young_person);
  }
  for (const auto& each : proposals.unmatched) waiting.push_back(each.young_person);
  for (const auto& each : proposals.free) mentors.emplace(each.mentor->id, each.mentor);
  std::vector<const Mentor*> open;
  open.reserve(mentors.size());
  for (const auto& [id, mentor] : mentors) open.push_back(mentor);
  return reports::wishes_table(open, waiting, today);
}

void print_json(const Call& call, ReadingRoom& room, const Proposals& proposals, const Table& wishes) {
  Value value = render::object();
  add_provenance(value, room, room.desk());
  value.add("proposals", list_of(proposals.proposals));
  value.add("unmatched", list_of(proposals.unmatched));
  value.add("free", list_of(proposals.free));
  value.add("not_ready", list_of(proposals.not_ready));
  value.add("not_waiting", list_of(proposals.not_waiting));
  value.add("wishes", render::to_value(wishes));
  call.io.out << render::to_json(value);
}

/// Those with no more than a sentence against them on a line each, then the others.
void print_not_ready(std::ostream& out, const std::vector<matching::NotReady>& not_ready, Day today,
                     std::size_t width) {
  constexpr std::size_t margin = 6;
  if (!not_ready.empty()) out << "\nNot now\n\n";
  const auto is_short = [](const matching::NotReady& each) { return each.findings.empty(); };
  for (const auto& each : not_ready) {
    if (!is_short(each)) continue;
    const std::string sentence = fmt::format("{}: {}", called(*each.mentor, today), join(each.because, "; "));
    for (const auto& part : wrap(visible(sentence), width > 3 * margin ? width - margin : width))
      out << std::string(margin, ' ') << part << '\n';
  }
  for (const auto& each : not_ready) {
    if (!is_short(each)) out << lines(each, today, width);
  }
}

void print_people(std::ostream& out, const Proposals& proposals, Day today, std::size_t width) {
  for (const auto& [young_person, urgency, findings, candidate] : proposals.proposals) {
    out << fmt::format("\n{:>4}  {} with {}\n", candidate.score, called(*young_person),
                       called(*candidate.mentor, today))
        << lines(candidate.reasons, width) << lines(urgency, width);
    for (const auto& each : candidate.advice) out << line("advice", each.message, width);
    out << lines(findings, width);
  }
  if (!proposals.unmatched.empty()) out << "\nNobody for\n";
  for (const auto& [young_person, because] : proposals.unmatched) {
    out << fmt::format("\n      {}\n", called(*young_person));
    for (const auto& each : because) out << line("", each, width);
  }
  if (!proposals.free.empty()) out << "\nMentors with room left\n\n";
  for (const auto& [mentor, room] : proposals.free)
    out << fmt::format("      {}: {} more\n", called(*mentor, today), room);
  print_not_ready(out, proposals.not_ready, today, width);
}

void print_text(const Call& call, const Proposals& proposals, const Table& wishes, Day today) {
  auto& out = call.io.out;
  out << fmt::format(
      "Proposals for {} waiting, {}\n",
      counted(proposals.proposals.size() + proposals.unmatched.size(), "young person", "young people"),
      today.in_words());
  print_people(out, proposals, today, call.io.width);
  out << '\n';
  print_tables(call, {&wishes, 1});
}

/// `6 young people are not waiting: 4 matched, 2 closed`; empty when all are.
std::string those_not_waiting(const Proposals& proposals, Day today) {
  std::map<std::string, std::size_t> numbers;
  for (const auto& [young_person, state] : proposals.not_waiting) {
    const bool is_to_come = young_person->referred.on > today;
    ++numbers[is_to_come ? "to be referred" : std::string(word(state))];
  }
  std::vector<std::string> parts;
  parts.reserve(numbers.size());
  for (const auto& [state, number] : numbers) parts.push_back(fmt::format("{} {}", number, state));
  const std::size_t all = proposals.not_waiting.size();
  if (all == 0) return {};
  return fmt::format("{} {} not waiting: {}\n", counted(all, "young person", "young people"),
                     all == 1 ? "is" : "are", join(parts, ", "));
}

}  // namespace

int run_proposals(Call& call, const std::string& scheme) {
  must_be_format(call.globals.format, {Format::text, Format::json});
  ReadingRoom room = call.open("match");
  Desk& desk = room.desk();
  std::vector<std::string> schemes = desk.policies().schemes();
  if (!scheme.empty()) {
    actions::must_be_scheme(scheme, desk.policies());
    schemes = {scheme};
  }
  const matching::Pool pool = pool_of(desk);
  const Proposals proposals = matching::propose_for_all(pool, schemes);
  const Table wishes = wishes_of(proposals, desk.today());
  if (call.globals.format == Format::json) {
    print_json(call, room, proposals, wishes);
  } else {
    print_text(call, proposals, wishes, desk.today());
  }
  call.io.err << those_not_waiting(proposals, desk.today());
  call.io.err << "this proposes and decides nothing: the young people decide; 'mentorctl match YOUNG_PERSON "
                 "MENTOR' makes a proposal\n";
  return 0;
}

}  // namespace mentor::cmd
