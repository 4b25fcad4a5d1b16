/// The records, as plain structs. What each field means, and how it is written, is said in model/schema.h.
///
/// An empty text or list is an absent field. `places` and `file` say where it was read, and are no part of
/// it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "model/amounts.h"
#include "model/id.h"
#include "model/places.h"
#include "model/words.h"

namespace mentor {

/// Somebody passed a rule that says `should`, and answers for it.
struct Override {
  EntryId id;
  std::string rule;
  Day on;
  std::string reason;
  std::string authorised_by;
  std::optional<Day> until;
  Places places;
};

/// Somebody has seen a finding and takes responsibility for it until a day.
struct Waiver {
  EntryId id;
  std::string rule;
  Day on;
  std::string why;
  std::string authorised_by;
  Day until;
  Places places;
};

/// A person left the scheme.
struct Closing {
  EntryId id;
  Day on;
  ClosingKind as{};
  std::string why;
  Places places;
};

/// A person or a match came back.
struct Reopening {
  EntryId id;
  Day on;
  std::string why;
  Places places;
};

/// What somebody asked for in the other person.
struct Wishes {
  std::optional<Ages> age;
  std::string gender;
  Places places;
};

/// A step in preparing a mentor. Which of the later fields apply depends on the step.
struct Step {
  EntryId id;
  StepKind step{};
  Day on;
  std::string topic;
  std::string level;
  std::optional<Workforce> workforce;
  std::optional<bool> barred_list;
  std::string eligible_because;
  std::optional<Day> issued;
  std::string seen_by;
  std::optional<YoungPersonId> with;
  std::string as;
  std::optional<Day> ended;
  Places places;
};

struct Mentor {
  MentorId id;
  std::string name;
  std::string scheme;
  std::string role;
  std::optional<Day> enquired;
  std::optional<Day> born;
  std::string gender;
  std::string area;
  std::string department;
  std::vector<std::string> languages;
  std::vector<std::string> interests;
  std::vector<std::string> expertise;
  std::optional<bool> care_experienced;
  std::optional<Count> capacity;
  std::string email;
  std::string phone;
  std::string pen_picture;
  std::optional<Wishes> prefers;
  std::vector<Step> steps;
  std::vector<Closing> closed;
  std::vector<Reopening> reopened;
  std::vector<Override> overrides;
  std::vector<Waiver> waivers;
  Places places;
  std::string file;
};

/// Who referred a young person, and when.
struct Referral {
  Day on;
  std::string by;
  std::string role;
  std::string organisation;
  Places places;
};

struct EetRecord {
  EntryId id;
  Day on;
  EetStatus status{};
  std::vector<std::string> barriers;
  Places places;
};

/// What a young person answered: have they somebody they trust, and somebody who listens.
struct Survey {
  EntryId id;
  Day on;
  std::optional<bool> trust;
  std::optional<bool> listens;
  Places places;
};

struct YoungPerson {
  YoungPersonId id;
  std::string name;
  std::string scheme;
  Day born;
  std::string gender;
  std::string area;
  Referral referred;
  std::optional<Day> agreed_on;
  std::string key_adult;
  std::string key_adult_role;
  std::vector<std::string> emergency_contacts;
  std::vector<std::string> needs;
  std::vector<std::string> interests;
  std::vector<std::string> languages;
  std::vector<std::string> groups;
  std::optional<bool> care_experienced;
  std::optional<bool> nobody_else;
  std::optional<Wishes> prefers;
  std::vector<EetRecord> eet;
  std::vector<std::string> support;
  std::vector<Survey> surveys;
  std::vector<Closing> closed;
  std::vector<Reopening> reopened;
  std::vector<Override> overrides;
  std::vector<Waiver> waivers;
  Places places;
  std::string file;
};

/// What one of the pair said to a match.
struct Decision {
  EntryId id;
  Side by{};
  Day on;
  bool yes = false;
  std::string why;
  Places places;
};

struct FirstMeeting {
  std::optional<Day> date;
  std::string activity;
  std::string brokered_by;
  Places places;
};

/// From the first day away to the first day back.
struct Pause {
  EntryId id;
  Day from;
  std::optional<Day> to;
  std::string why;
  Places places;
};

struct Renewal {
  EntryId id;
  Day on;
  std::optional<Day> until;
  std::string why;
  Places places;
};

struct Goal {
  EntryId id;
  std::string area;
  std::string text;
  Day set;
  std::optional<Day> closed;
  std::string outcome;
  Places places;
};

struct Reflection {
  EntryId id;
  Voice by{};
  Day on;
  std::string text;
  std::optional<bool> share;
  Places places;
};

struct Ending {
  EntryId id;
  Day on;
  EndingKind as{};
  Party by{};
  std::string reason;
  std::string marked_by;
  std::optional<Rematch> rematch;
  Places places;
};

/// One relationship: a pair.
struct Match {
  MatchId id;
  YoungPersonId young_person;
  MentorId mentor;
  std::string scheme;
  Day proposed;
  std::string considered_by;
  std::vector<Decision> decisions;
  std::optional<bool> contacts_given;
  std::optional<FirstMeeting> first_meeting;
  std::string focus;
  std::optional<Day> started;
  std::vector<Pause> pauses;
  std::vector<Renewal> renewals;
  std::vector<Goal> goals;
  std::vector<Reflection> reflections;
  std::vector<Ending> endings;
  std::vector<Reopening> reopened;
  std::vector<Override> overrides;
  std::vector<Waiver> waivers;
  Places places;
  std::string file;
};

/// A session that was held (kind and minutes), or one that fell through (cancelled_by).
struct Session {
  SessionId id;
  Day date;
  std::optional<Minutes> minutes;
  std::string kind;
  std::optional<Canceller> cancelled_by;
  std::optional<Day> moved_to;
  std::string activity;
  std::optional<Pence> cost;
  std::string cost_for;
  std::optional<Day> claimed;
  std::optional<Day> paid;
  std::string note;
  Places places;

