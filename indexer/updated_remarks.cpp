// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/updated_remarks.hpp"

#include "indexer/citation_foreign_dates.hpp"
#include "text/dates.hpp"

namespace idsearch::indexer {

namespace {

bool is_whole_day(std::string_view text, std::string_view language) {
  constexpr std::size_t kWholeDay = 10;  // "2026-05-12"
  auto parsed = text::parse_date(text, language);
  if (!parsed) parsed = foreign_date(text);
  return parsed && parsed->size() == kWholeDay;
}

}  // namespace

std::vector<std::size_t> ends_before_remarks(std::string_view text) {
  std::vector<std::size_t> ends;
  for (const std::string_view sign :
       {" · ", " | ", " • ", " – ", " — ", " - ", " at ", " by ", " (", ", ", ". "}) {
    const std::size_t at = text.find(sign);
    if (at != std::string_view::npos) ends.push_back(at);
  }
  if (text.ends_with('.')) ends.push_back(text.size() - 1);
  // "First published:" has two words.
  constexpr int kMostLabelWords = 3;
  std::size_t end = text.find(':');
  if (end != std::string_view::npos && text.substr(0, end).find(' ') == std::string_view::npos)
    end = text.find(':', end + 1);
  for (int word = 0; word < kMostLabelWords && end != std::string_view::npos && end > 0; ++word) {
    end = text.rfind(' ', end - 1);
    if (end != std::string_view::npos) ends.push_back(end);
  }
  return ends;
}

std::string_view without_remarks(std::string_view date, std::string_view language) {
  if (text::parse_date(date, language)) return date;
  for (const std::size_t end : ends_before_remarks(date))
    if (is_whole_day(date.substr(0, end), language)) return date.substr(0, end);
  return date;
}

}  // namespace idsearch::indexer
