// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_side_notes.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/html_mark_text.hpp"
#include "indexer/html_note_label.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using A = HtmlAttribute;
using N = HtmlName;
using SideKind = SideNote::Kind;

constexpr auto kNoteNames =
    std::to_array<std::string_view>({"sidenote", "modern-footnotes-footnote__note", "side-note",
                                     "inline-footnote", "footnote-inline", "inline-note"});
constexpr auto kRemarkNames = std::to_array<std::string_view>({"marginnote", "margin-note"});

// One of the names of a class attribute, as a whole: "sidenote-number" is none.
template <typename Names>
bool has_name(std::string_view classes, const Names& names) {
  for (std::size_t at = 0; at < classes.size();) {
    const std::size_t begin = classes.find_first_not_of(" \t\n\f\r", at);
    if (begin == std::string_view::npos) return false;
    at = std::min(classes.find_first_of(" \t\n\f\r", begin), classes.size());
    if (std::ranges::find(names, classes.substr(begin, at - begin)) != names.end()) return true;
  }
  return false;
}

class SideNoteFinder {
 public:
  SideNoteFinder(const HtmlPage& page, const std::vector<NoteLink>& links) : page_(page) {
    for (NodeIndex i = 0; i < page.size(); ++i) {
      if (page.node(i).name == N::Br) breaks_.push_back(i);
    }
    for (const NoteLink& link : links) {
      if (link.kind != NoteLink::Kind::Mark) continue;
      marks_[link.node] = &link;
      if (link.target != kNoNode) marked_.try_emplace(link.target, &link);
    }
  }

  std::vector<SideNote> find() {
    for (NodeIndex i = 0; i < page_.size();) {
      if (auto note = note_at(i)) {
        notes_.push_back(std::move(*note));
        i = page_.node(i).end;
      } else {
        ++i;
      }
    }
    return std::move(notes_);
  }

 private:
  std::optional<SideNote> note_at(NodeIndex i) const {
    const HtmlNode& node = page_.node(i);
    const bool in_line = node.name != N::Text && node.name != N::A && !is_html_block(node.name) &&
                         !page_.has_block(i, node.end);
    if (!in_line || !page_.has_text(i, node.end)) return std::nullopt;
    const std::string_view classes = node.value(HtmlAttribute::Class);
    SideNote note;
    note.node = i;
    if (has_name(classes, kRemarkNames)) {
      note.kind = SideKind::Remark;
      note.toggle = toggle_before(i);
      return note;
    }
    if (has_name(classes, kNoteNames) || node.name == N::Footnote) {
      // One that holds a number and nothing else is drawn as the mark.
      if (!shown_numbers(page_.text_of(i, 40)).empty()) return std::nullopt;
      return named(std::move(note));
    }
    if (is_hidden(node) && is_number_button(i)) return named(std::move(note));
    if (reads_repeated(note)) return note;
    const auto mark = marked_.find(i);
    if (mark == marked_.end() || !goes_on_line(*mark->second, i)) return std::nullopt;
    note.kind = SideKind::Marked;
    note.label = mark->second->label;
    return note;
  }

  // <button>1</button><span hidden>Words</span>
  bool is_number_button(NodeIndex note) const {
    const NodeIndex toggle = toggle_before(note);
    return toggle != kNoNode && page_.node(toggle).name == N::Button &&
           !shown_numbers(page_.text_of(toggle, 20)).empty();
  }

  // <span class="footnote"><sup>1</sup><span><sup>1</sup> Words.</span></span>: how LaTeX pages and
  // their like write a note where its mark stands.
  bool reads_repeated(SideNote& note) const {
    const NodeIndex end = page_.node(note.node).end;
    const NodeIndex outer = page_.node(note.node).parent;
    if (outer == kNoNode || page_.has_text(end, page_.node(outer).end)) return false;
    const HtmlNode& around = page_.node(outer);
    const bool called = !is_html_block(around.name) && (is_called_note(around.value(A::Class)) ||
                                                        is_called_note(around.value(A::Id)));
    if (!called) return false;
    const NodeIndex toggle = toggle_before(note.node);
    if (toggle == kNoNode || page_.node(toggle).name != N::Sup || page_.has_text(outer, toggle) ||
        mark_in(toggle) != nullptr) {
      return false;
    }
    auto numbers = shown_numbers(page_.text_of(toggle, 20));
    if (numbers.size() != 1) return false;
    NodeIndex words = note.node;
    for (NodeIndex i = note.node + 1; i < end; ++i) {
      if (!page_.has_text(i, i + 1)) continue;
      const NodeIndex element = page_.node(i).parent;
      const bool again =
          element != note.node && shown_numbers(page_.text_of(element, 20)) == numbers;
      words = i;
      if (!again) break;
      note.repeats.push_back(element);
    }
    // "footnotemark: 1" repeats the number of a note that stands elsewhere.
    if (has_word(around.value(A::Class), "footnotemark")) {
      note.kind = SideKind::Copy;
      return true;
    }
    if (note.repeats.empty() || page_.tree().is_within(words, note.repeats.back())) return false;
    note.toggle = toggle;
    note.label = std::move(numbers.front());
    return true;
  }

