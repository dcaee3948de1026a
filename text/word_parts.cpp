// SPDX-License-Identifier: GPL-2.0-or-later
// Of which parts does a written word consist, and what holds them together?
#include "text/word_parts.hpp"

#include "text/fold.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

enum class Joint : std::uint8_t { None, Dot, LowLine, Cut };

// What may split a word that the breaker left whole.
Joint mark_of(char32_t c) {
  switch (c) {
    case U'.':
    case 0x2024:  // one dot leader
    case 0xFE52:  // small full stop
    case 0xFF0E:  // full-width full stop
      return Joint::Dot;
    case U'_':
    case 0x203F:  // undertie
    case 0x2040:  // character tie
    case 0x2054:  // inverted undertie
    case 0xFE33:
    case 0xFE34:
    case 0xFE4D:
    case 0xFE4E:
    case 0xFE4F:
    case 0xFF3F:  // full-width and other low lines
      return Joint::LowLine;
    case U'@':
    case U';':
    case 0x037E:  // Greek question mark
    case 0x061B:  // Arabic semicolon
    case 0x202F:  // narrow no-break space
    case 0x2044:  // fraction slash
    case 0xFE54:
    case 0xFF1B:  // other semicolons
      return Joint::Cut;
    default:
      return Joint::None;
  }
}

bool is_hyphen(char32_t c) {
  return c == U'-' || c == 0x2010 || c == 0x2011 || c == 0xFE63 || c == 0xFF0D;
}

// Invisible characters that a text may carry anywhere: soft hyphen, ZWSP, ZWNJ, ZWJ, word joiner.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

// Thai, the first script of characters that are words by themselves.
constexpr char32_t kFirstByItself = 0x0E00;

// Puts the next consonant below: Khmer coeng, Burmese virama.
bool is_stacker(char32_t c) { return c == 0x17D2 || c == 0x1039; }

// The vowel am of Thai and Lao in the two characters that folding makes of it.
bool is_decomposed_am(char32_t first, char32_t second) {
  return (first == 0x0E4D && second == 0x0E32) || (first == 0x0ECD && second == 0x0EB2);
}

bool is_single_quote(char32_t c) { return c == U'\'' || unify_quote(c) == U'\''; }

// "8.5" keeps its full stop: between digits it is no boundary of parts.
bool digit_follows(std::string_view utf8, std::size_t at, std::size_t end) {
  while (at < end) {
    const Decoded c = decode(utf8, at);
    if (!is_invisible(c.code_point)) return is_digit(c.code_point);
    at += c.length;
  }
  return false;
}

bool has_content(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const Decoded c = decode(utf8, i);
    if (c.code_point < 0x80) {
      const char ch = static_cast<char>(c.code_point);
      if (is_ascii_letter(ch) || is_ascii_digit(ch)) return true;
    } else if (is_word_character(c.code_point)) {
      return true;
    }
    i += c.length;
  }
  return false;
}

// What may stand at either end of a part but is none of the word: quotes (ICU takes some for
// letters), and what joined it to something that is no part.
bool is_inner_only(char32_t c) {
  if (c < 0x80)
    return !is_ascii_letter(static_cast<char>(c)) && !is_ascii_digit(static_cast<char>(c));
  return is_single_quote(c) || (!is_word_character(c) && !is_mark_or_format(c));
}

Span core_of(std::string_view utf8, Span part) {
  while (part.start < part.end) {
    const Decoded c = decode(utf8, part.start);
    // A mark at the front belonged to a low line or '@' before the part.
    if (!is_inner_only(c.code_point) && !is_mark_or_format(c.code_point)) break;
    part.start += c.length;
  }
  // Marks go with what they stand on: with the word, or with what is cut off.
  for (std::size_t end = part.end; part.start < end;) {
    end = char_floor(utf8, end - 1);
    const char32_t c = decode(utf8, end).code_point;
    if (is_inner_only(c)) {
      part.end = end;
    } else if (!is_mark_or_format(c)) {
      break;
    }
  }
  return part;
}

class Splitter {
 public:
  Splitter(std::string_view utf8, std::vector<Part>& out) : utf8_(utf8), out_(out) {}

