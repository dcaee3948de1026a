// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text_headings.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/characters.hpp"
#include "indexer/item_prefix.hpp"
#include "indexer/line_sentences.hpp"
#include "indexer/mark_brackets.hpp"
#include "indexer/mark_styles.hpp"
#include "indexer/raised_digits.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

constexpr std::array<KnownHeading, 17> kKnownHeadings{{
    {"digital id overview", 1, "", false},
    {"digital identity overview", 1, "", false},
    {"law", 1, "", true},
    {"domestic law and policy", 2, "law", false},
    {"domestic laws and policies", 2, "law", false},
    {"domestic law", 2, "law", false},
    {"data protection", 2, "law", false},
    {"data protection and privacy", 2, "law", false},
    {"international commitments", 2, "law", false},
    {"designed to include", 1, "", true},
    {"the impact of digital id and legal identity on citizenship and nationality rights", 2,
     "designed to include", false},
    {"the impact of digital id on citizenship and nationality rights", 2, "designed to include",
     false},
    {"impact of digital id on citizenship and nationality rights", 2, "designed to include", false},
    {"legal identity", 0, "", false},
    {"legal identity overview", 0, "", false},
    {"overview", 0, "", false},
    {"introduction", 0, "", false},
}};

// Keys, in the languages of profiles' lists: text::comparison_key takes off diacritics.
constexpr auto kNotesTitles = std::to_array<std::string_view>({"notes",
                                                               "footnotes",
                                                               "references",
                                                               "endnotes",
                                                               "end notes",
                                                               "sources",
                                                               "citations",
                                                               "notes and references",
                                                               "references and notes",
                                                               "visible links",
                                                               "hidden links",
                                                               "notes de bas de page",
                                                               "notes et references",
                                                               "notas",
                                                               "notas al pie",
                                                               "notas de rodape",
                                                               "referencias",
                                                               "fuentes",
                                                               "fussnoten",
                                                               "anmerkungen",
                                                               "quellen",
                                                               "riferimenti",
                                                               "примечания",
                                                               "сноски",
                                                               "注",
                                                               "脚注",
                                                               "注释",
                                                               "注記",
                                                               "参考文献",
                                                               "각주",
                                                               "catatan kaki",
                                                               "dipnotlar",
                                                               "kaynakca",
                                                               "الهوامش",
                                                               "المراجع",
                                                               "המקורות",
                                                               "הערות",
                                                               "หมายเหตุ",
                                                               "เชิงอรรถ"});

// Of them, and besides them, those of lists of books, whose items no mark may mean.
constexpr auto kBooksTitles = std::to_array<std::string_view>({"references",
                                                               "list of references",
                                                               "bibliography",
                                                               "select bibliography",
                                                               "selected bibliography",
                                                               "works cited",
                                                               "literature",
                                                               "literature cited",
                                                               "sources",
                                                               "bibliographie",
                                                               "bibliografia",
                                                               "bibliografi",
                                                               "referencias",
                                                               "riferimenti",
                                                               "fuentes",
                                                               "fontes",
                                                               "literatur",
                                                               "literaturverzeichnis",
                                                               "quellen",
                                                               "quellenverzeichnis",
                                                               "литература",
                                                               "список литературы",
                                                               "источники",
                                                               "библиография",
                                                               "参考文献",
                                                               "參考文獻",
                                                               "참고문헌",
                                                               "daftar pustaka",
                                                               "kaynakca",
                                                               "kaynaklar",
                                                               "المراجع",
                                                               "บรรณานุกรม"});

// No known name is longer in bytes, even in letters of three bytes.
constexpr std::size_t kLongestKnown = 300;

