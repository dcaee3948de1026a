// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_terms.hpp"

#include <algorithm>

#include "indexer/characters.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

// A term is a name; longer lines are wrapped sentences. Bytes.
constexpr std::size_t kLongestTerm = 120;
// "term one", "term two" of one definition.
constexpr std::size_t kMostTerms = 4;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

std::size_t definition_sign(std::string_view line) {
  if (!line.starts_with(':')) return 0;
  const std::size_t words = line.find_first_not_of(" \t", 1);
  return words == std::string_view::npos || words == 1 ? 0 : words;
}

bool reads_as_term(std::string_view paragraph) {
  const std::string_view line = text::trim(paragraph);
  if (line.empty() || line.size() > kLongestTerm || line.find('\n') != std::string_view::npos)
    return false;
  const char32_t last = last_character(line).code;
  return !is_sentence_end(last) && last != ',' && last != ';' && last != ':';
}

std::vector<MarkdownTerm> terms_of(std::string_view paragraph, bool goes_on) {
  const std::vector<std::string_view> lines = lines_of(paragraph);
  std::size_t first = 0;
  while (first < lines.size() && definition_sign(lines[first]) == 0) ++first;
  if (first == lines.size() || first > kMostTerms || (first == 0 && !goes_on)) return {};
  std::vector<MarkdownTerm> out;
  for (std::size_t i = 0; i < first; ++i) {
    if (!reads_as_term(lines[i])) return {};
    out.push_back({std::string(lines[i]), i});
  }
  for (std::size_t i = first; i < lines.size(); ++i) {
    if (const std::size_t sign = definition_sign(lines[i])) {
      out.push_back({std::string(lines[i].substr(sign)), i});
    } else {
      out.back().text.append("\n").append(lines[i]);
    }
  }
  return out;
}

}  // namespace idsearch::indexer
