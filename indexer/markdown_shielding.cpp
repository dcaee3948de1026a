// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_shielding.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/markdown_lines.hpp"
#include "indexer/markdown_signs.hpp"

namespace idsearch::indexer {

namespace {

bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Where the bracket behind each "^[" closes, by the place of that bracket: one walk, so that no
// text makes it slow. Notes end with their paragraph.
std::unordered_map<std::size_t, std::size_t> inline_note_ends(std::string_view text) {
  std::unordered_map<std::size_t, std::size_t> ends;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '[') {
      open.push_back(i);
    } else if (text[i] == ']' && !open.empty()) {
      if (open.back() > 0 && text[open.back() - 1] == '^') ends.emplace(open.back(), i);
      open.pop_back();
    } else if (text[i] == '\n' && i + 1 < text.size() && text[i + 1] == '\n') {
      open.clear();
    }
  }
  return ends;
}

class Shielder {
 public:
  Shielder(std::string_view text, std::size_t line, const ShieldOptions& options, Shields& shields)
      : text_(text),
        line_(line),
        options_(options),
        shields_(shields),
        signs_(dialect_signs(text)) {
    if (options.inline_notes && text.find("^[") != std::string_view::npos)
      ends_ = inline_note_ends(text);
  }

  std::string shield() {
    out_.reserve(text_.size());
    while (at_ < text_.size()) {
      const std::size_t limit = next_sign();
      const std::size_t next =
          std::min(text_.substr(0, limit).find_first_of("\\[<^h&\n", at_), limit);
      out_.append(text_, at_, next - at_);
      at_ = next;
      if (at_ == limit && limit < text_.size()) {
        const std::size_t bytes = signs_[sign_++].end - at_;
        put({Shield::Kind::Literal, std::string(text_.substr(at_, bytes)), "", 0}, bytes);
      } else if (at_ < text_.size()) {
        step();
      }
    }
    return std::move(out_);
  }

 private:
  // Where the next signs begin that are markup; the end when there are none.
  std::size_t next_sign() {
    while (sign_ < signs_.size() && signs_[sign_].begin < at_) ++sign_;
    return sign_ < signs_.size() ? signs_[sign_].begin : text_.size();
  }

  void step() {
    switch (text_[at_]) {
      case '\\':
        return copy(2);
      case '\n':
        ++line_;
        return copy(1);
      case '[':
        if (take_mark() || take_wiki_link() || take_listed_note()) return;
        break;
      case '<':
        if (take_autolink()) return;
        break;
      case '^':
        if (take_raised() || take_inline_note() || take_superscript()) return;
        break;
      case '&':
        if (take_control_character()) return;
        break;
      default:
        if (take_bare_address()) return;
        break;
    }
    copy(1);
  }

  void copy(std::size_t bytes) {
    // A backslash at the end of a line is a break: the line still has to be counted.
    if (bytes == 2 && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') bytes = 1;
    const std::string_view taken = text_.substr(at_, bytes);
    out_ += taken;
    at_ += taken.size();
  }

  void put(Shield shield, std::size_t bytes) {
    line_ += static_cast<std::size_t>(
        std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                   text_.begin() + static_cast<std::ptrdiff_t>(at_ + bytes), '\n'));
    out_ += shields_.token(std::move(shield));
    at_ += bytes;
  }

  bool take_mark() {
    const std::size_t length = footnote_label_length(text_.substr(at_));
    if (length == 0) return false;
    const std::string source(text_.substr(at_, length));
    const std::string_view after = text_.substr(at_ + length);
    // "[^5](#fn5)": a link around the mark.
    const bool link = after.starts_with("(#") || after.starts_with("(http");
    if (link) out_ += '[';
    put({Shield::Kind::Mark, source, source.substr(2, length - 3), 0}, length);
    if (link) out_ += ']';
    mark_end_ = at_;
    return true;
  }

  // "^[^1]^", "^[^1], [^2]^", "[^1]^,^[^2]", "^[3]^": what raises marks, and the commas between
  // them, is markup.
  bool take_raised() {
    if (at_ == raised_end_) {
      put(hidden_caret(), 1);
      return true;
    }
    const std::size_t end = raised_marks_end();
    if (end == 0) return false;
    raised_end_ = end;
    put(hidden_caret(), 1);
    return true;
  }

  // "10^6^", "2^nd^": glued to a word, without blanks.
  bool take_superscript() {
    constexpr std::size_t kLongest = 20;  // bytes
    if (at_ == 0) return false;
    const char before = text_[at_ - 1];
    const auto is_raised = [](char c) {
      return is_alnum(c) || c == '+' || c == '-' || (static_cast<unsigned char>(c) & 0x80) != 0;
    };
    // "A word.^1^": behind these only a number can be raised.
    const bool behind_sign = std::string_view(".,;:!?\"'").find(before) != std::string_view::npos;
    if (before == '+' || before == '-') return false;
    if (!behind_sign && before != ')' && !is_raised(before)) return false;
    std::size_t end = at_ + 1;
    while (end < text_.size() && end - at_ <= kLongest && is_raised(text_[end])) ++end;
    if (end == at_ + 1 || end >= text_.size() || text_[end] != '^') return false;
    const std::string value(text_.substr(at_ + 1, end - at_ - 1));
    if (behind_sign && value.find_first_not_of("0123456789") != std::string::npos) return false;
    put({Shield::Kind::Superscript, '^' + value + '^', value, 0}, end + 1 - at_);
    return true;
  }

