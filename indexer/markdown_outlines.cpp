// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_outlines.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "indexer/among.hpp"
#include "indexer/markdown_lines.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// The keys that Logseq writes by itself.
constexpr std::array<std::string_view, 14> kOwnKeys{"background-color",
                                                    "card-ease-factor",
                                                    "card-last-interval",
                                                    "card-last-reviewed",
                                                    "card-last-score",
                                                    "card-next-schedule",
                                                    "card-repeats",
                                                    "created-at",
                                                    "heading",
                                                    "hl-color",
                                                    "hl-page",
                                                    "hl-type",
                                                    "ls-type",
                                                    "updated-at"};

bool is_identifier(std::string_view value) {
  constexpr std::size_t kShortest = 4;
  return value.size() >= kShortest &&
         value.find_first_not_of("0123456789abcdefABCDEF-") == std::string_view::npos;
}

// "id:: 64f1a2b3-…", "collapsed:: true"
bool is_own_property(std::string_view words) {
  const std::size_t colons = words.find("::");
  if (colons == std::string_view::npos || colons == 0) return false;
  const std::string_view key = words.substr(0, colons);
  const std::string_view behind = words.substr(colons + 2);
  if (!behind.empty() && behind[0] != ' ') return false;
  const std::string_view value = text::trim(behind);
  if (key == "id") return is_identifier(value);
  if (key == "collapsed") return value == "true" || value == "false";
  return is_among(kOwnKeys, key) || key.starts_with("logseq.") || key.starts_with("query-");
}

bool is_frame(std::string_view words) {
  for (const std::string_view sign : {"#+BEGIN_", "#+END_", "#+begin_", "#+end_"}) {
    if (words.starts_with(sign)) {
      return words.find_first_of(" \t", sign.size()) == std::string_view::npos;
    }
  }
  const bool planned = words.starts_with("SCHEDULED: <") || words.starts_with("DEADLINE: <");
  return planned && words.ends_with('>');
}

}  // namespace

std::string_view MarkdownOutlines::strip(std::string_view line) {
  constexpr int kLongestLog = 200;  // one that is not closed ends here
  const Indent indent = indent_of(line);
  std::string_view words = text::trim(line.substr(indent.bytes));
  if (in_log_) {
    in_log_ = words != ":END:" && ++log_lines_ < kLongestLog && words.starts_with("CLOCK:");
    if (in_log_ || words == ":END:") return {};
  }
  if (words == ":LOGBOOK:") {
    in_log_ = true;
    log_lines_ = 0;
    return {};
  }
  const bool item = words.starts_with("- ");
  if (item) words = text::trim(words.substr(2));
  if (words.find("::") == std::string_view::npos ? !is_frame(words) : !is_own_property(words))
    return line;
  if (!item) return {};
  out_ = line.substr(0, indent.bytes);
  out_.append("- ").append(nothing_);
  return out_;
}

}  // namespace idsearch::indexer
