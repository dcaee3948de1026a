// SPDX-License-Identifier: GPL-2.0-or-later
// Answers as text: for people, and for programs as JSON, NDJSON, CSV, Markdown or bare ids;
// for reference managers as CSL-JSON, BibTeX or RIS.
#ifndef IDSEARCH_RENDER_HPP
#define IDSEARCH_RENDER_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/export.hpp"
#include "idsearch/search.hpp"

namespace idsearch {

/// How much of each citation is printed.
enum class NoteDetail { None, Short, Full };

struct RenderOptions {
  NoteDetail notes = NoteDetail::Full;
  std::size_t width = 80;       ///< columns to wrap at, for "text"; 0 = lines are not wrapped
  bool colour = false;          ///< ANSI colours, for "text"
  bool hyperlinks = false;      ///< OSC 8 hyperlinks, for "text"
  bool escape_controls = true;  ///< show control characters of profile text as \x1b
  /// What was asked, for "json" and "ndjson", which then tell its filters and the page; or null.
  /// Guest: it must live while rendering.
  const SearchRequest* request = nullptr;
};

/// The names that `render` takes: "text", "json", "ndjson", "csv", "md", "ids"; and for the sources
/// that the passages cite, each once, "csl-json", "bibtex", "ris".
IDSEARCH_API std::vector<std::string_view> render_formats();

/// The whole answer in the given format, UTF-8, newline at the end (empty for "bibtex" and "ris"
/// when nothing is cited, and for "ids" when nothing is found). Throws Error{Usage} for a format
/// that is not in render_formats().
IDSEARCH_API std::string render(const SearchResult& result, std::string_view format,
                                const RenderOptions& options = {});

/// One passage, as `idsearch show` prints it.
IDSEARCH_API std::string render(const Hit& passage, std::string_view format,
                                const RenderOptions& options = {});

}  // namespace idsearch

#endif  // IDSEARCH_RENDER_HPP
