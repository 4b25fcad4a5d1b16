#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/history_pages.h"
#include "cmd/reading.h"
#include "git/moment.h"
#include "model/describe.h"
#include "render/findings.h"
#include "render/json.h"
#include "store/atomic_file.h"
#include "store/paths.h"
#include "trail.h"

namespace mentor::cmd {

namespace {

struct HistoryOptions {
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
struct End {
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

/// The record that somebody means by a name: only where the records are sound it is known whose that is.
Id record_named(Desk& desk, const std::string& name) {
  try {
    return desk.record(name);
  } catch (const Trouble& trouble) {
    if (trouble.problems().empty()) throw;
    throw Trouble(
        trouble.problems(),
        "a history goes by a name only where the records are sound: give the whole identifier, or the "
        "path of the file or folder");
  }
}

/// `mentors` for `mentors/`, and so on for each folder of records.
std::optional<std::string> folder_meant(std::string text) {
  if (text.ends_with('/')) text.pop_back();
  const auto shapes = record_shapes();
  const bool is_known = text == store::schemes_folder ||
                        (!text.empty() &&
                         std::ranges::find(shapes, text, &RecordShape::folder) != shapes.end());
  return is_known ? std::optional(text) : std::nullopt;
}

/// Those with a whole identifier need not be there any more.
Subject subject_meant(Desk& desk, const std::string& text) {
  if (text.empty()) return {};
  const std::string folder = store::policy_folder(text);
  const auto& schemes = desk.records().settings.schemes;
  if (std::ranges::find(schemes, text) != schemes.end()) return subject_of(folder);
  if (const auto all = folder_meant(text)) return subject_of(*all);
  const bool is_policy = text.starts_with(folder.substr(0, folder.find('/') + 1));
  if (store::is_plain_path(text) && (is_policy || store::is_record_path(text))) return subject_of(text);
  const auto [record, entry] = store::split_entry(text);
  if (entry && store::is_record_path(record))
    return {record, {record}, fmt::format("{}/{}", record, entry->view())};
  auto id = store::id_as_typed(record);
  if (!id || paths_about(*id).empty()) id = record_named(desk, record);
  if (!entry) return {id->text(), paths_about(*id), {}};
  return {id->text(), paths_of_entry(*id, *entry), fmt::format("{}/{}", id->view(), entry->view())};
}

End end_of(const git::Repository& repository, const std::string& text) {
  if (text.empty()) return {};
  if (const auto day = Day::parse(text)) return {day, {}};
  git::Objects objects(repository);
  return {{}, git::commit_named(objects, text)};
}

/// Throws Trouble (usage): neither is there such a record, nor was there ever one.
[[noreturn]] void there_is_none(Desk& desk, const Subject& subject) {
  std::vector<std::string> known;
  const auto folder = std::filesystem::path(subject.paths.front()).parent_path().string();
  for (const auto& name : desk.reader().source().list(folder)) known.emplace_back(store::stem(name));
  std::erase(known, std::string(store::stem(subject.called)));
  const std::string& wanted = subject.entry.empty() ? subject.called : subject.entry;
  const auto meant = nearest(subject.called, known);
  throw Trouble(
      Cause::usage,
      fmt::format("there is no {} and never was{}", in_quotes(wanted),
                  subject.entry.empty() && meant ? fmt::format(", did you mean '{}'", *meant) : ""));
}

class History {
 public:
  History(const ReadingRoom& room, Desk& desk, const HistoryOptions& options)
      : room_(room),
        repository_(room.repository()),
        desk_(desk),
        subject_(subject_meant(desk, options.record)),
        from_(end_of(repository_, options.from)),
        to_(end_of(repository_, options.to)) {}

  [[nodiscard]] const Subject& subject() const { return subject_; }

  /// What is changed and not recorded, of what is asked about.
  [[nodiscard]] git::Paths unrecorded() const { return room_.unrecorded(subject_.paths); }

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
  ReadingRoom room = call.open("history");
  const History history(room, room.desk(), options);
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
  if (std::filesystem::exists(room.repository().git_path("shallow")))
    call.io.err << "note: only a part of the history is here, `git fetch --unshallow` brings the rest\n";
  return 0;
}

}  // namespace

void add_history(Verb& verb) {
  auto options = std::make_shared<HistoryOptions>();
  verb.positional(
      "RECORD", options->record,
      "a record, also one that was taken away, by its whole identifier; one of its entries, such as "
      "P-9X2MC/S-8F3K2; a scheme's policy by its name, or a file or a folder by its path; else everything",
      Needed::no);
  verb.option("--from REV|DATE", options->from, "only what came after that commit, or on that day or later");
  verb.option("--to REV|DATE", options->to,
              "only what that commit knows of, or what came by the end of that day");
  verb.runs([options](Call& call) { return run_history(call, *options); });
}

}  // namespace mentor::cmd
