// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_blocks.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "indexer/markdown_dialects.hpp"
#include "indexer/markdown_html.hpp"
#include "indexer/markdown_shielding.hpp"
#include "indexer/markdown_terms.hpp"
#include "indexer/markdown_text.hpp"
#include "indexer/markdown_tree.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

using Kind = RawBlock::Kind;

class TreeReader {
 public:
  TreeReader(std::string_view piece, std::size_t line, bool in_note, Shields& shields,
             std::vector<MarkdownBlock>& blocks)
      : piece_(piece), first_line_(line), in_note_(in_note), shields_(shields), blocks_(blocks) {}

  void read() {
    const MarkdownTree tree = parse_markdown(piece_);
    const MarkdownIter iter(cmark_iter_new(tree.get()));
    for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iter.get())) {
      cmark_node* node = cmark_iter_get_node(iter.get());
      const bool enter = event == CMARK_EVENT_ENTER;
      if (take(node, enter) && enter) cmark_iter_reset(iter.get(), node, CMARK_EVENT_EXIT);
    }
  }

 private:
  // True when the children of the node are read already.
  bool take(cmark_node* node, bool enter) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_ITEM) {
      if (enter) begin_item(node);
    } else if (is_table_row(node)) {
      if (!enter) return false;
      add_row(node);
      return true;
    } else if (type == CMARK_NODE_CODE_BLOCK) {
      add(Kind::Paragraph, node, shields_.sources(literal_of(node)));
    } else if (type == CMARK_NODE_HTML_BLOCK) {
      for (MarkdownBlock& block : html_blocks(literal_of(node), line_of(node), shields_)) {
        blocks_.push_back(std::move(block));
      }
    } else if (type == CMARK_NODE_HEADING) {
      if (!enter) return false;
      std::string title = text_of_node(node, shields_).text;
      cut_attributes(title);
      add(Kind::Heading, node, std::move(title));
      return true;
    } else if (type == CMARK_NODE_PARAGRAPH) {
      if (enter) add_paragraph(node);
      return enter;
    }
    return false;
  }

  std::size_t line_of(cmark_node* node) const {
    const int line = cmark_node_get_start_line(node);
    return first_line_ + static_cast<std::size_t>(std::max(line, 1)) - 1;
  }

  // The number as it stands in the file: the parser counts on from the first.
  void begin_item(cmark_node* item) {
    number_ = 0;
    if (cmark_node_get_list_type(cmark_node_parent(item)) != CMARK_ORDERED_LIST) return;
    const std::string_view line = line_at(cmark_node_get_start_line(item));
    const auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(item), 1));
    const std::size_t at = std::min(column - 1, line.size());
    const auto end = std::from_chars(line.data() + at, line.data() + line.size(), number_).ptr;
    delimiter_ = end < line.data() + line.size() ? *end : '.';
  }

  // Items come in order, so the walk to the line goes on from the last one.
  std::string_view line_at(int number) {
    if (number < walked_line_) {
      walked_line_ = 1;
      walked_ = 0;
    }
    while (walked_line_ < number && walked_ < piece_.size()) {
      walked_ = std::min(piece_.find('\n', walked_), piece_.size() - 1) + 1;
      ++walked_line_;
    }
    const std::string_view rest = piece_.substr(walked_);
    return rest.substr(0, rest.find('\n'));
  }

  void add_paragraph(cmark_node* node) {
    MarkdownText made = text_of_node(node, shields_);
    cmark_node* parent = cmark_node_parent(node);
    const cmark_node_type parent_type = cmark_node_get_type(parent);
    const bool first = cmark_node_previous(node) == nullptr;
    const bool item = parent_type == CMARK_NODE_ITEM;
    if (made.only_anchor) return;  // of a list of contents
    if (!in_note_ && add_drawn_rows(node, made.text)) return;
    if (parent_type == CMARK_NODE_BLOCK_QUOTE && first) {
      std::string title = take_callout(made.text);
      if (!title.empty()) add(Kind::Paragraph, node, std::move(title));
    }
    cut_instructions(made.text);
    std::vector<MarkdownPart> parts = at_breaks(parts_at_fences(std::move(made.text)));
    made.text.clear();
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      cut_shortcodes(parts[i].text);
      add(Kind::Paragraph, node, std::move(parts[i].text));
      blocks_.back().line += parts[i].line;
    }
    if (!parts.empty()) made.text = std::move(parts.back().text);
    cut_line_bars(made.text);
    cut_shortcodes(made.text);
    if (!in_note_ && add_terms(node, made.text)) return;
    if (in_note_ && item && first && number_ != 0) {
      made.text.insert(0, std::to_string(number_) + delimiter_ + ' ');
    }
    add(item ? Kind::Item : Kind::Paragraph, node, std::move(made.text));
    if (!parts.empty()) blocks_.back().line += parts.back().line;
    if (item && first && !blocks_.empty()) blocks_.back().number = number_;
  }

  // Parts that Break tokens part further.
  std::vector<MarkdownPart> at_breaks(const std::vector<MarkdownPart>& parts) const {
    std::vector<MarkdownPart> out;
    for (const MarkdownPart& part : parts) {
      std::string_view rest = part.text;
      std::size_t line = part.line;
      for (auto token = shields_.find(rest, 0); token;) {
        if (shields_.at(token->shield).kind != Shield::Kind::Break) {
          token = shields_.find(rest, token->end);
          continue;
        }
        const std::string_view before = rest.substr(0, token->begin);
        if (!text::trim(before).empty()) out.push_back({std::string(before), line});
        line += static_cast<std::size_t>(std::ranges::count(before, '\n'));
        rest.remove_prefix(token->end);
        if (rest.starts_with('\n')) {
          rest.remove_prefix(1);
          ++line;
        }
        token = shields_.find(rest, 0);
      }
      if (!rest.empty() || out.empty()) out.push_back({std::string(rest), line});
    }
    return out;
  }

  // Whether the paragraph is terms and definitions, or the caption of a table.
  bool add_terms(cmark_node* node, std::string& text) {
    cmark_node* before = cmark_node_previous(node);
    const bool below = before != nullptr && !blocks_.empty();
    if (below && (is_table(before) || before == drawn_) && definition_sign(text) != 0) {
      text.erase(0, definition_sign(text));
      cut_attributes(text);
      return false;
    }
    // Pandoc allows it above the table, too.
    cmark_node* behind = cmark_node_next(node);
    if (behind != nullptr && (is_table(behind) || is_drawn_table(behind))) {
      if (definition_sign(text) != 0 || text.starts_with("Table:")) {
        text.erase(0, definition_sign(text));
        cut_attributes(text);
        return false;
      }
    }
    const bool below_text = below && cmark_node_get_type(before) == CMARK_NODE_PARAGRAPH;
    const bool goes_on = below_text && (before == defined_ ||
                                        reads_as_term(shields_.shown_words(blocks_.back().text)));
    const std::vector<MarkdownTerm> terms = terms_of(text, goes_on);
    if (terms.empty()) return false;
    if (definition_sign(text) != 0) blocks_.back().kind = Kind::Item;
    for (const MarkdownTerm& term : terms) {
      add(Kind::Item, node, term.text);
      blocks_.back().line += term.line;
    }
    defined_ = node;
    return true;
  }

  bool is_drawn_table(cmark_node* node) const {
    cmark_node* first = cmark_node_first_child(node);
    if (first == nullptr || cmark_node_get_type(first) != CMARK_NODE_TEXT) return false;
    const auto token = shields_.find(literal_of(first), 0);
    if (!token || token->begin != 0) return false;
    const auto kind = shields_.at(token->shield).kind;
    return kind == Shield::Kind::Row || kind == Shield::Kind::Head;
  }

  // Rows of a table that is drawn (see read_drawn_table), one a line.
  bool add_drawn_rows(cmark_node* node, std::string_view text) {
    const auto kind_at = [this](const std::optional<ShieldToken>& token) {
      return token ? shields_.at(token->shield).kind : Shield::Kind::Literal;
    };
    const auto first = shields_.find(text, 0);
    const bool row = kind_at(first) == Shield::Kind::Row || kind_at(first) == Shield::Kind::Head;
    if (!row || first->begin != 0) return false;
    drawn_ = node;
    std::size_t line = line_of(node);
    for (std::size_t at = 0; at <= text.size(); ++line) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view rest = text.substr(at, end - at);
      at = end + 1;
      MarkdownBlock block;
      block.kind = Kind::Row;
      block.line = line;
      bool head = false;
      std::size_t begin = 0;
      for (auto token = shields_.find(rest, 0); token; token = shields_.find(rest, token->end)) {
        head = head || kind_at(token) == Shield::Kind::Head;
        if (kind_at(token) == Shield::Kind::Cell)
          block.cells.emplace_back(rest.substr(begin, token->begin - begin));
        else if (kind_at(token) != Shield::Kind::Row && kind_at(token) != Shield::Kind::Head)
          continue;
        begin = token->end;
      }
      block.cells.emplace_back(rest.substr(begin));
      if (head) {
        head_.resize(std::max(head_.size(), block.cells.size()));
        for (std::size_t i = 0; i < block.cells.size(); ++i) head_[i] += block.cells[i];
      } else {
        block.head = std::exchange(head_, {});
        blocks_.push_back(std::move(block));
      }
    }
    return true;
  }

  void add(Kind kind, cmark_node* node, std::string text) {
    MarkdownBlock block;
    block.kind = kind;
    block.line = line_of(node);
    block.text = std::move(text);
    if (kind == Kind::Heading) {
      block.level = static_cast<std::size_t>(cmark_node_get_heading_level(node));
    }
    blocks_.push_back(std::move(block));
  }

  // Marks in the head of a table stand in its first row, without any for the words before it.
  void add_row(cmark_node* node) {
    MarkdownBlock row;
    row.kind = Kind::Row;
    row.line = line_of(node);
    for (cmark_node* cell = cmark_node_first_child(node); cell != nullptr;
         cell = cmark_node_next(cell)) {
      row.cells.push_back(text_of_node(cell, shields_).text);
    }
    if (is_table_header(node) && !in_note_ && cmark_node_next(node) != nullptr) {
      head_ = std::move(row.cells);
      return;
    }
    row.head = std::exchange(head_, {});
    if (is_table_header(node) && !in_note_) {
      row.kind = Kind::Paragraph;
      for (const std::string& cell : row.cells) row.text += shields_.marks_only(cell);
      row.cells.clear();
      if (row.text.empty()) return;
    }
    blocks_.push_back(std::move(row));
  }

  std::string_view piece_;
  std::size_t first_line_;
  bool in_note_;
  Shields& shields_;
  std::vector<MarkdownBlock>& blocks_;
  std::size_t number_ = 0;         // of the item that was entered last
  char delimiter_ = '.';           // behind it
  std::vector<std::string> head_;  // of the table that was entered last
  cmark_node* drawn_ = nullptr;    // the last paragraph of rows of a drawn table
  cmark_node* defined_ = nullptr;  // the last paragraph of terms and definitions
  int walked_line_ = 1;
  std::size_t walked_ = 0;
};

}  // namespace

