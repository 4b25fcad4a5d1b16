/// The records, field by field: the one place that says what a record holds.
///
/// Reading, writing, editing, listing, JSON, docs and JSON Schemas are visitors of these tables
/// (model/field.h). To add a field: a member in records.h, a line here.
#pragma once

#include <array>
#include <string_view>
#include <tuple>

#include "model/field.h"
#include "model/records.h"

namespace mentor {

/// The names of the word lists that a policy keeps.
namespace vocabulary {
inline constexpr std::string_view roles = "roles";
inline constexpr std::string_view topics = "topics";
inline constexpr std::string_view qualifications = "qualifications";
inline constexpr std::string_view considered = "considered";
inline constexpr std::string_view areas = "areas";
inline constexpr std::string_view barriers = "barriers";
inline constexpr std::string_view support = "support";
inline constexpr std::string_view groups = "groups";
inline constexpr std::string_view session_kinds = "session_kinds";
inline constexpr std::string_view event_kinds = "event_kinds";
inline constexpr std::array all{roles,    topics,  qualifications, considered,    areas,
                                barriers, support, groups,         session_kinds, event_kinds};
}  // namespace vocabulary

namespace schema_tables {
using namespace traits;  // NOLINT(google-build-using-namespace): the tables below are written in these words

inline constexpr auto overrides = std::tuple(
    field("id", &Override::id, required, "the override's identifier"),
    field("rule", &Override::rule, required, "the rule that was passed"),
    field("on", &Override::on, required | dated, "the day it was passed"),
    field("reason", &Override::reason, required | words, "why it was passed"),
    field("authorised_by", &Override::authorised_by, required | names, "who answers for it"),
    field("until", &Override::until, planned, "the first day on which it no longer holds"));

inline constexpr auto waivers = std::tuple(
    field("id", &Waiver::id, required, "the waiver's identifier"),
    field("rule", &Waiver::rule, required, "the rule whose finding was seen"),
    field("on", &Waiver::on, required | dated, "the day it was waived"),
    field("why", &Waiver::why, required | words, "why it is let be"),
    field("authorised_by", &Waiver::authorised_by, required | names, "who takes responsibility"),
    field("until", &Waiver::until, required | planned, "the first day on which it no longer holds"));

inline constexpr auto closings = std::tuple(
    field("id", &Closing::id, required, "the closing's identifier"),
    field("on", &Closing::on, required | dated, "the day the person left"),
    field("as", &Closing::as, required, "how they left"),
    field("why", &Closing::why, words, "why they left"));

inline constexpr auto reopenings = std::tuple(
    field("id", &Reopening::id, required, "the reopening's identifier"),
    field("on", &Reopening::on, required | dated, "the day they came back"),
    field("why", &Reopening::why, words, "why they came back"));

inline constexpr auto wishes = std::tuple(
    field("age", &Wishes::age, optional, "the ages asked for, such as 16-18"),
    field("gender", &Wishes::gender, optional, "the gender asked for"));

inline constexpr auto steps = std::tuple(
    field("id", &Step::id, required, "the step's identifier"),
    field("step", &Step::step, required, "which step of preparation it is"),
    field("on", &Step::on, required | dated, "the day it was done or seen"),
    field("topic", &Step::topic, optional, "what the training was on, or what was considered"),
    field("level", &Step::level, optional,
          "the level, of a DBS check (basic, standard or enhanced) or of a qualification"),
    field("workforce", &Step::workforce, optional, "the workforce that the DBS check is for"),
    field("barred_list", &Step::barred_list, optional, "whether the barred list was included in the check"),
    field("eligible_because", &Step::eligible_because, personal, "why the role is eligible for that check"),
    field("issued", &Step::issued, dated, "the day the certificate was issued"),
    field("seen_by", &Step::seen_by, names, "who saw the certificate"),
    field("with", &Step::with, optional, "the young person with whom a professional role was held"),
    field("as", &Step::as, names, "the professional role held, or who approved"),
    field("ended", &Step::ended, dated, "the day the professional role ended"));

inline constexpr auto mentor = std::tuple(
    field("id", &Mentor::id, required, "the mentor's identifier, also the file's name"),
    field("name", &Mentor::name, required | names, "the mentor's name"),
    field("scheme", &Mentor::scheme, required, "the scheme they mentor in"),
    field("role", &Mentor::role, required | from(vocabulary::roles), "what they are to the scheme"),
    field("enquired", &Mentor::enquired, begins, "the day they first asked about mentoring"),
    field("born", &Mentor::born, personal, "their date of birth"),
    field("gender", &Mentor::gender, personal, "their gender, in their words"),
    field("area", &Mentor::area, personal, "where they live or can meet"),
    field("department", &Mentor::department, personal, "where they work"),
    field("languages", &Mentor::languages, personal, "languages they speak"),
    field("interests", &Mentor::interests, personal, "what they like doing"),
    field("expertise", &Mentor::expertise, personal, "what they know about"),
    field("care_experienced", &Mentor::care_experienced, personal, "whether they have been in care"),
    field("capacity", &Mentor::capacity, optional, "how many young people at once; 1 when not given"),
    field("email", &Mentor::email, personal, "their email address"),
    field("phone", &Mentor::phone, personal, "their telephone number"),
    field("pen_picture", &Mentor::pen_picture, personal | words, "themselves, in a few sentences"),
    field("prefers", &Mentor::prefers, personal, "what they wish for in a match"),
    field("steps", &Mentor::steps, optional, "the steps of preparation they have done"),
    field("closed", &Mentor::closed, optional, "when and how they left"),
    field("reopened", &Mentor::reopened, optional, "when they came back"),
    field("overrides", &Mentor::overrides, optional, "rules passed for them"),
    field("waivers", &Mentor::waivers, optional, "findings about them that somebody answers for"));

inline constexpr auto referral = std::tuple(
    field("on", &Referral::on, required | dated, "the day of the referral"),
    field("by", &Referral::by, names, "who referred them"),
    field("role", &Referral::role, optional, "the referrer's role, such as social-worker"),
    field("organisation", &Referral::organisation, personal, "where the referrer works"));

inline constexpr auto eet = std::tuple(
    field("id", &EetRecord::id, required, "the entry's identifier"),
    field("on", &EetRecord::on, required | dated, "the day it was so"),
    field("status", &EetRecord::status, required | personal, "in education, employment or training, or neet"),
    field("barriers", &EetRecord::barriers, personal | from(vocabulary::barriers),
          "what keeps them from it; none given means disengagement only"));

inline constexpr auto surveys = std::tuple(
    field("id", &Survey::id, required, "the answer's identifier"),
    field("on", &Survey::on, required | dated, "the day they answered"),
    field("trust", &Survey::trust, personal, "whether they have somebody they trust"),
    field("listens", &Survey::listens, personal, "whether they have somebody who listens"));

inline constexpr auto young_person = std::tuple(
    field("id", &YoungPerson::id, required, "the young person's identifier, also the file's name"),
    field("name", &YoungPerson::name, required | names, "their name"),
    field("scheme", &YoungPerson::scheme, required, "the scheme they were referred to"),
    field("born", &YoungPerson::born, required | personal, "their date of birth"),
    field("gender", &YoungPerson::gender, personal, "their gender, in their words"),
    field("area", &YoungPerson::area, personal, "where they live"),
    field("referred", &YoungPerson::referred, required, "who referred them, and when"),
    field("agreed_on", &YoungPerson::agreed_on, dated, "the day they agreed to be referred"),
    field("key_adult", &YoungPerson::key_adult, names, "the third person of the relationship"),
    field("key_adult_role", &YoungPerson::key_adult_role, personal, "social-worker or personal-adviser"),
    field("emergency_contacts", &YoungPerson::emergency_contacts, names,
          "whom a mentor calls, first one first: name, role, phone"),
    field("needs", &YoungPerson::needs, personal | from(vocabulary::areas), "areas they want support in"),
    field("interests", &YoungPerson::interests, personal, "what they like doing"),
    field("languages", &YoungPerson::languages, personal, "languages they speak"),
    field("groups", &YoungPerson::groups, personal | from(vocabulary::groups),
          "groups that services reach poorly and that they belong to"),
    field("care_experienced", &YoungPerson::care_experienced, personal,
          "whether they have been in care; only a no is of consequence"),
    field("nobody_else", &YoungPerson::nobody_else, personal, "whether they have no one else in their life"),
    field("prefers", &YoungPerson::prefers, personal, "what they wish for in a mentor"),
    field("eet", &YoungPerson::eet, optional, "education, employment and training over time"),
    field("support", &YoungPerson::support, personal | from(vocabulary::support),
          "support of the team they use"),
    field("surveys", &YoungPerson::surveys, optional, "what they answered"),
    field("closed", &YoungPerson::closed, optional, "when and how they left"),
    field("reopened", &YoungPerson::reopened, optional, "when they came back"),
    field("overrides", &YoungPerson::overrides, optional, "rules passed for them"),
    field("waivers", &YoungPerson::waivers, optional, "findings about them that somebody answers for"));

inline constexpr auto decisions = std::tuple(
    field("id", &Decision::id, required, "the decision's identifier"),
    field("by", &Decision::by, required, "whose decision it is"),
    field("on", &Decision::on, required | dated, "the day it was made"),
    field("yes", &Decision::yes, required, "yes or no"),
    field("why", &Decision::why, words, "why, in their words"));

inline constexpr auto first_meeting = std::tuple(
    field("date", &FirstMeeting::date, planned, "the day they first meet"),
    field("activity", &FirstMeeting::activity, words, "what they do"),
    field("brokered_by", &FirstMeeting::brokered_by, names, "who of the team is there"));

inline constexpr auto pauses = std::tuple(field("id", &Pause::id, required, "the pause's identifier"),
                                          field("from", &Pause::from, required | dated, "the first day away"),
                                          field("to", &Pause::to, planned, "the first day back"),
                                          field("why", &Pause::why, words, "why they paused"));

inline constexpr auto renewals = std::tuple(
    field("id", &Renewal::id, required, "the renewal's identifier"),
    field("on", &Renewal::on, required | dated, "the day they chose to go on"),
    field("until", &Renewal::until, planned, "the day until which they mean to"),
    field("why", &Renewal::why, words, "why they go on"));

inline constexpr auto goals = std::tuple(
    field("id", &Goal::id, required, "the goal's identifier"),
    field("area", &Goal::area, required | from(vocabulary::areas), "the area of support it is in"),
    field("text", &Goal::text, required | words, "the goal, in the young person's words"),
    field("set", &Goal::set, required | dated, "the day it was set"),
    field("closed", &Goal::closed, dated, "the day it was met or given up"),
    field("outcome", &Goal::outcome, words | came_with("closed"), "what came of it"));

inline constexpr auto reflections = std::tuple(
    field("id", &Reflection::id, required, "the account's identifier"),
    field("by", &Reflection::by, required, "whose account it is"),
    field("on", &Reflection::on, required | dated, "the day it was given"),
    field("text", &Reflection::text, required | words, "what they said, in their words"),
    field("share", &Reflection::share, optional, "whether they agreed that it is shared"));

inline constexpr auto endings = std::tuple(
    field("id", &Ending::id, required, "the ending's identifier"),
    field("on", &Ending::on, required | dated, "the last day of the relationship"),
    field("as", &Ending::as, required, "how it ended"), field("by", &Ending::by, required, "who ended it"),
    field("reason", &Ending::reason, words, "why it ended"),
    field("marked_by", &Ending::marked_by, words, "how the ending was marked"),
    field("rematch", &Ending::rematch, optional, "who wants another match"));

inline constexpr auto match = std::tuple(
    field("id", &Match::id, required, "the match's identifier, also the file's name"),
    field("young_person", &Match::young_person, required, "the young person"),
    field("mentor", &Match::mentor, required, "the mentor"),
    field("scheme", &Match::scheme, required, "the scheme it runs in"),
    field("proposed", &Match::proposed, required | dated, "the day it was proposed"),
    field("considered_by", &Match::considered_by, names, "who took part in the matching"),
    field("decisions", &Match::decisions, optional, "what each of the two said to it"),
    field("contacts_given", &Match::contacts_given, optional,
          "whether the mentor was given the emergency contacts"),
    field("first_meeting", &Match::first_meeting, optional, "how they first meet"),
    field("focus", &Match::focus, words, "what the two agreed to work on"),
    field("started", &Match::started, dated, "the first day of the relationship"),
    field("pauses", &Match::pauses, optional, "times away"),
    field("renewals", &Match::renewals, optional, "decisions to go on"),
    field("goals", &Match::goals, optional, "what the young person works towards"),
    field("reflections", &Match::reflections, optional, "people's own accounts"),
    field("endings", &Match::endings, optional, "how it ended; more than one when it was reopened"),
    field("reopened", &Match::reopened, optional, "when it came back"),
    field("overrides", &Match::overrides, optional, "rules passed for it"),
    field("waivers", &Match::waivers, optional, "findings about it that somebody answers for"));

inline constexpr auto session = std::tuple(
    field("id", &Session::id, required, "the session's identifier"),
    field("date", &Session::date, required | dated, "the day it was held, or was to be held"),
    field("minutes", &Session::minutes, optional,
          "how long it was, 1 to 1440 minutes; absent when it was cancelled"),
    field("kind", &Session::kind, from(vocabulary::session_kinds), "what kind of session it was"),
    field("cancelled_by", &Session::cancelled_by, optional, "who called it off, where it fell through"),
    field("moved_to", &Session::moved_to, planned, "the day it was moved to"),
    field("activity", &Session::activity, words, "what they did"),
    field("cost", &Session::cost, optional, "what it cost, in pounds"),
    field("cost_for", &Session::cost_for, personal, "what the money was for"),
    field("claimed", &Session::claimed, dated, "the day the cost was claimed back"),
    field("paid", &Session::paid, dated, "the day it was paid back"),
    field("note", &Session::note, words, "anything to remember"));

inline constexpr auto check_in = std::tuple(
    field("id", &CheckIn::id, required, "the check-in's identifier"),
    field("date", &CheckIn::date, required | dated, "the day of the conversation"),
    field("with", &CheckIn::with, required, "with whom it was"),
    field("by", &CheckIn::by, names, "who of the team it was with"),
    field("asked", &CheckIn::asked, dated, "the day on which they asked for support, where they did"),
    field("goals_reviewed", &CheckIn::goals_reviewed, optional, "whether the goals were gone through"),
    field("note", &CheckIn::note, words, "anything to remember"));

inline constexpr auto see_again = std::tuple(
    field("id", &SeeAgain::id, required, "the entry's identifier"),
    field("by", &SeeAgain::by, required, "who would like to see somebody again"),
    field("whom", &SeeAgain::whom, required, "whom they would like to see"));

inline constexpr auto event = std::tuple(
    field("id", &Event::id, required, "the event's identifier, also the file's name"),
    field("kind", &Event::kind, required | from(vocabulary::event_kinds), "what kind of event it was"),
    field("date", &Event::date, required | dated, "the day it was held"),
    field("scheme", &Event::scheme, required, "the scheme that held it"),
    field("topics", &Event::topics, from(vocabulary::topics), "what a training was on"),
    field("invited", &Event::invited, optional, "who was invited"),
    field("attended", &Event::attended, optional, "who came"),
    field("see_again", &Event::see_again, optional,
          "whom each would like to see again, of those whom they met"),
    field("note", &Event::note, words, "anything to remember"));

inline constexpr auto activity = std::tuple(
    field("id", &Activity::id, required, "the activity's identifier"),
    field("category", &Activity::category, required, "what kind of thing it is, in the team's words"),
    field("name", &Activity::name, required, "what to do"),
    field("cost", &Activity::cost, optional,
          "what it costs a pair, in pounds; absent when that is not known"),
    field("area", &Activity::area, optional, "where it is; absent when it can be done anywhere"),
    field("note", &Activity::note, personal, "anything to know before going"));

inline constexpr auto concern = std::tuple(
    field("id", &Concern::id, required, "the concern's identifier, also the file's name"),
    field("about", &Concern::about, required, "whom it is about: an identifier, or staff"),
    field("raised", &Concern::raised, required | dated, "the day it was raised"),
    field("raised_by", &Concern::raised_by, names, "who raised it"),
    field("passed_to", &Concern::passed_to, names | came_with("passed_on"), "to whom it was passed on"),
    field("passed_on", &Concern::passed_on, dated, "the day it was passed on"),
    field("reference", &Concern::reference, came_with("passed_on") | personal, "their reference for it"),
    field("closed", &Concern::closed, dated, "the day they closed it"));

inline constexpr auto staff = std::tuple(
    field("id", &StaffMember::id, required, "the entry's identifier"),
    field("name", &StaffMember::name, required | names, "the member of staff"),
    field("share", &StaffMember::share, optional, "part of a full-time post, 0.01 to 1.00"),
    field("from", &StaffMember::from, begins, "their first day"),
    field("to", &StaffMember::to, planned, "the first day they are no longer there"));

inline constexpr auto settings = std::tuple(
    field("organisation", &Settings::organisation, required, "who runs the schemes"),
    field("organisations", &Settings::organisations, optional, "all who run them, when there are several"),
    field("schemes", &Settings::schemes, required, "the schemes that run here"),
    field("contacts", &Settings::contacts, names,
          "whom a mentor calls after the young person's own contacts: name, role, phone"),
    field("staff", &Settings::staff, optional, "the team"));

}  // namespace schema_tables

template <>
inline constexpr auto fields_of<Override> = schema_tables::overrides;
template <>
inline constexpr auto fields_of<Waiver> = schema_tables::waivers;
template <>
inline constexpr auto fields_of<Closing> = schema_tables::closings;
template <>
inline constexpr auto fields_of<Reopening> = schema_tables::reopenings;
template <>
inline constexpr auto fields_of<Wishes> = schema_tables::wishes;
template <>
inline constexpr auto fields_of<Step> = schema_tables::steps;
template <>
inline constexpr auto fields_of<Mentor> = schema_tables::mentor;
template <>
inline constexpr auto fields_of<Referral> = schema_tables::referral;
template <>
inline constexpr auto fields_of<EetRecord> = schema_tables::eet;
template <>
inline constexpr auto fields_of<Survey> = schema_tables::surveys;
template <>
inline constexpr auto fields_of<YoungPerson> = schema_tables::young_person;
template <>
inline constexpr auto fields_of<Decision> = schema_tables::decisions;
template <>
inline constexpr auto fields_of<FirstMeeting> = schema_tables::first_meeting;
template <>
inline constexpr auto fields_of<Pause> = schema_tables::pauses;
template <>
inline constexpr auto fields_of<Renewal> = schema_tables::renewals;
template <>
inline constexpr auto fields_of<Goal> = schema_tables::goals;
template <>
inline constexpr auto fields_of<Reflection> = schema_tables::reflections;
template <>
inline constexpr auto fields_of<Ending> = schema_tables::endings;
template <>
inline constexpr auto fields_of<Match> = schema_tables::match;
template <>
inline constexpr auto fields_of<Session> = schema_tables::session;
template <>
inline constexpr auto fields_of<CheckIn> = schema_tables::check_in;
template <>
inline constexpr auto fields_of<SeeAgain> = schema_tables::see_again;
template <>
inline constexpr auto fields_of<Event> = schema_tables::event;
template <>
inline constexpr auto fields_of<Activity> = schema_tables::activity;
template <>
inline constexpr auto fields_of<Concern> = schema_tables::concern;
template <>
inline constexpr auto fields_of<StaffMember> = schema_tables::staff;
template <>
inline constexpr auto fields_of<Settings> = schema_tables::settings;

/// A kind of record: the folder in which each has a file of its own, or the one file that holds it; its noun
/// for people.
template <class T>
struct RecordKind;
template <>
struct RecordKind<Settings> {
  static constexpr std::string_view file = "mentorctl.yaml", noun = "settings", plural = "settings";
};
template <>
struct RecordKind<ActivityBank> {
  static constexpr std::string_view file = "activities.yaml", noun = "activity", plural = "activities";
};
template <>
struct RecordKind<Mentor> {
  static constexpr std::string_view folder = "mentors", noun = "mentor", plural = "mentors";
};
template <>
struct RecordKind<YoungPerson> {
  static constexpr std::string_view folder = "young-people", noun = "young person", plural = "young people";
};
template <>
struct RecordKind<Match> {
  static constexpr std::string_view folder = "matches", noun = "match", plural = "matches";
};
template <>
struct RecordKind<SessionLog> {
  static constexpr std::string_view folder = "sessions", noun = "session", plural = "sessions";
};
template <>
struct RecordKind<CheckInLog> {
  static constexpr std::string_view folder = "check-ins", noun = "check-in", plural = "check-ins";
};
template <>
struct RecordKind<Event> {
  static constexpr std::string_view folder = "events", noun = "event", plural = "events";
};
template <>
struct RecordKind<Concern> {
  static constexpr std::string_view folder = "concerns", noun = "concern", plural = "concerns";
};

}  // namespace mentor
