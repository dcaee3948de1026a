// SPDX-License-Identifier: GPL-2.0-or-later
// Xapian's stemmers behind the analyser's interface, and the fingerprint of all that decides words.
#ifndef IDSEARCH_STORE_STEMMERS_HPP
#define IDSEARCH_STORE_STEMMERS_HPP

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "text/stemmer.hpp"

namespace idsearch::store {

/// A stemmer for a BCP 47 language ("en", "fr-CA"); null where Xapian has none. Not thread-safe:
/// one per thread.
std::unique_ptr<text::Stemmer> make_stemmer(std::string_view language);

/// The script of a language that has a stemmer.
class StemmerScript {
 public:
  explicit StemmerScript(std::string_view language);

  /// True when words like this one, folded, could be stemmed: keeps a French stemmer away from
  /// Cyrillic words. False for languages without a stemmer.
  bool fits(std::string_view folded_word) const;

 private:
  std::optional<int> script_;
};

/// Analyser, stemmers and Xapian's version in one line. An index made under another one is refused.
std::string index_fingerprint();

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_STEMMERS_HPP
