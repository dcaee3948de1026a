// SPDX-License-Identifier: GPL-2.0-or-later
// Xapian's stemmers behind the analyser's interface, and the fingerprint of all that decides words.
#ifndef IDSEARCH_STORE_STEMMERS_HPP
#define IDSEARCH_STORE_STEMMERS_HPP

#include <memory>
#include <string>
#include <string_view>

#include "text/stemmer.hpp"

namespace idsearch::store {

/// A stemmer for a BCP 47 language ("en", "fr-CA"); null where Xapian has none. Not thread-safe:
/// one per thread.
std::unique_ptr<text::Stemmer> make_stemmer(std::string_view language);

/// True when words of this language's script could be stemmed by it: keeps a French stemmer away
/// from Cyrillic words.
bool stemmer_fits_script(std::string_view language, std::string_view folded_word);

/// Analyser, stemmers and Xapian's version in one line. An index made under another one is refused.
std::string index_fingerprint();

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_STEMMERS_HPP
