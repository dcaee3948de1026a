// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_guard.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "indexer/html_tree.hpp"
#include "tests/repetitions.hpp"

namespace idsearch::indexer {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

TEST(HtmlGuard, HandsOnWhatHtmlMeans) {
  struct Row {
    const char* page;
    const char* handed;
  };
  const Row rows[] = {
      {"<P>a<P>b", "<p>a</p><p>b</p>"},
      {"<ul><li>a<li>b</ul>c", "<ul><li>a</li><li>b</li></ul>c"},
      {"<p>a<div>b</div>", "<p>a</p><div>b</div>"},
      {"<b>a<p>b</b>c</p>", "<span>a<p>bc</p></span>"},
      {"<h2>a<h3>b", "<h2>a</h2><h3>b</h3>"},
      {"<table><td>a<tr><td>b</table>c",
       "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>c"},
      {"a<td>b</td>c", "abc"},
      {"a</div>b</p>c", "ab<p></p>c"},
      {"a<!-- x -->b<script>if (a<b) '</p>'</script>c<style>p{}</style>d", "abcd"},
      {"a<svg><title>x</title><path/></svg>b<select><option>x</select>c", "abc"},
      {"a<svg><g>x<p>b</p>", "a<p>b</p>"},
      {"a<template><p>x<template></template>y</template>b", "ab"},
      {"5 < 6 <https://e.org>", "5 &lt; 6 &lt;https://e.org>"},
      {"<p CLASS=x class=y onclick='z' id=i>", "<p class=\"x\" id=\"i\"></p>"},
      {"<a name=x>a<a href='#y'>b</a>", "<span name=\"x\">a</span><span href=\"#y\">b</span>"},
      {"<html lang=en><head><body><main>x</main></body></html>y",
       "<html lang=\"en\"><body><div>x</div>y"},
      {"<?xml version='1.0'?><a id='x'/>b<br/>", "<span id=\"x\"></span>b<br>"},
      {"<a id='x'/>b", "<span id=\"x\">b</span>"},
  };
  for (const Row& row : rows) EXPECT_EQ(guard_html(row.page).html, row.handed) << row.page;
}

TEST(HtmlGuard, RefusesDeepNesting) {
  for (const char* piece :
       {"<div>", "<div></p>", "<b>", "<font size=1>", "<table><tr><td>",
        "<div><table></div></table>", "<ul><li>", "<x-y>", "<b><p></b><div>", "<blockquote></x>"}) {
    const GuardedHtml guarded = guard_html(repeated(piece, 600));
    EXPECT_EQ(guarded.refusal, "is nested deeper than 512 elements") << piece;
    EXPECT_TRUE(guarded.html.empty()) << piece;
  }
  EXPECT_TRUE(guard_html(repeated("<div>", kMostOpenElements)).refusal.empty());
  EXPECT_FALSE(guard_html(repeated("<div>", kMostOpenElements + 1)).refusal.empty());
}

TEST(HtmlGuard, TakesLongPagesThatAreNotDeep) {
  for (const char* piece : {"<p>x",
                            "<li>x",
                            "<p><font size=1>x",
                            "<b><p>x</b>",
                            "<table><td>x</table>",
                            "<br>",
                            "<tr>",
                            "<a name=x>",
                            "<a><div></a></div>",
                            "<dt>x<dd>y",
                            "<h2>x",
                            "<p></p></p>",
                            "<svg>",
                            "<title>",
                            "<!--",
                            "<",
                            "<a b='",
                            "<td>",
                            "<input>",
                            "<svg><path></svg>"}) {
    EXPECT_EQ(guard_html(repeated(piece, repetitions(100'000, 20'000))).refusal, "") << piece;
  }
}

TEST(HtmlGuard, RefusesTooMuchNestingInOnePage) {
  const std::string page = repeated("<div>", 500) + repeated("<q>x</q>", 1000000);
  EXPECT_EQ(guard_html(page).refusal, "has too many nested elements");
}

TEST(HtmlGuard, SaysWhereThingsWere) {
  const std::string page = "<!-- x -->\n<p>a <b>b</b> < c";
  const GuardedHtml guarded = guard_html(page);
  EXPECT_EQ(guarded.source_of(guarded.html.find("a ")), page.find("a "));
  EXPECT_EQ(guarded.source_of(guarded.html.find("<p>")), 11u);
  EXPECT_EQ(guarded.tag_at(guarded.html.find("<p>")).name, HtmlName::P);
  EXPECT_EQ(guarded.source_of(guarded.html.find(" c")), page.find(" c"));
}

// What the parser opens is what was counted, element for element: else a page could be deeper for
// the parser than for the guard.
TEST(HtmlGuard, CountsTheElementsThatTheParserOpens) {
  constexpr const char* kTags[] = {"p",        "div",
                                   "a",        "b",
                                   "font",     "li",
                                   "ul",       "ol",
                                   "dd",       "dt",
                                   "dl",       "table",
                                   "tr",       "td",
                                   "th",       "tbody",
                                   "caption",  "h1",
                                   "h2",       "span",
                                   "sup",      "form",
                                   "main",     "section",
                                   "svg",      "select",
                                   "option",   "br",
                                   "hr",       "body",
                                   "html",     "head",
                                   "title",    "button",
                                   "pre",      "q",
                                   "template", "math",
                                   "address",  "thead",
                                   "details",  "menu",
                                   "center",   "nobr",
                                   "x-y",      "foreignObject",
                                   "summary",  "object",
                                   "noscript"};
  std::mt19937 random(7);
  for (int round = 0; round < repetitions(5000, 1500); ++round) {
    std::string page;
    for (std::size_t length = random() % 60; length > 0; --length) {
      const std::string tag = kTags[random() % std::size(kTags)];
      const auto choice = random() % 5;
      page += choice < 3 ? "<" + tag + ">" : choice == 3 ? "</" + tag + ">" : " x";
    }
    const GuardedHtml guarded = guard_html(page);
    const HtmlTree tree = parse_html(page);
    std::size_t elements = 0;
    std::vector<std::size_t> depth(tree.nodes.size());
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
      if (i > 0) depth[i] = depth[tree.nodes[i].parent] + 1;
      if (tree.nodes[i].name == HtmlName::Text) continue;
      ++elements;
      // <html>, and <body> or <head> around what is counted.
      ASSERT_LE(depth[i], guarded.deepest + 2) << page << "\n" << guarded.html;
    }
    std::size_t roots = 3;  // with <head>
    for (const auto& tag : guarded.tags) {
      if (tag.name == HtmlName::Html || tag.name == HtmlName::Body) --roots;
    }
    ASSERT_EQ(elements, guarded.tags.size() + roots) << page << "\n" << guarded.html;
  }
}

}  // namespace
}  // namespace idsearch::indexer
