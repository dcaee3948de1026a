// SPDX-License-Identifier: GPL-2.0-or-later
// Which formats are there? One table, by name.
#include "idsearch/render.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "idsearch/error.hpp"
#include "query/render_formats.hpp"

namespace idsearch {
namespace {

struct FormatRow {
  std::string_view name;
  std::string (*answer)(const SearchResult&, const RenderOptions&);
  std::string (*passages)(std::span<const Hit>, const RenderOptions&);
};

constexpr std::array<FormatRow, 9> kFormats{{
    {"text", query::answer_as_text, query::passages_as_text},
    {"json", query::answer_as_json, query::passages_as_json},
    {"ndjson", query::answer_as_ndjson, query::passages_as_ndjson},
    {"csv", query::answer_as_csv, query::passages_as_csv},
    {"md", query::answer_as_md, query::passages_as_md},
    {"csl-json", query::answer_as_csl, query::passages_as_csl},
    {"bibtex", query::answer_as_bibtex, query::passages_as_bibtex},
    {"ris", query::answer_as_ris, query::passages_as_ris},
    {"ids", query::answer_as_ids, query::passages_as_ids},
}};

const FormatRow& find_format(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &FormatRow::name);
  if (found != kFormats.end()) return *found;
  std::string known;
  for (const FormatRow& row : kFormats) {
    if (!known.empty()) known += ", ";
    known += row.name;
  }
  throw Error(ErrorCode::Usage, "unknown format \"" + std::string(name) + "\"",
              "formats: " + known);
}

}  // namespace

std::vector<std::string_view> render_formats() {
  std::vector<std::string_view> names;
  for (const FormatRow& row : kFormats) names.push_back(row.name);
  return names;
}

std::string render(const SearchResult& result, std::string_view format,
                   const RenderOptions& options) {
  return find_format(format).answer(result, options);
}

std::string render(const Hit& passage, std::string_view format, const RenderOptions& options) {
  return find_format(format).passages(std::span(&passage, 1), options);
}

namespace query {

bool lists_sources(std::string_view format) {
  return format == "csl-json" || format == "bibtex" || format == "ris";
}

std::string render_passages(std::span<const Hit> passages, std::string_view format,
                            const RenderOptions& options) {
  return find_format(format).passages(passages, options);
}

}  // namespace query
}  // namespace idsearch
