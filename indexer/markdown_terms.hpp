// SPDX-License-Identifier: GPL-2.0-or-later
// Which lines of a paragraph are terms and their definitions ("term", below it ": what it means"),
// as Pandoc, kramdown, MultiMarkdown and MkDocs write them?
#ifndef IDSEARCH_INDEXER_MARKDOWN_TERMS_HPP
#define IDSEARCH_INDEXER_MARKDOWN_TERMS_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::indexer {

struct MarkdownTerm {
  std::string text;      ///< without the colon of a definition; line breaks stay
  std::size_t line = 0;  ///< counted from the first line of the paragraph
};

/// Terms and definitions in their order; empty when the paragraph is something else. `goes_on`: it
/// stands below a term or a definition, so that its first line may be a definition.
std::vector<MarkdownTerm> terms_of(std::string_view paragraph, bool goes_on);

/// Whether a paragraph may be a term: one short line that is no sentence.
bool reads_as_term(std::string_view paragraph);

/// Bytes of ":" and blanks that begin a definition (or the caption of a table); 0 when there are
/// none.
std::size_t definition_sign(std::string_view line);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_TERMS_HPP
