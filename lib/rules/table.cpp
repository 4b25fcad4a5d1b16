/// The table of rules: to add one, a struct of its parameters and a `judge` in its family, and a line here.
#include "rules/budget.h"
#include "rules/check_ins.h"
#include "rules/commitment.h"
#include "rules/data_rules.h"
#include "rules/dbs.h"
#include "rules/eligibility.h"
#include "rules/ending.h"
#include "rules/matching_rules.h"
#include "rules/people.h"
#include "rules/readiness.h"
#include "rules/rulebook.h"
#include "rules/safeguarding.h"
#include "rules/service.h"
#include "rules/support.h"

namespace mentor::rules {

namespace {

/// A rule is asked about whatever there is a `judge` for.
template <class Asks>
class JudgeOf : public Judge {
 public:
  JudgeOf(std::string_view name, const std::vector<policy::Edition>& editions, Problems& problems)
      : editions_(name, editions, problems) {}

  void pair([[maybe_unused]] const Pair& pair, [[maybe_unused]] Day today,
            [[maybe_unused]] Findings& found) const override {
    if constexpr (requires { judge(pair, editions_, today, found); }) judge(pair, editions_, today, found);
  }
  void preparation([[maybe_unused]] const Preparation& preparation,
                   [[maybe_unused]] Findings& found) const override {
    if constexpr (requires { judge(preparation, editions_, found); }) judge(preparation, editions_, found);
  }
  void scheme([[maybe_unused]] const Scheme& scheme, [[maybe_unused]] Day today,
              [[maybe_unused]] Findings& found) const override {
    if constexpr (requires { judge(scheme, editions_, today, found); })
      judge(scheme, editions_, today, found);
  }

  [[nodiscard]] std::vector<Session> sessions_kept([[maybe_unused]] const Pair& pair,
                                                   [[maybe_unused]] Day today) const override {
    if constexpr (requires { kept(pair, editions_, today); }) {
      return kept(pair, editions_, today);
    } else {
      return {};
    }
  }

  [[nodiscard]] std::vector<Span> warnings([[maybe_unused]] Day today) const override {
    if constexpr (requires(const Asks& asks) { asks.warn; }) {
      const auto* terms = editions_.on(today);
      return terms ? terms->asks.warn : std::vector<Span>();
    } else {
      return {};
    }
  }

  [[nodiscard]] const Editions<Asks>& editions() const { return editions_; }

