/// What is new in the records since an earlier commit.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "git/history.h"
#include "workspace.h"

namespace mentor {

/// A moment to compare with: a commit as git names it, or the last one of a day, going back from where the
/// records are read.
struct Moment {
  std::string name;        ///< the full id of the commit that was named, or the day
  std::optional<Day> day;  ///< when a day was named
  std::string commit;      ///< empty: there was nothing yet
};

/// The moment of that name; of the day before, when it is empty. Throws Trouble (usage) when it is neither a
/// day nor a commit here.
[[nodiscard]] Moment moment_since(const ReadingRoom& room, Day today, const std::string& name);

/// What became of the records since then.
struct Since {
  std::vector<git::Commit> commits;  ///< those that changed a record, parents before children
  Findings broke;                    ///< what the rules find now, and did not then
  Findings mended;                   ///< what they found then, and not now
  Findings lapsed;  ///< what they find now because days passed: not yet on the moment's day, if it is a day
  bool compared = true;  ///< false: the records of then are unsound, or there were none
};

/// `now` is what the rules find on the room's day and `then`, when the moment is a day, on that one, each in
/// the records of the room. What broke and what was mended is judged on the room's day, then and now, each by
/// its own policies. When the moment is a day, what was committed after the room's day is left out.
[[nodiscard]] Since since(ReadingRoom& room, const Moment& moment, const Findings& now, const Findings& then);

/// Whether a person changed the records themselves: with git, or with `edit` or `record`.
[[nodiscard]] bool is_by_hand(const git::Commit& commit);

}  // namespace mentor
