// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_menu_titles.hpp"

#include <algorithm>
#include <array>

#include "indexer/among.hpp"

namespace idsearch::indexer {

namespace {

constexpr auto kContentsTitles = std::to_array<std::string_view>(
    {"contents", "table of contents", "on this page", "in this article", "in this page",
     "in this profile", "in this section", "jump to", "jump to section", "page contents",
     "quick links", "sections", "navigation", "page navigation", "outline", "index"});

constexpr auto kRelatedTitles =
    std::to_array<std::string_view>({"related",           "related profiles",  "related pages",
                                     "related articles",  "related posts",     "related links",
                                     "related content",   "related countries", "related resources",
                                     "related stories",   "related news",      "see also",
                                     "you may also like", "more from",         "more",
                                     "read more",         "read next",         "latest news",
                                     "recent posts",      "latest posts",      "other profiles",
                                     "other countries",   "more profiles",     "more countries",
                                     "explore",           "explore more",      "popular posts",
                                     "categories"});

constexpr auto kSiteTitles = std::to_array<std::string_view>({"leave a reply",
                                                              "leave a comment",
                                                              "post a comment",
                                                              "comments",
                                                              "newsletter",
                                                              "our newsletter",
                                                              "share this",
                                                              "share this page",
                                                              "share",
                                                              "about the author",
                                                              "about the authors",
                                                              "about this site",
                                                              "about this website",
                                                              "about us",
                                                              "follow us",
                                                              "contact us",
                                                              "subscribe",
                                                              "stay in touch",
                                                              "keep in touch",
                                                              "stay informed",
                                                              "stay up to date",
                                                              "sign up",
                                                              "join our mailing list",
                                                              "privacy preference center",
                                                              "manage consent",
                                                              "cookie settings",
                                                              "how to cite",
                                                              "how to cite this page",
                                                              "how to cite this profile",
                                                              "how to cite this article",
                                                              "cite this page",
                                                              "cite this article",
                                                              "cite this profile",
                                                              "suggested citation",
                                                              "recommended citation"});

constexpr auto kCookieWords = std::to_array<std::string_view>(
    {"we use cookies", "this website uses cookies", "this site uses cookies",
     "our website uses cookies", "our site uses cookies", "we and our partners",
     "by continuing to use this", "by continuing to browse", "by using this site",
     "by using this website", "this website stores cookies", "cookie policy", "cookie settings"});

}  // namespace

bool is_contents_title(std::string_view key) { return is_among(kContentsTitles, key); }

bool is_related_title(std::string_view key) { return is_among(kRelatedTitles, key); }

bool is_site_title(std::string_view key) {
  // "3 comments"
  const std::size_t word = key.find_first_not_of("0123456789");
  if (word > 0 && word < key.size() && key[word] == ' ') {
    const std::string_view what = key.substr(word + 1);
    return what == "comments" || what == "comment" || what == "responses";
  }
  return is_among(kSiteTitles, key);
}

bool is_cookie_notice(std::string_view key) {
  return std::ranges::any_of(kCookieWords,
                             [&](std::string_view words) { return key.starts_with(words); });
}

}  // namespace idsearch::indexer
