#include "model/as_of.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "model/codec.h"
#include "model/schema.h"

namespace mentor {

namespace {

bool is_later(Day value, Day day) { return value > day; }
bool is_later(const std::optional<Day>& value, Day day) { return value && *value > day; }

template <class T>
inline constexpr bool is_day = std::is_same_v<T, Day> || std::is_same_v<T, std::optional<Day>>;

template <Described T>
bool leave_out_later(T& record, Day day);

/// A group of fields, or a list of entries, within a record. False when the group was not there yet.
template <class Member>
bool leave_out_within(Member& member, Day day) {
  if constexpr (is_entry_list<Member>) {
    std::erase_if(member, [day](auto& entry) { return !leave_out_later(entry, day); });
  } else if constexpr (Described<Member>) {
    return leave_out_later(member, day);
  } else if constexpr (IsOptional<Member>::value) {
    if constexpr (Described<typename Member::value_type>) {
      if (member && !leave_out_later(*member, day)) member.reset();
    }
  }
  return true;
}

/// Empties the fields that came with those that are emptied.
template <Described T>
void empty_what_came_with(T& record, const std::vector<std::string_view>& emptied) {
  for_each_field<T>([&](const auto& field) {
    if (std::ranges::find(emptied, field.traits.with) != emptied.end()) record.*field.member = {};
  });
}

/// False when the record itself was not there yet.
template <Described T>
bool leave_out_later(T& record, Day day) {
  bool was_there = true;
  std::vector<std::string_view> emptied;
  for_each_field<T>([&](const auto& field) {
    auto& member = record.*field.member;
    if constexpr (is_day<std::remove_cvref_t<decltype(member)>>) {
      if (!field.traits.dated || !is_later(member, day)) return;
      if (field.traits.required || field.traits.begins) {
        was_there = false;
      } else {
        member = {};
        emptied.push_back(field.key);
      }
    } else {
      was_there = leave_out_within(member, day) && was_there;
    }
  });
  if (!emptied.empty()) empty_what_came_with(record, emptied);
  return was_there;
}

/// Leaves records out of their collection, and takes out of the others what refers to them.
class Past {
 public:
  Past(const Register& records, Day day) : past_(records), day_(day) {}

  Register take() {
    leave_out_later(past_.settings, day_);
    leave_out(past_.young_people, [](const YoungPerson&) { return true; });
    leave_out(past_.mentors, [this](Mentor& mentor) { return with_steps_of_known(mentor); });
    leave_out(past_.matches,
              [this](const Match& match) { return is_there(match.young_person) && is_there(match.mentor); });
    leave_out_of_logs(past_.sessions);
    leave_out_of_logs(past_.check_ins);
    leave_out(past_.events, [this](Event& event) { return with_people_of_then(event); });
    leave_out(past_.concerns, [this](const Concern& concern) {
      const auto about = Id::parse(concern.about);
      return !about || is_there(*about);
    });
    return std::move(past_);
  }

 private:
  template <class Records, class RefersToWhatIsThere>
  void leave_out(Records& records, const RefersToWhatIsThere& refers) {
    keep_if(records, [&](auto& record) { return leave_out_later(record, day_) && refers(record); });
  }

  template <class Logs>
  void leave_out_of_logs(Logs& logs) {
    keep_if(logs, [&](auto& log) {
      leave_out_within(log.entries, day_);
      return !log.entries.empty() && is_there(log.of);
    });
  }

  template <class Records, class Keeps>
  static void keep_if(Records& records, const Keeps& keeps) {
    for (auto each = records.begin(); each != records.end();)
      each = keeps(each->second) ? std::next(each) : records.erase(each);
  }

  bool with_steps_of_known(Mentor& mentor) const {
    std::erase_if(mentor.steps, [&](const Step& step) { return step.with && !is_there(*step.with); });
    return true;
  }

  bool with_people_of_then(Event& event) const {
    const auto is_gone = [&](const Id& id) { return !is_there(id); };
    std::erase_if(event.invited, is_gone);
    std::erase_if(event.attended, is_gone);
    std::erase_if(event.see_again,
                  [&](const SeeAgain& each) { return is_gone(each.by) || is_gone(each.whom); });
    return true;
  }

  [[nodiscard]] bool is_there(const Id& id) const {
    if (const auto mentor = MentorId::parse(id.view())) return past_.mentors.contains(*mentor);
    if (const auto match = MatchId::parse(id.view())) return past_.matches.contains(*match);
    const auto person = YoungPersonId::parse(id.view());
    return !person || past_.young_people.contains(*person);
  }

  Register past_;
  Day day_;
};

}  // namespace

void leave_out_later(SessionLog& log, Day day) { leave_out_within(log.entries, day); }

Register as_of(const Register& records, Day day) { return Past(records, day).take(); }

}  // namespace mentor
