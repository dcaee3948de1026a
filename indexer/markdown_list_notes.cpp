// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_list_notes.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "indexer/markdown_finish.hpp"
#include "indexer/text_headings.hpp"
#include "indexer/text_lines.hpp"
#include "indexer/text_notes.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

using Kind = RawBlock::Kind;

// "[3]: text" as "[3] text".
void drop_colon(std::string& line) {
  const std::size_t close = line.find("]:");
  if (!line.starts_with('[') || close == std::string::npos || close > 4) return;
  if (line.find_first_not_of("0123456789", 1) == close) line.erase(close + 1, 1);
}

// Numbers that some raised text may cite.
const std::unordered_set<std::string>& all_numbers() {
  static const auto kNumbers = [] {
    std::unordered_set<std::string> numbers;
    for (std::size_t i = 0; i < 1000; ++i) numbers.insert(std::to_string(i));
    return numbers;
  }();
  return kNumbers;
}

// The blocks as lines of a text dump. Each remembers which block and which of its lines it is.
class DumpOfBlocks {
 public:
  // `are_notes`: of blocks that are known to be; they are shown as notes are.
  DumpOfBlocks(const std::vector<MarkdownBlock>& blocks, std::size_t end, const Shields& shields,
               const std::vector<bool>& are_notes) {
    const std::unordered_set<std::string>& all = all_numbers();
    for (std::size_t i = 0; i < end; ++i) {
      const bool is_note = i < are_notes.size() && are_notes[i];
      add(blocks[i], i, [&](std::string_view text) {
        return is_note ? shields.note_words(text) : with_brackets(text, shields, all);
      });
    }
  }

  const std::vector<Line>& lines() const { return lines_; }

  // Block and line of it.
  std::pair<std::size_t, std::size_t> place(const Line& line) const {
    return places_.at(line.text.data());
  }

 private:
  template <typename Words>
  void add(const MarkdownBlock& block, std::size_t index, const Words& words) {
    if (block.kind == Kind::Row) {
      std::string row;
      for (const std::string& cell : block.cells) row += words(cell) + ' ';
      return add_line(std::move(row), block.line, index, 0);
    }
    const std::string text = words(block.text);
    std::size_t number = 0;
    for (std::size_t at = 0; at <= text.size(); ++number) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      std::string line(text::trim(std::string_view(text).substr(at, end - at)));
      if (number == 0 && block.number != 0) line = std::to_string(block.number) + ". " + line;
      drop_colon(line);
      // "2. Law" as a heading is no note.
      const bool digit = !line.empty() && line[0] >= '0' && line[0] <= '9';
      if (block.kind == Kind::Heading && digit) line.insert(0, "# ");
      add_line(std::move(line), block.line + number, index, number);
      at = end + 1;
    }
  }

  void add_line(std::string text, std::size_t number, std::size_t index, std::size_t part) {
    text = text::trim(text);
    if (text.empty()) return;
    const bool begins = part == 0 || places_.empty() || last_ != index;
    last_ = index;
    texts_.push_back(std::move(text));
    places_.emplace(texts_.back().data(), std::pair(index, part));
    lines_.push_back({texts_.back(), number, 0, begins, begins});
  }

  std::deque<std::string> texts_;  // never moved
  std::vector<Line> lines_;
  std::unordered_map<const char*, std::pair<std::size_t, std::size_t>> places_;
  std::size_t last_ = 0;
};

std::string lines_of(std::string_view text, const std::vector<bool>& kept) {
  std::string out;
  std::size_t number = 0;
  for (std::size_t at = 0; at <= text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (number < kept.size() && kept[number]) out.append(text, at, end - at);
    out += '\n';
    at = end + 1;
  }
  return out;
}

class ListTaker {
 public:
  ListTaker(std::vector<MarkdownBlock>& blocks, const Shields& shields)
      : blocks_(blocks), shields_(shields) {}

  std::vector<RawNote> take() {
    std::size_t end = blocks_.size();
    std::vector<RawNote> notes = read(end, {});
    if (notes.empty()) return {};
    if (const auto heading = swallowed_heading()) notes = read(end = *heading, {});
    // Once it is known which blocks are notes, they are read again: addresses in their brackets,
    // raised numbers as numbers.
    std::vector<bool> are_notes;
    for (std::size_t i = 0; i < end; ++i) are_notes.push_back(kept_[i].empty());
    notes = read(end, are_notes);
    apply();
    return notes;
  }

 private:
  std::vector<RawNote> read(std::size_t end, const std::vector<bool>& are_notes) {
    const DumpOfBlocks dump(blocks_, end, shields_, are_notes);
    NoteList list = take_notes(dump.lines(), std::span(kDumpStyles).first(2));
    first_note_ = list.notes.empty() ? 0 : list.notes.front().line;
    kept_.assign(blocks_.size(), {});
    for (const Line& line : list.body) {
      const auto [block, part] = dump.place(line);
      if (kept_[block].size() <= part) kept_[block].resize(part + 1);
      kept_[block][part] = true;
    }
    for (std::size_t i = end; i < blocks_.size(); ++i) kept_[i].assign(1, true);
    rest_from_ = end;
    return std::move(list.notes);
  }

  // A heading behind the list belongs to no note.
  std::optional<std::size_t> swallowed_heading() const {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].kind == Kind::Heading && blocks_[i].line > first_note_ && kept_[i].empty() &&
          !text::trim(blocks_[i].text).empty()) {
        return i;
      }
    }
    return std::nullopt;
  }

  void apply() {
    std::vector<MarkdownBlock> out;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (kept_[i].empty()) continue;
      MarkdownBlock block = std::move(blocks_[i]);
      if (i < rest_from_ && block.kind != Kind::Row) block.text = lines_of(block.text, kept_[i]);
      out.push_back(std::move(block));
    }
    blocks_ = std::move(out);
  }

  std::vector<MarkdownBlock>& blocks_;
  const Shields& shields_;
  std::vector<std::vector<bool>> kept_;  // lines of each block that are no notes
  std::size_t rest_from_ = 0;            // blocks from here on were not looked at
  std::size_t first_note_ = 0;
};

}  // namespace

std::vector<RawNote> take_listed_notes(std::vector<MarkdownBlock>& blocks, const Shields& shields) {
  return ListTaker(blocks, shields).take();
}

}  // namespace idsearch::indexer
