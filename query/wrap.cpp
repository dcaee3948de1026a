// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/wrap.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

/// One character of valid UTF-8; a stray byte counts as a character of its own.
struct Character {
  char32_t code = 0;
  std::size_t length = 1;
};

Character character_at(std::string_view utf8, std::size_t at) {
  const auto lead = static_cast<unsigned char>(utf8[at]);
  const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (length == 1 || at + length > utf8.size()) return {lead, 1};
  char32_t code = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    code = (code << 6) | (static_cast<unsigned char>(utf8[at + i]) & 0x3Fu);
  }
  return {code, length};
}

bool in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_ascii_word(char32_t c) { return in(c, '0', '9') || in(c, 'a', 'z') || in(c, 'A', 'Z'); }

/// Blanks at which a line may end; NBSP, U+2007 and U+202F glue.
bool is_break_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == 0x1680 || in(c, 0x2000, 0x2006) || in(c, 0x2008, 0x200B) ||
         c == 0x205F || c == 0x3000;
}

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

// Characters of CJK that must not begin or end a line (JIS X 4051, the part everybody agrees on).
constexpr std::u32string_view kNotAtStart =
    U"、。，．・：；？！）」』】〉》〕］｝〗〙〟ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュ"
    U"ョヮヵヶ％‰℃…‥～";
constexpr std::u32string_view kNotAtEnd = U"（「『【〈《〔［｛〖〘〝";

/// Han, kana and their full-width company; Hangul is written with blanks.
bool is_cjk(char32_t c) {
  return in(c, 0x2E80, 0x31FF) || in(c, 0x3400, 0x4DBF) || in(c, 0x4E00, 0x9FFF) ||
         in(c, 0xF900, 0xFAFF) || in(c, 0xFF01, 0xFF60) || in(c, 0x20000, 0x3FFFF);
}

bool may_break_cjk(char32_t before, char32_t after) {
  if (!is_cjk(before) && !is_cjk(after)) return false;
  if (is_one_of(after, kNotAtStart) || is_one_of(before, kNotAtEnd)) return false;
  const auto is_word = [](char32_t c) { return is_cjk(c) || is_ascii_word(c); };
  // Behind a footnote mark or other closing punctuation of ASCII a word may begin.
  return (is_word(before) || is_one_of(before, U")]}.,;:!?%")) && is_word(after);
}

/// Between syllables of scripts without blanks: before a letter that can begin one. Vowels that
/// follow, stacked consonants and what stands behind a leading vowel do not.
bool may_break_syllable(char32_t before, char32_t after, char32_t second_after) {
  if (in(before, 0xAC00, 0xD7A3) && in(after, 0xAC00, 0xD7A3)) return true;  // Hangul
  if (in(before, 0x0E00, 0x0E7F) && in(after, 0x0E00, 0x0E7F)) {             // Thai
    return (in(after, 0x0E01, 0x0E2E) || in(after, 0x0E40, 0x0E44)) && !in(before, 0x0E40, 0x0E44);
  }
  if (in(before, 0x0E80, 0x0EFF) && in(after, 0x0E80, 0x0EFF)) {  // Lao
    return (in(after, 0x0E81, 0x0EAE) || in(after, 0x0EC0, 0x0EC4)) && !in(before, 0x0EC0, 0x0EC4);
  }
  if (in(before, 0x1780, 0x17FF) && in(after, 0x1780, 0x17B3)) return before != 0x17D2;  // Khmer
  if (in(before, 0x1000, 0x109F) && in(after, 0x1000, 0x102A)) {                         // Burmese
    // A consonant with asat or virama behind it closes the syllable before it.
    return before != 0x1039 && second_after != 0x103A && second_after != 0x1039;
  }
  return false;
}

std::size_t columns_of(std::string_view utf8) {
  std::size_t columns = 0, from = 0;
  while (from < utf8.size() && utf8[from] >= 0x20 && utf8[from] < 0x7F) ++from, ++columns;
  return from == utf8.size() ? columns : columns + text::display_width(utf8.substr(from));
}

/// A place where a line may end.
struct Opportunity {
  std::size_t end = 0, next = 0;  ///< end of the line's text; start of the next line
  std::size_t columns = 0;        ///< of the line up to `end`
  bool set = false;
};

class Wrapper {
 public:
  Wrapper(std::string_view utf8, std::size_t first_width, std::size_t width)
      : text_(utf8), width_(first_width), next_width_(width) {}

  std::vector<LineRange> run() {
    char32_t before = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const Character c = character_at(text_, at);
      if (c.code == '\n') {
        end_line(at, at + 1);
        before = 0;
      } else if (is_break_blank(c.code)) {
        // A run of blanks is one opportunity that begins at its first.
        if (blank_.set && blank_.next == at) {
          blank_.next = at + c.length;
        } else {
          blank_ = {at, at + c.length, columns_, true};
        }
        columns_ += columns_of(text_.substr(at, c.length));
        before = 0;
      } else {
        place(at, c, before);
        before = c.code;
      }
      at += c.length;
    }
    lines_.push_back({start_, text_.size()});
    return std::move(lines_);
  }

 private:
  void place(std::size_t at, const Character& c, char32_t before) {
    const std::size_t wide = columns_of(text_.substr(at, c.length));
    if (wide > 0 && before != 0) {
      const std::size_t behind = at + c.length;
      const char32_t second = behind < text_.size() ? character_at(text_, behind).code : 0;
      if (may_break_cjk(before, c.code)) {
        blank_ = {at, at, columns_, true};
      } else if (may_break_syllable(before, c.code, second)) {
        syllable_ = {at, at, columns_, true};
      }
    }
    while (columns_ + wide > width_) {
      const bool early = !blank_.set || blank_.columns < width_ / 2;
      const Opportunity chosen = early && syllable_.set ? syllable_ : blank_;
      if (!chosen.set || chosen.end == start_) break;
      end_line(chosen.end, chosen.next);
      columns_ = columns_of(text_.substr(start_, at - start_));
    }
    columns_ += wide;
  }

  void end_line(std::size_t end, std::size_t next) {
    lines_.push_back({start_, end});
    start_ = next;
    columns_ = 0;
    width_ = next_width_;
    // An opportunity that lies on the new line is still one.
    for (Opportunity* o : {&blank_, &syllable_}) {
      if (o->set && o->end > start_) {
        o->columns = columns_of(text_.substr(start_, o->end - start_));
      } else {
        o->set = false;
      }
    }
  }

  std::string_view text_;
  std::size_t width_, next_width_;
  std::vector<LineRange> lines_;
  std::size_t start_ = 0, columns_ = 0;
  Opportunity blank_, syllable_;
};

}  // namespace

std::vector<LineRange> wrap_lines(std::string_view utf8, std::size_t first_width,
                                  std::size_t width) {
  if (first_width == 0 && width == 0) {  // into a pipe: only newlines count
    std::vector<LineRange> lines;
    std::size_t start = 0;
    for (std::size_t end; (end = utf8.find('\n', start)) != utf8.npos; start = end + 1)
      lines.push_back({start, end});
    lines.push_back({start, utf8.size()});
    return lines;
  }
  constexpr std::size_t kEndless = static_cast<std::size_t>(-1) / 2;
  return Wrapper(utf8, first_width == 0 ? kEndless : first_width, width == 0 ? kEndless : width)
      .run();
}

}  // namespace idsearch::query
