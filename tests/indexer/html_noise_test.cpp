// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_noise.hpp"

#include <gtest/gtest.h>

#include "indexer/html_noise_names.hpp"
#include "indexer/read_html.hpp"
#include "tests/indexer/raw_profile_text.hpp"

namespace idsearch::indexer {
namespace {

// Behind a page with enough text that nothing small is most of it.
std::string in_page(const std::string& html) {
  return "<h1>Kenya</h1><h2>Law</h2><p>The law of the land is a long text that says much, and it "
         "says it at length, so that it is most of the page.</p>" +
         html;
}

std::string rest(const std::string& html) {
  const std::string all = shown(read_html(in_page(html)));
  const std::string begin = shown(read_html(in_page("")));
  EXPECT_TRUE(all.starts_with(begin)) << all;
  return all.substr(std::min(begin.size(), all.size()));
}

TEST(HtmlNoise, IsWhatBelongsToTheSite) {
  for (const char* html :
       {"<nav><p>stateless</p></nav>",
        "<aside><h2>More</h2><p>stateless</p></aside>",
        "<footer><p>personal data</p></footer>",
        "<header><p>Site</p></header>",
        "<div role=navigation>x y</div>",
        "<div role=dialog><p>We care</p></div>",
        "<div class='cookie-banner'><p>personal data</p><button>OK</button></div>",
        "<div id=onetrust-banner-sdk>personal data</div>",
        "<div class=related-posts><p>x</div>",
        "<div class='sidebar widget-area'><p>x</p></div>",
        "<div class=siteFooter>x</div>",
        "<ul class=breadcrumbs><li>Home</ul>",
        "<div class=share>x</div>",
        "<span class=sr-only>opens in a new tab</span>",
        "<span class='x screen-reader-only'>opens in a new tab</span>",
        "<span class=assistive-text>Warning</span>",
        "<span class=a11y-hidden>Warning</span>",
        "<span class=cdk-visually-hidden>Warning</span>",
        "<button>Read aloud</button>",
        "<div role=tablist><div role=tab>Law</div></div>",
        "<form class=newsletter>x</form>",
        "<div class='comments-area'><p>x</p></div>",
        "<script>'stateless'</script>",
        "<style>p{}</style>",
        "<noscript><p>x</p></noscript>",
        "<template><p>x</p></template>",
        "<svg><title>x</title><text>y</text></svg>",
        "<iframe><p>x</p></iframe>",
        "<!-- stateless -->",
        "<video>x</video>",
        "<div class=toc><p>Law</p></div>"}) {
    EXPECT_EQ(rest(html), "") << html;
  }
}

TEST(HtmlNoise, IsNotWhatOnlyLooksLikeIt) {
  struct Row {
    const char* html;
    const char* shown;
  };
  const Row rows[] = {
      {"<section id=related-laws><h2>Related laws</h2><p>x</section>", "H1 Related laws\nP x\n"},
      {"<section id=cookies><h2>Cookies</h2><p>x</section>", "H1 Cookies\nP x\n"},
      {"<h2 id=social-protection>Social protection</h2><p>x", "H1 Social protection\nP x\n"},
      {"<h2><span id=Social_rights>Social rights</span></h2><p>x", "H1 Social rights\nP x\n"},
      {"<div class='has-sidebar content'><p>x</div>", "P x\n"},
      {"<aside><p>A box with a mark.[4]</p></aside>", "P A box with a mark.[4]\n"},
      {"<article><header><h2>Courts</h2></header><p>x</article>", "H1 Courts\nP x\n"},
      {"<blockquote><p>q</p><footer>Someone</footer></blockquote>", "P q\nP Someone\n"},
      {"<h2 role=tab>Courts</h2><div role=tabpanel>x</div>", "H1 Courts\nP x\n"},
      {"<div role=tablist><h2>Courts</h2><p>x</div>", "H1 Courts\nP x\n"},
      {"<div class='elementor-widget elementor-widget-text'><p>x</div>", "P x\n"},
      {"<div class=nav-content><h2>Data Protection</h2><p>x<h2>International "
       "commitments</h2><p>y</div>",
       "H1 Data Protection\nP x\nH1 International commitments\nP y\n"},
      {"<details><summary>s</summary><p>x</details>", "P s\nP x\n"},
      {"<table id='t.ab_to0__top'><tr><td>a<td>b<tr><td>c<td>d</table>", "R a | b\nR c | d\n"},
  };
  for (const Row& row : rows) EXPECT_EQ(rest(row.html), row.shown) << row.html;
}

// A name that only contains a word of the site's decides nothing about paragraphs of prose.
TEST(HtmlNoise, IsNoProseBelowANameThatOnlyContainsAWord) {
  const std::string prose = "The registry keeps a record of each resident, and the courts may ask.";
  for (const char* name :
       {"tags-input", "comments-on-the-law", "content-with-sidebar", "ad-hoc-committee",
        "related-legislation", "menu-of-services", "share-of-births", "law-and-its-footer",
        "gdpr-in-practice", "nav-holds-no-law", "courtsTags", "newsletter-of-the-court"}) {
    const std::string element = "<div class=\"" + std::string(name) + "\">";
    EXPECT_EQ(rest(element + "<p>" + prose + "</div>"), "P " + prose + "\n") << name;
    EXPECT_EQ(rest("<div id=" + std::string(name) + "><p>" + prose + "</div>"), "P " + prose + "\n")
        << name;
    EXPECT_EQ(rest("<p>A <span class=" + std::string(name) + ">word</span> more"),
              "P A word more\n")
        << name;
  }
  EXPECT_EQ(rest("<div class=tags-input><h2>Courts</h2><p>The state watches its people without end"
                 "</div>"),
            "H1 Courts\nP The state watches its people without end\n");
  for (const char* name :
       {"sidebar", "sidebar-left", "comments", "comments-area", "related-posts",
        "cookie-law-info-bar", "footer-widgets", "newsletter-signup", "l-sidebar", "sidebar-2",
        "et_pb_sidebar_0", "popup-overlay", "entry-comments", "site-footer", "ad-banner"}) {
    const std::string element = "<div class=\"" + std::string(name) + "\">";
    EXPECT_EQ(rest(element + "<p>" + prose + "</div>"), "") << name;
  }
  // Links and labels are no prose.
  for (const char* html :
       {"<div class=tags-of-this-page><a href=/a>identity</a> <a href=/b>law</a></div>",
        "<ul class=menu-of-services><li><a href=/a>All of the cards that we make for you.</a></ul>",
        "<div class=related-legislation><p><a href=/l>The act of 2019 on the registration of "
        "persons.</a></div>"}) {
    EXPECT_EQ(rest(html), "") << html;
  }
}

// Menus, buttons and tags are labels: paragraphs below such a name are none of them.
TEST(HtmlNoise, IsNoProseBelowANameOfLabels) {
  const std::string prose =
      "The registry keeps a record of each resident, and the courts may ask for it at any time. It "
      "has done so since the law of 2019, which names the ministry, and nobody else may read it.";
  for (const char* name : {"tags", "menu", "nav", "toolbar", "share", "post-tags"}) {
    const std::string element = "<div class=\"" + std::string(name) + "\">";
    EXPECT_EQ(rest(element + "<p>" + prose + "</div>"), "P " + prose + "\n") << name;
    EXPECT_EQ(rest(element + "<p>Law and courts.</div>"), "") << name;
  }
}

TEST(HtmlNoise, IsWhatIsHiddenUnlessItIsATab) {
  for (const char* html :
       {"<div style='display:none'>biometrics</div>", "<p hidden>x", "<span hidden>x</span>",
        "<div STYLE='color:red; Display : None'>x</div>", "<div aria-hidden=true>x</div>",
        "<div class=d-none>x</div>", "<h2 hidden>Courts</h2>", "<ul hidden><li>x</ul>",
        "<div style='visibility: hidden'>x</div>",
        "<div class='cookie-modal' style='display:none'><h2>Cookies</h2><p>x</div>"}) {
    EXPECT_EQ(rest(html), "") << html;
  }
  for (const char* html : {"<div style='display:none'><h2>Courts</h2><p>x</div>",
                           "<section hidden><h2>Courts</h2><p>x</section>",
                           "<div class='tab-pane d-none'><h2>Courts</h2><p>x</div>",
                           "<div aria-hidden=true><div role=heading>Courts</div><p>x</div>"}) {
    EXPECT_EQ(rest(html), "H1 Courts\nP x\n") << html;
  }
  for (const char* html : {"<div role=tabpanel hidden><p>x</div>",
                           "<div class=tab-pane style='display:none'><p>x</div>",
                           "<button aria-controls=t2>T</button><div id=t2 hidden><p>x</div>",
                           "<div class='hidden md:block'><p>x</div>"}) {
    EXPECT_EQ(rest(html), "P x\n") << html;
  }
  EXPECT_EQ(rest("<div style='display:none'><p>x [7]</div>"), "P x [7]\n");
}

TEST(HtmlNoise, IsAllOutsideOfMain) {
  const std::string main = "<main><h1>Kenya</h1><h2>Law</h2><p>A long enough text.</p></main>";
  EXPECT_EQ(shown(read_html("<div>We use your data</div>" + main + "<div>Site info</div>")),
            "H1 Law\nP A long enough text.\n");
  EXPECT_EQ(shown(read_html("<main></main><h2>Law</h2><p>x</p>")), "H1 Law\nP x\n");
}

TEST(HtmlNoise, IsSaidByTheWordsOfAName) {
  for (const char* name :
       {"cookie-notice", "CookieBanner", "site-footer", "siteNav", "menu-main", "related", "nav2",
        "menu-12", "entry_share", "toc", "table-of-contents", "elementor-share-btn",
        "wp-block-post-date", "author-box", "summary-excerpt", "post-byline", "to-top",
        "quarto-citation", "quarto-reuse"}) {
    EXPECT_GE(noise_name(name), NoiseName::Labels) << name;
  }
  for (const char* name : {"content",
                           "has-sidebar",
                           "no-footer",
                           "entry-content",
                           "social-policy-text",
                           "menubar2x-content",
                           "footnotes",
                           "protocol",
                           "stock",
                           "shared-value",
                           "navigated",
                           "post-123",
                           "market-share-data",
                           "ad7432be-8915-f778-590a-2ea3d7ab0de7",
                           "x1nav",
                           "css-1ad9nav",
                           "read-more-content",
                           "t.ab_to0__top",
                           "to0__top",
                           "author-names",
                           ""}) {
    EXPECT_EQ(noise_name(name), NoiseName::None) << name;
  }
  for (const char* name : {"tags-input", "comments-on-the-law", "ad-hoc-committee", "kenya-menu",
                           "related-laws", "gdprInPractice"}) {
    EXPECT_EQ(noise_name(name), NoiseName::Unsure) << name;
  }
}

}  // namespace
}  // namespace idsearch::indexer