  static Shield hidden_caret() { return {Shield::Kind::Literal, "^", "", 0}; }

  // Where the "^" stands that closes the one at `at_`; 0 when anything but marks is between them.
  std::size_t raised_marks_end() const {
    constexpr std::size_t kLongest = 200;  // bytes; a group of some dozen marks
    const std::string_view rest = text_.substr(at_, kLongest);
    bool marks = false;
    std::size_t end = 1;
    while (end < rest.size() && rest[end] != '^') {
      std::size_t length = footnote_label_length(rest.substr(end));
      if (length == 0 && options_.listed_notes) length = bracketed_numbers(rest.substr(end));
      marks = marks || length != 0;
      if (length == 0 && (rest[end] == ',' || rest[end] == ';' || rest[end] == ' ')) length = 1;
      if (length == 0) return 0;
      end += length;
    }
    if (end >= rest.size() || end == 1) return 0;
    const bool between = mark_end_ == at_ && (footnote_label_length(rest.substr(end + 1)) != 0 ||
                                              rest.substr(end + 1).starts_with("^[^"));
    return marks || between ? at_ + end : 0;
  }

  // Bytes of "[3]", "[3, 4]".
  static std::size_t bracketed_numbers(std::string_view rest) {
    if (!rest.starts_with('[')) return 0;
    const std::size_t end = rest.find_first_not_of("0123456789, -", 1);
    return end != std::string_view::npos && end > 1 && rest[end] == ']' ? end + 1 : 0;
  }

  // "[[Kenya|the country]]" shows "the country", "![[map.png]]" nothing.
  bool take_wiki_link() {
    constexpr std::size_t kLongest = 300;  // bytes; names of pages are names of files
    const std::string_view rest = text_.substr(at_, kLongest);
    if (!rest.starts_with("[[") || rest.size() < 5 || is_blank_or_bracket(rest[2])) return false;
    const std::size_t close = rest.find("]]");
    if (close == std::string_view::npos) return false;
    const std::string_view inner = rest.substr(2, close - 2);
    if (inner.find_first_of("[]\n") != std::string_view::npos || !has_letter(inner)) return false;
    const char after = close + 2 < rest.size() ? rest[close + 2] : ' ';
    if (after == '(' || after == '[' || after == ']' || after == ':') return false;
    const bool embedded = !out_.empty() && out_.back() == '!';
    if (embedded) out_.pop_back();
    const std::size_t bar = inner.find('|');
    std::string_view shown = bar == std::string_view::npos ? inner : inner.substr(bar + 1);
    // "[[#Law]]": a heading of the same page.
    if (bar == std::string_view::npos && shown.starts_with('#')) shown.remove_prefix(1);
    put({Shield::Kind::Literal, std::string(embedded ? "!" : "") + std::string(rest, 0, close + 2),
         embedded ? std::string() : std::string(shown), 0},
        close + 2);
    return true;
  }

  static bool is_blank_or_bracket(char c) { return c == ' ' || c == '[' || c == ']' || c == '^'; }

