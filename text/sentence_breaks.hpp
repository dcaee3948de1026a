// SPDX-License-Identifier: GPL-2.0-or-later
// The sentence rules of UAX #29 and the abbreviations that they do not know. Internal to text/.
#ifndef IDSEARCH_TEXT_SENTENCE_BREAKS_HPP
#define IDSEARCH_TEXT_SENTENCE_BREAKS_HPP

#include <cstddef>
#include <string_view>
#include <vector>

namespace idsearch::text {

/// Where sentences end by ICU's root rules: ascending, the last one is the end of the text. Empty
/// for empty text. Uses ICU's character properties only, which need no data file.
std::vector<std::size_t> sentence_ends(std::string_view utf8);

/// True for full stops, question and exclamation marks of any script.
bool ends_sentence(char32_t c);

/// True when the full stop that `before` ends with belongs to an abbreviation, given what stands
/// `after` it: "No.", "U.N.", "N.", "Sdn."; false when `before` does not end with a full stop.
bool ends_with_abbreviation(std::string_view before, std::string_view after);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_SENTENCE_BREAKS_HPP
