// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/marks.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "indexer/characters.hpp"
#include "indexer/mark_brackets.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// Punctuation that belongs to the word before it.
bool leans_left(char32_t c) {
  return is_sentence_end(c) || c == ',' || c == ';' || c == ':' || c == '%' || c == 0x3001 ||
         c == 0xFF0C || c == 0x060C || (is_closing(c) && c != '"' && c != '\'');
}

// Whether `before` ends in an opening quote or bracket. A quote that is glued to a letter is an
// apostrophe; a straight one opens when a blank or nothing stands before it.
bool ends_in_opening(std::string_view before) {
  const Character last = last_character(before);
  const bool straight = last.code == '"' || last.code == '\'';
  if (!straight && !is_opening(last.code)) return false;
  const Character previous = last_character(before.substr(0, before.size() - last.length));
  return previous.length == 0 || is_gap(previous.code) || is_opening(previous.code);
}

// For a bracket behind a blank: between blanks in mid-sentence it is loose.
MarkPlace place_before(std::string_view after) {
  const Character right = first_character(after);
  const bool blank_after = is_gap(right.code) && leading_blanks(after) < after.size();
  return blank_after ? MarkPlace::Loose : MarkPlace::Firm;
}

// Whether a quotation has been opened and not been closed.
bool is_in_quotation(std::string_view before) {
  constexpr std::size_t kLongest = 1000;  // bytes; longer quotations were not seen
  bool curly = true, angular = true;      // whether those of this kind are still to be looked at
  const std::size_t from = before.size() - std::min(before.size(), kLongest);
  for (std::size_t at = before.size(); at > from; --at) {
    const char last = before[at - 1];
    if (curly && (last == '\x9C' || last == '\x9D') &&
        before.substr(0, at - 1).ends_with("\xE2\x80")) {
      if (last == '\x9C') return true;  // “
      curly = false;
    } else if (angular && (last == '\xAB' || last == '\xBB') &&
               before.substr(0, at - 1).ends_with('\xC2')) {
      if (last == '\xAB') return true;  // «
      angular = false;
    }
  }
  return false;
}

// "the court held at", "see para": a place in a judgment follows.
bool leads_to_place(std::string_view before) {
  for (const std::string_view word : {"at", "para", "paras", "paragraph", "paragraphs"}) {
    if (!before.ends_with(word)) continue;
    before.remove_suffix(word.size());
    return before.empty() || is_gap(last_character(before).code);
  }
  return false;
}

MarkPlace place_of(std::string_view before, bool blank_before, std::string_view after) {
  if (before.empty()) return MarkPlace::Loose;
  if (ends_in_opening(before)) return MarkPlace::Opening;
  const char32_t left = last_character(before).code;
  // Behind a colon and a blank stands what the colon announces: "telephone: [965] 2259".
  const bool punctuation = (leans_left(left) && left != ':') || is_closing(left);
  if (!blank_before || punctuation) return MarkPlace::Firm;
  if (leads_to_place(before)) return MarkPlace::Doubtful;
  const MarkPlace place = place_before(after);
  return place == MarkPlace::Loose && is_in_quotation(before) ? MarkPlace::Doubtful : place;
}

class MarkTaker {
 public:
  MarkTaker(std::string_view text, std::span<const ProvenMark> proven,
            const std::function<bool(std::string_view, MarkPlace)>& is_mark)
      : text_(text), proven_(proven), is_mark_(is_mark) {}

  MarkedText take() {
    out_.text.reserve(text_.size());
    while (at_ < text_.size()) {
      while (!proven_.empty() && proven_.front().begin < at_) proven_ = proven_.subspan(1);
      const std::size_t next = proven_.empty() ? text_.size() : proven_.front().begin;
      const std::size_t open = next_opening(next);
      out_.text.append(text_, at_, open - at_);
      at_ = open;
      if (at_ < text_.size() && !take_wrapped() && !take_group()) out_.text += text_[at_++];
    }
    trim_outer();
    return std::move(out_);
  }

 private:
  // A bracket before `end` that may be a mark, or hold some; or `end`.
  std::size_t next_opening(std::size_t end) const {
    const std::string_view text = text_.substr(0, end);
    constexpr std::string_view kFirstBytes = "[(\xEF";  // the last one is that of wide brackets
    for (std::size_t at = at_;; ++at) {
      at = std::min(text.find_first_of(kFirstBytes, at), end);
      if (at == end || wrapper_at(at).length != 0) return at;
    }
  }

  // "(", "[" or a wide "（", and what closes it.
  struct Wrapper {
    std::size_t length = 0;  // 0 = there is none
    char32_t closes = 0;
  };

