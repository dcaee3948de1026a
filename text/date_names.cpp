// SPDX-License-Identifier: GPL-2.0-or-later
// What are months and weekdays called?
#include "text/date_names.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <array>
#include <mutex>
#include <set>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};

// Tags come from profiles; ICU has about 200 languages, so more than this many are nonsense.
constexpr std::size_t kMaxKnownLanguages = 256;

using ValueOfName = std::map<std::string, int, std::less<>>;

class Collector {
 public:
  explicit Collector(ValueOfName& names) : names_(names) {}

  void add(const icu::UnicodeString& name, int value) {
    std::string utf8;
    name.toUTF8String(utf8);
    std::string key = comparison_key(utf8);
    while (key.ends_with('.')) key.pop_back();
    // "1月" is read by its numbers; "m01" is what ICU says when it has no name.
    if (key.empty() || is_ascii_digit(key[0]) || is_placeholder(key)) return;
    const auto [at, is_new] = names_.emplace(key, value);
    if (!is_new && at->second != value) ambiguous_.insert(key);
  }

  void drop_ambiguous() {
    for (const std::string& key : ambiguous_) names_.erase(key);
  }

 private:
  static bool is_placeholder(std::string_view key) {
    return key.size() == 3 && key[0] == 'm' && is_ascii_digit(key[1]) && is_ascii_digit(key[2]);
  }

  ValueOfName& names_;
  std::set<std::string> ambiguous_;
};

DateNames names_from_icu(const icu::Locale& locale) {
  DateNames names;
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale, status);
  if (U_FAILURE(status)) return names;
  Collector months(names.months), weekdays(names.weekdays);
  using Symbols = icu::DateFormatSymbols;
  for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
      std::int32_t count = 0;
      const icu::UnicodeString* list = symbols.getMonths(count, context, width);
      for (std::int32_t i = 0; i < count && i < 12; ++i) months.add(list[i], i + 1);
      list = symbols.getWeekdays(count, context, width);
      // ICU's weekdays begin at 1 with Sunday; 0 is empty.
      for (std::int32_t i = 1; i < count && i < 8; ++i) weekdays.add(list[i], i - 1);
    }
  }
  months.drop_ambiguous();
  weekdays.drop_ambiguous();
  return names;
}

}  // namespace

const DateNames& english_date_names() {
  static const DateNames names = [] {
    DateNames made;
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
      made.months.emplace(kMonths[i], static_cast<int>(i) + 1);
      made.months.emplace(kMonths[i].substr(0, 3), static_cast<int>(i) + 1);
    }
    made.months.emplace("sept", 9);
    for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
      made.weekdays.emplace(kWeekdays[i], static_cast<int>(i));
      made.weekdays.emplace(kWeekdays[i].substr(0, 3), static_cast<int>(i));
    }
    for (const auto& [name, day] : {std::pair{"tues", 2}, {"weds", 3}, {"thur", 4}, {"thurs", 4}}) {
      made.weekdays.emplace(name, day);
    }
    return made;
  }();
  return names;
}

std::shared_ptr<const DateNames> date_names(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string, std::shared_ptr<const DateNames>, std::less<>> known;
  static const auto none = std::make_shared<const DateNames>();
  const std::lock_guard lock(mutex);
  if (const auto at = known.find(language); at != known.end()) return at->second;
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(language.data(), static_cast<std::int32_t>(language.size())), status);
  if (U_FAILURE(status) || locale.isBogus() || locale.getLanguage()[0] == '\0') return none;
  // Else Thai would count Buddhist years and Persian have months of another calendar.
  locale.setKeywordValue("calendar", "gregorian", status);
  if (U_FAILURE(status)) return none;
  auto names = std::make_shared<const DateNames>(names_from_icu(locale));
  if (known.size() < kMaxKnownLanguages) known.emplace(std::string(language), names);
  return names;
}

}  // namespace idsearch::text