// The line without "[12]", "[3, 4]", "¹²" and blanks at its end.
std::string_view without_final_marks(std::string_view line) {
  while (true) {
    line.remove_suffix(trailing_blanks(line));
    if (is_raised_digit(last_character(line).code)) {
      const auto signs = mark_signs(line, MarkStyle::Raised);
      if (signs.empty() || !signs.back().sure || signs.back().end != line.size()) return line;
      line = line.substr(0, signs.back().begin);
      continue;
    }
    if (!line.ends_with(']')) return line;
    // "[fn 12]"
    const std::size_t open = line.rfind('[');
    if (open != std::string_view::npos && word_for_note(line, open + 1) != 0) {
      const auto bracket = read_mark_bracket(line, open);
      if (!bracket || bracket->end != line.size()) return line;
      line = line.substr(0, open);
      continue;
    }
    // A group of marks has only digits, blanks and separators between its brackets.
    std::size_t at = line.size() - 1;
    std::size_t run = 0;  // four digits are a year
    bool digits = false;
    while (at > 0) {
      const char c = line[at - 1];
      if (c == '[') break;
      const bool high = (static_cast<unsigned char>(c) & 0x80) != 0;  // "–", NBSP
      if (!text::is_ascii_digit(c) && c != ' ' && c != ',' && c != '-' && !high) {
        return line;
      }
      run = text::is_ascii_digit(c) ? run + 1 : 0;
      if (run > 3) return line;
      digits = digits || run > 0;
      --at;
    }
    if (at == 0 || !digits) return line;
    line = line.substr(0, at - 1);
  }
}

// "[12]" before further words: scripts without full stops show by nothing else that it is a text.
bool has_mark_within(std::string_view line) {
  for (std::size_t at = line.find('['); at != std::string_view::npos; at = line.find('[', at + 1)) {
    const std::size_t begin = at + 1 + word_for_note(line, at + 1);
    std::size_t end = begin;
    while (end < line.size() && text::is_ascii_digit(line[end])) ++end;
    if (end > begin && end <= begin + 3 && end < line.size() && line[end] == ']') return true;
  }
  return std::ranges::any_of(mark_signs(line, MarkStyle::Raised), &MarkSign::sure);
}

std::string title_key(std::string_view title) {
  std::string key = text::comparison_key(title);
  const std::size_t amp = key.find(" & ");
  if (amp != std::string::npos) key.replace(amp, 3, " and ");
  while (!key.empty() && (key.back() == '?' || key.back() == ' ')) key.pop_back();
  return key;
}

// "January 29, 2026", "12 March"; only English, as in all dumps seen.
bool is_date_like(std::string_view line) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (line.size() > 40) return false;
  bool month = false;
  bool digit = false;
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
      std::string word;
      while (at < line.size() && (line[at] | 0x20) >= 'a' && (line[at] | 0x20) <= 'z') {
        word += static_cast<char>(line[at++] | 0x20);
      }
      const std::size_t found =
          word.size() < 3 ? std::string_view::npos : kMonths.find(word.substr(0, 3));
      if (found == std::string_view::npos || found % 3 != 0 || month) return false;
      month = true;
    } else {
      digit = digit || text::is_ascii_digit(c);
      if (!text::is_ascii_digit(c) && c != ' ' && c != ',' && c != '.') return false;
      ++at;
    }
  }
  return month && digit;
}

// "Published 3 May 2025", "Fecha: 3 de mayo de 2025": what somebody did on a day.
bool tells_day(std::string_view line) {
  constexpr std::size_t kLongestDate = 40;
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos) {
    const std::string_view day = text::trim(line.substr(colon + 1));
    if (day.size() < 8 || day.size() > kLongestDate || day.find(':') != day.npos) return false;
    const std::string_view year = day.substr(day.size() - 4);
    return is_date_like(day) ||
           (text::is_ascii_digit(day.front()) && std::ranges::all_of(year, text::is_ascii_digit));
  }
  for (std::string_view done : {"published", "first published", "posted", "created", "revised",
                                "reviewed", "retrieved", "accessed"}) {
    if (!starts_with_ignoring_case(line, done)) continue;
    std::string_view day = text::trim(line.substr(done.size()));
    if (starts_with_ignoring_case(day, "on ")) day.remove_prefix(3);
    if (is_date_like(day)) return true;
  }
  return false;
}

// "Table 2: …", "Figure 1. …", "Box A – …"
bool is_caption(std::string_view line) {
  constexpr std::array<std::string_view, 6> kNames{"Table ", "Figure ", "Box ",
                                                   "Chart ", "Map ",    "Graph "};
  for (const std::string_view name : kNames) {
    if (!line.starts_with(name)) continue;
    std::size_t at = name.size();
    const std::size_t first = at;
    while (at < line.size() && at - first < 4 &&
           (text::is_ascii_digit(line[at]) || (line[at] == '.' && at > first) ||
            (at == first && line[at] >= 'A' && line[at] <= 'Z'))) {
      ++at;
    }
    if (at == first) continue;
    if (at == line.size() || line[at - 1] == '.') return true;
    at += leading_blanks(line.substr(at));
    const char32_t c = character_at(line, at).code;
    return c == ':' || c == '-' || c == '.' || c == 0x2013 || c == 0x2014 || at == line.size();
  }
  return false;
}

