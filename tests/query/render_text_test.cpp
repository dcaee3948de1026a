// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "idsearch/render.hpp"
#include "query/text_notes.hpp"
#include "sample_hit.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

RenderOptions pipe_options() {
  RenderOptions options;
  options.width = 0;
  return options;
}

TEST(RenderText, AHitShowsPlaceWordsSourcesAndId) {
  EXPECT_EQ(render(sample_result(), "text", pipe_options()),
            "1   Testland · Law › Data Protection\n"
            "    surveillance · data-protection\n"
            "\n"
            "    The registry is closed.[3] Nobody may leave it.[4]\n"
            "\n"
            "    [3] Office, ‘Registry’ (Site, 1 May 2024) <https://example.org/r>.\n"
            "    [4] Office, ‘Registry’ (Site, 1 May 2024) <https://example.org/r>.\n"
            "        via 4 → 3 · pinpoint 12\n"
            "\n"
            "    testland/law/data-protection/2 · as of 29 January 2026\n");
}

TEST(RenderText, OnATerminalLinesAreWrappedAndTheMatchIsColoured) {
  RenderOptions options;
  options.width = 40;
  options.colour = true;
  options.hyperlinks = true;
  Hit hit = sample_hit();
  hit.topics.clear();
  hit.notes.pop_back();
  SearchResult result = sample_result();
  result.hits = {hit};
  const std::string link = "\x1b]8;;https://example.org/r\x1b\\";
  EXPECT_EQ(render(result, "text", options),
            "\x1b[2m1   \x1b[0m\x1b[1mTestland\x1b[0m\x1b[1m · Law › Data Protection\x1b[0m\n"
            "\n"
            "    The \x1b[1;35mregistry\x1b[0m is closed.\x1b[2m[3]\x1b[0m Nobody\n"
            "    may leave it.\n"
            "\n"
            "    \x1b[2m[3] \x1b[0mOffice, ‘Registry’ (Site, 1 May\n"
            "        2024) <" +
                link + "https://example.org/r\x1b]8;;\x1b\\" +
                ">.\n"
                "\n"
                "    \x1b[2mtestland/law/data-protection/2\x1b[0m\x1b[2m · as\x1b[0m\n"
                "    \x1b[2mof 29 January 2026\x1b[0m\n");
}

TEST(RenderText, WordsThatMatchInSourcesAreMarkedAlsoInsideTheirLink) {
  RenderOptions options = pipe_options();
  options.colour = options.hyperlinks = true;
  options.notes = NoteDetail::Short;  // not of what matched
  Hit hit = sample_hit();
  hit.notes.resize(1);
  hit.notes[0].source_highlights = {{{11, 19, 9, 17}, {51, 58, 47, 54}}};
  const std::string link = "\x1b]8;;https://example.org/r\x1b\\", end = "\x1b]8;;\x1b\\";
  const std::string text = render(hit, "text", options);
  EXPECT_NE(
      text.find("Office, ‘\x1b[1;35mRegistry\x1b[0m’ (Site, 1 May 2024) <" + link + "https://" +
                end + link + "\x1b[1;35mexample\x1b[0m" + end + link + ".org/r" + end + ">."),
      std::string::npos)
      << text;
}

TEST(RenderText, LeftOutSentencesAreCountedInTheMargin) {
  Hit hit = sample_hit();
  hit.notes.clear();
  hit.topics.clear();
  hit.text.clear();
  hit.sentences.clear();
  for (int i = 0; i < 8; ++i) {
    const std::size_t start = hit.text.size();
    hit.text += "Sentence " + std::to_string(i) + " " + std::string(50, 'x') + ". ";
    hit.sentences.push_back({start, hit.text.size()});
  }
  const std::size_t at = hit.sentences[1].start;
  hit.highlights = {{at, at + 8, at, at + 8}};
  SearchResult result = sample_result();
  result.hits = {hit};
  const std::string x(50, 'x');
  EXPECT_EQ(render(result, "text", pipe_options()),
            "1   Testland · Law › Data Protection\n"
            "\n"
            "  ⋯ 1 sentence left out\n"
            "    Sentence 1 " +
                x +
                ".\n"
                "  ⋯ 6 sentences left out\n"
                "\n"
                "    testland/law/data-protection/2 · as of 29 January 2026\n");
}

