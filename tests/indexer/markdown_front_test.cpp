// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_front.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/markdown_head.hpp"
#include "tests/indexer/markdown_shown.hpp"

namespace idsearch::indexer {
namespace {

std::string head(std::string_view markdown) {
  const RawProfile raw = read_markdown(markdown);
  std::string out = raw.title + "@" + std::to_string(raw.title_line) + "/" + raw.country_text +
                    "/" + raw.updated_text + "@" + std::to_string(raw.updated_line) + "/" +
                    raw.language;
  for (const Diagnostic& diagnostic : raw.diagnostics) {
    out += " !" + std::to_string(diagnostic.line) + " " + std::string(name_of(diagnostic.kind));
  }
  return out + "\n" + shown_with_marks(raw);
}

struct HeadCase {
  std::string markdown;
  std::string head;
};

void expect_heads(const std::vector<HeadCase>& cases) {
  for (const HeadCase& c : cases) EXPECT_EQ(head(c.markdown), c.head) << c.markdown;
}

TEST(MarkdownFront, TakesTheDateOfTheLastUpdateWhereItsAuthorStandsBesideIt) {
  EXPECT_EQ(
      read_front_matter("---\nlast_update:\n  date: 2025-06-06\n  author: Ann\n---\n").updated,
      "2025-06-06");
  EXPECT_EQ(read_front_matter("---\ndate: 2024-01-01\ndate-modified: 2025-04-04\n---\n").updated,
            "2025-04-04");
}

TEST(MarkdownFront, IsReadFromYaml) {
  expect_heads({
      {"---\ntitle: Kenya\nlast_updated: 2026-01-29\n---\nx", "Kenya@2//2026-01-29@3/\nP x\n"},
      {"---\r\ntitle: \"Kenya: a profile\" # c\r\n# c\r\ncountry: 'Kenya'\r\nlang: "
       "en-GB\r\n---\r\nx",
       "Kenya: a profile@2/Kenya/@0/en\nP x\n"},
      {"\xEF\xBB\xBF---  \ntitle: >\n  North\n  Korea\ndate: January 29, 2026\n...\nx",
       "North Korea@2//January 29, 2026@5/\nP x\n"},
      {"---\ndate: 2020-01-01\nUpdated: 29/01/2026\nLast Updated: 2026/01/30\n---\nx",
       "@0//2026/01/30@4/\nP x\n"},
      {"---\ndate: 2020-01-01\nupdated: 29/01/2026\ntitle: ~\ntags: [a, {b: c}]\n---\nx",
       "@0//29/01/2026@3/\nP x\n"},
      {"---\ncountry: [Kenya]\nregion: Africa\n---\nx", "Kenya@2//@0/\nP x\n"},
      {"---\ncountry:\n  code: KE\n  name: Kenya\ntitle: A\n---\nx", "A@5/Kenya/@0/\nP x\n"},
      {"---\nregion: South Asia\n---\nx", "South Asia@2//@0/\nP x\n"},
      {"---\ncountry: KE\n---\nx", "KE@2/KE/@0/\nP x\n"},
      {"---\ntitle: Scotland | Digital ID\n---\nx", "Scotland | Digital ID@2/Scotland/@0/\nP x\n"},
      {"---\ncountry: KEN\ntitle: Kenya\n---\nx", "Kenya@3//@0/\nP x\n"},
      {"---\na: &n Kenya\ntitle: *n\ncountry: NO\n---\nx", "Kenya@3/NO/@0/\nP x\n"},
      {"---\n---\nx", "@0//@0/\nP x\n"},
  });
}

TEST(MarkdownFront, IsReadFromTomlAndBareLines) {
  expect_heads({
      {"+++\ntitle = \"Kenya\"\ndate = 2026-01-29\n[params]\ncountry = \"X\"\n+++\nx",
       "Kenya@2//2026-01-29@3/\nP x\n"},
      {"Title:  Kenya\nLast Updated: 29 January 2026\nLanguage: en\n\nx",
       "Kenya@1//29 January 2026@2/en\nP x\n"},
      {"% Kenya\n% Author\n% 3 March 2026\n\nx", "Kenya@1//3 March 2026@3/\nP x\n"},
      {"However: this is text.\n\nx", "@0//@0/\nP However: this is text.\nP x\n"},
  });
}

TEST(MarkdownFront, IsReadFromJson) {
  expect_heads({
      {"{\n  \"title\": \"Kenya\",\n  \"lastmod\": \"2026-01-29\",\n  \"language\": \"en\"\n}\n\nx",
       "Kenya@2//2026-01-29@3/en\nP x\n"},
      {"\xEF\xBB\xBF{ \"title\" : \"Ke\\u006Eya } \\\" {\", \"country\": \"KE\" }  \r\nx",
       "Kenya } \" {@1//@0/\nP x\n"},
      {"{\r\n\t\"params\": {\"title\": \"No\"},\r\n\t\"tags\": [\"a\", [\"b\"]],\r\n\t\"title\": "
       "\"Kenya\",\r\n\t\"date\": null\r\n}\r\nx",
       "Kenya@4//@0/\nP x\n"},
      {"{\n\"country\": {\"code\": \"KE\", \"name\": \"Kenya\"}, \"year\": 2026, \"draft\": "
       "true\n}\nx",
       "Kenya@2//@0/\nP x\n"},
      {"---json\n{ \"title\": \"Kenya\",\n\"updated\": \"3 March 2026\" }\n---\nx",
       "Kenya@2//3 March 2026@3/\nP x\n"},
      {";;;\n\"title\": \"Kenya\",\n\"updated\": \"2026-01-29\"\n;;;\nx",
       "Kenya@2//2026-01-29@3/\nP x\n"},
      {";;;\n{\n\"title\": \"Kenya\"\n}\n;;;\nx", "Kenya@3//@0/\nP x\n"},
      {"---toml\ntitle = \"Kenya\"\n---\nx", "Kenya@2//@0/\nP x\n"},
      {"---yaml\ntitle: Kenya\n---\nx", "Kenya@2//@0/\nP x\n"},
      {"{}\n\nx", "@0//@0/\nP x\n"},
  });
}

TEST(MarkdownFront, ThatIsBrokenIsSaidAndTheRestIsRead) {
  expect_heads({
      {"---\ntitle: Kenya: a profile\ndate: 2026-01-29\n---\nx",
       "Kenya: a profile@2/Kenya/2026-01-29@3/ !2 bad-front-matter\nP x\n"},
      {"---\ntitle: \"Kenya\ncountry: Kenya\n---\nx", "Kenya@2//@0/ !4 bad-front-matter\nP x\n"},
      {"+++\ntitle = \"Kenya\"\ndate = ???\n+++\nx", "Kenya@2//???@3/ !3 bad-front-matter\nP x\n"},
  });
}

TEST(MarkdownFront, InBrokenJsonIsSaidAndTheRestIsRead) {
  expect_heads({
      {"{\n  \"title\": \"Kenya\",\n  \"date\": \"2026-01-29\",\n}\n\nx",
       "Kenya@2//2026-01-29@3/ !4 bad-front-matter\nP x\n"},
      {"{\n  \"title\": \"Kenya,\n  \"date\": \"2026-01-29\"\n}\nx",
       "Kenya@2//2026-01-29@3/ !2 bad-front-matter\nP x\n"},
      {";;;\n\"title\": \"Kenya\"\n\"date\": \"2026-01-29\"\n;;;\nx",
       "Kenya@2//2026-01-29@3/ !3 bad-front-matter\nP x\n"},
  });
}

TEST(MarkdownFront, ThatIsNoneIsText) {
  expect_heads({
      {"{note} A text.\n\nx", "@0//@0/\nP {note} A text.\nP x\n"},
      {"{\nnot json\n}\n\nx", "@0//@0/\nP { not json }\nP x\n"},
      {"{ \"title\": \"Kenya\" } is JSON.\n\nx",
       "@0//@0/\nP { \"title\": \"Kenya\" } is JSON.\nP x\n"},
      {"{ \"title\": \"Kenya\"\n\nx", "@0//@0/\nP { \"title\": \"Kenya\"\nP x\n"},
      {"[1, 2]\n\nx", "@0//@0/\nP [1, 2]\nP x\n"},
      {";;;\n\nx", "@0//@0/\nP ;;;\nP x\n"},
      {"---\ntitle: Kenya\n\nx", "@0//@0/\nP title: Kenya\nP x\n"},
      {"---\n\nSome text.\n\n---\n\nx", "@0//@0/\nP Some text.\nP x\n"},
      {"x\n\n---\ntitle: y\n---\n", "@0//@0/\nP x\nH2 title: y\n"},
      {" ---\ntitle: y\n\nx", "@0//@0/\nP title: y\nP x\n"},
  });
}

TEST(MarkdownFront, DoesNotExplode) {
  std::string bomb = "---\na0: &a0 [x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string name = "a" + std::to_string(i);
    const std::string before = "*a" + std::to_string(i - 1);
    bomb += name + ": &" + name + " [" + before + ", " + before + "]\n";
  }
  EXPECT_EQ(head(bomb + "title: *a29\n---\nx"), "@0//@0/\nP x\n");
  const std::string deep = "---\ntitle: Kenya\na: " + std::string(200000, '[') + "\n---\nx";
  EXPECT_EQ(head(deep), "Kenya@2//@0/ !1 bad-front-matter\nP x\n");
  const std::string json = "{\"title\": \"Kenya\",\n\"a\": " + std::string(20000, '[') +
                           std::string(20000, ']') + "}\nx";
  EXPECT_EQ(head(json), "Kenya@1//@0/\nP x\n");
  EXPECT_TRUE(head(std::string(100000, '{')).starts_with("@0//@0/\nP {{{"));
  const std::string nested = "---\ntitle: Kenya\na: " + std::string(5000, '[') + "\n---\nx";
  EXPECT_TRUE(head(nested).starts_with("Kenya@2//@0/ !4 bad-front-matter"));
}

TEST(MarkdownHead, TakesTheTitleOfTheDocument) {
  expect_heads({
      {"# Kenya\n\n## Law\n\nx", "Kenya@1//@0/\nH2 Law\nP x\n"},
      {"# Digital ID in Kenya\n\nintro\n\n## Law\n\nx",
       "Digital ID in Kenya@1//@0/\nP intro\nH2 Law\nP x\n"},
      {"# Kenya\n\n# Law\n\nx\n\n# Other\n\ny", "Kenya@1//@0/\nH1 Law\nP x\nH1 Other\nP y\n"},
      {"# Law\n\nx\n\n## Data\n\ny", "@0//@0/\nH1 Law\nP x\nH2 Data\nP y\n"},
      {"# One\n\nx\n\n# Two\n\ny", "@0//@0/\nH1 One\nP x\nH1 Two\nP y\n"},
      {"## Kenya\n\n### Law\n\nx", "Kenya@1//@0/\nH3 Law\nP x\n"},
      {"---\ntitle: Kenya\n---\n# Background\n\nx", "Kenya@2//@0/\nH1 Background\nP x\n"},
      {"---\ntitle: Kenya\n---\n# KENYA\n\n# Law\n\nx\n\n# B\n\ny",
       "Kenya@2//@0/\nH1 Law\nP x\nH1 B\nP y\n"},
      {"# Kenya | Some Site\n\n## Law\n\nx", "Kenya | Some Site@1/Kenya/@0/\nH2 Law\nP x\n"},
      {"# Kenya[^1]\n\n*Last updated:* 3 March 2026[^2]\n\n## [Law](https://x.org)\n\nx\n\n"
       "[^1]: a\n[^2]: b",
       "Kenya@1//3 March 2026@3/\nP {1}\nP {2}\nH2 Law\nP x\nN1 a\nN2 b\n"},
      {"# South Asia\n\n## Law\n\nx", "South Asia@1//@0/\nH2 Law\nP x\n"},
  });
}

TEST(MarkdownHead, TakesTheVisibleDateFirst) {
  expect_heads({
      {"---\ndate: 2020-01-01\n---\n# Kenya\n\n**Last updated:** January 29, 2026\n\n## Law\n\nx",
       "Kenya@4//January 29, 2026@6/\nH2 Law\nP x\n"},
      {"# Kenya\n\nIntro.\n*Last updated : 3 March 2026*\n\n## Law\n\nx",
       "Kenya@1//3 March 2026@4/\nP Intro.\nH2 Law\nP x\n"},
      {"flag\n\nKenya\n\nLast updated : January 29, 2026\n\n# Law\n\nx\n\n# B\n\ny",
       "Kenya@3//January 29, 2026@5/\nH1 Law\nP x\nH1 B\nP y\n"},
      {"# Kenya\n\n## Law\n\nLast updated : January 29, 2026",
       "Kenya@1//@0/\nH2 Law\nP Last updated : January 29, 2026\n"},
  });
}

}  // namespace
}  // namespace idsearch::indexer
