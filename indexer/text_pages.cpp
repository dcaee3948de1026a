// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text_pages.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/characters.hpp"
#include "indexer/text_headings.hpp"
#include "indexer/title_country.hpp"
#include "text/country.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// A number at the margin may be a cell or a note; printed in the middle it stands further in.
constexpr std::size_t kSetIn = 10;

// "3", "Page 3", "- 3 -", "3 of 9", "3/9".
std::optional<std::size_t> page_number(std::string_view line) {
  constexpr std::size_t kLongest = 20;
  if (line.size() > kLongest) return std::nullopt;
  if (starts_with_ignoring_case(line, "page ")) line.remove_prefix(5);
  while (!line.empty() && (line.front() == '-' || line.front() == ' ')) line.remove_prefix(1);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  if (error != std::errc() || number == 0 || number > 999) return std::nullopt;
  line.remove_prefix(static_cast<std::size_t>(end - line.data()));
  if (line.find_first_not_of(" -/of0123456789") != std::string_view::npos) return std::nullopt;
  return number;
}

// Running titles differ in their numbers and gaps only.
std::string title_of(std::string_view line) {
  std::string out;
  for (const char c : line) {
    if (text::is_ascii_digit(c)) {
      if (!out.ends_with('#')) out += '#';
    } else if (c != ' ' || !out.ends_with(' ')) {
      out += c;
    }
  }
  return out;
}

bool names_country(std::string_view line) {
  return text::country_code_of_name(line).has_value() || country_in_title(line).has_value();
}

class PageReader {
 public:
  explicit PageReader(std::vector<Line> lines) : lines_(std::move(lines)) {}

  std::vector<Line> read() {
    find_pages();
    if (starts_.size() < 2) return std::move(lines_);
    dropped_.resize(lines_.size());
    drop_numbers();
    for (const bool top : {true, false})
      for (int line = 0; line < 2 && drop_titles(top); ++line) continue;
    drop_numbers();
    return rest();
  }

 private:
  void find_pages() {
    starts_ = {0};
    for (std::size_t i = 1; i < lines_.size(); ++i)
      if (lines_[i].begins_page) starts_.push_back(i);
    if (starts_.size() > 1) return;
    // Without form feeds: numbers that count up by one, each behind some lines of text.
    constexpr std::size_t kFewestLines = 3;
    std::size_t last = 0;
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].indent < kSetIn || !lines_[i].begins_block) continue;
      const auto number = page_number(lines_[i].text);
      if (!number || (!ends.empty() && (*number != last + 1 || i < ends.back() + kFewestLines)))
        continue;
      last = *number;
      ends.push_back(i);
    }
    if (ends.size() < 2) return;
    for (const std::size_t end : ends)
      if (end + 1 < lines_.size()) starts_.push_back(end + 1);
  }

  std::size_t end_of(std::size_t page) const {
    return page + 1 < starts_.size() ? starts_[page + 1] : lines_.size();
  }

  // The first or last line of a page that is still there.
  std::optional<std::size_t> edge(std::size_t page, bool top) const {
    const std::size_t begin = starts_[page], end = end_of(page);
    for (std::size_t k = 0; k < end - begin; ++k) {
      const std::size_t i = top ? begin + k : end - 1 - k;
      if (!dropped_[i]) return i;
    }
    return std::nullopt;
  }

  // Numbers at the edges of pages that count as the pages do.
  void drop_numbers() {
    for (const bool top : {true, false}) {
      std::map<std::size_t, std::vector<std::size_t>> by_offset;
      for (std::size_t page = 0; page < starts_.size(); ++page) {
        const auto i = edge(page, top);
        const auto number = i ? page_number(lines_[*i].text) : std::nullopt;
        if (number) by_offset[*number + starts_.size() - page].push_back(*i);
      }
      for (const auto& [offset, found] : by_offset) {
        if (found.size() < 2) continue;
        for (const std::size_t i : found) dropped_[i] = true;
      }
    }
  }

  bool drop_titles(bool top) {
    std::map<std::string, std::vector<std::size_t>> by_title;
    for (std::size_t page = 0; page < starts_.size(); ++page) {
      const auto i = edge(page, top);
      if (i && line_signs(lines_[*i].text).is_short)
        by_title[title_of(lines_[*i].text)].push_back(*i);
    }
    bool any = false;
    for (const auto& [title, found] : by_title) {
      if (found.size() < 2 || 2 * found.size() <= starts_.size()) continue;
      for (const std::size_t i : found) {
        // The name of the profile stays once.
        if (i < end_of(0) && names_country(lines_[i].text)) continue;
        dropped_[i] = any = true;
      }
    }
    return any;
  }

  std::vector<Line> rest() {
    std::vector<Line> kept;
    kept.reserve(lines_.size());
    std::size_t next_page = 1;
    bool at_break = false, blank = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      while (next_page < starts_.size() && starts_[next_page] <= i) {
        at_break = true;
        ++next_page;
      }
      if (dropped_[i]) {
        blank = true;
        continue;
      }
      Line line = lines_[i];
      if (blank) line.begins_block = line.after_blank = true;
      blank = false;
      if (std::exchange(at_break, false) && !kept.empty()) {
        const LineSigns before = line_signs(kept.back().text);
        const bool goes_on = !before.ends_sentence && !before.ends_colon &&
                             !before.ends_semicolon &&
                             is_small_letter(first_character(line.text).code);
        if (goes_on) line.begins_block = line.after_blank = false;
        if (before.ends_sentence) line.begins_block = line.after_blank = true;
      }
      kept.push_back(line);
    }
    return kept;
  }

  std::vector<Line> lines_;
  std::vector<std::size_t> starts_;  // of pages, indexes of lines
  std::vector<bool> dropped_;
};

}  // namespace

std::vector<Line> without_pages(std::vector<Line> lines) {
  return PageReader(std::move(lines)).read();
}

}  // namespace idsearch::indexer
