#include "reports/journey.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "model/schema.h"
#include "reports/by_area.h"
#include "reports/cells.h"
#include "reports/words.h"
#include "rules/pair.h"

namespace mentor::reports {

namespace {

/// Something that happened, in the words of whom it is told to.
struct Told {
  std::string_view team;
  std::string_view young_person;  ///< empty: as to the team
};

struct Tale {
  Day on;
  std::string_view kind;
  std::string id;
  std::string what;
  std::vector<std::string> words;
};

/// Collects what happened in a match, and which words of it may be told.
class Teller {
 public:
  Teller(const Match& match, ToldTo told_to, const Basis& basis)
      : match_(match), told_to_(told_to), basis_(basis), pair_(rules::Pair::of(match, basis.records)) {
    if (told_to == ToldTo::team) return;
    const Id person(match.young_person);
    for (const auto& each : words_of_somebody(person, basis.records).words)
      may_read_.emplace(each.id, each.field);
  }

  [[nodiscard]] std::vector<Tale> tell() && {
    referral();
    agreement();
    meetings();
    conversations();
    events();
    goals();
    accounts();
    pauses_and_ends();
    if (told_to_ == ToldTo::team) what_the_team_knows();
    std::erase_if(tales_, [&](const Tale& each) { return !basis_.counted().hold(each.on); });
    std::ranges::stable_sort(tales_, {}, &Tale::on);
    return std::move(tales_);
  }

 private:
  const YoungPerson& person() const { return pair_.young_person; }
  std::string entry(std::string_view id) const { return fmt::format("{}/{}", match_.id.view(), id); }
  std::string say(const Told& told) const {
    const bool is_own = told_to_ == ToldTo::young_person && !told.young_person.empty();
    return std::string(is_own ? told.young_person : told.team);
  }
  /// The last day of the story: of the ending, where the match is over.
  Day last() const {
    const Ending* ending = rules::standing_ending(match_, basis_.today);
    const bool is_over = rules::state_of(match_, basis_.today) == MatchState::ended;
    return is_over && ending ? ending->on : basis_.today;
  }
  /// Whether something of the young person's life falls into the story, and of the mentor's work.
  bool is_theirs(Day on) const { return on >= person().referred.on && on <= last(); }
  bool is_the_mentors(Day on) const { return on >= match_.proposed && on <= last(); }
  /// `who` to the team; to the young person `you` and `your mentor`.
  std::string by(std::string_view who) const {
    if (who == "both") return "both";
    if (told_to_ == ToldTo::team) return fmt::format("the {}", who == "young-person" ? "young person" : who);
    if (who == "young-person") return "you";
    return who == "mentor" && match_.started ? "your mentor" : fmt::format("the {}", who);
  }

  Tale& add(Day on, std::string_view kind, std::string id, std::string what) {
    return tales_.emplace_back(Tale{on, kind, std::move(id), std::move(what), {}});
  }
  /// Adds words that somebody wrote: of the two, for both, if whom it is told to may read them; of the team's
  /// notes and reasons the young person reads nothing here.
  void quote(Tale& tale, std::string_view field, const std::string& text) const {
    if (text.empty()) return;
    if (told_to_ == ToldTo::team || may_read_.contains(std::pair(tale.id, std::string(field))))
      tale.words.push_back(text);
  }
  void note(Tale& tale, const std::string& text) const {
    if (!text.empty() && told_to_ == ToldTo::team) tale.words.push_back(text);
  }

  void referral() {
    const Referral& referred = person().referred;
    const std::string id(person().id.view());
    auto& tale = add(referred.on, "referral", id,
                     say({"the young person was referred", "you were referred to the scheme"}));
    if (told_to_ == ToldTo::team)
      tale.words = {join(present({referred.by, referred.role, referred.organisation}), ", ")};
    if (tale.words == std::vector<std::string>{""}) tale.words.clear();
    if (person().agreed_on)
      add(*person().agreed_on, "agreed", id,
          say({"the young person agreed to be referred", "you agreed to it"}));
  }

  static std::vector<std::string> present(std::vector<std::string> texts) {
    std::erase(texts, "");
    return texts;
  }

  void agreement() {
    const std::string id(match_.id.view());
    auto& proposed = add(match_.proposed, "proposed", id,
                         say({"the match was proposed", "a match was proposed to you"}));
    if (told_to_ == ToldTo::team && !match_.considered_by.empty())
      proposed.words.push_back("considered by " + match_.considered_by);
    for (const auto& each : match_.decisions) {
      auto& tale = add(each.on, "decision", entry(each.id.view()),
                       fmt::format("{} said {}", by(word(each.by)), each.yes ? "yes" : "no"));
      quote(tale, key_of(&Decision::why), each.why);
    }
    for (const auto& spell : rules::spells(match_)) {
      if (match_.started && spell.from == *match_.started) add(spell.from, "started", id, "the match began");
    }
  }

