// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/mark_styles.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <set>
#include <string>
#include <utility>

#include "indexer/marks.hpp"
#include "indexer/note_lines.hpp"
#include "indexer/note_numbers.hpp"

namespace idsearch::indexer {

namespace {

constexpr std::size_t kNoteNumbers = 1000;  // those of at most three digits
// As in MarkRule: a skipped number or two, and a list that lost its last notes.
constexpr std::size_t kBeyondLastNote = 5;

using Signs = std::vector<std::vector<MarkSign>>;  // by text

// The numbers of the sure signs, by number; each doubtful sign that fits is made a sure one.
std::vector<bool> settle(Signs& texts) {
  std::vector<MarkSign*> all;
  for (auto& signs : texts)
    for (MarkSign& sign : signs) all.push_back(&sign);
  std::vector<bool> sure(kNoteNumbers);
  std::vector<std::size_t> doubtful(kNoteNumbers);
  for (const MarkSign* sign : all) {
    for (const std::size_t number : sign->numbers) {
      if (sign->sure) sure[number] = true;
      if (!sign->sure) ++doubtful[number];
    }
  }
  // The lowest sure number from each sign on.
  std::vector<std::size_t> after(all.size() + 1, std::numeric_limits<std::size_t>::max());
  for (std::size_t i = all.size(); i-- > 0;) {
    after[i] = after[i + 1];
    if (all[i]->sure) after[i] = std::min(after[i], std::ranges::min(all[i]->numbers));
  }
  const bool any = std::ranges::find(sure, true) != sure.end();
  std::size_t before = 0;
  for (std::size_t i = 0; any && i < all.size(); ++i) {
    MarkSign& sign = *all[i];
    const auto fits = [&](std::size_t number) {
      return !sure[number] && doubtful[number] == 1 && number > before && number < after[i];
    };
    if (!sign.sure && std::ranges::all_of(sign.numbers, fits)) sign.sure = true;
    if (!sign.sure) continue;
    for (const std::size_t number : sign.numbers) {
      sure[number] = true;
      before = std::max(before, number);
    }
  }
  return sure;
}

// Whether numbers in round brackets are the marks of notes up to `highest`: more than one, going up
// where each comes first, most numbers between being there, up to the last notes.
bool are_marks(const Signs& texts, std::size_t highest) {
  constexpr std::size_t kMostLost = 2;
  std::size_t last = 0, first = 0, count = 0;
  for (const auto& signs : texts) {
    for (const MarkSign& sign : signs) {
      if (!sign.sure) continue;
      for (const std::size_t number : sign.numbers) {
        if (number == 0 || number > highest) continue;
        if (first == 0) first = number;
        if (number < first) return false;
        if (number > last) ++count;
        last = std::max(last, number);
      }
    }
  }
  return count >= std::min<std::size_t>(2, highest) && last + kMostLost >= highest &&
         2 * count > last - first;
}

std::vector<bool> numbers_of(const std::vector<RawNote>& notes) {
  std::vector<bool> given(kNoteNumbers);
  for (const RawNote& note : notes) {
    const auto number = note_number(note.label);
    if (number < kNoteNumbers) given[number] = true;
  }
  return given;
}

}  // namespace

std::vector<bool> marked_numbers(std::span<const Line> lines, MarkStyle style) {
  if (style == MarkStyle::Square) return bracketed_numbers(lines);
  Signs texts;
  for (const Line& line : lines) texts.push_back(mark_signs(line.text, style));
  return settle(texts);
}

void take_other_marks(RawProfile& raw) {
  if (raw.notes.empty()) return;
  const std::vector<bool> given = numbers_of(raw.notes);
  const std::size_t highest =
      static_cast<std::size_t>(std::find(given.rbegin(), given.rend(), true).base() -
                               given.begin()) -
      1;
  const MarkRule rule(raw);
  const auto is_mark = [&rule](std::string_view label, MarkPlace place) {
    return rule(label, place);
  };
  std::vector<bool> in_square(kNoteNumbers);
  for (const RawBlock& block : raw.blocks) {
    if (block.marks || block.text.find('[') == std::string::npos) continue;
    for (const Mark& mark : take_marks(block.text, is_mark).marks)
      in_square[std::min<std::size_t>(note_number(mark.note), kNoteNumbers - 1)] = true;
  }
  const bool square = std::ranges::find(in_square, true) != in_square.end();
  for (const MarkStyle style : {MarkStyle::Raised, MarkStyle::Round}) {
    if (style == MarkStyle::Round && square) return;
    Signs texts;
    for (const RawBlock& block : raw.blocks) texts.push_back(mark_signs(block.text, style));
    // Beside square brackets raised digits are marks only where nothing else can be meant.
    if (square) {
      for (auto& signs : texts) {
        std::erase_if(signs, [&](const MarkSign& sign) {
          return !sign.sure ||
                 std::ranges::any_of(sign.numbers, [&](std::size_t n) { return in_square[n]; });
        });
      }
    }
    const std::vector<bool> numbers = settle(texts);
    bool answered = false;
    for (std::size_t n = 0; n < kNoteNumbers; ++n) answered = answered || (numbers[n] && given[n]);
    if (!answered || (style == MarkStyle::Round && !are_marks(texts, highest))) continue;
    const std::size_t most = style == MarkStyle::Raised ? highest + kBeyondLastNote : highest;
    for (std::size_t i = 0; i < raw.blocks.size(); ++i) {
      std::vector<ProvenMark> proven;
      for (const MarkSign& sign : texts[i]) {
        const auto counts = [&](std::size_t n) {
          return given[n] || (style == MarkStyle::Raised && n != 0 && n <= most);
        };
        if (!sign.sure || !std::ranges::all_of(sign.numbers, counts)) continue;
        ProvenMark mark{sign.begin, sign.end, {}};
        for (const std::size_t n : sign.numbers) mark.labels.push_back(std::to_string(n));
        proven.push_back(std::move(mark));
      }
      if (proven.empty()) continue;
      MarkedText marked = take_marks(raw.blocks[i].text, proven, is_mark);
      raw.blocks[i].text = std::move(marked.text);
      raw.blocks[i].marks = std::move(marked.marks);
    }
    return;
  }
}

}  // namespace idsearch::indexer
