// SPDX-License-Identifier: GPL-2.0-or-later
// A word of the query in the forms under which the index holds it. Asks the analyser and the
// stemmers, not the index.
#ifndef IDSEARCH_QUERY_WORDS_HPP
#define IDSEARCH_QUERY_WORDS_HPP

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace idsearch::query {

struct WordForms {
  std::string folded;
  std::string exact;  ///< with the diacritics that were typed; empty when there are none
  std::vector<std::string> stems;  ///< in all languages of the index, each once; empty for numbers
  bool stems_everywhere = false;  ///< every language of the index has a stem for it: where the word
                                  ///< stands, one of `stems` stands, too

  bool operator==(const WordForms&) const = default;
};

/// What is written as one word: one part, or several with the form in which people might join them
/// ("e-KYC": e, kyc; ekyc). Of a word in a script without blanks its characters are the parts, and
/// nothing joins them: they are looked for side by side.
struct WordUnit {
  std::vector<WordForms> parts;
  std::optional<WordForms> joined;
  std::size_t start = 0, end = 0;  ///< bytes of the text asked about
  /// Only where `joined`: the bytes of each part.
  std::vector<std::pair<std::size_t, std::size_t>> places = {};
  /// Of three or four parts the ways to join some of them: "e-ID-card" is "eID card" and "e
  /// IDcard".
  std::vector<std::vector<WordForms>> mixtures = {};
  /// "eID": e, id. The index has the joined form of a whole written word only: of "e-ID-card" not
  /// "eid", but its parts side by side. In a phrase only where the words around it are parts of the
  /// same written word.
  std::vector<WordForms> apart = {};

  bool operator==(const WordUnit&) const = default;
};

/// Each of these as a word by itself.
std::vector<WordUnit> alone(std::span<const WordForms> parts);

/// Not thread-safe. Stemmers are made on first need.
class QueryWords {
 public:
  /// `languages`: those of the passages in the index.
  explicit QueryWords(std::vector<std::string> languages);
  ~QueryWords();
  QueryWords(QueryWords&&) noexcept;
  QueryWords& operator=(QueryWords&&) noexcept;

  std::vector<WordUnit> units(std::string_view text) const;

  /// Whether a word of the index has a stem in common with `word`, in the same language.
  bool shares_stem(const WordForms& word, std::string_view folded) const;

 private:
  std::vector<WordForms> apart(std::string_view typed) const;

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// True when every part is a function word as it was typed: "US" and "WHO" in mixed case text are
/// names. `text` is what units() was asked about.
bool is_function_word(const WordUnit& unit, std::string_view text);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_WORDS_HPP