TEST(RenderText, NotesThatLeadNowhereSaySo) {
  Hit hit = sample_hit();
  HitNote missing;
  missing.label = "99";
  missing.at = 23;
  Source lost;
  lost.status = NoteStatus::Missing;
  lost.trail = {"4", "98"};
  HitNote to_missing;
  to_missing.label = "4";
  to_missing.at = 44;
  to_missing.text = "Office (n 98) 7.";
  to_missing.status = NoteStatus::Missing;
  to_missing.trail = lost.trail;
  to_missing.sources = {lost, full_source("4", "Another.")};
  hit.notes = {missing, to_missing};
  RenderOptions options = pipe_options();
  const std::string text = render(hit, "text", options);
  EXPECT_NE(text.find("    [99] note 99 is not given in the profile\n"
                      "    [4]  Office (n 98) 7.\n"
                      "         note 98 is not given in the profile\n"
                      "         Another.\n"),
            std::string::npos)
      << text;
  options.notes = NoteDetail::Short;
  EXPECT_NE(render(hit, "text", options)
                .find("    [99] note 99 is not given in the profile\n"
                      "    [4]  Another. (+1)\n"),
            std::string::npos);
}

TEST(RenderText, NotesAreShortOrAbsentAsAsked) {
  RenderOptions options = pipe_options();
  options.notes = NoteDetail::None;
  EXPECT_EQ(render(sample_passage(), "text", options),
            "    Testland · Law › Data Protection\n"
            "    surveillance · data-protection\n"
            "\n"
            "    The registry is closed.[3] Nobody may leave it.[4]\n"
            "\n"
            "    testland/law/data-protection/2 · as of 29 January 2026\n");
  options.notes = NoteDetail::Short;
  Hit hit = sample_hit();
  hit.notes[0].sources[0].reference = {};
  hit.notes[0].sources[0].text = std::string(200, 'r');
  EXPECT_NE(render(hit, "text", options)
                .find("    [3] " + std::string(200, 'r') +
                      "\n    [4] Office, 2024 <https://example.org/r>\n"),
            std::string::npos)
      << "nothing is cut in a pipe";
  options.width = 40;
  EXPECT_NE(render(hit, "text", options)
                .find("    [3] " + std::string(31, 'r') +
                      "…\n    [4] Office, 2024 <https://example.o…\n"),
            std::string::npos);
}

TEST(RenderText, NothingOfAProfileSteersTheTerminal) {
  Hit hit = sample_hit();
  hit.text =
      "The \x1b]0;owned\a registry \xC2\x9B"
      "2J.";
  hit.highlights = {{4, 10, 4, 10}};
  hit.sentences = {{0, hit.text.size()}};
  hit.profile.title = hit.country->name = "Test\x1b[31mland";
  hit.section_titles = {"La\x1bw"};
  hit.topics = {{"to\x1bpic", {}}};
  hit.notes[0].label = "3\x1b";
  hit.notes[0].sources[0].text = "A\x1b[2J <https://example.org/\x1b]8>";
  hit.notes[0].sources[0].reference.url = "https://example.org/\x1b]8";
  hit.id = "a\x1b/b";
  hit.before = {{"x", "be\x1b"}};
  for (const std::string format : {"text", "md", "csv", "json", "ndjson", "ids"}) {
    RenderOptions options = pipe_options();
    EXPECT_EQ(render(hit, format, options).find('\x1b'), std::string::npos) << format;
    EXPECT_EQ(render(hit, format, options).find("\xC2\x9B"), std::string::npos) << format;
    options.colour = options.hyperlinks = true;
    const std::string text = render(hit, format, options);
    EXPECT_EQ(text.find("\x1b]"), std::string::npos) << format;
    EXPECT_EQ(text.find("\x1b[2J"), std::string::npos) << format;
    EXPECT_EQ(text.find('\a'), std::string::npos) << format;
  }
}

