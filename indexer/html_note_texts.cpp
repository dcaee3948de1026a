// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_note_texts.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "indexer/html_note_writer.hpp"
#include "indexer/note_numbers.hpp"

namespace idsearch::indexer {

HtmlNotes note_texts(const HtmlPage& page, const std::vector<NoteItem>& items,
                     const std::vector<HtmlBlock>& blocks, const LinkByNode& links) {
  HtmlNotes out;
  out.is_note.assign(blocks.size(), false);
  const NoteWriter writer(page, blocks, links, items);
  std::size_t next = 0;
  std::map<std::string, std::string> beside;  // texts of side notes, by number
  for (const NoteItem& item : items) {
    const bool next_list = out.zones.empty() || out.zones.back().shift != item.shift;
    if (item.by_place && next_list) out.zones.push_back({item.begin, item.shift});
    while (next < blocks.size() && blocks[next].first < item.begin) ++next;
    std::vector<std::size_t> indexes;
    for (; next < blocks.size() && blocks[next].first < item.end; ++next) {
      indexes.push_back(next);
      out.is_note[next] = true;
    }
    std::size_t line = page.node(item.begin).line;
    if (line == 0 && !indexes.empty()) line = blocks[indexes.front()].line;
    const std::string shown =
        item.shift == 0 ? item.label : std::to_string(note_number(item.label) - item.shift);
    std::string text = writer.text(indexes, shown, item.in_ordered_list);
    if (item.beside_text) {
      beside.try_emplace(item.label, text);
    } else if (const auto side = beside.find(item.label);
               side != beside.end() && side->second == text) {
      continue;  // a list for printing, that repeats what stands beside the text
    }
    out.notes.push_back({item.label, std::move(text), line, std::nullopt, item.shift});
  }
  return out;
}

}  // namespace idsearch::indexer
