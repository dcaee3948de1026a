// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bibliography.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "idsearch/render.hpp"
#include "sample_hit.hpp"

namespace idsearch::query {
namespace {

Hit citing(const std::string& id, const std::vector<Source>& sources) {
  Hit hit;
  hit.id = id;
  for (const Source& source : sources) hit.notes.push_back(note_of(source, 0));
  return hit;
}

Source typed(const std::string& type) {
  Source source = full_source("1", "Text " + type);
  source.reference.type = type;
  return source;
}

std::string as(const std::string& format, const std::vector<Source>& sources) {
  return render(citing("a/_/1", sources), format);
}

TEST(Bibliography, ASourceOfSeveralPassagesIsOneEntryThatNamesThem) {
  const Source law = full_source("1", "Law 1"), page = full_source("2", "Page 2");
  const std::vector<Hit> passages{citing("a/_/1", {law, page, law}), citing("b/_/4", {law})};
  const auto entries = bibliography_of(passages);
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].source->text, "Law 1");
  EXPECT_EQ(entries[0].passages, (std::vector<std::string>{"a/_/1", "b/_/4"}));
  EXPECT_EQ(entries[1].source->text, "Page 2");
  EXPECT_EQ(entries[1].passages, (std::vector<std::string>{"a/_/1"}));
}

TEST(Bibliography, WhatLeadsToNoSourceIsLeftOutAndTold) {
  Source lost;
  lost.status = NoteStatus::Missing;
  lost.trail = {"7"};
  Source other = lost;
  other.trail = {"8"};
  const Source forward = [] {
    Source source = full_source("9", "Later");
    source.status = NoteStatus::Forward;
    return source;
  }();
  const std::vector<Hit> one{citing("a/_/1", {lost, lost, forward})};
  ASSERT_EQ(bibliography_of(one).size(), 1u);
  EXPECT_EQ(note_on_bibliography(one),
            "a footnote leads to no source in full; its text is in -f text");
  const std::vector<Hit> two{citing("a/_/1", {lost}), citing("a/_/2", {other})};
  EXPECT_TRUE(bibliography_of(two).empty());
  EXPECT_EQ(note_on_bibliography(two),
            "2 footnotes lead to no source in full; their texts are in -f text");
}

TEST(Bibliography, PassagesThatCiteNothingAreTold) {
  EXPECT_EQ(note_on_bibliography({}), std::nullopt);
  EXPECT_EQ(note_on_bibliography(std::vector<Hit>{citing("a/_/1", {})}),
            "the passage cites nothing");
  EXPECT_EQ(note_on_bibliography(std::vector<Hit>(2, citing("a/_/1", {}))),
            "the passages cite nothing");
  EXPECT_EQ(note_on_bibliography(std::vector<Hit>{sample_hit()}), std::nullopt);
}

TEST(Bibliography, AKeyTellsWhoAndWhenAsFarAsTheyAreGiven) {
  Source source = full_source("1", "abc");  // SHA-256: ba7816bf…
  EXPECT_EQ(citation_key(source), "source-ba7816bf");
  source.reference.title = "2019 Census";
  EXPECT_EQ(citation_key(source), "n2019-census-ba7816bf");
  source.reference.container = "Site";
  EXPECT_EQ(citation_key(source), "site-ba7816bf");
  source.reference.authors = {"Министерство юстиции Российской Федерации", "Other"};
  source.reference.issued = "2024-04";
  EXPECT_EQ(citation_key(source), "ministerstvo-usticii-2024-ba7816bf");
}

TEST(Bibliography, PartsOfADateAreThoseThatAreGiven) {
  using Parts = std::vector<std::string_view>;
  EXPECT_EQ(date_parts("2024-04-16"), (Parts{"2024", "04", "16"}));
  EXPECT_EQ(date_parts("2024-04"), (Parts{"2024", "04"}));
  EXPECT_EQ(date_parts("2024"), Parts{"2024"});
  for (const char* other : {"", "24", "2024-", "2024-4-1", "2024-04-16T00", "spring 2024"})
    EXPECT_EQ(date_parts(other), Parts{}) << other;
}

TEST(RenderCsl, AnItemHasWhatTheReferenceGivesAndNothingElse) {
  const auto items = nlohmann::json::parse(render(sample_result(), "csl-json"));
  ASSERT_EQ(items.size(), 1u);
  const std::string key = items[0]["id"];
  EXPECT_TRUE(key.starts_with("office-2024-")) << key;
  EXPECT_EQ(items[0],
            (nlohmann::json{
                {"id", key},
                {"type", "webpage"},
                {"title", "Registry"},
                {"author", {{{"literal", "Office"}}}},
                {"issued", {{"date-parts", {{2024, 5, 1}}}}},
                {"URL", "https://example.org/r"},
                {"note", "Office, ‘Registry’ (Site, 1 May 2024) <https://example.org/r>."},
                {"keyword", "testland/law/data-protection/2"},
            }));
}

TEST(RenderCsl, NothingCitedIsAnEmptyArrayAndAnUntoldTypeADocument) {
  EXPECT_EQ(render(SearchResult{}, "csl-json"), "[]\n");
  EXPECT_EQ(nlohmann::json::parse(as("csl-json", {full_source("1", "x")}))[0]["type"], "document");
}

