// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_note_label.hpp"

#include <gtest/gtest.h>

namespace idsearch::indexer {
namespace {

TEST(HtmlNoteLabel, IsTheNumberBeforeTheText) {
  struct Row {
    const char* text;
    const char* shown;  // label, what follows, "bare"
  };
  const Row rows[] = {
      {"[12] Source", "12|Source|"},
      {"[12]Source", "12|Source|"},
      {"(3) Source", "3|Source|"},
      {"12. Source", "12|Source|"},
      {"12.^ Source", "12|Source|"},
      {"^ 12. Source", "12|Source|"},
      {"↑12 Source", "12|Source|"},
      {"007. x", "7|x|"},
      {"1) x", "1|x|"},
      {"12 Source", "12|Source|bare"},
      {"12", "12||bare"},
      {"[ 12 ] x", "12|x|"},
      {"12\u00A0Source", "12|Source|bare"},
      {"3.5 million", ""},
      {"12th", ""},
      {"2019 Act", ""},
      {"[sic]", ""},
      {"", ""},
      {"[12", ""},
      {"x 12", ""},
  };
  for (const Row& row : rows) {
    const std::string_view text = row.text;
    const auto label = leading_label(text);
    const std::string shown = label ? label->label + "|" + std::string(text.substr(label->length)) +
                                          "|" + (label->bare ? "bare" : "")
                                    : "";
    EXPECT_EQ(shown, row.shown) << row.text;
  }
}

// The labels of the first <ol>; `marked` has the labels of marks, by item.
std::string labels(const char* html, std::vector<std::vector<std::string>> marked = {},
                   std::size_t first = 1) {
  const HtmlPage page(parse_html(html));
  NodeIndex list = 0;
  while (page.node(list).name != HtmlName::Ol) ++list;
  std::vector<NodeIndex> items;
  for (NodeIndex i = list + 1; i < page.node(list).end; i = page.node(i).end) {
    if (page.node(i).name == HtmlName::Li) items.push_back(i);
  }
  marked.resize(items.size());
  std::string out;
  for (const std::string& label : list_labels(page, list, items, marked, first)) out += label + " ";
  return out;
}

TEST(HtmlNoteLabel, OfAListComesFromPlacesIdsAndMarks) {
  EXPECT_EQ(labels("<ol><li>a<li>b"), "1 2 ");
  EXPECT_EQ(labels("<ol start=23><li>a<li>b"), "23 24 ");
  EXPECT_EQ(labels("<ol><li>a<li value=7>b<li>c"), "1 7 8 ");
  EXPECT_EQ(labels("<ol reversed><li>a<li>b"), "2 1 ");
  EXPECT_EQ(labels("<ol><li>a<li>b", {}, 5), "5 6 ");
  EXPECT_EQ(labels("<ol><li id=fn-23>a<li id=fn-24>b"), "23 24 ");
  EXPECT_EQ(labels("<ol><li id=fn-345-1>a<li id=fn-345-2>b"), "1 2 ");
  EXPECT_EQ(labels("<ol><li id=n-2-345>a<li id=n-3-345>b"), "2 3 ");
  EXPECT_EQ(labels("<ol><li><a id=fn7></a>a<li><a name=fn8></a>b"), "7 8 ");
  // From 0 on, as old wikis count: then the ids are not the numbers.
  EXPECT_EQ(labels("<ol><li id=cite_note-0>a<li id=cite_note-1>b"), "1 2 ");
  EXPECT_EQ(labels("<ol start=3><li id=x1>a<li id=x2>b"), "3 4 ");
  EXPECT_EQ(labels("<ol><li id=cite_note-0>a<li id=cite_note-1>b", {{"1"}, {"2"}}), "1 2 ");
  EXPECT_EQ(labels("<ol><li>a<li>b<li>c", {{"24"}, {}, {"26"}}), "24 25 26 ");
  EXPECT_EQ(labels("<ol><li id=f9>a<li id=f4>b", {{"9"}, {"4"}}), "9 4 ");
  EXPECT_EQ(labels("<ol><li value=99999999999999999999>a<li value=5000>b"), "1  ");
}

}  // namespace
}  // namespace idsearch::indexer
