// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_html.hpp"

#include <cmark-gfm/buffer.h>
#include <cmark-gfm/houdini.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "indexer/html_tags.hpp"
#include "indexer/markdown_tags.hpp"
#include "indexer/raised_numbers.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using Kind = RawBlock::Kind;

constexpr std::array<std::string_view, 5> kWordless{"script", "style", "template", "noscript",
                                                    "svg"};

bool is_wordless(std::string_view name) {
  return std::find(kWordless.begin(), kWordless.end(), name) != kWordless.end();
}

// An end that is missing is looked for up to the end of the block; behind so many bytes of it all
// further "<" are words. Some fifty in the largest piece.
constexpr std::size_t kMostSearched = std::size_t{16} << 20;

std::string without_entities(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  cmark_strbuf buffer;
  cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0);
  houdini_unescape_html_f(&buffer, reinterpret_cast<const std::uint8_t*>(text.data()),
                          static_cast<bufsize_t>(text.size()));
  std::string out(cmark_strbuf_cstr(&buffer), static_cast<std::size_t>(cmark_strbuf_len(&buffer)));
  cmark_strbuf_free(&buffer);
  return out;
}

class HtmlPieceReader {
 public:
  HtmlPieceReader(std::string_view html, std::size_t line, Shields& shields)
      : html_(html), line_(line), shields_(shields) {}

  std::vector<MarkdownBlock> read() {
    while (at_ < html_.size()) {
      const auto tag = next_tag();
      if (!tag) {
        const std::size_t end = std::min(html_.find('<', at_ + 1), html_.size());
        add_words(html_.substr(at_, end - at_));
        at_ = end;
      } else if (tag->name.empty() || is_html_element(tag->name)) {
        count_lines(at_ + tag->length);
        at_ += tag->length;
        take(*tag);
      } else {
        if (tag->is_words) add_words(html_.substr(at_, tag->length));
        at_ += tag->length;
      }
    }
    end_block();
    return std::move(blocks_);
  }

 private:
  std::optional<HtmlTag> next_tag() {
    if (html_[at_] != '<' || searched_ > kMostSearched) return std::nullopt;
    auto tag = read_html_tag(html_.substr(at_));
    if (!tag) searched_ += html_.size() - at_;
    return tag;
  }

  void add_words(std::string_view source) {
    for (const char c : shields_.words(without_entities(source))) {
      if (!is_html_space(c)) {
        if (text_.empty()) block_line_ = line_;
        text_ += c;
      } else if (!text_.empty() && text_.back() != ' ') {
        text_ += ' ';
      }
      if (c == '\n') ++line_;
    }
  }

  void count_lines(std::size_t end) {
    line_ += static_cast<std::size_t>(std::count(html_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                 html_.begin() + static_cast<std::ptrdiff_t>(end),
                                                 '\n'));
  }

  void take(const HtmlTag& tag) {
    if (is_wordless(tag.name) && !tag.is_closing) return skip_to_end_of(tag.name);
    if (tag.name == "br") {
      add_words(" ");
    } else if (tag.name == "sup") {
      if (!tag.is_closing) {
        raised_from_ = text_.size();
      } else if (raised_from_ <= text_.size()) {
        raise(raised_from_, text_, shields_);
      }
    } else if (!tag.name.empty() && !is_inline_element(tag.name)) {
      take_block(tag);
    }
  }

  void take_block(const HtmlTag& tag) {
    const bool cell = tag.name == "td" || tag.name == "th";
    if (cell || tag.name == "tr") return take_table_tag(tag, cell);
    if (tag.name == "table") head_.clear();
    end_block();
    if (tag.is_closing) {
      kind_ = Kind::Paragraph;
    } else if (tag.name == "li") {
      kind_ = Kind::Item;
    } else if (tag.name.size() == 2 && tag.name[0] == 'h' && text::is_ascii_digit(tag.name[1])) {
      kind_ = Kind::Heading;
      level_ = static_cast<std::size_t>(tag.name[1] - '0');
    } else if (tag.name != "p" || kind_ == Kind::Heading) {
      kind_ = Kind::Paragraph;
    }
  }

