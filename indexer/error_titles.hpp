// SPDX-License-Identifier: GPL-2.0-or-later
// Is a title that of an error page, of a login, of a check for browsers?
#ifndef IDSEARCH_INDEXER_ERROR_TITLES_HPP
#define IDSEARCH_INDEXER_ERROR_TITLES_HPP

#include <string_view>

namespace idsearch::indexer {

enum class ErrorTitle {
  None,
  Likely,  ///< "404", "Forbidden", "Log in": a heading or a cell may say so, too
  Sure,    ///< "404 Not Found", "Page not found", "Just a moment..."
};

/// Looks at the whole title and at its parts between "|", dashes and colons: "Page not found |
/// Example Institute". Case and punctuation do not matter.
ErrorTitle error_title(std::string_view title);

/// Whether a sentence is one of those on such pages: "The page you are looking for does not exist."
bool is_error_sentence(std::string_view sentence);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_ERROR_TITLES_HPP
