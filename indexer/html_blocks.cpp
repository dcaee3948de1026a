// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_blocks.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "indexer/html_line.hpp"
#include "indexer/html_line_breaks.hpp"
#include "indexer/html_set_apart.hpp"
#include "indexer/html_tables.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using N = HtmlName;
using A = HtmlAttribute;

// "en-GB" → "en"
std::string primary_language(std::string_view tag) {
  std::string out;
  for (const char c : tag) {
    if (!text::is_ascii_letter(c)) break;
    out += text::ascii_lower(c);
  }
  // A language has two or three letters ("x-default" has none).
  return out.size() == 2 || out.size() == 3 ? out : std::string();
}

std::string_view language_of(const HtmlNode& node) {
  const std::string_view lang = node.value(A::Lang);
  return lang.empty() ? node.value(A::XmlLang) : lang;
}

// Signs that a heading's link to itself shows.
bool is_permalink_text(std::string_view text) {
  constexpr std::array<std::string_view, 8> kSigns{
      "", "#", "¶", "§", "🔗", "link", "Permalink", "Link to this heading"};
  for (const std::string_view sign : kSigns) {
    if (text == sign) return true;
  }
  return false;
}

// What is known of the page as a whole.
struct Surroundings {
  const HtmlPage& page;
  const HtmlNoise& noise;
  const std::set<NodeIndex>& breaks;
  const std::set<NodeIndex>& empty_marks;
  const std::vector<SideNote>& side;
  std::set<NodeIndex> paragraph_ends;
  std::vector<HtmlRow> rows;

  const SideNote* side_at(NodeIndex node) const {
    const auto found = std::ranges::lower_bound(side, node, {}, &SideNote::node);
    return found != side.end() && found->node == node ? &*found : nullptr;
  }

  bool ends_side_note(NodeIndex node) const {
    const auto next = std::ranges::lower_bound(side, node, {}, &SideNote::node);
    return next != side.begin() && page.node(std::prev(next)->node).end == node;
  }
};

class HtmlBlockMaker {
 public:
  explicit HtmlBlockMaker(const Surroundings& around)
      : around_(around), page_(around.page), noise_(around.noise), rows_(around.rows) {}

  // Of the nodes [begin, end). A side note at `begin` is not taken apart once more.
  std::vector<HtmlBlock> make(NodeIndex begin, NodeIndex end) {
    begin_ = begin;
    for (NodeIndex i = begin; i < end;) {
      while (!open_.empty() && i >= page_.node(open_.back()).end) leave();
      if (around_.breaks.contains(i) && !in_line() && around_.side_at(i) == nullptr &&
          !around_.ends_side_note(i)) {
        flush();
      }
      i = enter(i);
    }
    while (!open_.empty()) leave();
    flush();
    return std::move(blocks_);
  }

 private:
  // Elements whose text is one line whatever stands in them: rows, and headings of the usual kind.
  bool in_line() const { return line_of_ != kNoNode; }

  // Returns the next node.
  NodeIndex enter(NodeIndex i) {
    const HtmlNode& node = page_.node(i);
    if (noise_.unseen[i] || is_permalink(i) || is_counted(i)) {
      // What is left out between two lines parts them as it would if it were seen.
      if (is_html_block(node.name)) flush_or_gap();
      return node.end;
    }
    if (node.name == N::Text) {
      add_text(i);
      return i + 1;
    }
    if (const SideNote* note = around_.side_at(i); note != nullptr && i != begin_) {
      add_side_note(*note);
      return node.end;
    }
    if (node.name == N::Br) {
      add_break(i);
      return i + 1;
    }
    const std::size_t level = page_.heading_level(i);
    if (is_html_block(node.name) || level != 0) {
      flush_or_gap();
      enter_block(i, level);
    }
    if (node.name == N::A && node.attribute(A::Href) != nullptr) {
      line_.open(HtmlLine::Part::Link, i);
      if (around_.empty_marks.contains(i)) add_characters(kEmptyMark, i);
    }
    if (is_raised(node)) line_.open(HtmlLine::Part::Raised, i);
    if (node.name == N::Code) line_.open(HtmlLine::Part::Code, i);
    if (heading_ != kNoNode && is_set_apart(page_, i, line_)) {
      line_.add_seam();
      apart_.push_back(i);
    }
    open_.push_back(i);
    return i + 1;
  }

