// SPDX-License-Identifier: GPL-2.0-or-later
// Passages of a profile to what goes into the index.
#ifndef IDSEARCH_INDEXER_TO_POSTINGS_HPP
#define IDSEARCH_INDEXER_TO_POSTINGS_HPP

#include <memory>
#include <vector>

#include "idsearch/profile.hpp"
#include "store/postings.hpp"

namespace idsearch::indexer {

/// Keeps analysers and stemmers between profiles. Not thread-safe: one per thread.
class PostingsMaker {
 public:
  PostingsMaker();
  ~PostingsMaker();

  /// One value per passage, in reading order.
  std::vector<store::Postings> make(const Profile& profile);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TO_POSTINGS_HPP
