// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_signs.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// Longer changes and attributes were never closed, or are text about them. Bytes.
constexpr std::size_t kLongestSpan = 2000;
constexpr std::size_t kLongestAttributes = 300;
// "++ctrl+shift+page-down++"
constexpr std::size_t kLongestKeys = 60;
// "H~2~O"
constexpr std::size_t kLongestLowered = 12;

bool is_attribute_character(char c) {
  return text::is_ascii_alnum(c) || c == '-' || c == '_' || c == ':' || c == '.' || c == '/';
}

bool is_byte_of_word(char c) {
  return text::is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
}

// One item of attributes: ".class", "#id", "key=value", "-"; its length, 0 when it is none.
std::size_t attribute_length(std::string_view rest) {
  if (rest.starts_with('-') && rest.size() > 1 && (rest[1] == ' ' || rest[1] == '}')) return 1;
  const bool sign = rest.starts_with('.') || rest.starts_with('#');
  std::size_t end = sign ? 1 : 0;
  while (end < rest.size() && is_attribute_character(rest[end])) ++end;
  if (sign) return end > 1 ? end : 0;
  if (end == 0 || end >= rest.size() || rest[end] != '=') return 0;
  ++end;
  if (end < rest.size() && (rest[end] == '"' || rest[end] == '\'')) {
    const std::size_t close = rest.find(rest[end], end + 1);
    return close == std::string_view::npos ? 0 : close + 1;
  }
  const std::size_t value = end;
  while (end < rest.size() && rest[end] != ' ' && rest[end] != '}' && rest[end] != '{') ++end;
  return end > value ? end : 0;
}

// "{: .a #b key=value}", "{ .a }"; 0 when it is none.
std::size_t attributes_length(std::string_view text) {
  std::string_view rest = text.substr(0, kLongestAttributes);
  rest = rest.substr(0, rest.find('\n'));
  if (!rest.starts_with('{')) return 0;
  const bool kramdown = rest.starts_with("{:");
  std::size_t at = kramdown ? 2 : 1;
  std::size_t items = 0;
  while (at < rest.size()) {
    if (rest[at] == ' ') {
      ++at;
    } else if (rest[at] == '}') {
      return items > 0 ? at + 1 : 0;
    } else if (const std::size_t length = attribute_length(rest.substr(at)); length > 0) {
      at += length;
      ++items;
    } else {
      return 0;
    }
  }
  return 0;
}

class SignFinder {
 public:
  explicit SignFinder(std::string_view text) : text_(text) {}

  std::vector<HiddenSigns> find() {
    for (at_ = text_.find_first_of(kFirst); at_ < text_.size();
         at_ = text_.find_first_of(kFirst, at_)) {
      at_ += step();
    }
    std::ranges::sort(found_, {}, &HiddenSigns::begin);
    std::vector<HiddenSigns> out;
    for (const HiddenSigns& signs : found_) {
      if (out.empty() || signs.begin >= out.back().end) out.push_back(signs);
    }
    return out;
  }

 private:
  static constexpr std::string_view kFirst = "\\={+[]~(\n";

  // How many bytes are done.
  std::size_t step() {
    switch (text_[at_]) {
      case '\\':
        return 2;
      case '\n':
        open_.clear();
        return 1;
      case '[':
        open_.push_back(at_);
        return 1;
      case ']':
        return take_span();
      case '{':
        return take_braces();
      case '(':
        return take_block_reference();
      case '~':
        return take_lowered();
      default:
        return take_pair();
    }
  }

  void hide(std::size_t begin, std::size_t end) { found_.push_back({begin, end}); }

  char before(std::size_t at) const { return at > 0 ? text_[at - 1] : '\n'; }
  char behind(std::size_t at) const { return at < text_.size() ? text_[at] : '\n'; }

