#include "store/record_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/errors.h"
#include "base/text.h"
#include "store/paths.h"
#include "store/plain_reader.h"
#include "store/text_edit.h"
#include "store/yaml.h"

namespace mentor::store {

namespace {

template <class Record>
concept Log = requires(Record record) {
  record.entries;
};

template <class Record>
std::string a_noun() {
  const std::string noun(RecordKind<Record>::noun);
  return (noun.front() == 'e' || noun.front() == 'a' ? "an " : "a ") + noun;
}
template <>
std::string a_noun<Settings>() {
  return "the settings";
}

/// A log of somebody's says in its name whose it is; any other record says it itself, and must say the same.
template <class Record>
void take_name(Record& record, std::string_view path, Decoder& decoder) {
  const std::string_view name = stem(path);
  if constexpr (requires { record.of; }) {
    if (const auto id = decltype(record.of)::parse(name)) {
      record.of = *id;
    } else {
      decoder.report({1, 1}, in_quotes(name) + " is no identifier that such a file can be named after");
    }
  } else if constexpr (requires { record.id; }) {
    if (record.id.view() == name || record.id == decltype(record.id){}) return;
    decoder.report(
        place_of(record, &Record::id),
        fmt::format("identifier '{}' is not the file's name, make them the same", record.id.view()));
  }
}

template <class Record, class Tree>
Record decode(const Tree& root, Decoder& decoder) {
  if constexpr (Log<Record>) {
    Record log;
    if (root.form != Form::list) {
      decoder.report(root.place, "the file must be a list, one '- {…}' a line");
      return log;
    }
    log.entries = decoder.list<typename decltype(log.entries)::value_type>(root, a_noun<Record>());
    return log;
  } else {
    return decoder.record<Record>(root, a_noun<Record>());
  }
}

/// Whether the tree can be that record at all, as far as there is one.
template <class Record>
bool has_shape(const Value& root) {
  return root.form == Form::nothing || root.form == (Log<Record> ? Form::list : Form::map);
}

void add_lines(Problems& problems, std::string_view text) {
  const auto lines = split_lines(text);
  for (auto& each : problems) {
    const std::size_t number = each.spot.place.line;
    if (number >= 1 && number <= lines.size()) each.line = lines[number - 1];
  }
}

/// The record that the text's tree says.
template <class Record, class Tree>
Record record_from(const Tree& root, std::string_view text, std::string_view path, Problems& problems) {
  Decoder decoder(path);
  auto record = decode<Record>(root, decoder);
  record.file = path;
  take_name(record, path, decoder);
  Problems found = decoder.take_problems();
  if (!found.empty()) add_lines(found, text);
  problems.insert(problems.end(), found.begin(), found.end());
  return record;
}

}  // namespace

template <class Record>
Record read_record(std::string_view text, std::string_view path, Problems& problems) {
  thread_local PlainReader plain;
  if (const FlatValue* root = plain.read_first(text)) return record_from<Record>(*root, text, path, problems);
  Parsed parsed = parse_yaml_strictly(text, path);
  if (!parsed.problem && parsed.root.form == Form::nothing) {
    parsed.problem = Problem{
        {std::string(path), {1, 1}}, "the file is empty, fill it in or take it away", {}};
  }
  if (!parsed.problem) return record_from<Record>(parsed.root, text, path, problems);
  Decoder decoder(path);
  if (!has_shape<Record>(parsed.root)) static_cast<void>(decode<Record>(parsed.root, decoder));
  std::ranges::move(decoder.take_problems(), std::back_inserter(problems));
  problems.push_back(*parsed.problem);
  return {};
}

template <class Record>
Value to_value(const Record& record) {
  if constexpr (Log<Record>) {
    Value list = Value::of_list();
    for (const auto& each : record.entries) list.items.push_back(encode(each));
    return list;
  } else {
    return encode(record);
  }
}

template <class Record>
std::string write_record(const Record& record) {
  return write_yaml(to_value(record));
}

template <class Record>
std::string rewrite_record(std::string_view text, const Record& before, const Record& after) {
  const Value meant = to_value(after);
  std::string edited = rewrite(text, before.file, to_value(before), meant);
  Problems problems;
  const auto read = read_record<Record>(edited, before.file, problems);
  if (problems.empty() && same(to_value(read), meant)) return edited;
  throw Trouble(Cause::machine,
                fmt::format("cannot change {} in its place: it would not say what was meant, change it "
                            "by hand and run 'mentorctl record'",
                            in_quotes(before.file)));
}

#define MENTOR_RECORD(Record)                                                                  \
  template Record read_record<Record>(std::string_view, std::string_view, Problems&);          \
  template std::string write_record<Record>(const Record&);                                    \
  template std::string rewrite_record<Record>(std::string_view, const Record&, const Record&); \
  template Value to_value<Record>(const Record&);
MENTOR_RECORD(Mentor)
MENTOR_RECORD(YoungPerson)
MENTOR_RECORD(Match)
MENTOR_RECORD(SessionLog)
MENTOR_RECORD(CheckInLog)
MENTOR_RECORD(Event)
MENTOR_RECORD(Concern)
MENTOR_RECORD(Settings)
MENTOR_RECORD(ActivityBank)
#undef MENTOR_RECORD

}  // namespace mentor::store
