// What any bytes must stand: parsed as YAML, read as each kind of record and as a policy. libFuzzer calls
// this with bytes of its own (tests/fuzz/run), tests/fuzz/replay.cpp with those of the corpus.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "base/errors.h"
#include "base/text.h"
#include "fuzz/agreement.h"
#include "policy/edition.h"
#include "store/record_file.h"
#include "store/yaml.h"

namespace {

using namespace mentor;

void must_be_placed(const Problems& problems, std::string_view text) {
  const auto lines = split_lines(text);
  for (const auto& each : problems) {
    const auto [line, column] = each.spot.place;
    must(line >= 1 && line <= lines.size() + 1, "a problem is on a line of the text, or at its end");
    const std::string_view there = line <= lines.size() ? lines[line - 1] : std::string_view();
    must(column >= 1 && column <= characters(there) + 2, "a problem is within its line");
    must(!each.message.empty() && each.message.find('\n') == std::string::npos,
         "a problem is told in a line");
  }
}

const std::string new_text = "it's \"new\": #1\n\u2028- {x}";

/// Where the field `key` of the first record in the text has its value, and where the next key begins.
struct Around {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Around around(const Value& map, std::string_view key, std::size_t size) {
  Around found{size, size};
  for (const auto& each : map.members) {
    if (each.key == key) found.begin = each.value.offset;
  }
  for (const auto& each : map.members) {
    if (each.offset > found.begin) found.end = std::min(found.end, each.offset);
  }
  return found;
}

/// Sets a text that is there: nothing before its value and nothing from the next key on may change.
template <class Record, class Set>
void must_change_alone(const std::string& text, const Record& before, std::string_view key, Set set) {
  const store::Parsed parsed = store::parse_yaml(text, before.file);
  const Value& map = parsed.root.form == Form::list ? parsed.root.items.front() : parsed.root;
  const Member* member = map.find(key);
  if (!member) return;
  Record after = before;
  set(after);
  std::string edited;
  try {
    edited = store::rewrite_record(text, before, after);
  } catch (const Trouble&) {
    return;
  }
  const auto [begin, end] = around(map, key, text.size());
  const std::string_view first(text.data(), std::min(begin, text.size()));
  must(std::string_view(edited).starts_with(first), "an edit leaves what stands before its field");
  if (parsed.root.form == Form::map)
    must(edited.ends_with(text.substr(end)), "an edit leaves the next field");
}

template <class Record>
void change(const std::string& text, const Record& record) {
  if constexpr (requires { record.name; }) {
    must_change_alone(text, record, "name", [](Record& after) { after.name = new_text; });
  } else if constexpr (requires { record.focus; }) {
    must_change_alone(text, record, "focus", [](Record& after) { after.focus = new_text; });
  } else if constexpr (requires { record.organisation; }) {
    must_change_alone(text, record, "organisation", [](Record& after) { after.organisation = new_text; });
  } else if constexpr (requires { record.entries; }) {
    if (!record.entries.empty())
      must_change_alone(text, record, "note", [](Record& after) { after.entries.front().note = new_text; });
  }
}

template <class Record>
void as_record(const std::string& text, const std::string& path) {
  Problems problems;
  const auto record = store::read_record<Record>(text, path, problems);
  must_be_placed(problems, text);
  if (!problems.empty()) return;
  const std::string written = store::write_record(record);
  const auto again = store::read_record<Record>(written, path, problems);
  must(problems.empty(), "what is written reads");
  must(same(store::to_value(record), store::to_value(again)), "what is written says the same");
  change(text, record);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  readers_must_agree(text);
  const store::Parsed parsed = store::parse_yaml(text, "f");
  if (parsed.problem) must_be_placed({*parsed.problem}, text);
  as_record<Mentor>(text, "mentors/M-7KQ2D.yaml");
  as_record<YoungPerson>(text, "young-people/Y-4F7KA.yaml");
  as_record<Match>(text, "matches/P-9X2MC.yaml");
  as_record<SessionLog>(text, "sessions/P-9X2MC.yaml");
  as_record<CheckInLog>(text, "check-ins/P-9X2MC.yaml");
  as_record<Event>(text, "events/E-2N8WQ.yaml");
  as_record<Concern>(text, "concerns/C-5T3JZ.yaml");
  as_record<Settings>(text, "mentorctl.yaml");
  as_record<ActivityBank>(text, "activities.yaml");
  if (parsed.problem) return 0;
  Problems problems;
  static_cast<void>(policy::read_edition(parsed.root, "schemes/rotherham/2026-01-01.yaml", problems));
  must_be_placed(problems, text);
  return 0;
}
