// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "idsearch/render.hpp"
#include "sample_hit.hpp"

namespace idsearch::query {
namespace {

TEST(RenderMarkdown, AHitIsAQuotationWithItsSources) {
  EXPECT_EQ(render(sample_result(), "md"),
            "### 1\\. Testland · Law › Data Protection\n"
            "\n"
            "> The registry is closed.\\[3\\] Nobody may leave it.\\[4\\]\n"
            "\n"
            "- \\[3\\] Office, ‘Registry’ (Site, 1 May 2024) <https://example.org/r>.\n"
            "- \\[4\\] Office, ‘Registry’ (Site, 1 May 2024) <https://example.org/r>. "
            "(via 4 → 3 · pinpoint 12)\n"
            "\n"
            "— Testland, Law › Data Protection, para 2 · testland/law/data-protection/2\n");
}

TEST(RenderMarkdown, NothingInAProfileIsMarkup) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"# no heading", "\\# no heading"},
      {"1. no list", "1\\. no list"},
      {"12) no list", "12\\) no list"},
      {"2019 was", "2019 was"},
      {"- no list - at all", "\\- no list - at all"},
      {"+ no list", "\\+ no list"},
      {"a *b* _c_ `d` [e](f) <g> &amp; ~h~ | \\",
       "a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) \\<g\\> \\&amp; \\~h\\~ \\| \\\\"},
      {"one\n- two", "one\n> \\- two"},
  };
  for (const auto& [text, markdown] : cases) {
    Hit hit = sample_hit();
    hit.notes.clear();
    hit.text = text;
    EXPECT_NE(render(hit, "md").find("\n> " + markdown + "\n\n"), std::string::npos)
        << render(hit, "md");
  }
}

TEST(RenderMarkdown, AnUnsafeUrlIsTextOnly) {
  Hit hit = sample_hit();
  hit.notes.resize(1);
  hit.notes[0].sources[0].text = "X <javascript:alert(1)>.";
  hit.notes[0].sources[0].reference.url = "javascript:alert(1)";
  EXPECT_NE(render(hit, "md").find("- \\[3\\] X \\<javascript:alert(1)\\>.\n"), std::string::npos);
}

TEST(RenderMarkdown, WithoutCitationTheAgeIsSaid) {
  Hit hit = sample_hit();
  hit.cite_as.clear();
  EXPECT_TRUE(
      render(hit, "md").ends_with("\n— as of 29 January 2026 · testland/law/data-protection/2\n"));
}

TEST(RenderMarkdown, NotesThatLeadNowhereSaySo) {
  Hit hit = sample_hit();
  HitNote missing;
  missing.label = "99";
  missing.at = 23;
  hit.notes = {missing};
  EXPECT_NE(render(hit, "md").find("- \\[99\\] *note 99 is not given in the profile*\n"),
            std::string::npos);
}

}  // namespace
}  // namespace idsearch::query
