// SPDX-License-Identifier: GPL-2.0-or-later
// An answer for programs: one JSON object, or a line for each hit. docs/json.md is the contract.
#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "idsearch/error.hpp"
#include "query/groups.hpp"
#include "query/json_values.hpp"
#include "query/option_filters.hpp"
#include "query/rank.hpp"
#include "query/render_formats.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

using Json = nlohmann::ordered_json;

Json ranges_json(const std::vector<Highlight>& ranges) {
  Json list = Json::array();
  for (const Highlight& range : ranges) {
    list.push_back({{"start", range.start},
                    {"end", range.end},
                    {"cp_start", range.cp_start},
                    {"cp_end", range.cp_end}});
  }
  return list;
}

Json source_json(const Source& source, const std::vector<Highlight>& highlights) {
  const Reference& parts = source.reference;
  return {{"note", source.note},
          {"part", source.part},
          {"text", source.text},
          {"url", or_null(parts.url)},
          {"pinpoint", or_null(source.pinpoint)},
          {"status", name_of(source.status)},
          {"trail", source.trail},
          {"author", parts.authors},
          {"title", or_null(parts.title)},
          {"container", or_null(parts.container)},
          {"publisher", or_null(parts.publisher)},
          {"issued", or_null(parts.issued)},
          {"accessed", or_null(parts.accessed)},
          {"type", or_null(parts.type)},
          {"highlights", ranges_json(highlights)}};
}

Json note_json(const HitNote& note, const std::string& text) {
  Json sources = Json::array();
  for (std::size_t i = 0; i < note.sources.size(); ++i) {
    const bool marked = i < note.source_highlights.size();
    sources.push_back(source_json(note.sources[i],
                                  marked ? note.source_highlights[i] : std::vector<Highlight>{}));
  }
  const std::string_view before = std::string_view(text).substr(0, note.at);
  return {{"label", note.label},
          {"at", note.at},
          {"cp_at", text::count_code_points(before)},
          {"text", note.text},
          {"status", name_of(note.status)},
          {"trail", note.trail},
          {"in_highlight", note.in_highlight},
          {"sources", std::move(sources)}};
}

Json neighbours_json(const std::vector<ContextPassage>& passages) {
  Json list = Json::array();
  for (const ContextPassage& passage : passages) {
    list.push_back(
        {{"id", passage.id},
         {"text", passage.text},
         {"section", {{"path", passage.section_path}, {"titles", passage.section_titles}}}});
  }
  return list;
}

/// Six decimals, as of scores.
Json parts_json(const std::vector<ScorePart>& parts) {
  Json list = Json::array();
  for (const ScorePart& part : parts)
    list.push_back({{"what", part.what}, {"score", std::round(part.score * 1e6) / 1e6}});
  return list;
}

Json hit_json(const Hit& hit, const RenderOptions& options) {
  Json json;
  const bool ranked = hit.rank > 0;
  // The last bits of a weight depend on the order of summation: six decimals do not.
  json["rank"] = ranked ? Json(hit.rank) : Json(nullptr);
  json["score"] = ranked ? Json(std::round(hit.score * 1e6) / 1e6) : Json(nullptr);
  json["id"] = hit.id;
  json["sha256"] = hit.sha256;
  json["profile"] = {{"id", hit.profile.id},
                     {"title", hit.profile.title},
                     {"file", hit.profile.file},
                     {"updated", or_null(hit.profile.updated)}};
  json["country"] = nullptr;
  if (hit.country) {
    json["country"] = {{"code", hit.country->code}, {"name", hit.country->name}};
  }
  json["section"] = {{"path", hit.section_path}, {"titles", hit.section_titles}};
  json["kind"] = name_of(hit.kind);
  json["language"] = hit.language;
  json["line"] = hit.line;
  json["text"] = hit.text;
  json["highlights"] = ranges_json(hit.highlights);
  json["topics"] = Json::array();
  for (const TopicTag& topic : hit.topics) {
    json["topics"].push_back({{"name", topic.name}, {"evidence", topic.evidence}});
  }
  json["notes"] = Json::array();
  if (options.notes != NoteDetail::None) {
    for (const HitNote& note : hit.notes) json["notes"].push_back(note_json(note, hit.text));
  }
  if (!hit.before.empty() || !hit.after.empty()) {
    json["context"] = {{"before", neighbours_json(hit.before)},
                       {"after", neighbours_json(hit.after)}};
  }
  json["cite_as"] = hit.cite_as;
  if (hit.group) {
    json["group"] = {{"key", or_null(hit.group->key)},
                     {"name", or_null(hit.group->name)},
                     {"others", hit.group->others}};
  }
  if (!hit.explanation.empty()) {
    json["explanation"] = hit.explanation;
    json["explain"] = {{"parts", parts_json(hit.score_parts)}};
  }
  return json;
}

Json missing_json(const std::vector<MissingIndex>& missing) {
  Json list = Json::array();
  for (const MissingIndex& index : missing) {
    list.push_back({{"index", index.path},
                    {"error", kErrorTable[static_cast<std::size_t>(index.code)].name},
                    {"message", index.message}});
  }
  return list;
}

/// Each use of an option is a list of alternatives; all uses must hold.
Json filter_json(std::string_view field, const std::vector<std::string>& lists) {
  Json uses = Json::array();
  for (const Node& filter : filters_of_option(field, lists)) uses.push_back(filter.values);
  return uses;
}

