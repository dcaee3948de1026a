// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_tables.hpp"

#include <algorithm>
#include <cstddef>

namespace idsearch::indexer {

namespace {

using N = HtmlName;

struct Table {
  NodeIndex node = kNoNode;
  std::vector<NodeIndex> rows;
  std::size_t most_cells = 0;
  bool layout = false;
  bool nested = false;  // holds another table
  bool titled = false;  // a caption, or a cell that names others
};

// A cell with so many paragraphs is a page of its own.
constexpr std::size_t kMostParagraphs = 3;
// In a table with another one in a cell, a cell with more text is a box of the page. Chosen.
constexpr std::size_t kMostCellBytes = 500;
// Rows of as many cells that a table without titles has, when it holds another one and is no box.
constexpr std::size_t kFewestRows = 3;

bool is_cell(N name) { return name == N::Td || name == N::Th; }

class TableReader {
 public:
  explicit TableReader(const HtmlPage& page) : page_(page), rows_(page.size(), HtmlRow::None) {}

  std::vector<HtmlRow> read() {
    for (NodeIndex i = 0; i < page_.size(); ++i) {
      while (!open_.empty() && i >= page_.node(open_.back().node).end) finish();
      const HtmlNode& node = page_.node(i);
      if (node.name == N::Table) {
        for (Table& outer : open_) outer.nested = true;
        open_.push_back({i, {}, 0, says_layout(node)});
      } else if (!open_.empty()) {
        read_part(i, open_.back());
      }
    }
    while (!open_.empty()) finish();
    return std::move(rows_);
  }

 private:
  static bool says_layout(const HtmlNode& node) {
    const std::string_view role = node.value(HtmlAttribute::Role);
    return role == "presentation" || role == "none";
  }

  void read_part(NodeIndex i, Table& table) {
    const HtmlNode& node = page_.node(i);
    if (node.name == N::Tr) {
      table.rows.push_back(i);
      table.most_cells = std::max(table.most_cells, count_cells(i));
    } else if (node.name == N::Caption) {
      table.titled = true;
    } else if (is_cell(node.name)) {
      paragraphs_ = 0;
      table.titled = table.titled || node.name == N::Th;
    } else if (page_.heading_level(i) != 0) {
      table.layout = table.layout || page_.tree().around(i, N::Caption) == kNoNode;
    } else if (node.name == N::P && page_.has_text(i, node.end)) {
      if (++paragraphs_ > kMostParagraphs) table.layout = true;
    }
  }

  std::size_t count_cells(NodeIndex row) const {
    std::size_t cells = 0;
    for (NodeIndex i = row + 1; i < page_.node(row).end; i = page_.node(i).end) {
      cells += is_cell(page_.node(i).name) ? 1 : 0;
    }
    return cells;
  }

  bool names_columns(NodeIndex row) const {
    std::size_t cells = 0;
    for (NodeIndex i = row + 1; i < page_.node(row).end; i = page_.node(i).end) {
      if (page_.node(i).name == N::Td) return false;
      cells += page_.node(i).name == N::Th ? 1 : 0;
    }
    return cells > 0;
  }

  // One cell over several columns: the title of the rows below.
  bool names_rows(NodeIndex row) const {
    if (count_cells(row) != 1) return false;
    NodeIndex cell = row + 1;
    while (!is_cell(page_.node(cell).name)) cell = page_.node(cell).end;
    const std::string_view columns = page_.node(cell).value(HtmlAttribute::Colspan);
    return !columns.empty() && columns != "1";
  }

  // Rows that begin with a few words, of a table that has not one row alone.
  bool names_each_row(const Table& table) const {
    constexpr std::size_t kLongestLabel = 60;  // bytes. Chosen.
    return table.rows.size() > 1 && std::ranges::all_of(table.rows, [this](NodeIndex row) {
             NodeIndex cell = row + 1;
             while (cell < page_.node(row).end && !is_cell(page_.node(cell).name))
               cell = page_.node(cell).end;
             if (cell >= page_.node(row).end) return false;
             const NodeIndex end = page_.node(cell).end;
             for (NodeIndex i = cell; i < end; ++i) {
               if (page_.node(i).name == N::Table) return false;
             }
             const std::size_t bytes = page_.text_bytes(cell, end);
             return bytes > 0 && bytes <= kLongestLabel;
           });
  }

  // With another table in a cell most tables lay out the page; not one of titled or many small
  // cells.
  bool is_layout(const Table& table) const {
    if (table.layout || table.most_cells < 2) return true;
    if (!table.nested) return false;
    bool even = table.rows.size() >= kFewestRows || names_each_row(table);
    for (const NodeIndex row : table.rows) {
      even = even && count_cells(row) == table.most_cells;
      for (NodeIndex i = row + 1; i < page_.node(row).end; i = page_.node(i).end) {
        if (page_.text_bytes(i, page_.node(i).end) > kMostCellBytes) return true;
      }
    }
    return !even && !table.titled;
  }

  void finish() {
    const Table table = std::move(open_.back());
    open_.pop_back();
    if (is_layout(table)) return;
    bool at_head = true;
    bool has_head = false;
    bool has_body = false;
    for (const NodeIndex row : table.rows) {
      const bool in_head = page_.node(page_.node(row).parent).name == N::Thead;
      const bool title = !in_head && names_rows(row);
      const bool head = in_head || (at_head && !title && names_columns(row));
      // The names of the columns may stand below the title of the table.
      at_head = at_head && (head || (title && !has_head));
      has_head = has_head || head;
      has_body = has_body || !head;
      rows_[row] = head ? HtmlRow::Head : HtmlRow::Body;
    }
    if (has_body) return;
    for (const NodeIndex row : table.rows) rows_[row] = HtmlRow::Body;
  }

  const HtmlPage& page_;
  std::vector<HtmlRow> rows_;
  std::vector<Table> open_;
  std::size_t paragraphs_ = 0;  // in the cell
};

}  // namespace

std::vector<HtmlRow> html_rows(const HtmlPage& page) { return TableReader(page).read(); }

}  // namespace idsearch::indexer