// "5G and SIM Cards", "24/7 Services": digits that a capital is glued to, or a pair of numbers
// before a word with one.
bool begins_with_digits_of_a_name(std::string_view line) {
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits == 0 || digits > 2) return false;
  const auto is_capital = [&](std::size_t at) {
    const char32_t c = character_at(line, at).code;
    return is_letter(c) && !is_small_letter(c);
  };
  if (is_capital(digits) && character_at(line, digits).code < 0x80) return true;
  if (digits == line.size() || line[digits] != '/') return false;
  const std::size_t second =
      std::min(line.find_first_not_of("0123456789", digits + 1), line.size());
  const std::size_t word = second + leading_blanks(line.substr(second));
  return second > digits + 1 && word > second && is_capital(word);
}

// Where a title begins: with a capital or an uncased letter, "eID", "e-KYC", "1954 Convention".
bool begins_like_title(std::string_view line) {
  std::size_t at = 0;
  Character c = character_at(line, at);
  while (c.length != 0 && (is_opening(c.code) || c.code == '"' || c.code == '\'' ||
                           c.code == 0xBF || c.code == 0xA1)) {  // "¿Quién queda fuera?"
    at += c.length;
    c = character_at(line, at);
  }
  if (is_small_letter(c.code)) {
    const Character next = character_at(line, at + c.length);
    return next.code == '-' || (is_letter(next.code) && next.code < 0x80 && next.code < 'a');
  }
  if (is_letter(c.code)) return true;
  if (begins_with_digits_of_a_name(line.substr(at))) return true;
  // Years and a word: "1954 Convention", "1954 and 1961 Conventions".
  while (true) {
    std::size_t digits = 0;
    while (digits < line.size() && text::is_ascii_digit(line[digits])) ++digits;
    if (digits != 4) return false;
    std::size_t word = digits + leading_blanks(line.substr(digits));
    const char32_t letter = character_at(line, word).code;
    if (word > digits && is_letter(letter) && !is_small_letter(letter)) return true;
    for (const std::string_view joint : {"and ", "& ", ", ", "/", "-", "–"}) {
      if (!line.substr(word).starts_with(joint)) continue;
      word += joint.size();
      break;
    }
    line.remove_prefix(word + leading_blanks(line.substr(word)));
  }
}

// "Act of 2023[7] has 70 sections": a mark inside, or an amount of money.
bool has_mark_or_money(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '$' || line.substr(at).starts_with("€") || line.substr(at).starts_with("£") ||
        line.substr(at).starts_with("₹")) {
      return true;
    }
    if (line[at] != '[') continue;
    std::size_t end = at + 1;
    while (end < line.size() && text::is_ascii_digit(line[end])) ++end;
    if (end > at + 1 && end - at <= 4 && end < line.size() && line[end] == ']') return true;
  }
  return false;
}

// "N/A", "None", "Yes": what somebody filled in, no name of a section.
bool is_cell_value(std::string_view line) {
  for (const std::string_view value :
       {"N/A", "n/a", "N.A", "NA", "None", "Nil", "Yes", "No", "Unknown", "TBC", "TBD"})
    if (line == value) return true;
  return false;
}

bool is_quotation(std::string_view line) {
  const char32_t first = first_character(line).code;
  const char32_t last = last_character(line).code;
  return (first == 0x201C && last == 0x201D) || (first == 0x2018 && last == 0x2019) ||
         (first == '"' && last == '"') || (first == 0xAB && last == 0xBB);
}

}  // namespace

const KnownHeading* known_heading(std::string_view title) {
  if (title.size() > kLongestKnown) return nullptr;
  title = without_final_marks(title);
  const auto prefix = item_prefix(title);
  if (prefix && prefix->kind != ItemPrefix::Kind::Bullet &&
      prefix->kind != ItemPrefix::Kind::Bracketed) {
    title.remove_prefix(prefix->length);
  }
  const std::string key = title_key(title);
  for (const KnownHeading& known : kKnownHeadings) {
    if (known.key == key) return &known;
  }
  return nullptr;
}

