#include "cmd/meeting_sheet.h"

#include <fmt/format.h>

#include <map>
#include <ostream>

#include "base/text.h"

namespace mentor::cmd {

namespace {

using matching::MeetingPlan;
using Texts = std::vector<std::string>;

/// What people are called on a sheet that goes round: the first word of their name, if nobody else there has
/// it; else the name, if it is theirs alone.
class SheetNames {
 public:
  explicit SheetNames(const MeetingPlan& plan) {
    for (const auto& round : plan.rounds) {
      for (const auto& [young_person, mentor, score] : round.meetings) {
        names_[young_person->id] = young_person->name;
        names_[mentor->id] = mentor->name;
      }
    }
    for (const auto& [id, name] : names_) {
      ++bearers_[fold(name)];
      if (first_word(name) != name) ++bearers_[fold(first_word(name))];
    }
  }

  [[nodiscard]] std::string of(const Id& id) const {
    const std::string& name = names_.at(id);
    if (bearers_.at(fold(first_word(name))) == 1) return visible(first_word(name));
    return bearers_.at(fold(name)) == 1 ? visible(name) : visible(fmt::format("{} ({})", name, id.view()));
  }
  /// All of them, young people first, each by identifier.
  [[nodiscard]] std::vector<Id> all() const {
    std::vector<Id> ids;
    for (const char kind : {YoungPersonId::letter, MentorId::letter}) {
      for (const auto& [id, name] : names_) {
        if (id.kind() == kind) ids.push_back(id);
      }
    }
    return ids;
  }

 private:
  static std::string first_word(const std::string& name) { return name.substr(0, name.find(' ')); }

  std::map<Id, std::string> names_;
  std::map<std::string, int> bearers_;
};

void print_lines(const Call& call, const std::string& text) {
  constexpr std::size_t margin = 4;
  std::size_t indent = 2;
  for (const auto& each : wrap(text, call.io.width > margin * 4 ? call.io.width - margin : call.io.width)) {
    call.io.out << fmt::format("{:{}}{}\n", "", indent, each);
    indent = margin;
  }
}

void print_round(const Call& call, const matching::Round& round, std::size_t number,
                 const SheetNames& names) {
  call.io.out << fmt::format("\nRound {}\n", number);
  for (const auto& [young_person, mentor, score] : round.meetings)
    print_lines(call, fmt::format("{} meets {}", names.of(young_person->id), names.of(mentor->id)));
  Texts free;
  for (const Id& id : round.free) free.push_back(names.of(id));
  if (!free.empty()) print_lines(call, fmt::format("a break: {}", join(free, ", ")));
}

/// `Tia: 1 Ros, 2 Lee, 3 a break`.
void print_way(const Call& call, const Id& person, const MeetingPlan& plan, const SheetNames& names) {
  Texts way;
  for (const auto& round : plan.rounds) {
    std::string whom = "a break";
    for (const auto& [young_person, mentor, score] : round.meetings) {
      if (young_person->id == person) whom = names.of(mentor->id);
      if (mentor->id == person) whom = names.of(young_person->id);
    }
    way.push_back(fmt::format("{} {}", way.size() + 1, whom));
  }
  print_lines(call, fmt::format("{}: {}", names.of(person), join(way, ", ")));
}

}  // namespace

void print_sheet(const Call& call, const MeetingPlan& plan, Day today) {
  if (plan.rounds.empty()) return;
  const SheetNames names(plan);
  call.io.out << fmt::format("A rapid meeting of {}, {}\n", counted(names.all().size(), "person", "people"),
                             today.in_words());
  for (std::size_t i = 0; i < plan.rounds.size(); ++i) print_round(call, plan.rounds[i], i + 1, names);
  call.io.out << "\nWhom each meets\n";
  for (const Id& id : names.all()) print_way(call, id, plan, names);
}

}  // namespace mentor::cmd
