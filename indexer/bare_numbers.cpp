// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bare_numbers.hpp"

#include <charconv>
#include <map>
#include <string_view>

#include "indexer/characters.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

struct Numbered {
  std::size_t block = 0;
  std::size_t number = 0;
  std::size_t length = 0;
};

// number 0 when the title does not begin with one or two digits, a blank and a letter.
Numbered number_of_title(std::string_view title) {
  Numbered out;
  std::size_t digits = 0;
  while (digits < title.size() && text::is_ascii_digit(title[digits])) ++digits;
  if (digits == 0 || digits > 2) return out;
  const std::size_t blanks = leading_blanks(title.substr(digits));
  if (blanks == 0 || !is_letter(character_at(title, digits + blanks).code)) return out;
  std::from_chars(title.data(), title.data() + digits, out.number);
  out.length = digits + blanks;
  return out;
}

}  // namespace

std::vector<std::size_t> bare_numbers(const std::vector<RawBlock>& blocks) {
  std::map<std::size_t, std::vector<Numbered>> by_level;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind != RawBlock::Kind::Heading || blocks[i].level == 0) continue;
    Numbered found = number_of_title(blocks[i].text);
    found.block = i;
    if (found.number != 0) by_level[blocks[i].level].push_back(found);
  }
  std::vector<std::size_t> lengths(blocks.size(), 0);
  for (const auto& [level, headings] : by_level) {
    bool counts = headings.size() > 1;
    for (std::size_t k = 0; k < headings.size(); ++k)
      counts = counts && headings[k].number == k + 1;
    if (!counts) continue;
    for (const Numbered& heading : headings) lengths[heading.block] = heading.length;
  }
  return lengths;
}

}  // namespace idsearch::indexer
