// SPDX-License-Identifier: GPL-2.0-or-later
// Which day, month or year did somebody write? What fits two dates, or none, is no date.
#include "text/dates.hpp"

#include <chrono>
#include <utility>
#include <vector>

#include "text/date_names.hpp"
#include "text/date_reader.hpp"
#include "text/fold.hpp"
#include "text/iso_dates.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

// Profiles and their sources are dated by the common calendar. A larger number is a year of another
// one (2569 in Thailand is 2026), a smaller one no year at all.
constexpr int kFirstYear = 1000, kLastYear = 2199;

// A date in words has a dozen words at most; longer text is none.
constexpr std::size_t kMaxDateBytes = 100;

struct Date {
  int year = 0, month = 0, day = 0;  // 0 = not written
};

bool is_year(const DateNumber& n) {
  return n.digits == 4 && !n.ordinal && (n.unit == DateUnit::Any || n.unit == DateUnit::Year) &&
         n.value >= kFirstYear && n.value <= kLastYear;
}

bool is_small(const DateNumber& n) { return n.digits <= 2 && n.value >= 1; }

std::optional<Date> date_with_month_name(const DateParts& parsed) {
  if (parsed.months_named != 1) return std::nullopt;
  Date date{0, parsed.month, 0};
  for (const DateNumber& number : parsed.numbers) {
    if (is_year(number) && date.year == 0) {
      date.year = number.value;
    } else if (is_small(number) && date.day == 0) {
      date.day = number.value;
    } else {
      return std::nullopt;
    }
  }
  return date.year == 0 ? std::nullopt : std::optional(date);
}

std::optional<Date> date_with_units(const std::vector<DateNumber>& numbers) {
  Date date;
  for (const DateNumber& number : numbers) {
    if (is_year(number) && number.unit == DateUnit::Year && date.month == 0 && date.year == 0) {
      date.year = number.value;
    } else if (number.unit == DateUnit::Month && is_small(number) && date.year != 0 &&
               date.month == 0) {
      date.month = number.value;
    } else if (number.unit == DateUnit::Day && is_small(number) && date.month != 0 &&
               date.day == 0) {
      date.day = number.value;
    } else {
      return std::nullopt;
    }
  }
  return date.year == 0 ? std::nullopt : std::optional(date);
}

std::optional<Date> date_of_numbers(const DateParts& parsed) {
  const auto& n = parsed.numbers;
  if (parsed.fillers) return std::nullopt;
  for (const DateNumber& number : n) {
    if (number.ordinal) return std::nullopt;
  }
  for (const std::string& separator : parsed.separators) {
    if (separator.size() != 1 || separator == "," || separator != parsed.separators[0]) {
      return std::nullopt;
    }
  }
  if (n.size() == 1 && is_year(n[0])) return Date{n[0].value, 0, 0};
  if (n.size() == 2) {
    // "2019/20" is a financial year, "2019-20" no month: only the ISO form is one.
    const bool iso = parsed.separators[0] == "-";
    if (is_year(n[0]) && n[1].digits == 2 && iso) return Date{n[0].value, n[1].value, 0};
    if (n[0].digits <= 2 && is_year(n[1])) return Date{n[1].value, n[0].value, 0};
    return std::nullopt;
  }
  if (n.size() != 3) return std::nullopt;
  if (is_year(n[0]) && is_small(n[1]) && is_small(n[2])) {
    return Date{n[0].value, n[1].value, n[2].value};
  }
  if (!is_small(n[0]) || !is_small(n[1]) || !is_year(n[2])) return std::nullopt;
  const int a = n[0].value, b = n[1].value;
  if (a == b || (a > 12 && b <= 12)) return Date{n[2].value, b, a};
  if (b > 12 && a <= 12) return Date{n[2].value, a, b};
  // Full stops part the numbers where the day comes first, from Germany to Russia.
  if (parsed.separators[0] == "." && a <= 12) return Date{n[2].value, b, a};
  return std::nullopt;  // "03/04/2026" is one day in London and another in New York
}

