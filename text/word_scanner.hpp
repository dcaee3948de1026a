// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a text as numbers, for those who look for known words and keep nothing of the rest.
//
// They are the words of Analyzer::analyze. What stands between two ASCII blanks is analysed once
// and remembered, since text repeats itself and no word depends on what is behind a blank.
#ifndef IDSEARCH_TEXT_WORD_SCANNER_HPP
#define IDSEARCH_TEXT_WORD_SCANNER_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "text/analyzer.hpp"
#include "text/word_cache.hpp"

namespace idsearch::text {

struct ScannedWord {
  std::size_t start = 0, end = 0;  ///< bytes of the text
  std::uint32_t number = 0;        ///< what the caller gave to its folded form
  std::uint32_t parts = 0;         ///< 0, or of a joined form: the positions that it spans

  bool operator==(const ScannedWord&) const = default;
};

/// Not thread-safe.
class WordScanner {
 public:
  /// The number of a folded form; asked for each form at least once, until forget() perhaps never
  /// again.
  using Numbering = std::function<std::uint32_t(std::string_view folded)>;

  explicit WordScanner(Numbering numbering) : number_of_(std::move(numbering)) {}

  /// All words of `utf8` in the order of Analyzer::analyze.
  void scan(std::string_view utf8, std::vector<ScannedWord>& out);

  /// To be called when the caller numbers anew.
  void forget() { chunks_.clear(); }

 private:
  // What stands between two blanks: most often one word.
  struct Chunk {
    std::string key;
    std::vector<ScannedWord> more;  // offsets from the beginning of the chunk
    ScannedWord first;
    bool is_empty = true;
  };

  void scan_chunk(std::string_view utf8, std::size_t start, std::size_t end,
                  std::vector<ScannedWord>& out);
  std::vector<ScannedWord> analyzed(std::string_view chunk) const;

  Analyzer analyzer_;
  Numbering number_of_;
  BasicWordCache<Chunk> chunks_;
};

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_WORD_SCANNER_HPP
