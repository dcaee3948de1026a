// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_foreign_law.hpp"

#include <algorithm>
#include <vector>

#include "indexer/among.hpp"
#include "indexer/citation_locator_values.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

// All as compared. Nouns of Russian, Ukrainian, Belarusian, Bulgarian, Macedonian and Serbian.
constexpr std::string_view kCyrillic[] = {"закон",       "кодекс",        "кодэкс",  "законик",
                                          "конституция", "конституція",   "указ",    "декрет",
                                          "постанова",   "постановление", "приказ",  "распоряжение",
                                          "наказ",       "розпорядження", "наредба", "уредба",
                                          "правилник",   "канстытуцыя",   "устав"};
// What goes on behind them in a title.
constexpr std::string_view kCyrillicNext[] = {"от", "о",  "об", "про", "від", "за",
                                              "од", "аб", "ад", "на",  "№",   "no"};
constexpr std::string_view kArabic[] = {"قانون", "القانون", "مرسوم", "المرسوم", "دستور", "الدستور"};
// These are words of other texts, too: a number has to follow.
constexpr std::string_view kArabicNumbered[] = {"قرار",    "القرار", "نظام",  "النظام", "لايحة",
                                                "اللايحة", "امر",    "الامر", "ظهير",   "الظهير"};
constexpr std::string_view kIndonesian[] = {"undang-undang", "perppu", "perpres",
                                            "permendagri",   "akta",   "perlembagaan"};
constexpr std::string_view kIndonesianNumbered[] = {"uu",        "peraturan", "keputusan",
                                                    "instruksi", "ketetapan", "pp"};

struct WrittenWord {
  std::string_view written;
  std::string compared;
};

// The first ones, parted by blanks.
std::vector<WrittenWord> first_words(std::string_view text, std::size_t most) {
  std::vector<WrittenWord> words;
  for (std::size_t at = skip_blanks(text, 0); at < text.size() && words.size() < most;
       at = skip_blanks(text, at)) {
    const std::size_t start = at;
    for (CodePoint c = code_point_at(text, at); c.length != 0 && !is_blank(c.value);
         c = code_point_at(text, at)) {
      at += c.length;
    }
    const std::string_view word = text.substr(start, at - start);
    words.push_back({word, text::comparison_key(word)});
  }
  return words;
}

bool is_cyrillic_capital(std::string_view word) {
  const char32_t c = code_point_at(word, 0).value;
  return c >= 0x400 && c <= 0x42F;
}

bool begins_with_quote(std::string_view word) {
  for (const std::string_view quote : {"«", "“", "„", "\"", "‘"})
    if (word.starts_with(quote)) return true;
  return false;
}

// "Федеральный", "Уголовная", "Цивільний", "Граѓански".
bool is_adjective(const std::string& word) {
  for (const std::string_view ending : {"ыи", "ии", "ои", "ая", "ое", "ски", "чни"}) {
    if (word.size() > ending.size() + 4 && word.ends_with(ending)) return true;
  }
  return false;
}

bool begins_in_cyrillic(const std::vector<WrittenWord>& words) {
  constexpr std::size_t kMostAdjectives = 3;
  if (words.empty() || !is_cyrillic_capital(words[0].written)) return false;
  std::size_t noun = 0;
  while (noun < words.size() && noun < kMostAdjectives && is_adjective(words[noun].compared))
    ++noun;
  if (noun >= words.size()) return false;
  std::string_view word = words[noun].compared;
  if (!is_among(kCyrillic, word)) return false;
  if (noun + 1 == words.size()) return noun > 0;
  const WrittenWord& next = words[noun + 1];
  return is_among(kCyrillicNext, next.compared) || is_cyrillic_capital(next.written) ||
         begins_with_quote(next.written) || next.written.starts_with("№");
}

}  // namespace