TEST(RenderText, InAPipeEachGroupOfSentencesIsOneLineByteForByte) {
  Hit hit = sample_hit();
  hit.notes.clear();
  hit.text = "An  inner double blank, NBSP\u00A0here, e\u0301 and ‘quotes’ " +
             std::string(300, 'w') + " stay as they are.";
  hit.sentences = {{0, hit.text.size()}};
  EXPECT_NE(render(hit, "text", pipe_options()).find("    " + hit.text + "\n"), std::string::npos);
}

TEST(RenderText, NeighboursStandInTheMarginAroundTheWholePassage) {
  Hit hit = sample_hit();
  hit.notes.clear();
  hit.topics.clear();
  hit.before = {{"testland/law/data-protection/1", "Before it."}};
  hit.after = {{"testland/law/data-protection/3", "After it."}};
  SearchResult result = sample_result();
  result.hits = {hit};
  EXPECT_EQ(render(result, "text", pipe_options()),
            "1   Testland · Law › Data Protection\n"
            "\n"
            "  ↑ Before it.\n"
            "    The registry is closed. Nobody may leave it.\n"
            "  ↓ After it.\n"
            "\n"
            "    testland/law/data-protection/2 · as of 29 January 2026\n");
}

TEST(RenderText, TheMarginTellsWhereASectionBegins) {
  Hit hit = sample_hit();
  hit.notes.clear();
  hit.topics.clear();
  hit.before = {{"a", "First.", "_", {}}, {"b", "Second.", "_", {}}};
  hit.after = {{"c", "Third.", hit.section_path, hit.section_titles},
               {"d", "Fourth.", "law/courts", {"Law", "Courts"}}};
  SearchResult result = sample_result();
  result.hits = {hit};
  EXPECT_EQ(render(result, "text", pipe_options()),
            "1   Testland · Law › Data Protection\n"
            "\n"
            "  § before any heading\n"
            "  ↑ First.\n"
            "  ↑ Second.\n"
            "  § Law › Data Protection\n"
            "    The registry is closed. Nobody may leave it.\n"
            "  ↓ Third.\n"
            "  § Law › Courts\n"
            "  ↓ Fourth.\n"
            "\n"
            "    testland/law/data-protection/2 · as of 29 January 2026\n");
}

TEST(RenderText, SeveralMarksAtOnePlaceStandInTheirOrder) {
  Hit hit = sample_hit();
  hit.notes = {note_of(full_source("3", "c"), 23), note_of(full_source("4", "d"), 23),
               note_of(full_source("3", "c"), 44), note_of(full_source("0", "a"), 0)};
  std::swap(hit.notes[0], hit.notes[3]);
  hit.notes = {hit.notes[0], hit.notes[3], hit.notes[1], hit.notes[2]};
  EXPECT_NE(render(hit, "text", pipe_options())
                .find("    [0]The registry is closed.[3][4] Nobody may leave it.[3]\n"),
            std::string::npos);
}

TEST(RenderText, NothingFoundPrintsNothing) {
  EXPECT_EQ(render(SearchResult{}, "text", pipe_options()), "");
}

TEST(RenderText, ShortenedTextFitsItsColumns) {
  EXPECT_EQ(shortened("one two", 7), "one two");
  EXPECT_EQ(shortened("one two", 6), "one t…");
  EXPECT_EQ(shortened("one two", 5), "one…");
  EXPECT_EQ(shortened("身份证", 5), "身份…");
  EXPECT_EQ(shortened("e\u0301e\u0301e\u0301", 2), "e\u0301…");
}

}  // namespace
}  // namespace idsearch::query