/// What options of the request add to the query.
void add_request(Json& header, const SearchRequest& request) {
  Json& query = header["query"];
  query["filters"] = {{"country", filter_json("country", request.countries)},
                      {"section", filter_json("section", request.sections)},
                      {"topic", filter_json("topic", request.topics)},
                      {"since", or_null(request.since)},
                      {"until", or_null(request.until)}};
  constexpr std::array<std::string_view, 3> kPlaces{"body", "notes", "all"};
  query["in"] = kPlaces.at(static_cast<std::size_t>(request.in));
  if (request.by != GroupBy::None) query["by"] = name_of(request.by);
  query["exact"] = request.exact;
  query["synonyms"] = request.synonyms && !request.exact;
  header["page"] = {{"offset", std::min(request.offset, kMaxOffset)},
                    {"limit", std::min(request.limit, kMaxPage)}};
}

/// Everything but the hits, in the order of the contract.
Json header_json(const SearchResult& result, const RenderOptions& options) {
  Json notes = Json::array();
  for (const QueryNote& note : result.notes) {
    notes.push_back({{"message", note.message}, {"column", note.column}, {"length", note.length}});
  }
  Json header;
  header["schema"] = kSearchSchema;
  header["generation"] = result.generation;
  header["query"] = {{"raw", result.raw},
                     {"parsed", result.parsed},
                     {"expansions", result.expansions},
                     {"notes", std::move(notes)}};
  header["total"] = {{"value", result.total}, {"exact", result.total_exact}};
  if (result.groups) {
    header["groups"] = {{"by", name_of(result.groups->by)},
                        {"value", result.groups->total},
                        {"exact", result.groups->exact}};
  }
  header["suggestions"] = result.suggestions;
  if (options.request != nullptr) add_request(header, *options.request);
  if (!result.hits_for.empty()) header["hits_for"] = result.hits_for;
  if (!result.missing.empty()) header["missing"] = missing_json(result.missing);
  if (!result.explanation.empty()) header["explanation"] = result.explanation;
  if (result.explain) {
    header["explain"] = {{"parsed", result.explain->parsed},
                         {"words", result.explain->words},
                         {"parts", parts_json(result.explain->parts)},
                         {"tiers", parts_json(result.explain->tiers)},
                         {"query", result.explain->query}};
  }
  return header;
}

std::string one_object(const Json& json) { return dump_json(json, true); }
std::string object_line(const Json& json) { return dump_json(json, false); }

}  // namespace

nlohmann::ordered_json or_null(const std::optional<std::string>& value) {
  return value ? Json(*value) : Json(nullptr);
}
nlohmann::ordered_json or_null(const std::string& value) {
  return value.empty() ? Json(nullptr) : Json(value);
}

std::string dump_json(const nlohmann::ordered_json& json, bool indented) {
  // The query may hold any bytes; a profile's text is valid.
  const std::string dumped =
      json.dump(indented ? 2 : -1, ' ', false, Json::error_handler_t::replace);
  return escape_json_controls(dumped) + "\n";
}

std::string escape_json_controls(std::string_view json) {
  // C0 is escaped already; DEL, C1 and bidirectional controls may stand in JSON, but not raw on a
  // terminal. They can only stand inside strings.
  std::string out;
  out.reserve(json.size());
  const auto byte = [&](std::size_t i) {
    return i < json.size() ? static_cast<unsigned char>(json[i]) : 0u;
  };
  const auto escape = [&out](unsigned code) {
    constexpr std::string_view kHex = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += kHex[(code >> shift) & 0xFu];
  };
  for (std::size_t i = 0; i < json.size(); ++i) {
    const unsigned a = byte(i), b = byte(i + 1), c = byte(i + 2);
    if (a == 0x7F) {
      escape(a);
    } else if (a == 0xC2 && b >= 0x80 && b <= 0x9F) {
      escape(b);
      i += 1;
    } else if (a == 0xE2 &&
               ((b == 0x80 && c >= 0xAA && c <= 0xAE) || (b == 0x81 && c >= 0xA6 && c <= 0xA9))) {
      escape(0x2000u + ((b & 0x3Fu) << 6) + (c & 0x3Fu));
      i += 2;
    } else {
      out += json[i];
    }
  }
  return out;
}

std::string answer_as_json(const SearchResult& result, const RenderOptions& options) {
  Json json = header_json(result, options);
  json["hits"] = Json::array();
  for (const Hit& hit : result.hits) json["hits"].push_back(hit_json(hit, options));
  return one_object(json);
}

std::string answer_as_ndjson(const SearchResult& result, const RenderOptions& options) {
  std::string out = object_line(header_json(result, options));
  for (const Hit& hit : result.hits) out += object_line(hit_json(hit, options));
  // A reader that meets no such line knows that the answer was cut off.
  out += object_line({{"end", true}, {"hits", result.hits.size()}});
  return out;
}

std::string passages_as_json(std::span<const Hit> passages, const RenderOptions& options) {
  Json json;
  json["schema"] = kPassagesSchema;
  json["passages"] = Json::array();
  for (const Hit& hit : passages) json["passages"].push_back(hit_json(hit, options));
  return one_object(json);
}

std::string passages_as_ndjson(std::span<const Hit> passages, const RenderOptions& options) {
  std::string out = object_line({{"schema", kPassagesSchema}});
  for (const Hit& hit : passages) out += object_line(hit_json(hit, options));
  out += object_line({{"end", true}, {"hits", passages.size()}});
  return out;
}

}  // namespace idsearch::query