  void take_table_tag(const HtmlTag& tag, bool cell) {
    if (cell && tag.is_closing) {
      end_cell();
    } else if (cell) {
      if (in_cell_) end_cell();
      in_cell_ = true;
      header_ = header_ && tag.name == "th";
    } else {
      end_row();
    }
  }

  void end_cell() {
    if (!in_cell_) return;
    if (cells_.empty()) row_line_ = text_.empty() ? line_ : block_line_;
    cells_.emplace_back(text::trim(std::exchange(text_, {})));
    in_cell_ = false;
  }

  void end_row() {
    if (in_cell_) end_cell();
    const bool words = std::any_of(cells_.begin(), cells_.end(),
                                   [](const std::string& cell) { return !cell.empty(); });
    if (words && header_) {
      head_ = std::move(cells_);
    } else if (words) {
      MarkdownBlock row;
      row.head = std::exchange(head_, {});
      row.kind = Kind::Row;
      row.line = row_line_;
      row.cells = std::move(cells_);
      blocks_.push_back(std::move(row));
    }
    cells_.clear();
    header_ = true;
  }

  void end_block() {
    if (in_cell_) {
      if (!text_.empty() && text_.back() != ' ') text_ += ' ';
      return;
    }
    if (!cells_.empty()) end_row();
    raised_from_ = std::string::npos;
    const std::string_view words = text::trim(text_);
    if (!words.empty()) {
      MarkdownBlock block;
      block.kind = kind_;
      block.level = kind_ == Kind::Heading ? level_ : 0;
      block.line = block_line_;
      block.text = words;
      blocks_.push_back(std::move(block));
    }
    text_.clear();
  }

  void skip_to_end_of(const std::string& name) {
    const std::string close = "</" + name;
    const auto same = [](char a, char b) { return text::ascii_lower(a) == b; };
    const auto found = std::search(html_.begin() + static_cast<std::ptrdiff_t>(at_), html_.end(),
                                   close.begin(), close.end(), same);
    const auto end = static_cast<std::size_t>(found - html_.begin());
    count_lines(end);
    at_ = end;
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t line_;
  Shields& shields_;
  std::vector<MarkdownBlock> blocks_;
  std::size_t searched_ = 0;  // bytes, for ends of tags that have none
  Kind kind_ = Kind::Paragraph;
  std::size_t level_ = 0;
  std::string text_;
  std::size_t block_line_ = 0;
  std::vector<std::string> cells_;
  std::size_t row_line_ = 0;
  bool in_cell_ = false;
  bool header_ = true;  // no <td> in this row so far
  std::vector<std::string> head_;
  std::size_t raised_from_ = std::string::npos;
};

// Enough of a text to tell an exponent.
std::string_view last_bytes(std::string_view text) {
  constexpr std::size_t kEnough = 200;
  return text.substr(text.size() > kEnough ? text.size() - kEnough : 0);
}

}  // namespace

void raise(std::size_t start, std::string& out, Shields& shields) {
  const std::string words(text::trim(std::string_view(out).substr(start)));
  if (!is_mark_number(words)) return;
  out.resize(start);
  const RaisedNumber kind = read_raised_number(shields.shown_words(last_bytes(out)), words);
  const bool power = kind == RaisedNumber::Exponent || kind == RaisedNumber::LikelyExponent;
  out += shields.token({power ? Shield::Kind::Power : Shield::Kind::Raised, words, words, 0});
}

std::vector<MarkdownBlock> html_blocks(std::string_view html, std::size_t line, Shields& shields) {
  return HtmlPieceReader(html, line, shields).read();
}

}  // namespace idsearch::indexer
