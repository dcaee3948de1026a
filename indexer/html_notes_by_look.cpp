// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_notes_by_look.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "indexer/html_mark_text.hpp"
#include "indexer/html_note_label.hpp"
#include "indexer/html_note_writer.hpp"
#include "indexer/mark_styles.hpp"
#include "indexer/note_lines.hpp"
#include "indexer/note_numbers.hpp"
#include "indexer/note_zones.hpp"
#include "indexer/raised_digits.hpp"
#include "indexer/scattered_notes.hpp"
#include "indexer/site_lines.hpp"
#include "indexer/text_headings.hpp"
#include "indexer/text_lines.hpp"
#include "indexer/text_notes.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

// Numbers of the items of every <ol>, by the first text in the item.
std::unordered_map<NodeIndex, std::string> item_numbers(const HtmlPage& page) {
  std::unordered_map<NodeIndex, std::string> numbers;
  for (NodeIndex i = 0; i < page.size(); ++i) {
    if (page.node(i).name != HtmlName::Ol) continue;
    std::vector<NodeIndex> items;
    for (NodeIndex k = i + 1; k < page.node(i).end; k = page.node(k).end) {
      if (page.node(k).name == HtmlName::Li) items.push_back(k);
    }
    const std::vector<std::string> labels =
        list_labels(page, i, items, std::vector<std::vector<std::string>>(items.size()), 1);
    for (std::size_t k = 0; k < items.size(); ++k) numbers[items[k]] = labels[k];
  }
  return numbers;
}

// The block as a line of a text dump: raised numbers in brackets, the number of an item before it.
class LineWriter {
 public:
  LineWriter(const HtmlPage& page, const NoteWriter& writer)
      : page_(page), writer_(writer), numbers_(item_numbers(page)) {}

  // The line with its number, which it still has the next time.
  std::string peek(const HtmlBlock& block) {
    const auto numbers = numbers_;
    std::string text = line(block, true);
    numbers_ = numbers;
    return text;
  }

  // `titled`: the block stands below the title of the notes.
  std::string line(const HtmlBlock& block, bool titled) {
    std::string text = line(block);
    if (!titled) return text;
    const auto label = leading_label(text);
    if (!label) return text;
    // A number in a box of its own; "(7) text".
    if (label->length == text.size()) return label->label + ".^";
    if (text.starts_with('(')) return "[" + label->label + "] " + text.substr(label->length);
    return text;
  }

 private:
  // "¹" before a note, and behind words where nothing else can be meant.
  static std::string with_brackets(std::string text) {
    std::size_t end = 0;
    if (const auto number = read_raised_number(text, end, 3)) {
      text.replace(0, end, "[" + std::to_string(*number) + "] ");
    }
    const std::vector<MarkSign> signs = mark_signs(text, MarkStyle::Raised);
    for (auto sign = signs.rbegin(); sign != signs.rend(); ++sign) {
      std::string brackets;
      for (const std::size_t number : sign->numbers) brackets += "[" + std::to_string(number) + "]";
      if (sign->sure) text.replace(sign->begin, sign->end - sign->begin, brackets);
    }
    return text;
  }

  std::string line(const HtmlBlock& block) {
    std::vector<std::string> kept;
    kept.reserve(block.raised.size());
    std::vector<TextChange> changes;
    for (const HtmlBlock::Span& span : block.raised) {
      const std::string_view shown =
          std::string_view(block.text).substr(span.begin, span.end - span.begin);
      const auto numbers = shown_numbers(shown);
      if (numbers.empty() || shown.starts_with('[')) continue;
      std::string brackets;
      for (const std::string& number : numbers) brackets += "[" + number + "]";
      kept.push_back(std::move(brackets));
      changes.push_back({span.begin, span.end, kept.back()});
    }
    std::string text = with_brackets(changed(block.text, changes));
    if (writer_.has_own_label(block)) {
      const std::string_view own = text::trim(page_.node(block.first).text);
      // None where signs stand behind it that are taken off otherwise, "7⏎".
      const auto own_label = leading_label(own);
      if (own_label && text.starts_with(own)) {
        text = text::trim(std::string_view(text).substr(own.size()));
        if (block.kind == RawBlock::Kind::Row && text.starts_with("| ")) text.erase(0, 2);
        return "[" + own_label->label + "] " + text;
      }
    }
    if (leading_label(text)) return text;
    const NodeIndex item = page_.tree().around(block.first, HtmlName::Li);
    const auto number = numbers_.find(item);
    if (number == numbers_.end() || number->second.empty()) return text;
    // Only before the first line of the item.
    const std::string prefix = number->second + ". ";
    numbers_.erase(number);
    return prefix + text;
  }

  const HtmlPage& page_;
  const NoteWriter& writer_;
  std::unordered_map<NodeIndex, std::string> numbers_;
};

bool answers_all(const NoteList& list) {
  std::vector<bool> open = bracketed_numbers(list.body);
  const bool cited = std::ranges::find(open, true) != open.end();
  for (const RawNote& note : list.notes) {
    std::size_t number = open.size();
    std::from_chars(note.label.data(), note.label.data() + note.label.size(), number);
    if (number < open.size()) open[number] = false;
  }
  return cited && std::ranges::find(open, true) == open.end();
}

