// SPDX-License-Identifier: GPL-2.0-or-later
// A place is a list of items: numbers, numbers behind a word ("para 4"), words that need no number
// ("preamble"). One walk from left to right that never goes back.
#include "indexer/citation_locators.hpp"

#include "indexer/citation_locator_values.hpp"
#include "indexer/citation_locator_words.hpp"
#include "indexer/citation_text.hpp"

namespace idsearch::indexer {
namespace {

class LocatorReader {
 public:
  explicit LocatorReader(std::string_view text) : text_(text) {}

  std::size_t read() {
    if (!item(true)) return 0;
    std::size_t end = at_;
    while (more()) end = at_;
    return end;
  }

 private:
  // Moves `at_` behind an item. `first`: also what is one only by itself, "ibid x".
  bool item(bool first) {
    if (at_ >= text_.size()) return false;
    if (sign() || keyword() || number() || ordinal() || under_heading()) return true;
    if (const std::size_t length = paragraph(text_, at_)) {
      at_ += length;
      divisions();
      return true;
    }
    const std::size_t bare = lone_place(text_, at_);
    if (bare != 0) {
      at_ += bare;
      return true;
    }
    const std::size_t letters = roman(text_, at_);
    if (letters != 0 && (letters > 1 || first) &&
        ((letters > 1 && is_lower(text_[at_])) || ends_place(text_, at_ + letters))) {
      at_ += letters;
      return true;
    }
    // "ibid A4": a page of a newspaper
    if (first && is_upper(text_[at_]) && at_ + 1 < text_.size() && is_digit(text_[at_ + 1])) {
      std::size_t end = at_ + 1;
      while (end < text_.size() && is_digit(text_[end])) ++end;
      if (end - at_ <= 3 && ends_place(text_, end)) {
        at_ = end;
        return true;
      }
    }
    if (const std::size_t length = division(text_, at_)) {
      if (first && !ends_place(text_, at_ + length) && division(text_, at_ + length) == 0) {
        return false;  // "(1) Doe" counts sources
      }
      at_ += length;
      divisions();
      return true;
    }
    return false;
  }

  // "§ 5", "¶¶ 3-4", "№ 2".
  bool sign() {
    std::size_t end = at_;
    for (CodePoint c = code_point_at(text_, end);
         c.value == 0xA7 || c.value == 0xB6 || c.value == 0x2116; c = code_point_at(text_, end)) {
      end += c.length;
    }
    if (end == at_) return false;
    const std::size_t start = at_;
    at_ = skip_blanks(text_, end);
    if (!value()) {
      at_ = start;
      return false;
    }
    return true;
  }

  // "para 4", "pt II", "Part One", "annex A", "art. 5", "artículo 5", "第5条".
  bool keyword() {
    const std::size_t start = at_;
    const std::size_t length = place_word(text_, at_);
    if (const std::size_t glued = length == 0 ? glued_place_word(text_, at_) : 0) {
      at_ += glued;
      if (number()) return true;
      at_ = start;
    }
    if (length == 0) return foreign();
    at_ += length;
    if (at_ < text_.size() && text_[at_] == '.') ++at_;
    const std::size_t glued = at_;
    at_ = skip_blanks(text_, at_);
    if (value()) {
      // "vol II 34"
      const std::size_t page = skip_blanks(text_, at_);
      if (names_volume(text_, start) && page > at_ && is_any_digit(text_, page)) {
        at_ = page;
        number();
      }
      return true;
    }
    // "Annex", "Schedule" may be the only ones of their kind.
    if (may_lack_number(text_, start) && ends_place(text_, start + length)) {
      at_ = start + length;
      return true;
    }
    at_ = glued;
    if (quoted()) return true;
    at_ = start;
    return false;
  }

