// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text_blocks.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "indexer/characters.hpp"
#include "indexer/text_head.hpp"
#include "indexer/text_units.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using Kind = RawBlock::Kind;

// "A run of three or more short unpunctuated lines is a table or a list" (profile-formats 2.4).
constexpr std::size_t kShortestRun = 3;
// Cells of tables in the pages seen have up to two or three lines of text; in bytes.
constexpr std::size_t kLongestCell = 300;
// Behind "…the following:" two lines are a list already.
constexpr std::size_t kShortestRunBehindColon = 2;
// Headings at the margin that show how a dump is laid out: the dumps of pages seen have up to three
// before all else, headings too, is indented.
constexpr std::size_t kFewestAtMargin = 4;

class BlockMaker {
 public:
  explicit BlockMaker(std::vector<TextUnit> units) : units_(std::move(units)) {
    read_bare_numbers();
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (units_[i].known != nullptr) last_of_[units_[i].known] = i;
    }
    margin_shows_headings_ = find_headings_at_margin();
  }

  std::vector<RawBlock> make() {
    blocks_.reserve(units_.size());
    for (std::size_t i = 0; i < units_.size();) i = make_from(i);
    return std::move(blocks_);
  }

 private:
  // A known name directly behind the caption of a table, with further cells behind it.
  bool heads_column(std::size_t i) const {
    constexpr std::size_t kFewestCells = 2;
    if (!behind_caption_ || units_[i].heads_image) return false;
    std::size_t end = i + 1;
    while (end < units_.size() && end <= i + kFewestCells && is_bare_in_run(end)) ++end;
    return end > i + kFewestCells;
  }

  std::size_t add_cell(std::size_t i) {
    add(i, Kind::Item);
    in_table_ = true;
    return i + 1;
  }

  // Handles unit `i` and those that must be seen together with it; returns the next index.
  std::size_t make_from(std::size_t i) {
    const TextUnit& unit = units_[i];
    if (unit.bullet || unit.row) return add(i, Kind::Item);
    if (unit.known != nullptr && heads_column(i)) return add_cell(i);
    if (unit.known != nullptr) {
      const std::size_t end = menu_end(i);
      return end > i ? end : add_heading(i);
    }
    if (unit.text == "flag" && unit.own_block) return i + 1;  // alt text of an image
    if (is_updated_line(unit.text)) return add(i, Kind::Paragraph);
    if (unit.prefix && !is_amount(unit)) return make_numbered(i);
    if (heads_image(i) || heads_by_margin(i)) return add_heading(i);
    if (is_bare(i)) return make_run(i);
    if (unit.signs.is_caption && unit.signs.is_short) {
      add(i, Kind::Paragraph);
      in_table_ = true;
      behind_caption_ = true;
      return i + 1;
    }
    return add(i, is_listed(i) ? Kind::Item : Kind::Paragraph);
  }

  // Behind a table of contents or the labels of the tabs that begins at `i`: three or more
  // different known headings in a row that all come again. `i` when there is none.
  std::size_t menu_end(std::size_t i) const {
    std::set<const KnownHeading*> row;
    std::size_t end = i;
    while (end < units_.size() && units_[end].known != nullptr &&
           row.insert(units_[end].known).second) {
      ++end;
    }
    const bool menu = row.size() >= kShortestRun &&
                      std::all_of(row.begin(), row.end(),
                                  [&](const auto* known) { return last_of_.at(known) >= end; });
    return menu ? end : i;
  }

  // "1 Introduction", "2 Law": numbers without a dot, when they count 1, 2, 3 … with text between.
  // Cells of a table have nothing between them, and "12 districts" counts nothing.
  void read_bare_numbers() {
    struct Numbered {
      std::size_t unit = 0;
      ItemPrefix prefix;
      LineSigns signs;
    };
    std::vector<Numbered> counted;
    std::size_t others = 0;
    for (std::size_t i = 0; i + 1 < units_.size(); ++i) {
      const TextUnit& unit = units_[i];
      if (!unit.own_block || unit.bullet || unit.row || unit.prefix || !unit.signs.is_bare)
        continue;
      const auto prefix = bare_number(unit.text);
      if (!prefix) continue;
      const LineSigns signs = line_signs(unit.text, prefix->length);
      const bool next = prefix->value == counted.size() + 1;
      const bool apart = counted.empty() || i > counted.back().unit + 1;
      if (signs.may_be_heading && next && apart) {
        counted.push_back({i, *prefix, signs});
      } else {
        ++others;
      }
    }
    if (counted.size() < 2 || others >= counted.size()) return;
    for (const Numbered& one : counted) {
      TextUnit& unit = units_[one.unit];
      unit.prefix = one.prefix;
      unit.signs = one.signs;
      unit.known = known_heading(std::string_view(unit.text).substr(one.prefix.length));
    }
  }

  static std::optional<ItemPrefix> bare_number(std::string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && text::is_ascii_digit(text[digits])) ++digits;
    if (digits == 0 || digits > 2) return std::nullopt;
    const std::size_t blanks = leading_blanks(text.substr(digits));
    const char32_t letter = character_at(text, digits + blanks).code;
    if (blanks == 0 || !is_letter(letter) || is_small_letter(letter)) return std::nullopt;
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + digits, value);
    return ItemPrefix{ItemPrefix::Kind::Decimal, 1, value, digits + blanks};
  }

  // Whether all that stands at the margin looks like headings, most with indented text behind.
  // A table in such a dump is indented as the text around it, or its rows stand at the margin with
  // nothing between them.
  bool find_headings_at_margin() const {
    std::size_t at_margin = 0, with_text = 0;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const TextUnit& unit = units_[i];
      if (!unit.at_margin || (unit.text == "flag" && unit.own_block)) continue;
      if (!unit.own_block || (unit.known == nullptr && !unit.signs.may_be_heading)) return false;
      ++at_margin;
      if (i + 1 < units_.size() && !units_[i + 1].at_margin) ++with_text;
    }
    return at_margin >= kFewestAtMargin && with_text * 2 > at_margin;
  }

  // A line at the margin with its text behind it, perhaps behind one more such line.
  bool heads_by_margin(std::size_t i) const {
    if (!margin_shows_headings_ || i >= units_.size() || !units_[i].at_margin) return false;
    const std::size_t next = i + 1;
    if (next >= units_.size()) return false;
    return !units_[next].at_margin || (next + 1 < units_.size() && !units_[next + 1].at_margin);
  }

  // "1.4 million"
  static bool is_amount(const TextUnit& unit) {
    return unit.prefix && unit.prefix->kind == ItemPrefix::Kind::Decimal &&
           unit.prefix->depth > 1 && unit.signs.begins_small;
  }

  // A line of a table or list, or a heading that nobody knows.
  bool is_bare(std::size_t i) const {
    const TextUnit& unit = units_[i];
    return unit.signs.is_bare && !unit.bullet && !unit.row && (!unit.prefix || is_amount(unit)) &&
           unit.known == nullptr && !is_updated_line(unit.text);
  }

  // Image placeholders follow the top headings.
  bool heads_image(std::size_t i) const {
    return units_[i].heads_image && units_[i].signs.may_be_heading;
  }

  // A numbered line that could be a heading by its own looks.
  bool is_numbered_title(std::size_t i) const {
    const TextUnit& unit = units_[i];
    return unit.own_block && unit.prefix && !unit.bullet && unit.signs.may_be_heading &&
           unit.known == nullptr && numbers_.fits(*unit.prefix);
  }

  static bool are_siblings(const ItemPrefix& a, const ItemPrefix& b) {
    return a.kind == b.kind && a.depth == b.depth;
  }

  // "3.5 million people" and "J. Smith" begin with no number of an item.
  bool is_item_number(std::size_t i) const {
    const ItemPrefix& prefix = *units_[i].prefix;
    if (prefix.kind == ItemPrefix::Kind::CapitalLetter) return numbers_.fits(prefix);
    return prefix.depth == 1;
  }

  // Three or more of the same kind with nothing between them are a list.
  std::size_t make_numbered(std::size_t i) {
    if (!is_numbered_title(i)) return add(i, is_item_number(i) ? Kind::Item : Kind::Paragraph);
    std::size_t end = i + 1;
    while (end < units_.size() && units_[end].prefix && !units_[end].bullet &&
           units_[end].known == nullptr && units_[end].signs.is_bare &&
           are_siblings(*units_[i].prefix, *units_[end].prefix)) {
      ++end;
    }
    if (end - i < (behind_colon_ ? kShortestRunBehindColon : kShortestRun)) return add_heading(i);
    while (i < end) i = add(i, Kind::Item);
    return end;
  }

  bool is_bare_in_run(std::size_t i) const {
    return i < units_.size() && is_bare(i) && !heads_image(i) && !heads_by_margin(i);
  }

  // A longer line without a full stop: text of a cell, if cells stand around it.
  bool is_long_cell(std::size_t i) const {
    if (i >= units_.size() || heads_by_margin(i)) return false;
    const TextUnit& unit = units_[i];
    return !unit.bullet && !unit.row && !unit.prefix && unit.known == nullptr &&
           !unit.signs.is_bare && !unit.signs.ends_sentence && !unit.signs.ends_open &&
           unit.text.size() <= kLongestCell && !is_updated_line(unit.text);
  }

  // Behind a run of bare lines that longer cells interrupt; `i` when it is no table for sure.
  // Paragraphs without a full stop have headings too, but seldom two headings twice: a table has
  // two bare lines side by side in two places.
  std::size_t table_end(std::size_t i) const {
    std::size_t end = i, side_by_side = 0;
    while (is_bare_in_run(end) || is_long_cell(end)) {
      if (end > i && is_bare_in_run(end) && is_bare_in_run(end - 1)) ++side_by_side;
      ++end;
    }
    return side_by_side >= 2 ? end : i;
  }

  // Whether most units from `i` to `end` are paragraphs that only lack a full stop at their end.
  bool holds_sentences(std::size_t i, std::size_t end) const {
    const auto said = std::count_if(units_.begin() + static_cast<std::ptrdiff_t>(i),
                                    units_.begin() + static_cast<std::ptrdiff_t>(end),
                                    [](const TextUnit& unit) { return unit.signs.has_sentence; });
    return 2 * static_cast<std::size_t>(said) > end - i;
  }

  std::size_t make_run(std::size_t i) {
    std::size_t end = i;
    while (is_bare_in_run(end)) ++end;
    end = std::max(end, table_end(i));
    const std::size_t shortest = in_table_       ? 1
                                 : behind_colon_ ? kShortestRunBehindColon
                                                 : kShortestRun;
    if (end - i >= shortest && !holds_sentences(i, end)) {
      const bool table = in_table_;
      while (i < end) i = add(i, Kind::Item);
      in_table_ = table;
      return end;
    }
    while (i < end) {
      const TextUnit& unit = units_[i];
      const bool heads_something =
          i + 1 < units_.size() && !(margin_shows_headings_ && units_[i + 1].at_margin);
      const bool heading = unit.own_block && unit.signs.may_be_heading && heads_something;
      i = heading ? add_heading(i) : add(i, Kind::Paragraph);
    }
    return end;
  }

  // Lists without bullets: lines of one block that end in ";", and the line behind them.
  bool is_listed(std::size_t i) const {
    const TextUnit& unit = units_[i];
    return unit.signs.is_short && unit.shares_block &&
           (unit.signs.ends_semicolon || behind_semicolon_);
  }

  bool is_numbered(const TextUnit& unit) const {
    return unit.prefix && !unit.bullet && numbers_.fits(*unit.prefix);
  }

  // How much deeper than their own numbers the headings behind top heading `i`, which has none,
  // stand: one level where a part of it that is known counts from the top ("Law", "1. Data
  // Protection").
  std::size_t depth_below(std::size_t i) const {
    const std::string_view name = units_[i].known->key;
    for (std::size_t next = i + 1; next < units_.size(); ++next) {
      const TextUnit& unit = units_[next];
      if (unit.known == nullptr) continue;
      if (!unit.prefix && unit.known->level == 1) return 0;
      if (unit.prefix && unit.prefix->depth == 1 && unit.known->parent == name) return 1;
    }
    return 0;
  }

  // Whether headings are counted from 1 below known heading `i`: "Law", "Data Protection", "1.
  // Access".
  bool numbers_begin_behind(std::size_t i) const {
    for (std::size_t next = i + 1; next < units_.size(); ++next) {
      const TextUnit& unit = units_[next];
      if (unit.known != nullptr) return false;
      if (!unit.prefix || unit.bullet) continue;
      return unit.prefix->depth == 1 && unit.prefix->value == 1 && unit.own_block &&
             unit.signs.may_be_heading;
    }
    return false;
  }

  std::size_t add_heading(std::size_t i) {
    const TextUnit& unit = units_[i];
    const bool numbered = is_numbered(unit);
    if (!numbered && unit.known != nullptr && unit.known->level == 1) {
      depth_ = top_depth_ = depth_below(i);
      numbers_ = {};
      below_top_ = true;
    } else if (!numbered && unit.known != nullptr && unit.known->level == 2 && below_top_) {
      depth_ = numbers_begin_behind(i) ? 2 : top_depth_;
    }
    std::size_t level = numbered ? numbers_.level(*unit.prefix) : 0;
    if (level != 0) level += depth_;
    add(i, Kind::Heading);
    blocks_.back().level = level;
    return i + 1;
  }

  std::size_t add(std::size_t i, Kind kind) {
    TextUnit& unit = units_[i];
    in_table_ = false;
    behind_caption_ = false;
    behind_colon_ = kind != Kind::Heading && unit.signs.ends_colon;
    behind_semicolon_ = kind == Kind::Item && unit.signs.ends_semicolon;
    RawBlock block;
    block.kind = kind;
    block.text = std::move(unit.text);
    block.line = unit.line;
    blocks_.push_back(std::move(block));
    return i + 1;
  }

  std::vector<TextUnit> units_;
  std::vector<RawBlock> blocks_;
  HeadingNumbers numbers_;
  std::size_t depth_ = 0;      // of numbered headings, below what their numbers say
  std::size_t top_depth_ = 0;  // the same, directly below the last top heading
  bool below_top_ = false;     // a known top heading without number came
  bool margin_shows_headings_ = false;
  std::map<const KnownHeading*, std::size_t> last_of_;  // unit where each comes last
  bool in_table_ = false;                               // behind a caption and its cells
  bool behind_caption_ = false;                         // directly behind it
  bool behind_colon_ = false;                           // behind "…the following:"
  bool behind_semicolon_ = false;                       // behind an item that ends in ";"
};

}  // namespace

std::vector<RawBlock> text_blocks(std::span<const Line> body) {
  return BlockMaker(text_units(body)).make();
}

}  // namespace idsearch::indexer
