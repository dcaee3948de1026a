// SPDX-License-Identifier: GPL-2.0-or-later
// What the analyser asks of a stemmer. The stemmers themselves are Xapian's and live in store/.
#ifndef IDSEARCH_TEXT_STEMMER_HPP
#define IDSEARCH_TEXT_STEMMER_HPP

#include <string>
#include <string_view>

namespace idsearch::text {

class Stemmer {
 public:
  virtual ~Stemmer() = default;

  /// The stem of a folded word; the word itself when nothing can be taken away.
  virtual std::string stem(std::string_view folded_word) const = 0;
};

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_STEMMER_HPP
