#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "base/text.h"
#include "cmd/changes_in_words.h"
#include "cmd/commands.h"
#include "cmd/reading.h"
#include "git/objects.h"
#include "render/findings.h"
#include "render/json.h"
#include "store/paths.h"
#include "trail.h"

namespace mentor::cmd {

namespace {

struct Options {
  std::string record;
  std::string from;
  std::string to;
};

/// Whose history is wanted.
struct Subject {
  std::string called;  ///< the record's identifier, or a path
  git::Paths paths;
  std::string entry;  ///< `P-9X2MC/S-8F3K2`
};

/// One end of the time that is looked at: a day, or a commit.
struct Moment {
  std::optional<Day> day;
  std::string commit;
};

Subject subject_of(const std::string& path) { return {path, {path}, {}}; }

/// The file that an entry stands in.
git::Paths paths_of_entry(const Id& record, const Id& entry) {
  if (entry.kind() == SessionId::letter) return {store::record_path<SessionLog>(record)};
  if (entry.kind() == CheckInId::letter) return {store::record_path<CheckInLog>(record)};
  git::Paths paths = paths_about(record);
  if (paths.size() > 1) paths.resize(1);
  return paths;
}

/// Those with a whole identifier need not be there any more.
Subject subject_meant(Desk& desk, const std::string& text) {
  if (text.empty()) return {};
  const std::string folder = store::policy_folder(text);
  const auto& schemes = desk.records().settings.schemes;
  if (std::ranges::find(schemes, text) != schemes.end()) return subject_of(folder);
  if (store::is_record_path(text) || text.starts_with(folder.substr(0, folder.find('/') + 1)))
    return subject_of(text);
  const auto [record, entry] = store::split_entry(text);
  if (entry && store::is_record_path(record))
    return {record, {record}, fmt::format("{}/{}", record, entry->view())};
  auto id = store::id_as_typed(record);
  if (!id || paths_about(*id).empty()) id = desk.record(record);
  if (!entry) return {id->text(), paths_about(*id), {}};
  return {id->text(), paths_of_entry(*id, *entry), fmt::format("{}/{}", id->view(), entry->view())};
}

Moment moment_of(const git::Repository& repository, std::string_view option, const std::string& text) {
  if (text.empty()) return {};
  if (const auto day = Day::parse(text)) return {day, {}};
  const auto commit = git::Objects(repository).find(text + "^{commit}");
  if (commit) return {{}, commit->id};
  throw Trouble(Cause::usage, fmt::format("{}: {} is neither a day, YYYY-MM-DD, nor a commit here", option,
                                          in_quotes(text)));
}

/// Throws Trouble (usage): neither is there such a record, nor was there ever one.
[[noreturn]] void there_is_none(Desk& desk, const Subject& subject) {
  std::vector<std::string> known;
  const auto folder = std::filesystem::path(subject.paths.front()).parent_path().string();
  for (const auto& name : desk.reader().source().list(folder)) known.emplace_back(store::stem(name));
  const std::string& wanted = subject.entry.empty() ? subject.called : subject.entry;
  const auto meant = nearest(subject.called, known);
  throw Trouble(
      Cause::usage,
      fmt::format("there is no {} and never was{}", in_quotes(wanted),
                  subject.entry.empty() && meant ? fmt::format(", did you mean '{}'", *meant) : ""));
}

class History {
 public:
  History(const ReadingRoom& room, Desk& desk, const Options& options)
      : room_(room),
        repository_(room.repository()),
        desk_(desk),
        subject_(subject_meant(desk, options.record)),
        from_(moment_of(repository_, "--from", options.from)),
        to_(moment_of(repository_, "--to", options.to)) {}

  [[nodiscard]] const Subject& subject() const { return subject_; }

  /// What is changed and not recorded, of what is asked about.
  [[nodiscard]] git::Paths unrecorded() const {
    git::Paths paths = room_.unrecorded(subject_.paths);
    std::erase_if(paths, [](const std::string& path) { return !store::is_record_path(path); });
    return paths;
  }

