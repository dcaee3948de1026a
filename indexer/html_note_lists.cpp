// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_note_lists.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

#include "indexer/html_cited.hpp"
#include "indexer/html_note_label.hpp"
#include "indexer/html_section_lists.hpp"
#include "indexer/note_lines.hpp"
#include "indexer/note_numbers.hpp"
#include "indexer/text_headings.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using N = HtmlName;

constexpr std::array<std::string_view, 9> kListWords{"footnote",   "footnotes", "endnote",
                                                     "endnotes",   "notes",     "reference",
                                                     "references", "reflist",   "citations"};

bool is_named_list(const HtmlNode& node) {
  for (const HtmlAttribute which :
       {HtmlAttribute::Class, HtmlAttribute::Id, HtmlAttribute::Role, HtmlAttribute::EpubType}) {
    const std::string_view value = node.value(which);
    for (const std::string_view word : kListWords) {
      if (has_word(value, word)) return true;
    }
  }
  return false;
}

bool names_item(std::string_view id) {
  if (id.empty() || !text::is_ascii_digit(id.back())) return false;
  for (const std::string_view word :
       {"fn", "ftn", "ftnt", "footnote", "note", "cite", "endnote", "edn", "reference"}) {
    if (has_word(id, word)) return true;
  }
  return id.find("footnote") != std::string_view::npos;
}

class ListFinder {
 public:
  ListFinder(const HtmlPage& page, const std::vector<NoteLink>& links, const MarkedNodes& marked)
      : page_(page), marked_(marked), places_(cited_places(page)), cited_(numbers_of(places_)) {
    for (const NoteLink& link : links) {
      if (link.kind == NoteLink::Kind::Back) backs_.push_back(link.node);
      if (link.kind == NoteLink::Kind::Mark) marks_.push_back(link.node);
    }
  }

  std::vector<HtmlNoteList> find() {
    std::vector<HtmlNoteList> lists;
    for (const NodeIndex list : candidates()) {
      HtmlNoteList found;
      found.list = list;
      found.items = items_of(list);
      found.ordered = page_.node(list).name == N::Ol;
      lists.push_back(std::move(found));
    }
    drop_books(lists);
    // Proven lists come first, so that a list that is only named cannot take their numbers.
    for (HtmlNoteList& list : lists) {
      if (is_proven(list)) give_labels(list);
    }
    const bool linked = std::ranges::any_of(lists, [this](const auto& l) { return is_proven(l); });
    if (!linked) {
      for (HtmlNoteList& list : lists) list.labels = labels_of(list, no_marks(list), 1);
      find_section_lists(page_, places_, lists);
    } else {
      for (HtmlNoteList& list : lists) {
        if (!is_proven(list)) find_list_beside_links(list);
      }
    }
    for (HtmlNoteList& list : lists) {
      if (!is_proven(list) && !list.by_place) give_labels(list);
    }
    std::erase_if(lists, [](const HtmlNoteList& list) { return list.items.empty(); });
    return lists;
  }

 private:
  std::vector<NodeIndex> items_of(NodeIndex list) const {
    std::vector<NodeIndex> items;
    for (NodeIndex i = list + 1; i < page_.node(list).end; i = page_.node(i).end) {
      if (page_.node(i).name == N::Li) items.push_back(i);
    }
    return items;
  }

  static std::size_t count_in(const std::vector<NodeIndex>& nodes, NodeIndex begin, NodeIndex end) {
    return static_cast<std::size_t>(std::ranges::lower_bound(nodes, end) -
                                    std::ranges::lower_bound(nodes, begin));
  }

  // The places in an item that marks lead to.
  std::size_t targets_in(NodeIndex item) const {
    return static_cast<std::size_t>(
        std::distance(marked_.lower_bound(item), marked_.lower_bound(page_.node(item).end)));
  }

  std::vector<NodeIndex> candidates() const {
    std::vector<NodeIndex> lists;
    for (NodeIndex i = 0; i < page_.size(); ++i) {
      const N name = page_.node(i).name;
      if (name != N::Ol && name != N::Ul) continue;
      const std::vector<NodeIndex> items = items_of(i);
      if (items.empty()) continue;
      // Directly behind a list of notes its next part stands.
      const bool goes_on = name == N::Ol && !lists.empty() &&
                           !page_.has_text(page_.node(lists.back()).end, i) && !cites(items);
      if (!goes_on && !holds_targets(items) && !is_list_by_looks(i, items)) continue;
      lists.push_back(i);
      i = page_.node(i).end - 1;  // lists within it belong to its notes
    }
    return lists;
  }

