// SPDX-License-Identifier: GPL-2.0-or-later
// Where does one source of a part end and the next one begin, and is what stands between two
// references a citation in full?
#ifndef IDSEARCH_INDEXER_CITATION_PIECES_HPP
#define IDSEARCH_INDEXER_CITATION_PIECES_HPP

#include <string_view>
#include <vector>

namespace idsearch::indexer {

struct Piece {
  std::string_view text;    ///< as written
  bool introduced = false;  ///< by words that lead from one work to another
  bool by_signal = false;   ///< namely "but see", "see also", "see"
};

/// Cuts at words that lead from one work to another, outside quotes and URLs: "citing", "quoted
/// in", "as discussed by"; with `compared` also "with" ("cf Doe (n 1) with Roe (n 2)"). The words
/// themselves are in no piece. A piece that such words open within brackets ends with these. The
/// first piece is what stands before the first such word; it may be empty.
std::vector<Piece> split_at_connectives(std::string_view text, bool compared);

/// `text` without the separators around when it has the shape of a citation in full; else empty.
std::string_view full_citation(std::string_view text);

/// What stands between two references, or behind the last one.
struct Gap {
  std::string_view pinpoint;  ///< of the reference before; may be empty
  std::string_view full;      ///< a citation in full; may be empty
  std::string_view name;      ///< of the reference that follows; may be empty
  std::string_view head;      ///< see read_opening
};

/// `last`: no reference follows. All parts are views into `between`.
Gap read_gap(std::string_view between, bool last, bool compared);

/// What stands before the first reference: nothing is a pinpoint there. `head` is what stands
/// before the first word that leads on to another work.
Gap read_opening(std::string_view before, bool compared);

/// Whether the text behind `text`'s signals compares: "cf", "compare", "contrast".
bool begins_comparison(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_PIECES_HPP
