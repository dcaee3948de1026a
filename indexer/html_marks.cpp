// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_marks.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "indexer/characters.hpp"
#include "indexer/citation_locators.hpp"
#include "indexer/html_head_marks.hpp"
#include "indexer/html_mark_text.hpp"
#include "indexer/html_text_brackets.hpp"
#include "indexer/mark_styles.hpp"
#include "indexer/note_numbers.hpp"
#include "indexer/raised_numbers.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// Further from a link than this stands no bracket of its group: "[12, 13, 14–17, 20]".
constexpr std::size_t kLongestMarkGroup = 40;

std::string_view shown(const HtmlBlock& block, const HtmlBlock::Span& span) {
  return std::string_view(block.text).substr(span.begin, span.end - span.begin);
}

// ":12–14", ": 5": the page that a wiki raises behind a mark.
bool is_raised_page(std::string_view text) {
  text = text::trim(text);
  if (!text.starts_with(':')) return false;
  const std::string_view place = text::trim(text.substr(1));
  return !place.empty() && locator_length(place) == place.size();
}

// "[1]" raised before such a page is a mark without a link, too.
void add_marks_with_pages(const HtmlBlock& block, std::vector<ProvenMark>& found) {
  for (std::size_t i = 1; i < block.raised.size(); ++i) {
    const HtmlBlock::Span& mark = block.raised[i - 1];
    if (mark.end != block.raised[i].begin || !is_raised_page(shown(block, block.raised[i])))
      continue;
    auto numbers = shown_numbers(shown(block, mark));
    if (!numbers.empty()) found.push_back({mark.begin, mark.end, std::move(numbers)});
  }
}

// Brackets that are text, between the marks.
void add_text_brackets(const HtmlBlock& block, std::vector<ProvenMark>& marks) {
  std::vector<ProvenMark> brackets;
  for (const auto& [begin, end] : text_brackets(block)) {
    const auto next = std::ranges::lower_bound(marks, begin, {}, &ProvenMark::begin);
    const bool free = (next == marks.end() || next->begin >= end) &&
                      (next == marks.begin() || std::prev(next)->end <= begin);
    if (free) brackets.push_back({begin, end, {}, true});
  }
  std::ranges::move(brackets, std::back_inserter(marks));
  std::ranges::stable_sort(marks, {}, &ProvenMark::begin);
}

// Takes the page into the mark directly before it.
void take_pages(const HtmlBlock& block, std::vector<ProvenMark>& marks) {
  for (const HtmlBlock::Span& span : block.raised) {
    if (!is_raised_page(shown(block, span))) continue;
    const auto mark = std::ranges::lower_bound(marks, span.begin, {}, &ProvenMark::end);
    if (mark != marks.end() && mark->end == span.begin) mark->end = span.end;
  }
}

// Numbers that a page shows, in the list of their own notes.
std::vector<std::string> counted_on(std::vector<std::string> numbers, std::size_t shift) {
  if (shift == 0) return numbers;
  for (std::string& number : numbers) number = std::to_string(note_number(number) + shift);
  return numbers;
}

// Takes the brackets around a mark into it: "[<a>7</a>]", "[<a>3</a>–<a>5</a>]".
void widen(std::string_view text, std::size_t shift, ProvenMark& mark) {
  const std::size_t from = mark.begin > kLongestMarkGroup ? mark.begin - kLongestMarkGroup : 0;
  const std::size_t open = text.substr(from, mark.begin - from).rfind('[');
  if (open != std::string_view::npos) {
    const std::size_t behind = text.substr(mark.end, kLongestMarkGroup).find(']');
    const std::size_t begin = from + open;
    if (behind != std::string_view::npos) {
      const std::size_t close = mark.end + behind;
      const auto numbers = shown_numbers(text.substr(begin, close + 1 - begin));
      if (!numbers.empty()) {
        mark.begin = begin;
        mark.end = close + 1;
        if (numbers.size() > 1) mark.labels = counted_on(numbers, shift);
        return;
      }
    }
  }
  const char before = mark.begin > 0 ? text[mark.begin - 1] : '\0';
  const char behind = mark.end < text.size() ? text[mark.end] : '\0';
  if ((before == '[' && behind == ']') || (before == '(' && behind == ')')) {
    --mark.begin;
    ++mark.end;
  }
}

}  // namespace

HtmlMarks::HtmlMarks(const HtmlPage& page, const LinkByNode& links,
                     const std::vector<NoteItem>& items, const std::vector<RawNote>& notes,
                     std::vector<MarkZone> zones, std::set<std::size_t> cited)
    : page_(page),
      links_(links),
      items_(items),
      zones_(std::move(zones)),
      cited_(std::move(cited)) {
  for (const RawNote& note : notes) {
    given_.insert(note.label);
    highest_ = std::max(highest_, note_number(note.label));
  }
  has_links_ = std::ranges::any_of(links, [this](const auto& link) {
    return link.second->kind == NoteLink::Kind::Mark && item_of(*link.second) != nullptr;
  });
}

