// SPDX-License-Identifier: GPL-2.0-or-later
// The text dump as a whole: lines, head, notes, body, each read by a file of its own.
#include "indexer/read_text.hpp"

#include <span>
#include <utility>
#include <vector>

#include "indexer/mark_styles.hpp"
#include "indexer/note_zones.hpp"
#include "indexer/section_marks.hpp"
#include "indexer/text_blocks.hpp"
#include "indexer/text_columns.hpp"
#include "indexer/text_head.hpp"
#include "indexer/text_lines.hpp"
#include "indexer/text_notes.hpp"
#include "indexer/text_pages.hpp"
#include "indexer/text_roman_notes.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

RawProfile read_text(std::string_view bytes) {
  RawProfile raw;
  const text::RepairedText repaired = text::repair_utf8(bytes);
  raw.diagnostics = invalid_utf8_diagnostics(bytes, repaired.bad_offsets);
  const std::vector<Line> lines =
      without_bylines(without_layout(without_pages(split_lines(repaired.text))));

  TextHead head = read_head(lines);
  raw.title = std::move(head.title);
  raw.title_line = head.title_line;
  raw.updated_text = std::move(head.updated);
  raw.updated_line = head.updated_line;
  for (const Line& line : head.others) {
    RawBlock block;
    block.text = line.text;
    block.line = line.number;
    raw.blocks.push_back(std::move(block));
  }

  const std::vector<Line> body =
      without_columns({lines.begin() + static_cast<std::ptrdiff_t>(head.end), lines.end()});
  NoteList list = take_notes(body, kDumpStyles);
  const bool roman = list.notes.empty() && take_roman_notes(list);
  const std::vector<NoteZone> zones =
      roman ? std::vector<NoteZone>() : count_sections_on(list, true);
  raw.numeric_labels = !roman;
  raw.notes = std::move(list.notes);
  raw.has_note_list = !raw.notes.empty();
  for (RawBlock& block : text_blocks(list.body)) raw.blocks.push_back(std::move(block));
  if (roman) {
    take_roman_marks(raw);
  } else {
    take_other_marks(raw);
    take_section_marks(raw, zones);
  }
  return raw;
}

}  // namespace idsearch::indexer
