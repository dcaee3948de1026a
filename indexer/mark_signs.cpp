// SPDX-License-Identifier: GPL-2.0-or-later
// Signs in one text: how each stands among the words.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "indexer/among.hpp"
#include "indexer/characters.hpp"
#include "indexer/mark_brackets.hpp"
#include "indexer/mark_styles.hpp"
#include "indexer/raised_digits.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// The word that `before` ends with, blanks behind it passed over, in small ASCII letters.
std::string last_word(std::string_view before) {
  before.remove_suffix(trailing_blanks(before));
  if (before.ends_with('.')) before.remove_suffix(1);  // "s. (2)"
  std::size_t begin = before.size();
  while (begin > 0) {
    const Character c = last_character(before.substr(0, begin));
    if (!is_letter(c.code)) break;
    begin -= c.length;
  }
  std::string word(before.substr(begin));
  for (char& c : word) c = text::ascii_lower(c);
  return word;
}

bool is_unit(std::string_view word) {
  constexpr auto kUnits = std::to_array<std::string_view>(
      {"m", "km", "cm", "mm", "dm", "hm", "nm", "mi", "ft", "yd", "in", "м", "км", "см", "мм"});
  return is_among(kUnits, word);
}

// Words that a number in round brackets belongs to.
bool counts_parts(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"s",          "ss",          "sec",        "sect",         "section",     "sections",
       "subsection", "art",         "arts",       "article",      "articles",    "para",
       "paras",      "paragraph",   "paragraphs", "subparagraph", "cl",          "clause",
       "clauses",    "subclause",   "rule",       "rules",        "r",           "reg",
       "regulation", "regulations", "order",      "item",         "items",       "point",
       "points",     "step",        "steps",      "stage",        "phase",       "option",
       "number",     "no",          "nos",        "note",         "n",           "chapter",
       "part",       "schedule",    "form",       "type",         "annex",       "appendix",
       "table",      "figure",      "box",        "level",        "category",    "categories",
       "class",      "group",       "condition",  "conditions",   "requirement", "requirements",
       "criterion",  "criteria"});
  return is_among(kWords, word);
}

bool is_range_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2014) || c == 0x207B; }

// "¹", "²,³", "¹–³", "¹ ²": raised numbers with what parts them.
std::optional<MarkSign> raised_group(std::string_view text, std::size_t at) {
  MarkSign sign;
  sign.begin = sign.end = at;
  bool range = false;
  while (true) {
    const auto number = read_raised_number(text, at, kMostMarkDigits);
    if (!number) break;
    if (!range) {
      sign.numbers.push_back(*number);
    } else if (!add_range(sign.numbers, *number)) {
      break;
    }
    sign.end = at;
    pass_blanks(text, at);
    const Character c = character_at(text, at);
    range = is_range_dash(c.code);
    if (range || c.code == ',' || c.code == ';') at += c.length;
    pass_blanks(text, at);
  }
  if (sign.numbers.empty()) return std::nullopt;
  return sign;
}

// "(4)", "(3, 4)", "(3–5)": read as the same in square brackets.
std::optional<MarkSign> round_group(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestGroup = 40;  // a dozen numbers; bytes
  const std::size_t length = text.substr(at, kLongestGroup + 1).find(')');
  if (length == std::string_view::npos) return std::nullopt;
  const std::size_t close = at + length;
  std::string square(text.substr(at, close + 1 - at));
  square.front() = '[';
  square.back() = ']';
  auto bracket = read_mark_bracket(square, 0);
  if (!bracket || bracket->named || bracket->end != square.size()) return std::nullopt;
  return MarkSign{at, close + 1, std::move(bracket->numbers), false};
}

// The end of `before` without blanks and one comma.
std::size_t end_before_gap(std::string_view before) {
  before.remove_suffix(trailing_blanks(before));
  if (before.ends_with(',')) before.remove_suffix(1);
  return before.size() - trailing_blanks(before);
}