namespace {

void read_tree(std::string_view piece, std::size_t line, std::string_view references, bool in_note,
               Shields& shields, std::vector<MarkdownBlock>& blocks) {
  if (references.empty()) return TreeReader(piece, line, in_note, shields, blocks).read();
  const auto lines_of = [](std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  };
  // Before the piece: behind it they could fall into code that is never closed.
  std::string with(references);
  with += "\n\n";
  const std::size_t before = lines_of(with);
  with += piece;
  const std::size_t first = blocks.size();
  TreeReader(with, line - before, in_note, shields, blocks).read();
  // A definition with a fault in it would be text; the difference of its lines wraps.
  const std::size_t lines = lines_of(piece);
  blocks.erase(std::remove_if(
                   blocks.begin() + static_cast<std::ptrdiff_t>(first), blocks.end(),
                   [line, lines](const MarkdownBlock& block) { return block.line - line > lines; }),
               blocks.end());
}

}  // namespace

void append_blocks(std::string_view piece, std::size_t line, std::string_view references,
                   Shields& shields, std::vector<MarkdownBlock>& blocks) {
  read_tree(piece, line, references, false, shields, blocks);
}

void append_plain(std::string_view piece, std::size_t line, std::vector<MarkdownBlock>& blocks) {
  MarkdownBlock block;
  block.line = line;
  block.text = piece;
  blocks.push_back(std::move(block));
}

std::string note_words(std::string_view markdown, std::string_view references, Shields& shields,
                       MarkdownGuard& guard) {
  std::string source = shielded(markdown, 1, {false, false, {}}, shields);
  std::string out;
  const auto add = [&out](std::string_view text) {
    const std::string words = joined_lines(text);
    if (words.empty()) return;
    if (!out.empty()) out += ' ';
    out += words;
  };
  for (const MarkdownPiece& piece : guard.pieces(source, 1)) {
    if (piece.is_plain) {
      add(shields.note_words(piece.text));
      continue;
    }
    std::vector<MarkdownBlock> blocks;
    read_tree(piece.text, 1, references, true, shields, blocks);
    for (const MarkdownBlock& block : blocks) {
      add(shields.note_words(block.text));
      for (const std::string& cell : block.cells) add(shields.note_words(cell));
    }
  }
  return out;
}

std::string joined_lines(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text::trim(text.substr(at, end - at));
    if (!line.empty() && !out.empty()) out += ' ';
    out += line;
    at = end + 1;
  }
  return out;
}

}  // namespace idsearch::indexer