  bool cites(const std::vector<NodeIndex>& items) const {
    return count_in(marks_, items.front(), page_.node(items.back()).end) > 0;
  }

  // Items that are what marks lead to, one for one.
  bool holds_targets(const std::vector<NodeIndex>& items) const {
    return std::ranges::any_of(items, [this](NodeIndex item) { return targets_in(item) == 1; });
  }

  bool is_list_by_looks(NodeIndex list, const std::vector<NodeIndex>& items) const {
    std::size_t backs = 0;
    std::size_t ids = 0;
    std::size_t numbered = 0;
    std::size_t marks = 0;
    for (const NodeIndex item : items) {
      const NodeIndex end = page_.node(item).end;
      backs += count_in(backs_, item, end) > 0 ? 1 : 0;
      marks += count_in(marks_, item, end) > 0 ? 1 : 0;
      ids += names_item(page_.node(item).value(HtmlAttribute::Id)) ? 1 : 0;
      numbered += leading_label(page_.text_of(item, 20)) ? 1 : 0;
    }
    // A list of the text that cites notes in its items is none.
    if (2 * marks > items.size() && marks > backs) return false;
    if (2 * backs > items.size() || 2 * ids > items.size()) return true;
    const bool ordered = page_.node(list).name == N::Ol;
    if (!ordered && 2 * numbered <= items.size()) return false;
    return is_named(list) || is_titled(list) || answers_marks(list, items);
  }

  // A plain list behind the last section, whose numbers are all those that the text cites, and that
  // reads like notes.
  bool answers_marks(NodeIndex list, const std::vector<NodeIndex>& items) const {
    if (cited_.empty() || cited_.size() > items.size()) return false;
    if (page_.has_heading(page_.node(list).end, page_.size())) return false;
    const std::vector<std::string> labels =
        list_labels(page_, list, items, std::vector<std::vector<std::string>>(items.size()), 1);
    std::set<std::size_t> given;
    for (const std::string& label : labels) {
      std::size_t number = 0;
      std::from_chars(label.data(), label.data() + label.size(), number);
      given.insert(number);
    }
    if (!std::ranges::includes(given, cited_)) return false;
    const auto reads_like_note = [this](NodeIndex item) {
      const std::string text = page_.text_of(item);
      // An item with a mark is text.
      const std::size_t bracket = text.find('[');
      const bool marked = bracket < text.size() && bracket + 1 < text.size() &&
                          text::is_ascii_digit(text[bracket + 1]) && text.ends_with(']');
      return is_note_like(text) && !marked;
    };
    const auto like = std::ranges::count_if(items, reads_like_note);
    return 2 * static_cast<std::size_t>(like) > items.size();
  }

  bool is_named(NodeIndex list) const {
    NodeIndex at = list;
    // The list, and the <div> and <section> around it.
    for (int i = 0; i < 3 && at != kNoNode; ++i, at = page_.node(at).parent) {
      const N name = page_.node(at).name;
      if (name == N::Body || name == N::Main || name == N::Article) break;
      if (is_named_list(page_.node(at))) return true;
    }
    return false;
  }

  bool is_titled(NodeIndex list) const { return is_notes_title(title_of(list)); }

  // The last words before the list.
  std::string title_of(NodeIndex list) const {
    const NodeIndex text = page_.text_before(list);
    if (text == kNoNode) return {};
    NodeIndex block = page_.node(text).parent;
    while (block != kNoNode && !is_html_block(page_.node(block).name)) {
      block = page_.node(block).parent;
    }
    // The block must end before the list: a <div> around both is not its title.
    const bool apart = block != kNoNode && page_.node(block).end <= list;
    return page_.text_of(apart ? block : text, 60);
  }

  std::set<std::size_t> own_numbers(const HtmlNoteList& list) const {
    std::set<std::size_t> own;
    for (const std::string& label : labels_of(list, no_marks(list), 1))
      own.insert(note_number(label));
    return own;
  }

  // Whether a number of the list is cited without a link.
  bool is_cited_plainly(const HtmlNoteList& list) const {
    const std::set<std::size_t> own = own_numbers(list);
    return std::ranges::any_of(places_, [&](const CitedPlace& place) {
      const auto next = std::ranges::upper_bound(marks_, place.node);
      const bool linked = next != marks_.begin() && place.node < page_.node(*std::prev(next)).end;
      return !linked && own.contains(place.number);
    });
  }

