// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_tree.hpp"

#include <gtest/gtest.h>

namespace idsearch::indexer {
namespace {

std::string texts(const HtmlTree& tree) {
  std::string out;
  for (const HtmlNode& node : tree.nodes) {
    const bool blank = node.text.find_first_not_of(" \n") == std::string::npos;
    if (!blank) out += std::to_string(node.line) + ":" + node.text + "|";
  }
  return out;
}

TEST(HtmlTree, DecodesEntities) {
  EXPECT_EQ(texts(parse_html("a&nbsp;&shy;b &rsquo; &#8216; &#8203; &#x92; &amp;lt; &lt;p&gt; &x")),
            "1:a\u00A0\u00ADb ’ ‘ \u200B ’ &lt; <p> &x|");
}

TEST(HtmlTree, CountsTheLinesOfTheFile) {
  for (const char* page :
       {"<!-- \n --><p\nclass=x>\n  a<b>b</b>\n<script>\n\n</script><p>c<br>\nd",
        "<!-- \r\n --><p\r\nclass=x>\r\n  a<b>b</b>\r\n<script>\r\n\r\n</script><p>c<br>\r\nd",
        "<!-- \r --><p\rclass=x>\r  a<b>b</b>\r<script>\r\r</script><p>c<br>\rd"}) {
    const HtmlTree tree = parse_html(page);
    std::string shown;
    for (const HtmlNode& node : tree.nodes) {
      const std::size_t begin = node.text.find_first_not_of(" \n");
      if (begin == std::string::npos) continue;
      const std::size_t end = node.text.find_last_not_of(" \n") + 1;
      shown += std::to_string(node.line) + node.text.substr(begin, end - begin) + " ";
    }
    EXPECT_EQ(shown, "4a 4b 7c 8d ") << page;
  }
}

TEST(HtmlTree, KnowsElementsByTheirOwnNames) {
  const HtmlTree tree = parse_html("<main><a href='#x' ID=y>z</a><SUP>1</SUP><button>b</button>");
  std::vector<HtmlName> names;
  for (const HtmlNode& node : tree.nodes) names.push_back(node.name);
  EXPECT_EQ(names,
            (std::vector<HtmlName>{HtmlName::Html, HtmlName::Inline, HtmlName::Body, HtmlName::Main,
                                   HtmlName::A, HtmlName::Text, HtmlName::Sup, HtmlName::Text,
                                   HtmlName::Button, HtmlName::Text}));
  EXPECT_EQ(tree.nodes[4].value(HtmlAttribute::Href), "#x");
  EXPECT_EQ(tree.nodes[4].value(HtmlAttribute::Id), "y");
  EXPECT_EQ(tree.nodes[4].attribute(HtmlAttribute::Class), nullptr);
  EXPECT_EQ(tree.nodes[3].end, 10u);
  EXPECT_EQ(tree.around(5, HtmlName::Main), 3u);
  EXPECT_EQ(tree.around(5, HtmlName::Sup), kNoNode);
}

TEST(HtmlTree, IsNotMadeOfAPageThatIsRefused) {
  std::string page = "\n\n";
  for (int i = 0; i < 600; ++i) page += "<div>";
  const HtmlTree tree = parse_html(page);
  EXPECT_TRUE(tree.nodes.empty());
  EXPECT_EQ(tree.refusal_line, 3u);
  EXPECT_EQ(check_html(page).refusal, tree.refusal);
  EXPECT_EQ(check_html("<p>").refusal, "");
}

}  // namespace
}  // namespace idsearch::indexer
