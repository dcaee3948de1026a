// SPDX-License-Identifier: GPL-2.0-or-later
// Of which parts does a written date consist?
#include "text/date_reader.hpp"

#include <array>
#include <span>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

// Words that may stand between the parts of a date, as comparison keys.
constexpr auto kFillers =
    std::to_array<std::string_view>({"of", "the", "de", "del", "di", "do", "da", "den", "der", "am",
                                     "le", "el", "il", "ngay", "nam"});

// "Year" or "day", in short, behind the number: Russian, Ukrainian, Polish, Lithuanian.
constexpr auto kTrailers =
    std::to_array<std::string_view>({"г", "года", "року", "р", "r", "m", "d"});

constexpr auto kOrdinals = std::to_array<std::string_view>(
    {"st", "nd", "rd", "th", "er", "re", "e", "o", "a", "ste", "de", "та", "го"});

struct UnitMark {
  std::string_view text;
  DateUnit unit;
};

// Chinese, Japanese and Korean say what each number is.
constexpr std::array<UnitMark, 6> kUnits{{{"年", DateUnit::Year},
                                          {"月", DateUnit::Month},
                                          {"日", DateUnit::Day},
                                          {"년", DateUnit::Year},
                                          {"월", DateUnit::Month},
                                          {"일", DateUnit::Day}}};

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_word_character(decode(text, at).code_point) &&
         !is_digit(decode(text, at).code_point);
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_digit(text[at]);
}

class Reader {
 public:
  Reader(std::string_view key, const DateNames& local) : key_(key), local_(local) {}

  std::optional<DateParts> read() {
    std::string separator;
    while (at_ < key_.size()) {
      const char c = key_[at_];
      if (is_ascii_digit(c)) {
        if (!parsed_.numbers.empty()) parsed_.separators.push_back(separator);
        separator.clear();
        if (!read_number()) return std::nullopt;
      } else if (is_letter_at(key_, at_)) {
        if (!read_word()) return std::nullopt;
      } else if (c == ' ' || c == ',' || c == '.' || c == '/' || c == '-') {
        if (c != ' ') separator.push_back(c);
        ++at_;
      } else {
        return std::nullopt;
      }
    }
    // A full stop may end the line; anything else hanging over is the sign of something longer.
    if ((!separator.empty() && separator != ".") || dangling_) return std::nullopt;
    return std::move(parsed_);
  }

 private:
  bool read_number() {
    DateNumber number;
    dangling_ = false;
    while (is_digit_at(key_, at_)) {
      if (++number.digits > 4) return false;
      number.value = 10 * number.value + (key_[at_++] - '0');
    }
    for (const UnitMark& mark : kUnits) {
      if (key_.substr(at_).starts_with(mark.text)) {
        number.unit = mark.unit;
        at_ += mark.text.size();
        parsed_.numbers.push_back(number);
        return true;
      }
    }
    if (is_letter_at(key_, at_)) {
      for (const std::string_view ordinal : kOrdinals) {
        if (key_.substr(at_).starts_with(ordinal) && !is_letter_at(key_, at_ + ordinal.size())) {
          at_ += ordinal.size();
          number.ordinal = true;
          break;
        }
      }
      if (!number.ordinal) return false;
    }
    parsed_.numbers.push_back(number);
    return true;
  }

  bool read_word() {
    // The language's own names first: where one means another month in English, it is not English.
    for (const DateNames* names : {&local_, &english_date_names()}) {
      if (const int month = take(names->months)) {
        parsed_.month = month;
        dangling_ = false;
        ++parsed_.months_named;
        return true;
      }
      if (const int weekday = take(names->weekdays, 1)) {
        if (parsed_.weekday >= 0) return false;
        parsed_.weekday = weekday - 1;
        return true;
      }
    }
    if (take_one_of(kFillers)) {
      parsed_.fillers = dangling_ = true;
      return true;
    }
    parsed_.fillers = true;
    return !parsed_.numbers.empty() && take_one_of(kTrailers);
  }

  bool take_one_of(std::span<const std::string_view> words) {
    for (const std::string_view word : words) {
      if (key_.substr(at_).starts_with(word) && !is_letter_at(key_, at_ + word.size())) {
        at_ += word.size();
        return true;
      }
    }
    return false;
  }

  // The longest name here that ends where a word ends; its value plus `shift`, or 0.
  int take(const std::map<std::string, int, std::less<>>& names, int shift = 0) {
    int found = 0;
    std::size_t length = 0;
    for (const auto& [name, value] : names) {
      if (name.size() <= length || !key_.substr(at_).starts_with(name)) continue;
      const std::size_t end = at_ + name.size();
      const bool both_digits = is_digit_at(key_, end - 1) && is_digit_at(key_, end);
      if (is_letter_at(key_, end) || both_digits) continue;
      length = name.size();
      found = value + shift;
    }
    at_ += length;
    return found;
  }

  std::string_view key_;
  const DateNames& local_;
  std::size_t at_ = 0;
  bool dangling_ = false;  // the last word was "of" or the like
  DateParts parsed_;
};

}  // namespace

std::optional<DateParts> read_date_parts(std::string_view key, const DateNames& local) {
  return Reader(key, local).read();
}

}  // namespace idsearch::text
