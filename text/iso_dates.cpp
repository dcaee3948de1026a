// SPDX-License-Identifier: GPL-2.0-or-later
// Which days does an ISO date, month, year or range of them mean?
#include "text/iso_dates.hpp"

#include <charconv>

#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

std::optional<int> number(std::string_view digits) {
  for (const char c : digits) {
    if (!is_ascii_digit(c)) return std::nullopt;
  }
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

int days_of_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

}  // namespace

std::string two_digits(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

std::optional<DayRange> parse_iso_period(std::string_view text) {
  const bool has_month = text.size() >= 7, has_day = text.size() == 10;
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  if ((has_month && text[4] != '-') || (has_day && text[7] != '-')) return std::nullopt;
  const std::string year_digits(text.substr(0, 4));
  const auto year = number(year_digits);
  if (!year || *year == 0) return std::nullopt;  // ISO has a year 0, people do not
  if (!has_month) return DayRange{year_digits + "0101", year_digits + "1231"};
  const auto month = number(text.substr(5, 2));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  const int last_day = days_of_month(*year, *month);
  const std::string stem = year_digits + two_digits(*month);
  if (!has_day) return DayRange{stem + "01", stem + two_digits(last_day)};
  const auto day = number(text.substr(8, 2));
  if (!day || *day < 1 || *day > last_day) return std::nullopt;
  return DayRange{stem + two_digits(*day), stem + two_digits(*day)};
}

std::optional<DayRange> parse_iso_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return parse_iso_period(text);
  const std::string_view left = text.substr(0, dots), right = text.substr(dots + 2);
  if (left.empty() && right.empty()) return std::nullopt;
  DayRange range;
  if (!left.empty()) {
    const auto period = parse_iso_period(left);
    if (!period) return std::nullopt;
    range.first = period->first;
  }
  if (!right.empty()) {
    const auto period = parse_iso_period(right);
    if (!period) return std::nullopt;
    range.last = period->last;
  }
  // Fixed width, so the order of strings is the order of days.
  if (!range.first.empty() && !range.last.empty() && range.first > range.last) {
    return std::nullopt;
  }
  return range;
}

}  // namespace idsearch::text
