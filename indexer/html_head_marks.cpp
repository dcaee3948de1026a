// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_head_marks.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace idsearch::indexer {

namespace {

std::size_t columns_of(const HtmlPage& page, const HtmlBlock::Span& cell) {
  constexpr std::size_t kMost = 1000;  // of HTML
  std::size_t columns = 1;
  const std::string_view text = page.node(cell.node).value(HtmlAttribute::Colspan);
  std::from_chars(text.data(), text.data() + text.size(), columns);
  return std::clamp(columns, std::size_t{1}, kMost);
}

std::vector<HtmlBlock::Span> within(const std::vector<HtmlBlock::Span>& spans,
                                    const HtmlBlock::Span& cell) {
  std::vector<HtmlBlock::Span> out;
  for (const HtmlBlock::Span& span : spans) {
    if (span.begin < cell.begin || span.end > cell.end) continue;
    out.push_back({span.begin - cell.begin, span.end - cell.begin, span.node});
  }
  return out;
}

}  // namespace

std::vector<HeadCell> head_cells(const HtmlPage& page, const HtmlBlock& head) {
  std::vector<HeadCell> cells;
  std::size_t column = 0;
  for (const HtmlBlock::Span& span : head.cells) {
    HeadCell cell;
    cell.column = column;
    cell.block.text = head.text.substr(span.begin, span.end - span.begin);
    cell.block.links = within(head.links, span);
    cell.block.raised = within(head.raised, span);
    cells.push_back(std::move(cell));
    column += columns_of(page, span);
  }
  return cells;
}

std::size_t end_of_column(const HtmlPage& page, const HtmlBlock& row, std::size_t column) {
  std::size_t first = 0;
  for (const HtmlBlock::Span& span : row.cells) {
    first += columns_of(page, span);
    if (column < first) return span.end;
  }
  return row.text.size();
}

}  // namespace idsearch::indexer
