// SPDX-License-Identifier: GPL-2.0-or-later
// The text of one note of an HTML page, without its number and its links back.
#ifndef IDSEARCH_INDEXER_HTML_NOTE_WRITER_HPP
#define IDSEARCH_INDEXER_HTML_NOTE_WRITER_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/html_blocks.hpp"
#include "indexer/html_links.hpp"
#include "indexer/html_notes.hpp"
#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// A part of a text, and what is to stand there.
struct TextChange {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view with;
};

/// `changes` ascending; one that begins within another is left out.
std::string changed(std::string_view text, const std::vector<TextChange>& changes);

class NoteWriter {
 public:
  /// All arguments must outlive the object.
  NoteWriter(const HtmlPage& page, const std::vector<HtmlBlock>& blocks, const LinkByNode& links,
             const std::vector<NoteItem>& items)
      : page_(page), blocks_(blocks), links_(links), items_(items) {}

  /// The blocks of a note, joined by a blank. `ordered`: a list shows the number, so a bare number
  /// at the beginning belongs to the words.
  std::string text(const std::vector<std::size_t>& indexes, std::string_view label,
                   bool ordered) const;

  /// Whether the number at the beginning of the block stands in an element of its own, not in the
  /// words: "<sup>1</sup> text".
  bool has_own_label(const HtmlBlock& block) const;

 private:
  bool begins_with_back_link(const HtmlBlock& block) const;
  bool is_in_note(NodeIndex node) const;
  bool is_at_mark(NodeIndex target) const;
  std::vector<TextChange> changes(const HtmlBlock& block) const;
  bool is_back_link(NodeIndex node) const;
  std::string without_label(const HtmlBlock& block, std::string text, std::string_view label,
                            bool ordered, bool more_blocks) const;

  const HtmlPage& page_;
  const std::vector<HtmlBlock>& blocks_;
  const LinkByNode& links_;
  const std::vector<NoteItem>& items_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_NOTE_WRITER_HPP
