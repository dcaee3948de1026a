// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_set_apart.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "indexer/characters.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

constexpr auto kApartNames = std::to_array<std::string_view>(
    {"subtitle", "sub-title", "sub_title", "subheading", "sub-heading", "subhead", "tagline",
     "kicker", "eyebrow", "overline", "strapline", "standfirst", "preheading", "pre-title",
     "d-block"});

bool is_block_by_style(std::string_view style) {
  std::string tight;
  for (const char c : style) {
    if (!text::is_ascii_space(c)) tight += text::ascii_lower(c);
  }
  return tight.find("display:block") != std::string::npos;
}

bool is_capital(char32_t c) { return c >= 'A' && c <= 'Z'; }

// The first character behind `node` in the same block; a blank when there is none.
char32_t character_behind(const HtmlPage& page, NodeIndex node) {
  for (NodeIndex i = page.node(node).end; i < page.size(); ++i) {
    if (is_html_block(page.node(i).name) || page.node(i).name == HtmlName::Br) break;
    if (!page.node(i).text.empty()) return first_character(page.node(i).text).code;
  }
  return ' ';
}

// The letters of ASCII at the end of the words.
std::size_t last_word_letters(std::string_view words) {
  std::size_t letters = 0;
  while (letters < words.size() && text::is_ascii_letter(words[words.size() - 1 - letters])) {
    ++letters;
  }
  return letters;
}

// Of a <small> glued to the words before or behind it.
bool is_inside_word(const HtmlPage& page, NodeIndex node, std::string_view words) {
  const std::string own = page.text_of(node, 100);
  const char32_t first = first_character(own).code;
  const char32_t behind = character_behind(page, node);
  const char32_t before = last_character(words).code;
  if (!is_letter(first)) return true;  // "(", ",": as it is typed
  if (words.empty()) return is_small_letter(behind);
  if (!is_letter(before) && !is_sentence_end(before) && !is_closing(before)) return true;
  if (is_letter(before) && is_letter(behind)) return true;
  return (is_capital(before) && is_capital(first)) || last_word_letters(words) == 1;
}

}  // namespace

bool is_set_apart(const HtmlPage& page, NodeIndex node, const HtmlLine& line) {
  const HtmlNode& element = page.node(node);
  if (is_html_block(element.name) || !page.has_text(node, element.end)) return false;
  const std::string_view names = element.value(HtmlAttribute::Class);
  const bool named = std::ranges::any_of(
      kApartNames, [names](std::string_view name) { return has_word(names, name); });
  if (named || is_block_by_style(element.value(HtmlAttribute::Style))) return true;
  if (element.name != HtmlName::Small) return false;
  const bool glued = !line.ends_in_gap();
  return !glued || !is_inside_word(page, node, line.words());
}

}  // namespace idsearch::indexer
