// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_dashes.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

// One that is not closed ends here.
constexpr std::size_t kLongestTable = 500;

}  // namespace

std::size_t runs_of_dashes(std::string_view line) {
  if (line.find_first_not_of("- ") != std::string_view::npos) return 0;
  std::size_t runs = 0;
  for (std::size_t at = line.find('-'); at != std::string_view::npos; at = line.find('-', at)) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (end - at < 2) return 0;
    ++runs;
    at = end;
  }
  return runs;
}

std::string_view MarkdownDashes::strip(std::string_view line) {
  const std::string_view words = text::trim(line);
  if (words.empty()) {
    in_table_ = in_table_ && has_gaps_;
    blank_before_ = true;
    opened_ = false;
    return line;
  }
  const bool below_blank = blank_before_;
  blank_before_ = false;
  if (words.starts_with('#') || ++lines_ > kLongestTable) in_table_ = false;
  const std::size_t runs = runs_of_dashes(words);
  if (runs == 0 || words.size() < 3) return line;
  if (in_table_) {
    in_table_ = false;
    return {};
  }
  if (below_blank) {
    opened_ = runs == 1;
    return line;
  }
  if (runs < 2) return line;
  in_table_ = true;
  has_gaps_ = opened_;
  lines_ = 0;
  return {};
}

}  // namespace idsearch::indexer