  [[nodiscard]] std::vector<Deed> deeds() const {
    TrailScope scope{subject_.paths, subject_.entry, {from_.commit, until()}};
    auto deeds = trail(repository_, scope);
    std::erase_if(deeds, [&](const Deed& deed) { return !is_between(deed.commit.at.substr(0, 10)); });
    if (deeds.empty() && !subject_.paths.empty() && unrecorded().empty()) {
      scope.stretch = {{}, room_.commit()};
      if (trail(repository_, scope).empty()) there_is_none(desk_, subject_);
    }
    check_signatures(repository_, deeds);
    return deeds;
  }

 private:
  [[nodiscard]] const std::string& until() const { return to_.commit.empty() ? room_.commit() : to_.commit; }
  [[nodiscard]] bool is_between(const std::string& day) const {
    return (!from_.day || day >= from_.day->iso()) && (!to_.day || day <= to_.day->iso());
  }

  const ReadingRoom& room_;
  const git::Repository& repository_;
  Desk& desk_;
  Subject subject_;
  Moment from_;
  Moment to_;
};

Value optional_text(const std::string& text) { return text.empty() ? Value() : Value::of_text(text); }
Value optional_text(const std::optional<std::string>& text) { return text ? Value::of_text(*text) : Value(); }
Value optional_truth(bool truth) { return truth ? Value::of_truth(true) : Value(); }

Value passed_rules(const Deed& deed) {
  const auto rules = said_behind(deed.commit, store::trailer::passed);
  if (rules.empty()) return {};
  Value list = Value::of_list();
  for (const auto& each : rules) list.items.push_back(Value::of_text(each));
  return list;
}

std::string why_of(const Deed& deed) { return join(said_behind(deed.commit, store::trailer::why), "; "); }

/// What is said of a signature: where others are signed, an unsigned commit is worth a word.
std::string signature_of(const Deed& deed, bool some_are_signed) {
  if (deed.signature) return deed.signature->holds;
  return some_are_signed ? "none" : "";
}

bool is_signed(const Deed& deed) { return deed.signature.has_value(); }

std::vector<changes::FieldChange> rows_of(const Deed& deed) {
  if (!deed.changes.empty()) return deed.changes;
  return {{{}, {}, {}, {}, {}, "a merge, which changed nothing itself"}};
}

Table table_of(const std::vector<Deed>& deeds) {
  Table table{"changes", {}, {}, {}};
  for (const char* key : {"commit", "at", "by", "command", "by_hand", "merge", "sentence", "why", "override",
                          "signature", "signer", "undoes", "id", "list", "field", "from", "to", "note"})
    table.columns.push_back({key, key});
  const bool some_are_signed = std::ranges::any_of(deeds, is_signed);
  for (const auto& deed : deeds) {
    const std::string command = command_of(deed.commit);
    for (const auto& each : rows_of(deed)) {
      table.rows.push_back({Value::of_token(deed.commit.id), Value::of_token(deed.commit.at),
                            Value::of_text(deed.commit.by), optional_text(command),
                            optional_truth(command.empty()), optional_truth(deed.is_merge),
                            optional_text(deed.commit.subject), optional_text(why_of(deed)),
                            passed_rules(deed), optional_text(signature_of(deed, some_are_signed)),
                            optional_text(deed.signature ? deed.signature->signer : std::string()),
                            optional_text(join(said_behind(deed.commit, store::trailer::undoes), "; ")),
                            optional_text(each.id), optional_text(each.list), optional_text(each.field),
                            optional_text(each.from), optional_text(each.to), optional_text(each.note)});
    }
  }
  return table;
}

/// `Thursday 12 February 2026, 09:30`.
std::string moment_in_words(const std::string& at) {
  const auto day = Day::parse(at.substr(0, at.find('T')));
  const auto time = at.find('T') + 1;
  return day && time != 0 ? fmt::format("{}, {}", day->with_weekday(), at.substr(time, 5)) : at;
}

class Pages {
 public:
  Pages(const Call& call, std::string asked, bool some_are_signed)
      : io_(call.io), asked_(std::move(asked)), some_are_signed_(some_are_signed) {}

