// SPDX-License-Identifier: GPL-2.0-or-later
// Any script to Latin, by ICU.
#ifndef IDSEARCH_TEXT_TRANSLITERATE_HPP
#define IDSEARCH_TEXT_TRANSLITERATE_HPP

#include <string>

namespace idsearch::text {

/// Valid UTF-8 in Latin letters without accents and in lower case, as far as ICU's
/// "Any-Latin; Latin-ASCII; Lower" goes. The first call costs about 12 ms. Thread-safe. Throws
/// Error{Internal} when ICU's library or data is incomplete.
std::string transliterated(const std::string& utf8);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_TRANSLITERATE_HPP
