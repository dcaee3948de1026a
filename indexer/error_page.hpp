// SPDX-License-Identifier: GPL-2.0-or-later
// Did a server answer with an error, a login or a check of the browser when somebody saved a
// profile? Such a page must not replace the profile that it hides.
#ifndef IDSEARCH_INDEXER_ERROR_PAGE_HPP
#define IDSEARCH_INDEXER_ERROR_PAGE_HPP

#include <string>
#include <string_view>

#include "indexer/readers.hpp"

namespace idsearch::indexer {

/// Why the bytes are no profile, to be said behind the file's name: "is an error page, no profile:
/// \"404 Not Found\""; empty for anything else. Only what its title, its first heading or, in text,
/// one of its first lines calls so, and never what has a date, notes or a section that all profiles
/// have, or more text than such pages have: a profile may well be short and speak of errors.
std::string why_error_page(std::string_view bytes, const Format& format);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_ERROR_PAGE_HPP
