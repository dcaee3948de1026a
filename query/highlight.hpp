// SPDX-License-Identifier: GPL-2.0-or-later
// Which bytes of a text did the query match? Found by the analyser that made the index; no index is
// asked.
#ifndef IDSEARCH_QUERY_HIGHLIGHT_HPP
#define IDSEARCH_QUERY_HIGHLIGHT_HPP

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "idsearch/search.hpp"
#include "query/ast.hpp"
#include "query/words.hpp"
#include "text/analyzer.hpp"

namespace idsearch::query {

/// What a highlighter looks for at one place of a text.
struct TokenMatcher {
  enum class How { Form, Inflected, Beginning };
  How how = How::Form;
  WordForms forms;
};

/// Sequences of places, any of which an operand means; one operand, or several in NEAR.
struct TextPattern {
  using Operand = std::vector<std::vector<TokenMatcher>>;
  bool in_body = false, in_notes = false, in_authors = false;
  std::vector<Operand> operands;
  std::uint32_t reach = 0;
  bool in_sentence = false;  ///< of a passage; `reach` is for titles and sources
};

class Highlighter {
 public:
  /// Negated parts and filters give nothing; neither do words of headings. `also`: phrases looked
  /// for beside the tree.
  Highlighter(const Node& root, const QueryWords& words, SearchIn in, bool exact,
              std::span<const Node> also = {});

  /// Matches in `text`, whose words are `tokens`: ascending, not overlapping, on character
  /// boundaries. Phrases, NEAR and /s count only where they hold; a phrase is one range.
  /// `sentence_ends`: bytes of the text.
  std::vector<Highlight> body(std::string_view text, const std::vector<text::Token>& tokens,
                              std::span<const std::size_t> sentence_ends = {}) const;

  /// The same of the words that are asked for in a source's text, or in an author's name.
  std::vector<Highlight> note(std::string_view text, const std::vector<text::Token>& tokens) const;
  std::vector<Highlight> author(std::string_view name,
                                const std::vector<text::Token>& tokens) const;

  /// Those of all forms that are looked for.
  text::Beginnings beginnings() const;

  /// Whether note() or author() can find anything at all.
  bool asks_notes() const;
  bool asks_authors() const;

 private:
  std::vector<Highlight> matches(bool TextPattern::*field, std::string_view text,
                                 const std::vector<text::Token>& tokens,
                                 std::span<const std::size_t> sentence_ends = {}) const;
  void add(const Node& node, const QueryWords& words, SearchIn in);
  void add_unit(const WordUnit& unit, const Node& node, SearchIn in);
  TextPattern pattern(const Node& leaf, SearchIn in) const;
  TextPattern::Operand operand(const Node& node, const QueryWords& words) const;
  TextPattern::Operand ways_of(const std::vector<WordUnit>& units, TokenMatcher::How last) const;

  bool exact_;
  std::vector<TextPattern> patterns_;
};

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_HIGHLIGHT_HPP
