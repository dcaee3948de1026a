// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_cited.hpp"

#include <charconv>
#include <string_view>

#include "text/utf8.hpp"

namespace idsearch::indexer {

std::vector<CitedPlace> cited_places(const HtmlPage& page) {
  constexpr std::size_t kNumbers = 1000;  // of three digits; four are a year
  std::vector<CitedPlace> cited;
  for (NodeIndex i = 0; i < page.size(); ++i) {
    const HtmlNode& node = page.node(i);
    if (node.name != HtmlName::Text) continue;
    const std::string_view text = node.text;
    const bool raised = page.node(node.parent).name == HtmlName::Sup;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!text::is_ascii_digit(text[at])) continue;
      std::size_t number = kNumbers;
      const char* const begin = text.data() + at;
      const char* const end = std::from_chars(begin, text.data() + text.size(), number).ptr;
      const auto length = static_cast<std::size_t>(end - begin);
      const bool bracketed =
          at > 0 && text[at - 1] == '[' && at + length < text.size() && text[at + length] == ']';
      if ((raised || bracketed) && number < kNumbers) cited.push_back({i, number});
      at += length;
    }
  }
  return cited;
}

std::set<std::size_t> numbers_of(const std::vector<CitedPlace>& places) {
  std::set<std::size_t> numbers;
  for (const CitedPlace& place : places) numbers.insert(place.number);
  return numbers;
}

}  // namespace idsearch::indexer
