// SPDX-License-Identifier: GPL-2.0-or-later
// Which signs of a dialect of Markdown are markup and no words: "==marked==", "++ctrl+c++", changes
// ("{++new++}"), attributes ("{: .class}", "[words]{.underline}"), what is lowered ("H~2~O"), roles
// ("{abbr}`words`"), references of outlines?
#ifndef IDSEARCH_INDEXER_MARKDOWN_SIGNS_HPP
#define IDSEARCH_INDEXER_MARKDOWN_SIGNS_HPP

#include <cstddef>
#include <string_view>
#include <vector>

namespace idsearch::indexer {

/// Bytes [begin, end) that no reader of the page sees.
struct HiddenSigns {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// In a piece of Markdown; ascending, not overlapping, none over the end of a line. Nobody asks
/// here what is code: there the signs come back (see Shields).
///
/// "==" and "++" count only in pairs of exactly two around words, outside of words ("a == b",
/// "C++", "x==y" have none); "++" only around names of keys, without blanks. Of a change
/// "{~~old~>new~~}" the new words are shown, of a comment "{>>…<<}" nothing, what "{--…--}" strikes
/// out is shown. "~" counts around letters and digits behind a word ("H~2~O"). Attributes stand
/// glued to what they are of, alone on their line, or begin with
/// "{:"; not those at the end of headings and fences.
std::vector<HiddenSigns> dialect_signs(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_SIGNS_HPP
