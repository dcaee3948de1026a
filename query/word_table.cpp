// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/word_table.hpp"

#include <algorithm>
#include <cstddef>

#include "text/analyzer.hpp"

namespace idsearch::query {
namespace {

bool is_vowel(char c) { return std::string_view{"aeiou"}.find(c) != std::string_view::npos; }

bool is_plain(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// True for "cards" and "ids", not for "address", "status" and "basis".
bool ends_in_plural(std::string_view word) {
  if (word.size() < 3 || word.back() != 's' || !is_plain(word)) return false;
  const char before = word[word.size() - 2];
  return before != 's' && before != 'u' && before != 'i';
}

}  // namespace

std::vector<TableRow> WordTable::rows_beginning(std::string_view first_word) const {
  std::vector<TableRow> rows;
  if (first_word.empty()) return rows;
  // Where a line begins, at or before `at`.
  const auto line_start = [&](std::size_t at) {
    const std::size_t end = at == 0 ? std::string_view::npos : lines_.rfind('\n', at - 1);
    return end == std::string_view::npos ? 0 : end + 1;
  };
  std::size_t low = 0, high = lines_.size();
  while (low < high) {
    const std::size_t start = line_start(low + (high - low) / 2);
    if (lines_.substr(start, first_word.size()) < first_word) {
      low = std::min(lines_.find('\n', start), lines_.size() - 1) + 1;
    } else {
      high = start;
    }
  }
  for (std::size_t at = low; at < lines_.size();) {
    const std::size_t end = std::min(lines_.find('\n', at), lines_.size());
    const std::string_view line = lines_.substr(at, end - at);
    if (!line.starts_with(first_word)) break;
    const char next = line[first_word.size()];
    if (next != ' ' && next != '\t') break;
    const std::size_t tab = line.find('\t');
    rows.push_back({line.substr(0, tab), line.substr(tab + 1)});
    at = end + 1;
  }
  return rows;
}

std::string word_table_of(const std::vector<std::pair<std::string, std::string>>& rows) {
  std::vector<std::string> lines;
  for (const auto& [words, payload] : rows) lines.push_back(words + "\t" + payload);
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  std::string table;
  for (const std::string& line : lines) table += line + "\n";
  return table;
}

std::string table_words(std::string_view name) {
  std::vector<std::string> words;
  for (const text::Token& token : text::Analyzer().analyze(name)) {
    if (token.joined) words.resize(words.size() - (token.last_position - token.position + 1));
    words.push_back(token.folded);
  }
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : " ") + word;
  return result;
}

std::string singular(std::string_view folded) {
  if (!ends_in_plural(folded)) return std::string{folded};
  if (folded.size() > 4 && folded.ends_with("ies"))
    return std::string{folded.substr(0, folded.size() - 3)} + "y";
  return std::string{folded.substr(0, folded.size() - 1)};
}

std::string plural(std::string_view folded) {
  if (folded.size() < 2 || !is_plain(folded) || folded.back() == 's') return {};
  if (folded.size() > 3 && folded.back() == 'y' && !is_vowel(folded[folded.size() - 2]))
    return std::string{folded.substr(0, folded.size() - 1)} + "ies";
  return std::string{folded} + "s";
}

}  // namespace idsearch::query