  Wrapper wrapper_at(std::size_t at) const {
    const Character c = character_at(text_, at);
    switch (c.code) {
      case '(':
        return {c.length, ')'};
      case '[':
        return {c.length, ']'};
      case 0xFF08:
        return {c.length, 0xFF09};
      default:
        return {};
    }
  }

  // "( [4] )", "([3], [4])": brackets around nothing but marks go with them.
  bool take_wrapped() {
    const Wrapper wrapper = wrapper_at(at_);
    if (wrapper.length == 0) return false;
    const std::span<const ProvenMark> proven = proven_;
    const std::size_t blanks = trailing_blanks(out_.text);
    const std::string_view before(out_.text.data(), out_.text.size() - blanks);
    std::size_t at = at_ + wrapper.length;
    const auto brackets = read_wrapped(at, wrapper.closes);
    const MarkPlace place = ends_in_opening(before) ? MarkPlace::Opening : MarkPlace::Loose;
    const bool taken =
        !brackets.empty() && std::ranges::all_of(brackets, [&](const MarkBracket& bracket) {
          return accept(bracket, place);
        });
    if (!taken) {
      proven_ = proven;
      return false;
    }
    const std::string gap = out_.text.substr(before.size());
    out_.text.resize(before.size());
    for (const MarkBracket& bracket : brackets) add(bracket);
    end_group(at, gap, brackets.back());
    return true;
  }

  // Up to and with the sign that closes them; `at` moves behind it. Empty when anything else than
  // marks stands there.
  std::vector<MarkBracket> read_wrapped(std::size_t& at, char32_t closes) {
    std::vector<MarkBracket> brackets;
    bool range = false;
    while (true) {
      pass_blanks(text_, at);
      auto bracket = bracket_at(at);
      if (!bracket) return {};
      if (range && !continue_range(brackets.back(), *bracket)) return {};
      at = bracket->end;
      brackets.push_back(std::move(*bracket));
      pass_blanks(text_, at);
      const Character next = character_at(text_, at);
      if (next.code == closes) {
        at += next.length;
        return brackets;
      }
      range = skip_dash(text_, at);
      if (range || skip_comma(text_, at)) continue;
      for (const std::string_view word : {"and ", "&"}) {
        if (text_.substr(at).starts_with(word)) at += word.size();
      }
    }
  }

  // "[3]–[5]": the second bracket is that of 4 and 5. False when that is no sane range.
  static bool continue_range(const MarkBracket& from, MarkBracket& to) {
    if (from.proven != nullptr || to.proven != nullptr || to.numbers.size() > 1) return false;
    std::vector<std::size_t> numbers{from.numbers.back()};
    if (!add_range(numbers, to.numbers.front())) return false;
    numbers.erase(numbers.begin());
    to.numbers = std::move(numbers);
    return true;
  }

  // `at` never goes back by more than separators.
  std::optional<MarkBracket> bracket_at(std::size_t at) {
    while (!proven_.empty() && proven_.front().begin < at) proven_ = proven_.subspan(1);
    if (!proven_.empty() && proven_.front().begin == at) {
      if (proven_.front().is_text) return std::nullopt;
      return MarkBracket{{}, proven_.front().end, &proven_.front()};
    }
    return read_mark_bracket(text_, at);
  }

  bool take_group() {
    auto bracket = bracket_at(at_);
    if (!bracket) return false;
    const std::size_t blanks = trailing_blanks(out_.text);
    const std::string_view before(out_.text.data(), out_.text.size() - blanks);
    const MarkPlace place = place_of(before, blanks > 0, text_.substr(bracket->end));
    if (!accept(*bracket, place)) return place == MarkPlace::Doubtful && leave_group(*bracket);
    const std::string gap = out_.text.substr(before.size());
    out_.text.resize(before.size());
    add(*bracket);
    end_group(bracket->end, gap, *bracket);
    return true;
  }

  // "held at [44]–[47] that": all of it is text.
  bool leave_group(const MarkBracket& first) {
    std::size_t end = first.end;
    while (true) {
      std::size_t at = end;
      pass_blanks(text_, at);
      if (!skip_dash(text_, at)) skip_comma(text_, at);
      pass_blanks(text_, at);
      const auto bracket = bracket_at(at);
      if (!bracket || bracket->proven != nullptr) break;
      end = bracket->end;
    }
    out_.text.append(text_, at_, end - at_);
    at_ = end;
    return true;
  }

  // Takes the rest of a group that goes on at `at`; `gap` stood before it.
  void end_group(std::size_t at, const std::string& gap, const MarkBracket& last) {
    at_ = at;
    take_followers(last.numbers.empty() ? 0 : last.numbers.back());
    const Character next = character_at(text_, at_);
    if (next.length != 0 && !is_gap(next.code) && !leans_left(next.code)) out_.text += gap;
  }

