// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_site_actions.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "indexer/among.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// A row of icons with names; a button.
constexpr std::size_t kLongestRow = 300;
constexpr std::size_t kLongestButton = 60;

// Links that say it alone.
constexpr auto kActions = std::to_array<std::string_view>(
    {"share", "tweet", "print", "email", "e-mail", "share this", "share this page",
     "share this article", "share this post", "print this page", "email this page", "copy link",
     "copy url", "tweet this", "print page", "send by email", "download pdf", "download as pdf"});

// Those that say it beside others: names of places may be words of a text.
constexpr auto kPlaces = std::to_array<std::string_view>(
    {"facebook", "twitter",   "x",       "linkedin",  "whatsapp", "telegram",
     "reddit",   "pinterest", "bluesky", "mastodon",  "threads",  "messenger",
     "line",     "wechat",    "weibo",   "pocket",    "pdf",      "link",
     "save",     "post",      "rss",     "instagram", "youtube",  "mail"});

bool begins_action(std::string_view key) {
  return std::ranges::any_of(
      std::to_array<std::string_view>({"share on ", "share via ", "share to ", "share by ",
                                       "click to share", "click to print", "click to email",
                                       "share with ", "tweet on "}),
      [key](std::string_view begin) { return key.starts_with(begin); });
}

// What stands between and before the links.
bool is_label(std::string_view text) {
  std::string key = text::comparison_key(text::trim(text));
  std::erase_if(key, [](char c) { return !text::is_ascii_letter(c) && c != ' '; });
  constexpr auto kLabels = std::to_array<std::string_view>(
      {"", "share", "share this", "share this page", "share on", "share this on", "share via",
       "share this article", "share this post", "share this profile", "follow us", "follow us on",
       "or", "and"});
  return is_among(kLabels, text::trim(key));
}

bool is_share_row(const HtmlBlock& block) {
  if (block.links.empty() || block.text.size() > kLongestRow) return false;
  const std::string_view text = block.text;
  std::size_t at = 0;
  std::size_t sure = 0;
  bool labelled = false;
  for (const HtmlBlock::Span& link : block.links) {
    const std::string_view gap = text.substr(at, link.begin - std::min(at, link.begin));
    if (!is_label(gap)) return false;
    labelled = labelled || text::is_ascii_letter(text::trim(gap).empty() ? ' ' : gap.front());
    at = std::max(at, link.end);
    const std::string key =
        text::comparison_key(text::trim(text.substr(link.begin, link.end - link.begin)));
    if (is_among(kActions, key) || begins_action(key)) {
      ++sure;
    } else if (!is_among(kPlaces, key)) {
      return false;
    }
  }
  return is_label(text.substr(at)) && (sure > 0 || labelled);
}

bool is_named_button(const HtmlNode& node) {
  const std::string_view names = node.value(HtmlAttribute::Class);
  return has_word(names, "button") || has_word(names, "btn");
}

// The line is one link, and it or a box around nothing else is called a button.
bool is_button(const HtmlPage& page, const HtmlBlock& block) {
  if (block.links.size() != 1 || block.text.size() > kLongestButton) return false;
  const HtmlBlock::Span& link = block.links.front();
  if (link.begin != 0 || link.end != block.text.size()) return false;
  // What opens a part of the page may be its heading.
  if (page.node(link.node).value(HtmlAttribute::Href).starts_with('#')) return false;
  const std::size_t bytes = page.text_bytes(link.node, page.node(link.node).end);
  for (NodeIndex i = link.node; i != kNoNode; i = page.node(i).parent) {
    if (page.text_bytes(i, page.node(i).end) != bytes) return false;
    if (is_named_button(page.node(i))) return true;
  }
  return false;
}

}  // namespace

bool is_site_action(const HtmlPage& page, const HtmlBlock& block) {
  if (block.kind == RawBlock::Kind::Heading || block.kind == RawBlock::Kind::Row) return false;
  return is_share_row(block) || is_button(page, block);
}

}  // namespace idsearch::indexer