  void meetings() {
    for (const auto& session : pair_.sessions) {
      const std::string id = entry(session.id.view());
      auto& tale = add(session.date, session.held() ? "session" : "cancelled", id, {});
      tale.what = session.held()
                      ? fmt::format("{}, {}", with_blanks(session.kind), counted_minutes(*session.minutes))
                      : called_off(session);
      quote(tale, key_of(&Session::activity), session.activity);
      note(tale, session.note);
    }
  }

  static std::string with_blanks(std::string kind) {
    std::ranges::replace(kind, '-', ' ');
    return kind;
  }
  static std::string counted_minutes(Minutes minutes) {
    return counted(static_cast<std::size_t>(minutes.count), "minute", "minutes");
  }
  std::string called_off(const Session& session) const {
    std::string what = "a meeting fell through";
    if (session.cancelled_by && *session.cancelled_by != Canceller::other)
      what = fmt::format("{} called a meeting off", by(word(*session.cancelled_by)));
    if (session.moved_to) what += fmt::format(", moved to {}", session.moved_to->in_words());
    return what;
  }

  void conversations() {
    for (const auto& each : pair_.check_ins) {
      const bool is_own = each.with == Counterpart::young_person;
      if (told_to_ == ToldTo::young_person && !is_own) continue;
      auto& tale = add(each.date, "check-in", entry(each.id.view()),
                       fmt::format("the team spoke with {}",
                                   by(each.with == Counterpart::key_adult ? "key adult" : word(each.with))));
      if (each.goals_reviewed.value_or(false)) tale.what += " and went through the goals";
      note(tale, each.note);
    }
  }

  void events() {
    for (const auto& entry : basis_.records.events) {
      const Event& event = entry.second;
      const auto came = [&](const auto& person_id) {
        return std::ranges::any_of(event.attended,
                                   [&](const Id& each) { return each.view() == person_id.view(); });
      };
      const bool both = came(match_.id);
      const bool with_young_person = (both || came(match_.young_person)) && is_theirs(event.date);
      const bool with_mentor = (both || came(match_.mentor)) && is_the_mentors(event.date);
      if (!with_young_person && (!with_mentor || told_to_ == ToldTo::young_person)) continue;
      const std::string who = with_young_person && with_mentor && told_to_ == ToldTo::team ? "both"
                              : with_young_person ? by("young-person")
                                                  : by("mentor");
      auto& tale = add(event.date, "event", std::string(event.id.view()),
                       fmt::format("{} came to a {}", who, with_blanks(event.kind)));
      note(tale, event.note);
    }
  }

  void goals() {
    for (const auto& goal : match_.goals) {
      auto& set = add(goal.set, "goal", entry(goal.id.view()), fmt::format("a goal was set ({})", goal.area));
      quote(set, key_of(&Goal::text), goal.text);
      if (!goal.closed) continue;
      auto& closed = add(*goal.closed, "goal-closed", entry(goal.id.view()),
                         fmt::format("a goal was closed ({})", goal.area));
      quote(closed, key_of(&Goal::outcome), goal.outcome);
    }
  }

  void accounts() {
    for (const auto& each : match_.reflections) {
      const bool may_read = told_to_ == ToldTo::team || each.by == Voice::young_person ||
                            each.share.value_or(false);
      if (!may_read) continue;
      auto& tale = add(each.on, "account", entry(each.id.view()),
                       fmt::format("{} said how it goes", by(word(each.by))));
      quote(tale, key_of(&Reflection::text), each.text);
    }
    for (const auto& each : person().surveys) {
      if (!is_theirs(each.on)) continue;
      auto& tale = add(each.on, "survey", fmt::format("{}/{}", person().id.view(), each.id.view()),
                       say({"the young person answered a survey", "you answered a survey"}));
      const auto answer = [&](const std::optional<bool>& yes, std::string_view question) {
        if (yes) tale.words.push_back(fmt::format("{}: {}", question, *yes ? "yes" : "no"));
      };
      answer(each.trust, "has somebody to trust");
      answer(each.listens, "has somebody who listens");
    }
  }

