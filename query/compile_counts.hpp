// SPDX-License-Identifier: GPL-2.0-or-later
// How often terms stand in the index, each looked up once a query: a lookup walks two blocks of the
// index file, and the same word is asked for by the ranking, by each tier and by the phrase.
#ifndef IDSEARCH_QUERY_COMPILE_COUNTS_HPP
#define IDSEARCH_QUERY_COMPILE_COUNTS_HPP

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>

namespace idsearch::query {

/// One thread at a time. Xapian's errors pass.
class TermCounts {
 public:
  /// `database` outlives this.
  explicit TermCounts(const Xapian::Database& database) : database_(database) {}

  /// Passages with the term; 0 when no passage has it.
  Xapian::doccount passages(const std::string& term) {
    const auto [at, is_new] = passages_.try_emplace(term, 0);
    if (is_new) all_ += at->second = database_.get_termfreq(term);
    return at->second;
  }

  /// How often it stands in them.
  double occurrences(const std::string& term) {
    const auto [at, is_new] = occurrences_.try_emplace(term, 0);
    if (is_new) at->second = static_cast<double>(database_.get_collection_freq(term));
    return at->second;
  }

  bool has(const std::string& term) { return passages(term) > 0; }

  /// passages() of all terms asked for so far together: hardly fewer than match a query of them.
  std::uint64_t all() const { return all_; }

 private:
  const Xapian::Database& database_;
  std::map<std::string, Xapian::doccount> passages_;
  std::map<std::string, double> occurrences_;
  std::uint64_t all_ = 0;
};

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_COMPILE_COUNTS_HPP
