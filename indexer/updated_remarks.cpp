// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/updated_remarks.hpp"

#include <span>

#include "indexer/characters.hpp"
#include "indexer/citation_foreign_dates.hpp"
#include "text/dates.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// Besides those of `foreign_date`, BCP 47.
constexpr std::string_view kFurtherLatin[] = {"sv", "nb", "da", "fi",  "et", "cs", "sk",
                                              "hu", "ro", "ca", "lv",  "lt", "sq", "az",
                                              "uz", "ms", "vi", "fil", "sw"};
constexpr std::string_view kFurtherCyrillic[] = {"be", "sr", "kk"};
constexpr std::string_view kFurtherScripts[] = {"el", "hy", "ka", "he", "hi", "ne",
                                                "bn", "si", "th", "km", "lo", "my"};

std::span<const std::string_view> further_languages(std::string_view written) {
  for (std::size_t at = 0; at < written.size();) {
    const text::Decoded d = text::decode(written, at);
    at += d.length;
    constexpr char32_t kGreek = 0x370, kCyrillicBegin = 0x400, kCyrillicEnd = 0x530;
    if (!is_letter(d.code_point)) continue;
    if (d.code_point < kGreek) return kFurtherLatin;
    if (d.code_point >= kCyrillicBegin && d.code_point < kCyrillicEnd) return kFurtherCyrillic;
    return kFurtherScripts;
  }
  return {};
}

bool holds_year(std::string_view text) {
  constexpr int kYearDigits = 4;
  int digits = 0;
  for (std::size_t at = 0; at < text.size() && digits < kYearDigits;) {
    const text::Decoded d = text::decode(text, at);
    digits = text::digit_value(d.code_point) >= 0 ? digits + 1 : 0;
    at += d.length;
  }
  return digits == kYearDigits;
}

constexpr std::size_t kWholeDay = 10;  // "2026-05-12"

bool is_whole_day(std::string_view text, std::string_view language) {
  const auto parsed = updated_date(text, language);
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
  // Most dates are English: names of months in other languages are asked for last.
  if (text::parse_date(date, language)) return date;
  const std::vector<std::size_t> ends = ends_before_remarks(date);
  for (const std::size_t end : ends) {
    const auto parsed = text::parse_date(date.substr(0, end), language);
    if (parsed && parsed->size() == kWholeDay) return date.substr(0, end);
  }
  if (updated_date(date, language)) return date;
  for (const std::size_t end : ends)
    if (is_whole_day(date.substr(0, end), language)) return date.substr(0, end);
  return date;
}

std::optional<std::string> updated_date(std::string_view written, std::string_view language) {
  constexpr std::size_t kLongestDate = 100;  // bytes
  if (auto date = text::parse_date(written, language)) return date;
  if (written.size() > kLongestDate || !holds_year(written)) return std::nullopt;
  if (auto date = foreign_date(written)) return date;
  std::optional<std::string> found;
  for (const std::string_view further : further_languages(written)) {
    const auto date = text::parse_date(written, further);
    if (found && date && *found != *date) return std::nullopt;
    if (date) found = date;
  }
  return found;
}

}  // namespace idsearch::indexer