enum class Standing { None, Doubtful, Sure };

Standing raised_standing(std::string_view before, const MarkSign& sign) {
  if (before.size() == trailing_blanks(before)) return Standing::None;
  const char32_t left = last_character(before).code;
  if (is_opening(left)) return Standing::None;
  if (left < 0x80 && text::is_ascii_digit(static_cast<char>(left))) return Standing::Doubtful;
  if (!is_letter(left)) return Standing::Sure;
  const bool power = sign.numbers.size() == 1 && (sign.numbers[0] == 2 || sign.numbers[0] == 3);
  const std::string word = last_word(before);
  if (power && is_unit(word)) return Standing::None;
  return word.size() == 1 ? Standing::Doubtful : Standing::Sure;  // "R²"
}

bool is_sentence_punctuation(char32_t c) {
  return is_sentence_end(c) || c == ',' || c == ';' || c == ':' || c == 0x3001 || c == 0xFF0C;
}

Standing round_standing(std::string_view before, std::string_view after) {
  const std::size_t blanks = trailing_blanks(before);
  if (before.size() == blanks || counts_parts(last_word(before))) return Standing::None;
  const char32_t left = last_character(before.substr(0, before.size() - blanks)).code;
  const Character right = first_character(after);
  const bool ends = right.length == 0 || is_sentence_punctuation(right.code);
  // "5(1)", "articles 5 (2)"
  if (left < 0x80 && text::is_ascii_digit(static_cast<char>(left))) return Standing::None;
  const bool word = is_letter(left) || is_closing(left) || left == '%';
  if (blanks == 0) {
    if (!word && !is_sentence_punctuation(left)) return Standing::None;
    return ends || is_gap(right.code) || right.code == '(' ? Standing::Sure : Standing::Doubtful;
  }
  // "needs: (1) a card, (2) a fee"
  if (!word && !is_sentence_end(left)) return Standing::None;
  return ends ? Standing::Sure : Standing::Doubtful;
}

}  // namespace

std::vector<MarkSign> mark_signs(std::string_view text, MarkStyle style) {
  std::vector<MarkSign> signs;
  if (style == MarkStyle::Square) return signs;
  const bool raised = style == MarkStyle::Raised;
  // First bytes of raised digits. A search for one byte is many times faster than one for any of
  // two; each is searched for once.
  const char first_bytes[] = {raised ? '\xC2' : '(', raised ? '\xE2' : '('};
  std::size_t next[] = {0, 0};
  bool begun = false;
  const auto next_sign = [&](std::size_t from) {
    for (std::size_t k = 0; k < 2; ++k)
      if (!begun || (next[k] < from && next[k] != text.npos))
        next[k] = text.find(first_bytes[k], from);
    begun = true;
    return std::min(next[0], next[1]);
  };
  for (std::size_t at = next_sign(0); at != std::string_view::npos; at = next_sign(at)) {
    auto sign = raised ? raised_group(text, at) : round_group(text, at);
    if (!sign) {
      // Four digits or more are no number of a note, nor are the last three of them.
      const bool number = is_raised_digit(character_at(text, at).code);
      do {
        at += std::max<std::size_t>(character_at(text, at).length, 1);
      } while (number && is_raised_digit(character_at(text, at).code));
      continue;
    }
    const std::string_view before = text.substr(0, at);
    // Behind another sign a sign stands as that one does: "(3)(4)", "(3), (4)".
    const bool follows = !signs.empty() && signs.back().end == end_before_gap(before);
    const Standing standing = follows  ? (signs.back().sure ? Standing::Sure : Standing::Doubtful)
                              : raised ? raised_standing(before, *sign)
                                       : round_standing(before, text.substr(sign->end));
    at = sign->end;
    if (standing == Standing::None) continue;
    sign->sure = standing == Standing::Sure;
    signs.push_back(std::move(*sign));
  }
  return signs;
}

}  // namespace idsearch::indexer