bool weekday_is(int weekday, const Date& date) {
  using std::chrono::day, std::chrono::month, std::chrono::year;
  const std::chrono::year_month_day ymd{year{date.year}, month{static_cast<unsigned>(date.month)},
                                        day{static_cast<unsigned>(date.day)}};
  return std::chrono::weekday{std::chrono::sys_days{ymd}}.c_encoding() ==
         static_cast<unsigned>(weekday);
}

// "2026-01-29T10:00:00Z", as front matter and programs write: the day without its time.
std::string_view without_time(std::string_view key) {
  if (key.size() < 16 || (key[10] != 't' && key[10] != ' ') ||
      !parse_iso_period(key.substr(0, 10))) {
    return key;
  }
  const std::string_view time = key.substr(11);
  if (!is_ascii_digit(time[0]) || !is_ascii_digit(time[1]) || time[2] != ':') return key;
  if (time.find_first_not_of("0123456789:.+-z ") != std::string_view::npos) return key;
  return key.substr(0, 10);
}

std::string with_ascii_digits(std::string_view key) {
  std::string out;
  for (std::size_t i = 0; i < key.size();) {
    const Decoded d = decode(key, i);
    const int value = digit_value(d.code_point);
    if (value >= 0) {
      out.push_back(static_cast<char>('0' + value));
    } else {
      out.append(key, i, d.length);
    }
    i += d.length;
  }
  return out;
}

}  // namespace

std::vector<std::string> possible_days(std::string_view utf8) {
  const std::string_view trimmed = trim(utf8);
  if (trimmed.empty() || trimmed.size() > kMaxDateBytes) return {};
  const auto parsed = read_date_parts(with_ascii_digits(comparison_key(trimmed)), DateNames());
  if (!parsed || parsed->months_named > 0 || parsed->numbers.size() != 3) return {};
  const auto day_when = [&](bool day_first) -> std::optional<std::string> {
    DateParts parts = *parsed;
    if (!day_first) std::swap(parts.numbers[0], parts.numbers[1]);
    if (parts.separators[0] != parts.separators[1]) return std::nullopt;
    for (std::string& separator : parts.separators) {
      if (separator == "/" || separator == "-") separator = ".";
    }
    const auto date = date_of_numbers(parts);
    if (!date || !is_year(parts.numbers[2])) return std::nullopt;
    const std::string iso =
        std::to_string(date->year) + "-" + two_digits(date->month) + "-" + two_digits(date->day);
    return parse_iso_period(iso) ? std::optional(iso) : std::nullopt;
  };
  if (parse_date(trimmed)) return {};
  const auto first = day_when(true), second = day_when(false);
  if (!first || !second) return {};
  return {*first, *second};
}

std::optional<std::string> parse_date(std::string_view utf8, std::string_view language) {
  const std::string_view trimmed = trim(utf8);
  if (trimmed.empty() || trimmed.size() > kMaxDateBytes) return std::nullopt;
  const std::string key = with_ascii_digits(comparison_key(trimmed));
  static const DateNames no_names;
  const bool english = language.empty() || language == "en" || language.starts_with("en-");
  const std::shared_ptr<const DateNames> local = english ? nullptr : date_names(language);
  const auto parsed = read_date_parts(without_time(key), local ? *local : no_names);
  if (!parsed || parsed->numbers.empty()) return std::nullopt;

  bool has_units = false;
  for (const DateNumber& number : parsed->numbers)
    has_units = has_units || number.unit != DateUnit::Any;
  const auto date = parsed->months_named > 0 ? date_with_month_name(*parsed)
                    : has_units              ? date_with_units(parsed->numbers)
                                             : date_of_numbers(*parsed);
  if (!date) return std::nullopt;
  std::string iso = std::to_string(date->year);
  if (date->month != 0) iso += "-" + two_digits(date->month);
  if (date->day != 0) iso += "-" + two_digits(date->day);
  if (date->month > 12 || date->day > 31 || !parse_iso_period(iso)) return std::nullopt;
  // A weekday that contradicts the date leaves open which of them is wrong.
  if (parsed->weekday >= 0 && (date->day == 0 || !weekday_is(parsed->weekday, *date))) {
    return std::nullopt;
  }
  return iso;
}

}  // namespace idsearch::text
