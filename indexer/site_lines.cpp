// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site_lines.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/among.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

bool is_site_line(std::string_view line) {
  constexpr std::size_t kLongest = 200;
  if (line.size() > kLongest) return false;
  constexpr auto kBeginnings = std::to_array<std::string_view>(
      {"©", "(c) 1", "(c) 2", "copyright ©", "copyright (c)", "copyright 1", "copyright 2"});
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
  const std::string key = text::comparison_key(line);
  const auto begins = [&key](std::string_view begin) { return key.starts_with(begin); };
  // A sentence may begin as the name of a maker does.
  constexpr std::size_t kLongestMaker = 40;
  return is_among(kWhole, key) || key.find("all rights reserved") != std::string::npos ||
         std::ranges::any_of(kBeginnings, begins) ||
         (key.size() <= kLongestMaker && !key.ends_with('.') &&
          std::ranges::any_of(kMakers, begins));
}

}  // namespace idsearch::indexer
