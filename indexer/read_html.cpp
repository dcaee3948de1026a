// SPDX-License-Identifier: GPL-2.0-or-later
// The page as a whole: characters, tree, links, noise, notes, lines, head, menus, marks; each
// question is answered by a file of its own.
#include "indexer/read_html.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "indexer/diagnostic_list.hpp"
#include "indexer/html_apparatus.hpp"
#include "indexer/html_blocks.hpp"
#include "indexer/html_bullets.hpp"
#include "indexer/html_charset.hpp"
#include "indexer/html_cited.hpp"
#include "indexer/html_head.hpp"
#include "indexer/html_head_matter.hpp"
#include "indexer/html_links.hpp"
#include "indexer/html_marks.hpp"
#include "indexer/html_menus.hpp"
#include "indexer/html_noise.hpp"
#include "indexer/html_note_texts.hpp"
#include "indexer/html_notes.hpp"
#include "indexer/html_notes_by_look.hpp"
#include "indexer/html_outskirts.hpp"
#include "indexer/html_page.hpp"
#include "indexer/html_side_boxes.hpp"
#include "indexer/html_side_notes.hpp"
#include "indexer/html_tabs.hpp"
#include "indexer/html_tree.hpp"
#include "indexer/marks.hpp"
#include "indexer/note_numbers.hpp"
#include "indexer/text_headings.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using Kind = RawBlock::Kind;

class HtmlReader {
 public:
  explicit HtmlReader(HtmlTree tree)
      : page_(std::move(tree)),
        links_(note_links(page_)),
        side_(find_side_notes(page_, links_)),
        items_(find_note_items(page_, links_, side_)) {
    for (const SideNote& note : side_) {
      if (note.kind != SideNote::Kind::Note) continue;
      links_.push_back({note.node, note.node, NoteLink::Kind::Mark, {}});
    }
    for (const NoteLink& link : links_) link_by_node_[link.node] = &link;
  }

