// SPDX-License-Identifier: GPL-2.0-or-later
// The sources behind passages as CSL-JSON (citeproc's input, version 1.0.2), which Zotero and
// Pandoc read: an array of items. Names are literal, as the profile writes them: which part of one
// is the family's is not given.
#include <charconv>
#include <nlohmann/json.hpp>

#include "query/bibliography.hpp"
#include "query/json_values.hpp"
#include "query/render_formats.hpp"
#include "text/joined.hpp"

namespace idsearch::query {
namespace {

using Json = nlohmann::ordered_json;

Json csl_date(const std::string& iso) {
  Json parts = Json::array();
  for (const std::string_view part : date_parts(iso)) {
    int number = 0;
    std::from_chars(part.data(), part.data() + part.size(), number);
    parts.push_back(number);
  }
  if (parts.empty()) return {{"raw", iso}};
  return {{"date-parts", Json::array({parts})}};
}

Json csl_item(const BibliographyEntry& entry) {
  const Reference& parts = entry.source->reference;
  Json item;
  item["id"] = entry.key;
  item["type"] = parts.type.empty() ? "document" : parts.type;
  if (parts.title) item["title"] = *parts.title;
  for (const std::string& author : parts.authors) item["author"].push_back({{"literal", author}});
  if (parts.container) item["container-title"] = *parts.container;
  if (parts.publisher) item["publisher"] = *parts.publisher;
  if (parts.issued) item["issued"] = csl_date(*parts.issued);
  if (parts.url) item["URL"] = *parts.url;
  if (parts.accessed) item["accessed"] = csl_date(*parts.accessed);
  item["note"] = entry.source->text;
  item["keyword"] = text::joined(entry.passages, ", ");
  return item;
}

}  // namespace

std::string passages_as_csl(std::span<const Hit> passages, const RenderOptions&) {
  Json items = Json::array();
  for (const BibliographyEntry& entry : bibliography_of(passages)) items.push_back(csl_item(entry));
  return dump_json(items, true);
}

std::string answer_as_csl(const SearchResult& result, const RenderOptions& options) {
  return passages_as_csl(result.hits, options);
}

}  // namespace idsearch::query
