// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_definitions.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/markdown_boxes.hpp"
#include "indexer/markdown_comments.hpp"
#include "indexer/markdown_dashes.hpp"
#include "indexer/markdown_directives.hpp"
#include "indexer/markdown_drawn_tables.hpp"
#include "indexer/markdown_lines.hpp"
#include "indexer/markdown_outlines.hpp"

namespace idsearch::indexer {

namespace {

// Pieces are cut at the first good place behind this size: small enough that what the parser does
// in quadratic time or with much memory stays harmless, larger than any profile seen (200 KB).
constexpr std::size_t kPiece = std::size_t{256} << 10;
// Without a good place, lists of a MiB are cut at any line.
constexpr std::size_t kLargestPiece = std::size_t{1} << 20;
// So many blank lines in a row end any list: each of them costs its depth.
constexpr std::size_t kManyBlankLines = 16;
// Deeper lists are no lists.
constexpr std::size_t kDeepestList = 32;
constexpr std::size_t kCodeIndent = 4;
constexpr std::size_t kNoteIndent = 2;
// Behind so many lines looked at in vain no table is looked for: what could begin one at every line
// would cost the square of its lines.
constexpr std::size_t kMostWasted = 200000;
// More definitions of links, and longer ones, are not carried to other pieces.
constexpr std::size_t kMostReferences = std::size_t{64} << 10;
constexpr std::size_t kLongestReference = 2048;

// "[label]: url": bytes of the label with its brackets; 0 when it is none.
std::size_t link_label_length(std::string_view rest) {
  if (!rest.starts_with('[') || rest.starts_with("[^")) return 0;
  const std::size_t end = rest.find_first_of("[]", 1);
  if (end == std::string_view::npos || end == 1 || rest[end] != ']') return 0;
  return rest.substr(end + 1).starts_with(':') ? end + 1 : 0;
}

class DefinitionScanner {
 public:
  DefinitionScanner(std::string_view text, std::size_t first_line, Shields& shields)
      : text_(text),
        line_(first_line),
        shields_(shields),
        directives_(shields),
        outlines_(shields.hidden_token()),
        comments_(text, shields.hidden_token()) {}

