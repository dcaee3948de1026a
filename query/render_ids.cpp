// SPDX-License-Identifier: GPL-2.0-or-later
// Only which passages: an id a line, for scripts and for `xargs idsearch show`.
#include "query/render_formats.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {

std::string passages_as_ids(std::span<const Hit> passages, const RenderOptions& options) {
  std::string out;
  for (const Hit& hit : passages) {
    // Ids of profiles are plain ASCII; those of JSON lines may be anything.
    out += options.escape_controls ? text::escape_controls(hit.id) : hit.id;
    out += '\n';
  }
  return out;
}

std::string answer_as_ids(const SearchResult& result, const RenderOptions& options) {
  return passages_as_ids(result.hits, options);
}

}  // namespace idsearch::query
