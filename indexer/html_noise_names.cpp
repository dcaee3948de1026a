// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_noise_names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "indexer/among.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// Words that say it whatever stands beside them.
constexpr auto kSureWords = std::to_array<std::string_view>(
    {"cookie", "cookies", "cookiebot", "onetrust", "breadcrumb", "breadcrumbs", "sharedaddy",
     "addtoany", "navbar", "navbox", "catlinks", "printfooter", "editsection", "pagination",
     "disqus", "backtotop", "skiplink", "ambox"});

// Words that say it wherever they stand in a name.
constexpr auto kStrongWords =
    std::to_array<std::string_view>({"gdpr", "newsletter", "sidebar", "masthead", "toc", "byline",
                                     "cta", "subscription", "subscribe", "signup"});

// Words that say it at the beginning or end of a name: "site-footer", "related-posts".
constexpr auto kEdgeWords = std::to_array<std::string_view>(
    {"nav",         "navigation",    "menu",    "submenu",     "footer",
     "share",       "sharing",       "related", "recommended", "recommendations",
     "advert",      "advertisement", "ads",     "ad",          "comments",
     "respond",     "modal",         "popup",   "lightbox",    "tooltip",
     "tooltiptext", "skip",          "promo",   "copyright",   "toolbar",
     "topbar",      "tags"});

// Those that name what holds labels and links.
constexpr auto kLabelWords = std::to_array<std::string_view>(
    {"nav", "navigation", "menu", "submenu", "share", "sharing", "tags", "toolbar", "topbar",
     "skip", "toc", "byline", "masthead"});

// Words that say what kind of box it is, or whose or where, and nothing about what it holds.
constexpr auto kBoxWords = std::to_array<std::string_view>(
    {"active",  "app",       "area",     "article",   "articles",  "banner",   "bar",     "below",
     "block",   "blog",      "body",     "bottom",    "box",       "btn",      "button",  "buttons",
     "card",    "cards",     "carousel", "child",     "closed",    "cloud",    "col",     "column",
     "columns", "component", "consent",  "container", "content",   "count",    "custom",  "dark",
     "default", "desktop",   "divi",     "drawer",    "dropdown",  "email",    "entry",   "fixed",
     "fluid",   "form",      "full",     "global",    "grid",      "group",    "header",  "heading",
     "here",    "hero",      "hidden",   "holder",    "icon",      "icons",    "info",    "inner",
     "item",    "items",     "label",    "left",      "legal",     "light",    "link",    "links",
     "list",    "logo",      "main",     "mega",      "message",   "meta",     "mobile",  "module",
     "nested",  "news",      "notice",   "now",       "open",      "our",      "outer",   "overlay",
     "page",    "pages",     "panel",    "parent",    "post",      "posts",    "primary", "prompt",
     "reading", "region",    "right",    "row",       "secondary", "section",  "single",  "site",
     "slider",  "small",     "social",   "sticky",    "stories",   "tertiary", "text",    "this",
     "thread",  "title",     "toggle",   "top",       "trigger",   "visible",  "widget",  "widgets",
     "wide",    "wrap",      "wrapper"});

// Of those at the beginning or end the ones that say it whatever stands beside them:
// "footnote_tooltip", "newsletter-modal".
constexpr auto kSureEdges = std::to_array<std::string_view>(
    {"tooltip", "tooltiptext", "modal", "popup", "lightbox", "advert", "advertisement"});

constexpr auto kSocialWords = std::to_array<std::string_view>(
    {"links", "media", "share", "sharing", "icons", "buttons", "btn", "bar", "menu", "nav"});

struct WordPair {
  std::string_view first;
  std::string_view second;
};

// Two words that say it together, wherever they stand in a name: "elementor-share-btn",
// "wp-block-post-date".
constexpr auto kPairs = std::to_array<WordPair>({{"share", "btn"},
                                                 {"share", "buttons"},
                                                 {"share", "links"},
                                                 {"share", "icons"},
                                                 {"social", "links"},
                                                 {"social", "icons"},
                                                 {"social", "share"},
                                                 {"author", "box"},
                                                 {"author", "bio"},
                                                 {"author", "info"},
                                                 {"about", "author"},
                                                 {"post", "author"},
                                                 {"post", "meta"},
                                                 {"post", "date"},
                                                 {"post", "navigation"},
                                                 {"post", "tags"},
                                                 {"entry", "meta"},
                                                 {"entry", "date"},
                                                 {"posted", "on"},
                                                 {"posted", "by"},
                                                 {"reading", "time"},
                                                 {"summary", "excerpt"},
                                                 {"to", "top"},
                                                 {"site", "title"},
                                                 {"site", "name"},
                                                 {"site", "logo"},
                                                 {"site", "branding"},
                                                 {"site", "description"},
                                                 {"site", "header"},
                                                 {"top", "bar"},
                                                 {"alert", "banner"},
                                                 {"location", "footer"},
                                                 {"location", "header"},
                                                 {"location", "popup"},
                                                 {"post", "info"},
                                                 {"bookmark", "card"},
                                                 {"tabbed", "labels"},
                                                 {"search", "form"},
                                                 {"search", "box"},
                                                 {"lang", "switch"},
                                                 {"language", "switcher"},
                                                 {"lang", "switcher"},
                                                 {"field", "tags"},
                                                 {"comment", "form"},
                                                 {"comment", "list"},
                                                 {"appendix", "bottom"},
                                                 {"citation", "appendix"},
                                                 {"quarto", "reuse"},
                                                 {"quarto", "citation"},
                                                 {"quarto", "copyright"}});