// Where the list ends when a box of the page (a table, a list, a <div>) holds all its notes and
// nothing before them but their title; else the page's end.
NodeIndex end_of_list(const HtmlPage& page, const std::vector<HtmlBlock>& blocks,
                      const std::vector<RawNote>& notes) {
  const std::size_t first = notes.front().line - 1;
  const std::size_t last = notes.back().line - 1;
  if (first == last) return page.size();
  NodeIndex box = page.common_ancestor(blocks[first].first, blocks[last].first);
  // Lines of one paragraph may go on in the next one.
  while (box != kNoNode &&
         (!is_html_block(page.node(box).name) || page.node(box).name == HtmlName::P)) {
    box = page.node(box).parent;
  }
  if (box == kNoNode) return page.size();
  for (std::size_t i = first; i-- > 0 && blocks[i].first >= box;) {
    if (!is_notes_title(blocks[i].text)) return page.size();
  }
  return page.node(box).end;
}

// The list stands at the end of the profile, but a site may have boxes behind it: lines are left
// out from the end, up to the last one with a number, when what is found then answers all marks.
NoteList take_notes_before_site(std::span<const Line> lines) {
  constexpr int kMostTries = 4;  // headings such as "3 comments" begin with a number, too
  NoteList list = take_notes(lines);
  std::size_t end = lines.size();
  for (int tries = 1; list.notes.empty() && tries < kMostTries; ++tries) {
    do {
      if (end == 0) return list;
      --end;
    } while (!leading_label(lines[end].text));
    // A number alone has its words on the next line.
    const bool alone = leading_label(lines[end].text)->length == lines[end].text.size();
    const std::size_t size = std::min(end + (alone ? 2 : 1), lines.size());
    if (size == lines.size()) continue;
    list = take_notes(lines.first(size));
    if (!answers_all(list)) list.notes.clear();
    if (list.notes.empty()) continue;
    list.body.insert(list.body.end(), lines.begin() + static_cast<std::ptrdiff_t>(size),
                     lines.end());
  }
  return list;
}

}  // namespace

namespace {

// By block: below "References" where numbered notes stand below "Notes", so that it lists books.
std::vector<bool> books_of(const std::vector<HtmlBlock>& blocks, LineWriter& writer) {
  std::vector<bool> books(blocks.size(), false);
  bool has_notes = false;
  for (std::size_t i = 0; i + 1 < blocks.size() && !has_notes; ++i) {
    const std::string& title = blocks[i].text;
    const bool notes = is_notes_title(title) && !is_books_title(title);
    has_notes = notes && blocks[i].kind == RawBlock::Kind::Heading &&
                leading_label(writer.peek(blocks[i + 1])).has_value();
  }
  bool below = false;
  for (std::size_t i = 0; i < blocks.size() && has_notes; ++i) {
    if (blocks[i].kind == RawBlock::Kind::Heading) below = is_books_title(blocks[i].text);
    books[i] = below;
  }
  return books;
}

}  // namespace

HtmlNotes notes_by_look(const HtmlPage& page, const std::vector<HtmlBlock>& blocks,
                        const LinkByNode& links, bool with_noise) {
  HtmlNotes out;
  out.is_note.assign(blocks.size(), false);
  const std::vector<NoteItem> no_items;
  const NoteWriter writer(page, blocks, links, no_items);
  LineWriter line_writer(page, writer);
  std::vector<std::string> texts;
  std::vector<std::size_t> shown;
  const auto title = std::find_if(blocks.rbegin(), blocks.rend(), [](const HtmlBlock& block) {
    return block.kind != RawBlock::Kind::Row && is_notes_title(block.text);
  });
  const auto titled_from =
      title == blocks.rend() ? blocks.size() : static_cast<std::size_t>(blocks.rend() - title);
  const std::vector<bool> books = books_of(blocks, line_writer);
  // No text, and no note either; what stands above one may be text.
  const auto is_left_out = [&blocks, &books, with_noise](std::size_t block) {
    return books[block] || (blocks[block].noise && !with_noise) ||
           is_copyright_line(blocks[block].text);
  };
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (is_left_out(i)) continue;
    texts.push_back(line_writer.line(blocks[i], i >= titled_from));
    shown.push_back(i);
  }
  std::vector<Line> lines;
  for (std::size_t k = 0; k < texts.size(); ++k) {
    const std::string_view text = text::trim(texts[k]);
    if (text.empty()) continue;
    lines.push_back({text, shown[k] + 1, 0, true, true, false});
  }
  NoteList list = take_notes_before_site(lines);
  take_scattered(list);
  if (list.notes.empty()) return out;
  for (const NoteZone& zone : count_sections_on(list)) {
    out.zones.push_back({blocks[zone.line - 1].first, zone.shift});
  }
  std::set<std::size_t> body;
  for (const Line& line : list.body) body.insert(line.number);
  const NodeIndex list_end = end_of_list(page, blocks, list.notes);
  for (std::size_t n = 0; n < list.notes.size(); ++n) {
    const std::size_t end = n + 1 < list.notes.size() ? list.notes[n + 1].line : blocks.size() + 1;
    std::vector<std::size_t> indexes;
    for (std::size_t number = list.notes[n].line; number < end; ++number) {
      const std::size_t block = number - 1;
      if (body.contains(number) || is_left_out(block)) continue;
      if (blocks[block].first >= list_end) break;
      indexes.push_back(block);
      out.is_note[block] = true;
    }
    if (indexes.empty()) continue;
    const HtmlBlock& first = blocks[indexes.front()];
    const bool ordered = page.tree().around(first.first, HtmlName::Ol) != kNoNode;
    const RawNote& note = list.notes[n];
    const std::string label =
        note.shift == 0 ? note.label : std::to_string(note_number(note.label) - note.shift);
    out.notes.push_back(
        {note.label, writer.text(indexes, label, ordered), first.line, std::nullopt, note.shift});
  }
  return out;
}

}  // namespace idsearch::indexer
