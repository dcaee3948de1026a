// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of a written date: numbers, a month's name, little words. Internal to text/.
#ifndef IDSEARCH_TEXT_DATE_READER_HPP
#define IDSEARCH_TEXT_DATE_READER_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/date_names.hpp"

namespace idsearch::text {

/// What a number says of itself: "1月" is a month, "29" may be anything.
enum class DateUnit { Any, Year, Month, Day };

struct DateNumber {
  int value = 0;
  std::size_t digits = 0;
  DateUnit unit = DateUnit::Any;
  bool ordinal = false;  ///< "3rd"
};

struct DateParts {
  std::vector<DateNumber> numbers;
  std::vector<std::string> separators;  ///< before each number but the first, blanks left out
  int month = 0;                        ///< the last one named
  int months_named = 0;
  int weekday = -1;      ///< 0 = Sunday
  bool fillers = false;  ///< "of", "de", … occurred
};

/// Reads a comparison key with ASCII digits; names of `local` go before English ones. nullopt when
/// it holds anything that belongs to no date.
std::optional<DateParts> read_date_parts(std::string_view key, const DateNames& local);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_DATE_READER_HPP
