// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_head_matter.hpp"

#include <gtest/gtest.h>

#include <string>

#include "indexer/read_html.hpp"
#include "tests/indexer/raw_profile_text.hpp"

namespace idsearch::indexer {
namespace {

constexpr const char* kBelowHead = "<h2>Law</h2><p>Cards are free.";

std::string read_head(const std::string& head) {
  return shown(read_html("<h1>Kenya</h1>" + head + kBelowHead));
}

TEST(HtmlHeadMatter, IsNoText) {
  for (const char* head :
       {"<p class=author>Ann Poe", "<div class='post-authors'><p>Ann Poe<p>Bob Roe, Nairobi</div>",
        "<h4 class='article-author-name'><a href=/ann>Ann Poe</a></h4><div "
        "class=article-meta><time>01 Feb 2025</time> — 6 min read</div>",
        "<p>Published: 2 February 2022", "<p>2 February 2022", "<p>First published on 2 May 2022",
        "<p>Reading time: 4 minutes", "<p>May 1, 2023 · 4 min · 811 words · By Ann Poe",
        "<p><a href='/s?u=1'>Share</a> | <a href=mailto:x>Email</a> | <a href=/p>Print</a>",
        "<dl><dt>From:<dd><a href=/m>Ministry</a><dt>Published<dd>5 May 2020</dl>",
        "<div class=title-meta><div><div>Author</div><div><p>Ann Poe</div></div></div>",
        "<div class=post-ufi><a><div>12</div></a></div>",
        "<div>Ann Poe<sup>1</sup>, Bob van Roe<sup>2,3</sup></div>",
        "<div><a href=/a>Ann Poe</a> · </div><div>Listen</div><div>42</div>"}) {
    EXPECT_EQ(read_head(head), "H1 Law\nP Cards are free.\n") << head;
  }
}

TEST(HtmlHeadMatter, IsNotWhatTheProfileSays) {
  const std::pair<const char*, const char*> rows[] = {
      {"<p>Published accounts differ.", "P Published accounts differ.\n"},
      {"<p>2019–2023", "P 2019–2023\n"},
      {"<p>Cards are free<sup>2</sup>, Names<sup>3</sup>", "P Cards are free{2}, Names{3}\n"},
      {"<p class=meta>The date of birth is asked for twice.",
       "P The date of birth is asked for twice.\n"},
      {"<p class=author>Ann Poe[1]", "P Ann Poe[1]\n"},
      {"<h3 class=subtitle>A country without exit</h3>", "P A country without exit\n"},
      {"<dl><dt>Alien<dd>A person without a card.</dl>", "I Alien\nI A person without a card.\n"},
  };
  for (const auto& [head, text] : rows) {
    EXPECT_EQ(read_head(head), text + std::string("H1 Law\nP Cards are free.\n")) << head;
  }
  EXPECT_EQ(shown(read_html("<h1>Kenya</h1><p>Ann Poe · <p>All cards have been free since the "
                            "law.<p>2 May 2022<p class=date>A day")),
            "P All cards have been free since the law.\nP 2 May 2022\nP A day\n");
  // Below a section an author is that of a quotation, and a day may be what happened on it.
  EXPECT_EQ(read_head("") + shown(read_html("<h1>Kenya</h1><h2>Law</h2><blockquote><p>So be it.<p "
                                            "class=author>Ann Poe</blockquote><p>2 May 2022")),
            "H1 Law\nP Cards are free.\nH1 Law\nP So be it.\nP Ann Poe\nP 2 May 2022\n");
}

TEST(HtmlHeads, HaveTheTitleOfThePostBelowThatOfTheSite) {
  EXPECT_EQ(shown(read_html("<title>Names: Albania</title><h1>Names</h1><p>A blog.<h2>Sunday</h2>"
                            "<h3>Albania</h3><p>Last updated: 4 March 2025<h4>Law</h4><p>A.")),
            "H1 Law\nP A.\n");
}

TEST(HtmlHeads, HaveTheFirstHeadingForTitleThatNamesTheCountryOfThePage) {
  EXPECT_EQ(shown(read_html("<title>Identity : Malawi</title><h1>Identity : Malawi</h1><h1>Law</h1>"
                            "<p>A.<h1>Courts</h1><p>B.")),
            "H1 Law\nP A.\nH1 Courts\nP B.\n");
}

TEST(HtmlMenus, HaveNoBreadcrumbsBehindTheFirstWordsOfTheText) {
  EXPECT_EQ(shown(read_html("<h1>Kenya</h1><p><a href=/>Home</a> → Kenya<p>Cards are free and last "
                            "for ten years.<p><a href=/i>ID</a> → card")),
            "P Cards are free and last for ten years.\nP ID → card\n");
}

TEST(HtmlSiteActions, AreNoText) {
  for (const char* line :
       {"<p>Share this: <a href=/f>Facebook</a> <a href=/x>X</a>",
        "<ul><li><a href=/f>Share on Facebook</a><li><a href=/w>Share via WhatsApp</a></ul>",
        "<div class=wp-block-button><a class='wp-block-button__link' href=/d>Donate now</a></div>",
        "<p class=button-wrapper><a class='button primary' href=/d><span>Leave a tip</span></a>",
        "<div class=subscription-widget><p>Thanks for reading! Subscribe for free to receive new "
        "posts.</div>"}) {
    EXPECT_EQ(shown(read_html("<h1>Kenya</h1><h2>Law</h2><p>A bill that names cards and fees was "
                              "read twice by the house.</p>" +
                              std::string(line) + "<p>It was passed.")),
              "H1 Law\nP A bill that names cards and fees was read twice by the house.\nP It was "
              "passed.\n")
        << line;
  }
}

TEST(HtmlMenus, TakeInHowToCiteThePage) {
  EXPECT_EQ(
      shown(read_html("<h1>Kenya</h1><h2>Law</h2><p>A bill was read twice by the house.<h2>How to "
                      "cite this page</h2><p>Poe, A. ‘Kenya’ (2025).<h2>Courts</h2><p>B.")),
      "H1 Law\nP A bill was read twice by the house.\nH1 Courts\nP B.\n");
}

TEST(HtmlSiteActions, AreNotLinksOfTheText) {
  const std::pair<const char*, const char*> rows[] = {
      {"<ul><li><a href=/f>Facebook</a><li><a href=/x>X</a></ul>", "I Facebook\nI X\n"},
      {"<p><a href=/s>Share</a> of births", "P Share of births\n"},
      {"<p>The <a class=button href=/d>card</a> is red.", "P The card is red.\n"},
  };
  for (const auto& [line, text] : rows) {
    EXPECT_EQ(shown(read_html("<h1>Kenya</h1><h2>Law</h2><p>A bill that names cards and fees was "
                              "read twice by the house.</p>" +
                              std::string(line) + "<p>It was passed.")),
              "H1 Law\nP A bill that names cards and fees was read twice by the house.\n" +
                  std::string(text) + "P It was passed.\n")
        << line;
  }
}

TEST(HtmlBlocks, OfHeadingsHaveNoButtonsBesideTheWords) {
  EXPECT_EQ(shown(read_html("<h1>Kenya</h1><h2>Digital ID Overview<div><button>Link</button></div>"
                            "</h2><p>A.<h2><button>Law <b>+</b></button></h2><p>B.")),
            "H1 Digital ID Overview\nP A.\nH1 Law +\nP B.\n");
}

}  // namespace
}  // namespace idsearch::indexer