const NoteLink* HtmlMarks::mark_link(NodeIndex node) const {
  const auto found = links_.find(node);
  const bool mark = found != links_.end() && found->second->kind == NoteLink::Kind::Mark;
  return mark ? found->second : nullptr;
}

std::vector<std::string> HtmlMarks::labels_of(const NoteLink& link) const {
  std::string label = label_of(link);
  if (label.empty()) return {};
  return {std::move(label)};
}

std::string HtmlMarks::label_of(const NoteLink& link) const {
  const NoteItem* item = item_of(link);
  if (item == nullptr || (item->shift == 0 && given_.contains(link.label))) return link.label;
  return item->label;
}

const NoteItem* HtmlMarks::item_of(const NoteLink& link) const {
  if (link.target == kNoNode) return nullptr;
  const auto next = std::ranges::upper_bound(items_, link.target, {}, &NoteItem::begin);
  if (next == items_.begin() || link.target >= std::prev(next)->end) return nullptr;
  return &*std::prev(next);
}

std::size_t HtmlMarks::shift_of(const NoteLink& link) const {
  const NoteItem* item = item_of(link);
  return item == nullptr ? 0 : item->shift;
}

bool HtmlMarks::may_be_raised_mark(const HtmlBlock& block, const HtmlBlock::Span& span,
                                   const std::vector<std::string>& numbers) const {
  const std::string_view before = std::string_view(block.text).substr(0, span.begin);
  if (before.empty()) return false;
  const RaisedNumber kind = read_raised_number(before, shown(block, span));
  if (kind == RaisedNumber::Exponent || kind == RaisedNumber::LikelyExponent) return false;
  const Character last = last_character(before);
  const bool firm = is_sentence_end(last.code) || is_closing(last.code) || last.code == ',' ||
                    last.code == ';' || (kind == RaisedNumber::Mark && must_be_mark(before));
  // A skipped number or a list that lost its end, as for marks in brackets; in a page that lost all
  // of its list, any number.
  constexpr std::size_t kBeyondHighest = 5;
  return std::ranges::all_of(numbers, [&](const std::string& number) {
    if (given_.contains(number)) return true;
    return firm && (highest_ == 0 || note_number(number) <= highest_ + kBeyondHighest);
  });
}

void HtmlMarks::add_raised(const HtmlBlock& block, const HtmlBlock::Span& span,
                           std::vector<ProvenMark>& out, std::vector<Remark>* remarks) const {
  std::vector<const NoteLink*> marks;
  bool other_link = false;
  auto next = std::ranges::lower_bound(block.links, span.begin, {}, &HtmlBlock::Span::begin);
  for (; next != block.links.end() && next->begin < span.end; ++next) {
    const HtmlBlock::Span& link = *next;
    if (link.end > span.end) continue;
    if (const NoteLink* mark = mark_link(link.node)) {
      marks.push_back(mark);
    } else {
      const std::string_view href = page_.node(link.node).value(HtmlAttribute::Href);
      other_link = other_link ||
                   (!href.empty() && !href.starts_with('#') && !href.starts_with("javascript:"));
    }
  }
  std::vector<std::string> numbers = shown_numbers(shown(block, span));
  if (numbers.empty()) return;
  if (marks.empty()) numbers = counted_on(std::move(numbers), shift_by_place(block));
  ProvenMark mark{span.begin, span.end, numbers};
  if (marks.empty()) {
    // "[7]" raised is for the rule that all formats share.
    if (other_link || shown(block, span).starts_with('[')) return;
    const bool taken = may_be_raised_mark(block, span, numbers);
    if (remarks != nullptr && span.begin > 0) {
      const std::string_view before = std::string_view(block.text).substr(0, span.begin);
      std::string message = raised_number_message(before, shown(block, span), taken,
                                                  given_.contains(numbers.front()));
      if (!message.empty()) remarks->push_back({numbers.front(), std::move(message)});
    }
    if (!taken) return;
  } else if (marks.size() == 1 && numbers.size() == 1) {
    mark.labels = labels_of(*marks.front());
  } else {
    mark.labels = counted_on(numbers, shift_of(*marks.front()));
  }
  out.push_back(std::move(mark));
}

std::size_t HtmlMarks::shift_by_place(const HtmlBlock& block) const {
  const auto zone = std::ranges::upper_bound(zones_, block.first, {}, &MarkZone::end);
  return zone == zones_.end() ? 0 : zone->shift;
}

