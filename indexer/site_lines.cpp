// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site_lines.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>

#include "indexer/among.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

// Longer text is a paragraph.
constexpr std::size_t kLongestSiteLine = 200;

bool begins_with_any(std::string_view key, std::span<const std::string_view> beginnings) {
  return std::ranges::any_of(beginnings,
                             [key](std::string_view begin) { return key.starts_with(begin); });
}

bool names_owner(std::string_view key) {
  constexpr auto kBeginnings = std::to_array<std::string_view>(
      {"©", "(c) 1", "(c) 2", "copyright ©", "copyright (c)", "copyright 1", "copyright 2"});
  return begins_with_any(key, kBeginnings) ||
         key.find("all rights reserved") != std::string_view::npos;
}

}  // namespace

bool is_copyright_line(std::string_view line) {
  return line.size() <= kLongestSiteLine && names_owner(text::comparison_key(line));
}

bool is_site_line(std::string_view line) {
  constexpr auto kMakers = std::to_array<std::string_view>(
      {"powered by ", "designed by ", "website by ", "built with ", "proudly powered by "});
  constexpr auto kWhole = std::to_array<std::string_view>({"skip to content",
                                                           "skip to main content",
                                                           "menu",
                                                           "search",
                                                           "home",
                                                           "share",
                                                           "print",
                                                           "back to top",
                                                           "close",
                                                           "contact",
                                                           "contact us",
                                                           "about",
                                                           "about us",
                                                           "subscribe",
                                                           "newsletter",
                                                           "privacy",
                                                           "privacy policy",
                                                           "cookie policy",
                                                           "cookies",
                                                           "accept",
                                                           "accept all",
                                                           "terms of use",
                                                           "terms and conditions",
                                                           "sitemap",
                                                           "donate",
                                                           "follow us",
                                                           "follow us on"});
  if (line.size() > kLongestSiteLine) return false;
  const std::string key = text::comparison_key(line);
  // A sentence may begin as the name of a maker does.
  constexpr std::size_t kLongestMaker = 40;
  return is_among(kWhole, key) || names_owner(key) ||
         (key.size() <= kLongestMaker && !key.ends_with('.') && begins_with_any(key, kMakers));
}

}  // namespace idsearch::indexer
