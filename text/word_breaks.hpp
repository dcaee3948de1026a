// SPDX-License-Identifier: GPL-2.0-or-later
// Where words begin and end: ICU's root word rules, and the same rules by hand for the characters
// that most text consists of. Internal to text/.
#ifndef IDSEARCH_TEXT_WORD_BREAKS_HPP
#define IDSEARCH_TEXT_WORD_BREAKS_HPP

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "text/utf8.hpp"

namespace idsearch::text {

/// Around what stands between two ASCII blanks it is in no word, and no word depends on it. ICU
/// takes '@' for a letter and joins '_' to words, so what stands around them matters to it.
constexpr bool is_outer_punctuation(char c) {
  return static_cast<unsigned char>(c) < 0x80 && !is_ascii_alnum(c) && c != '@' && c != '_';
}

/// Bytes of one word as the breaker sees it; it may still hold '.', '_', '@' and apostrophes.
struct Span {
  std::size_t start = 0, end = 0;

  bool operator==(const Span&) const = default;
};

/// Not thread-safe. Creates ICU's breaker on first use.
class IcuWordBreaker {
 public:
  IcuWordBreaker();
  ~IcuWordBreaker();

  /// Appends the words of `utf8`, offsets moved by `base`. A zero-width space between two letters
  /// of Latin, Greek or Cyrillic does not end a word, elsewhere (Thai, Khmer …) it does.
  void append_spans(std::string_view utf8, std::size_t base, std::vector<Span>& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// True when every character of `utf8` is one that append_fast_spans knows: ASCII, letters of the
/// Latin-1, Latin Extended-A/B and Cyrillic blocks, usual quotes, dashes, ellipsis, bullet and
/// NBSP.
bool is_fast_text(std::string_view utf8);

/// What IcuWordBreaker::append_spans does, without ICU; `utf8` must satisfy is_fast_text.
void append_fast_spans(std::string_view utf8, std::size_t base, std::vector<Span>& out);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_WORD_BREAKS_HPP
