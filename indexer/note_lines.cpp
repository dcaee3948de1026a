// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/note_lines.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "indexer/characters.hpp"
#include "indexer/mark_brackets.hpp"
#include "indexer/marks.hpp"
#include "indexer/raised_digits.hpp"
#include "indexer/text_headings.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// Walks over one line.
class LineScanner {
 public:
  explicit LineScanner(std::string_view text) : rest_(text) {}

  std::string_view rest() const { return rest_; }
  bool at_end() const { return rest_.empty(); }

  /// True when there were any.
  bool blanks() {
    const std::size_t length = leading_blanks(rest_);
    rest_.remove_prefix(length);
    return length > 0;
  }

  void skip(std::size_t bytes) { rest_.remove_prefix(bytes); }

  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// The link back to the text: "^", or the arrows that other templates use.
  bool caret() {
    for (const std::string_view sign : {"^", "↑", "↩"}) {
      if (!rest_.starts_with(sign)) continue;
      rest_.remove_prefix(sign.size());
      return true;
    }
    return false;
  }

  std::optional<std::size_t> number() {
    std::size_t digits = 0;
    while (digits < rest_.size() && text::is_ascii_digit(rest_[digits])) ++digits;
    // Marks have at most three digits; four are a year.
    if (digits == 0 || digits > 3) return std::nullopt;
    std::size_t value = 0;
    std::from_chars(rest_.data(), rest_.data() + digits, value);
    rest_.remove_prefix(digits);
    return value;
  }

 private:
  std::string_view rest_;
};

std::optional<NoteLine> bracket_first(LineScanner line) {
  line.take('[');
  line.blanks();
  line.skip(word_for_note(line.rest(), 0));  // "[fn 3] text"
  const auto number = line.number();
  line.blanks();
  if (!number || !line.take(']')) return std::nullopt;
  line.take('.');
  line.blanks();
  NoteLine note;
  note.number = *number;
  note.bracket = true;
  note.certain = line.caret();
  line.blanks();
  note.text = line.rest();
  // "[3][4] …" is a line that begins with marks.
  if (note.text.starts_with('[') && note.text.size() > 1 && text::is_ascii_digit(note.text[1])) {
    return std::nullopt;
  }
  return note;
}

// "¹² text", "¹²text": nobody numbers the items of a list so.
std::optional<NoteLine> raised_first(std::string_view line) {
  std::size_t at = 0;
  const auto number = read_raised_number(line, at, kMostMarkDigits);
  if (!number) return std::nullopt;
  LineScanner rest(line.substr(at));
  rest.blanks();
  if (rest.at_end()) return std::nullopt;
  const bool certain = rest.caret();
  rest.blanks();
  return NoteLine{0, *number, certain, true, rest.rest()};
}

std::optional<NoteLine> caret_first(LineScanner line) {
  line.caret();
  line.blanks();
  const auto number = line.number();
  if (!number) return std::nullopt;
  line.take('.');
  if (!line.blanks() && !line.at_end()) return std::nullopt;
  return NoteLine{0, *number, true, false, line.rest()};
}

std::optional<NoteLine> number_first(LineScanner line) {
  const auto number = line.number();
  if (!number) return std::nullopt;
  // "12<tab>text" is how a list is pasted from a word processor.
  const bool dot = line.take('.') || line.rest().starts_with('\t');
  const bool blank = line.blanks();
  if (line.caret()) {
    line.blanks();
    return NoteLine{0, *number, true, false, line.rest()};
  }
  if (!dot || (!blank && !line.at_end())) return std::nullopt;
  return NoteLine{0, *number, false, false, line.rest()};
}

// A year of the last two centuries, four digits by themselves.
bool has_year(std::string_view text) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text::is_ascii_digit(text[i])) {
      ++digits;
      continue;
    }
    const std::string_view number = text.substr(i - digits, digits);
    if (digits == 4 && (number.starts_with("19") || number.starts_with("20"))) return true;
    digits = 0;
  }
  return false;
}

bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (static_cast<unsigned char>(c) & 0x80) != 0;
}

// "(Publisher 2012)", "(n 5)": a bracket that ends in a year, or names a note.
bool has_citing_bracket(std::string_view text) {
  for (std::size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
    const std::size_t close = text.find(')', at);
    if (close == std::string_view::npos) return false;
    const std::string_view inner = text.substr(at + 1, close - at - 1);
    if (inner.starts_with("n ") || inner.starts_with("n\u00A0")) return true;
    if (inner.size() >= 4 && has_year(inner.substr(inner.size() - 4))) return true;
  }
  return false;
}

}  // namespace

std::optional<NoteLine> note_line(std::span<const Line> lines, std::size_t index) {
  const std::string_view text = lines[index].text;
  const char first = text.front();
  std::optional<NoteLine> note;
  if (text::is_ascii_digit(first)) {
    note = number_first(LineScanner(text));
  } else if (first == '[') {
    note = bracket_first(LineScanner(text));
  } else if (LineScanner(text).caret()) {
    note = caret_first(LineScanner(text));
  } else if (is_raised_digit(first_character(text).code)) {
    note = raised_first(text);
  }
  if (!note) return std::nullopt;
  note->index = index;
  if (!note->certain && note->text.empty() && index + 1 < lines.size()) {
    LineScanner next(lines[index + 1].text);
    if (next.caret() && (next.blanks() || next.at_end()) &&
        !(!next.at_end() && text::is_ascii_digit(next.rest().front()))) {
      note->certain = true;
      note->text = next.rest();
      note->lines = 2;
    }
  }
  return note;
}

