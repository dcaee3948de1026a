// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scattered_notes.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "indexer/note_lines.hpp"
#include "indexer/note_numbers.hpp"
#include "indexer/text_units.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// Numbers "[12]" anywhere behind words, also where they alone would not be taken for marks ("a chip
// [1] and"): what answers them must read as a citation.
void add_in_brackets(std::span<const Line> lines, std::vector<bool>& numbers) {
  for (const Line& line : lines) {
    for (std::size_t open = line.text.find('[', 1); open != std::string_view::npos;
         open = line.text.find('[', open + 1)) {
      std::size_t number = 0, at = open + 1;
      for (; at < line.text.size() && text::is_ascii_digit(line.text[at]) && number < 100; ++at)
        number = number * 10 + static_cast<std::size_t>(line.text[at] - '0');
      if (at > open + 1 && at < line.text.size() && line.text[at] == ']' && number < numbers.size())
        numbers[number] = true;
    }
  }
}

/// Which numbers are marked above a line.
class MarksAbove {
 public:
  explicit MarksAbove(std::span<const Line> lines) : lines_(lines) {}

  bool have(std::size_t number, std::size_t line) {
    for (; read_ < line; ++read_) {
      for (const MarkStyle style : {MarkStyle::Square, MarkStyle::Raised}) {
        const std::vector<bool> marked = marked_numbers(lines_.subspan(read_, 1), style);
        for (std::size_t n = 0; n < marked.size() && n < seen_.size(); ++n)
          if (marked[n]) seen_[n] = true;
      }
    }
    return number < seen_.size() && seen_[number];
  }

 private:
  std::span<const Line> lines_;
  std::size_t read_ = 0;
  std::vector<bool> seen_ = std::vector<bool>(1000);  // numbers have three digits at most
};

}  // namespace

void take_scattered(NoteList& list) {
  std::vector<bool> wanted = marked_numbers(list.body, MarkStyle::Square);
  const std::vector<bool> raised = marked_numbers(list.body, MarkStyle::Raised);
  for (std::size_t n = 0; n < wanted.size(); ++n) wanted[n] = wanted[n] || raised[n];
  add_in_brackets(list.body, wanted);
  std::vector<bool> given(wanted.size());
  for (const RawNote& note : list.notes) {
    wanted[note_number(note.label)] = false;
    given[note_number(note.label)] = true;
  }
  // Numbers that begin anew below each section are given twice: that is to be said, and neither
  // text is a passage.
  MarksAbove marks_above(list.body);
  std::vector<Line> body;
  std::vector<RawNote> found;
  bool behind_note = false;
  for (std::size_t i = 0; i < list.body.size();) {
    const auto note = note_line(list.body, i);
    std::size_t end = i + 1;
    const bool may_begin = list.body[i].begins_block || behind_note;
    behind_note = false;
    const bool may_be_note = note && note->bracket && !note->text.empty() && may_begin;
    if (may_be_note &&
        (wanted[note->number] || (given[note->number] && marks_above.have(note->number, i)))) {
      std::string text(note->text);
      while (end < list.body.size() && !list.body[end].begins_block && !note_line(list.body, end)) {
        if (!parts_word(text, list.body[end].text)) text += ' ';
        text += list.body[end++].text;
      }
      if ((is_note_like(text) || names_law_or_part(text)) && !is_prose(text)) {
        found.push_back({std::to_string(note->number), std::move(text), list.body[i].number});
        wanted[note->number] = false;
        given[note->number] = true;
        behind_note = true;
        if (end < list.body.size()) list.body[end].begins_block = true;
        i = end;
        continue;
      }
      end = i + 1;
    }
    body.push_back(list.body[i]);
    i = end;
  }
  if (found.empty()) return;
  list.body = std::move(body);
  list.notes.insert(list.notes.end(), std::make_move_iterator(found.begin()),
                    std::make_move_iterator(found.end()));
  std::ranges::stable_sort(list.notes, {}, &RawNote::line);
}

}  // namespace idsearch::indexer
