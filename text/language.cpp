// SPDX-License-Identifier: GPL-2.0-or-later
// Which language does the script of a text give away?
#include "text/language.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <cstddef>

#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

struct ScriptRow {
  UScriptCode script;
  std::string_view language;
};

// Scripts that are written for one language by far. Han and kana are settled together below.
// Devanagari stands for Hindi (there is more of it than of Marathi and Nepali together).
constexpr std::array<ScriptRow, 23> kScripts{{
    {USCRIPT_THAI, "th"},       {USCRIPT_KHMER, "km"},    {USCRIPT_MYANMAR, "my"},
    {USCRIPT_LAO, "lo"},        {USCRIPT_HANGUL, "ko"},   {USCRIPT_HEBREW, "he"},
    {USCRIPT_DEVANAGARI, "hi"}, {USCRIPT_SINHALA, "si"},  {USCRIPT_GREEK, "el"},
    {USCRIPT_ARMENIAN, "hy"},   {USCRIPT_GEORGIAN, "ka"}, {USCRIPT_BENGALI, "bn"},
    {USCRIPT_GURMUKHI, "pa"},   {USCRIPT_GUJARATI, "gu"}, {USCRIPT_ORIYA, "or"},
    {USCRIPT_TAMIL, "ta"},      {USCRIPT_TELUGU, "te"},   {USCRIPT_KANNADA, "kn"},
    {USCRIPT_MALAYALAM, "ml"},  {USCRIPT_TIBETAN, "bo"},  {USCRIPT_MONGOLIAN, "mn"},
    {USCRIPT_ETHIOPIC, "am"},   {USCRIPT_THAANA, "dv"},
}};

// Japanese prose is about half kana; a Chinese text that quotes a Japanese title stays below this.
constexpr std::size_t kKanaShare = 10;  // one tenth

}  // namespace

std::string language_by_script(std::string_view utf8, std::string_view otherwise) {
  if (is_ascii(utf8)) return std::string(otherwise);
  std::array<std::size_t, kScripts.size()> counts{};
  std::size_t letters = 0, han = 0, kana = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const Decoded d = decode(utf8, i);
    i += d.length;
    const auto c = static_cast<UChar32>(d.code_point);
    if (d.code_point < 0x80) {
      letters += is_ascii_letter(static_cast<char>(d.code_point)) ? 1 : 0;
      continue;
    }
    // Vowel signs of Indic scripts count as letters, accents and viramas as nothing.
    if (!u_isUAlphabetic(c)) continue;
    ++letters;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    if (U_FAILURE(status)) continue;
    if (script == USCRIPT_HAN) ++han;
    if (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA) ++kana;
    for (std::size_t row = 0; row < kScripts.size(); ++row) {
      if (kScripts[row].script == script) ++counts[row];
    }
  }
  for (std::size_t row = 0; row < kScripts.size(); ++row) {
    if (2 * counts[row] > letters) return std::string(kScripts[row].language);
  }
  if (2 * (han + kana) > letters) return kKanaShare * kana >= han + kana ? "ja" : "zh";
  return std::string(otherwise);
}

}  // namespace idsearch::text
