// SPDX-License-Identifier: GPL-2.0-or-later
// The renderers behind render.hpp: two functions each, one line in the table of render.cpp.
#ifndef IDSEARCH_QUERY_RENDER_FORMATS_HPP
#define IDSEARCH_QUERY_RENDER_FORMATS_HPP

#include <span>
#include <string>
#include <string_view>

#include "idsearch/render.hpp"
#include "idsearch/search.hpp"

namespace idsearch::query {

/// Whole passages, as `idsearch show` prints them; render() of one Hit is this of one. Throws
/// Error{Usage} for an unknown format.
std::string render_passages(std::span<const Hit> passages, std::string_view format,
                            const RenderOptions& options);

// An answer, and whole passages, in each format.
std::string answer_as_text(const SearchResult& result, const RenderOptions& options);
std::string passages_as_text(std::span<const Hit> passages, const RenderOptions& options);
std::string answer_as_json(const SearchResult& result, const RenderOptions& options);
std::string passages_as_json(std::span<const Hit> passages, const RenderOptions& options);
std::string answer_as_ndjson(const SearchResult& result, const RenderOptions& options);
std::string passages_as_ndjson(std::span<const Hit> passages, const RenderOptions& options);
std::string answer_as_csv(const SearchResult& result, const RenderOptions& options);
std::string passages_as_csv(std::span<const Hit> passages, const RenderOptions& options);
std::string answer_as_md(const SearchResult& result, const RenderOptions& options);
std::string passages_as_md(std::span<const Hit> passages, const RenderOptions& options);
std::string answer_as_ids(const SearchResult& result, const RenderOptions& options);
std::string passages_as_ids(std::span<const Hit> passages, const RenderOptions& options);

// The sources that they cite (bibliography.hpp). True for the names of these formats.
bool lists_sources(std::string_view format);
std::string answer_as_csl(const SearchResult& result, const RenderOptions& options);
std::string passages_as_csl(std::span<const Hit> passages, const RenderOptions& options);
std::string answer_as_bibtex(const SearchResult& result, const RenderOptions& options);
std::string passages_as_bibtex(std::span<const Hit> passages, const RenderOptions& options);
std::string answer_as_ris(const SearchResult& result, const RenderOptions& options);
std::string passages_as_ris(std::span<const Hit> passages, const RenderOptions& options);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_RENDER_FORMATS_HPP
