// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text_roman_notes.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/characters.hpp"
#include "indexer/item_prefix.hpp"
#include "indexer/marks.hpp"
#include "indexer/text_headings.hpp"
#include "indexer/text_units.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

struct RomanLabel {
  std::string_view label;
  std::size_t value = 0;
  std::size_t end = 0;  // behind "]"
};

// "[xiv]" at byte `at`; small letters only, below 40 as numbers of items are.
std::optional<RomanLabel> roman_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 6;  // "xxviii"
  if (at >= text.size() || text[at] != '[') return std::nullopt;
  const std::size_t length = text.substr(at, kLongest + 2).find(']');
  if (length == std::string_view::npos || length == 1) return std::nullopt;
  const std::size_t close = at + length;
  const std::string_view label = text.substr(at + 1, close - at - 1);
  if (label.find_first_not_of("ivx") != std::string_view::npos) return std::nullopt;
  // "v" and "x" alone are letters to item_prefix.
  if (label == "v" || label == "x") return RomanLabel{label, label == "v" ? 5u : 10u, close + 1};
  const auto prefix = item_prefix(std::string(label) + ". x");
  if (!prefix || prefix->kind != ItemPrefix::Kind::SmallRoman) return std::nullopt;
  return RomanLabel{label, prefix->value, close + 1};
}

}  // namespace

bool take_roman_notes(NoteList& list) {
  // Backwards from the end to the note "[i]", each number one less than the one behind it.
  std::vector<std::size_t> starts;
  std::size_t expected = 0;
  for (std::size_t i = list.body.size(); i-- > 0;) {
    const auto label = roman_at(list.body[i].text, 0);
    if (!label) {
      if (starts.empty() || !list.body[i].begins_block) continue;
      break;
    }
    if (expected != 0 && label->value != expected) break;
    starts.push_back(i);
    expected = label->value - 1;
    if (expected == 0) break;
  }
  if (starts.empty() || expected != 0) return false;
  std::ranges::reverse(starts);
  std::set<std::string, std::less<>> labels;
  std::vector<RawNote> notes;
  for (std::size_t k = 0; k < starts.size(); ++k) {
    const std::size_t end = k + 1 < starts.size() ? starts[k + 1] : list.body.size();
    const std::string_view line = list.body[starts[k]].text;
    const auto label = roman_at(line, 0);
    std::string text(line.substr(label->end + leading_blanks(line.substr(label->end))));
    for (std::size_t i = starts[k] + 1; i < end; ++i) {
      if (!text.empty() && !parts_word(text, list.body[i].text)) text += ' ';
      text += list.body[i].text;
    }
    labels.emplace(label->label);
    notes.push_back({std::string(label->label), std::move(text), list.body[starts[k]].number});
  }
  const auto has_mark = [&](const Line& line) {
    for (std::size_t at = line.text.find('[', 1); at != std::string_view::npos;
         at = line.text.find('[', at + 1)) {
      const auto label = roman_at(line.text, at);
      if (label && labels.contains(label->label)) return true;
    }
    return false;
  };
  const auto first = list.body.begin() + static_cast<std::ptrdiff_t>(starts.front());
  if (std::none_of(list.body.begin(), first, has_mark)) return false;
  list.body.erase(first, list.body.end());
  if (!list.body.empty() && is_notes_title(list.body.back().text)) list.body.pop_back();
  list.notes = std::move(notes);
  return true;
}

void take_roman_marks(RawProfile& raw) {
  std::set<std::string, std::less<>> labels;
  for (const RawNote& note : raw.notes) labels.insert(note.label);
  const auto no_others = [](std::string_view, MarkPlace) { return false; };
  for (RawBlock& block : raw.blocks) {
    std::vector<ProvenMark> proven;
    for (std::size_t at = block.text.find('['); at != std::string::npos;
         at = block.text.find('[', at + 1)) {
      const auto label = roman_at(block.text, at);
      if (!label || !labels.contains(label->label)) continue;
      proven.push_back({at, label->end, {std::string(label->label)}});
    }
    if (proven.empty()) continue;
    MarkedText marked = take_marks(block.text, proven, no_others);
    block.text = std::move(marked.text);
    block.marks = std::move(marked.marks);
    // "An app followed.[i], [ii]": a sentence, which its marks hid.
    const std::string_view words = text::trim(block.text);
    if (block.kind == RawBlock::Kind::Heading && !words.empty() &&
        std::string_view(".!").find(words.back()) != std::string_view::npos) {
      block.kind = RawBlock::Kind::Paragraph;
      block.level = 0;
    }
  }
}

}  // namespace idsearch::indexer
