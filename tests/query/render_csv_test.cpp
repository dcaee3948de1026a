// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "idsearch/render.hpp"
#include "sample_hit.hpp"

namespace idsearch::query {
namespace {

const std::string kHeader =
    "rank,score,id,country_code,country,profile,updated,section,titles,topics,text,notes,"
    "references,urls,cite_as,sha256\r\n";

/// RFC 4180 read by its own words, apart from the writer: rows of cells.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string cell;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted) {
      if (text[i] != '"') {
        cell += text[i];
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell += text[++i];
      } else {
        quoted = false;
      }
    } else if (text[i] == '"') {
      quoted = true;
    } else if (text[i] == ',' || text[i] == '\r') {
      row.push_back(std::exchange(cell, {}));
    } else if (text[i] == '\n') {
      rows.push_back(std::exchange(row, {}));
    } else {
      cell += text[i];
    }
  }
  return rows;
}

TEST(RenderCsv, ARowForEachPassageUnderAHeader) {
  EXPECT_EQ(render(sample_result(), "csv"),
            kHeader +
                "1,12.250000,testland/law/data-protection/2,TL,Testland,testland,2026-01-29,"
                "law/data-protection,Law | Data Protection,surveillance | data-protection,"
                "The registry is closed. Nobody may leave it.,3 | 4,"
                "\"[3] Office, ‘Registry’ (Site, 1 May 2024) <https://example.org/r>. | "
                "[4] Office, ‘Registry’ (Site, 1 May 2024) <https://example.org/r>. (12)\","
                "https://example.org/r | https://example.org/r,"
                "\"Testland, Law › Data Protection, para 2\",00ff\r\n");
  EXPECT_EQ(render(SearchResult{}, "csv"), kHeader);
}

TEST(RenderCsv, QuotesCommasAndLineBreaksSurviveAReader) {
  Hit hit = sample_passage();
  hit.text = "He said \"no\", twice,\nand left.";
  const auto rows = read_csv(render(hit, "csv"));
  ASSERT_EQ(rows.size(), 2u);
  ASSERT_EQ(rows[1].size(), rows[0].size());
  EXPECT_EQ(rows[1][10], hit.text);
  EXPECT_EQ(rows[1][0], "");
}

TEST(RenderCsv, NoCellIsAFormula) {
  for (const std::string text : {"=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)"}) {
    Hit hit = sample_hit();
    hit.text = text;
    EXPECT_EQ(read_csv(render(hit, "csv"))[1][10], "'" + text);
  }
  SearchResult result = sample_result();
  result.hits[0].score = -1.5;
  EXPECT_EQ(read_csv(render(result, "csv"))[1][1], "-1.500000");
}

}  // namespace
}  // namespace idsearch::query
