#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "changes/merge.h"
#include "changes/values.h"
#include "store/yaml.h"
#include "support/tries.h"

namespace mentor::changes::merge_property_test {
namespace {

using Fields = std::map<std::string, std::string>;

/// A record as a test sees it.
struct Sheet {
  Fields fields;
  Fields group;
  std::vector<std::string> words;
  std::vector<std::pair<std::string, Fields>> entries;
  std::set<std::string> notes;  ///< comments, above the fields and entries that they are about
  bool quoted = false;

  [[nodiscard]] const Fields* entry(const std::string& id) const {
    const auto found = std::ranges::find(entries, id, &std::pair<std::string, Fields>::first);
    return found == entries.end() ? nullptr : &found->second;
  }
};

std::string flow(const Fields& fields, const std::string& first = {}) {
  std::string said = first;
  for (const auto& [key, value] : fields) said += (said.empty() ? "" : ", ") + key + ": " + value;
  return "{" + said + "}";
}

std::string text_of(const Sheet& sheet) {
  std::string text = "id: M-7KQ2D\n";
  for (const auto& [key, value] : sheet.fields) {
    for (const auto& note : sheet.notes) text += note.starts_with("# " + key + " ") ? note + "\n" : "";
    text += sheet.quoted ? fmt::format("{}: '{}'\n", key, value) : fmt::format("{}: {}\n", key, value);
  }
  if (!sheet.group.empty()) text += "prefers: " + flow(sheet.group) + "\n";
  std::string words;
  for (const auto& word : sheet.words) words += (words.empty() ? "" : ", ") + word;
  if (!words.empty()) text += "interests: [" + words + "]\n";
  if (!sheet.entries.empty()) text += "steps:\n";
  for (const auto& [id, fields] : sheet.entries) {
    for (const auto& note : sheet.notes) text += note.starts_with("# " + id + " ") ? "  " + note + "\n" : "";
    text += "  - " + flow(fields, "id: " + id) + "\n";
  }
  return text;
}

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  int below(int count) { return static_cast<int>(engine_() % static_cast<unsigned>(count)); }
  std::string value() { return fmt::format("v{}", below(5)); }
  std::string day() { return fmt::format("2026-0{}-1{}", 1 + below(9), below(10)); }

  Fields entry() { return {{"on", day()}, {"level", value()}}; }

  Sheet sheet() {
    Sheet sheet;
    for (const auto* key : {"area", "email", "phone", "role"})
      if (below(3) != 0) sheet.fields[key] = value();
    if (below(2) == 0) sheet.group = {{"age", value()}, {"gender", value()}};
    for (int i = below(4); i > 0; --i) add_word(sheet);
    for (int i = below(5); i > 0; --i) add_entry(sheet, "B");
    return sheet;
  }

  /// What somebody does to a record; `side` is in the identifiers of what is new.
  void change(Sheet& sheet, const std::string& side) {
    const std::string key = std::vector<std::string>{"area", "email", "phone", "role"}.at(
        static_cast<std::size_t>(below(4)));
    switch (below(9)) {
      case 0:
      case 1:
        sheet.fields[key] = value();
        break;
      case 2:
        sheet.fields.erase(key);
        break;
      case 3:
        sheet.group[below(2) == 0 ? "age" : "gender"] = value();
        break;
      case 4:
        add_word(sheet);
        break;
      case 5:
        if (!sheet.words.empty())
          sheet.words.erase(sheet.words.begin() + below(static_cast<int>(sheet.words.size())));
        break;
      case 6:
        add_entry(sheet, side);
        break;
      case 7:
        change_entry(sheet);
        break;
      default:
        if (sheet.fields.contains(key))
          sheet.notes.insert(fmt::format("# {} seen {}{}", key, side, ++drawn_));
    }
  }

 private:
  void add_word(Sheet& sheet) {
    const std::string word = fmt::format("w{}", below(12));
    if (std::ranges::find(sheet.words, word) == sheet.words.end()) sheet.words.push_back(word);
  }
  void add_entry(Sheet& sheet, const std::string& side) {
    const std::string id = fmt::format("V-{}{:03}", side, ++drawn_);
    sheet.entries.emplace_back(id, entry());
    if (below(3) == 0) sheet.notes.insert(fmt::format("# {} noted {}", id, drawn_));
  }
  void change_entry(Sheet& sheet) {
    if (sheet.entries.empty()) return;
    const auto which = sheet.entries.begin() + below(static_cast<int>(sheet.entries.size()));
    if (below(4) == 0) {
      sheet.entries.erase(which);
    } else {
      which->second[below(2) == 0 ? "level" : "on"] = below(2) == 0 ? value() : day();
    }
  }

