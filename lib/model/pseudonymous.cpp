#include "model/pseudonymous.h"

#include "model/codec.h"
#include "model/schema.h"

namespace mentor {

namespace {

/// What a field stands in.
struct Surroundings {
  std::string id;  ///< of the record, or of the entry
  bool tells_of_people = false;
};

class Pseudonyms {
 public:
  explicit Pseudonyms(BornOn born_on)
      : day_of_year_(born_on == BornOn::first_of_january ? "-01-01" : "-12-31") {}

  template <Described T>
  void put_in(T& record, Surroundings around) const {
    if constexpr (requires { record.id; }) around.id = record.id.text();
    for_each_field<T>([&](const auto& field) {
      const Traits& traits = field.traits;
      const bool tells = around.tells_of_people || traits.personal || traits.words;
      put_in_member(record.*field.member, traits.required, {around.id, tells});
    });
  }

 private:
  template <class Member>
  void put_in_member(Member& member, bool required, const Surroundings& around) const {
    if constexpr (is_entry_list<Member>) {
      for (auto& entry : member) put_in(entry, around);
    } else if constexpr (Described<Member>) {
      put_in(member, around);
    } else if constexpr (IsOptional<Member>::value) {
      if (!member) return;
      put_in_member(*member, true, around);
      if constexpr (Described<typename Member::value_type>) {
        if (encode(*member).members.empty()) member.reset();
      }
    } else if (around.tells_of_people) {
      hide(member, required, around);
    }
  }

  template <class Member>
  void hide(Member& member, bool required, const Surroundings& around) const {
    if constexpr (std::is_same_v<Member, std::string>) {
      member = required ? around.id : std::string();
    } else if constexpr (std::is_same_v<Member, std::vector<std::string>>) {
      member.clear();
    } else if constexpr (std::is_same_v<Member, Day>) {
      constexpr std::size_t year = 4;
      member = Day::parse(member.iso().substr(0, year).append(day_of_year_)).value();
    }
  }

  std::string_view day_of_year_;
};

}  // namespace

Register pseudonymous(const Register& records, BornOn born_on) {
  Register without = records;
  const Pseudonyms pseudonyms(born_on);
  const auto put_in_all = [&](auto& all) {
    for (auto& [id, record] : all) pseudonyms.put_in(record, {});
  };
  const auto put_in_log = [&](auto& log) {
    for (auto& entry : log.entries) pseudonyms.put_in(entry, {});
  };
  pseudonyms.put_in(without.settings, {});
  put_in_all(without.mentors);
  put_in_all(without.young_people);
  put_in_all(without.matches);
  for (auto& [id, log] : without.sessions) put_in_log(log);
  for (auto& [id, log] : without.check_ins) put_in_log(log);
  put_in_all(without.events);
  put_in_all(without.concerns);
  put_in_log(without.activities);
  return without;
}

}  // namespace mentor
