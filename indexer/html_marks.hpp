// SPDX-License-Identifier: GPL-2.0-or-later
// Which marks does the markup of a page prove: links to notes, raised numbers that have a note?
#ifndef IDSEARCH_INDEXER_HTML_MARKS_HPP
#define IDSEARCH_INDEXER_HTML_MARKS_HPP

#include <functional>
#include <set>
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
  /// All arguments but the last two must outlive the object. `cited`: numbers that marks without
  /// links show; a number raised by the character itself ("²") is a mark of other notes only.
  HtmlMarks(const HtmlPage& page, const LinkByNode& links, const std::vector<NoteItem>& items,
            const std::vector<RawNote>& notes, std::vector<MarkZone> zones,
            std::set<std::size_t> cited);

  /// What is to be said of a raised number, see raised_number_message.
  struct Remark {
    std::string number;
    std::string message;
  };

  /// In the block's text; ascending, not overlapping. A bare raised number without a link is one
  /// when a note has it, unless it is an exponent (see raised_numbers); without a note only where
  /// nothing else is raised, and its number is not far behind the last note's, if there are notes.
  std::vector<ProvenMark> in(const HtmlBlock& block, std::vector<Remark>* remarks = nullptr) const;

  /// Of a block that is part of a note, where nothing is a mark: raised numbers behind digits.
  std::vector<Remark> glued(const HtmlBlock& block) const;

  struct InRow {
    std::string text;
    std::vector<ProvenMark> proven;  ///< of `text`
    std::vector<Remark> remarks;     ///< on the block, without the head
  };
  /// The block's text and marks; kEmptyMark is put in for each mark in the head of a table, behind
  /// the cell of this row that stands below it. `is_mark` is asked about brackets in the head.
  InRow in_row(const HtmlBlock& block,
               const std::function<bool(std::string_view, MarkPlace)>& is_mark) const;

 private:
  const NoteLink* mark_link(NodeIndex node) const;
  std::string label_of(const NoteLink& link) const;
  const NoteItem* item_of(const NoteLink& link) const;  // that the link leads to, or null
  std::size_t shift_of(const NoteLink& link) const;
  // For numbers without links, of the list that follows the block.
  std::size_t shift_by_place(const HtmlBlock& block) const;
  // "¹", of a note that nothing else cites.
  void add_signs(const HtmlBlock& block, std::vector<ProvenMark>& out) const;
  void add_bracketed(const HtmlBlock& block, std::size_t shift, std::vector<ProvenMark>& out) const;
  std::size_t shift_at(const HtmlBlock& block, const ProvenMark& mark) const;
  // None for a link without label to something that is no note.
  std::vector<std::string> labels_of(const NoteLink& link) const;
  void add_raised(const HtmlBlock& block, const HtmlBlock::Span& span, std::vector<ProvenMark>& out,
                  std::vector<Remark>* remarks) const;
  bool may_be_raised_mark(const HtmlBlock& block, const HtmlBlock::Span& span,
                          const std::vector<std::string>& numbers) const;

  const HtmlPage& page_;
  const LinkByNode& links_;
  const std::vector<NoteItem>& items_;
  std::unordered_set<std::string> given_;
  std::size_t highest_ = 0;
  bool has_links_ = false;  // some mark is a link to its note
  std::vector<MarkZone> zones_;
  std::set<std::size_t> cited_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_MARKS_HPP
