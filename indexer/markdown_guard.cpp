// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_guard.hpp"

#include <algorithm>

#include "indexer/markdown_lines.hpp"

namespace idsearch::indexer {

namespace {

// A paragraph of 13,000 lines of mixed markup takes 70 ms; no real one comes near.
constexpr std::size_t kLongestRun = std::size_t{256} << 10;
constexpr std::size_t kMostImages = 1000;
constexpr std::size_t kDeepestNesting = 32;
// Columns times rows: a cell takes 110 bytes while it is parsed.
constexpr std::size_t kMostCellsOfTable = std::size_t{1} << 16;
constexpr std::size_t kMostCellsOfFile = std::size_t{1} << 22;
// Length of the longest address times number of brackets: each link copies its address.
constexpr std::size_t kMostCopied = std::size_t{32} << 20;

std::size_t count_of(std::string_view text, std::string_view sign) {
  std::size_t count = 0;
  for (std::size_t at = text.find(sign); at != std::string_view::npos;
       at = text.find(sign, at + sign.size())) {
    ++count;
  }
  return count;
}

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
    longest = std::max(longest, end - at);
    at = end + 1;
  }
  return longest;
}

bool copies_too_much(std::string_view text) {
  if (text.find("]:") == std::string_view::npos) return false;
  return longest_word(text) * count_of(text, "[") > kMostCopied;
}

bool is_too_deep(std::string_view line) {
  std::size_t depth = 0;
  while (depth <= kDeepestNesting) {
    line.remove_prefix(indent_of(line).bytes);
    const std::size_t quote = quote_marker_length(line);
    const std::size_t marker = quote != 0 ? quote : list_marker_length(line);
    if (marker == 0) return false;
    line.remove_prefix(marker);
    ++depth;
  }
  return true;
}

// "|---|:-:|": the columns of the table that it begins; 0 when it begins none.
std::size_t columns_of_delimiter(std::string_view line) {
  if (line.find_first_not_of("|:- \t>") != std::string_view::npos) return 0;
  if (line.find('-') == std::string_view::npos) return 0;
  return count_of(line, "|") + 1;
}

template <typename Use>
void for_each_line(std::string_view text, const Use& use) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    use(text.substr(at, end - at), std::min(end + 1, text.size()));
    at = end + 1;
  }
}

}  // namespace

bool MarkdownGuard::has_too_many_cells(std::string_view run) {
  if (run.find('-') == std::string_view::npos) return false;
  std::size_t columns = 0;
  std::size_t cells = 0;
  for_each_line(run, [&](std::string_view line, std::size_t) {
    columns = std::max(columns, columns_of_delimiter(line));
    if (columns > 1) cells += columns;
  });
  cells_ += cells;
  return cells > kMostCellsOfTable || cells_ > kMostCellsOfFile;
}

bool MarkdownGuard::is_dangerous(std::string_view run) {
  if (run.size() > kLongestRun || count_of(run, "![") > kMostImages) return true;
  bool deep = false;
  for_each_line(run,
                [&deep](std::string_view line, std::size_t) { deep = deep || is_too_deep(line); });
  return deep || has_too_many_cells(run);
}

std::vector<MarkdownPiece> MarkdownGuard::pieces(std::string_view text, std::size_t line) {
  if (copies_too_much(text)) return {{text, line, true}};
  std::vector<MarkdownPiece> pieces;
  std::size_t piece = 0;  // begins here
  std::size_t piece_line = line;
  const auto end_piece = [&](std::size_t end, std::size_t next_line, bool plain) {
    if (end > piece) pieces.push_back({text.substr(piece, end - piece), piece_line, plain});
    piece = end;
    piece_line = next_line;
  };
  std::size_t run = 0;
  std::size_t run_line = line;
  const auto end_run = [&](std::size_t end, std::size_t next_line) {
    if (end == run || !is_dangerous(text.substr(run, end - run))) return;
    end_piece(run, run_line, false);
    end_piece(end, next_line, true);
  };
  std::size_t begin = 0;
  for_each_line(text, [&](std::string_view content, std::size_t next) {
    if (is_blank_line(content)) {
      end_run(begin, line);
      run = next;
      run_line = line + 1;
    }
    begin = next;
    ++line;
  });
  end_run(text.size(), line);
  end_piece(text.size(), line, false);
  return pieces;
}

}  // namespace idsearch::indexer