  void enter_block(NodeIndex i, std::size_t level) {
    if (in_line()) {
      const N name = page_.node(i).name;
      if (page_.node(i).parent == line_of_ && (name == N::Td || name == N::Th)) {
        line_.begin_cell(i);
      }
      return;
    }
    if (level != 0) {
      heading_ = i;
      heading_level_ = level;
      if (!page_.has_block(i + 1, page_.node(i).end) || !holds_more(i)) line_of_ = i;
    } else if (rows_[i] != HtmlRow::None) {
      line_of_ = i;
    }
  }

  // "<span class=header-section-number>2.1</span>": counted by the program that made the page.
  bool is_counted(NodeIndex i) const {
    if (heading_ == kNoNode || is_html_block(page_.node(i).name)) return false;
    const std::string_view names = page_.node(i).value(A::Class);
    const bool named = has_word(names, "number") || has_word(names, "secno") ||
                       has_word(names, "secnum") || has_word(names, "sectnum") ||
                       has_word(names, "secnumber");
    if (!named) return false;
    const std::string text = page_.text_of(i, 20);
    return !text.empty() && text.find_first_not_of("0123456789. ") == std::string::npos;
  }

  // A heading that somebody forgot to close.
  bool holds_more(NodeIndex heading) const {
    for (NodeIndex i = heading + 1; i < page_.node(heading).end; ++i) {
      const N name = page_.node(i).name;
      if (name == N::P || name == N::Ul || name == N::Ol || name == N::Table ||
          name == N::Section || name == N::Blockquote || page_.heading_level(i) != 0) {
        return true;
      }
    }
    return false;
  }

  void leave() {
    const NodeIndex i = open_.back();
    open_.pop_back();
    const HtmlNode& node = page_.node(i);
    const bool block = is_html_block(node.name) || page_.heading_level(i) != 0;
    if (node.name == N::Code) line_.close(i);
    if (is_raised(node)) line_.close(i);
    if (node.name == N::A) line_.close(i);
    if (!apart_.empty() && apart_.back() == i) {
      line_.add_seam();
      apart_.pop_back();
    }
    if (!block) return;
    if (i == line_of_ || !in_line()) {
      flush();
    } else {
      line_.add_gap();
    }
    if (i == line_of_) line_of_ = kNoNode;
    if (node.name == N::Table) leave_table();
    if (i == heading_) heading_ = kNoNode;
  }

  static bool is_raised(const HtmlNode& node) {
    if (node.name == N::Sup) return true;
    if (is_html_block(node.name)) return false;
    const std::string_view names = node.value(A::Class);
    return node.value(A::Style).find("super") != std::string_view::npos || has_word(names, "sup") ||
           has_word(names, "superscript");
  }

  bool is_permalink(NodeIndex i) const {
    if (heading_ == kNoNode || page_.node(i).name != N::A) return false;
    return page_.node(i).value(A::Href).find('#') != std::string_view::npos &&
           is_permalink_text(page_.text_of(i, 30));
  }

  void add_text(NodeIndex i) {
    add_characters(page_.node(i).text, i);
    // A no-break space alone between two <br> is no line.
    if (!text::trim(page_.node(i).text).empty()) after_break_ = false;
  }

  void add_characters(std::string_view text, NodeIndex i) {
    if (line_.empty()) element_ = block_around(i);
    line_.add(text, i, page_.node(i).line);
  }

  void add_break(NodeIndex i) {
    if ((after_break_ || around_.paragraph_ends.contains(i)) && !in_line()) {
      flush();
      return;
    }
    if (heading_ != kNoNode) line_.add_seam();
    line_.add_gap();
    after_break_ = !line_.empty();
  }

  // Its words leave the line, which goes on behind it.
  void add_side_note(const SideNote& note) {
    if (note.kind == SideNote::Kind::Note) {
      line_.open(HtmlLine::Part::Link, note.node);
      // The line begins outside of the note, also where it begins with it.
      add_characters(kEmptyMark, page_.node(note.node).parent);
      line_.close(note.node);
    }
    std::ranges::move(HtmlBlockMaker(around_).make(note.node, page_.node(note.node).end),
                      std::back_inserter(side_blocks_));
  }

