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

// Words that say it wherever they stand in a name.
constexpr auto kStrongWords = std::to_array<std::string_view>(
    {"cookie",      "cookies",    "cookiebot", "onetrust",    "gdpr",        "breadcrumb",
     "breadcrumbs", "sharedaddy", "addtoany",  "newsletter",  "sidebar",     "navbar",
     "masthead",    "navbox",     "catlinks",  "printfooter", "editsection", "toc",
     "pagination",  "disqus",     "backtotop", "skiplink",    "byline"});

// Words that say it at the beginning or end of a name: "site-footer", "related-posts".
constexpr auto kEdgeWords = std::to_array<std::string_view>(
    {"nav",         "navigation",    "menu",      "submenu",     "footer",
     "share",       "sharing",       "related",   "recommended", "recommendations",
     "advert",      "advertisement", "ads",       "ad",          "comments",
     "respond",     "modal",         "popup",     "lightbox",    "tooltip",
     "tooltiptext", "skip",          "subscribe", "signup",      "promo",
     "copyright",   "toolbar",       "topbar",    "tags"});

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
                                                 {"search", "form"},
                                                 {"search", "box"},
                                                 {"lang", "switch"},
                                                 {"language", "switcher"},
                                                 {"lang", "switcher"},
                                                 {"field", "tags"},
                                                 {"comment", "form"},
                                                 {"comment", "list"}});

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
    if (words.back().empty()) words.pop_back();
  }
  return words;
}

}  // namespace

bool is_noise_name(std::string_view name) {
  if (is_among(kWholeNames, name)) return true;
  const std::vector<std::string> words = words_of(name);
  if (words.empty()) return false;
  for (const std::string_view about : {"has", "with", "no", "is", "not", "without", "js"}) {
    if (words.front() == about) return false;
  }
  // "widget-area", but not "elementor-widget", which page builders call every box.
  if (words.front() == "widget") return true;
  // "social-links", but not "social-policy".
  if (words.front() == "social" && (words.size() == 1 || is_among(kSocialWords, words[1]))) {
    return true;
  }
  const auto has_pair = [&words](const WordPair& pair) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      if (words[i] == pair.first && words[i + 1] == pair.second) return true;
    }
    return false;
  };
  if (std::ranges::any_of(kPairs, has_pair)) return true;
  return std::ranges::any_of(
             words, [](const std::string& word) { return is_among(kStrongWords, word); }) ||
         is_among(kEdgeWords, words.front()) || is_among(kEdgeWords, words.back());
}

}  // namespace idsearch::indexer
