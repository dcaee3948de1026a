// SPDX-License-Identifier: GPL-2.0-or-later
// When are two spellings the same characters? NFKC_Casefold first, then diacritics by script.
#include "text/fold.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <cstdint>

#include "idsearch/error.hpp"
#include "text/icu_status.hpp"
#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

std::string normalised(const icu::Normalizer2& normalizer, std::string_view utf8) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(utf8.size()));
  UErrorCode status = U_ZERO_ERROR;
  normalizer.normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())),
                           sink, nullptr, status);
  check_icu(status, "normalisation");
  return out;
}

// ICU owns these for the life of the process; the statics only save the look-up.
const icu::Normalizer2& casefold_normalizer() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* made = icu::Normalizer2::getNFKCCasefoldInstance(status);
    check_icu(status, "NFKC_Casefold");
    return made;
  }();
  return *instance;
}

const icu::Normalizer2& nfd_normalizer() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* made = icu::Normalizer2::getNFDInstance(status);
    check_icu(status, "NFD");
    return made;
  }();
  return *instance;
}

const icu::Normalizer2& nfc_normalizer() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* made = icu::Normalizer2::getNFCInstance(status);
    check_icu(status, "NFC");
    return made;
  }();
  return *instance;
}

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return U_FAILURE(status) ? USCRIPT_COMMON : script;
}

bool loses_its_marks(UScriptCode script) {
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC ||
         script == USCRIPT_ARABIC || script == USCRIPT_HEBREW;
}

struct Replacement {
  char32_t from;
  std::string_view to;
};

// Letters that differ from a plain one by a stroke or a ligature, or by the missing dot, but have
// no canonical decomposition; the alef with wasla and its high-hamza forms; and letters that
// Arabic, Persian and Urdu keyboards have each in their own form.
constexpr std::array<Replacement, 18> kUndecomposed{{
    {0x00E6, "ae"},        // æ
    {0x00F0, "d"},         // ð
    {0x00F8, "o"},         // ø
    {0x00FE, "th"},        // þ
    {0x0111, "d"},         // đ
    {0x0127, "h"},         // ħ
    {0x0131, "i"},         // ı
    {0x0142, "l"},         // ł
    {0x0153, "oe"},        // œ
    {0x0167, "t"},         // ŧ
    {0x0640, ""},          // Arabic tatweel
    {0x0649, "\xD9\x8A"},  // alef maksura, as yeh
    {0x06A9, "\xD9\x83"},  // Persian kaf
    {0x06C1, "\xD9\x87"},  // Urdu heh
    {0x06CC, "\xD9\x8A"},  // Persian yeh
    {0x0671, "\xD8\xA7"},  // alef wasla
    {0x0672, "\xD8\xA7"},  // alef with wavy hamza above
    {0x0673, "\xD8\xA7"},  // alef with wavy hamza below
}};

// Below another consonant da and ta look the same, and texts have either.
constexpr char32_t kKhmerCoeng = 0x17D2, kKhmerDa = 0x178A, kKhmerTa = 0x178F;

}  // namespace

std::string nfkc_casefold(std::string_view utf8) { return normalised(casefold_normalizer(), utf8); }

