// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text_units.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/characters.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

// Text is wrapped at 72 to 100 columns, now and then at 120; longer lines are whole paragraphs.
constexpr std::size_t kWidestWrap = 120;
// Nobody wraps prose at fewer columns; shorter lines are cells, addresses, verses.
constexpr std::size_t kNarrowestWrap = 40;

// Characters, or kWidestWrap + 1 for anything longer: long lines are not counted out.
std::size_t width_of(std::string_view line) {
  if (line.size() > 4 * kWidestWrap) return kWidestWrap + 1;
  return std::min(text::count_code_points(line), kWidestWrap + 1);
}

std::size_t first_word_width(std::string_view line) {
  std::size_t end = 0;
  for (Character c = first_character(line); c.length != 0 && !is_gap(c.code);
       c = character_at(line, end)) {
    end += c.length;
    if (end > 4 * kWidestWrap) break;
  }
  return width_of(line.substr(0, end));
}

// Cells of tables without blank lines are shorter. Chosen, not measured.
constexpr std::size_t kWidestCell = 60;

// "---|---", "|:--|--:|"
bool is_pipe_separator(std::string_view line) {
  return line.find('|') != std::string_view::npos && line.find("--") != std::string_view::npos &&
         line.find_first_not_of("|-: ") == std::string_view::npos;
}

// What is known of each line of a block.
struct BlockLine {
  std::string_view text;
  std::size_t number = 0;
  LineSigns signs;
  std::optional<ItemPrefix> prefix;
  const KnownHeading* known = nullptr;
  std::size_t width = 0;  // where it ends, indentation counted
  std::size_t indent = 0;
  bool heads_image = false;
};

// "… those born in": a heading may end so ("What the card is for"), but not in a paragraph's block.
bool ends_in_preposition(std::string_view line) {
  const std::size_t blank = line.find_last_of(' ');
  if (blank == std::string_view::npos) return false;
  constexpr auto kPrepositions = std::to_array<std::string_view>(
      {"in", "to", "for", "with", "by", "on", "at", "from", "as", "that", "which", "who", "is",
       "are", "was", "were", "has", "have", "be"});
  return std::ranges::find(kPrepositions, line.substr(blank + 1)) != kPrepositions.end();
}

class BlockReader {
 public:
  BlockReader(std::span<const Line> lines, bool tight, bool item_begun,
              std::vector<TextUnit>& units)
      : tight_(tight),
        at_margin_(lines.front().indent == 0),
        item_begun_(item_begun),
        units_(units) {
    lines_.reserve(lines.size());
    for (const Line& line : lines) {
      BlockLine known{line.text, line.number, {},          item_prefix(line.text),
                      nullptr,   0,           line.indent, false};
      known.signs = line_signs(line.text, known.prefix ? known.prefix->length : 0);
      if (known.signs.is_short) known.known = known_heading(line.text);
      known.width = std::min(line.indent, kWidestWrap) + width_of(line.text);
      known.heads_image = line.heads_image;
      widest_ = std::max(widest_, known.width);
      has_pipes_ = has_pipes_ || line.text.front() == '|' || is_pipe_separator(line.text);
      lines_.push_back(std::move(known));
    }
    sentence_a_line_ = std::all_of(lines_.begin(), lines_.end(), [](const BlockLine& line) {
      return line.signs.ends_sentence || line.known != nullptr;
    });
    const LineSigns& last = lines_.back().signs;
    one_sentence_ = !lines_.front().signs.begins_small && last.ends_sentence;
    is_wrapped_ = find_wrapped();
  }

  // Returns whether a lone bullet waits for its text.
  bool read() {
    const std::size_t first_unit = units_.size();
    if (!read_wrapped_heading()) {
      for (std::size_t i = 0; i < lines_.size(); ++i) read_line(i, first_unit);
    }
    const bool alone = units_.size() - first_unit == 1;
    for (std::size_t u = first_unit; u < units_.size(); ++u) {
      TextUnit& unit = units_[u];
      unit.shares_block = !alone;
      unit.own_block = alone || tight_;
      unit.at_margin = at_margin_;
      // A unit of several lines looks different as a whole.
      unit.signs = line_signs(unit.text, unit.prefix ? unit.prefix->length : 0);
    }
    return item_begun_;
  }

 private:
  // A known heading that is too long for the lines of a wrapped dump.
  bool read_wrapped_heading() {
    constexpr std::size_t kMostLines = 3;
    if (lines_.size() < 2 || lines_.size() > kMostLines || item_begun_) return false;
    std::string title;
    for (const BlockLine& line : lines_) {
      if (!line.signs.is_short) return false;
      if (!title.empty()) title += ' ';
      title += line.text;
    }
    const KnownHeading* known = known_heading(title);
    if (known == nullptr) return false;
    begin(lines_.front());
    units_.back().text = title;
    units_.back().known = known;
    return true;
  }

  void read_line(std::size_t i, std::size_t first_unit) {
    if (!may_be_heading(i)) lines_[i].known = nullptr;
    const BlockLine& line = lines_[i];
    if (has_pipes_ && line.text.find('|') != std::string_view::npos) {
      if (!is_pipe_separator(line.text)) {
        begin(line);
        units_.back().row = true;
      }
      return;
    }
    const bool goes_on =
        i > 0 && units_.size() > first_unit && !units_.back().row && !item_begun_ && goes_on_in(i);
    if (goes_on) {
      if (!parts_word(units_.back().text, line.text)) units_.back().text += ' ';
      units_.back().text += line.text;
      return;
    }
    begin(line);
    if (line.known != nullptr) units_.back().known = line.known;
  }

