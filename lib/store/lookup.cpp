#include "store/lookup.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/errors.h"
#include "base/text.h"
#include "model/schema.h"
#include "store/paths.h"

namespace mentor::store {

namespace {

using Ids = std::vector<Id>;

struct Kind {
  char letter;
  std::string_view folder;
  std::string_view noun;
  bool (*has)(Reader& reader, const Id& id);
};
template <class Record, class RecordId>
constexpr Kind kind_of() {
  return {RecordId::letter, RecordKind<Record>::folder, RecordKind<Record>::noun,
          [](Reader& reader, const Id& id) { return reader.has<Record>(id); }};
}
constexpr std::array kinds{kind_of<Mentor, MentorId>(), kind_of<YoungPerson, YoungPersonId>(),
                           kind_of<Match, MatchId>(), kind_of<Event, EventId>(),
                           kind_of<Concern, ConcernId>()};

constexpr std::string_view record_letters = "MYPEC";

const Kind* kind_of(char letter) {
  const auto found = std::ranges::find(kinds, letter, &Kind::letter);
  return found == kinds.end() ? nullptr : found;
}

std::string capitals(std::string_view text) {
  std::string upper(text);
  std::ranges::transform(upper, upper.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return upper;
}

/// The identifiers of those kinds that begin with the text.
Ids beginning_with(Reader& reader, std::string_view text, std::string_view letters) {
  Ids found;
  const std::string prefix = capitals(text);
  if (prefix.size() < 2 || prefix[1] != '-' || letters.find(prefix[0]) == std::string_view::npos)
    return found;
  const Kind* kind = kind_of(prefix[0]);
  if (!kind) return found;
  for (const auto& name : reader.source().list(kind->folder)) {
    const auto id = Id::parse(stem(name));
    const bool begins_so = id && name.ends_with(record_ending) && id->view().starts_with(prefix);
    if (begins_so && (!reader.as_of() || kind->has(reader, *id))) found.push_back(*id);
  }
  return found;
}

template <class People>
void add_by_name(const People& people, std::string_view text, Ids& found) {
  const std::string wanted = fold(text);
  for (const auto& [id, person] : people) {
    if (fold(person.name).find(wanted) != std::string::npos) found.push_back(id);
  }
}

/// The people of these kinds whose names hold the text.
Ids named(Reader& reader, std::string_view text, std::string_view letters) {
  Ids found;
  if (characters(text) < 2) return found;  // a letter is in most names
  const bool mentors = letters.find(MentorId::letter) != std::string_view::npos;
  const bool young_people = letters.find(YoungPersonId::letter) != std::string_view::npos;
  if (mentors) reader.all<Mentor>();
  if (young_people) reader.all<YoungPerson>();
  require_sound(reader);
  if (mentors) add_by_name(reader.records().mentors, text, found);
  if (young_people) add_by_name(reader.records().young_people, text, found);
  return found;
}

std::string described(const Id& id) { return fmt::format("{} ({})", id.view(), kind_of(id.kind())->noun); }

/// The kind of record that is asked for, or that the text begins as an identifier of; null when neither says.
const Kind* kind_meant(std::string_view noun, std::string_view text) {
  const auto found = std::ranges::find(kinds, noun, &Kind::noun);
  if (found != kinds.end()) return &*found;
  return text.size() > 1 && text[1] == '-' ? kind_of(capitals(text).front()) : nullptr;
}

/// `'mentorctl list events' shows what there is`: the folder of a kind is what the command calls it. Without
/// a kind people are meant, who are found by name.
std::string where_to_look(std::string_view noun, std::string_view text) {
  const Kind* kind = kind_meant(noun, text);
  return kind ? fmt::format("'mentorctl list {}' shows what there is", kind->folder)
              : fmt::format("'mentorctl list {}' and 'mentorctl list {}' show who there is",
                            RecordKind<Mentor>::folder, RecordKind<YoungPerson>::folder);
}

Id only_one(const Ids& found, std::string_view text, std::string_view noun) {
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    throw Trouble(Cause::usage,
                  fmt::format("there is no {} {}, {}", noun, in_quotes(text), where_to_look(noun, text)));
  }
  std::vector<std::string> candidates;
  for (const auto& id : found) candidates.push_back(described(id));
  throw Trouble(Cause::usage,
                fmt::format("{} can mean {}: say which", in_quotes(text), join(candidates, ", ")));
}

/// A whole identifier of one of those kinds, which must be there; nothing when the text is none.
std::optional<Id> whole(Reader& reader, std::string_view text, std::string_view letters,
                        std::string_view noun) {
  const auto id = id_as_typed(text);
  const Kind* kind = id ? kind_of(id->kind()) : nullptr;
  if (!kind) return std::nullopt;
  if (letters.find(id->kind()) == std::string_view::npos) {
    throw Trouble(Cause::usage, fmt::format("'{}' names {} {}, and a {} is wanted", id->view(),
                                            kind->noun.starts_with('e') ? "an" : "a", kind->noun, noun));
  }
  const bool there = kind->has(reader, *id);
  require_sound(reader);
  if (!there) only_one({}, text, noun);
  return id;
}

/// What the text means as a beginning, or else as a name.
Ids meant_by(Reader& reader, std::string_view text, std::string_view letters) {
  Ids found = beginning_with(reader, text, letters);
  return found.empty() ? named(reader, text, letters) : found;
}

Id find_one(Reader& reader, std::string_view text, std::string_view letters, std::string_view noun) {
  if (const auto id = whole(reader, text, letters, noun)) return *id;
  const Id id = only_one(meant_by(reader, text, letters), text, noun);
  kind_of(id.kind())->has(reader, id);
  require_sound(reader);
  return id;
}

/// Whether one of the two said no, and nothing else since.
bool is_declined(const Match& match) {
  return std::ranges::any_of(match.decisions, [&](const Decision& no) {
    return !no.yes && std::ranges::none_of(match.decisions, [&](const Decision& other) {
      return other.by == no.by && other.yes && other.on >= no.on;
    });
  });
}

/// Whether nothing more is to come of the match: it ended, or one of the two said no.
bool is_over(const Match& match, Day today) {
  const bool reopened = std::ranges::any_of(match.reopened, [&](const Reopening& each) {
    return std::ranges::all_of(match.endings, [&](const Ending& ending) { return each.on >= ending.on; });
  });
  const bool ended = std::ranges::any_of(match.endings, [&](const Ending& each) { return each.on <= today; });
  return (ended && !reopened) || (!match.started && is_declined(match));
}

Ids matches_named(Reader& reader, std::string_view text, Day today) {
  const Ids people = named(reader, text, "MY");
  reader.all<Match>();
  require_sound(reader);
  Ids all;
  Ids open;
  const auto meant = [&](const Id& id) { return std::ranges::find(people, id) != people.end(); };
  for (const auto& [id, match] : reader.records().matches) {
    if (!meant(match.mentor) && !meant(match.young_person)) continue;
    all.push_back(id);
    if (!is_over(match, today)) open.push_back(id);
  }
  return open.size() == 1 ? open : all;
}

}  // namespace

std::optional<Id> id_as_typed(std::string_view text) { return Id::parse(capitals(text)); }

MentorId find_mentor(Reader& reader, std::string_view text) {
  return *MentorId::parse(find_one(reader, text, "M", "mentor").view());
}

YoungPersonId find_young_person(Reader& reader, std::string_view text) {
  return *YoungPersonId::parse(find_one(reader, text, "Y", "young person").view());
}

Id find_person(Reader& reader, std::string_view text) { return find_one(reader, text, "MY", "person"); }

ConcernId find_concern(Reader& reader, std::string_view text) {
  return *ConcernId::parse(find_one(reader, text, "C", "concern").view());
}

Id find_record(Reader& reader, std::string_view text) {
  return find_one(reader, text, record_letters, "record");
}

std::vector<Id> records_meant(Reader& reader, std::string_view text) {
  return meant_by(reader, text, record_letters);
}

Meant split_entry(std::string_view text) {
  const std::size_t slash = text.rfind('/');
  if (slash == std::string_view::npos) return {std::string(text), std::nullopt};
  const std::string_view entry = text.substr(slash + 1);
  if (const auto id = id_as_typed(entry)) return {std::string(text.substr(0, slash)), id};
  throw Trouble(Cause::usage,
                fmt::format("{} is no identifier of an entry, such as S-8F3K2", in_quotes(entry)));
}

std::string find_file(Reader& reader, std::string_view text) {
  if (is_record_path(text)) {
    if (!reader.source().read(text).bytes) {
      throw Trouble(Cause::usage, fmt::format("there is no file {} here", in_quotes(text)));
    }
    return std::string(text);
  }
  const auto [record, entry] = split_entry(text);
  const auto known = id_as_typed(record);
  const Id id = known && kind_of(known->kind()) ? *known : find_record(reader, record);
  std::string folder(kind_of(id.kind())->folder);
  if (entry && entry->kind() == SessionId::letter) folder = RecordKind<SessionLog>::folder;
  if (entry && entry->kind() == CheckInId::letter) folder = RecordKind<CheckInLog>::folder;
  std::string path = fmt::format("{}/{}{}", folder, id.view(), record_ending);
  const auto names = reader.source().list(folder);
  if (!std::ranges::binary_search(names, path.substr(folder.size() + 1))) only_one({}, text, "record");
  return path;
}

MatchId find_match(Reader& reader, std::string_view text, Day today) {
  if (const auto id = whole(reader, text, "P", "match")) return *MatchId::parse(id->view());
  Ids found = beginning_with(reader, text, "P");
  if (found.empty()) found = matches_named(reader, text, today);
  const Id id = only_one(found, text, "match");
  reader.one<Match>(id);
  require_sound(reader);
  return *MatchId::parse(id.view());
}

void read_around(Reader& reader, const Id& id) {
  const Kind* kind = kind_of(id.kind());
  if (kind) kind->has(reader, id);
  reader.one<CheckInLog>(id);
  if (const auto match = MatchId::parse(id.view())) reader.one<SessionLog>(*match);
  if (id.kind() != MentorId::letter && id.kind() != YoungPersonId::letter) return;
  reader.all<Match>();
  std::vector<MatchId> theirs;
  for (const auto& [match_id, match] : reader.records().matches) {
    if (match.mentor == id || match.young_person == id) theirs.push_back(match_id);
  }
  for (const auto& match : theirs) {
    reader.one<SessionLog>(match);
    reader.one<CheckInLog>(match);
  }
}

void require_sound(const Reader& reader) {
  if (Problems problems = reader.problems(); !problems.empty()) throw Trouble(std::move(problems));
}

}  // namespace mentor::store
