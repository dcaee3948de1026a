// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_comments.hpp"

#include <algorithm>
#include <utility>

#include "indexer/markdown_lines.hpp"

namespace idsearch::indexer {

namespace {

constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";
constexpr std::string_view kPercent = "%%";  // opens and closes the comments of Obsidian

// Behind the code span that opens at `at`, or behind its backticks when it is none. Lines of code
// spans are short; in longer ones a backtick is nothing, so that none is walked again and again.
std::size_t behind_backticks(std::string_view line, std::size_t at) {
  constexpr std::size_t kLongestLine = std::size_t{64} << 10;
  const auto run_end = [line](std::size_t from) {
    return std::min(line.find_first_not_of('`', from), line.size());
  };
  const std::size_t open_end = run_end(at);
  if (line.size() > kLongestLine) return open_end;
  for (std::size_t next = line.find('`', open_end); next != std::string_view::npos;) {
    const std::size_t end = run_end(next);
    if (end - next == open_end - at) return end;
    next = line.find('`', end);
  }
  return open_end;
}

}  // namespace

MarkdownComments::MarkdownComments(std::string_view text, std::string hidden)
    : text_(text), hidden_(std::move(hidden)), last_close_(text.rfind(kClose)) {
  if (last_close_ == std::string_view::npos) last_close_ = 0;
  last_percent_ = text.rfind(kPercent);
  if (last_percent_ == std::string_view::npos) last_percent_ = 0;
}

std::string_view MarkdownComments::strip(std::string_view line) {
  if (!open_ && line.find(kOpen) == std::string_view::npos &&
      line.find(kPercent) == std::string_view::npos) {
    return line;
  }
  edited_.clear();
  std::size_t at = 0;
  const bool went_on = open_ && in_paragraph_;
  if (open_) {
    const std::size_t close = line.find(close_);
    at = close == std::string_view::npos ? line.size() : close + close_.size();
    open_ = close == std::string_view::npos;
  }
  strip_from(line, at);
  if (is_blank_line(edited_) && went_on) edited_ = hidden_;
  return edited_;
}

// Glued to a word "%%" is text, and so it is where nothing closes it; over several lines only a
// line of its own opens a comment.
bool MarkdownComments::opens_percent(std::string_view line, std::size_t at) const {
  if (!line.substr(at).starts_with(kPercent) || line.substr(at).starts_with("%%}")) return false;
  if (at > 0 && line[at - 1] != ' ' && line[at - 1] != '\t') return false;
  if (line.find(kPercent, at + kPercent.size()) != std::string_view::npos) return true;
  const std::size_t place = static_cast<std::size_t>(line.data() - text_.data()) + at;
  return is_blank_line(edited_) && place < last_percent_;
}

void MarkdownComments::strip_from(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    const std::size_t next = std::min(line.find_first_of("\\`<%", at), line.size());
    edited_.append(line, at, next - at);
    at = next;
    if (at == line.size()) return;
    if (opens_percent(line, at)) {
      const std::size_t end = line.find(kPercent, at + kPercent.size());
      if (end == std::string_view::npos) {
        open_ = true;
        in_paragraph_ = false;
        close_ = kPercent;
        return;
      }
      at = end + kPercent.size();
      // One of the blanks around it goes along.
      if (at == line.size() || line[at] == ' ') {
        while (edited_.ends_with(' ')) edited_.pop_back();
      }
      continue;
    }
    if (!line.substr(at).starts_with(kOpen)) {
      const std::size_t end = line[at] == '`'    ? behind_backticks(line, at)
                              : line[at] == '\\' ? std::min(at + 2, line.size())
                                                 : at + 1;
      edited_.append(line, at, end - at);
      at = end;
      continue;
    }
    // "<!-->" is a whole comment.
    const std::size_t close = line.find(kClose, at + 2);
    if (close != std::string_view::npos) {
      at = close + kClose.size();
      continue;
    }
    const std::size_t place = static_cast<std::size_t>(line.data() - text_.data()) + at;
    if (place < last_close_ || is_blank_line(edited_)) {
      open_ = true;
      close_ = kClose;
      in_paragraph_ = !is_blank_line(edited_);
      return;
    }
    edited_ += kOpen;
    at += kOpen.size();
  }
}

}  // namespace idsearch::indexer
