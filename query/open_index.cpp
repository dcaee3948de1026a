// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/open_index.hpp"

#include <algorithm>
#include <ctime>

#include "idsearch/error.hpp"
#include "query/age.hpp"
#include "query/output.hpp"

namespace idsearch::query {

Searcher open_indexes(const Settings& settings, bool check_bytes) {
  OpenOptions options;
  options.check_bytes = check_bytes;
  options.partial = true;
  options.thesaurus = settings.thesaurus;
  Searcher searcher = Searcher::open(index_paths(settings), options);
  for (const MissingIndex& index : searcher.missing()) {
    say(index.message + "; the others answer without it");
    if (!index.hint.empty() && !settings.quiet) say("hint: " + index.hint);
  }
  if (settings.warn_after_days > 0 && !settings.quiet) {
    for (const std::string& old :
         old_indexes(searcher.indexes(), settings.warn_after_days, std::time(nullptr))) {
      say("warning: " + old);
    }
  }
  return searcher;
}

int status_with_missing(const Searcher& searcher, int status) {
  const std::vector<MissingIndex>& missing = searcher.missing();
  if (missing.empty()) return status;
  const bool damaged = std::ranges::any_of(
      missing, [](const MissingIndex& index) { return index.code == ErrorCode::Integrity; });
  return exit_status(damaged ? ErrorCode::Integrity : ErrorCode::Partial);
}

}  // namespace idsearch::query