  // "section ‘Registration’", "part headed “Fees”".
  bool quoted() {
    std::size_t open = skip_blanks(text_, at_);
    open += match_any(text_, open, {"titled", "entitled", "headed", "called"});
    open = skip_blanks(text_, open);
    const CodePoint c = code_point_at(text_, open);
    const std::string_view close = c.value == 0x2018 ? "’" : c.value == 0x201C ? "”" : "";
    if (close.empty()) return false;
    constexpr std::size_t kLongestHeading = 200;  // bytes
    const std::size_t end = text_.substr(0, open + kLongestHeading).find(close, open);
    if (end == kEnd) return false;
    at_ = end + close.size();
    return true;
  }

  // "under ‘Fees’"
  bool under_heading() {
    const std::size_t length = match_any(text_, at_, {"under", "heading", "sv"});
    if (length == 0) return false;
    const std::size_t start = at_;
    at_ += length;
    if (quoted()) return true;
    at_ = start;
    return false;
  }

  // One word that is not English, and a number: see is_foreign_place_word.
  bool foreign() {
    std::size_t end = foreign_place_word(text_, at_);
    if (end == 0) return false;
    end += at_;
    if (end < text_.size() && text_[end] == '.') ++end;
    const std::size_t start = at_;
    at_ = skip_blanks(text_, end);
    const bool digits = is_any_digit(text_, at_) || division(text_, at_) != 0;
    if (digits && value()) return true;
    at_ = start;
    if (!may_have_letter(text_, start)) return false;
    at_ = skip_blanks(text_, end);
    if (value()) return true;
    at_ = start;
    return false;
  }

  // Behind a word or sign: "4", "II", "A", "(a)", "[3]", "One".
  bool value() {
    if (number()) return true;
    if (at_ >= text_.size()) return false;
    std::size_t length = division(text_, at_);
    if (length == 0) length = paragraph(text_, at_);
    if (length == 0) length = roman(text_, at_);
    if (length == 0) length = number_word(text_, at_);
    if (length == 0 && (is_upper(text_[at_]) || is_lower(text_[at_])) &&
        ends_word(text_, at_ + 1)) {
      // "sch A", "lit b"; but "section a of" is no section.
      const bool letter = is_upper(text_[at_]) || ends_place(text_, at_ + 1);
      length = letter ? 1 : 0;
    }
    // "annex A1", "figure B.2"
    if (length == 0 && is_upper(text_[at_])) {
      std::size_t end = at_ + 1;
      if (end < text_.size() && one_of(text_[end], ".-/")) end = skip_blanks(text_, end + 1);
      if (is_any_digit(text_, end)) {
        at_ = end;
        return number();
      }
    }
    if (length == 0) return false;
    at_ += length;
    // "III.B.2"
    while (at_ + 1 < text_.size() && text_[at_] == '.') {
      std::size_t inner = roman(text_, at_ + 1);
      if (inner == 0 && is_upper(text_[at_ + 1]) && ends_word(text_, at_ + 2)) inner = 1;
      if (inner == 0 && is_digit(text_[at_ + 1])) {
        while (at_ + 1 + inner < text_.size() && is_digit(text_[at_ + 1 + inner])) ++inner;
      }
      if (inner == 0) break;
      at_ += 1 + inner;
    }
    divisions();
    return true;
  }

  // "12", "12A", "4.2", "3(2)(a)", "12:30", "2bis", "3 bis", "๕"; "3 February 1977".
  bool number() {
    if (!is_any_digit(text_, at_)) return false;
    const std::size_t end = end_of_number();
    if (counts_or_dates(text_, at_, end)) return false;
    at_ = end + month_and_year(text_, end);
    divisions();
    return true;
  }

  std::size_t end_of_number() const {
    constexpr std::size_t kMostLetters =
        8;  // behind the digits: "12quinquies" has nine and is rare
    std::size_t end = at_;
    std::size_t letters = 0, others = 0;  // since the last digit; those that are not Latin
    while (end < text_.size()) {
      const CodePoint c = code_point_at(text_, end);
      if (is_any_digit(text_, end)) {
        letters = others = 0;
      } else if (is_word_character(c.value)) {
        // "5条第2款", but "5条" of "5条规定".
        others += c.value >= 0x250 ? 1 : 0;
        const bool digit_next = is_any_digit(text_, end + c.length);
        if (++letters > kMostLetters || (others > 1 && !digit_next)) break;
      } else if ((!one_of(text_[end], ".:/'\"") && c.value != 0x2019) ||
                 !is_any_digit(text_, end + c.length)) {
        break;
      }
      end += c.length;
    }
    return end;
  }

