// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/golden.hpp"

#include "idsearch/error.hpp"
#include "idsearch/search.hpp"

namespace idsearch::indexer {

std::vector<std::size_t> golden_ranks(const std::string& index,
                                      const std::vector<GoldenQuery>& golden) {
  const Searcher searcher = Searcher::open({index});
  std::vector<std::size_t> out;
  for (const GoldenQuery& one : golden) {
    SearchRequest request;
    request.text = one.query;
    request.limit = one.within;
    request.unlimited_page = true;
    request.suggest = false;
    std::size_t rank = 0;
    try {
      const SearchResult result = searcher.search(request);
      for (std::size_t i = 0; rank == 0 && i < result.hits.size(); ++i)
        if (result.hits[i].id == one.passage) rank = i + 1;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::Usage) throw;
      throw Error(ErrorCode::BadConfiguration,
                  "golden query \"" + one.query + "\" cannot be asked: " + error.message(),
                  error.hint());
    }
    out.push_back(rank);
  }
  return out;
}

}  // namespace idsearch::indexer
