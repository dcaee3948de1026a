// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/excerpt.hpp"

#include <algorithm>

namespace idsearch::query {
namespace {

// Four lines of a terminal: leaving a sentence out of less would save nothing and cost context.
constexpr std::size_t kShortText = 320;

}  // namespace

Excerpt whole_text(const Hit& hit) {
  Excerpt excerpt;
  if (!hit.text.empty()) excerpt.parts.push_back({0, hit.text.size(), 0});
  return excerpt;
}

Excerpt matching_sentences(const Hit& hit) {
  if (hit.text.size() <= kShortText) return whole_text(hit);
  Excerpt excerpt;
  std::size_t left_out = 0;
  for (const Sentence& sentence : hit.sentences) {
    const bool matches = std::ranges::any_of(hit.highlights, [&](const Highlight& highlight) {
      return highlight.start < sentence.end && highlight.end > sentence.start;
    });
    const bool bears_match = std::ranges::any_of(hit.notes, [&](const HitNote& note) {
      return note.in_highlight && holds_mark({sentence.start, sentence.end, 0}, note.at);
    });
    if (!matches && !bears_match) {
      ++left_out;
      continue;
    }
    if (left_out == 0 && !excerpt.parts.empty()) {
      excerpt.parts.back().end = sentence.end;
    } else {
      excerpt.parts.push_back({sentence.start, sentence.end, left_out});
    }
    left_out = 0;
  }
  excerpt.left_out_after = left_out;
  return excerpt.parts.empty() ? whole_text(hit) : excerpt;
}

bool holds_mark(const ExcerptPart& part, std::size_t at) {
  return (at > part.start && at <= part.end) || (at == 0 && part.start == 0);
}

std::vector<const HitNote*> notes_of(const Hit& hit, const Excerpt& excerpt) {
  std::vector<const HitNote*> notes;
  for (const HitNote& note : hit.notes) {
    const bool shown = std::ranges::any_of(
        excerpt.parts, [&](const ExcerptPart& part) { return holds_mark(part, note.at); });
    const bool listed = std::ranges::any_of(
        notes, [&](const HitNote* other) { return other->label == note.label; });
    if (shown && !listed) notes.push_back(&note);
  }
  return notes;
}

}  // namespace idsearch::query