  void flush_or_gap() {
    if (in_line()) {
      line_.add_gap();
    } else {
      flush();
    }
  }

  NodeIndex block_around(NodeIndex i) const {
    for (std::size_t k = open_.size(); k-- > 0;) {
      if (is_html_block(page_.node(open_[k]).name)) return open_[k];
    }
    return page_.node(i).parent;
  }

  void flush() {
    add_line();
    std::ranges::move(side_blocks_, std::back_inserter(blocks_));
    side_blocks_.clear();
  }

  void add_line() {
    after_break_ = false;
    HtmlBlock block = line_.take();
    if (block.text.empty()) return;
    block.element = element_;
    block.noise = noise_.noise[block.first];
    block.language = declared_language(block);
    if (line_of_ != kNoNode && page_.node(line_of_).name == N::Tr) {
      block.kind = RawBlock::Kind::Row;
      if (rows_[line_of_] == HtmlRow::Head) {
        heads_.push_back(std::move(block));
        return;
      }
      block.heads = std::exchange(heads_, {});
    } else if (heading_ != kNoNode) {
      block.kind = RawBlock::Kind::Heading;
      block.level = heading_level_;
      heading_ = kNoNode;  // only the first line of one that was not closed
    } else if (is_item()) {
      block.kind = RawBlock::Kind::Item;
    }
    blocks_.push_back(std::move(block));
  }

  // A head below the last row.
  void leave_table() {
    if (heads_.empty()) return;
    if (!blocks_.empty() && blocks_.back().kind == RawBlock::Kind::Row) {
      std::ranges::move(heads_, std::back_inserter(blocks_.back().heads));
    }
    heads_.clear();
  }

  bool is_item() const {
    for (NodeIndex i = element_; i != kNoNode; i = page_.node(i).parent) {
      const N name = page_.node(i).name;
      if (name == N::Li || name == N::Dd || name == N::Dt) return true;
      // Word writes its lists as paragraphs.
      if (name == N::P && page_.node(i).value(A::Style).find("mso-list:") != std::string::npos) {
        return true;
      }
      if (name == N::Td || name == N::Th || name == N::Section || name == N::Article) return false;
    }
    return false;
  }

  // Around the block, or around all of its words.
  std::string declared_language(const HtmlBlock& block) const {
    for (NodeIndex i = page_.node(block.first).parent; i != kNoNode; i = page_.node(i).parent) {
      const HtmlNode& node = page_.node(i);
      if (node.name == N::Html || node.name == N::Body) break;
      const bool around = i <= element_ || (i <= block.first && node.end > block.last);
      if (!around) continue;
      const std::string language = primary_language(language_of(node));
      if (!language.empty()) return language;
    }
    return {};
  }

  const Surroundings& around_;
  const HtmlPage& page_;
  const HtmlNoise& noise_;
  const std::vector<HtmlRow>& rows_;
  NodeIndex begin_ = 0;
  std::vector<HtmlBlock> blocks_;
  std::vector<HtmlBlock> side_blocks_;  // of the line
  std::vector<HtmlBlock> heads_;        // of the table, until its next row
  std::vector<NodeIndex> open_;
  std::vector<NodeIndex> apart_;  // of them, in headings
  HtmlLine line_;
  NodeIndex element_ = kNoNode;
  NodeIndex line_of_ = kNoNode;
  NodeIndex heading_ = kNoNode;
  std::size_t heading_level_ = 0;
  bool after_break_ = false;
};

}  // namespace

std::vector<HtmlBlock> html_blocks(const HtmlPage& page, const HtmlNoise& noise,
                                   const std::set<NodeIndex>& breaks,
                                   const std::set<NodeIndex>& empty_marks,
                                   const std::vector<SideNote>& side) {
  const Surroundings around{page,           noise, breaks, empty_marks, side, paragraph_ends(page),
                            html_rows(page)};
  return HtmlBlockMaker(around).make(0, page.size());
}

}  // namespace idsearch::indexer
