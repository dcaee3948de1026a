// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_cited.hpp"

#include <charconv>
#include <string_view>

#include "indexer/html_links.hpp"
#include "indexer/html_mark_text.hpp"
#include "indexer/mark_styles.hpp"
#include "indexer/note_numbers.hpp"
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
      if ((raised || bracketed) && number < kNumbers) cited.push_back({i, number, false});
      at += length;
    }
    for (const MarkSign& sign : mark_signs(text, MarkStyle::Raised)) {
      if (!sign.sure) continue;
      for (const std::size_t by_sign : sign.numbers) cited.push_back({i, by_sign, true});
    }
  }
  return cited;
}

std::vector<std::size_t> numbers_cited(const HtmlBlock& block) {
  std::vector<std::size_t> cited;
  const std::string_view text = block.text;
  const auto add = [&cited](std::string_view shown) {
    for (const std::string& number : shown_numbers(shown)) cited.push_back(note_number(number));
  };
  for (const HtmlBlock::Span& span : block.raised) {
    add(text.substr(span.begin, span.end - span.begin));
  }
  constexpr std::size_t kLongestGroup = 40;  // "[12, 13, 14–17, 20]"
  for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    const std::size_t close = text.substr(at, kLongestGroup).find(']');
    if (close != std::string_view::npos) add(text.substr(at, close + 1));
  }
  return cited;
}

std::set<std::size_t> numbers_of(const std::vector<CitedPlace>& places) {
  std::set<std::size_t> numbers;
  for (const CitedPlace& place : places) numbers.insert(place.number);
  return numbers;
}

}  // namespace idsearch::indexer