namespace {

// "3. Notes:" → "notes"; empty when it is no title.
std::string key_of_list(std::string_view line) {
  if (line.size() > kLongestKnown) return {};
  for (const std::string_view colon : {":", "\uFF1A"}) {
    if (line.ends_with(colon)) line.remove_suffix(colon.size());
  }
  const auto prefix = item_prefix(line);
  if (prefix && prefix->kind != ItemPrefix::Kind::Bullet &&
      prefix->kind != ItemPrefix::Kind::Bracketed) {
    line.remove_prefix(prefix->length);
  }
  return title_key(line);
}

}  // namespace

bool is_notes_title(std::string_view line) {
  return std::ranges::find(kNotesTitles, key_of_list(line)) != kNotesTitles.end();
}

bool is_books_title(std::string_view line) {
  return std::ranges::find(kBooksTitles, key_of_list(line)) != kBooksTitles.end();
}

namespace {

// "The Act of 2018 transposes the Regulation and gives the": a line that a page or a column cut. No
// title ends in such a word; in a preposition ("What the card is for") one may.
bool ends_amid_sentence(std::string_view title) {
  const std::size_t blank = title.find_last_of(" \t");
  if (blank == std::string_view::npos) return false;
  const std::string_view last = title.substr(blank + 1);
  for (const std::string_view word :
       {"the", "The",   "a",  "an", "An",  "of",  "and", "or", "than", "their",
        "its", "whose", "de", "du", "des", "le",  "les", "et", "ou",   "del",
        "el",  "los",   "y",  "da", "do",  "dos", "und", "der"}) {
    if (last == word) return true;
  }
  return false;
}

}  // namespace

LineSigns line_signs(std::string_view line, std::size_t prefix_length) {
  LineSigns signs;
  // No character has more than four bytes.
  signs.is_short = line.size() < 4 * kMostHeadingCharacters &&
                   text::count_code_points(line) < kMostHeadingCharacters;
  const std::string_view words = without_signs_behind_sentence(without_final_marks(line));
  signs.has_mark = words.size() < line.size() || (signs.is_short && has_mark_within(words));
  std::string_view end = words;
  Character last = last_character(end);
  while (last.length != 0 && is_closing(last.code)) {
    end.remove_suffix(last.length);
    if (last.code == 0xBB) end.remove_suffix(trailing_blanks(end));  // "« … »"
    last = last_character(end);
  }
  const char32_t c = last.code;
  signs.ends_sentence = last.length != 0 && is_sentence_end(c);
  const char32_t outer = last_character(words).code;
  // "Three bills were drafted –"
  signs.ends_colon = outer == ':' || outer == 0xFF1A || outer == 0x2013 || outer == 0x2014;
  signs.ends_semicolon = outer == ';' || outer == 0xFF1B || words.ends_with("; and") ||
                         words.ends_with("; or") || words.ends_with("; and/or");
  signs.ends_open = signs.ends_colon || signs.ends_semicolon || outer == ',' || outer == 0xFF0C ||
                    outer == 0x3001 || outer == 0x060C;
  const std::string_view title = line.substr(prefix_length);
  signs.begins_small = is_small_letter(first_character(title).code) && !begins_like_title(title);
  signs.is_caption = is_caption(line);
  signs.ends_amid_sentence = ends_amid_sentence(title);
  const bool question = c == '?' || c == 0x061F || c == 0xFF1F;
  signs.is_bare =
      signs.is_short && (!signs.ends_sentence || question) && !signs.ends_open && !signs.is_caption;
  signs.may_be_heading = signs.is_bare && !signs.has_mark && begins_like_title(title) &&
                         !is_date_like(title) && !tells_day(title) && !is_cell_value(title) &&
                         (!is_quotation(title) || is_in_title_case(title)) &&
                         !has_mark_or_money(title) && title.find("://") == std::string_view::npos &&
                         title.find('@') == std::string_view::npos &&
                         title.find('|') == std::string_view::npos && !signs.ends_amid_sentence;
  signs.has_sentence = signs.may_be_heading && has_sentence_within(title);
  signs.may_be_heading = signs.may_be_heading && !signs.has_sentence;
  return signs;
}

}  // namespace idsearch::indexer