bool has_foreign_number(std::string_view text) {
  for (const std::string_view sign : {"№", "رقم", "Nomor", "nomor", "Nombor", "No.", "No "}) {
    for (std::size_t at = text.find(sign); at != kEnd; at = text.find(sign, at + 1)) {
      std::size_t number = skip_blanks(text, at + sign.size());
      if (is_any_digit(text, number)) return true;
      number += code_point_at(text, number).length;  // "رقم م/7"
      if (number < text.size() && text[number] == '/' && is_any_digit(text, number + 1))
        return true;
    }
  }
  return false;
}

bool begins_with_foreign_law(std::string_view text) {
  constexpr std::size_t kFirstWords = 6;
  text = text::trim(text);
  if (text.empty()) return false;
  // Most citations begin otherwise.
  const char32_t first = code_point_at(text, 0).value;
  if (first < 0x80) {
    constexpr std::string_view kFirstLetters = "UuPpKkIiA";
    if (!one_of(text[0], kFirstLetters)) return false;
  } else if (first < 0x400 || first > 0x6FF) {
    return false;
  }
  const std::vector<WrittenWord> words = first_words(text, kFirstWords);
  const auto begins_with = [&](const auto& names) { return is_among(names, words[0].compared); };
  if (first >= 0x600) {
    if (begins_with(kArabic)) return true;
    return begins_with(kArabicNumbered) && has_foreign_number(text);
  }
  if (first >= 0x400) return begins_in_cyrillic(words);
  if (!is_upper(text[0]) || words.size() < 2) return false;
  // "Kitab Undang-Undang Hukum Perdata"
  if (words[0].compared == "kitab") return words[1].compared == "undang-undang";
  if (begins_with(kIndonesian)) {
    return is_upper(words[1].written[0]) || is_digit(words[1].written[0]);
  }
  return begins_with(kIndonesianNumbered) && is_upper(words[1].written[0]) &&
         has_foreign_number(text);
}

bool begins_with_foreign_constitution(std::string_view text) {
  const std::vector<WrittenWord> words = first_words(text, 2);
  if (words.empty()) return false;
  for (const std::string_view name :
       {"Конституция", "Конституція", "Канстытуцыя", "دستور", "الدستور", "Perlembagaan"}) {
    if (words[0].written == name) return true;
  }
  return words.size() > 1 && words[0].compared == "undang-undang" && words[1].compared == "dasar";
}

std::size_t find_foreign_place(std::string_view text) {
  for (const std::string_view comma : {",", "،"}) {
    for (std::size_t at = text.find(comma); at != kEnd; at = text.find(comma, at + 1)) {
      const std::size_t word = skip_blanks(text, at + comma.size());
      for (const std::string_view name :
           {"ст", "статья", "статьи", "статті", "стаття", "чл", "член", "пункт", "п", "Pasal",
            "pasal", "Ayat", "المادة", "مادة", "المواد", "المادتان", "ماده", "Seksyen"}) {
        if (!text.substr(word).starts_with(name)) continue;
        std::size_t number = word + name.size();
        if (number < text.size() && text[number] == '.') ++number;
        if (is_any_digit(text, skip_blanks(text, number))) return at;
      }
    }
  }
  return kEnd;
}

std::size_t foreign_word_before_day(std::string_view text, std::size_t at) {
  for (const std::string_view word :
       {"от", "від", "од", "ад", "tanggal", "بتاريخ", "تاريخ", "المؤرخ في"}) {
    const std::size_t end = at + word.size();
    if (text.substr(at).starts_with(word) && end < text.size() &&
        !is_word_character(code_point_at(text, end).value)) {
      return word.size();
    }
  }
  return 0;
}

std::string with_ascii_digits(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const bool arabic = c.value >= 0x660 && c.value <= 0x669;
    const bool persian = c.value >= 0x6F0 && c.value <= 0x6F9;
    if (arabic || persian) {
      out += static_cast<char>('0' + (c.value - (arabic ? 0x660 : 0x6F0)));
    } else {
      out += text.substr(at, c.length);
    }
    at += c.length;
  }
  return out;
}

}  // namespace idsearch::indexer