  std::size_t run_at(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && text_[end] == text_[at]) ++end;
    return end - at;
  }

  // "==words==", "++ctrl+c++"
  std::size_t take_pair() {
    const char sign = text_[at_];
    const std::size_t run = run_at(at_);
    const std::size_t begin = at_ + run;
    if (run != 2 || is_byte_of_word(before(at_)) || before(at_) == '{' ||
        text::is_ascii_space(behind(begin))) {
      return run;
    }
    const std::size_t length = text_.substr(begin, kLongestSpan).find(text_.substr(at_, 2));
    const std::size_t close = begin + length;
    if (length == std::string_view::npos || length == 0 || run_at(close) != 2) return run;
    const std::string_view inner = text_.substr(begin, length);
    if (text::is_ascii_space(inner.back()) || is_byte_of_word(behind(close + 2))) return run;
    if (has_blank_line(inner)) return run;
    if (sign == '+' && !is_keys(inner)) return run;
    hide(at_, begin);
    hide(close, close + 2);
    return begin - at_;
  }

  // "H~2~O": glued to a word, without blanks.
  std::size_t take_lowered() {
    const std::size_t run = run_at(at_);
    if (run != 1 || !is_byte_of_word(before(at_))) return run;
    std::size_t close = at_ + 1;
    while (is_byte_of_word(behind(close)) && close - at_ <= kLongestLowered) ++close;
    if (close == at_ + 1 || behind(close) != '~' || run_at(close) != 1) return 1;
    hide(at_, at_ + 1);
    hide(close, close + 1);
    return close + 1 - at_;
  }

  static bool is_keys(std::string_view inner) {
    return inner.size() <= kLongestKeys && std::ranges::all_of(inner, [](char c) {
             return text::is_ascii_alnum(c) || c == '-' || c == '+';
           });
  }

  static bool has_blank_line(std::string_view inner) {
    for (std::size_t end = inner.find('\n'); end != std::string_view::npos;
         end = inner.find('\n', end + 1)) {
      const std::size_t next = inner.find_first_not_of(" \t", end + 1);
      if (next != std::string_view::npos && inner[next] == '\n') return true;
    }
    return false;
  }

  // "{++new++}", "{==words==}", "{--old--}", "{~~old~>new~~}", "{>>comment<<}"
  std::size_t take_braces() {
    struct Change {
      std::string_view open, close;
    };
    constexpr auto kChanges = std::to_array<Change>(
        {{"{++", "++}"}, {"{==", "==}"}, {"{--", "--}"}, {"{~~", "~~}"}, {"{>>", "<<}"}});
    std::string_view rest = text_.substr(at_, kLongestSpan);
    rest = rest.substr(0, rest.find('\n'));
    for (const auto& [open, close] : kChanges) {
      if (!rest.starts_with(open)) continue;
      const std::size_t end = rest.find(close, open.size());
      if (end == std::string_view::npos) return open.size();
      return take_change(open, at_ + end, close.size());
    }
    if (const std::size_t length = take_role(rest); length > 0) return length;
    if (rest.starts_with("{{")) {
      if (const std::size_t length = take_macro(rest); length > 0) return length;
    }
    constexpr std::string_view kComment = "{::comment}";
    if (rest.starts_with(kComment)) {
      const std::size_t end = rest.find("{:/", kComment.size());
      const std::size_t close = end == std::string_view::npos ? end : rest.find('}', end);
      if (close == std::string_view::npos) return kComment.size();
      hide(at_, at_ + close + 1);
      return close + 1;
    }
    if (rest.starts_with("{/*")) {
      const std::size_t end = rest.find("*/}");
      if (end == std::string_view::npos) return 1;
      hide(at_, at_ + end + 3);
      return end + 3;
    }
    for (const std::string_view tag : {"{::nomarkdown}", "{:/nomarkdown}", "{:/}"}) {
      if (!rest.starts_with(tag)) continue;
      hide(at_, at_ + tag.size());
      return tag.size();
    }
    return take_attributes();
  }

  // "((64f1a2b3-0c1d-4e5f-8a9b-0c1d2e3f4a5b))": a paragraph of an outline (Logseq).
  std::size_t take_block_reference() {
    constexpr std::size_t kIdentifier = 36;  // bytes of a UUID
    const std::string_view rest = text_.substr(at_, kIdentifier + 4);
    if (!rest.starts_with("((") || rest.size() < kIdentifier + 4 || !rest.ends_with("))")) return 1;
    if (!is_identifier(rest.substr(2, kIdentifier))) return 1;
    hide(at_, at_ + rest.size());
    return rest.size();
  }

  static bool is_identifier(std::string_view text) {
    return text.find_first_not_of("0123456789abcdef-") == std::string_view::npos &&
           std::ranges::count(text, '-') == 4;
  }

  // "{abbr}`words`", "{ref}`words <place>`": roles of MyST, whose words are no code.
  std::size_t take_role(std::string_view rest) {
    std::size_t end = 1;
    while (end < rest.size() &&
           (text::is_ascii_letter(rest[end]) || rest[end] == '-' || (end > 1 && rest[end] == ':')))
      ++end;
    if (end < 3 || !rest.substr(end).starts_with("}`") || before(at_) == '`') return 0;
    const std::size_t begin = end + 2;
    const std::size_t close = rest.find('`', begin);
    if (close == std::string_view::npos || close == begin) return 0;
    hide(at_, at_ + begin);
    const std::string_view inner = rest.substr(begin, close - begin);
    const std::size_t place = inner.ends_with('>') ? inner.rfind(" <") : std::string_view::npos;
    hide(at_ + (place == std::string_view::npos ? close : begin + place), at_ + close + 1);
    return close + 1;
  }

  // "{{embed ((…))}}", "{{query …}}": what stands there is shown by the program alone.
  std::size_t take_macro(std::string_view rest) {
    for (const std::string_view name : {"embed", "query", "renderer", "video"}) {
      if (!rest.substr(2).starts_with(name) || !rest.substr(2 + name.size()).starts_with(' '))
        continue;
      const std::size_t end = rest.find("}}");
      if (end == std::string_view::npos) return 2;
      hide(at_, at_ + end + 2);
      return end + 2;
    }
    return 0;
  }

  std::size_t take_change(std::string_view open, std::size_t close, std::size_t length) {
    const std::size_t begin = at_ + open.size();
    const std::string_view inner = text_.substr(begin, close - begin);
    if (open == "{>>") {
      hide(at_, close + length);
      return close + length - at_;
    }
    std::size_t shown = begin;
    if (open == "{~~") {
      const std::size_t arrow = inner.find("~>");
      if (arrow == std::string_view::npos) return open.size();
      shown = begin + arrow + 2;
    }
    hide(at_, shown);
    hide(close, close + length);
    return shown - at_;
  }

  std::size_t take_attributes() {
    const std::size_t length = attributes_length(text_.substr(at_));
    if (length == 0) return 1;
    constexpr std::string_view kOwners = ")]`*_~>";
    const bool glued = kOwners.find(before(at_)) != std::string_view::npos;
    const bool kramdown = text_.substr(at_).starts_with("{:");
    if (!glued && !kramdown && !is_alone(at_, at_ + length)) return length;
    hide(at_, at_ + length);
    return length;
  }

  // On its line, but for signs of quotes and blanks.
  bool is_alone(std::size_t begin, std::size_t end) const {
    while (before(begin) == ' ' || before(begin) == '\t' || before(begin) == '>') --begin;
    while (behind(end) == ' ' || behind(end) == '\t' || behind(end) == '\r') ++end;
    return before(begin) == '\n' && behind(end) == '\n';
  }

  // "[words]{.underline}": the brackets are markup as well.
  std::size_t take_span() {
    if (open_.empty()) return 1;
    const std::size_t open = open_.back();
    open_.pop_back();
    const char first = behind(open + 1);
    const bool link = before(open) == ']' || before(open) == '!' || first == '^' || first == '@';
    if (link || attributes_length(text_.substr(at_ + 1)) == 0) return 1;
    hide(open, open + 1);
    hide(at_, at_ + 1);
    return 1;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<std::size_t> open_;  // brackets of the line
  std::vector<HiddenSigns> found_;
};

}  // namespace

std::vector<HiddenSigns> dialect_signs(std::string_view text) { return SignFinder(text).find(); }

}  // namespace idsearch::indexer
