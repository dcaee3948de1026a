// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_free_notes.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/html_note_label.hpp"
#include "indexer/note_numbers.hpp"
#include "indexer/site_lines.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

using N = HtmlName;

class FreeNoteFinder {
 public:
  FreeNoteFinder(const HtmlPage& page, const std::vector<NoteLink>& links,
                 const MarkedNodes& marked, const std::vector<NodeIndex>& mark_nodes)
      : page_(page), links_(links), marked_(marked), mark_nodes_(mark_nodes) {}

  std::vector<NoteItem> find(const std::vector<NodeIndex>& targets) {
    std::vector<NoteItem> items;
    const std::vector<std::string> ids = id_labels(page_, targets);
    std::set<std::string> numbers;  // of the list; one of them again begins the next list
    bool goes_on = false;
    for (std::size_t i = 0; i < targets.size(); ++i) {
      NoteItem item;
      const NodeIndex limit = i + 1 < targets.size() ? targets[i + 1] : page_.size();
      const bool follows = goes_on;
      if (!follows) numbers.clear();
      numbers.insert(marked_number(targets[i]));
      goes_on = i + 1 < targets.size() && is_same_list(targets[i], targets[i + 1]) &&
                !(numbers.contains(marked_number(targets[i + 1])));
      if (goes_on) {
        const NodeIndex outer = page_.common_ancestor(targets[i], targets[i + 1]);
        // The next one may stand in a box of its own, as endnotes behind footnotes do.
        const NodeIndex before =
            follows ? page_.common_ancestor(targets[i - 1], targets[i]) : outer;
        item.begin = page_.child_towards(before, targets[i]);
        item.end = page_.child_towards(outer, targets[i + 1]);
        if (!follows) further_.clear();
        add_further(item);
      } else if (follows) {
        const NodeIndex outer = page_.common_ancestor(targets[i - 1], targets[i]);
        item.begin = page_.child_towards(outer, targets[i]);
        item.end = with_further(item.begin, end_of_last(item.begin, limit), limit);
      } else {
        item.begin = single(targets[i]);
        item.end = end_of_last(item.begin, limit);
      }
      if (!follows) item.begin = std::max(item.begin, free_from_);
      free_from_ = item.end;
      item.label = free_label(targets[i], item, ids[i]);
      if (!follows) free_list_ = targets[i];
      item.list = free_list_;
      if (item.begin < item.end) items.push_back(std::move(item));
    }
    return items;
  }

 private:
  // The number that the marks show which lead there; a name of its own when none do.
  std::string marked_number(NodeIndex target) const {
    const std::vector<std::string>& labels = marked_.at(target);
    if (!labels.empty() && is_note_number(labels.front())) return labels.front();
    return "#" + std::to_string(target);
  }

  bool is_same_list(NodeIndex a, NodeIndex b) const {
    if (page_.has_heading(a, b)) return false;
    const auto mark = std::ranges::lower_bound(mark_nodes_, a);
    for (auto it = mark; it != mark_nodes_.end() && *it < b; ++it) {
      // A mark that leads to a note from within another is a reference, "(n 5)".
      if (!page_.tree().is_within(*it, a)) {
        const NodeIndex outer = page_.common_ancestor(a, b);
        if (!page_.tree().is_within(*it, page_.child_towards(outer, a))) return false;
      }
    }
    return true;
  }

  // Of a note with nothing behind it to end it but the next note, at `limit`.
  NodeIndex end_of_last(NodeIndex begin, NodeIndex limit) const {
    const HtmlNode& node = page_.node(begin);
    const NodeIndex parent_end = std::min(page_.node(node.parent).end, limit);
    NodeIndex at = node.end;
    if (is_html_block(node.name) && is_label_only(begin)) {
      // "12.^" in a block of its own, the words in the next one.
      while (at < parent_end && !page_.has_text(node.end, at)) at = page_.node(at).end;
      return std::min(at, std::max(limit, begin));
    }
    if (node.name == N::Dt) {
      while (at < parent_end && page_.node(at).name != N::Dt) at = page_.node(at).end;
    } else if (!is_html_block(node.name)) {
      // The rest of its line; or the block that an empty anchor stands before.
      while (at < parent_end && !is_html_block(page_.node(at).name)) at = page_.node(at).end;
      if (!page_.has_text(begin, at) && at < parent_end) at = page_.node(at).end;
    }
    return std::min(at, std::max(limit, begin));
  }

  // The classes of the paragraphs that follow the first one in a note.
  void add_further(const NoteItem& item) {
    bool words = false;
    for (NodeIndex i = item.begin; i < item.end; i = page_.node(i).end) {
      if (!page_.has_text(i, page_.node(i).end)) continue;
      const bool paragraph = page_.node(i).name == N::P;
      if (words && paragraph) further_.insert(std::string(class_of(i)));
      words = words || !paragraph || !is_label_only(i);
    }
  }

