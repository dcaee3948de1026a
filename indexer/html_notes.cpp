// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_notes.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "indexer/html_note_label.hpp"
#include "indexer/html_note_lists.hpp"
#include "indexer/html_note_siblings.hpp"
#include "indexer/note_numbers.hpp"
#include "indexer/site_lines.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using N = HtmlName;

// "fn-12" → "fn-#": ids of one kind.
std::string id_pattern(std::string_view id) {
  std::string out;
  for (const char c : id) {
    if (!text::is_ascii_digit(c)) {
      out += c;
    } else if (!out.ends_with('#')) {
      out += '#';
    }
  }
  return out;
}

class NoteFinder {
 public:
  NoteFinder(const HtmlPage& page, const std::vector<NoteLink>& links,
             const std::vector<SideNote>& side)
      : page_(page), links_(links), side_(side) {
    for (const NoteLink& link : links) {
      if (link.kind != NoteLink::Kind::Mark) continue;
      mark_nodes_.push_back(link.node);
      if (link.target == kNoNode || is_in_side_note(link.target)) continue;
      std::vector<std::string>& labels = marked_[link.target];
      if (!link.label.empty()) labels.push_back(link.label);
    }
  }

  std::vector<NoteItem> find() {
    add_relatives();
    for (const HtmlNoteList& list : find_note_lists(page_, links_, marked_)) add_list(list);
    add_siblings();
    add_free_notes();
    add_side_notes();
    return sorted();
  }

 private:
  bool is_in_side_note(NodeIndex node) const {
    const auto next = std::ranges::upper_bound(side_, node, {}, &SideNote::node);
    return next != side_.begin() && page_.tree().is_within(node, std::prev(next)->node);
  }

  // Lists that begin from 1 again are told apart by what links to them, or stands before. `items`
  // in reading order.
  void count_on(std::vector<NoteItem>& items) const {
    std::set<std::size_t> taken;
    std::size_t highest = 0;
    for (std::size_t begin = 0; begin < items.size();) {
      std::size_t end = begin;
      while (end < items.size() && items[end].list == items[begin].list) ++end;
      const auto linked = [this](const NoteItem& item) { return is_linked(item); };
      const bool again = items[begin].list != kNoNode &&
                         taken.contains(note_number(items[begin].label)) &&
                         (items[begin].by_place ||
                          std::any_of(items.begin() + static_cast<std::ptrdiff_t>(begin),
                                      items.begin() + static_cast<std::ptrdiff_t>(end), linked));
      const std::size_t shift = again ? highest : 0;
      for (std::size_t i = begin; i < end; ++i) {
        if (!is_note_number(items[i].label)) continue;
        const std::size_t number = note_number(items[i].label) + shift;
        if (again) items[i].label = std::to_string(number);
        items[i].shift = shift;
        taken.insert(number);
        highest = std::max(highest, number);
      }
      begin = end;
    }
  }

  // A mark that leads to it shows its number.
  bool is_linked(const NoteItem& item) const {
    const auto end = marked_.lower_bound(item.end);
    return std::any_of(marked_.lower_bound(item.begin), end, [&item](const auto& target) {
      return std::ranges::find(target.second, item.label) != target.second.end();
    });
  }

  void add_side_notes() {
    std::set<std::string> taken;
    for (const NoteItem& item : items_) taken.insert(item.label);
    for (const SideNote& note : side_) taken.insert(note.label);
    std::size_t counted = 0;
    bool clash = false;
    for (const SideNote& note : side_) {
      if (!is_note(note)) continue;
      const std::string number = std::to_string(++counted);
      clash = clash || (note.label.empty() && taken.contains(number));
    }
    counted = 0;
    for (const SideNote& note : side_) {
      if (!is_note(note)) continue;
      const std::string number = std::to_string(++counted);
      std::string label = !note.label.empty() ? note.label : clash ? "s" + number : number;
      items_.push_back(
          {note.node, page_.node(note.node).end, std::move(label), false, true, 0, false, kNoNode});
    }
  }

  static bool is_note(const SideNote& note) {
    return note.kind == SideNote::Kind::Note || note.kind == SideNote::Kind::Marked;
  }

