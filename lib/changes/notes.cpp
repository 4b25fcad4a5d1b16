#include "changes/notes.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "changes/values.h"
#include "store/edits.h"
#include "store/extent.h"

namespace mentor::changes {

namespace {

using store::end_of;
using store::line_start;
using store::next_line;

enum class Place : bool { above, behind };

struct Note {
  std::size_t begin;  ///< of its `#`
  std::size_t end;    ///< without the line end
  std::string text;
  Place place;
  std::string anchor;  ///< the field, entry or word that it stands at; empty: the end of the text
};

/// Where a field, an entry or a word stands.
struct Spot {
  std::size_t offset;
  std::string path;
};

struct Extent {
  std::size_t begin;
  std::size_t end;
};

/// How often each comment stands in a text, and how often at each anchor.
class Tally {
 public:
  explicit Tally(const std::vector<Note>& notes) {
    for (const auto& note : notes) {
      ++all_[note.text];
      ++at_[{note.text, note.anchor}];
    }
  }
  [[nodiscard]] int of(const std::string& text) const {
    const auto found = all_.find(text);
    return found == all_.end() ? 0 : found->second;
  }
  [[nodiscard]] int at(const Note& note) const {
    const auto found = at_.find({note.text, note.anchor});
    return found == at_.end() ? 0 : found->second;
  }
  /// Whether one is left of those that stand there; then it is one less.
  bool take(const Note& note) {
    const auto found = at_.find({note.text, note.anchor});
    return found != at_.end() && found->second > 0 && found->second-- > 0;
  }

 private:
  std::map<std::string, int> all_;
  std::map<std::pair<std::string, std::string>, int> at_;
};

/// A text taken apart: where what is said stands, and the comments around it.
class Reading {
 public:
  explicit Reading(const Page& page) : text_(page.text) {
    walk(page.root, {});
    find_notes();
  }

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::vector<Note>& notes() const { return notes_; }

  /// Where the anchor stands, or what is around it.
  [[nodiscard]] const Spot* find(std::string anchor) const {
    while (!anchor.empty()) {
      const auto found = std::ranges::find(spots_, anchor, &Spot::path);
      if (found != spots_.end()) return &*found;
      anchor.erase(anchor.rfind('\n'));
    }
    return nullptr;
  }

  [[nodiscard]] bool has_note_in_line(std::size_t offset) const {
    const std::size_t line = line_start(text_, offset);
    return std::ranges::any_of(notes_,
                               [&](const Note& note) { return line_start(text_, note.begin) == line; });
  }

 private:
  /// Notes what is said, outer parts before inner ones; a path's parts each begin with a line feed.
  void walk(const Value& value, const std::string& path) {
    if (value.is_scalar()) {
      if (value.form != Form::nothing) said_.push_back({value.offset, end_of(value, text_)});
      return;
    }
    for (const auto& each : value.members) {
      const std::string below = path + "\n" + each.key;
      spots_.push_back({each.offset, below});
      walk(each.value, below);
    }
    for (const auto& each : value.items) {
      const Member* id = identifier_of(each);
      const std::string below = path + "\n- " + (id ? id->value.text : each.text);
      spots_.push_back({each.offset, below});
      walk(each, below);
    }
  }

  void find_notes() {
    auto next = said_.begin();
    for (std::size_t at = 0; at < text_.size(); ++at) {
      while (next != said_.end() && next->end <= at) ++next;
      if (next != said_.end() && at >= next->begin) {
        at = next->end - 1;
        continue;
      }
      const bool begins = at == 0 ||
                          std::string_view(" \t\r\n\xBF").find(text_[at - 1]) != std::string_view::npos;
      if (text_[at] != '#' || !begins) continue;
      add_note(at);
      at = next_line(text_, at) - 1;
    }
  }

