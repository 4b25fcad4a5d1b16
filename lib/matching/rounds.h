/// Meetings of two put into rounds. It knows no records: people are numbers.
#pragma once

#include <cstddef>
#include <vector>

namespace mentor::matching {

/// A young person and a mentor who are to meet, each by their number, and how promising it is.
struct Meeting {
  std::size_t young_person = 0;
  std::size_t mentor = 0;
  int score = 0;

  friend auto operator<=>(const Meeting&, const Meeting&) = default;
};

using Meetings = std::vector<Meeting>;

/// The meetings in rounds: each in one of them, and nobody twice in one. There are as few rounds as can be:
/// as many as the most meetings that somebody has (König). Of two rounds neither has more than one meeting
/// more than the other. A round has its meetings in the order given; the same meetings give the same rounds.
/// No two may be of the same people.
[[nodiscard]] std::vector<Meetings> rounds_of(const Meetings& meetings);

/// Of the meetings those to hold, in their order, when nobody has time for more than `most`: as many as there
/// can be; of such choices the one in which they are shared out most evenly (the least sum of squares), so
/// that nobody goes without if that can be avoided; of these one with the highest score in all. It is exact:
/// a flow of least cost.
[[nodiscard]] Meetings most_promising(const Meetings& meetings, std::size_t most);

}  // namespace mentor::matching