  [[nodiscard]] bool held() const { return minutes.has_value(); }
};

/// The sessions of one pair: a file of their own.
struct SessionLog {
  MatchId of;
  std::vector<Session> entries;
  Places places;
  std::string file;
};

/// A conversation of the team with one of the pair, or with the key adult.
struct CheckIn {
  CheckInId id;
  Day date;
  Counterpart with{};
  std::string by;
  std::optional<Day> asked;
  std::optional<bool> goals_reviewed;
  std::string note;
  Places places;
};

/// The check-ins of one pair, or of one person outside a match.
struct CheckInLog {
  Id of;
  std::vector<CheckIn> entries;
  Places places;
  std::string file;
};

/// After an event at which many met: whom somebody would like to see again.
struct SeeAgain {
  EntryId id;
  Id by;
  Id whom;
  Places places;
};

/// A group event with its attendance.
struct Event {
  EventId id;
  std::string kind;
  Day date;
  std::string scheme;
  std::vector<std::string> topics;
  std::vector<Id> invited;
  std::vector<Id> attended;
  std::vector<SeeAgain> see_again;
  std::string note;
  Places places;
  std::string file;
};

/// Something that a pair could do together.
struct Activity {
  EntryId id;
  std::string category;
  std::string name;
  std::optional<Pence> cost;
  std::string area;
  std::string note;
  Places places;
};

/// The bank of activities: one file for all schemes.
struct ActivityBank {
  std::vector<Activity> entries;
  Places places;
  std::string file;
};

/// A safeguarding concern: who was told, and when; never what was said. About a person's identifier, or
/// `staff`.
struct Concern {
  ConcernId id;
  std::string about;
  Day raised;
  std::string raised_by;
  std::string passed_to;
  std::optional<Day> passed_on;
  std::string reference;
  std::optional<Day> closed;
  Places places;
  std::string file;
};

struct StaffMember {
  EntryId id;
  std::string name;
  std::optional<Share> share;
  std::optional<Day> from;
  std::optional<Day> to;
  Places places;
};

struct Settings {
  std::string organisation;
  std::vector<std::string> organisations;
  std::vector<std::string> schemes;
  std::vector<std::string> contacts;
  std::vector<StaffMember> staff;
  Places places;
  std::string file;
};

}  // namespace mentor
