// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sniff.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>

#include "idsearch/index.hpp"
#include "tests/repetitions.hpp"

namespace idsearch::indexer {
namespace {

using std::string_literals::operator""s;

const std::string kDump =
    "flag\n\nKenya\n\nLast updated : January 29, 2026\n\nLaw\n\nIt is.[1]\n\n    1.^\n\n    A, ‘B’ "
    "<https://a.org/b> accessed 1 May 2025.\n\n    2.^\n    ibid\n";
const std::string kPage =
    "<!DOCTYPE html>\n<html><body><h1>Kenya</h1><p>It is.<sup>1</sup></p></body></html>\n";
const std::string kMarkdown =
    "# Kenya\n\n## Law\n\nIt is.[^1]\n\n[^1]: A, ‘B’ <https://a.org/b>.\n";
const std::string kLines =
    "{\"id\": \"1\", \"title\": \"\", \"body\": \"A {text}.\"}\n{\"id\": \"2\"}\n";

struct SniffCase {
  std::string bytes;
  const char* by_ending;
  const char* sniffed;
};

void expect_formats(const std::vector<SniffCase>& cases) {
  for (const SniffCase& c : cases) {
    EXPECT_EQ(sniff_format(c.bytes, c.by_ending), c.sniffed)
        << "named as \"" << c.by_ending << "\":\n"
        << c.bytes.substr(0, 200);
  }
}

TEST(Sniff, AFrontMatterIsMarkdownInAnyLanguage) {
  expect_formats({
      {";;;\n\"title\": \"Kenya\"\n;;;\n\nText.\n", "", "markdown"},
      {"{\n\"title\": \"Kenya\"\n}\n\nText.\n", "", "markdown"},
      {"+++\ntitle = \"Kenya\"\n+++\n\nText.\n", "text", "markdown"},
      {"---json\n{\"title\": \"Kenya\"}\n---\n\nText.\n", "text", "markdown"},
      {"{note} Text.\n\nMore.\n", "text", "text"},
      {";;;\n\nText.\n", "text", "text"},
  });
}

TEST(Sniff, TheContentDecidesWhereTheEndingLies) {
  for (const char* ending : {"text", "html", "markdown", "jsonl", ""}) {
    expect_formats({{kDump, ending, "text"},
                    {kPage, ending, "html"},
                    {"\xEF\xBB\xBF \n<!-- saved from url -->\n" + kPage, ending, "html"},
                    {"<?xml version=\"1.0\"?>\n<HTML lang=en>", ending, "html"},
                    {kMarkdown, ending, "markdown"},
                    {"---\ntitle: Kenya\ntags:\n  - law\n---\nIt is.\n", ending, "markdown"},
                    {kLines, ending, "jsonl"},
                    {"\xEF\xBB\xBF" + kLines, ending, "jsonl"}});
  }
}

TEST(Sniff, WithoutStrongSignsTheEndingDecides) {
  const std::string words = "Kenya\n\nIt is 5 < 6 and [a^2].\n";
  expect_formats({{words, "text", "text"},
                  {words, "markdown", "markdown"},
                  {words, "jsonl", "jsonl"},
                  {words, "html", "text"},  // not a single tag
                  {words, "", "is of no kind that a reader knows"},
                  {"", "text", "text"},
                  {" \n\t\n", "html", "html"},
                  {"\xEF\xBB\xBF", "markdown", "markdown"},
                  {"", "", "is of no kind that a reader knows"},
                  {"\xFF\xC3 rubbish \x01", "text", "text"}});
}

TEST(Sniff, ATextDumpKeepsWhatOnlyLooksLikeMarkup) {
  expect_formats({
      // A rule, an address, a table with a line of dashes, a slip of a mark, one hash.
      {"---\nKenya\n---\nLast updated : 3 May 2026\n---\nIt is.\n", "text", "text"},
      {"Kenya\n\nSee <https://a.org/p/> and <www.a.org/b>, <p@a.org>.\n", "text", "text"},
      {"Law\n\nA | B\n---|---\n1 | 2\n", "text", "text"},
      {"Law\n\nIt is.[^1] But.[2]\n", "text", "text"},
      {"# 1 of 5\n\nIt is.\n", "text", "text"},
      {"Law\n\nAn <b>element</b> of <p> HTML.\n", "text", "text"},
      // Notes of a dump outweigh hashes and marks.
      {"# Kenya\n\n## Law\n\nIt is.[^1] Or.[^2]\n\n1.^ ibid\n", "text", "text"},
      {kDump + "[^3]: ibid\n", "text", "text"},
      {"{\"body\" is a word}: we say.\n", "text", "text"},
      {"{\n  \"body\": \"printed over lines\"\n}\n", "text", "text"},
  });
}

TEST(Sniff, PartsOfPagesAreKnownByTheirElements) {
  const std::string fragment = "<div class=x>\n<p>It is.</p></div>";
  expect_formats(
      {{fragment, "text", "html"},
       {fragment, "", "html"},
       {fragment, "html", "html"},
       {fragment, "markdown", "html"},
       {"Kenya <p>One</p><p>Two</p><p>Three</p>", "text", "html"},
       {"Kenya<br>It is.", "html", "html"},
       {"<h1 align=center>Kenya</h1>\n\nIt is.[^1]\n\n[^1]: ibid\n", "markdown", "markdown"},
       {"<h1 align=center>Kenya</h1>\n\nIt is.[^1]\n\n[^1]: ibid\n", "text", "markdown"}});
}

TEST(Sniff, MarkdownStaysMarkdownWithoutNotes) {
  expect_formats(
      {{"Kenya\n=====\n\nLast updated: 3 May 2026\n\nIt is.\n", "markdown", "markdown"},
       {"# Kenya\n\nLast updated: 3 May 2026\n", "markdown", "markdown"},
       {"# Kenya\n\n## Law\n\nIt is.\n", "text", "markdown"},
       {"Kenya\n\nLast updated : 3 May 2026\n\n    Law\n\n    It is.\n", "markdown", "text"},
       {"```\n[^1]: code\n```\nIt is.\n", "text", "text"}});
}

TEST(Sniff, NamesWhatNoReaderCouldTake) {
  for (const char* ending : {"text", "html", "markdown", "jsonl", ""}) {
    expect_formats({{"%PDF-1.7\n1 0 obj", ending, "looks like a PDF"},
                    {"\x1F\x8B\x08\0\0"s, ending, "looks like gzip data"},
                    {"PK\x03\x04\x14", ending, "looks like a ZIP archive or an office document"},
                    {"BZh9\x31\x41\x59\x26\x53\x59", ending, "looks like bzip2 data"},
                    {"\x89PNG\r\n\x1A\n", ending, "looks like a PNG image"},
                    {"\xFF\xD8\xFF\xE0", ending, "looks like a JPEG image"},
                    {"{\\rtf1\\ansi Kenya}", ending, "looks like RTF"},
                    {"\xFF\xFEK\0e\0n\0y\0a\0"s, ending, "looks like UTF-16 text, not UTF-8"},
                    {"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>\r\n",
                     ending, "looks like a web archive (MHTML)"}});
  }
  expect_formats(
      {{"BZh is a word here.\n", "text", "text"}, {"PK is short for Pakistan.", "text", "text"}});
  const std::string wide = "\xFF\xFE<\0h\0t\0m\0l\0>\0"s;
  expect_formats({{wide, "text", "html"}, {wide, "html", "html"}});
}

TEST(Sniff, AnyBytesGiveAFormatOrARejectionAndTheEndingIsAskedForNothingElse) {
  const std::string pieces[] = {"<",     "</p>",     "<p>",    "[^1]: ",    "[^",
                                "]",     "---\n",    "a: b\n", "\n",        "# A",
                                "\n\n",  "1.^\n",    "{",      "\"body\":", "}",
                                "```\n", "\xFF\xFE", "\0"s,    "\xC3",      "Last updated : "};
  const std::string_view names[] = {"text", "html", "markdown", "jsonl", ""};
  std::mt19937 random(7);
  for (int round = 0; round < 5000; ++round) {
    std::string bytes;
    for (std::size_t left = random() % 12; left > 0; --left)
      bytes += pieces[random() % std::size(pieces)];
    for (const std::string_view ending : names) {
      const std::string_view sniffed = sniff_format(bytes, ending);
      EXPECT_TRUE(is_rejection(sniffed) ||
                  (sniffed != "" && std::ranges::find(names, sniffed) != std::end(names)))
          << bytes;
    }
  }
}

TEST(Sniff, TakesTimeInProportionToTheBytes) {
  // Quadratic work on a mebibyte of these would be seen: minutes each.
  const auto size = repetitions(std::size_t{1} << 20, std::size_t{1} << 17);
  for (const std::string piece :
       {"[^", "<", "<a", "<!--", "---\n", "{\"body\"", "a: b\n", "1.\n^\n"}) {
    std::string bytes = piece == "a: b\n" ? "---\n" : "";
    while (bytes.size() < size) bytes += piece;
    for (const char* ending : {"text", "html", "markdown", "jsonl"}) sniff_format(bytes, ending);
  }
}

TEST(Sniff, ARejectionIsNoNameOfAFormat) {
  EXPECT_TRUE(is_rejection(sniff_format("%PDF-1.7", "text")));
  for (const char* name : {"text", "html", "markdown", "jsonl"}) EXPECT_FALSE(is_rejection(name));
}

TEST(Sniff, ParsingReadsWhatCannotBeTakenAsTheNamePromises) {
  EXPECT_EQ(parse_profile("a.txt", "%PDF-1.7\n").format, "text");
  EXPECT_EQ(parse_profile("a.png", "words\n").format, "text");
  EXPECT_EQ(parse_profile("a.jsonl", kDump).format, "text");
}

}  // namespace
}  // namespace idsearch::indexer
