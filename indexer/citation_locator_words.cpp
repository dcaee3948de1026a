// SPDX-License-Identifier: GPL-2.0-or-later
// Word lists of places in works.
#include "indexer/citation_locator_words.hpp"

#include <string>

#include "indexer/citation_locator_values.hpp"
#include "indexer/citation_text.hpp"

namespace idsearch::indexer {
namespace {

bool digit_follows(std::string_view text, std::size_t at) {
  const std::size_t next = skip_blanks(text, at);
  return next < text.size() && is_digit(text[next]);
}

// Words between blanks, in small letters.
constexpr std::string_view kPlaceWords =
    " p pp pg pgs page pages para paras paragraph paragraphs subpara subparas sub-para "
    "sub-paras subparagraph subparagraphs sub-paragraph art arts article articles s ss "
    "sec secs section sections subsection subsections sub-section sub-s subs ch chs "
    "chap chaps chapter chapters reg regs regulation regulations r rr rule rules sch "
    "schs sched schedule schedules note notes n nn fn fns footnote footnotes endnote "
    "endnotes cl cls clause clauses pt pts part parts div division title titles book "
    "books bk recital recitals principle principles annex annexes annexe appendix "
    "appendices app attachment exhibit addendum table tables figure figures fig figs "
    "box boxes map chart graph vol vols volume volumes col cols column columns line "
    "lines item items point points entry slide slides question questions q qq "
    "recommendation recommendations rec recs finding findings guideline guidelines "
    "standard standards commitment target indicator order ord direction sentence "
    "sentences indent minute minutes min mins timestamp loc location folio fol fols "
    "stanza verse step tab tabs goal goals sheet no nos number numbers op ev dir ";

// Spanish, Portuguese, Italian, French, German, Dutch, Indonesian, Turkish, Vietnamese.
constexpr std::string_view kForeignWords =
    " articulo articulos artigo artigos articolo articoli apartado apartados inciso "
    "incisos fracc parr parrs pag pags pagina paginas cap caps tit titulo capitulo "
    "anexo anexos tomo numeral num literal letra considerando nota regla secc comma co "
    "chapitre titre tome livre alin alinea al par paragraphe considerant lettre artikel "
    "absatz abs satz seite rn rdnr rz nr ziff ziffer kap kapitel anhang anlage buchst "
    "buchstabe lit bd randnr blz lid pasal ayat bab butir huruf hal halaman madde sayfa "
    "khoan ";

constexpr std::string_view kWordsBeforeLetters =
    " cap capitulo capítulo tit titulo título titre tomo tome livre anexo anhang anlage "
    "kap kapitel chapitre lit literal letra lettre buchst buchstabe bd huruf bab inciso "
    "alínea sección annexe ";

constexpr std::string_view kWordsThatStandAlone =
    " annex annexe annexes appendix appendices schedule schedules addendum anexo anhang "
    "anlage ";

// Bytes of the word at `at`, with hyphens between its letters, when it is one of `words`; else 0.
std::size_t one_of_words(std::string_view text, std::size_t at, std::string_view words) {
  constexpr std::size_t kLongest = 24;  // bytes
  std::string word = " ";
  std::size_t end = at;
  while (end < text.size() && end - at < kLongest) {
    const CodePoint c = code_point_at(text, end);
    const bool hyphen = text[end] == '-' && end > at && end + 1 < text.size() &&
                        (is_lower(text[end + 1]) || is_upper(text[end + 1]));
    if (!is_word_character(c.value) && !hyphen) break;
    for (std::size_t i = 0; i < c.length; ++i) word += to_lower(text[end + i]);
    end += c.length;
  }
  word += ' ';
  return end > at && words.find(word) != kEnd ? end - at : 0;
}

std::size_t plain_place_word(std::string_view text, std::size_t at) {
  return one_of_words(text, at, kPlaceWords);
}

bool is_month(std::string_view text, std::size_t at, std::size_t& length) {
  length = match_any(
      text, at, {"january",   "february", "march",    "april",    "may", "june", "july", "august",
                 "september", "october",  "november", "december", "jan", "feb",  "mar",  "apr",
                 "jun",       "jul",      "aug",      "sept",     "sep", "oct",  "nov",  "dec"});
  return length != 0;
}

}  // namespace

bool is_other_digit(char32_t c) {
  for (const char32_t zero : {0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xED0, 0x1040, 0x17E0}) {
    if (c >= zero && c < zero + 10) return true;
  }
  return false;
}

std::size_t glued_place_word(std::string_view text, std::size_t at) {
  for (const std::string_view word : {"paras", "para", "arts", "art", "sch", "reg", "pp", "ss",
                                      "ch", "pt", "cl", "fn", "p", "s", "r", "q", "n"}) {
    if (text.size() - at <= word.size() || !is_digit(text[at + word.size()])) continue;
    bool same = true;
    for (std::size_t i = 0; i < word.size(); ++i) same = same && to_lower(text[at + i]) == word[i];
    if (same) return word.size();
  }
  return 0;
}

bool names_volume(std::string_view text, std::size_t at) {
  return match_any(text, at, {"vol", "vols", "volume", "book", "bk", "tome", "tomo", "bd"}) != 0;
}

std::size_t place_word(std::string_view text, std::size_t at) {
  const std::size_t adjective =
      match_any(text, at, {"preambular", "operative", "introductory", "concluding", "principal"});
  if (adjective == 0) return plain_place_word(text, at);
  const std::size_t noun = skip_blanks(text, at + adjective);
  const std::size_t length = plain_place_word(text, noun);
  return length == 0 ? 0 : noun + length - at;
}

bool may_lack_number(std::string_view text, std::size_t at) {
  return one_of_words(text, at, kWordsThatStandAlone) != 0;
}

std::size_t lone_place(std::string_view text, std::size_t at) {
  if (const std::size_t length = match_word(text, at, "preamble")) return length;
  const std::size_t length = match_any(text, at,
                                       {"passim",
                                        "introduction",
                                        "foreword",
                                        "preface",
                                        "prologue",
                                        "epilogue",
                                        "afterword",
                                        "postscript",
                                        "conclusion",
                                        "conclusions",
                                        "abstract",
                                        "executive summary",
                                        "title page",
                                        "cover page",
                                        "cover",
                                        "frontispiece",
                                        "acknowledgements",
                                        "explanatory note",
                                        "explanatory notes",
                                        "explanatory memorandum",
                                        "long title",
                                        "short title",
                                        "headnote",
                                        "glossary",
                                        "table of contents",
                                        "bibliography",
                                        "chapeau",
                                        "preámbulo",
                                        "préambule",
                                        "präambel",
                                        "vorwort",
                                        "considerandos"});
  return length != 0 && ends_place(text, at + length) ? length : 0;
}

std::size_t foreign_place_word(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestWord = 16;  // letters; chosen, "paragraphe" and "členem" have fewer
  std::size_t end = at, letters = 0;
  bool ascii = true;
  for (CodePoint c = code_point_at(text, end); c.length != 0 && is_word_character(c.value) &&
                                               !is_digit(text[end]) && !is_other_digit(c.value);
       c = code_point_at(text, end)) {
    ascii = ascii && c.value < 0x80;
    end += c.length;
    if (++letters > kLongestWord) return 0;
  }
  if (letters == 0) return 0;
  if (ascii && one_of_words(text, at, kForeignWords) == 0) return 0;
  return end - at;
}

bool may_have_letter(std::string_view text, std::size_t at) {
  return one_of_words(text, at, kWordsBeforeLetters) != 0;
}

std::size_t number_word(std::string_view text, std::size_t at) {
  return match_any(text, at,
                   {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                    "eleven", "twelve"});
}

std::size_t ordinal_word(std::string_view text, std::size_t at) {
  const std::size_t length =
      match_any(text, at,
                {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
                 "ninth", "tenth", "last", "final", "penultimate", "opening", "closing"});
  if (length != 0) return length;
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end == at) return 0;
  const std::size_t suffix = match_any(text, end, {"st", "nd", "rd", "th"});
  return suffix == 0 ? 0 : end + suffix - at;
}