  static bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
      return (is_alnum(c) && (c < '0' || c > '9')) || (static_cast<unsigned char>(c) & 0x80) != 0;
    });
  }

  // "[1]: https://…" in a list of notes.
  bool take_listed_note() {
    if (!options_.listed_notes) return false;
    // Up to three blanks: more would be code.
    std::size_t before = at_;
    while (before > 0 && at_ - before < 3 && text_[before - 1] == ' ') --before;
    if (before > 0 && text_[before - 1] != '\n') return false;
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
    if (end == at_ + 1 || end > at_ + 4 || !text_.substr(end).starts_with("]:")) return false;
    if (options_.links.contains(std::string(text_.substr(at_ + 1, end - at_ - 1)))) {
      const std::size_t line_end = std::min(text_.find('\n', end), text_.size());
      const std::string source(text_.substr(at_, line_end - at_));
      put({Shield::Kind::Literal, source, "", 0}, source.size());
      return true;
    }
    put({Shield::Kind::Literal, "[", "[", 0}, 1);
    return true;
  }

  bool take_autolink() {
    const std::size_t end = text_.find_first_of("<> \t\n", at_ + 1);
    if (end == std::string_view::npos || text_[end] != '>') return false;
    const std::string_view inner = text_.substr(at_ + 1, end - at_ - 1);
    if (!is_address(inner)) return false;
    put({Shield::Kind::Autolink, "<" + std::string(inner) + ">", std::string(inner), 0},
        end - at_ + 1);
    return true;
  }

  static bool is_address(std::string_view inner) {
    std::size_t scheme = 0;
    while (scheme < inner.size() && (is_alnum(inner[scheme]) || inner[scheme] == '+' ||
                                     inner[scheme] == '-' || inner[scheme] == '.')) {
      ++scheme;
    }
    // CommonMark: a scheme has 2 to 32 characters.
    if (scheme >= 2 && scheme <= 32 && scheme < inner.size() && inner[scheme] == ':') return true;
    const std::size_t at_sign = inner.find('@');
    return at_sign != std::string_view::npos && at_sign > 0 && at_sign + 1 < inner.size() &&
           inner.find_first_of("/\\\"'()") == std::string_view::npos;
  }

  // "&#1;" must not become the edge of a token; "&#9;", "&#13;" are white space, as in HTML.
  bool take_control_character() {
    const std::string_view rest = text_.substr(at_);
    for (const std::string_view name : {"&Tab;", "&NewLine;"}) {
      if (!rest.starts_with(name)) continue;
      put({Shield::Kind::Literal, std::string(name), " ", 0}, name.size());
      return true;
    }
    if (!rest.starts_with("&#")) return false;
    const bool hex = rest.size() > 2 && (rest[2] == 'x' || rest[2] == 'X');
    const std::size_t begin = hex ? 3 : 2;
    const std::size_t end = rest.find_first_not_of("0123456789abcdefABCDEF", begin);
    if (end == std::string_view::npos || end == begin || rest[end] != ';') return false;
    constexpr std::size_t kMostDigits = 8;  // CommonMark: 7, and none of them longer
    if (end - begin > kMostDigits) return false;
    unsigned code = 0;
    std::from_chars(rest.data() + begin, rest.data() + end, code, hex ? 16 : 10);
    if (code >= 0x20) return false;
    const bool white = code >= '\t' && code <= '\r';
    put({Shield::Kind::Literal, std::string(rest.substr(0, end + 1)),
         std::string(white ? std::string_view(" ") : kReplacement), 0},
        end + 1);
    return true;
  }

  bool take_inline_note() {
    const auto found = ends_.find(at_ + 1);
    if (found == ends_.end()) return false;
    const std::size_t end = found->second;
    const std::string_view inner = text_.substr(at_ + 2, end - at_ - 2);
    const bool number = inner.find_first_not_of("0123456789, -") == std::string_view::npos;
    if (number) return false;  // "^[3]": a mark of the text convention
    if (footnote_label_length(text_.substr(at_ + 1)) != 0) return false;  // "^[^3]"
    put({Shield::Kind::InlineNote, std::string(text_.substr(at_, end + 1 - at_)),
         std::string(inner), line_},
        end + 1 - at_);
    return true;
  }

  // Low lines and stars in an address are no emphasis.
  bool take_bare_address() {
    const std::string_view rest = text_.substr(at_);
    if (!rest.starts_with("http://") && !rest.starts_with("https://")) return false;
    const std::size_t end = at_ + std::min(rest.find_first_of(" \t\n<>`\"|\\)]"), rest.size());
    while (at_ < end) {
      const char c = text_[at_];
      // "https://example.org/x[^1]": a mark behind the address.
      if (c == '[' && footnote_label_length(text_.substr(at_)) != 0) return true;
      if (c == '^' && ends_.contains(at_ + 1)) return true;
      if ((c == '_' || c == '*' || c == '~') && goes_on(end)) {
        put({Shield::Kind::Literal, std::string(1, c), std::string(1, c), 0}, 1);
      } else if (c != '&' || !take_control_character()) {
        copy(1);
      }
    }
    return true;
  }

  bool goes_on(std::size_t end) const {
    const std::size_t next = text_.find_first_not_of("_*~", at_);
    return next < end && (is_alnum(text_[next]) || text_[next] == '/' || text_[next] == '-' ||
                          text_[next] == '=' || text_[next] == '?' || text_[next] == '&' ||
                          text_[next] == '#' || text_[next] == '%');
  }

  std::string_view text_;
  std::size_t line_;
  const ShieldOptions& options_;
  Shields& shields_;
  std::unordered_map<std::size_t, std::size_t> ends_;
  std::vector<HiddenSigns> signs_;
  std::size_t sign_ = 0;  // the next one
  std::size_t at_ = 0;
  std::size_t mark_end_ = std::string_view::npos;    // where the last mark ended
  std::size_t raised_end_ = std::string_view::npos;  // the "^" that closes raised marks
  std::string out_;
};

}  // namespace

std::string shielded(std::string_view markdown, std::size_t line, const ShieldOptions& options,
                     Shields& shields) {
  return Shielder(markdown, line, options, shields).shield();
}

}  // namespace idsearch::indexer
