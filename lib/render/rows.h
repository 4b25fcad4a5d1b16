/// The rows of a table on their way to text: there may be very many, so they are worked on piece by piece, on
/// all cores, and only some pieces are held at a time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "base/at_once.h"
#include "base/table.h"
#include "render/sink.h"

namespace mentor::render {

/// Rows that follow one another: from the one of number `first` to the one before `last`.
struct Piece {
  std::size_t first;
  std::size_t last;
};

[[nodiscard]] std::vector<Piece> pieces_of(const Table& table);

/// Writes all rows, in their order. `begin(piece)` gives what writes the rows of a piece: called with a row
/// and a text, it adds to the text what stands for the row. Pieces are written at once.
template <class Begin>
void write_rows(const Table& table, const Sink& sink, const Begin& begin) {
  constexpr std::size_t most_held = 64;
  const auto pieces = pieces_of(table);
  std::vector<std::string> texts(std::min(most_held, pieces.size()));
  for (std::size_t done = 0; done < pieces.size(); done += texts.size()) {
    texts.resize(std::min(texts.size(), pieces.size() - done));
    for_each_number(texts.size(), Calls::at_once, [&](std::size_t i) {
      texts[i].clear();
      auto write = begin(pieces[done + i]);
      for_each_row(table, pieces[done + i].first, pieces[done + i].last,
                   [&](const Row& row) { write(row, texts[i]); });
    });
    for (const auto& text : texts) sink(text);
  }
}

}  // namespace mentor::render