  // What belongs to the number before it: "(2)(a)", " (a)", "[3]", " bis", "ff", " et seq".
  void divisions() {
    while (true) {
      std::size_t next = at_;
      std::size_t length = division(text_, next);
      if (length == 0) length = paragraph(text_, next);
      if (length == 0) {
        next = skip_blanks(text_, at_);
        length = next == at_ ? 0 : division(text_, next);
        if (length == 0) length = next == at_ ? 0 : behind_number(text_, next);
        // The full stop of "ff." and "et seq." goes on with the list, and at the end with the note.
        const std::size_t stop = next + length;
        if (length != 0 && stop < text_.size() && text_[stop] == '.' &&
            skip_blanks(text_, stop + 1) < text_.size() &&
            one_of(text_[skip_blanks(text_, stop + 1)], ",;")) {
          ++length;
        }
      }
      if (length == 0) return;
      at_ = next + length;
    }
  }

  // "third paragraph", "2nd para", "last page".
  bool ordinal() {
    const std::size_t length = ordinal_word(text_, at_);
    if (length == 0) return false;
    const std::size_t noun = skip_blanks(text_, at_ + length);
    std::size_t end = place_word(text_, noun);
    if (noun == at_ + length || end == 0) return false;
    end += noun;
    at_ = end;
    return true;
  }

  // Goes on to the next item of the list, range or place within the place; else `at_` stays.
  bool more() {
    const std::size_t start = at_;
    const std::size_t next = skip_blanks(text_, at_);
    const CodePoint c = code_point_at(text_, next);
    if (c.length == 0) return false;
    if (is_dash(c.value)) {
      at_ = skip_blanks(text_, next + c.length);
      const bool spaced = next > start && at_ > next + c.length;
      if (spaced ? item(false) : item(false) || value()) return true;
    } else if (const std::size_t length = list_word(text_, next)) {
      at_ = skip_blanks(text_, next + length);
      // ", and", ", especially at", ", and again at"
      for (int i = 0; i < 3; ++i) at_ = skip_blanks(text_, at_ + list_word(text_, at_));
      if (item(false) || letter_of_list()) return true;
    } else if (next > start) {
      at_ = next;
      if (paragraph(text_, at_) != 0 || !is_any_digit(text_, at_)) {
        if (within() || sign() || keyword() || bracketed()) return true;
      }
    }
    at_ = start;
    return false;
  }

  // "pts A and B", "lit a, b": a letter by itself, as the list goes on.
  bool letter_of_list() {
    const bool letter = at_ < text_.size() && (is_upper(text_[at_]) || is_lower(text_[at_]));
    if (!letter || !ends_place(text_, at_ + 1)) return false;
    ++at_;
    divisions();
    return true;
  }

  bool bracketed() {
    const std::size_t length = paragraph(text_, at_);
    at_ += length;
    return length != 0;
  }

  // "of the Annex", "in fn 4", "to sch 2".
  bool within() {
    std::size_t length = match_any(text_, at_, {"of the", "in the", "to the", "of", "in", "to"});
    if (length == 0) return false;
    const std::size_t start = at_;
    at_ = skip_blanks(text_, at_ + length);
    if (keyword()) return true;
    if (const std::size_t whole = lone_place(text_, at_)) {
      at_ += whole;
      return true;
    }
    if (may_lack_number(text_, at_)) {
      at_ += place_word(text_, at_);
      return true;
    }
    at_ = start;
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::size_t locator_length(std::string_view text) { return LocatorReader(text).read(); }

}  // namespace idsearch::indexer