// Whole names.
constexpr auto kWholeNames = std::to_array<std::string_view>(
    {"table-of-contents", "on-this-page", "mw-jump-link", "noprint"});

// Letters and digits in turn, or many digits: "ad7432be" of a UUID holds no words.
bool is_hash(std::string_view chunk) {
  constexpr std::size_t kMostDigits = 2;  // "menu2", "nav-12"
  const std::size_t digit = chunk.find_first_of("0123456789");
  if (digit == std::string_view::npos) return false;
  return chunk.size() - digit > kMostDigits ||
         std::ranges::any_of(chunk.substr(digit), text::is_ascii_letter);
}

// The words of a name in small letters: "siteFooter" → site, footer. "#" stands for what is none.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  const auto is_part = [](char c) { return text::is_ascii_letter(c) || text::is_ascii_digit(c); };
  for (std::size_t at = 0; at < name.size();) {
    if (!is_part(name[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < name.size() && is_part(name[end])) ++end;
    const std::string_view chunk = name.substr(at, end - at);
    at = end;
    if (is_hash(chunk)) {
      words.emplace_back("#");
      continue;
    }
    words.emplace_back();
    char before = '\0';
    for (const char c : chunk) {
      const bool capital = c >= 'A' && c <= 'Z';
      if (capital && before >= 'a' && before <= 'z') words.emplace_back();
      if (text::is_ascii_letter(c)) words.back() += text::ascii_lower(c);
      before = c;
    }
    // "menu2", but "to0" is no "to".
    constexpr std::size_t kShortestNumbered = 3;
    const bool numbered = chunk.find_first_of("0123456789") != std::string_view::npos;
    if (numbered && words.back().size() < kShortestNumbered) words.back() = "#";
  }
  return words;
}

bool is_edge_word(std::string_view word) { return is_among(kEdgeWords, word); }
bool is_strong_word(std::string_view word) { return is_among(kStrongWords, word); }

bool says_nothing(std::string_view word) {
  constexpr std::size_t kShort = 2;  // "wp", "et", "l"
  return word.size() <= kShort || is_among(kBoxWords, word) || is_edge_word(word) ||
         is_strong_word(word);
}

bool denies(std::string_view word) {
  return word == "has" || word == "with" || word == "no" || word == "is" || word == "not" ||
         word == "without" || word == "js";
}

bool has_pair(const std::vector<std::string>& words) {
  return std::ranges::any_of(kPairs, [&words](const WordPair& pair) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      if (words[i] == pair.first && words[i + 1] == pair.second) return true;
    }
    return false;
  });
}

}  // namespace

NoiseName noise_name(std::string_view name) {
  if (is_among(kWholeNames, name)) return NoiseName::Sure;
  const std::vector<std::string> words = words_of(name);
  if (words.empty() || denies(words.front())) return NoiseName::None;
  // "widget-area", but not "elementor-widget", which page builders call every box.
  if (words.front() == "widget") return NoiseName::Sure;
  // "social-links", but not "social-policy".
  if (words.front() == "social" && (words.size() == 1 || is_among(kSocialWords, words[1]))) {
    return NoiseName::Sure;
  }
  const bool strong = std::ranges::any_of(words, is_strong_word);
  const bool edge = is_edge_word(words.front()) || is_edge_word(words.back());
  const bool sure = has_pair(words) || is_among(kSureEdges, words.front()) ||
                    is_among(kSureEdges, words.back()) ||
                    std::ranges::any_of(
                        words, [](const std::string& word) { return is_among(kSureWords, word); });
  // "content-with-sidebar"
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (denies(words[i]) && says_nothing(words[i + 1])) return NoiseName::None;
  }
  const bool labels = std::ranges::any_of(
      words, [](const std::string& word) { return is_among(kLabelWords, word); });
  if (sure) return labels ? NoiseName::Labels : NoiseName::Sure;
  if (!strong && !edge) return NoiseName::None;
  if (!std::ranges::all_of(words, says_nothing)) return NoiseName::Unsure;
  return labels ? NoiseName::Labels : NoiseName::Sure;
}

}  // namespace idsearch::indexer
