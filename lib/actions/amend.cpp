#include "actions/amend.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/corrections.h"
#include "actions/events.h"
#include "base/text.h"
#include "model/describe.h"
#include "model/schema.h"

namespace mentor::actions {

namespace {

std::string with_article(std::string_view noun) {
  return fmt::format("{} {}", noun.starts_with('e') ? "an" : "a", noun);
}

/// The tree of a record, and the way back.
template <class T>
Value tree_of(const T& record) {
  if constexpr (requires { record.entries; }) {
    Value list = Value::of_list();
    for (const auto& each : record.entries) list.items.push_back(encode(each));
    return list;
  } else {
    return encode(record);
  }
}

/// The record that the tree says, with the file of `record`; what is wrong with it is a mistake in what was
/// asked for.
template <class T>
T record_of(const Value& tree, T record) {
  Decoder decoder(record.file);
  const std::string noun = with_article(RecordKind<T>::noun);
  if constexpr (requires { record.entries; }) {
    record.entries = decoder.list<typename decltype(record.entries)::value_type>(tree, noun);
  } else {
    const std::string file = record.file;
    record = decoder.record<T>(tree, noun);
    record.file = file;
  }
  if (const Problems problems = decoder.take_problems(); !problems.empty())
    throw Trouble(Cause::usage, problems.front().message);
  return record;
}

bool is_entry(const Value& entry, const Id& id) {
  return !entry.members.empty() && entry.members.front().value.text == id.view();
}

/// The lists of entries in a record's tree, each with the fields of its entries.
template <class T, class Visit>
void for_each_entry_list(Value& tree, Visit visit) {
  if constexpr (requires(T log) { log.entries; }) {
    visit(tree, describe<typename decltype(T::entries)::value_type>());
  } else {
    for (const auto& field : describe<T>()) {
      const auto found = std::ranges::find(tree.members, field.key, &Member::key);
      if (field.kind == Kind::entry && found != tree.members.end()) visit(found->value, field.fields);
    }
  }
}

/// Calls `change(its list, its fields, its number)` for the entry of that identifier.
template <class T, class Change>
void change_entry(Value& tree, const Address& address, Change change) {
  bool there = false;
  for_each_entry_list<T>(tree, [&](Value& list, const Fields& fields) {
    for (std::size_t i = 0; i < list.items.size() && !there; ++i) {
      if (!is_entry(list.items[i], *address.entry)) continue;
      there = true;
      change(list, fields, i);
    }
  });
  if (!there) throw usage("there is no entry '{}' in {}", address.entry->view(), address.record.view());
}

/// What stands at the address in the tree of its record; nothing when the entry is not there.
template <class T>
Value part_of(Value tree, const Address& address) {
  if (!address.entry) return tree;
  Value part;
  for_each_entry_list<T>(tree, [&](const Value& list, const Fields&) {
    const auto found = std::ranges::find_if(
        list.items, [&](const Value& each) { return is_entry(each, *address.entry); });
    if (found != list.items.end()) part = *found;
  });
  return part;
}

template <class T>
void make(Value& tree, const Address& address, const std::vector<Amendment>& amendments, Day today) {
  if (address.entry) {
    Corrections corrections("the entry " + address.text(), today);
    return change_entry<T>(tree, address, [&](Value& list, const Fields& fields, std::size_t i) {
      for (const auto& each : amendments) corrections.make(list.items[i], fields, each);
    });
  }
  if constexpr (!requires(T log) { log.entries; }) {
    Corrections corrections(with_article(RecordKind<T>::noun), today);
    for (const auto& each : amendments) corrections.make(tree, describe<T>(), each);
  }
}

/// A start has rules of its own, which `start` asks, and cannot be wished away.
void must_keep_start(const Match& before, const Match& after, Day today) {
  const std::string_view key = key_of(&Match::started);
  if (!before.started && after.started) {
    throw usage("'{}': {} has not started, start it with 'mentorctl start'", key, before.id.view());
  }
  if (before.started && !after.started) {
    throw usage("'{}' cannot be taken out of {}: correct the day, or end the match", key, before.id.view());
  }
  if (before.started && *before.started <= today) must_have_come(key, after.started, today);
}

bool engages(const Match& match, Day today) { return rules::is_open(rules::state_of(match, today)); }

/// A match that comes to be open, and one that is with somebody else, needs both people there and the young
/// person free, as a proposal does. What runs is a fact: of that the last alone is asked.
void must_be_possible(const Match& before, const Match& after, const Facts& facts) {
  const bool is_with_another = before.young_person != after.young_person || before.mentor != after.mentor;
  if (!engages(after, facts.today) || (engages(before, facts.today) && !is_with_another)) return;
  const auto* person = find(facts.records.young_people, after.young_person);
  const auto* mentor = find(facts.records.mentors, after.mentor);
  if (!person || !mentor) return;  // said of the reference
  if (!rules::is_running(rules::state_of(before, facts.today))) {
    must_be_there(*person, facts.today);
    must_be_there(*mentor, facts.today);
  }
  if (!engages(before, facts.today) || before.young_person != after.young_person)
    must_be_free(*person, facts, after.id);
}

/// Whom a match is proposed with is judged as when it was proposed; what was decided may have been said of
/// somebody else.
void judge_proposal(const Match& before, const Match& after, const Facts& facts, Plan& plan) {
  const bool is_with_another = before.young_person != after.young_person || before.mentor != after.mentor;
  if (!is_with_another || rules::state_of(after, facts.today) != MatchState::proposed) return;
  plan.act = rules::Act::start;
  plan.subjects = {after.id};
  for (const auto& each : after.decisions) {
    plan.notes.push_back(
        fmt::format("{0}/{1} is what the {2} decided before this: if it was of somebody else, "
                    "strike it with 'mentorctl amend {0}/{1} --remove'",
                    after.id.view(), each.id.view(), each.by == Side::mentor ? "mentor" : "young person"));
  }
}

/// What a correction of a match must not do.
template <class T>
void judge(const T& before, const T& after, const Facts& facts, Plan& plan) {
  if constexpr (std::is_same_v<T, Match>) {
    must_keep_start(before, after, facts.today);
    must_be_possible(before, after, facts);
    judge_proposal(before, after, facts, plan);
  }
}

/// The letter of the file in which it stands: that of an entry of a log, else of the record itself.
char letter_of(const Address& address) { return address.entry ? address.entry->kind() : EntryId::letter; }

bool is_in_one_file(const Address& one, const Address& other) {
  return one.record == other.record && letter_of(one) == letter_of(other);
}

/// Calls `act(the record in which it stands)`: for an entry of a log that log, else the record itself.
template <class Act>
void on_record(const Address& address, const Register& records, Act act) {
  const auto there = [&](const auto* record) {
    if (!record) throw usage("there is no entry '{}'", address.text());
    act(*record);
  };
  const std::string_view id = address.record.view();
  if (letter_of(address) == SessionId::letter) return there(find(records.sessions, *MatchId::parse(id)));
  if (letter_of(address) == CheckInId::letter) return there(find(records.check_ins, address.record));
  switch (address.record.kind()) {
    case MentorId::letter:
      return there(find(records.mentors, *MentorId::parse(id)));
    case YoungPersonId::letter:
      return there(find(records.young_people, *YoungPersonId::parse(id)));
    case MatchId::letter:
      return there(find(records.matches, *MatchId::parse(id)));
    case EventId::letter:
      return there(find(records.events, *EventId::parse(id)));
    default:
      return there(find(records.concerns, *ConcernId::parse(id)));
  }
}

/// What is meant in words: one address, or how many entries of which records.
std::string in_words(const std::vector<Address>& addresses) {
  if (addresses.size() == 1) return addresses.front().text();
  std::vector<std::string> records;
  for (const auto& each : addresses) {
    if (std::ranges::find(records, each.record.view()) == records.end())
      records.emplace_back(each.record.view());
  }
  return fmt::format("{} entries of {}", addresses.size(), join(records, ", "));
}

/// The plan to change all of them, those in one file together. Calls `change.operator()<T>(tree, address)`
/// for each, with the tree of the T in which it stands.
template <class Change>
Plan change_all(const std::vector<Address>& addresses, const Facts& facts, Change change) {
  Plan plan;
  for (auto left = addresses; !left.empty();) {
    const Address first = left.front();
    const auto others = std::stable_partition(
        left.begin(), left.end(), [&](const Address& each) { return is_in_one_file(each, first); });
    on_record(first, facts.records, [&]<class T>(const T& before) {
      Value tree = tree_of(before);
      for (auto each = left.begin(); each != others; ++each) {
        change.template operator()<T>(tree, *each);
        plan.ids.push_back(each->text());
      }
      T after = record_of(tree, before);
      judge(before, after, facts, plan);
      for (auto each = left.begin(); each != others; ++each) {
        if (same(part_of<T>(tree_of(before), *each), part_of<T>(tree_of(after), *each)))
          plan.notes.push_back(each->text() + " says so already, nothing was changed");
      }
      plan.records.emplace_back(after);
      if constexpr (std::is_same_v<T, Event>) follow_correction(plan, before, after, facts);
    });
    left.erase(left.begin(), others);
  }
  return plan;
}

std::string keys_in_words(const std::vector<Amendment>& amendments) {
  std::vector<std::string> keys;
  for (const auto& each : amendments) {
    if (std::ranges::find(keys, each.key) == keys.end()) keys.push_back(each.key);
  }
  return join(keys, ", ");
}

}  // namespace

std::string Address::text() const {
  return entry ? fmt::format("{}/{}", record.view(), entry->view()) : record.text();
}

Amendment parse_amendment(const std::string& text) {
  const std::size_t sign = text.find('=');
  Amendment amendment{text.substr(0, sign), How::set, {}};
  if (sign != std::string::npos) amendment.value = text.substr(sign + 1);
  if (amendment.key.ends_with('+')) amendment.how = How::add;
  if (amendment.key.ends_with('-')) amendment.how = How::take;
  if (amendment.how != How::set) amendment.key.pop_back();
  if (sign == std::string::npos || amendment.key.empty()) {
    throw usage("{} says nothing to amend, write KEY=VALUE", in_quotes(text));
  }
  if (const auto bad = forbidden_in_text(amendment.value)) {
    throw usage("{}: {} is not allowed in a record", in_quotes(amendment.key), *bad);
  }
  return amendment;
}

Plan amend(const std::vector<Address>& addresses, const std::vector<Amendment>& amendments,
           const Facts& facts) {
  Plan plan = change_all(addresses, facts, [&]<class T>(Value& tree, const Address& address) {
    make<T>(tree, address, amendments, facts.today);
  });
  plan.sentence = fmt::format("amend {} of {}", keys_in_words(amendments), in_words(addresses));
  return plan;
}

Plan strike(const std::vector<Address>& addresses, const Facts& facts) {
  Plan plan = change_all(addresses, facts, []<class T>(Value& tree, const Address& address) {
    if (!address.entry) {
      throw usage("{0} is no entry: what is struck is one of a list, such as {0}/V-8F3K2", address.text());
    }
    change_entry<T>(tree, address, [](Value& list, const Fields&, std::size_t i) {
      list.items.erase(list.items.begin() + static_cast<std::ptrdiff_t>(i));
    });
  });
  plan.sentence = "strike " + in_words(addresses);
  return plan;
}

}  // namespace mentor::actions