  MarkdownSource scan() {
    out_.body.reserve(text_.size() + 1);
    for (std::size_t at = 0; at < text_.size(); ++line_) {
      const std::size_t end = std::min(text_.find_first_of("\r\n", at), text_.size());
      take(text_.substr(at, end - at));
      at = end + (text_.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    return std::move(out_);
  }

 private:
  void take(std::string_view line) {
    if (next_of_table_ < table_.size()) return put_of_table();
    const std::string_view whole = line;
    const bool literal = fence_.character != 0 || !raw_end_.empty();
    const auto begin = static_cast<std::size_t>(line.data() - text_.data());
    const std::size_t end = begin + line.size();
    if (!comments_.is_open())
      line = directives_.unwrap(line, text_.substr(begin), literal || in_note_);
    if (!literal && !comments_.is_open()) line = outlines_.strip(line);
    line = boxes_.unwrap(line, text_.substr(end), literal || comments_.is_open(), !lists_.empty());
    if (!literal || comments_.is_open()) line = comments_.strip(line);
    if (!literal && !in_note_ && !comments_.is_open() && begin_table(whole, line)) return;
    if (!literal && !in_note_) line = dashes_.strip(line);
    if (boxes_.is_below_title() && !in_note_) {
      // A quote ends the paragraph of the title without a line more.
      quoted_ = "> ";
      line = quoted_ += line;
    }
    if (in_note_ && continues_note(line)) return put({});
    in_note_ = false;
    if (!raw_end_.empty()) {
      if (contains_raw_end(line)) raw_end_ = {};
      return put(line);
    }
    put(track(line) ? line : std::string_view());
  }

  void put(std::string_view line) {
    out_.body += line;
    out_.body += '\n';
  }

  // `line`: without the indentation of boxes. Rows of a table that is drawn stand in the body with
  // the shields of their cells, so that its lines are as many as they were.
  bool begin_table(std::string_view whole, std::string_view line) {
    const Indent indent = indent_of(line);
    const std::string_view words = line.substr(indent.bytes);
    if (words.empty() || words.starts_with('|')) return false;
    const std::string_view rest =
        text_.substr(static_cast<std::size_t>(whole.data() - text_.data()));
    const bool below_gap = blank_lines_ > 0 || out_.body.empty() || below_heading_;
    below_heading_ = words.starts_with('#');
    std::size_t columns = indent.columns;
    if (!words.starts_with('+')) {
      if (!below_gap) return false;
      const std::size_t end = rest.find('\n');
      const std::string_view next =
          rest.substr(end == std::string_view::npos ? rest.size() : end + 1);
      const Indent below = indent_of(next);
      const bool dashes = next.substr(below.bytes).starts_with("--");
      if (!dashes && !words.starts_with('-')) return false;
      // A head at the right edge of its column stands further right than the dashes.
      const std::size_t boxes = indent_of(whole).columns - indent.columns;
      if (dashes && below.columns >= boxes) columns = std::min(columns, below.columns - boxes);
    }
    std::size_t base = 0;
    for (const std::size_t column : lists_) base = column <= columns ? column : base;
    if (columns >= base + kCodeIndent || wasted_ > kMostWasted) return false;
    DrawnTable table = read_drawn_table(rest, below_gap, shields_);
    wasted_ += table.lines.empty() ? table.looked_at : 0;
    if (table.lines.empty()) return false;
    table_ = std::move(table.lines);
    next_of_table_ = 0;
    table_indent_ = std::string(columns, ' ');
    dashes_ = MarkdownDashes();
    put_of_table();
    return true;
  }

  void put_of_table() {
    std::string line = std::move(table_[next_of_table_++]);
    if (!line.empty()) line.insert(0, table_indent_);
    put(track(line) ? line : std::string_view());
  }

  // Follows the structure; false when the line belongs to a definition.
  bool track(std::string_view line) {
    std::string_view rest = line;
    std::size_t quotes = take_quotes(rest, fence_.character != 0 ? quotes_ : std::size_t(-1));
    Indent indent = indent_of(rest);
    if (fence_.character != 0) {
      const bool blank = indent.bytes == rest.size();
      if (quotes == quotes_ && (blank || indent.columns >= fence_base_)) {
        if (closes_fence(fence_, rest.substr(indent.bytes))) fence_ = {};
        return true;
      }
      fence_ = {};
      quotes += take_quotes(rest, std::size_t(-1));
      indent = indent_of(rest);
    }
    if (quotes != quotes_) lists_.clear();
    quotes_ = quotes;
    rest.remove_prefix(indent.bytes);
    if (rest.empty()) {
      ++blank_lines_;
      return true;
    }
    cut_before(indent);
    blank_lines_ = 0;
    while (!lists_.empty() && indent.columns < lists_.back()) lists_.pop_back();
    if (indent.columns >= base() + kCodeIndent) return true;
    return !begins_something(rest, indent.columns);
  }

  // Handles what begins behind indentation and list markers; true when that is a definition.
  bool begins_something(std::string_view rest, std::size_t column) {
    for (std::size_t marker = list_marker_length(rest); marker != 0 && lists_.size() < kDeepestList;
         marker = list_marker_length(rest)) {
      const Indent blanks = indent_of(rest.substr(marker));
      const bool text_follows = marker + blanks.bytes < rest.size();
      column += marker + (blanks.columns <= kCodeIndent && text_follows ? blanks.columns : 1);
      lists_.push_back(column);
      rest.remove_prefix(std::min(rest.size(), marker + blanks.bytes));
    }
    if (const auto fence = opening_fence(rest)) {
      fence_ = *fence;
      fence_base_ = base();
    } else if (begins_definition(rest)) {
      open_note(rest, column);
      return true;
    } else if (rest.starts_with('<')) {
      begin_raw(rest);
    } else {
      keep_reference(rest);
    }
    return false;
  }

  std::size_t base() const { return lists_.empty() ? 0 : lists_.back(); }

  static std::size_t take_quotes(std::string_view& rest, std::size_t most) {
    std::size_t count = 0;
    while (count < most) {
      const std::size_t length = quote_marker_length(rest);
      if (length == 0) break;
      rest.remove_prefix(length);
      ++count;
    }
    return count;
  }

  void cut_before(const Indent& indent) {
    const std::size_t size = out_.body.size() - (out_.cuts.empty() ? 0 : out_.cuts.back());
    const bool between_blocks = blank_lines_ > 0 && indent.columns == 0 && quotes_ == 0;
    if ((size >= kPiece && between_blocks) || size >= kLargestPiece ||
        (blank_lines_ >= kManyBlankLines && size > 0)) {
      out_.cuts.push_back(out_.body.size());
      lists_.clear();
    }
  }

  static bool begins_definition(std::string_view rest) {
    const std::size_t label = footnote_label_length(rest);
    return label != 0 && rest.substr(label).starts_with(':');
  }

  void open_note(std::string_view rest, std::size_t column) {
    const std::size_t label = footnote_label_length(rest);
    MarkdownDefinition note;
    note.label = rest.substr(2, label - 3);
    note.line = line_;
    rest.remove_prefix(label + 1);
    note.text = rest.substr(indent_of(rest).bytes);
    out_.definitions.push_back(std::move(note));
    in_note_ = true;
    note_quotes_ = quotes_;
    note_base_ = column;
    note_blank_lines_ = 0;
    may_be_lazy_ = true;
  }

  bool continues_note(std::string_view line) {
    std::string_view rest = line;
    const std::size_t quotes = take_quotes(rest, note_quotes_);
    const Indent indent = indent_of(rest);
    const std::string_view words = rest.substr(indent.bytes);
    const bool indented = indent.columns >= note_base_ + kNoteIndent;
    const std::string_view content = rest.substr(indent_of(rest, note_base_ + kCodeIndent).bytes);
    if (fence_.character != 0) {
      if (!words.empty() && !indented) return end_note();
      add_to_note(content);
      if (closes_fence(fence_, words)) fence_ = {};
      may_be_lazy_ = false;
      return true;
    }
    if (words.empty()) {
      ++note_blank_lines_;
      ++blank_lines_;
      may_be_lazy_ = false;
      return true;
    }
    if (begins_definition(words)) {
      open_note(words, indented ? note_base_ : indent.columns);
      return true;
    }
    const bool lazy = may_be_lazy_ && !interrupts_paragraph(words);
    if (quotes < note_quotes_ || (!indented && !lazy)) return end_note();
    add_to_note(content);
    if (const auto fence = opening_fence(words)) fence_ = *fence;
    may_be_lazy_ = true;
    return true;
  }

  void add_to_note(std::string_view content) {
    std::string& text = out_.definitions.back().text;
    text.append(std::exchange(note_blank_lines_, 0) + 1, '\n');
    text += content;
  }

  bool end_note() {
    in_note_ = false;
    fence_ = {};
    lists_.clear();
    return false;
  }

  // Elements whose content is no Markdown, up to the end tag.
  void begin_raw(std::string_view rest) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kRaw{
        {{"pre", "</pre>"},
         {"script", "</script>"},
         {"style", "</style>"},
         {"textarea", "</textarea>"}}};
    for (const auto& [name, end] : kRaw) {
      if (!begins_tag(rest, name)) continue;
      raw_end_ = end;
      if (contains_raw_end(rest)) raw_end_ = {};
      return;
    }
  }

  bool contains_raw_end(std::string_view line) const {
    const auto same = [](char a, char b) {
      return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
    };
    return std::search(line.begin(), line.end(), raw_end_.begin(), raw_end_.end(), same) !=
           line.end();
  }

  void keep_reference(std::string_view rest) {
    if (rest.size() > kLongestReference || link_label_length(rest) == 0) return;
    if (out_.references.size() + rest.size() > kMostReferences) return;
    out_.references += rest;
    out_.references += '\n';
  }

  std::string_view text_;
  std::size_t line_;
  Shields& shields_;
  MarkdownDirectives directives_;
  MarkdownOutlines outlines_;
  MarkdownBoxes boxes_;
  MarkdownDashes dashes_;
  MarkdownComments comments_;
  std::string quoted_;              // the line, when it had to be made a quote
  std::vector<std::string> table_;  // a table that is drawn, see begin_table()
  std::size_t next_of_table_ = 0;
  std::string table_indent_;
  std::size_t wasted_ = 0;  // lines looked at that were no table
  bool below_heading_ = false;
  MarkdownSource out_;
  std::size_t quotes_ = 0;
  std::vector<std::size_t> lists_;  // columns where the content of the open items begins
  std::size_t blank_lines_ = 0;     // just before this line
  Fence fence_;
  std::size_t fence_base_ = 0;
  std::string_view raw_end_;
  bool in_note_ = false;
  std::size_t note_quotes_ = 0;
  std::size_t note_base_ = 0;
  std::size_t note_blank_lines_ = 0;
  bool may_be_lazy_ = false;  // a line without indentation goes on the paragraph before it
};

}  // namespace

MarkdownSource scan_markdown(std::string_view text, std::size_t first_line, Shields& shields) {
  return DefinitionScanner(text, first_line, shields).scan();
}

}  // namespace idsearch::indexer