  void split(Span word) {
    std::size_t start = word.start;
    bool at_word_start = true;
    for (std::size_t i = word.start; i < word.end;) {
      const Decoded c = decode(utf8_, i);
      Joint mark = mark_of(c.code_point);
      if (mark == Joint::Dot && digit_follows(utf8_, i + c.length, word.end)) mark = Joint::None;
      if (mark == Joint::None) {
        i += c.length;
        continue;
      }
      add({start, i}, at_word_start ? hyphen_ : pending_);
      at_word_start = false;
      i += c.length;
      // Runs of low lines count as one; every other mark stands alone between two parts.
      pending_ = mark == Joint::Dot       ? Link::Dot
                 : mark == Joint::LowLine ? Link::LowLine
                                          : Link::None;
      start = i;
    }
    if (start < word.end) add({start, word.end}, at_word_start ? hyphen_ : pending_);
    pending_ = Link::None;
  }

  // To be called between two words: looks at what stands between them.
  void connect(std::size_t left_end, std::size_t right_start) {
    hyphen_ = Link::None;
    int hyphens = 0;
    for (std::size_t i = left_end; i < right_start;) {
      const Decoded c = decode(utf8_, i);
      if (is_hyphen(c.code_point)) {
        ++hyphens;
      } else if (!is_invisible(c.code_point)) {
        return;
      }
      i += c.length;
    }
    if (hyphens == 1) hyphen_ = Link::Hyphen;
  }

 private:
  void add(Span span, Link link) {
    const Span part = core_of(utf8_, span);
    if (!has_content(utf8_.substr(part.start, part.end - part.start))) return;
    if (is_possessive_of_number(part)) return;
    // A link needs a part on its left that was not cut off by something without content.
    if (link != Link::None && !out_.empty() && reaches(out_.back().end, part.start, link)) {
      out_.back().next = link;
    }
    push_characters(part);
  }

  // Where the part splits depends on the characters at that place only, never on the word.
  void push_characters(Span part) {
    std::size_t start = part.start;
    bool own = false, follows = false;  // the open part; what stands before it
    char32_t before = 0;
    const auto push = [&](std::size_t end) {
      // Between Hangul and Latin letters a quote may stand that ICU took for a letter.
      const Span piece = own ? Span{start, end} : core_of(utf8_, {start, end});
      start = end;
      if (!has_content(utf8_.substr(piece.start, piece.end - piece.start))) return;
      out_.push_back({piece.start, piece.end, Link::None, own && follows});
      follows = own;
    };
    for (std::size_t i = part.start; i < part.end;) {
      const Decoded c = decode(utf8_, i);
      const std::size_t next = i + c.length;
      if (c.code_point >= kFirstByItself) {
        const bool opens_am =
            next < part.end && is_decomposed_am(c.code_point, decode(utf8_, next).code_point);
        const bool goes_on =
            !opens_am && (continues_character(c.code_point) || is_stacker(before) ||
                          is_decomposed_am(before, c.code_point));
        if (!goes_on) {
          const bool by_itself = opens_am || is_word_by_itself(c.code_point);
          if (by_itself || own) push(i);
          own = by_itself;
        }
      } else if (own && !continues_character(c.code_point)) {
        push(i);
        own = false;
      }
      before = c.code_point;
      i = next;
    }
    push(part.end);
  }

  // "1990's": the breaker ends a number at the quote, so its possessive comes as a word.
  bool is_possessive_of_number(Span part) const {
    if (out_.empty() || part.end != part.start + 1) return false;
    if (utf8_[part.start] != 's' && utf8_[part.start] != 'S') return false;
    const std::size_t number_end = out_.back().end;
    if (number_end >= part.start) return false;
    const Decoded quote = decode(utf8_, number_end);
    return number_end + quote.length == part.start && is_single_quote(quote.code_point) &&
           is_digit(decode(utf8_, char_floor(utf8_, number_end - 1)).code_point);
  }

  // True when nothing but the link itself stands between two parts.
  bool reaches(std::size_t left_end, std::size_t right_start, Link link) const {
    for (std::size_t i = left_end; i < right_start;) {
      const Decoded c = decode(utf8_, i);
      const Joint mark = mark_of(c.code_point);
      const bool fits =
          is_invisible(c.code_point) || (link == Link::Hyphen    ? is_hyphen(c.code_point)
                                         : link == Link::LowLine ? mark == Joint::LowLine
                                                                 : mark == Joint::Dot);
      if (!fits) return false;
      i += c.length;
    }
    return true;
  }

  std::string_view utf8_;
  std::vector<Part>& out_;
  Link hyphen_ = Link::None;   // between the last word and the next
  Link pending_ = Link::None;  // between the last part and the next of the same word
};

}  // namespace

void append_parts(std::string_view utf8, std::span<const Span> words, std::vector<Part>& out) {
  Splitter splitter(utf8, out);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) splitter.connect(words[i - 1].end, words[i].start);
    splitter.split(words[i]);
  }
}

}  // namespace idsearch::text
