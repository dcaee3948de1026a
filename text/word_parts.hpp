// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of written words: "e-KYC", "eGov.kz", "eID_card", "U.N.". Internal to text/.
#ifndef IDSEARCH_TEXT_WORD_PARTS_HPP
#define IDSEARCH_TEXT_WORD_PARTS_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/word_breaks.hpp"

namespace idsearch::text {

/// How a part hangs together with the part behind it.
enum class Link : std::uint8_t { None, Hyphen, Dot, LowLine };

struct Part {
  std::size_t start = 0, end = 0;  ///< bytes of the text that the spans belong to
  Link next = Link::None;
  bool continues = false;  ///< with the part before it one word of a script without blanks
};

/// Splits words at inner full stops between letters, at low lines, and at '@' (and ';', fraction
/// slashes and narrow blanks, which ICU keeps inside numbers), and links words that one hyphen
/// connects. Characters that are words by themselves (fold.hpp) are parts of their own, so that
/// what is found does not hang on where a dictionary saw words: it cuts a name otherwise in a
/// sentence than in a query. Parts without a letter or digit are left out, and so is the "s" of
/// "1990's".
void append_parts(std::string_view utf8, std::span<const Span> words, std::vector<Part>& out);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_WORD_PARTS_HPP
