// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_notes.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "indexer/html_free_notes.hpp"
#include "indexer/html_note_lists.hpp"
#include "indexer/html_note_siblings.hpp"
#include "indexer/note_numbers.hpp"
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
    std::ranges::move(find_free_notes(page_, links_, marked_, mark_nodes_, targets),
                      std::back_inserter(items_));
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
};

}  // namespace

std::vector<NoteItem> find_note_items(const HtmlPage& page, const std::vector<NoteLink>& links,
                                      const std::vector<SideNote>& side) {
  return NoteFinder(page, links, side).find();
}

}  // namespace idsearch::indexer