std::optional<NoteLine> round_note_line(std::span<const Line> lines, std::size_t index) {
  LineScanner line(lines[index].text);
  line.take('(');
  const auto number = line.number();
  if (!number || !line.take(')') || !line.blanks() || line.at_end()) return std::nullopt;
  return NoteLine{index, *number, false, false, line.rest()};
}

bool is_note_like(std::string_view text) {
  constexpr std::array<std::string_view, 9> kSigns{
      "http://", "https://", "www.", "accessed", "ibid", "Ibid", "(n", "‘", "“"};
  for (const std::string_view sign : kSigns) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  return has_year(text);
}

bool is_citation(std::string_view text) {
  if (starts_with_ignoring_case(text, "ibid")) return true;
  for (const std::string_view sign : {"<http", "<www.", "(n ", "(n\u00A0"}) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  const std::size_t accessed = text.find("accessed ");
  if (accessed != std::string_view::npos && accessed + 9 < text.size() &&
      text::is_ascii_digit(text[accessed + 9])) {
    return true;
  }
  if (text.starts_with("http") && text.find(' ') == std::string_view::npos) return true;
  const bool quoted = text.find_first_of("\"'") != std::string_view::npos ||
                      text.find("‘") != std::string_view::npos ||
                      text.find("“") != std::string_view::npos;
  return quoted && has_citing_bracket(text);
}

bool names_law_or_part(std::string_view text) {
  constexpr std::size_t kLongest = 120;
  if (text.size() > kLongest) return false;
  const std::string padded = " " + std::string(text) + " ";
  for (const std::string_view sign :
       {" Act", " Law ", " Code", " Constitution", " Decree", " Convention", " Regulation", " s ",
        " ss ", " s. ", " art ", " art. ", " Article ", " Section "}) {
    if (padded.find(sign) != std::string::npos) return true;
  }
  return false;
}

bool is_prose(std::string_view text) {
  constexpr std::array<std::string_view, 6> kSigns{"http://",  "https://", "www.",
                                                   "accessed", "ibid",     "Ibid"};
  for (const std::string_view sign : kSigns) {
    if (text.find(sign) != std::string_view::npos) return false;
  }
  if (has_citing_bracket(text)) return false;
  const bool quoted =
      text.find("‘") != std::string_view::npos || text.find("“") != std::string_view::npos;
  // A title in quotes with a bracket behind it may say anything.
  if (quoted && text.find('(') != std::string_view::npos) return false;
  constexpr std::array<std::string_view, 20> kVerbs{
      "shall",  "must", "may", "is",      "are",      "was",     "were",
      "has",    "have", "had", "will",    "would",    "can",     "cannot",
      "should", "does", "do",  "becomes", "receives", "requires"};
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_letter_byte(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    if (std::find(kVerbs.begin(), kVerbs.end(), word) != kVerbs.end()) return true;
    at = end + 1;
  }
  return false;
}

bool may_end_note(std::string_view line) {
  constexpr std::size_t kLongestIbid = 40;  // "ibid paras 12–14, 16"; bytes
  // Also behind the number: "16. ibid 2".
  const std::size_t ibid = std::min(line.find("ibid"), line.find("Ibid"));
  if (ibid <= kLongestIbid / 4 && line.size() <= ibid + kLongestIbid) return true;
  return line.empty() || line_signs(line).ends_sentence || line.ends_with('>') ||
         line.ends_with(')');
}

std::vector<bool> given_again(std::span<const Line> lines, std::span<const NoteLine> candidates) {
  std::vector<bool> again(candidates.size());
  std::vector<bool> certain(1000), where_notes_begin(1000);  // numbers have three digits at most
  for (std::size_t i = candidates.size(); i-- > 0;) {
    const NoteLine& note = candidates[i];
    const bool begins_block = lines[note.index].begins_block;
    const bool in_sentence =
        !begins_block && note.index > 0 && !may_end_note(lines[note.index - 1].text);
    if (note.certain) {
      certain[note.number] = true;
    } else {
      // "… quotes paragraph\n[3] of the letter", and a note 3 below.
      again[i] = certain[note.number] || (in_sentence && where_notes_begin[note.number]);
    }
    if (!in_sentence) where_notes_begin[note.number] = true;
  }
  return again;
}

std::vector<bool> bracketed_numbers(std::span<const Line> lines) {
  std::vector<bool> numbers(1000);
  const auto remember = [&](std::string_view label, MarkPlace place) {
    std::size_t number = 0;
    std::from_chars(label.data(), label.data() + label.size(), number);
    const bool counts = place == MarkPlace::Firm || place == MarkPlace::Named;
    if (counts && number < numbers.size()) numbers[number] = true;
    return true;
  };
  for (const Line& line : lines) {
    if (line.text.find('[') != std::string_view::npos) take_marks(line.text, remember);
  }
  return numbers;
}

}  // namespace idsearch::indexer
