// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_line.hpp"

#include <algorithm>
#include <utility>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// Moves spans to the text without its outer white space.
void move_spans(std::vector<HtmlBlock::Span>& spans, std::size_t lead, std::size_t size) {
  for (HtmlBlock::Span& span : spans) {
    span.begin = std::min(span.begin > lead ? span.begin - lead : 0, size);
    span.end = std::min(span.end > lead ? span.end - lead : 0, size);
  }
}

// The same without those that leave nothing.
void trim_spans(std::vector<HtmlBlock::Span>& spans, std::size_t lead, std::size_t size) {
  move_spans(spans, lead, size);
  std::erase_if(spans, [](const HtmlBlock::Span& span) { return span.begin == span.end; });
  std::ranges::stable_sort(spans, {}, &HtmlBlock::Span::begin);
}

}  // namespace

void HtmlLine::add(std::string_view text, NodeIndex node, std::size_t line) {
  for (std::size_t at = 0; at < text.size();) {
    if (text::is_ascii_space(text[at])) {
      gap_ = true;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !text::is_ascii_space(text[end])) ++end;
    if (gap_ && !block_.text.empty() && !block_.text.ends_with(" | ")) block_.text += ' ';
    gap_ = false;
    for (OpenPart& part : open_) {
      if (!part.begun) part.span.begin = block_.text.size();
      part.begun = true;
    }
    if (block_.first == kNoNode) {
      block_.first = node;
      block_.line = line;
    }
    block_.last = node;
    has_text_ = true;
    block_.text.append(text, at, end - at);
    at = end;
  }
}

void HtmlLine::begin_cell(NodeIndex cell) {
  if (in_cells_) {
    block_.cells.back().end = block_.text.size();
    block_.text += " | ";
  }
  in_cells_ = true;
  gap_ = false;
  block_.cells.push_back({block_.text.size(), block_.text.size(), cell});
}

void HtmlLine::add_seam() {
  gap_ = true;
  if (!block_.text.empty()) block_.seams.push_back(block_.text.size());
}

void HtmlLine::open(Part part, NodeIndex node) { open_.push_back({part, {0, 0, node}, false}); }

void HtmlLine::end_part(OpenPart& part) {
  part.span.end = block_.text.size();
  if (!part.begun || part.span.end <= part.span.begin) return;
  std::vector<HtmlBlock::Span>& spans = part.part == Part::Link     ? block_.links
                                        : part.part == Part::Raised ? block_.raised
                                                                    : block_.code;
  spans.push_back(part.span);
}

void HtmlLine::close(NodeIndex node) {
  if (open_.empty() || open_.back().span.node != node) return;
  end_part(open_.back());
  open_.pop_back();
}

HtmlBlock HtmlLine::take() {
  for (OpenPart& part : open_) {
    end_part(part);
    part.begun = false;
  }
  if (in_cells_) block_.cells.back().end = block_.text.size();
  const std::string_view trimmed = has_text_ ? text::trim(block_.text) : std::string_view();
  const std::size_t lead =
      trimmed.empty() ? 0 : static_cast<std::size_t>(trimmed.data() - block_.text.data());
  block_.text = std::string(trimmed);
  trim_spans(block_.links, lead, block_.text.size());
  trim_spans(block_.raised, lead, block_.text.size());
  trim_spans(block_.code, lead, block_.text.size());
  move_spans(block_.cells, lead, block_.text.size());
  for (std::size_t& seam : block_.seams)
    seam = std::min(seam - std::min(seam, lead), block_.text.size());
  gap_ = false;
  has_text_ = false;
  in_cells_ = false;
  return std::exchange(block_, HtmlBlock());
}

}  // namespace idsearch::indexer