TEST(RenderRis, ARecordHasALineForEachPart) {
  const std::string key = citation_key(sample_hit().notes[0].sources[0]);
  EXPECT_EQ(render(sample_result(), "ris"),
            "TY  - ELEC\r\n"
            "ID  - " +
                key +
                "\r\n"
                "AU  - Office\r\n"
                "TI  - Registry\r\n"
                "PY  - 2024\r\n"
                "DA  - 2024/05/01\r\n"
                "UR  - https://example.org/r\r\n"
                "N1  - Office, ‘Registry’ (Site, 1 May 2024) <https://example.org/r>.\r\n"
                "KW  - testland/law/data-protection/2\r\n"
                "ER  - \r\n");
  EXPECT_EQ(render(SearchResult{}, "ris"), "");
}

TEST(RenderRis, AValueHasOneLineAndADateTheGivenParts) {
  Source source = full_source("1", "A\tB\r\nTY  - BOOK\u2028\u2029C ");
  source.reference.issued = "2024-04";
  source.reference.accessed = "2026";
  const std::string record = as("ris", {source});
  EXPECT_NE(record.find("N1  - A B TY - BOOK C\r\n"), std::string::npos) << record;
  EXPECT_NE(record.find("DA  - 2024/04/\r\n"), std::string::npos) << record;
  EXPECT_NE(record.find("Y2  - 2026//\r\n"), std::string::npos) << record;
}

TEST(RenderBibtex, AnEntryHasAFieldForEachPart) {
  const std::string key = citation_key(sample_hit().notes[0].sources[0]);
  EXPECT_EQ(render(sample_result(), "bibtex"),
            "@misc{" + key +
                ",\n"
                "  author = {{Office}},\n"
                "  title = {{Registry}},\n"
                "  date = {2024-05-01},\n"
                "  year = {2024},\n"
                "  month = may,\n"
                "  url = {https://example.org/r},\n"
                "  note = {Office, ‘Registry’ (Site, 1 May 2024) <https://example.org/r>.},\n"
                "  keywords = {testland/law/data-protection/2}\n"
                "}\n");
  EXPECT_EQ(render(SearchResult{}, "bibtex"), "");
}

TEST(RenderBibtex, TexFindsNoCommandInTextAndBracesStayEven) {
  Source source = full_source("1", "50% & $5 #1 a_b {x ~ ^ \\end");
  source.reference.url = "https://e.org/a_b%20c#{d}\\";
  source.reference.authors = {"A }and B", "C"};
  const std::string entry = as("bibtex", {source});
  EXPECT_NE(entry.find("note = {50\\% \\& \\$5 \\#1 a\\_b \\textbraceleft{}x \\textasciitilde{} "
                       "\\textasciicircum{} \\textbackslash{}end}"),
            std::string::npos)
      << entry;
  EXPECT_NE(entry.find("url = {https://e.org/a_b%20c#%7Bd%7D%5C}"), std::string::npos) << entry;
  EXPECT_NE(entry.find("author = {{A \\textbraceright{}and B} and {C}}"), std::string::npos)
      << entry;
  EXPECT_EQ(std::ranges::count(entry, '{'), std::ranges::count(entry, '}'))
      << "braces are counted with a backslash before them, too";
}

TEST(Bibliography, EachTypeHasItsNameInEachFormat) {
  struct Row {
    const char *csl, *ris, *bibtex;
  };
  for (const Row& row : std::initializer_list<Row>{{"article-journal", "JOUR", "article"},
                                                   {"article-newspaper", "NEWS", "article"},
                                                   {"bill", "BILL", "misc"},
                                                   {"book", "BOOK", "book"},
                                                   {"chapter", "CHAP", "incollection"},
                                                   {"legal_case", "CASE", "misc"},
                                                   {"legislation", "STAT", "misc"},
                                                   {"report", "RPRT", "techreport"},
                                                   {"thesis", "THES", "misc"},
                                                   {"treaty", "GEN", "misc"},
                                                   {"webpage", "ELEC", "misc"},
                                                   {"", "GEN", "misc"}}) {
    EXPECT_TRUE(as("ris", {typed(row.csl)}).starts_with("TY  - " + std::string(row.ris) + "\r\n"))
        << row.csl;
    EXPECT_TRUE(as("bibtex", {typed(row.csl)}).starts_with("@" + std::string(row.bibtex) + "{"))
        << row.csl;
  }
}

TEST(Bibliography, ControlCharactersAreShownInEveryFormat) {
  const Source source = full_source("1", "a\x1b[31mb");
  EXPECT_NE(as("ris", {source}).find("N1  - a\\x1b[31mb\r\n"), std::string::npos);
  EXPECT_NE(as("bibtex", {source}).find("note = {a\\textbackslash{}x1b[31mb}"), std::string::npos);
  EXPECT_NE(as("csl-json", {source}).find("\"a\\u001b[31mb\""), std::string::npos);
}

}  // namespace
}  // namespace idsearch::query
