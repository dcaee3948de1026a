// SPDX-License-Identifier: GPL-2.0-or-later
// What libidsearch holds: naming one function of each public header draws its room into the shared
// library, and leaves out what only the two programs need.
#include <cstdint>

#include "idsearch/index.hpp"
#include "idsearch/render.hpp"
#include "idsearch/search.hpp"

namespace idsearch {

[[gnu::used]] static BuildReport (*const kBuild)(const BuildOptions&) = &build_index;
[[gnu::used]] static Profile (*const kParse)(std::string_view, std::string_view,
                                             const ParseOptions&) = &parse_profile;
[[gnu::used]] static std::string (*const kPath)() = &default_index_path;
[[gnu::used]] static Searcher (*const kOpen)(const std::vector<std::string>&) = &Searcher::open;
[[gnu::used]] static std::vector<std::string_view> (*const kFormats)() = &render_formats;

}  // namespace idsearch
