// SPDX-License-Identifier: GPL-2.0-or-later
// Which full stops do not end a sentence? One table of abbreviations as legal and official English
// writes them, and two rules: initials ("N. Korea") and letters with full stops ("U.N.", "e.g.").
// A sentence that does end there is missed: too long a sentence harms less than half a one.
#include <algorithm>
#include <array>
#include <string>

#include "text/fold.hpp"
#include "text/sentence_breaks.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

// Case counts ("No. 5" but "The answer is no."); capitals throughout ("LTD.") match the form with
// one capital. Sorted.
constexpr auto kAbbreviations = std::to_array<std::string_view>({
    "Adm",   "App",    "Apr",  "Art",  "Arts", "Assn", "Assoc",  "Asst", "Aug",   "Ave",
    "Bhd",   "Bldg",   "Blvd", "Brig", "Bros", "Capt", "Ch",     "Chs",  "Cir",   "Cl",
    "Cls",   "Cmdr",   "Cmnd", "Co",   "Col",  "Conf", "Const",  "Corp", "Ct",    "Dec",
    "Decl",  "Dep",    "Dept", "Det",  "Dist", "Div",  "Dr",     "Ed",   "Eds",   "Exec",
    "Feb",   "Fed",    "Fig",  "Figs", "Ft",   "Gaz",  "Gen",    "Gov",  "Govt",  "Hon",
    "Inc",   "Insp",   "Inst", "Intl", "Jan",  "Jl",   "Jr",     "Jul",  "Jun",   "Kft",
    "Lt",    "Ltd",    "Ltda", "Ltée", "Maj",  "Mar",  "Messrs", "Mgr",  "Min",   "Mme",
    "Mr",    "Mrs",    "Ms",   "Msgr", "Mss",  "Mt",   "Mx",     "Nat",  "Natl",  "No",
    "Nos",   "Nov",    "Nr",   "Oct",  "Op",   "Para", "Paras",  "Parl", "Ph",    "Plc",
    "Pp",    "Pres",   "Prof", "Prov", "Pt",   "Pte",  "Pts",    "Pty",  "Pvt",   "Rd",
    "Reg",   "Regs",   "Rep",  "Reps", "Res",  "Rev",  "Sch",    "Sdn",  "Sec",   "Secs",
    "Sen",   "Sens",   "Sep",  "Sept", "Sgt",  "Soc",  "Sq",     "Sr",   "Ss",    "St",
    "Ste",   "Supp",   "Supt", "Tbk",  "Univ", "Viz",  "Vol",    "Vols", "Vs",    "abbr",
    "al",    "approx", "art",  "arts", "ca",   "cf",   "ch",     "chap", "chaps", "chs",
    "cit",   "cl",     "cls",  "col",  "cols", "dept", "ed",     "edn",  "eds",   "esp",
    "est",   "ff",     "fig",  "figs", "fn",   "fnn",  "fns",    "govt", "ibid",  "incl",
    "loc",   "ltd",    "nn",   "nr",   "op",   "para", "paras",  "pp",   "pt",    "pts",
    "reg",   "regs",   "rev",  "sch",  "schs", "sec",  "secs",   "ser",  "ss",    "subpara",
    "subss", "supp",   "viz",  "vol",  "vols", "vs",
});
static_assert(std::ranges::is_sorted(kAbbreviations));

// Words as well as abbreviations: only a number behind them decides.
constexpr auto kBeforeNumbers = std::to_array<std::string_view>({"app", "apps", "no", "nos"});

// Longer dotted pieces are names of hosts ("eGov.kz."), not abbreviations; "Ph.D.", "Dem.Rep." no.
constexpr std::size_t kMaxDottedLetters = 2;

bool is_opening(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{' || c == U'<' || c == 0xAB || c == 0x2039 ||
         unify_quote(c) == U'"' || unify_quote(c) == U'\'';
}

// The last word of `text` without opening brackets and quotes; after a hyphen, slash or dash only
// what follows it.
std::string_view last_word(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0) {
    const std::size_t previous = char_floor(text, start - 1);
    const char32_t c = decode(text, previous).code_point;
    if (is_white_space(c) || is_opening(c) || c == U'-' || c == U'/' || c == U',' || c == U';' ||
        (c >= 0x2010 && c <= 0x2015)) {
      break;
    }
    start = previous;
  }
  return text.substr(start);
}

bool is_dotted_abbreviation(std::string_view word) {
  std::size_t letters = 0, dots = 0;
  for (std::size_t i = 0; i < word.size();) {
    const Decoded d = decode(word, i);
    i += d.length;
    if (d.code_point == U'.') {
      if (letters == 0) return false;
      letters = 0;
      ++dots;
    } else if (!is_letter(d.code_point) || ++letters > kMaxDottedLetters) {
      return false;
    }
  }
  return dots > 0 && letters > 0;
}

std::string with_one_capital(std::string_view word) {
  std::string out(word);
  for (std::size_t i = 1; i < out.size(); ++i) {
    if (out[i] < 'A' || out[i] > 'Z') return {};
    out[i] = ascii_lower(out[i]);
  }
  return out;
}

bool in_table(std::string_view word) {
  return std::ranges::binary_search(kAbbreviations, word) ||
         (word.size() > 1 && std::ranges::binary_search(kAbbreviations, with_one_capital(word)));
}

}  // namespace

bool ends_with_abbreviation(std::string_view before, std::string_view after) {
  if (!before.ends_with('.')) return false;
  const std::string_view word = last_word(before.substr(0, before.size() - 1));
  if (word.empty()) return false;
  const Decoded first = decode(word, 0);
  if (first.length == word.size()) return is_letter(first.code_point);
  if (is_dotted_abbreviation(word) || in_table(word)) return true;
  const std::string_view rest = trim(after);
  return std::ranges::find(kBeforeNumbers, word) != kBeforeNumbers.end() && !rest.empty() &&
         is_digit(decode(rest, 0).code_point);
}

}  // namespace idsearch::text