 private:
  Editions<Asks> editions_;
};

template <class Asks>
std::vector<Parameter> parameters_of() {
  std::vector<Parameter> parameters;
  for_each_field<Asks>([&]<class Owner, class Type>(const Field<Owner, Type>& field) {
    parameters.push_back({field.key, type_name<Type>(), field.traits.required, field.means});
  });
  return parameters;
}

template <class Asks>
std::unique_ptr<Judge> bind(std::string_view name, const std::vector<policy::Edition>& editions,
                            Problems& problems) {
  return std::make_unique<JudgeOf<Asks>>(name, editions, problems);
}

template <class Asks>
constexpr Rule rule(std::string_view name, Acts refuses, Forewarns forewarns, std::string_view finds,
                    std::string_view mends, std::string_view command) {
  constexpr bool is_over_pairs = requires(const Pair& pair, const Editions<Asks>& editions, Day today,
                                          Findings& found) {
    judge(pair, editions, today, found);
  };
  return {name,
          finds,
          mends,
          command,
          refuses,
          forewarns,
          is_over_pairs ? Over::pairs : Over::others,
          parameters_of<Asks>,
          bind<Asks>};
}

constexpr Acts nothing{};
constexpr Acts a_referral_or_start{Act::refer, Act::start};
constexpr Acts a_referral{Act::refer};
constexpr Acts a_start{Act::start};
constexpr Acts an_end{Act::end};
constexpr Acts a_session{Act::log_session};

constexpr std::array rules{
    rule<AgeAsks>("eligibility.age", a_referral_or_start, Forewarns::no,
                  "a young person outside the ages that the scheme is for",
                  "check the date of birth; else find them support elsewhere, or answer for an exception",
                  "show SUBJECT"),
    rule<BackgroundAsks>("eligibility.background", a_start, Forewarns::no,
                         "a mentor who is not whom the scheme looks for",
                         "look for another mentor, or go on knowing it", "show MENTOR"),
    rule<CareExperienceAsks>(
        "eligibility.care_experience", a_referral_or_start, Forewarns::no,
        "somebody who is not care experienced, where the scheme is for those who are",
        "ask them, and record it: --care-experienced yes, or amend ID care_experienced=yes", "show SUBJECT"),
    rule<InformationSessionAsks>(
        "readiness.information_session", a_start, Forewarns::no, "a mentor who was at no information session",
        "invite them, then record it: vet MENTOR information-session", "vet MENTOR information-session"),
    rule<LineManagerAsks>("readiness.line_manager", a_start, Forewarns::no,
                          "a mentor whose line manager has not agreed, or agreed too late",
                          "ask the line manager, then record it: vet MENTOR line-manager",
                          "vet MENTOR line-manager"),
    rule<TrainingAsks>("readiness.training", a_start, Forewarns::no,
                       "a mentor who has not done all of the training, or did it too early",
                       "train them, then record it: vet MENTOR training --topic TOPIC, or log-event training "
                       "--attended MENTOR",
                       "vet MENTOR training"),
    rule<PenPictureAsks>("readiness.pen_picture", a_start, Forewarns::no,
                         "a mentor without a pen picture, or with one from before the training",
                         "ask them for it, then record it: vet MENTOR pen-picture --text TEXT",
                         "vet MENTOR pen-picture"),
    rule<QualificationAsks>("readiness.qualification", a_start, Forewarns::no,
                            "a mentor without the qualification that the scheme asks for",
                            "record it once they have it: vet MENTOR qualification --level LEVEL",
                            "vet MENTOR qualification"),
    rule<ConsideredAsks>("readiness.considered", a_start, Forewarns::no,
                         "a mentor who has not thought through what they commit to",
                         "talk it over, then record it: vet MENTOR considered --topic TOPIC",
                         "vet MENTOR considered"),
    rule<EmployedAsks>("readiness.employed", a_start, Forewarns::no,
                       "a mentor who is not employed, where the scheme employs its mentors",
                       "record it once they are: vet MENTOR employed", "vet MENTOR employed"),
    rule<ReferenceAsks>("readiness.reference", a_start, Forewarns::no, "a mentor with too few references",
                        "take them up, then record each: vet MENTOR reference", "vet MENTOR reference"),
    rule<ProfessionalGapAsks>(
        "readiness.professional_gap", a_start, Forewarns::no,
        "a match that follows too soon on the mentor's professional role with the young "
        "person",
        "start later, or go on knowing it", "show SUBJECT"),
    rule<DbsAsks>("readiness.dbs", a_start, Forewarns::no,
                  "a match, or a session, with a young person under the age without the DBS check asked for",
                  "no meetings before the check was seen; then record it: vet MENTOR dbs", "vet MENTOR dbs"),
    rule<RecheckAsks>("dbs.recheck", nothing, Forewarns::yes,
                      "a DBS check that is too old, of a mentor of somebody under the age",
                      "check again, while the role is eligible; then record it: vet MENTOR dbs",
                      "vet MENTOR dbs"),
    rule<RegulatedActivityAsks>(
        "dbs.regulated_activity", nothing, Forewarns::no,
        "a mentor who meets young people under the age as often as regulated activity",
        "ask your DBS adviser whether the role is now eligible for a check of the "
        "barred list",
        "vet MENTOR dbs"),
    rule<AgreedAsks>("readiness.agreed", a_referral, Forewarns::no,
                     "a young person who has not agreed to be referred",
                     "ask them, then record the day: refer --agreed-on", "edit YOUNG-PERSON"),
    rule<DecisionAsks>(
        "match.decision", a_start, Forewarns::no,
        "a match that starts or runs without the yes that it needs, or against a no",
        "ask them, then record it: --agreed young-person, or decide MATCH --by young-person --yes; "
        "likewise for the mentor",
        "decide SUBJECT"),
    rule<ContactsAsks>(
        "match.contacts", a_start, Forewarns::no, "a mentor who was not given the emergency contacts",
        "give them, then say so when it starts: --contacts-given", "amend SUBJECT contacts_given=yes"),
    rule<KeyAdultAsks>("match.key_adult", a_start, Forewarns::no,
                       "a young person whose key adult is not named",
                       "ask who it is and put it in the young person's record", "edit YOUNG-PERSON"),
    rule<FirstMeetingAsks>("match.first_meeting", a_start, Forewarns::no,
                           "a first meeting without an activity, or without somebody to broker it",
                           "plan it, then say so when it starts: --activity TEXT --brokered-by WHO",
                           "edit SUBJECT"),
    rule<CapacityAsks>("match.capacity", a_start, Forewarns::no, "a mentor with more matches than they offer",
                       "ask the mentor whether they can take one more, and raise their capacity",
                       "show MENTOR"),
    rule<FocusAsks>("match.focus", nothing, Forewarns::yes, "a pair that has agreed on no focus some time in",
                    "ask them at the next check-in", "edit SUBJECT"),
    rule<TimeAsks>("commitment.time", nothing, Forewarns::no,
                   "a finished period with less time than the mentor committed to",
                   "ask how it goes, and whether a session was not logged", "log-session SUBJECT --date DAY"),
    rule<TooLongAsks>("commitment.too_long", nothing, Forewarns::yes,
                      "a match that runs longer than the scheme means it to",
                      "renew it where the scheme lets it, plan an ending, or hand it over to the pair",
                      "end SUBJECT"),
    rule<EndedEarlyAsks>(
        "commitment.ended_early", an_end, Forewarns::no, "an ending before the least that was committed to",
        "ask how it really ended; if the goals were met early, end it as managed", "show SUBJECT"),
    rule<SilenceAsks>("commitment.silence", nothing, Forewarns::no,
                      "a pair of which nothing was logged for long", "ring both", "check-in SUBJECT"),
    rule<SupervisionAsks>("support.supervision", nothing, Forewarns::yes,
                          "a matched mentor who was not offered group supervision in time",
                          "hold one and record whom you invited",
                          "log-event group-supervision --scheme SCHEME --date DAY --invited MENTOR"),
    rule<CheckInAsks>("support.check_in", nothing, Forewarns::yes,
                      "a mentor, young person or key adult with whom the team has not spoken in time",
                      "ring them, then record it: check-in MATCH --with mentor", "check-in SUBJECT"),
    rule<PairEventsAsks>("support.pair_events", nothing, Forewarns::yes,
                         "a pair that was not invited in time to events with others",
                         "hold one and record whom you invited: log-event pair-event",
                         "log-event pair-event --scheme SCHEME --date DAY --invited MENTOR "
                         "--invited YOUNG-PERSON"),
    rule<GoalsAsks>("support.goals", nothing, Forewarns::yes,
                    "a pair whose goals nobody went through in time",
                    "go through them at the next check-in: check-in MATCH --goals-reviewed yes",
                    "check-in SUBJECT --goals-reviewed yes"),
    rule<ReflectionAsks>("support.reflection", nothing, Forewarns::yes,
                         "a pair of which somebody's own account is long awaited",
                         "ask them how it goes, in their words: reflect MATCH --by young-person",
                         "reflect SUBJECT"),
    rule<PairBudgetAsks>("budget.pair", nothing, Forewarns::no, "a pair that has spent more than its budget",
                         "ask what comes next, and plan something free", "show SUBJECT"),
    rule<AfterExpensiveAsks>("budget.after_expensive", nothing, Forewarns::no,
                             "a costly session soon after an expensive one",
                             "suggest something free or cheap for the next few", "activities"),
    rule<ReasonAsks>("ending.reason", an_end, Forewarns::no, "an ending without a reason",
                     "ask, then give it: end MATCH --reason TEXT", "edit SUBJECT"),
    rule<MarkedAsks>("ending.marked", an_end, Forewarns::no, "an ending that nothing marked",
                     "mark it, then give it: end MATCH --marked-by TEXT", "edit SUBJECT"),
    rule<WaitingAsks>("people.waiting", nothing, Forewarns::no,
                      "a young person who waits for a match for long",
                      "tell them how it stands; look at the mentors who are ready", "suggest YOUNG-PERSON"),
    rule<Turning18Asks>("people.turning_18", nothing, Forewarns::no,
                        "a young person who turns 18 soon, when other relationships end",
                        "see to it that somebody stays in their life", "show YOUNG-PERSON"),
    rule<UnmatchedAsks>("people.unmatched_mentor", nothing, Forewarns::no,
                        "a trained mentor who is without a match for long",
                        "support them meanwhile; look at who is waiting", "match --all"),
    rule<StaffAsks>("service.capacity", nothing, Forewarns::no, "too few staff for the pairs that they carry",
                    "bring the staff in mentorctl.yaml up to date; else hire, or start fewer pairs",
                    "report capacity"),
    rule<PassedOnAsks>("safeguarding.passed_on", nothing, Forewarns::yes,
                       "a safeguarding concern that was not passed on in time",
                       "pass it on now, then record it: concern pass-on CONCERN", "concern pass-on SUBJECT"),
    rule<HeldAsks>("safeguarding.held", a_start, Forewarns::no,
                   "a match that starts or goes on while a concern about its mentor is open",
                   "start nothing, and pause what runs until the concern is closed: pause MATCH",
                   "pause SUBJECT"),
    rule<OutsideMatchAsks>(
        "data.outside_match", a_session, Forewarns::no,
        "a session held before the match started or after it ended",
        "check the date, and the dates of the match; support of a pair that runs itself is a check-in "
        "or an event",
        "show SUBJECT"),
    rule<TwoMatchesAsks>("data.two_matches", nothing, Forewarns::no,
                         "a young person in two matches at once, proposed or running",
                         "settle which goes on, then end the other or decline it: end MATCH, or decide MATCH "
                         "--by young-person --no",
                         "show YOUNG-PERSON"),
};

}  // namespace

std::span<const Rule> all_rules() { return rules; }

const Rule* find_rule(std::string_view name) {
  const auto found = std::ranges::find(rules, name, &Rule::name);
  return found == rules.end() ? nullptr : &*found;
}

std::vector<Period> Rulebook::periods(const Pair& pair, Day today) const {
  for (const auto& [rule, judge] : rules_of(pair.match.scheme)) {
    if (const auto* time = dynamic_cast<const JudgeOf<TimeAsks>*>(judge.get())) {
      return rules::periods(pair, time->editions(), today);
    }
  }
  return {};
}

}  // namespace mentor::rules