  void read(RawProfile& raw) {
    std::set<NodeIndex> breaks;
    for (const NoteItem& item : items_) {
      breaks.insert(item.begin);
      breaks.insert(item.end);
    }
    const HtmlNoise noise = find_noise(page_, links_, side_);
    blocks_ = html_blocks(page_, noise, breaks, empty_marks(), side_);
    add_tab_headings(page_, noise, blocks_);
    read_notes(raw);
    std::vector<bool> skipped = is_note_;
    forget_side_notes();
    HtmlHead head = read_html_head(page_, blocks_, skipped);
    raw.title = std::move(head.title);
    raw.title_line = head.title_line;
    raw.country_text = std::move(head.country_text);
    raw.updated_text = std::move(head.updated_text);
    raw.updated_line = head.updated_line;
    raw.language = std::move(head.language);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].noise || head.is_head[i]) skipped[i] = true;
    }
    skip_head_matter(page_, link_by_node_, raw.language, head.title_block, blocks_, skipped);
    skip_menus(page_, blocks_, link_by_node_, is_note_, skipped);
    skip_notes_titles(raw, skipped);
    skip_outskirts(page_, blocks_, link_by_node_, is_note_, head.title_block, skipped);
    read_typed_bullets(page_, skipped, blocks_);
    add_blocks(raw, skipped);
    take_proven_marks(raw, skipped);
  }

 private:
  // Within a note a link without text is no mark.
  std::set<NodeIndex> empty_marks() const {
    std::set<NodeIndex> marks;
    for (const NoteLink& link : links_) {
      if (link.kind != NoteLink::Kind::Mark || page_.has_text(link.node, page_.node(link.node).end))
        continue;
      const auto next = std::ranges::upper_bound(items_, link.node, {}, &NoteItem::begin);
      const bool in_note = next != items_.begin() && link.node < std::prev(next)->end;
      if (!in_note) marks.insert(link.node);
    }
    return marks;
  }

  void read_notes(RawProfile& raw) {
    HtmlNotes notes = note_texts(page_, items_, blocks_, link_by_node_);
    for (const bool with_noise : {false, true}) {
      if (notes.notes.empty()) notes = notes_by_look(page_, blocks_, link_by_node_, with_noise);
    }
    raw.notes = std::move(notes.notes);
    raw.has_note_list = !raw.notes.empty();
    // The page shows its labels: "(n 5)" means the 5 that is seen, whatever "*" and "s1" there are.
    raw.numeric_labels =
        raw.notes.empty() || std::ranges::any_of(raw.notes, [](const RawNote& note) {
          return is_note_number(note.label);
        });
    is_note_ = std::move(notes.is_note);
    zones_ = std::move(notes.zones);
  }

  // From here on: the list of notes ends the text, a note in the middle of a line does not.
  void forget_side_notes() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const auto next = std::ranges::upper_bound(side_, blocks_[i].first, {}, &SideNote::node);
      if (next == side_.begin()) continue;
      if (blocks_[i].first < page_.node(std::prev(next)->node).end) is_note_[i] = false;
    }
  }

  // The title of the list of notes, which heads nothing else.
  void skip_notes_titles(const RawProfile& raw, std::vector<bool>& skipped) const {
    if (!raw.has_note_list) return;
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      if (skipped[i] || blocks_[i].text.size() > kLongestTitle) continue;
      if (!is_notes_title(blocks_[i].text)) continue;
      std::size_t next = i + 1;
      while (next < blocks_.size() && skipped[next] && !is_note_[next]) ++next;
      const bool heads_notes = next < blocks_.size() && is_note_[next];
      const bool heads_nothing = blocks_[i].kind == Kind::Heading &&
                                 (next == blocks_.size() || blocks_[next].kind == Kind::Heading);
      if (heads_notes || heads_nothing) skipped[i] = true;
    }
  }

  void add_blocks(RawProfile& raw, const std::vector<bool>& skipped) {
    std::size_t highest = static_cast<std::size_t>(-1);
    bool has_headings = false;
    std::set<const KnownHeading*> shown;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (skipped[i] || blocks_[i].kind != Kind::Heading) continue;
      highest = std::min(highest, blocks_[i].level);
      has_headings = true;
      shown.insert(known_heading(blocks_[i].text));
    }
    const std::set<std::string> looks =
        has_headings ? std::set<std::string>() : heading_looks(skipped);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (skipped[i]) continue;
      const HtmlBlock& block = blocks_[i];
      RawBlock out;
      out.kind = block.kind;
      out.text = block.text;
      out.line = block.line;
      out.language = block.language == raw.language ? std::string() : block.language;
      if (block.kind == Kind::Heading) {
        out.level = block.level - highest + 1;
      } else if (const auto level = unmarked_heading_level(block, has_headings, shown)) {
        out.kind = Kind::Heading;
        out.level = *level;
      } else if (looks.contains(look_of(block)) && line_signs(block.text).may_be_heading) {
        out.kind = Kind::Heading;
      }
      raw.blocks.push_back(std::move(out));
    }
  }

  // How a line is drawn: the names and classes of its element and of what is in it around all of
  // the words. Empty when nothing tells it from a plain paragraph.
  std::string look_of(const HtmlBlock& block) const {
    if (block.kind != Kind::Paragraph || !block.links.empty()) return {};
    std::string look;
    bool plain = true;
    for (NodeIndex i = page_.node(block.first).parent; i != kNoNode; i = page_.node(i).parent) {
      const HtmlNode& node = page_.node(i);
      if (page_.text_bytes(i, node.end) !=
          page_.text_bytes(block.element, page_.node(block.element).end))
        return {};
      look += std::to_string(static_cast<int>(node.name)) + '.' +
              std::string(node.value(HtmlAttribute::Class).substr(0, kMostClassBytes)) + ' ';
      plain = plain && i == block.element && node.value(HtmlAttribute::Class).empty();
      if (i == block.element) return plain ? std::string() : look;
    }
    return {};
  }

  // Of the known headings in a page that marks none as such: what else looks so is one, too.
  std::set<std::string> heading_looks(const std::vector<bool>& skipped) const {
    std::set<std::string> looks;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const HtmlBlock& block = blocks_[i];
      if (skipped[i] || block.text.size() > kLongestTitle) continue;
      if (known_heading(block.text) != nullptr) looks.insert(look_of(block));
    }
    looks.erase("");
    return looks;
  }

  // A known name alone in a paragraph heads a section, though nothing says so but its looks. Its
  // depth is that of the table, which pages without any heading go by alone.
  static std::optional<std::size_t> unmarked_heading_level(
      const HtmlBlock& block, bool has_headings, const std::set<const KnownHeading*>& shown) {
    if (block.kind != Kind::Paragraph || !block.links.empty()) return std::nullopt;
    if (block.text.size() > kLongestTitle) return std::nullopt;
    const KnownHeading* known = known_heading(block.text);
    if (known == nullptr || shown.contains(known)) return std::nullopt;
    if (!has_headings) return 0;
    return known->level == 0 ? std::nullopt : std::optional(known->level);
  }

  void take_proven_marks(RawProfile& raw, const std::vector<bool>& skipped) const {
    std::set<std::size_t> cited;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (skipped[i]) continue;
      for (const std::size_t number : numbers_cited(blocks_[i])) cited.insert(number);
    }
    const HtmlMarks marks(page_, link_by_node_, items_, raw.notes, zones_, std::move(cited));
    const MarkRule rule(raw);
    const auto is_mark = [&rule](std::string_view label, MarkPlace place) {
      return rule(label, place);
    };
    DiagnosticList diagnostics(raw.diagnostics);
    std::size_t next = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (skipped[i]) {
        if (is_note_[i]) add_remarks(marks.glued(blocks_[i]), blocks_[i].line, diagnostics);
        continue;
      }
      RawBlock& block = raw.blocks[next++];
      const HtmlMarks::InRow row = marks.in_row(blocks_[i], is_mark);
      add_remarks(row.remarks, block.line, diagnostics);
      if (row.proven.empty()) continue;
      MarkedText marked = take_marks(row.text, row.proven, is_mark);
      block.text = std::move(marked.text);
      block.marks = std::move(marked.marks);
    }
  }

  static void add_remarks(const std::vector<HtmlMarks::Remark>& remarks, std::size_t line,
                          DiagnosticList& diagnostics) {
    for (const HtmlMarks::Remark& remark : remarks) {
      diagnostics.add(line, DiagnosticKind::RaisedNumber, remark.number, remark.message);
    }
  }

  // What is compared of a class; longer ones differ early.
  static constexpr std::size_t kMostClassBytes = 200;
  // No known title is longer, in letters of three bytes.
  static constexpr std::size_t kLongestTitle = 300;

  HtmlPage page_;
  std::vector<NoteLink> links_;
  std::vector<SideNote> side_;
  std::vector<NoteItem> items_;
  LinkByNode link_by_node_;
  std::vector<HtmlBlock> blocks_;
  std::vector<bool> is_note_;
  std::vector<MarkZone> zones_;
};

std::string refusal_of(const HtmlTree& tree) {
  if (tree.refusal.empty()) return {};
  return tree.refusal + " (line " + std::to_string(tree.refusal_line) + ")";
}

}  // namespace

RawProfile read_html(std::string_view bytes) {
  RawProfile raw;
  HtmlText text = decode_html(bytes);
  raw.diagnostics = std::move(text.diagnostics);
  HtmlTree tree = parse_html(text.utf8);
  if (!tree.refusal.empty()) {
    DiagnosticList(raw.diagnostics)
        .add(tree.refusal_line, DiagnosticKind::Unreadable, {},
             "the page " + tree.refusal + " and is not read");
    return raw;
  }
  cut_apparatus(tree);
  join_side_boxes(tree);
  HtmlReader(std::move(tree)).read(raw);
  return raw;
}

std::string refuse_html(std::string_view bytes) {
  return refusal_of(check_html(decode_html(bytes).utf8));
}

}  // namespace idsearch::indexer
