// SPDX-License-Identifier: GPL-2.0-or-later
// The outcome of a run as JSON, for `run --report`.
#ifndef IDSEARCH_INDEXER_REPORT_JSON_HPP
#define IDSEARCH_INDEXER_REPORT_JSON_HPP

#include <string>
#include <string_view>

#include "idsearch/error.hpp"
#include "idsearch/index.hpp"

namespace idsearch::indexer {

/// "published", "unchanged", "dry-run", "cancelled", "refused"
std::string_view name_of(BuildReport::Outcome outcome);

/// Schema "idsearch.report/1", with final newline.
std::string report_json(const BuildReport& report);

/// The same for a run that ended in an error: outcome "failed".
std::string report_json(const Error& error);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_REPORT_JSON_HPP
