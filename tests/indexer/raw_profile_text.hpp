// SPDX-License-Identifier: GPL-2.0-or-later
// A RawProfile as lines of text, so that a test can compare everything at once.
#ifndef IDSEARCH_TESTS_INDEXER_RAW_PROFILE_TEXT_HPP
#define IDSEARCH_TESTS_INDEXER_RAW_PROFILE_TEXT_HPP

#include <algorithm>
#include <string>

#include "indexer/raw_profile.hpp"

namespace idsearch::indexer {

/// "H Title", "H2 2.4 Title" (level shown), "P paragraph", "I item", "R row", "N12 note", each with
/// a newline. Marks that the reader took out are put back as "{12}".
inline std::string shown(const RawProfile& raw) {
  std::string out;
  for (const RawBlock& block : raw.blocks) {
    out += "HPIR"[static_cast<std::size_t>(block.kind)];
    if (block.level != 0) out += std::to_string(block.level);
    std::string text = block.text;
    if (block.marks) {
      for (auto mark = block.marks->rbegin(); mark != block.marks->rend(); ++mark) {
        text.insert(mark->at, "{" + mark->note + "}");
      }
    }
    out += ' ' + text + '\n';
  }
  for (const RawNote& note : raw.notes) {
    std::string text = note.text;
    std::ranges::replace(text, '\n', ' ');  // between paragraphs
    out += 'N' + note.label + ' ' + text + '\n';
  }
  return out;
}

}  // namespace idsearch::indexer

#endif  // IDSEARCH_TESTS_INDEXER_RAW_PROFILE_TEXT_HPP
