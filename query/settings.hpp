// SPDX-License-Identifier: GPL-2.0-or-later
// The command line, the environment and the configuration file put together: what is asked for, as
// typed values.
#ifndef IDSEARCH_QUERY_SETTINGS_HPP
#define IDSEARCH_QUERY_SETTINGS_HPP

#include <optional>
#include <string>
#include <vector>

#include "idsearch/render.hpp"
#include "idsearch/search.hpp"
#include "query/arguments.hpp"
#include "query/config.hpp"
#include "query/terminal.hpp"

namespace idsearch::query {

/// The version of the JSON, NDJSON, CSV and TREC output that this program makes.
inline constexpr long kFormatVersion = 1;

struct Settings {
  std::vector<std::string> index;  ///< paths to open; empty when no place is known
  SearchRequest request;           ///< complete, with the query
  std::string format = "text";
  NoteDetail notes = NoteDetail::Full;
  ColorMode color = ColorMode::Auto;
  bool use_pager = true;
  std::optional<std::string> pager;    ///< of the configuration
  std::optional<std::size_t> width;    ///< of the configuration
  std::optional<std::string> queries;  ///< file of --queries
  std::string thesaurus;               ///< file; empty: the one that is compiled in
  /// An index that was published more than so many days ago is named on standard error; 0: none is.
  std::size_t warn_after_days = 0;
  bool quiet = false;
  bool count = false;
  bool no_match_ok = false;
};

/// Throws Error{Usage} for a value that cannot be, Error{FormatTooOld, FormatTooNew} for
/// --format-version, Error{BadConfiguration}.
Settings make_settings(const Arguments& arguments, const Config& config,
                       const Environment& environment);

/// The same with the configuration file that is in force; says the notes of the arguments on
/// standard error unless they are unwanted.
Settings settings_of(const Arguments& arguments, const Environment& environment);

/// The paths or Error{NoIndex} that says how to name one.
const std::vector<std::string>& index_paths(const Settings& settings);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_SETTINGS_HPP