// "[2]" that means a note of a further list, which the rule that all formats share knows by
// another number.
void HtmlMarks::add_bracketed(const HtmlBlock& block, std::size_t shift,
                              std::vector<ProvenMark>& out) const {
  const std::string_view text = block.text;
  for (std::size_t open = text.find('['); open != std::string_view::npos;
       open = text.find('[', open + 1)) {
    const std::size_t close = text.substr(open, kLongestMarkGroup).find(']');
    if (close == std::string_view::npos) continue;
    std::vector<std::string> labels =
        counted_on(shown_numbers(text.substr(open, close + 1)), shift);
    const bool given = std::ranges::all_of(
        labels, [this](const std::string& label) { return given_.contains(label); });
    const bool quoted = is_opening(last_character(text.substr(0, open)).code);
    if (labels.empty() || !given || quoted) continue;
    out.push_back({open, open + close + 1, std::move(labels)});
  }
}

void HtmlMarks::add_signs(const HtmlBlock& block, std::vector<ProvenMark>& out) const {
  const std::size_t shift = shift_by_place(block);
  for (const MarkSign& sign : mark_signs(block.text, MarkStyle::Raised)) {
    ProvenMark mark{sign.begin, sign.end, {}};
    bool taken = sign.sure;
    for (const std::size_t number : sign.numbers) {
      mark.labels.push_back(std::to_string(number + shift));
      taken = taken && given_.contains(mark.labels.back()) && !cited_.contains(number);
    }
    if (taken) out.push_back(std::move(mark));
  }
}

// Of the first link in the mark to a note.
std::size_t HtmlMarks::shift_at(const HtmlBlock& block, const ProvenMark& mark) const {
  auto next = std::ranges::lower_bound(block.links, mark.begin, {}, &HtmlBlock::Span::begin);
  for (; next != block.links.end() && next->begin < mark.end; ++next) {
    if (const NoteLink* link = mark_link(next->node)) return shift_of(*link);
  }
  return 0;
}

std::vector<ProvenMark> HtmlMarks::in(const HtmlBlock& block, std::vector<Remark>* remarks) const {
  std::vector<ProvenMark> found;
  for (const HtmlBlock::Span& span : block.raised) add_raised(block, span, found, remarks);
  for (const HtmlBlock::Span& span : block.links) {
    if (const NoteLink* link = mark_link(span.node)) {
      found.push_back({span.begin, span.end, labels_of(*link)});
    }
  }
  add_marks_with_pages(block, found);
  if (!has_links_) add_signs(block, found);
  if (const std::size_t shift = shift_by_place(block)) add_bracketed(block, shift, found);
  for (ProvenMark& mark : found) widen(block.text, shift_at(block, mark), mark);
  // The widest first, so that what stands within it is passed over.
  std::ranges::stable_sort(found, [](const ProvenMark& a, const ProvenMark& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<ProvenMark> out;
  for (ProvenMark& mark : found) {
    if (!out.empty() && mark.begin < out.back().end) continue;
    out.push_back(std::move(mark));
  }
  take_pages(block, out);
  if (has_links_) add_text_brackets(block, out);
  return out;
}

std::vector<HtmlMarks::Remark> HtmlMarks::glued(const HtmlBlock& block) const {
  std::vector<Remark> remarks;
  for (const HtmlBlock::Span& span : block.raised) {
    const std::string_view before = std::string_view(block.text).substr(0, span.begin);
    const std::vector<std::string> numbers = shown_numbers(shown(block, span));
    if (before.empty() || !text::is_ascii_digit(before.back()) || numbers.size() != 1) continue;
    std::string message = raised_number_message(before, shown(block, span), false, false);
    if (!message.empty()) remarks.push_back({numbers.front(), std::move(message)});
  }
  return remarks;
}

HtmlMarks::InRow HtmlMarks::in_row(
    const HtmlBlock& block, const std::function<bool(std::string_view, MarkPlace)>& is_mark) const {
  InRow out{block.text, {}, {}};
  out.proven = in(block, &out.remarks);
  if (block.heads.empty()) return out;
  std::map<std::size_t, std::vector<std::string>> labels;  // by place in the text
  for (const HtmlBlock& head : block.heads) {
    for (const HeadCell& cell : head_cells(page_, head)) {
      const MarkedText marked = take_marks(cell.block.text, in(cell.block), is_mark);
      if (marked.marks.empty()) continue;
      std::vector<std::string>& here = labels[end_of_column(page_, block, cell.column)];
      for (const Mark& mark : marked.marks) here.push_back(mark.note);
    }
  }
  // From the last on, so that the places before stay what they are.
  for (auto place = labels.rbegin(); place != labels.rend(); ++place) {
    const std::size_t at = place->first;
    out.text.insert(at, kEmptyMark);
    for (ProvenMark& mark : out.proven) {
      if (mark.begin < at) continue;
      mark.begin += kEmptyMark.size();
      mark.end += kEmptyMark.size();
    }
    out.proven.push_back({at, at + kEmptyMark.size(), std::move(place->second)});
  }
  std::ranges::stable_sort(out.proven, {}, &ProvenMark::begin);
  return out;
}

}  // namespace idsearch::indexer
