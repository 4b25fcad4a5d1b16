#include "render/rows.h"

namespace mentor::render {

std::vector<Piece> pieces_of(const Table& table) {
  constexpr std::size_t rows_a_piece = 256;
  std::vector<Piece> pieces;
  const std::size_t count = number_of_rows(table);
  pieces.reserve(count / rows_a_piece + 1);
  for (std::size_t first = 0; first < count; first += rows_a_piece)
    pieces.push_back({first, std::min(first + rows_a_piece, count)});
  return pieces;
}

}  // namespace mentor::render
