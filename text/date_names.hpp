// SPDX-License-Identifier: GPL-2.0-or-later
// Names of months and weekdays, as comparison keys. Internal to text/.
#ifndef IDSEARCH_TEXT_DATE_NAMES_HPP
#define IDSEARCH_TEXT_DATE_NAMES_HPP

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace idsearch::text {

struct DateNames {
  std::map<std::string, int, std::less<>> months;    ///< 1 to 12
  std::map<std::string, int, std::less<>> weekdays;  ///< 0 = Sunday
};

/// English names; made once, without ICU.
const DateNames& english_date_names();

/// ICU's names for a BCP 47 tag, full and abbreviated, on their own and within a date; empty for
/// languages that ICU does not know. A name of two months is left out. Thread-safe.
std::shared_ptr<const DateNames> date_names(std::string_view language);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_DATE_NAMES_HPP
