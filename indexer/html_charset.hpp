// SPDX-License-Identifier: GPL-2.0-or-later
// In which character set is a page written? A byte order mark decides, then what the page declares;
// else it is UTF-8. Nothing is guessed from the bytes.
#ifndef IDSEARCH_INDEXER_HTML_CHARSET_HPP
#define IDSEARCH_INDEXER_HTML_CHARSET_HPP

#include <string>
#include <string_view>
#include <vector>

#include "idsearch/diagnostic.hpp"

namespace idsearch::indexer {

struct HtmlText {
  std::string utf8;  ///< valid, without byte order mark; the line ends are those of the file
  std::vector<Diagnostic> diagnostics;  ///< for each line with bytes that are no characters
};

HtmlText decode_html(std::string_view bytes);

/// The character set named by <meta charset>, <meta http-equiv="Content-Type"> or an XML
/// declaration near the beginning; empty when there is none.
std::string declared_charset(std::string_view bytes);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_CHARSET_HPP