  void add_note(std::size_t at) {
    const std::size_t line = line_start(text_, at);
    std::size_t end = std::min(text_.find_first_of("\r\n", at), text_.size());
    while (end > at && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
    const bool alone = text_.find_first_not_of(" \t\xEF\xBB\xBF", line) == at;
    notes_.push_back({at, end, std::string(text_.substr(at, end - at)), alone ? Place::above : Place::behind,
                      alone ? next_spot(at) : spot_of_line(line, at)});
  }

  [[nodiscard]] std::string next_spot(std::size_t at) const {
    const auto next = std::ranges::find_if(spots_, [at](const Spot& spot) { return spot.offset > at; });
    return next == spots_.end() ? std::string() : next->path;
  }

  /// What begins in the line first, or last before it.
  [[nodiscard]] std::string spot_of_line(std::size_t line, std::size_t at) const {
    const Spot* found = nullptr;
    for (const auto& spot : spots_) {
      if (spot.offset >= at) break;
      if (!found || found->offset < line) found = &spot;
    }
    return found ? found->path : std::string();
  }

  std::string_view text_;
  std::vector<Spot> spots_;
  std::vector<Extent> said_;
  std::vector<Note> notes_;
};

void take_out(const Note& note, std::string_view text, store::Edits& edits) {
  if (note.place == Place::above) return edits.remove_lines(note.begin, note.begin);
  const std::size_t begin = text.find_last_not_of(" \t", note.begin - 1) + 1;
  edits.replace(begin, note.end, {});
}

void put_in(const Note& note, const Reading& merged, bool line_is_free, store::Edits& edits) {
  const std::string_view text = merged.text();
  const Spot* spot = merged.find(note.anchor);
  if (!spot)
    return text.empty() ? edits.insert(0, note.text) : edits.insert_lines_behind(text.size() - 1, note.text);
  const std::size_t line = line_start(text, spot->offset);
  if (note.place == Place::behind && line_is_free) {
    const std::size_t end = std::min(text.find_first_of("\r\n", spot->offset), text.size());
    return edits.insert(end, "  " + note.text);
  }
  const std::size_t first = text.find_first_not_of(" \t\xEF\xBB\xBF", line);
  const std::size_t mark = text.substr(line).starts_with("\xEF\xBB\xBF") ? 3 : 0;
  edits.insert(line + mark, std::string(first - line - mark, ' ') + note.text + edits.line_end());
}

/// The comments of the merged text that theirs took out: as many of each as are fewer there, and at the same
/// anchor first.
std::vector<Note> taken_out(const std::vector<Note>& here, const Tally& was, const Tally& we,
                            const Tally& they) {
  std::vector<Note> gone;
  std::map<std::string, int> taken;
  for (const bool exactly : {true, false}) {
    for (const auto& note : here) {
      const bool is_same = was.at(note) > they.at(note);
      const bool may_go = exactly ? is_same : !is_same && we.of(note.text) <= was.of(note.text);
      if (!may_go || taken[note.text] >= was.of(note.text) - they.of(note.text)) continue;
      ++taken[note.text];
      gone.push_back(note);
    }
  }
  return gone;
}

/// The comments that theirs has more of, and ours does not have at the same anchor.
std::vector<Note> put_there(const std::vector<Note>& there, Tally was, const Tally& ours, const Tally& they) {
  Tally we = ours;
  std::map<std::string, int> more;
  std::vector<Note> added;
  for (const auto& note : there) {
    const bool we_have_it = we.take(note);
    const bool it_was = was.take(note);
    if (it_was || more[note.text] >= they.of(note.text) - was.of(note.text)) continue;
    ++more[note.text];
    if (!we_have_it) added.push_back(note);
  }
  return added;
}

}  // namespace

std::string with_notes(const Page& merged, const Page& before, const Page& ours, const Page& theirs) {
  const Reading here(merged);
  const Reading there(theirs);
  const Tally was(Reading(before).notes());
  const Tally we(Reading(ours).notes());
  const Tally they(there.notes());
  store::Edits edits(merged.text);
  std::set<std::size_t> freed;  // lines whose comment goes
  for (const auto& note : taken_out(here.notes(), was, we, they)) {
    take_out(note, merged.text, edits);
    freed.insert(line_start(merged.text, note.begin));
  }
  std::set<std::size_t> filled;
  for (const auto& note : put_there(there.notes(), was, we, they)) {
    const Spot* spot = here.find(note.anchor);
    const std::size_t line = spot ? line_start(merged.text, spot->offset) : 0;
    const bool is_free = spot && (!here.has_note_in_line(spot->offset) || freed.contains(line)) &&
                         (note.place == Place::above || filled.insert(line).second);
    put_in(note, here, is_free, edits);
  }
  return edits.apply();
}

}  // namespace mentor::changes
