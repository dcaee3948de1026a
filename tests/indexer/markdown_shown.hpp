// SPDX-License-Identifier: GPL-2.0-or-later
// What the Markdown reader made of a text, as lines, marks and line numbers included.
#ifndef IDSEARCH_TESTS_INDEXER_MARKDOWN_SHOWN_HPP
#define IDSEARCH_TESTS_INDEXER_MARKDOWN_SHOWN_HPP

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/raw_profile.hpp"
#include "indexer/read_markdown.hpp"

namespace idsearch::indexer {

/// "H2 Title", "P text{5} goes on", "I item", "R a | b", "N5 note": marks that the reader took out
/// in braces.
inline std::string shown_with_marks(const RawProfile& raw) {
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
  for (const RawNote& note : raw.notes) out += 'N' + note.label + ' ' + note.text + '\n';
  return out;
}

inline std::string markdown_shown(std::string_view markdown) {
  return shown_with_marks(read_markdown(markdown));
}

struct MarkdownCase {
  const char* markdown;
  const char* shown;
};

inline void expect_shown(const std::vector<MarkdownCase>& cases) {
  for (const MarkdownCase& c : cases) EXPECT_EQ(markdown_shown(c.markdown), c.shown) << c.markdown;
}

}  // namespace idsearch::indexer

#endif  // IDSEARCH_TESTS_INDEXER_MARKDOWN_SHOWN_HPP