  void pauses_and_ends() {
    for (const auto& each : match_.pauses) {
      auto& tale = add(each.from, "pause", entry(each.id.view()), "the match paused");
      note(tale, each.why);
      if (each.to) add(*each.to, "resumed", entry(each.id.view()), "the match went on");
    }
    for (const auto& each : match_.renewals) {
      auto& tale = add(each.on, "renewal", entry(each.id.view()), "the match was renewed");
      if (each.until) tale.what += " until " + each.until->in_words();
      note(tale, each.why);
    }
    for (const auto& each : match_.endings) {
      auto& tale = add(each.on, "ending", entry(each.id.view()),
                       each.as == EndingKind::self_managed
                           ? "the match was handed over to the two"
                           : fmt::format("the match ended ({})", word(each.as)));
      if (told_to_ == ToldTo::team) tale.what += fmt::format(", by {}", by(word(each.by)));
      note(tale, each.reason);
      quote(tale, key_of(&Ending::marked_by), each.marked_by);
    }
    for (const auto& each : match_.reopened) {
      auto& tale = add(each.on, "reopened", entry(each.id.view()), "the match began again");
      note(tale, each.why);
    }
  }

  void what_the_team_knows() {
    for (const auto& each : person().eet) {
      if (!is_theirs(each.on)) continue;
      auto& tale = add(each.on, "eet", fmt::format("{}/{}", person().id.view(), each.id.view()),
                       fmt::format("the young person was in: {}", word(each.status)));
      if (!each.barriers.empty()) tale.words.push_back("kept by " + join(each.barriers, ", "));
    }
    for (const auto& each : match_.overrides)
      add(each.on, "override", entry(each.id.view()), "the rule " + each.rule + " was passed").words = {
          each.reason};
    for (const auto& each : match_.waivers)
      add(each.on, "waiver", entry(each.id.view()), "what the rule " + each.rule + " found was waived")
          .words = {each.why};
    for (const auto& [id, concern] : basis_.records.concerns) {
      const bool of_mentor = concern.about == match_.mentor.view() && is_the_mentors(concern.raised);
      const bool of_young_person = concern.about == match_.young_person.view() && is_theirs(concern.raised);
      if (!of_mentor && !of_young_person) continue;
      const std::string about = concern.about == match_.mentor.view() ? "mentor" : "young-person";
      add(concern.raised, "concern", std::string(id.view()),
          fmt::format("a concern about {} was raised", by(about)));
      if (concern.passed_on)
        add(*concern.passed_on, "concern-passed-on", std::string(id.view()), "the concern was passed on");
      if (concern.closed)
        add(*concern.closed, "concern-closed", std::string(id.view()), "the concern was closed");
    }
  }

  const Match& match_;
  ToldTo told_to_;
  const Basis& basis_;
  rules::Pair pair_;
  std::set<std::pair<std::string, std::string>> may_read_;
  std::vector<Tale> tales_;
};

std::string in_a_sentence(const Tale& tale) {
  return tale.words.empty() ? tale.what : fmt::format("{}: {}", tale.what, join(tale.words, "; "));
}

Table events_of_the_match(const std::vector<Tale>& tales) {
  Table table{"events",
              "",
              {{"on", "on", Shown::data},
               {"day", "day", Shown::people},
               {"kind", "kind", Shown::data},
               {"id", "id", Shown::data},
               {"what", "", Shown::data},
               {"words", "", Shown::data, Says::names},
               {"tale", "what happened", Shown::people, Says::names}},
              {}};
  table.heads = 1;
  for (const auto& each : tales) {
    table.rows.push_back({cell(each.on), Value::of_text(each.on.in_words()), Value::of_token(each.kind),
                          Value::of_token(each.id), Value::of_text(each.what), cell(each.words),
                          Value::of_text(in_a_sentence(each))});
  }
  return table;
}

struct JourneyTotals {
  int sessions = 0;
  int minutes = 0;
};

Table journey_totals(const Match& match, const Basis& basis) {
  ByArea<JourneyTotals> by_area;
  auto& totals = by_area.at(match.scheme, area_of(basis.records, match.id.view()));
  for (const auto& session : rules::Pair::of(match, basis.records).sessions) {
    if (!session.held() || !basis.counted().hold(session.date)) continue;
    ++totals.sessions;
    totals.minutes += static_cast<int>(session.minutes->count);
  }
  return by_area.table("In figures", {{"sessions", "sessions"}, {"minutes", "minutes"}},
                       [](const JourneyTotals& all) {
                         return std::vector{cell(all.sessions), cell(all.minutes)};
                       });
}

}  // namespace

Report journey(const Match& match, ToldTo told_to, const Basis& basis) {
  const auto& records = basis.records;
  const std::string title = told_to == ToldTo::team
                                ? "The journey of " + called(records, match.id.view())
                                : fmt::format("{} and {}", who(records, match.young_person.view()),
                                              who(records, match.mentor.view()));
  return {"journey",
          title,
          {},
          {events_of_the_match(Teller(match, told_to, basis).tell()), journey_totals(match, basis)},
          {}};
}

}  // namespace mentor::reports