  std::string_view class_of(NodeIndex i) const { return page_.node(i).value(HtmlAttribute::Class); }

  // The last note goes on over such paragraphs, and what stands between them, as earlier ones do.
  NodeIndex with_further(NodeIndex begin, NodeIndex end, NodeIndex limit) const {
    if (further_.empty() || !is_html_block(page_.node(begin).name)) return end;
    const NodeIndex parent_end = std::min(page_.node(page_.node(begin).parent).end, limit);
    for (NodeIndex at = end; at < parent_end; at = page_.node(at).end) {
      const HtmlNode& node = page_.node(at);
      if (!page_.has_text(at, node.end)) {
        if (node.name == N::Hr) break;
        continue;
      }
      const bool paragraph = node.name == N::P && further_.contains(std::string(class_of(at)));
      const bool between = node.name == N::Blockquote || node.name == N::Ul || node.name == N::Ol;
      if ((!paragraph && !between) || is_site_line(page_.text_of(at, 200))) break;
      end = node.end;
    }
    return end;
  }

  // "12", or nothing but links back: "[Footnote 12]".
  bool is_label_only(NodeIndex node) const {
    std::size_t back = 0;
    for (auto link = std::ranges::lower_bound(links_, node, {}, &NoteLink::node);
         link != links_.end() && link->node < page_.node(node).end; ++link) {
      if (link->kind != NoteLink::Kind::Back) continue;
      back += page_.text_bytes(link->node, page_.node(link->node).end);
    }
    if (back > 0 && back == page_.text_bytes(node, page_.node(node).end)) return true;
    const std::string text = page_.text_of(node, 20);
    const auto label = leading_label(text);
    return label && label->length == text.size();
  }

  // "[12]" and the place that marks lead to behind it.
  bool is_label_before(NodeIndex parent, NodeIndex at) const {
    std::string text;
    for (NodeIndex i = parent; i < at && text.size() < kLabelBytes; ++i) text += page_.node(i).text;
    text = text::trim(text);
    const auto label = leading_label(text);
    return label && !label->bare && label->length == text.size();
  }

  // The beginning of a note that has no neighbours: out of the elements that hold it alone.
  NodeIndex single(NodeIndex target) const {
    NodeIndex at = target;
    while (true) {
      const NodeIndex parent = page_.node(at).parent;
      if (parent == kNoNode) return at;
      const N name = page_.node(parent).name;
      const bool inner = !is_html_block(name) || name == N::P || name == N::Div || name == N::Li ||
                         name == N::Aside || name == N::Td || name == N::Th || name == N::Tr ||
                         name == N::Dd || name == N::Dt;
      if (!inner || (page_.has_text(parent, at) && !is_label_before(parent, at)) ||
          page_.has_heading(parent, page_.node(parent).end)) {
        return at;
      }
      const bool alone = !page_.has_text(page_.node(at).end, page_.node(parent).end);
      const bool whole = name == N::P || name == N::Li || name == N::Tr || name == N::Dd ||
                         !is_html_block(name) || name == N::Td || name == N::Th || name == N::Dt;
      // <div id="fn1"><a>1</a><div>text</div></div>, but not a <div> of many paragraphs.
      if (!alone && !whole && is_html_block(page_.node(at).name)) return at;
      at = parent;
    }
  }

  std::string free_label(NodeIndex target, const NoteItem& item, const std::string& by_id) const {
    const auto found = marked_.find(target);
    if (found != marked_.end() && !found->second.empty()) return found->second.front();
    std::string text;
    for (NodeIndex i = item.begin; i < item.end && text.size() < 20; ++i) {
      if (page_.has_text(i, i + 1)) text += page_.node(i).text + " ";
    }
    const auto leading = leading_label(text);
    return leading ? leading->label : by_id;
  }

  const HtmlPage& page_;
  const std::vector<NoteLink>& links_;
  const MarkedNodes& marked_;
  const std::vector<NodeIndex>& mark_nodes_;
  NodeIndex free_from_ = 0;
  NodeIndex free_list_ = kNoNode;
  std::set<std::string> further_;  // classes of further paragraphs in notes of the list
};

}  // namespace

std::vector<NoteItem> find_free_notes(const HtmlPage& page, const std::vector<NoteLink>& links,
                                      const MarkedNodes& marked,
                                      const std::vector<NodeIndex>& mark_nodes,
                                      const std::vector<NodeIndex>& targets) {
  return FreeNoteFinder(page, links, marked, mark_nodes).find(targets);
}

}  // namespace idsearch::indexer