  void begin(const BlockLine& line) {
    if (line.prefix && line.prefix->length == line.text.size()) {  // a bullet alone on its line
      item_begun_ = true;
      return;
    }
    item_indent_ = line.indent;
    TextUnit unit;
    unit.line = line.number;
    unit.heads_image = line.heads_image;
    unit.bullet = std::exchange(item_begun_, false);
    unit.text = line.text;
    if (line.prefix && line.prefix->kind == ItemPrefix::Kind::Bullet) {
      unit.bullet = true;
      unit.text.erase(0, line.prefix->length);
    } else {
      unit.prefix = line.prefix;
    }
    units_.push_back(std::move(unit));
  }

  bool find_wrapped() const {
    if (widest_ < kNarrowestWrap || widest_ > kWidestWrap) return false;
    std::size_t breaks = 0;
    std::size_t full = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      const LineSigns& signs = lines_[i].signs;
      const bool item = lines_[i + 1].prefix &&
                        (lines_[i].prefix || signs.ends_sentence || signs.ends_open || !is_full(i));
      if (item || lines_[i].known != nullptr) continue;
      ++breaks;
      if (is_full(i)) ++full;
    }
    const LineSigns& last = lines_.back().signs;
    // The widest line is always full: fewer than three breaks prove little.
    const bool prose = breaks >= 3 || last.ends_sentence || last.ends_open || last.has_mark;
    return prose && 2 * full > breaks;
  }

  // A known name in a row of cells is a cell: in a block, a heading is the first line or stands
  // behind a sentence or another heading. Without blank lines a paragraph may lack its full stop.
  bool may_be_heading(std::size_t i) const {
    if (lines_[i].signs.begins_small) return false;
    if (i == 0 || lines_[i].heads_image) return true;
    const BlockLine& before = lines_[i - 1];
    return before.signs.ends_sentence || before.known != nullptr ||
           (tight_ && before.width > kWidestCell);
  }

  bool begins_item(std::size_t i) const {
    const BlockLine& line = lines_[i];
    if (!line.prefix) return false;
    const LineSigns& before = lines_[i - 1].signs;
    if (before.ends_sentence || before.ends_open || !is_full(i - 1)) return true;
    // Behind a full line in mid-sentence a dash or a number may just be the next word, unless it
    // continues the list.
    const TextUnit& unit = units_.back();
    if (line.prefix->kind == ItemPrefix::Kind::Bullet) {
      const char32_t c = first_character(line.text).code;
      return unit.bullet || (c != '-' && c != 0x2013);
    }
    return unit.prefix && unit.prefix->kind == line.prefix->kind &&
           unit.prefix->value + 1 == line.prefix->value;
  }

  bool is_full(std::size_t i) const {
    return lines_[i].width + 1 + first_word_width(lines_[i + 1].text) > widest_;
  }

  // Whether line i goes on where line i - 1 ended.
  bool goes_on_in(std::size_t i) const {
    const BlockLine& before = lines_[i - 1];
    const BlockLine& line = lines_[i];
    if (begins_item(i) || (has_pipes_ && is_pipe_separator(before.text))) return false;
    if (before.known != nullptr || line.known != nullptr) return false;
    if (sentence_a_line_) return false;
    if (is_wrapped_ && is_full(i - 1)) return true;
    const bool in_item = units_.back().bullet;
    const bool no_cell = before.width >= kNarrowestWrap || one_sentence_ || in_item;
    // "• EU candidate since 2022;", "  visa-free since 2014": set in below its bullet.
    if (units_.back().bullet && line.indent > item_indent_ && before.known == nullptr) return true;
    const bool open_end = before.signs.ends_colon || before.signs.ends_semicolon;
    if (before.signs.ends_sentence || open_end) return false;
    const bool amid =
        before.signs.ends_amid_sentence ||
        (!tight_ && before.width >= kNarrowestWrap && ends_in_preposition(before.text));
    if (!line.signs.begins_small && !amid) return false;
    return no_cell;
  }

  std::vector<BlockLine> lines_;
  bool tight_;
  bool at_margin_;
  bool item_begun_;
  std::size_t item_indent_ = 0;  // of the line that began the last unit
  std::vector<TextUnit>& units_;
  std::size_t widest_ = 0;
  bool has_pipes_ = false;
  bool sentence_a_line_ = false;
  bool one_sentence_ = false;
  bool is_wrapped_ = false;
};

}  // namespace

bool parts_word(std::string_view before, std::string_view after) {
  if (!before.ends_with('-') && !before.ends_with("\u00AD") && !before.ends_with("\u2010"))
    return false;
  before.remove_suffix(last_character(before).length);
  if (!is_letter(last_character(before).code) || !is_small_letter(first_character(after).code))
    return false;
  const std::string_view word = after.substr(0, after.find(' '));
  constexpr auto kJoints =
      std::to_array<std::string_view>({"and", "or", "to", "und", "oder", "et", "y", "o"});
  return std::ranges::find(kJoints, word) == kJoints.end();
}

std::vector<TextUnit> text_units(std::span<const Line> body) {
  std::vector<TextUnit> units;
  // Without any blank line a block says nothing.
  const bool tight =
      body.size() > 1 &&
      std::none_of(body.begin() + 1, body.end(), [](const Line& line) { return line.after_blank; });
  bool item_begun = false;
  for (std::size_t i = 0; i < body.size();) {
    std::size_t end = i + 1;
    while (end < body.size() && !body[end].begins_block) ++end;
    item_begun = BlockReader(body.subspan(i, end - i), tight, item_begun, units).read();
    i = end;
  }
  return units;
}

}  // namespace idsearch::indexer
