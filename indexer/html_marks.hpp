// SPDX-License-Identifier: GPL-2.0-or-later
// Which marks does the markup of a page prove: links to notes, raised numbers that have a note?
#ifndef IDSEARCH_INDEXER_HTML_MARKS_HPP
#define IDSEARCH_INDEXER_HTML_MARKS_HPP

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/html_blocks.hpp"
#include "indexer/html_note_texts.hpp"
#include "indexer/html_notes.hpp"
#include "indexer/html_page.hpp"
#include "indexer/marks.hpp"

namespace idsearch::indexer {

class HtmlMarks {
 public:
  /// All arguments must outlive the object.
  HtmlMarks(const HtmlPage& page, const LinkByNode& links, const std::vector<NoteItem>& items,
            const std::vector<RawNote>& notes);

  /// In the block's text; ascending, not overlapping. A bare raised number without a link is one
  /// when a note has it, unless it is an exponent ("10⁶", "m²", "x²").
  std::vector<ProvenMark> in(const HtmlBlock& block) const;

  struct InRow {
    std::string text;
    std::vector<ProvenMark> proven;  ///< of `text`
  };
  /// The block's text and marks; kEmptyMark is put in for each mark in the head of a table, behind
  /// the cell of this row that stands below it. `is_mark` is asked about brackets in the head.
  InRow in_row(const HtmlBlock& block,
               const std::function<bool(std::string_view, MarkPlace)>& is_mark) const;

 private:
  const NoteLink* mark_link(NodeIndex node) const;
  std::string label_of(const NoteLink& link) const;
  // None for a link without label to something that is no note.
  std::vector<std::string> labels_of(const NoteLink& link) const;
  void add_raised(const HtmlBlock& block, const HtmlBlock::Span& span,
                  std::vector<ProvenMark>& out) const;
  bool may_be_raised_mark(const HtmlBlock& block, const HtmlBlock::Span& span,
                          const std::vector<std::string>& numbers) const;

  const HtmlPage& page_;
  const LinkByNode& links_;
  const std::vector<NoteItem>& items_;
  std::unordered_set<std::string> given_;
  std::size_t highest_ = 0;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_MARKS_HPP
