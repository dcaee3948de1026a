// SPDX-License-Identifier: GPL-2.0-or-later
// Tokens to marks and notes: which label does "[^Pipa]" mean, where among the words does it stand,
// and which number has an inline note?
#ifndef IDSEARCH_INDEXER_MARKDOWN_FINISH_HPP
#define IDSEARCH_INDEXER_MARKDOWN_FINISH_HPP

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/diagnostic_list.hpp"
#include "indexer/markdown_blocks.hpp"
#include "indexer/markdown_definitions.hpp"
#include "indexer/markdown_shields.hpp"
#include "indexer/marks.hpp"
#include "indexer/raw_profile.hpp"

namespace idsearch::indexer {

/// The labels of a file. Numbers lose leading zeros. A mark whose label differs from a defined one
/// only by the case of ASCII letters means that one, as on GitHub.
///
/// Inline notes "^[…]" are numbered in reading order from 1; where numbers are defined, from the
/// one behind the highest; among named labels they are "inline-1", "inline-2".
class MarkdownLabels {
 public:
  MarkdownLabels(const std::vector<MarkdownDefinition>& definitions,
                 const std::vector<MarkdownBlock>& blocks, const Shields& shields);

  /// The label of a shield that is a Mark or an InlineNote.
  std::string label(std::size_t shield) const;

  bool are_numbers() const { return numbers_; }

  /// Shields of the inline notes, in reading order.
  const std::vector<std::size_t>& inline_notes() const { return inline_; }

  /// Of an inline note: the label of the note cited before it in the text; empty for the first one.
  /// nullopt when no note has a label of its own, so that they follow each other.
  std::optional<std::string> cited_before(std::size_t shield) const;

  static std::string canonical(std::string_view label);

 private:
  const Shields& shields_;
  std::unordered_set<std::string> defined_;
  std::unordered_map<std::string, std::string> by_small_letters_;
  std::vector<std::size_t> inline_;
  std::unordered_map<std::size_t, std::string> inline_labels_;  // by shield
  std::unordered_map<std::size_t, std::string> cited_before_;   // by shield of an inline note
  bool numbers_ = true;
};

/// The block with its marks taken out: those of the tokens; "[3]" is text.
RawBlock with_marks(const MarkdownBlock& block, const MarkdownLabels& labels,
                    const Shields& shields);

/// The cells of the head of a table above this one of its first row: none or one, and for the last
/// cell all that are left.
std::span<const std::string> head_above(const MarkdownBlock& row, std::size_t cell);

/// The body text of a file without definitions, where marks may be "[3]" or raised: numbered marks
/// are written "[3]", and so are raised numbers that are among `marks`. Line breaks stay.
std::string with_brackets(std::string_view text, const Shields& shields,
                          const std::unordered_set<std::string>& marks);

/// What is to be said of the raised numbers of a block (see raised_number_message), as diagnostics
/// of its line. `given`: numbers of notes. `cites`: raised numbers that are given are marks.
void remark_raised(const MarkdownBlock& block, const Shields& shields,
                   const std::unordered_set<std::string>& given, bool cites, DiagnosticList& out);

/// Whether a text has tokens of the kind.
bool has_token(const MarkdownBlock& block, Shield::Kind kind, const Shields& shields);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_FINISH_HPP
