#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "base/text.h"
#include "base/trouble.h"
#include "cmd/commands.h"
#include "cmd/history_pages.h"
#include "cmd/history_subject.h"
#include "cmd/reading.h"
#include "git/compare.h"
#include "git/moment.h"
#include "render/findings.h"
#include "render/json.h"
#include "store/paths.h"
#include "trail.h"

namespace mentor::cmd {

namespace {

struct HistoryOptions {
  std::string record;
  std::string from;
  std::string to;
};

/// One end of the time that is looked at: a day, or a commit.
struct End {
  std::string said;
  std::optional<Day> day;
  std::string commit;
};

End end_of(const git::Repository& repository, const std::string& text) {
  if (text.empty()) return {};
  if (const auto day = Day::parse(text)) return {text, day, {}};
  git::Objects objects(repository);
  return {text, {}, git::commit_named(objects, text)};
}

/// Whether the one leads back to the other.
bool is_before(const git::Repository& repository, const std::string& earlier, const std::string& later) {
  if (earlier.empty() || later.empty() || earlier == later) return false;
  return git::merge_bases(repository, earlier, later) == std::vector{earlier};
}

/// Throws Trouble (usage): neither is there such a record, nor was there ever one.
[[noreturn]] void there_is_none(ReadingRoom& room, const Subject& subject) {
  const std::string& wanted = subject.entry.empty() ? subject.called : subject.entry;
  const std::string begins = git::where_history_begins(room.repository());
  std::vector<std::string> known;
  const auto folder = std::filesystem::path(subject.paths.front()).parent_path().string();
  for (const auto& name : room.desk().reader().source().list(folder)) known.emplace_back(store::stem(name));
  std::erase(known, std::string(store::stem(subject.called)));
  std::string hint = begins.empty() ? "" : ": " + begins;
  if (const auto meant = nearest(subject.called, known); subject.entry.empty() && meant)
    hint = fmt::format(", did you mean '{}'", *meant);
  throw usage("there is no {} {}{}", in_quotes(wanted), begins.empty() ? "and never was" : "here", hint);
}

class History {
 public:
  History(ReadingRoom& room, const HistoryOptions& options, const std::string& known_at)
      : room_(room),
        repository_(room.repository()),
        subject_(subject_meant(room, options.record)),
        from_(end_of(repository_, options.from)),
        to_(end_of(repository_, options.to)) {
    require_known(known_at);
    require_order(known_at);
  }

  [[nodiscard]] const Subject& subject() const { return subject_; }

  /// What is changed and not recorded, of what is asked about.
  [[nodiscard]] git::Paths unrecorded() const { return room_.unrecorded(subject_.paths); }

  [[nodiscard]] std::vector<Deed> deeds() const {
    TrailScope scope{subject_.paths, subject_.entry, {from_.commit, until()}};
    auto deeds = trail(repository_, scope);
    std::erase_if(deeds, [&](const Deed& deed) { return !is_between(deed.commit.at.substr(0, 10)); });
    if (deeds.empty() && !subject_.may_be_empty() && unrecorded().empty()) {
      scope.stretch = {{}, room_.commit()};
      if (trail(repository_, scope).empty()) there_is_none(room_, subject_);
    }
    check_signatures(repository_, deeds);
    return deeds;
  }

 private:
  [[nodiscard]] const std::string& until() const { return to_.commit.empty() ? room_.commit() : to_.commit; }
  [[nodiscard]] bool is_between(const std::string& day) const {
    return (!from_.day || day >= from_.day->iso()) && (!to_.day || day <= to_.day->iso());
  }

  /// Whoever looks at what was known then sees nothing that came later.
  void require_known(const std::string& known_at) const {
    if (known_at.empty() || to_.commit.empty() || to_.commit == room_.commit()) return;
    if (is_before(repository_, to_.commit, room_.commit())) return;
    throw usage("--to: {} was not known at {}, leave --to or --known-at out", in_quotes(to_.said),
                in_quotes(known_at));
  }

  /// The beginning does not come after the end.
  void require_order(const std::string& known_at) const {
    const auto last = to_.day ? to_.day : Day::parse(known_at);
    const bool days_are_crossed = from_.day && last && *from_.day > *last;
    if (!days_are_crossed && !is_before(repository_, until(), from_.commit)) return;
    const std::string& end = to_.said.empty() && !known_at.empty() ? known_at : to_.said;
    throw usage("--from: {} comes after {}, where the history is to end", in_quotes(from_.said),
                end.empty() ? "the last commit" : in_quotes(end));
  }

  ReadingRoom& room_;
  const git::Repository& repository_;
  Subject subject_;
  End from_;
  End to_;
};

void print_json(const Call& call, const std::vector<Deed>& deeds, const git::Paths& unrecorded) {
  Value value = render::object();
  value.add("changes", render::to_value(history_table(deeds)));
  Value paths = Value::of_list();
  for (const auto& each : unrecorded) paths.items.push_back(Value::of_text(each));
  value.add("unrecorded", std::move(paths));
  call.io.out << render::to_json(value);
}

int run_history(Call& call, const HistoryOptions& options) {
  must_be_format(call.globals.format, {Format::text, Format::json, Format::csv});
  if (call.globals.as_of)
    throw usage(
        "--as-of: a history goes by when things were recorded, not by when they happened: end it "
        "with --to, or with --known-at by what was known then");
  ReadingRoom room = call.open("history");
  const History history(room, options, call.globals.known_at);
  const auto unrecorded = history.unrecorded();
  const auto deeds = history.deeds();
  if (call.globals.format == Format::json) {
    print_json(call, deeds, unrecorded);
  } else if (call.globals.format == Format::csv) {
    const Table table = history_table(deeds);
    print_tables(call, {&table, 1});
  } else {
    print_history(call.io, deeds, history.subject().called);
    if (deeds.empty()) call.io.err << "nothing was changed in that time\n";
  }
  for (const auto& path : unrecorded)
    call.io.err << fmt::format("note: {} was changed by hand, which is not recorded and not shown\n",
                               in_quotes(path));
  if (const auto begins = git::where_history_begins(room.repository()); !begins.empty())
    call.io.err << fmt::format("note: {}; what was there by then is shown as new\n", begins);
  return 0;
}

}  // namespace

void add_history(Verb& verb) {
  auto options = std::make_shared<HistoryOptions>();
  verb.positional(
      "RECORD", options->record,
      "a record, also one that was taken away, by its whole identifier or a name; one of its entries, such "
      "as P-9X2MC/S-8F3K2; a scheme's policy by its name, a file or a folder by its path; else everything",
      Needed::no);
  verb.option("--from REV|DATE", options->from, "only what came after that commit, or on that day or later");
  verb.option("--to REV|DATE", options->to,
              "only what that commit knows of, or what came by the end of that day");
  verb.runs([options](Call& call) { return run_history(call, *options); });
}

}  // namespace mentor::cmd
