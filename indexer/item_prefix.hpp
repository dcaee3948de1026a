// SPDX-License-Identifier: GPL-2.0-or-later
// What does a line begin with: a bullet, a number, a letter? And which depth do numbered headings
// show?
#ifndef IDSEARCH_INDEXER_ITEM_PREFIX_HPP
#define IDSEARCH_INDEXER_ITEM_PREFIX_HPP

#include <cstddef>
#include <optional>
#include <string_view>

namespace idsearch::indexer {

struct ItemPrefix {
  enum class Kind {
    Bullet,         ///< "• ", "- ", "* ", "– "
    Decimal,        ///< "1. ", "2.4 ", "2.4.1. "
    SmallLetter,    ///< "a. "
    CapitalLetter,  ///< "A. "
    SmallRoman,     ///< "ii. "
    CapitalRoman,   ///< "IV. "
    Bracketed,      ///< "(a) ", "1) ", "b) ": items of a list, never headings
  };
  Kind kind = Kind::Bullet;
  std::size_t depth = 1;   ///< numbers of a Decimal: 2 in "2.4"
  std::size_t value = 0;   ///< of the last number or letter, from 1
  std::size_t length = 0;  ///< bytes, the blanks behind included
};

/// The prefix of a line without outer blanks; a single "i." is read as SmallRoman, "I." as
/// CapitalRoman, "v." and "x." as letters. nullopt when there is none, or when nothing but a number
/// stands on the line. A lone bullet is a prefix.
std::optional<ItemPrefix> item_prefix(std::string_view line);

/// Depths of numbered headings, asked in reading order. "1." is level 1, "2.4" level 2, "IV."
/// level 1 with the decimals below it; a letter is one deeper than the last number, small Roman
/// numbers one deeper than the last letter.
class HeadingNumbers {
 public:
  /// True when the prefix can number a heading here: a capital letter must be A or follow the last
  /// one ("J. Smith" is a name).
  bool fits(const ItemPrefix& prefix) const;

  /// The level of a heading with this prefix, from 1; 0 when nothing shows it. Remembers it.
  std::size_t level(const ItemPrefix& prefix);

 private:
  /// The prefix with "I.", "V.", "X.", "i." read as the row of headings so far demands.
  ItemPrefix in_context(ItemPrefix prefix) const;

  // Values of the last ones; 0 = none since the last number.
  std::size_t roman_ = 0;
  std::size_t capital_letter_ = 0;
  std::size_t small_letter_ = 0;
  std::size_t roman_below_letter_ = 0;  // since the last capital letter
  std::size_t number_level_ = 0;        // of the last number; 0 = none yet
  std::size_t letter_level_ = 0;        // of the last letter since then
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_ITEM_PREFIX_HPP
