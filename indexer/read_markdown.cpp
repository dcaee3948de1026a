// SPDX-License-Identifier: GPL-2.0-or-later
// A Markdown file as a whole: front matter, definitions, blocks, head, marks, each read by a file
// of its own.
#include "indexer/read_markdown.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/mark_styles.hpp"
#include "indexer/markdown_blocks.hpp"
#include "indexer/markdown_definitions.hpp"
#include "indexer/markdown_finish.hpp"
#include "indexer/markdown_front.hpp"
#include "indexer/markdown_guard.hpp"
#include "indexer/markdown_head.hpp"
#include "indexer/markdown_list_notes.hpp"
#include "indexer/markdown_shielding.hpp"
#include "indexer/markdown_shields.hpp"
#include "indexer/markdown_tags.hpp"
#include "indexer/text_headings.hpp"
#include "indexer/text_lines.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

using Kind = RawBlock::Kind;

constexpr std::string_view kBom = "\xEF\xBB\xBF";
// Definitions of links are handed to each piece and note that may need them; all copies together.
constexpr std::size_t kMostReferenceCopies = std::size_t{64} << 20;

// The numbers in "[text][1]": their "[1]: url" defines a link and no note. Behind "[3][4]" stand
// two marks.
std::unordered_set<std::string> numbered_links(std::string_view text) {
  std::unordered_set<std::string> numbers;
  for (std::size_t at = text.find("]["); at != std::string_view::npos;
       at = text.find("][", at + 2)) {
    const std::size_t begin = at + 2;
    const std::size_t end = std::min(text.find_first_not_of("0123456789", begin), text.size());
    const bool behind_mark = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
    if (end < text.size() && text[end] == ']' && !behind_mark) {
      numbers.emplace(text.substr(begin, end - begin));
    }
  }
  return numbers;
}

class MarkdownReader {
 public:
  explicit MarkdownReader(std::string& text) : text_(text), shields_(text) {}

  void read(RawProfile& raw) {
    const FrontMatter front = read_front_matter(text_);
    std::move(front.diagnostics.begin(), front.diagnostics.end(),
              std::back_inserter(raw.diagnostics));
    source_ = scan_markdown(std::string_view(text_).substr(front.body), front.body_line, shields_);
    read_blocks(front.body_line);
    drop_empty_titles();
    take_markdown_head(front, shields_, blocks_, raw);
    drop_layout();
    const MarkdownLabels labels(source_.definitions, blocks_, shields_);
    const bool defined = !source_.definitions.empty() || !labels.inline_notes().empty();
    const bool lists = !defined && take_list(raw);
    if (defined) take_definitions(labels, raw);
    raw.has_note_list = !raw.notes.empty();
    const bool tokens =
        std::any_of(blocks_.begin(), blocks_.end(), [this](const MarkdownBlock& block) {
          return has_token(block, Shield::Kind::Mark, shields_);
        });
    std::unordered_set<std::string> given;
    for (const RawNote& note : raw.notes) given.insert(note.label);
    DiagnosticList diagnostics(raw.diagnostics);
    for (const MarkdownBlock& block : blocks_) {
      remark_raised(block, shields_, given, lists, diagnostics);
    }
    if (defined || (tokens && !lists)) {
      for (const MarkdownBlock& block : blocks_) add(with_marks(block, labels, shields_), raw);
    } else {
      add_unmarked(raw);
      take_other_marks(raw);
    }
  }

 private:
  std::string_view references(std::string_view user) {
    const bool wanted = !source_.references.empty() && user.find('[') != std::string_view::npos;
    if (!wanted || copied_ + source_.references.size() > kMostReferenceCopies) return {};
    copied_ += source_.references.size();
    return source_.references;
  }

  void read_blocks(std::size_t line) {
    ShieldOptions options;
    options.listed_notes = source_.definitions.empty();
    if (options.listed_notes) options.links = numbered_links(source_.body);
    if (!options.links.empty()) keep_references_of(options.links);
    std::size_t begin = 0;
    source_.cuts.push_back(source_.body.size());
    for (const std::size_t end : source_.cuts) {
      const std::string_view part = std::string_view(source_.body).substr(begin, end - begin);
      read_part(shielded(part, line, options, shields_), line,
                begin > 0 || end < source_.body.size() || !options.links.empty());
      line += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
      begin = end;
    }
  }

