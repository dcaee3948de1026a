// SPDX-License-Identifier: GPL-2.0-or-later
// UTF-8 text to words: the one analyser that indexing, queries and highlighting share.
//
// The ORIGINAL bytes are broken by ICU's word rules, so offsets are exact; each word is folded by
// itself. A word may come in parts: at a hyphen, an inner full stop between letters, or an
// underscore it is split, and the joined form stands at its first and at its last position
// ("e-KYC": e, kyc, and ekyc at both; "U.N.": u, n, un; "eGov.kz": egov, kz, egovkz).
// Thai, Lao, Khmer, Burmese, Chinese, Japanese and Korean: each character with its marks is a word;
// `continues` tells which of them a dictionary takes together, for queries only.
#ifndef IDSEARCH_TEXT_ANALYZER_HPP
#define IDSEARCH_TEXT_ANALYZER_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/beginnings.hpp"
#include "text/stemmer.hpp"

namespace idsearch::text {

/// One word at one place. The forms are what is indexed and looked up.
struct Token {
  std::size_t start = 0, end = 0;   ///< bytes of the original text
  std::uint32_t position = 0;       ///< word number, from 1
  std::uint32_t last_position = 0;  ///< > position only for a joined form
  std::string folded;      ///< case, width, quotes, possessive and diacritics folded: always there
  std::string exact;       ///< like `folded` with its diacritics; empty when equal to `folded`
  std::string stem;        ///< of `folded`; empty for numbers and where there is no stemmer
  bool joined = false;     ///< the parts of one written word put together
  bool continues = false;  ///< to a dictionary one word with the token before it (Thai, Chinese …)

  bool operator==(const Token&) const = default;
};

/// Longest form in bytes; longer words are cut at a character boundary. Xapian's limit is 245 bytes
/// with the prefix (engine-facts 1.1); the rest is room for prefixes.
inline constexpr std::size_t kMaxTermBytes = 200;

/// Raised whenever the same text would give other tokens.
inline constexpr int kAnalyzerVersion = 2;

/// Not thread-safe: one per thread (the word breaker keeps state).
class Analyzer {
 public:
  /// `stemmer` may be null (no stems) and must outlive the analyser.
  explicit Analyzer(const Stemmer* stemmer = nullptr);
  /// For looking up a few words in a text: most words of ASCII letters and digits that begin with
  /// none of `beginnings` are counted (the positions of others are the same), but left out. Only
  /// for English stems and without a stemmer.
  Analyzer(const Stemmer* stemmer, const Beginnings& beginnings);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// All words of `utf8`, by position; joined forms directly behind their last part.
  /// `boundaries`: ascending byte offsets where a word must end (footnote marks). Invalid UTF-8
  /// only breaks words. Offsets lie on character boundaries when the text is valid.
  std::vector<Token> analyze(std::string_view utf8,
                             std::span<const std::size_t> boundaries = {}) const;

  /// The same with every word sent through ICU: the slow reference that tests compare with.
  std::vector<Token> analyze_by_icu(std::string_view utf8,
                                    std::span<const std::size_t> boundaries = {}) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// "idsearch-analyzer/2 icu/72.1 unicode/15.0": what decides the words, without the stemmers (the
/// store adds those).
std::string analyzer_fingerprint();

/// English function words ("the", "of", …) in folded form: carry no content in a query.
bool is_function_word(std::string_view folded);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_ANALYZER_HPP