  std::mt19937 engine_;
  int drawn_ = 0;
};

Value tree(const std::string& text) {
  const store::Parsed parsed = store::parse_yaml(text, "mentors/M-7KQ2D.yaml");
  REQUIRE_FALSE(parsed.problem.has_value());
  return parsed.root;
}

Merged merge_of(const std::string& before, const std::string& ours, const std::string& theirs,
                const Settlements& settlements = {}) {
  return merge("mentors/M-7KQ2D.yaml", before, ours, theirs, settlements);
}

std::string field_of(const Sheet& sheet, const std::string& key) {
  const auto found = sheet.fields.find(key);
  return found == sheet.fields.end() ? "" : found->second;
}

std::string said(const Value& root, const std::string& key) {
  const Member* member = root.find(key);
  return member ? member->value.text : "";
}

/// The entry of that identifier as the merge has it; null where it has none.
const Value* entry_in(const Value& root, const std::string& id) {
  const Member* steps = root.find("steps");
  if (!steps) return nullptr;
  for (const auto& each : steps->value.items)
    if (identifier_of(each)->value.text == id) return &each;
  return nullptr;
}

void expect_fields(const Sheet& before, const Sheet& ours, const Sheet& theirs, const Value& root) {
  for (const auto* key : {"area", "email", "phone", "role"}) {
    const std::string was = field_of(before, key);
    const std::string we = field_of(ours, key);
    CHECK(said(root, key) == (we == was ? field_of(theirs, key) : we));
  }
}

void expect_words(const Sheet& before, const Sheet& ours, const Sheet& theirs, const Value& root) {
  const auto has = [](const Sheet& sheet, const std::string& word) {
    return std::ranges::find(sheet.words, word) != sheet.words.end();
  };
  std::set<std::string> found;
  if (const Member* words = root.find("interests"))
    for (const auto& each : words->value.items) CHECK(found.insert(each.text).second);
  for (int i = 0; i < 12; ++i) {
    const std::string word = fmt::format("w{}", i);
    const bool stays = has(before, word) ? has(ours, word) && has(theirs, word)
                                         : has(ours, word) || has(theirs, word);
    CHECK(found.contains(word) == stays);
  }
}

void expect_entries(const Sheet& before, const Sheet& ours, const Sheet& theirs, const Value& root) {
  std::set<std::string> ids;
  for (const Sheet* sheet : {&before, &ours, &theirs})
    for (const auto& [id, fields] : sheet->entries) ids.insert(id);
  for (const auto& id : ids) {
    const Fields* was = before.entry(id);
    const Fields* we = ours.entry(id);
    const Fields* they = theirs.entry(id);
    if (was && (!we || !they)) {
      CHECK(entry_in(root, id) == nullptr);
      continue;
    }
    for (const auto* key : {"on", "level"}) {
      const std::string value = !we                                               ? they->at(key)
                                : !they || (was && they->at(key) == was->at(key)) ? we->at(key)
                                                                                  : they->at(key);
      const Value* entry = entry_in(root, id);
      REQUIRE(entry != nullptr);
      CHECK(said(*entry, key) == value);
    }
  }
}

void expect_notes(const Sheet& before, const Sheet& ours, const Sheet& theirs, const std::string& text) {
  for (const Sheet* sheet : {&ours, &theirs}) {
    for (const auto& note : sheet->notes) {
      const bool is_new = !before.notes.contains(note) &&
                          text_of(*sheet).find(note + "\n") != std::string::npos;
      if (is_new) CHECK_MESSAGE(text.find(note + "\n") != std::string::npos, note << " is not in\n" << text);
    }
  }
}

}  // namespace

TEST_CASE("any two series of changes merge to all that both meant, in either order") {
  unsigned clean = 0;
  const unsigned seeds = test::tries(300);
  for (unsigned seed = 0; seed < seeds; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Sheet before = random.sheet();
    Sheet ours = before;
    Sheet theirs = before;
    for (int i = random.below(5); i > 0; --i) random.change(ours, "F");
    for (int i = random.below(5); i > 0; --i) random.change(theirs, "T");
    theirs.quoted = random.below(8) == 0;
    const std::string was = text_of(before);
    const std::string we = text_of(ours);
    const std::string they = text_of(theirs);
    CHECK(merge_of(was, we, was).text == we);
    CHECK(merge_of(was, was, they).text == they);
    CHECK(merge_of(was, we, we).text == we);
    const Merged merged = merge_of(was, we, they);
    const Merged reverse = merge_of(was, they, we);
    REQUIRE(merged.conflicts.size() == reverse.conflicts.size());
    Settlements first;
    for (std::size_t i = 0; i < merged.conflicts.size(); ++i) {
      const Conflict& one = merged.conflicts[i];
      const auto other = std::ranges::find(reverse.conflicts, one.name(), &Conflict::name);
      REQUIRE(other != reverse.conflicts.end());
      CHECK((one.ours == other->theirs && one.theirs == other->ours && one.ours != one.theirs));
      const bool is_entry = one.field.empty() && !one.ours.empty();
      first[one.name()] = is_entry ? std::string(kept) : one.ours;
    }
    const Merged settled = merge_of(was, we, they, first);
    REQUIRE(settled.conflicts.empty());
    CHECK(alike(tree(settled.text.value()), tree(merge_of(was, they, we, first).text.value())));
    if (!merged.conflicts.empty()) continue;
    ++clean;
    const Value root = tree(merged.text.value());
    CHECK(alike(root, tree(reverse.text.value())));
    expect_fields(before, ours, theirs, root);
    expect_words(before, ours, theirs, root);
    expect_entries(before, ours, theirs, root);
    expect_notes(before, ours, theirs, merged.text.value());
  }
  CHECK(clean > seeds / 2);
}

}  // namespace mentor::changes::merge_property_test