  static bool is_called_note(std::string_view names) {
    return names.find("footnote") != std::string_view::npos ||
           names.find("endnote") != std::string_view::npos;
  }

  SideNote named(SideNote note) const {
    const NodeIndex toggle = toggle_before(note.node);
    if (toggle == kNoNode) return note;
    if (const NoteLink* mark = mark_in(toggle)) {
      const bool elsewhere =
          mark->target != kNoNode && !page_.tree().is_within(mark->target, note.node);
      note.kind = elsewhere ? SideKind::Copy : SideKind::Marked;
      note.label = mark->label;
      return note;
    }
    note.toggle = toggle;
    const auto numbers = shown_numbers(page_.text_of(toggle, 20));
    if (numbers.size() == 1) note.label = numbers.front();
    return note;
  }

  const NoteLink* mark_in(NodeIndex node) const {
    const auto mark = marks_.lower_bound(node);
    return mark != marks_.end() && mark->first < page_.node(node).end ? mark->second : nullptr;
  }

  // The element directly before, when it shows a number or a sign and nothing else.
  NodeIndex toggle_before(NodeIndex note) const {
    const NodeIndex text = page_.text_before(note);
    const NodeIndex parent = page_.node(note).parent;
    if (text == kNoNode || parent == kNoNode || !page_.tree().is_within(text, parent)) {
      return kNoNode;
    }
    const NodeIndex before = page_.child_towards(parent, text);
    const HtmlNode& node = page_.node(before);
    if (node.name == N::Text || is_html_block(node.name)) return kNoNode;
    const std::string_view classes = node.value(HtmlAttribute::Class);
    const bool named = node.name == N::Label || node.name == N::Button || node.name == N::Sup ||
                       node.name == N::A || classes.find("note") != std::string_view::npos ||
                       has_word(classes, "margin-toggle");
    const std::string shown = page_.text_of(before, 20);
    const bool sign =
        text::decode(shown, 0).length == shown.size() && !text::is_ascii_letter(shown.front());
    return named && (sign || !shown_numbers(shown).empty()) ? before : kNoNode;
  }

  // Whether a mark and its note stand in one line of text, and the note is more than a number.
  bool goes_on_line(const NoteLink& mark, NodeIndex note) const {
    if (mark.node > note || block_around(mark.node) != block_around(note)) return false;
    const auto next_break = std::ranges::lower_bound(breaks_, mark.node);
    if (next_break != breaks_.end() && *next_break < note) return false;
    const std::string text = page_.text_of(note, 40);
    const auto label = leading_label(text);
    return !label || label->length < text.size();
  }

  NodeIndex block_around(NodeIndex node) const {
    while (node != kNoNode && !is_html_block(page_.node(node).name)) node = page_.node(node).parent;
    return node;
  }

  const HtmlPage& page_;
  std::vector<NodeIndex> breaks_;  // <br>
  std::map<NodeIndex, const NoteLink*> marks_;
  std::map<NodeIndex, const NoteLink*> marked_;  // by target, the first mark of each
  std::vector<SideNote> notes_;
};

}  // namespace

bool is_named_side_note(const HtmlNode& node) {
  const std::string_view classes = node.value(HtmlAttribute::Class);
  return has_name(classes, kNoteNames) || has_name(classes, kRemarkNames);
}

std::vector<SideNote> find_side_notes(const HtmlPage& page, const std::vector<NoteLink>& links) {
  return SideNoteFinder(page, links).find();
}

}  // namespace idsearch::indexer
