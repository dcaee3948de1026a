// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/section_notes.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "indexer/note_lines.hpp"
#include "indexer/note_numbers.hpp"
#include "indexer/text_headings.hpp"
#include "indexer/text_units.hpp"

namespace idsearch::indexer {

namespace {

// One numbered list, of consecutive numbers and with nothing else between its items.
struct Run {
  std::size_t begin = 0, end = 0;  // indexes of its lines
  std::size_t first = 0, last = 0;
  std::vector<RawNote> notes;
};

// Lists that "[1] text" or "1.^ text" make are told by other signs.
bool is_item(std::span<const Line> lines, std::size_t i, bool behind_item) {
  const auto note = note_line(lines, i);
  if (!note || note->certain || note->bracket || note->text.empty()) return false;
  return lines[i].begins_block || (behind_item && may_end_note(lines[i - 1].text));
}

std::vector<Run> find_runs(std::span<const Line> lines) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < lines.size();) {
    const bool goes_on = !runs.empty() && runs.back().end == i;
    if (!is_item(lines, i, goes_on)) {
      ++i;
      continue;
    }
    const NoteLine note = *note_line(lines, i);
    const std::size_t line = lines[i].number;
    if (!goes_on || note.number != runs.back().last + 1)
      runs.push_back({i, i, note.number, note.number, {}});
    Run& run = runs.back();
    run.last = note.number;
    std::string text(note.text);
    for (++i; i < lines.size() && !lines[i].begins_block && !is_item(lines, i, true); ++i) {
      if (!parts_word(text, lines[i].text)) text += ' ';
      text += lines[i].text;
    }
    run.end = i;
    run.notes.push_back({std::to_string(note.number), std::move(text), line});
  }
  return runs;
}

bool reads_as_notes(const Run& run) {
  std::size_t citations = 0, law = 0;
  for (const RawNote& note : run.notes) {
    if (is_prose(note.text) || line_signs(note.text).has_mark) return false;
    citations += is_note_like(note.text) ? 1 : 0;
    law += !is_note_like(note.text) && names_law_or_part(note.text) ? 1 : 0;
  }
  return 2 * (citations + law) > run.notes.size();
}

// The marks of a section, read line by line.
class SectionMarks {
 public:
  explicit SectionMarks(std::span<const Line> lines) : lines_(lines) {}

  /// Reads on, up to line `end`.
  void read_to(std::size_t end) {
    for (; read_ < end; ++read_) {
      bool found = false;
      for (const MarkStyle style : {MarkStyle::Square, MarkStyle::Raised}) {
        const std::vector<bool> here = marked_numbers(lines_.subspan(read_, 1), style);
        for (std::size_t n = 0; n < here.size() && n < marked_.size(); ++n) {
          if (!here[n]) continue;
          found = true;
          marked_[n] = true;
          if (!begun_) first_[n] = true;
        }
      }
      begun_ = begun_ || found;
    }
  }

  /// The next section begins at line `begin`.
  void begin(std::size_t begin) {
    read_ = begin;
    begun_ = false;
    marked_.assign(marked_.size(), false);
    first_.assign(first_.size(), false);
  }

  bool any() const { return begun_; }

  /// Whether the marks begin with the first number of the list below them, stay within the list,
  /// and ask for half of it or more: for all of it where numbers begin `anew`, or a mark that comes
  /// again behind a list of the body would do. Those of earlier lists may come again where numbers
  /// go on.
  bool ask_for(std::size_t first, std::size_t last, bool anew) const {
    std::size_t asked = 0;
    for (std::size_t n = 0; n < marked_.size(); ++n) {
      if (!marked_[n]) continue;
      if (n > last) return false;
      if (n >= first) ++asked;
    }
    if ((anew ? 1 : 2) * asked < last - first + 1) return false;
    return first < first_.size() && first_[first];
  }

 private:
  std::span<const Line> lines_;
  std::size_t read_ = 0;
  bool begun_ = false;
  // Numbers have three digits at most.
  std::vector<bool> marked_ = std::vector<bool>(1000);
  std::vector<bool> first_ = std::vector<bool>(1000);  // in the first line that has marks
};

}  // namespace

void take_section_notes(NoteList& list) {
  std::span<const Line> body = list.body;
  if (!list.notes.empty()) {
    const auto behind = std::ranges::find_if(
        body, [&](const Line& line) { return line.number > list.notes.front().line; });
    body = body.first(static_cast<std::size_t>(behind - body.begin()));
  }
  std::vector<Run> runs;
  std::size_t last = 0;
  SectionMarks marks(body);
  for (Run& run : find_runs(body)) {
    if (run.begin == 0 || (run.first != 1 && (last == 0 || run.first != last + 1))) continue;
    marks.read_to(run.begin);
    if (line_signs(body[run.begin - 1].text).ends_colon ||
        !marks.ask_for(run.first, run.last, last > 0 && run.first == 1) || !reads_as_notes(run)) {
      continue;
    }
    marks.begin(run.end);
    last = run.last;
    runs.push_back(std::move(run));
  }
  if (runs.size() + (list.notes.empty() ? 0 : 1) < 2) return;
  marks.read_to(body.size());
  if (list.notes.empty()) {
    if (marks.any()) return;
  } else {
    // The list at the end has to be that of its section, too: else all notes stand there.
    std::size_t highest = 0;
    for (const RawNote& note : list.notes)
      highest = std::max<std::size_t>(highest, note_number(note.label));
    const std::size_t first = note_number(list.notes.front().label);
    if ((first != 1 && first != last + 1) || !marks.ask_for(first, highest, first == 1)) return;
  }
  std::vector<Line> rest;
  std::size_t at = 0;
  for (Run& run : runs) {
    rest.insert(rest.end(), list.body.begin() + static_cast<std::ptrdiff_t>(at),
                list.body.begin() + static_cast<std::ptrdiff_t>(run.begin));
    if (!rest.empty() && is_notes_title(rest.back().text)) rest.pop_back();
    at = run.end;
    if (at < list.body.size()) list.body[at].begins_block = true;
    list.notes.insert(list.notes.end(), std::make_move_iterator(run.notes.begin()),
                      std::make_move_iterator(run.notes.end()));
  }
  rest.insert(rest.end(), list.body.begin() + static_cast<std::ptrdiff_t>(at), list.body.end());
  list.body = std::move(rest);
  std::ranges::stable_sort(list.notes, {}, &RawNote::line);
}

}  // namespace idsearch::indexer
