// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/open_index.hpp"

#include <algorithm>
#include <ctime>

#include "idsearch/error.hpp"
#include "query/age.hpp"
#include "query/output.hpp"

namespace idsearch::query {

namespace {

/// When none of several indexes can be opened, the error that is thrown names the worst: the others
/// are named here.
void name_the_others(const std::vector<std::string>& paths, const OpenOptions& options,
                     const Error& worst) {
  for (const std::string& path : paths) {
    try {
      Searcher::open({path}, options);
    } catch (const Error& error) {
      if (error.message() != worst.message()) say(error.message());
    }
  }
}

Searcher open_or_name_all(const std::vector<std::string>& paths, const OpenOptions& options) {
  try {
    return Searcher::open(paths, options);
  } catch (const Error& error) {
    if (paths.size() > 1 && error.code() != ErrorCode::BadConfiguration)
      name_the_others(paths, options, error);
    throw;
  }
}

}  // namespace

Searcher open_indexes(const Settings& settings, bool check_bytes) {
  OpenOptions options;
  options.check_bytes = check_bytes;
  options.partial = true;
  options.thesaurus = settings.thesaurus;
  Searcher searcher = open_or_name_all(index_paths(settings), options);
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
