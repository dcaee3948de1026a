// SPDX-License-Identifier: GPL-2.0-or-later
// The hinge between reading and writing: everything that one passage puts into the index, as a
// plain value.
#ifndef IDSEARCH_STORE_POSTINGS_HPP
#define IDSEARCH_STORE_POSTINGS_HPP

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace idsearch::store {

struct Posting {
  std::string term;            ///< with its prefix, at most 245 bytes
  std::uint32_t position = 0;  ///< 0 = without position
  std::uint32_t wdf = 1;       ///< added to the within-document frequency
};

struct Postings {
  std::string id;                    ///< passage id
  std::vector<Posting> words;        ///< in any order; the same term may stand often
  std::vector<std::string> filters;  ///< terms with prefix, wdf 0; doubles allowed
  std::vector<std::pair<std::uint32_t, std::string>> values;  ///< slot, bytes
  std::string record;                                         ///< encoded PassageRecord
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_POSTINGS_HPP