  void print(const Deed& deed) {
    io_.out << (first_ ? "" : "\n");
    first_ = false;
    line(0, fmt::format("{}, {}", moment_in_words(deed.commit.at), deed.commit.by));
    line(2, fmt::format("{} ({})", deed.commit.subject, deed.commit.id.substr(0, 10)));
    if (deed.is_merge) line(2, "a merge; below stands what it changed itself, if anything");
    if (command_of(deed.commit).empty()) line(2, "made by hand, not by mentorctl");
    if (const auto signature = signature_of(deed, some_are_signed_); !signature.empty())
      line(2, fmt::format(
                  "signature: {}{}", signature,
                  deed.signature && !deed.signature->signer.empty() ? ", " + deed.signature->signer : ""));
    for (const auto& rule : said_behind(deed.commit, store::trailer::passed)) line(2, "rule passed: " + rule);
    if (const auto why = why_of(deed); !why.empty()) line(2, "why: " + why);
    for (const auto& each : in_words(deed.changes, asked_)) line(4, each);
  }

 private:
  void line(std::size_t margin, const std::string& text) {
    const std::size_t width = io_.width > 2 * margin ? io_.width - margin : io_.width;
    for (const auto& each : wrap(visible(text), width)) {
      io_.out << std::string(margin, ' ') << each << '\n';
      margin = std::max<std::size_t>(margin, 2);
    }
  }

  const Io& io_;
  std::string asked_;
  bool some_are_signed_;
  bool first_ = true;
};

void print_json(const Call& call, const std::vector<Deed>& deeds, const git::Paths& unrecorded) {
  Value value = render::object();
  value.add("changes", render::to_value(table_of(deeds)));
  Value paths = Value::of_list();
  for (const auto& each : unrecorded) paths.items.push_back(Value::of_text(each));
  value.add("unrecorded", std::move(paths));
  call.io.out << render::to_json(value);
}

void print_text(const Call& call, const std::vector<Deed>& deeds, const Subject& subject) {
  Pages pages(call, subject.called, std::ranges::any_of(deeds, is_signed));
  for (const auto& deed : deeds) pages.print(deed);
  if (deeds.empty()) call.io.err << "nothing was changed in that time\n";
}

int run_history(Call& call, const Options& options) {
  must_be_format(call.globals.format, {Format::text, Format::json, Format::csv});
  ReadingRoom room = call.open("history");
  const History history(room, room.desk(), options);
  const auto unrecorded = history.unrecorded();
  const auto deeds = history.deeds();
  if (call.globals.format == Format::json) {
    print_json(call, deeds, unrecorded);
  } else if (call.globals.format == Format::csv) {
    const Table table = table_of(deeds);
    print_tables(call, {&table, 1});
  } else {
    print_text(call, deeds, history.subject());
  }
  for (const auto& path : unrecorded)
    call.io.err << fmt::format("note: {} was changed by hand, which is not recorded and not shown\n",
                               in_quotes(path));
  if (std::filesystem::exists(room.repository().git_path("shallow")))
    call.io.err << "note: only a part of the history is here, `git fetch --unshallow` brings the rest\n";
  return 0;
}

}  // namespace

void add_history(Verb& verb) {
  auto options = std::make_shared<Options>();
  verb.positional(
      "RECORD", options->record,
      "a record, also one that was taken away, by its whole identifier; one of its entries, such as "
      "P-9X2MC/S-8F3K2; a scheme's policy by its name, or a file by its path; else everything",
      Needed::no);
  verb.option("--from REV|DATE", options->from, "only what came after that commit, or on that day or later");
  verb.option("--to REV|DATE", options->to,
              "only what that commit knows of, or what came by the end of that day");
  verb.runs([options](Call& call) { return run_history(call, *options); });
}

}  // namespace mentor::cmd