std::string fold_diacritics(std::string_view casefolded) {
  if (is_ascii(casefolded)) return std::string(casefolded);
  const std::string decomposed = normalised(nfd_normalizer(), casefolded);
  std::string bare;
  bare.reserve(decomposed.size());
  bool in_marked_script = false, below_khmer = false;
  for (std::size_t i = 0; i < decomposed.size();) {
    const Decoded d = decode(decomposed, i);
    const char32_t c = d.code_point;
    if (c < 0x80) {
      in_marked_script = is_ascii_letter(static_cast<char>(c));
      bare.push_back(static_cast<char>(c));
    } else if (u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK) {
      // A mark belongs to the letter before it; a Hebrew point knows its script by itself.
      if (!in_marked_script && !loses_its_marks(script_of(c))) {
        bare.append(decomposed, i, d.length);
      }
    } else {
      in_marked_script = loses_its_marks(script_of(c));
      const Replacement* found = nullptr;
      for (const Replacement& row : kUndecomposed) {
        if (row.from == c) found = &row;
      }
      if (found != nullptr) {
        bare.append(found->to);
        in_marked_script = true;
      } else if (below_khmer && c == kKhmerDa) {
        append_utf8(bare, kKhmerTa);
      } else if (u_charType(static_cast<UChar32>(c)) == U_DECIMAL_DIGIT_NUMBER) {
        bare.push_back(static_cast<char>('0' + digit_value(c)));
      } else {
        bare.append(decomposed, i, d.length);
      }
    }
    below_khmer = c == kKhmerCoeng;
    i += d.length;
  }
  return is_ascii(bare) ? bare : normalised(nfc_normalizer(), bare);
}

char32_t unify_quote(char32_t c) {
  switch (c) {
    case 0x2018:  // left single quotation mark
    case 0x2019:  // right single quotation mark
    case 0x201A:  // single low-9 quotation mark
    case 0x201B:  // single high-reversed-9 quotation mark
    case 0x02B9:  // modifier letter prime
    case 0x02BB:  // modifier letter turned comma (okina; Uzbek o‘)
    case 0x02BC:  // modifier letter apostrophe
    case 0x02BF:  // modifier letter left half ring (transliterated ayin)
    case 0x02BE:  // modifier letter right half ring (transliterated hamza)
    case 0x05F3:  // Hebrew geresh
    case 0xFF07:  // full-width apostrophe
      return '\'';
    case 0x201C:  // left double quotation mark
    case 0x201D:  // right double quotation mark
    case 0x201E:  // double low-9 quotation mark
    case 0x201F:  // double high-reversed-9 quotation mark
    case 0x05F4:  // Hebrew gershayim
    case 0xFF02:  // full-width quotation mark
      return '"';
    default:
      return c;
  }
}

bool is_word_character(char32_t c) {
  const auto cp = static_cast<UChar32>(c);
  // Circled letters are symbols by category, but alphabetic.
  return (U_GET_GC_MASK(cp) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0 ||
         u_isUAlphabetic(cp) != 0;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c));
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_L_MASK) != 0;
}

bool is_mark_or_format(char32_t c) {
  if (c < 0x80) return false;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return is_ascii_digit(static_cast<char>(c));
  return u_isdigit(static_cast<UChar32>(c)) != 0;
}

int digit_value(char32_t c) {
  if (c < 0x80) return is_ascii_digit(static_cast<char>(c)) ? static_cast<int>(c) - '0' : -1;
  return u_charDigitValue(static_cast<UChar32>(c));
}

bool is_unspaced_script(char32_t c) {
  if (c < 0x0E00) return false;
  switch (script_of(c)) {
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
    case USCRIPT_TIBETAN:
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_TAI_LE:
    case USCRIPT_NEW_TAI_LUE:
    case USCRIPT_LANNA:
    case USCRIPT_TAI_VIET:
      return true;
    default:
      // Length marks and iteration marks of kana are of the script Common.
      return (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) != 0) ||
             (c >= 0x3031 && c <= 0x3035) || c == 0x30FC || c == 0xFF70;
  }
}

bool is_word_by_itself(char32_t c) {
  if (c < 0x0E00 || is_digit(c)) return false;
  const UScriptCode script = script_of(c);
  return script == USCRIPT_HANGUL || (script != USCRIPT_TIBETAN && is_unspaced_script(c));
}

bool continues_character(char32_t c) {
  return is_mark_or_format(c) || (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FB) ||
         u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_GRAPHEME_EXTEND) != 0;
}

bool is_european_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c));
  const UScriptCode script = script_of(c);
  return is_letter(c) &&
         (script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC);
}

}  // namespace idsearch::text
