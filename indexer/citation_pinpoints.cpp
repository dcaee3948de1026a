// SPDX-License-Identifier: GPL-2.0-or-later
// Words that lead to a place in a work, in English and in the languages of the laws that are cited.
#include "indexer/citation_pinpoints.hpp"

#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// Digits of Arabic, Persian, Devanagari, Bengali, Thai, Lao, Burmese and Khmer.
bool is_other_digit(char32_t c) {
  for (const char32_t zero : {0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xED0, 0x1040, 0x17E0}) {
    if (c >= zero && c < zero + 10) return true;
  }
  return false;
}

// Articles, sections and paragraphs of other languages: one word that is not English and a number,
// "artículo 5", "Pasal 26", "ст. 3", "điều 2", "มาตรา ๕", "第5条".
bool is_foreign_pinpoint(std::string_view rest) {
  constexpr std::size_t kLongestWord = 16;  // letters; chosen, "paragraphe" and "členem" have fewer
  std::size_t at = 0, letters = 0;
  bool ascii = true;
  for (CodePoint c = code_point_at(rest, at); c.length != 0 && is_word_character(c.value) &&
                                              !is_digit(rest[at]) && !is_other_digit(c.value);
       c = code_point_at(rest, at)) {
    ascii = ascii && c.value < 0x80;
    at += c.length;
    if (++letters > kLongestWord) return false;
  }
  if (letters == 0) return false;
  if (ascii && match_any(rest, 0,
                         {"pasal", "ayat", "madde", "artigo", "artigos", "articulo", "articolo",
                          "articoli", "artikel", "absatz", "abs", "alin", "apartado", "inciso",
                          "fracc", "bab", "butir", "huruf", "khoan"}) == 0) {
    return false;
  }
  if (at < rest.size() && rest[at] == '.') ++at;
  at = skip_blanks(rest, at);
  return at < rest.size() && (is_digit(rest[at]) || is_other_digit(code_point_at(rest, at).value));
}

// Bytes of a Roman number of small letters with two or more, as of pages before the first: "xii";
// 0 for anything else ("civil").
std::size_t small_roman(std::string_view text) {
  std::size_t at = 0;
  const auto take = [&](std::string_view letters) {
    if (!text.substr(at).starts_with(letters)) return false;
    at += letters.size();
    return true;
  };
  if (!take("xc") && !take("xl")) {
    take("l");
    for (int i = 0; i < 3 && take("x"); ++i) continue;
  }
  if (!take("ix") && !take("iv")) {
    take("v");
    for (int i = 0; i < 3 && take("i"); ++i) continue;
  }
  if (at < 2) return 0;
  const CodePoint after = code_point_at(text, at);
  return after.length == 0 || !is_word_character(after.value) ? at : 0;
}

}  // namespace

bool looks_like_pinpoint(std::string_view rest) {
  if (rest.empty()) return false;
  if (is_digit(rest[0]) || small_roman(rest) != 0 || match_word(rest, 0, "preamble") != 0) {
    return true;
  }
  if (rest[0] == '[') return rest.size() > 1 && is_digit(rest[1]);  // paragraph of a judgment
  const CodePoint first = code_point_at(rest, 0);
  std::size_t at = 0;
  if (first.value == 0xA7 || first.value == 0xB6) {  // § ¶
    while (code_point_at(rest, at).value == first.value) at += first.length;
    return true;
  }
  at = match_any(
      rest, 0,
      {"p",          "pp",         "page",      "pages",      "para",     "paras",    "paragraph",
       "paragraphs", "art",        "arts",      "article",    "articles", "s",        "ss",
       "section",    "sections",   "ch",        "chs",        "chapter",  "chapters", "reg",
       "regs",       "regulation", "r",         "rr",         "rule",     "rules",    "sch",
       "schs",       "schedule",   "note",      "notes",      "cl",       "cls",      "clause",
       "clauses",    "sec",        "secs",      "pt",         "pts",      "part",     "parts",
       "recital",    "recitals",   "principle", "principles", "annex",    "annexes",  "appendix",
       "appendices", "app",        "table",     "tables",     "figure",   "figures",  "fig",
       "box",        "fn",         "fns",       "vol",        "vols",     "col",      "cols",
       "line",       "lines"});
  if (at == 0) return is_foreign_pinpoint(rest);
  if (at < rest.size() && rest[at] == '.') ++at;
  at = skip_blanks(rest, at);
  if (at == rest.size()) return false;
  if (is_digit(rest[at]) || one_of(rest[at], "([")) return true;
  // A Roman number or a single capital.
  std::size_t end = at;
  while (end < rest.size() && one_of(to_lower(rest[end]), "ivxlc")) ++end;
  if (end == at && is_upper(rest[at])) ++end;
  if (end == at) return false;
  const CodePoint after = code_point_at(rest, end);
  return after.length == 0 || !is_word_character(after.value);
}

std::string_view clean_pinpoint(std::string_view rest) {
  rest = trim(rest);
  if (!rest.empty() && (rest[0] == ',' || rest[0] == ':')) rest = trim(rest.substr(1));
  for (const std::string_view dash : {"–", "—", "-"}) {  // "ibid – 12"
    if (!rest.starts_with(dash)) continue;
    if (looks_like_pinpoint(trim(rest.substr(dash.size())))) rest = trim(rest.substr(dash.size()));
    break;
  }
  if (const std::size_t at = match_word(rest, 0, "at")) {
    if (looks_like_pinpoint(trim(rest.substr(at)))) rest = trim(rest.substr(at));
  }
  return without_final_stop(rest);
}

std::optional<std::string> pinpoint_of(std::string_view rest) {
  rest = clean_pinpoint(rest);
  if (!looks_like_pinpoint(rest)) return std::nullopt;
  return std::string(rest);
}

}  // namespace idsearch::indexer