  // Beside notes that links lead to, or that are called so and have all numbers that the text
  // cites, a list called "References" is one of books: a section.
  void drop_books(std::vector<HtmlNoteList>& lists) const {
    const bool linked = std::ranges::any_of(lists, [this](const auto& l) { return is_proven(l); });
    const auto has_notes = [this](const HtmlNoteList& list) {
      const std::string title = title_of(list.list);
      return is_notes_title(title) && !is_books_title(title) && !cited_.empty() &&
             std::ranges::includes(own_numbers(list), cited_);
    };
    if (!linked && std::ranges::none_of(lists, has_notes)) return;
    std::erase_if(lists, [&](const HtmlNoteList& list) {
      return !is_proven(list) && is_books_title(title_of(list.list)) &&
             !(linked && is_cited_plainly(list));
    });
  }

  bool is_proven(const HtmlNoteList& list) const { return holds_targets(list.items); }

  // Beside notes that links lead to, a list of books that marks without links cite: most of its
  // numbers, from before those of the notes on.
  void find_list_beside_links(HtmlNoteList& list) const {
    constexpr std::size_t kFewestMarks = 2;
    const std::vector<std::string> labels = labels_of(list, no_marks(list), 1);
    std::set<std::size_t> own;
    for (const std::string& label : labels) own.insert(note_number(label));
    std::set<std::size_t> cited;
    for (const CitedPlace& place : places_) {
      if (place.node < list.list && !place.by_sign) cited.insert(place.number);
    }
    const bool most = cited.size() >= kFewestMarks && 2 * cited.size() >= own.size();
    if (!most || !std::ranges::includes(own, cited) || *cited.begin() > highest_) return;
    list.labels = labels;
    list.by_place = true;
  }

  static std::vector<std::vector<std::string>> no_marks(const HtmlNoteList& list) {
    return std::vector<std::vector<std::string>>(list.items.size());
  }

  // Empties a list whose numbers are taken, unless marks may mean it.
  void give_labels(HtmlNoteList& list) {
    std::vector<std::vector<std::string>> marked;
    for (const NodeIndex item : list.items) {
      std::vector<std::string> labels;
      const auto end = marked_.lower_bound(page_.node(item).end);
      for (auto it = marked_.lower_bound(item); it != end; ++it) {
        labels.insert(labels.end(), it->second.begin(), it->second.end());
      }
      marked.push_back(std::move(labels));
    }
    list.labels = labels_of(list, marked, 1);
    if (is_proven(list)) {
      use(list.labels);
      return;
    }
    const bool clash = std::ranges::any_of(
        list.labels, [this](const std::string& label) { return used_.contains(label); });
    if (clash && list.ordered && !says_numbers(page_, list.list, list.items)) {
      // A list of the next tab goes on where the last one ended, if the marks do.
      const std::size_t next = highest_ + 1;
      if (is_cited(next, next + list.items.size())) {
        list.labels = labels_of(list, marked, next);
      }
    }
    if (!list.doubtful && std::ranges::all_of(list.labels, [this](const std::string& label) {
          return used_.contains(label);
        })) {
      list.items.clear();
    }
    use(list.labels);
  }

  std::vector<std::string> labels_of(const HtmlNoteList& list,
                                     const std::vector<std::vector<std::string>>& marked,
                                     std::size_t first) const {
    if (list.ordered) return list_labels(page_, list.list, list.items, marked, first);
    const std::vector<std::string> ids = id_labels(page_, list.items);
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const auto leading = leading_label(page_.text_of(list.items[i], 20));
      labels.push_back(!marked[i].empty() ? marked[i].front() : leading ? leading->label : ids[i]);
    }
    return labels;
  }

  void use(const std::vector<std::string>& labels) {
    for (const std::string& label : labels) {
      std::size_t number = 0;
      std::from_chars(label.data(), label.data() + label.size(), number);
      highest_ = std::max(highest_, number);
      used_.insert(label);
    }
  }

  bool is_cited(std::size_t from, std::size_t to) const {
    const auto next = cited_.lower_bound(from);
    return next != cited_.end() && *next < to;
  }

  const HtmlPage& page_;
  const MarkedNodes& marked_;
  std::vector<NodeIndex> backs_;
  std::vector<NodeIndex> marks_;
  std::set<std::string> used_;
  std::size_t highest_ = 0;
  std::vector<CitedPlace> places_;  // in the page, outside of links
  std::set<std::size_t> cited_;     // there
};

}  // namespace

std::vector<HtmlNoteList> find_note_lists(const HtmlPage& page, const std::vector<NoteLink>& links,
                                          const MarkedNodes& marked) {
  return ListFinder(page, links, marked).find();
}

}  // namespace idsearch::indexer