  // The further brackets of a group, with what parts them.
  void take_followers(std::size_t previous) {
    while (true) {
      std::size_t at = at_;
      pass_blanks(text_, at);
      const bool range = skip_dash(text_, at);
      if (!range) skip_comma(text_, at);
      pass_blanks(text_, at);
      auto bracket = bracket_at(at);
      if (!bracket) return;
      const bool glued = !is_gap(character_at(text_, at_).code);
      const MarkPlace place = glued ? MarkPlace::Firm : place_before(text_.substr(bracket->end));
      if (!accept(*bracket, place)) return;
      if (range && bracket->proven != nullptr) return;
      if (range) {
        std::vector<std::size_t> numbers{previous};
        if (bracket->numbers.size() > 1 || !add_range(numbers, bracket->numbers.front())) return;
        numbers.erase(numbers.begin());
        bracket->numbers = std::move(numbers);
      }
      add(*bracket);
      previous = bracket->numbers.empty() ? 0 : bracket->numbers.back();
      at_ = bracket->end;
    }
  }

  bool accept(const MarkBracket& bracket, MarkPlace place) const {
    if (bracket.proven != nullptr) return true;
    if (bracket.named && place != MarkPlace::Opening) place = MarkPlace::Named;
    for (const std::size_t number : bracket.numbers) {
      if (!is_mark_(std::to_string(number), place)) return false;
    }
    return true;
  }

  void add(const MarkBracket& bracket) {
    if (bracket.proven != nullptr) {
      for (const std::string& label : bracket.proven->labels) {
        out_.marks.push_back({label, out_.text.size()});
      }
    }
    for (const std::size_t number : bracket.numbers) {
      out_.marks.push_back({std::to_string(number), out_.text.size()});
    }
  }

  void trim_outer() {
    const std::string_view trimmed = text::trim(out_.text);
    if (trimmed.size() == out_.text.size()) return;
    const std::size_t lead = trimmed.empty() ? 0 : trimmed.data() - out_.text.data();
    for (Mark& mark : out_.marks) {
      mark.at = std::min(mark.at > lead ? mark.at - lead : 0, trimmed.size());
    }
    out_.text = std::string(trimmed);
  }

  std::string_view text_;
  std::span<const ProvenMark> proven_;  // those that are still to come
  const std::function<bool(std::string_view, MarkPlace)>& is_mark_;
  std::size_t at_ = 0;
  MarkedText out_;
};

// A skipped number or two, and a list that lost its last notes. Chosen, not measured.
constexpr std::size_t kBeyondHighest = 5;

}  // namespace

MarkedText take_marks(std::string_view text,
                      const std::function<bool(std::string_view, MarkPlace)>& is_mark) {
  return MarkTaker(text, {}, is_mark).take();
}

MarkedText take_marks(std::string_view text, std::span<const ProvenMark> proven,
                      const std::function<bool(std::string_view, MarkPlace)>& is_mark) {
  return MarkTaker(text, proven, is_mark).take();
}

MarkRule::MarkRule(const RawProfile& raw) {
  const auto number_of = [](std::string_view label) -> std::size_t {
    std::size_t number = 0;
    if (label.size() <= kMostMarkDigits) {
      std::from_chars(label.data(), label.data() + label.size(), number);
    }
    return number;
  };
  given_.resize(1000);  // numbers of three digits
  firm_.resize(given_.size());
  for (const RawNote& note : raw.notes) {
    const std::size_t number = number_of(note.label);
    if (number != 0 || note.label == "0") given_[number] = true;
    highest_ = std::max(highest_, number);
  }
  for (const RawBlock& block : raw.blocks) {
    if (block.marks || block.text.find('[') == std::string::npos) continue;
    take_marks(block.text, [&](std::string_view label, MarkPlace place) {
      if (place != MarkPlace::Firm) return true;
      firm_[number_of(label)] = true;
      if (raw.notes.empty()) highest_ = std::max(highest_, number_of(label));
      return true;
    });
  }
}

bool MarkRule::operator()(std::string_view label, MarkPlace place) const {
  if (place == MarkPlace::Opening) return false;
  std::size_t number = 0;
  std::from_chars(label.data(), label.data() + label.size(), number);
  if (place == MarkPlace::Doubtful && number < firm_.size() && firm_[number]) return false;
  if (number < given_.size() && given_[number]) return true;
  if (number == 0 || place == MarkPlace::Named) return false;
  return place == MarkPlace::Firm || (highest_ != 0 && number <= highest_ + kBeyondHighest);
}

}  // namespace idsearch::indexer
