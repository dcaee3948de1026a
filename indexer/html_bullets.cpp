// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_bullets.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "indexer/characters.hpp"
#include "indexer/item_prefix.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

// "o" or "§" in an element of its own with no-break blanks behind it: letters of Courier and
// Wingdings that Word draws as bullets. The length with the blanks; 0 when it is none.
std::size_t drawn_bullet(const HtmlPage& page, const HtmlBlock& block) {
  constexpr std::string_view kBlanks = "\u00A0\u00A0";
  const std::string_view text = block.text;
  const std::size_t length = first_character(text).length;
  const bool own = text::trim(page.node(block.first).text) == text.substr(0, length);
  if (!own || !text.substr(length).starts_with(kBlanks)) return 0;
  return length + leading_blanks(text.substr(length));
}

std::size_t bullet_length(const HtmlPage& page, const HtmlBlock& block) {
  const auto prefix = item_prefix(block.text);
  if (prefix && prefix->kind == ItemPrefix::Kind::Bullet && !block.text.starts_with('*'))
    return prefix->length;
  return drawn_bullet(page, block);
}

void shift(std::vector<HtmlBlock::Span>& spans, std::size_t length) {
  std::erase_if(spans, [length](const HtmlBlock::Span& span) { return span.end <= length; });
  for (HtmlBlock::Span& span : spans) {
    span.begin = span.begin > length ? span.begin - length : 0;
    span.end -= length;
  }
}

}  // namespace

void read_typed_bullets(const HtmlPage& page, const std::vector<bool>& skipped,
                        std::vector<HtmlBlock>& blocks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    HtmlBlock& block = blocks[i];
    const bool typed =
        block.kind == RawBlock::Kind::Paragraph || block.kind == RawBlock::Kind::Item;
    if (skipped[i] || !typed) continue;
    const std::size_t length = bullet_length(page, block);
    if (length == 0 || length >= block.text.size()) continue;
    block.kind = RawBlock::Kind::Item;
    block.text.erase(0, length);
    shift(block.links, length);
    shift(block.raised, length);
  }
}

}  // namespace idsearch::indexer