std::size_t behind_number(std::string_view text, std::size_t at) {
  const std::size_t length = match_any(
      text, at,
      {"f",     "ff",     "et seqq", "et seq", "et sqq",       "et sq",  "et suivantes", "et suiv",
       "et ss", "et s",   "y ss",    "y sigs", "y siguientes", "e ss",   "ss",           "sqq",
       "seq",   "passim", "onwards", "bis",    "ter",          "quater", "quinquies",    "sexies"});
  // "5 ss 3-4" goes on with sections, "5 bis 7" is a range.
  return length != 0 && !digit_follows(text, at + length) ? length : 0;
}

std::size_t list_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == ',' || text[at] == '&') return 1;
  return match_any(text, at,
                   {"and",
                    "read together with",
                    "read with",
                    "together with",
                    "in conjunction with",
                    "taken with",
                    "as well as",
                    "again",
                    "or",
                    "to",
                    "through",
                    "esp",
                    "especially",
                    "particularly",
                    "in particular",
                    "see",
                    "at",
                    "y",
                    "e",
                    "et",
                    "und",
                    "bis",
                    "o",
                    "ou",
                    "à",
                    "dan"});
}

bool counts_or_dates(std::string_view text, std::size_t start, std::size_t end) {
  std::size_t digits = start;
  while (digits < end && is_digit(text[digits])) ++digits;
  const std::size_t count = digits - start;
  if (count == 4 && match_any(text, digits, {"s"}) != 0) return true;
  if (count > 0 && match_any(text, digits, {"st", "nd", "rd", "th"}) != 0) return true;
  if (end < text.size() && text[end] == '%') return true;
  const std::size_t next = skip_blanks(text, end);
  if (next == end) return false;
  if (text.substr(next).starts_with('%')) return true;
  return match_any(text, next, {"million",   "millions", "billion",  "thousand", "hundred",
                                "dozen",     "percent",  "per cent", "people",   "persons",
                                "children",  "women",    "men",      "families", "households",
                                "countries", "years",    "year",     "months",   "weeks",
                                "days",      "times",    "others",   "of those", "of them"}) != 0;
}

std::size_t month_and_year(std::string_view text, std::size_t at) {
  const std::size_t month = skip_blanks(text, at);
  std::size_t length = 0;
  if (month == at || !is_month(text, month, length)) return 0;
  const std::size_t year = skip_blanks(text, month + length);
  std::size_t end = year;
  while (end < text.size() && is_digit(text[end])) ++end;
  return year > month + length && end - year == 4 ? end - at : 0;
}

}  // namespace idsearch::indexer
