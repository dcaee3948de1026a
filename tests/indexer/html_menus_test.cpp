// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_menus.hpp"

#include <gtest/gtest.h>

#include "indexer/read_html.hpp"
#include "tests/indexer/raw_profile_text.hpp"

namespace idsearch::indexer {
namespace {

const std::string kText = "<h2 id=a>Cards</h2><p>One text.</p><h2 id=b>Courts</h2><p>Two text.</p>";
const std::string kShown = "H1 Cards\nP One text.\nH1 Courts\nP Two text.\n";

TEST(HtmlLines, WithoutALetterOrADigitAreLeftOut) {
  EXPECT_EQ(shown(read_html("<h1>Kenya</h1><h2>Law</h2><p>A.</p><div>💡</div><p>* * *</p>"
                            "<p>\u0E01</p><p>7</p><p>[1]</p>")),
            "H1 Law\nP A.\nP \u0E01\nP 7\nP [1]\n");
}

TEST(HtmlMenus, LeaveNoBoxesOfTheSite) {
  for (const char* box :
       {"<h3>About the author</h3><p>Jo writes.</p>", "<h2>2 comments</h2><ol><li>Good!</ol>",
        "<h2>Leave a reply</h2><p>Your mail stays secret.</p>",
        "<h4>Newsletter</h4><p>Hear of stateless people.</p>"}) {
    EXPECT_EQ(shown(read_html(std::string("<h1>Kenya</h1><h2>Law</h2><p>a</p>") + box +
                              "<h2>Data Protection</h2><p>b.[1]")),
              "H1 Law\nP a\nH1 Data Protection\nP b.[1]\n")
        << box;
  }
  EXPECT_EQ(shown(read_html("<h2>About us</h2><p>a.[1]")), "H1 About us\nP a.[1]\n");
}

TEST(HtmlMenus, LeaveNoTrace) {
  for (const char* menu :
       {"<ul><li><a href=#a>Cards</a><li><a href=#b>Courts</a></ul>",
        "<p>On this page</p><ol><li><a href=#a>1. Cards</a><li><a href=#b>2. Courts</a></ol>",
        "<h2>Contents</h2><ul><li>1. <a href=#a>Cards</a><li>2. <a href=#b>Courts</a></ul>",
        "<p><a href=#a>Cards</a> | <a href=#b>Courts</a></p>",
        "<ul><li><a href=/kenya/cards>Cards</a><li><a href=/kenya/courts>Courts</a></ul>",
        "<div><a href=/>Home</a> &gt; <a href=/p>Profiles</a> › Kenya</div>",
        "<ul><li><a href=/>Home</a><li><a href=/s>Stateless</a></ul>", "<p>Share</p>",
        "<p>flag</p>", "<p><a href=#top>Back to top</a></p>", "<p>law_background_image</p>",
        "<div><div><p>We use cookies and personal data.</p><p>Learn more.</p></div></div>"}) {
    EXPECT_EQ(shown(read_html("<h1>Kenya</h1>" + std::string(menu) + kText)), kShown) << menu;
  }
  for (const char* menu :
       {"<h2>Related profiles</h2><ul><li><a href=/u>Stateless in Uganda</a></ul>",
        "<h2>See also</h2><h3><a href=/u>Uganda</a></h3><p><a href=/u>Read</a></p>",
        "<p>Related</p><ul><li><a href=/u>Uganda</a></ul>", "<p>© 2026 Site</p>",
        "<ul><li><a href=/a>About</a><li><a href=/p>Privacy and personal data</a></ul>",
        "<p><a href=#a>Back to top</a></p>"}) {
    EXPECT_EQ(shown(read_html("<h1>Kenya</h1>" + kText + menu)), kShown) << menu;
  }
}

TEST(HtmlMenus, AreFoundByRepeatedHeadingsWithoutLinks) {
  EXPECT_EQ(shown(read_html("<h1>Kenya</h1><div>A</div><div>B</div><div>C</div><h2>A</h2><p>x.<h2>B"
                            "</h2><p>y.<h2>C</h2><p>z.")),
            "H1 A\nP x.\nH1 B\nP y.\nH1 C\nP z.\n");
}

TEST(HtmlMenus, DoNotTakeTextWithLinks) {
  struct Row {
    const char* html;
    const char* shown;
  };
  const Row rows[] = {
      {"<p>See <a href=#b>Courts</a> below.</p>", "P See Courts below.\n"},
      {"<ul><li><a href=/act>Cards Act</a><li><a href=/dec>Decree</a></ul><p>Text.</p>",
       "I Cards Act\nI Decree\nP Text.\n"},
      {"<h2>Related laws</h2><p>A law.</p>", "H1 Related laws\nP A law.\n"},
      {"<h2>See also</h2><p>The act.[1]</p>", "H1 See also\nP The act.[1]\n"},
      {"<h2>Key laws</h2><ul><li><a href=/a>Act</a><li><a href=/d>Decree</a></ul><ol "
       "class=footnotes><li>S.</ol><h3>Countries</h3><ul><li><a href=/u>Uganda</a></ul>",
       "H1 Key laws\nI Act\nI Decree\nN1 S.\n"},
      {"<p>The law says when cookies are set.</p>", "P The law says when cookies are set.\n"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(shown(read_html("<h1>Kenya</h1>" + kText + row.html)), kShown + row.shown)
        << row.html;
  }
}

}  // namespace
}  // namespace idsearch::indexer