  // Places with ids like those that marks lead to are notes that nobody cites.
  void add_relatives() {
    std::set<std::string> patterns;
    for (const auto& [target, labels] : marked_) {
      for (const HtmlAttribute which : {HtmlAttribute::Id, HtmlAttribute::Name}) {
        const std::string pattern = id_pattern(page_.node(target).value(which));
        // A number alone may be anything.
        if (pattern.size() > 1 && pattern.find('#') != std::string::npos) patterns.insert(pattern);
      }
    }
    if (patterns.empty()) return;
    // Those before the first cited note, too: but behind the text with its marks.
    const auto cited = std::ranges::lower_bound(mark_nodes_, marked_.begin()->first);
    const NodeIndex first = cited == mark_nodes_.begin() ? 0 : *std::prev(cited) + 1;
    const auto has_mark = [this](NodeIndex node) {
      const auto mark = std::ranges::lower_bound(mark_nodes_, node);
      return mark != mark_nodes_.end() && *mark < page_.node(node).end;
    };
    for (NodeIndex i = first; i < page_.size(); ++i) {
      const HtmlNode& node = page_.node(i);
      const std::string& pattern = id_pattern(node.value(HtmlAttribute::Id));
      const bool named =
          node.name == N::A && patterns.contains(id_pattern(node.value(HtmlAttribute::Name)));
      if ((named || patterns.contains(pattern)) && !has_mark(i) && !is_in_side_note(i))
        marked_.try_emplace(i);
    }
  }

  void add_list(const HtmlNoteList& list) {
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const NodeIndex item = list.items[i];
      items_.push_back({item, page_.node(item).end, list.labels[i], list.ordered, false, 0,
                        list.by_place, list.list});
    }
    taken_.insert(list.items.begin(), list.items.end());
  }

  bool is_taken(NodeIndex node) const {
    for (; node != kNoNode; node = page_.node(node).parent) {
      if (taken_.contains(node)) return true;
    }
    return false;
  }

  // Notes that nobody cites, beside those that marks lead to.
  void add_siblings() {
    std::vector<NodeIndex> targets;
    for (const auto& [target, labels] : marked_) {
      if (!is_taken(target)) targets.push_back(target);
    }
    for (const NodeIndex sibling : uncited_siblings(page_, targets)) marked_.try_emplace(sibling);
  }

  // Notes that are no items of a list: paragraphs, rows, definitions.
  void add_free_notes() {
    std::vector<NodeIndex> targets;
    for (const auto& [target, labels] : marked_) {
      const bool nested = !targets.empty() && page_.tree().is_within(target, targets.back());
      if (!nested && !is_taken(target)) targets.push_back(target);
    }
    std::vector<NodeIndex> by_id = targets;
    const std::vector<std::string> ids = id_labels(page_, by_id);
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
      if (!items_.empty() && !follows) item.begin = std::max(item.begin, free_from_);
      free_from_ = item.end;
      item.label = free_label(targets[i], item, ids[i]);
      if (!follows) free_list_ = targets[i];
      item.list = free_list_;
      if (item.begin < item.end) items_.push_back(std::move(item));
    }
  }

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

  std::vector<NoteItem> sorted() {
    std::ranges::stable_sort(items_, {}, &NoteItem::begin);
    std::vector<NoteItem> out;
    for (NoteItem& item : items_) {
      if (item.label.empty() || (!out.empty() && item.begin < out.back().end)) continue;
      out.push_back(std::move(item));
    }
    count_on(out);
    return out;
  }

  const HtmlPage& page_;
  const std::vector<NoteLink>& links_;
  const std::vector<SideNote>& side_;
  std::vector<NodeIndex> mark_nodes_;
  MarkedNodes marked_;
  std::set<NodeIndex> taken_;
  std::vector<NoteItem> items_;
  NodeIndex free_from_ = 0;
  NodeIndex free_list_ = kNoNode;
  std::set<std::string> further_;  // classes of further paragraphs in notes of the list
};

}  // namespace

std::vector<NoteItem> find_note_items(const HtmlPage& page, const std::vector<NoteLink>& links,
                                      const std::vector<SideNote>& side) {
  return NoteFinder(page, links, side).find();
}

}  // namespace idsearch::indexer
