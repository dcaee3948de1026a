// SPDX-License-Identifier: GPL-2.0-or-later
// What a run looks like to Prometheus: the text format that node_exporter's textfile collector
// reads.
#ifndef IDSEARCH_INDEXER_METRICS_HPP
#define IDSEARCH_INDEXER_METRICS_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "idsearch/index.hpp"

namespace idsearch::indexer {

/// The generation that serves after a run, whatever became of the run.
struct ServingFacts {
  std::string generation;
  std::uint64_t profiles = 0, passages = 0, bytes = 0;
  std::optional<std::int64_t> published;  ///< seconds since 1970
};

/// The run beside its report. Times are seconds since 1970.
struct RunFacts {
  std::int64_t ended = 0;
  double seconds = 0;  ///< that it took
  int status = 0;      ///< exit status
  /// Of the last run that left the index up to date, this one included; nullopt when none is known.
  std::optional<std::int64_t> last_success;
  std::optional<ServingFacts> serving;  ///< nullopt when none serves
};

/// All metrics of a run that gave a report; of one that failed, null, those that are known all the
/// same: times, status and what serves.
std::string metrics_text(const BuildReport* report, const RunFacts& facts);

/// The time of the last success that metrics_text() wrote; nullopt when there is none in it.
std::optional<std::int64_t> last_success_of(std::string_view metrics);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_METRICS_HPP
