// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "idsearch/render.hpp"
#include "query/json_values.hpp"
#include "sample_hit.hpp"

namespace idsearch::query {
namespace {

using Json = nlohmann::ordered_json;

TEST(RenderJson, AnAnswerHasThePromisedShape) {
  SearchResult result = sample_result();
  result.notes = {{"something", 2, 3}};
  const Json want = Json::parse(R"({
    "schema": "idsearch/1", "generation": "abc",
    "query": {"raw": "registry", "parsed": "registry", "expansions": [],
              "notes": [{"message": "something", "column": 2, "length": 3}]},
    "total": {"value": 1, "exact": true}, "suggestions": [],
    "hits": [{
      "rank": 1, "score": 12.25, "id": "testland/law/data-protection/2", "sha256": "00ff",
      "profile": {"id": "testland", "title": "Testland", "file": "testland.txt",
                  "updated": "2026-01-29"},
      "country": {"code": "TL", "name": "Testland"},
      "section": {"path": "law/data-protection", "titles": ["Law", "Data Protection"]},
      "kind": "paragraph", "language": "en", "line": 27,
      "text": "The registry is closed. Nobody may leave it.",
      "highlights": [{"start": 4, "end": 12, "cp_start": 4, "cp_end": 12}],
      "topics": [{"name": "surveillance", "evidence": ["registry"]},
                 {"name": "data-protection", "evidence": ["registry is closed"]}],
      "notes": [
        {"label": "3", "at": 23, "cp_at": 23,
         "text": "Office, ‘Registry’ (Site, 1 May 2024) <https://example.org/r>.",
         "status": "resolved", "trail": ["3"], "in_highlight": true,
         "sources": [{"note": "3", "part": 0,
                      "text": "Office, ‘Registry’ (Site, 1 May 2024) <https://example.org/r>.",
                      "url": "https://example.org/r", "pinpoint": null, "status": "resolved",
                      "trail": ["3"], "author": ["Office"], "title": "Registry",
                      "container": null, "publisher": null, "issued": "2024-05-01",
                      "accessed": null, "type": "webpage", "highlights": []}]},
        {"label": "4", "at": 44, "cp_at": 44, "text": "ibid",
         "status": "resolved", "trail": ["4", "3"], "in_highlight": true,
         "sources": [{"note": "3", "part": 0,
                      "text": "Office, ‘Registry’ (Site, 1 May 2024) <https://example.org/r>.",
                      "url": "https://example.org/r", "pinpoint": "12", "status": "resolved",
                      "trail": ["4", "3"], "author": ["Office"], "title": "Registry",
                      "container": null, "publisher": null, "issued": "2024-05-01",
                      "accessed": null, "type": "webpage", "highlights": []}]}],
      "cite_as": "Testland, Law › Data Protection, para 2"}]})");
  // Compared as text, so that the order of the keys is part of the promise.
  EXPECT_EQ(render(result, "json"), want.dump(2) + "\n");
}

TEST(RenderJson, WhatOptionsAddToTheQueryIsToldWhenTheRequestIsKnown) {
  SearchRequest request;
  request.countries = {"KP, KE", "Korea, Republic of"};
  request.topics = {"data_protection"};
  request.since = "2025-01";
  request.in = SearchIn::All;
  request.exact = true;
  request.limit = 5000;
  request.offset = 3;
  RenderOptions options;
  options.request = &request;
  const Json json = Json::parse(render(sample_result(), "json", options));
  EXPECT_EQ(json["query"]["filters"], Json::parse(R"({
    "country": [["KP", "KE"], ["Korea, Republic of"]], "section": [],
    "topic": [["data_protection"]], "since": "2025-01", "until": null})"));
  EXPECT_EQ(json["query"]["in"], "all");
  EXPECT_EQ(json["query"]["exact"], true);
  EXPECT_EQ(json["query"]["synonyms"], false);  // switched off by "exact"
  EXPECT_EQ(json["page"], Json::parse(R"({"offset": 3, "limit": 1000})"));
  // The same in the header line.
  const std::string lines = render(sample_result(), "ndjson", options);
  const Json header = Json::parse(lines.substr(0, lines.find('\n')));
  EXPECT_EQ(header["query"], json["query"]);
  EXPECT_EQ(header["page"], json["page"]);
}

TEST(RenderJson, WordsThatMatchInASourceAreRangesOfItsText) {
  Hit hit = sample_hit();
  hit.notes.resize(1);
  hit.notes[0].source_highlights = {{{10, 18, 9, 17}}};
  SearchResult result = sample_result();
  result.hits = {hit};
  const auto source =
      nlohmann::json::parse(render(result, "json"))["hits"][0]["notes"][0]["sources"][0];
  EXPECT_EQ(source["highlights"],
            nlohmann::json::parse(R"([{"start": 10, "end": 18, "cp_start": 9, "cp_end": 17}])"));
}

TEST(RenderJson, WhatTheProfileDoesNotGiveIsNullOrEmpty) {
  Hit hit = sample_passage();
  hit.country.reset();
  hit.profile.updated.reset();
  hit.section_path = "_";
  hit.section_titles.clear();
  HitNote missing;
  missing.label = "99";
  Source lost;
  lost.status = NoteStatus::Missing;
  lost.trail = {"4", "98"};
  hit.notes = {missing, missing};
  hit.notes[1].sources = {lost};
  const Json json = Json::parse(render(hit, "json"));
  EXPECT_EQ(json["schema"], "idsearch.passages/1");
  const Json& shown = json["passages"][0];
  EXPECT_TRUE(shown["rank"].is_null());
  EXPECT_TRUE(shown["score"].is_null());
  EXPECT_TRUE(shown["country"].is_null());
  EXPECT_TRUE(shown["profile"]["updated"].is_null());
  EXPECT_EQ(shown["section"], (Json{{"path", "_"}, {"titles", Json::array()}}));
  EXPECT_EQ(shown["notes"][0]["text"], "");
  EXPECT_EQ(shown["notes"][0]["status"], "missing");
  EXPECT_EQ(shown["notes"][0]["sources"], Json::array());
  EXPECT_EQ(shown["notes"][1]["sources"][0]["note"], "");
  EXPECT_EQ(shown["notes"][1]["sources"][0]["text"], "");
  EXPECT_TRUE(shown["notes"][1]["sources"][0]["url"].is_null());
  EXPECT_TRUE(shown["notes"][1]["sources"][0]["pinpoint"].is_null());
}

TEST(RenderJson, OffsetsOfNotesCountCodePointsToo) {
  Hit hit = sample_hit();
  hit.text = "身份 é.";
  hit.sentences = {{0, hit.text.size()}};
  hit.notes = {note_of(full_source("3", "c"), hit.text.size())};
  const Json note = Json::parse(render(hit, "json"))["passages"][0]["notes"][0];
  EXPECT_EQ(note["at"], 10);
  EXPECT_EQ(note["cp_at"], 5);
}

TEST(RenderJson, NdjsonIsHeaderHitsTrailer) {
  SearchResult result = sample_result();
  result.hits.push_back(sample_hit());
  result.hits[1].rank = 2;
  result.total = 7;
  std::istringstream lines(render(result, "ndjson"));
  std::vector<Json> objects;
  for (std::string line; std::getline(lines, line);) objects.push_back(Json::parse(line));
  ASSERT_EQ(objects.size(), 4u);
  Json whole = Json::parse(render(result, "json"));
  EXPECT_EQ(objects[1].dump(), whole["hits"][0].dump());
  EXPECT_EQ(objects[2].dump(), whole["hits"][1].dump());
  whole.erase("hits");
  EXPECT_EQ(objects[0].dump(), whole.dump());
  EXPECT_EQ(objects[3].dump(), R"({"end":true,"hits":2})");
}

TEST(RenderJson, AnyBytesOfAQueryGiveValidJson) {
  SearchResult result = sample_result();
  result.raw = "\xff\xfe biometric \x1b \x7f \u202E \u0085";
  const std::string text = render(result, "json");
  EXPECT_NE(text.find("\\u001b \\u007f \\u202e \\u0085"), std::string::npos) << text;
  EXPECT_EQ(Json::parse(text)["query"]["raw"], "\uFFFD\uFFFD biometric \x1b \x7f \u202E \u0085");
}

TEST(RenderJson, ScoresHaveSixDecimals) {
  SearchResult result = sample_result();
  result.hits[0].score = 1.0 / 3.0;
  EXPECT_NE(render(result, "json").find("\"score\": 0.333333,"), std::string::npos);
}

TEST(RenderJson, NotesCanBeLeftOutAndNeighboursAdded) {
  Hit hit = sample_hit();
  hit.before = {{"a/b/1", "Before.", "b", {"B"}}};
  RenderOptions options;
  options.notes = NoteDetail::None;
  const Json json = Json::parse(render(hit, "json", options))["passages"][0];
  EXPECT_EQ(json["notes"], Json::array());
  EXPECT_EQ(
      json["context"].dump(),
      R"({"before":[{"id":"a/b/1","text":"Before.","section":{"path":"b","titles":["B"]}}],"after":[]})");
}

}  // namespace
}  // namespace idsearch::query
