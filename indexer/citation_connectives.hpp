// SPDX-License-Identifier: GPL-2.0-or-later
// Which words lead from one work to another?
#ifndef IDSEARCH_INDEXER_CITATION_CONNECTIVES_HPP
#define IDSEARCH_INDEXER_CITATION_CONNECTIVES_HPP

#include <cstddef>
#include <string_view>

namespace idsearch::indexer {

/// Bytes of such words at `at`: "citing", "quoted in", "as discussed by"; 0 when there are none.
std::size_t connective(std::string_view text, std::size_t at);

/// Bytes of "but see", "see also" behind other words, of "see" alone behind a comma, a colon, a
/// dash or a bracket; 0 when there are none.
std::size_t inner_signal(std::string_view text, std::size_t at);

/// Whether the word at `at` is the first one, of the text, a bracket or a sentence.
bool begins_words(std::string_view text, std::size_t at);

/// Whether connectives stand first.
bool begins_connective(std::string_view text);

/// Where connectives, or "cited", "quoted", "discussed" alone, begin that `before` ends with; npos
/// when it ends otherwise.
std::size_t words_that_lead_on(std::string_view before);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_CONNECTIVES_HPP