  // Other numbers than those of links are notes.
  void keep_references_of(const std::unordered_set<std::string>& links) {
    std::string kept;
    std::string_view rest = source_.references;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
      const std::string label(rest.substr(1, rest.find(']') - 1));
      if (!is_mark_number(label) || links.contains(label)) kept += rest.substr(0, end);
      rest.remove_prefix(end);
    }
    source_.references = std::move(kept);
  }

  void read_part(const std::string& part, std::size_t line, bool is_part) {
    const std::vector<MarkdownPiece> pieces = guard_.pieces(part, line);
    for (const MarkdownPiece& piece : pieces) {
      if (piece.is_plain) {
        append_plain(shields_.words(piece.text), piece.line, blocks_);
      } else {
        const bool apart = is_part || pieces.size() > 1;
        append_blocks(piece.text, piece.line, apart ? references(part) : std::string_view(),
                      shields_, blocks_);
      }
    }
  }

  // A heading "Notes" over definitions, and "Contents" over a list that was dropped, head nothing.
  void drop_empty_titles() {
    std::vector<MarkdownBlock> kept;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const bool last = i + 1 == blocks_.size();
      const bool empty = last || blocks_[i + 1].kind == Kind::Heading;
      if (blocks_[i].kind == Kind::Heading && empty) {
        const std::string title = joined_lines(shields_.shown_words(blocks_[i].text));
        // The definitions may stand anywhere.
        if (is_notes_title(title) && !source_.definitions.empty()) continue;
        const std::string key = text::slug(title.substr(0, kMostHeadingCharacters));
        if (key == "contents" || key == "table-of-contents") continue;
      }
      kept.push_back(std::move(blocks_[i]));
    }
    blocks_ = std::move(kept);
  }

  // What a dump has besides its text: placeholders of images, buttons.
  void drop_layout() {
    std::erase_if(blocks_, [](const MarkdownBlock& block) {
      if (block.kind != Kind::Paragraph) return false;
      const std::string_view text = text::trim(block.text);
      if (text.empty()) return true;
      if (text.size() > kMostHeadingCharacters) return false;
      return text == "flag" || without_layout({Line{text, block.line}}).empty();
    });
  }

  void take_definitions(const MarkdownLabels& labels, RawProfile& raw) {
    raw.numeric_labels = labels.are_numbers();
    for (const MarkdownDefinition& note : source_.definitions) {
      raw.notes.push_back({MarkdownLabels::canonical(note.label),
                           note_words(note.text, references(note.text), shields_, guard_),
                           note.line});
    }
    for (const std::size_t shield : labels.inline_notes()) {
      const std::string text = shields_.at(shield).value;
      const std::size_t line = shields_.at(shield).line;
      raw.notes.push_back({labels.label(shield),
                           note_words(text, references(text), shields_, guard_), line,
                           labels.cited_before(shield)});
    }
    std::stable_sort(raw.notes.begin(), raw.notes.end(),
                     [](const RawNote& a, const RawNote& b) { return a.line < b.line; });
  }

  bool take_list(RawProfile& raw) {
    raw.notes = take_listed_notes(blocks_, shields_);
    return !raw.notes.empty();
  }

  // Marks in brackets stay in the text for `assemble`.
  void add_unmarked(RawProfile& raw) {
    std::unordered_set<std::string> given;
    for (const RawNote& note : raw.notes) given.insert(note.label);
    for (const MarkdownBlock& block : blocks_) {
      RawBlock out;
      out.kind = block.kind;
      out.level = block.level;
      out.line = block.line;
      out.text = joined_lines(with_brackets(block.text, shields_, given));
      for (std::size_t i = 0; i < block.cells.size(); ++i) {
        if (i > 0) out.text += " | ";
        out.text += joined_lines(with_brackets(block.cells[i], shields_, given));
        for (const std::string& above : head_above(block, i)) {
          out.text += marks_of(joined_lines(with_brackets(above, shields_, given)), given);
        }
      }
      add(std::move(out), raw);
    }
  }

  // "Fee [2]" → "[2]"
  static std::string marks_of(std::string_view text, const std::unordered_set<std::string>& given) {
    const MarkedText marked = take_marks(text, [&](std::string_view label, MarkPlace place) {
      return place == MarkPlace::Firm || given.contains(std::string(label));
    });
    std::string out;
    for (const Mark& mark : marked.marks) out += '[' + mark.note + ']';
    return out;
  }

  static void add(RawBlock block, RawProfile& raw) {
    const bool row = block.kind == Kind::Row;
    const bool empty = row ? block.text.find_first_not_of("| ") == std::string::npos
                           : text::trim(block.text).empty();
    const bool marks = block.marks && !block.marks->empty();
    if (!empty || marks) raw.blocks.push_back(std::move(block));
  }

  const std::string& text_;
  Shields shields_;
  MarkdownSource source_;
  std::vector<MarkdownBlock> blocks_;
  MarkdownGuard guard_;
  std::size_t copied_ = 0;
};

}  // namespace

RawProfile read_markdown(std::string_view bytes) {
  RawProfile raw;
  text::RepairedText repaired = text::repair_utf8(bytes);
  raw.diagnostics = invalid_utf8_diagnostics(bytes, repaired.bad_offsets);
  if (repaired.text.starts_with(kBom)) repaired.text.erase(0, kBom.size());
  MarkdownReader(repaired.text).read(raw);
  return raw;
}

}  // namespace idsearch::indexer
