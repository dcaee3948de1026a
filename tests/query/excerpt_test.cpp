// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/excerpt.hpp"

#include <gtest/gtest.h>

#include "sample_hit.hpp"

namespace idsearch::query {
namespace {

/// Ten sentences of 50 bytes.
Hit long_hit(const std::vector<std::size_t>& matching) {
  Hit hit = sample_hit();
  hit.text.clear();
  hit.sentences.clear();
  hit.highlights.clear();
  hit.notes.clear();
  for (std::size_t i = 0; i < 10; ++i) {
    const std::size_t start = hit.text.size();
    hit.text += "Sentence " + std::to_string(i) + " " + std::string(37, 'x') + ". ";
    hit.sentences.push_back({start, hit.text.size()});
  }
  for (const std::size_t i : matching) {
    const std::size_t at = 50 * i;
    hit.highlights.push_back({at, at + 8, at, at + 8});
  }
  return hit;
}

TEST(Excerpt, TheSentencesInWhichWordsMatchedAreShown) {
  EXPECT_EQ(matching_sentences(long_hit({2, 3, 7})), (Excerpt{{{100, 200, 2}, {350, 400, 3}}, 2}));
  EXPECT_EQ(matching_sentences(long_hit({0, 9})), (Excerpt{{{0, 50, 0}, {450, 500, 8}}, 0}));
}

TEST(Excerpt, AShortTextOrOneWithoutMatchesIsShownWhole) {
  EXPECT_EQ(matching_sentences(sample_hit()), (Excerpt{{{0, 44, 0}}, 0}));
  EXPECT_EQ(matching_sentences(long_hit({})), (Excerpt{{{0, 500, 0}}, 0}));
  Hit without_sentences = long_hit({3});
  without_sentences.sentences.clear();
  EXPECT_EQ(matching_sentences(without_sentences), (Excerpt{{{0, 500, 0}}, 0}));
  EXPECT_EQ(matching_sentences(Hit{}), Excerpt{});
}

TEST(Excerpt, SentencesThatBearTheMarkOfAMatchingNoteAreShown) {
  Hit hit = long_hit({});
  hit.notes = {note_of(full_source("1", "a"), 50), note_of(full_source("2", "b"), 120)};
  hit.notes[0].in_highlight = false;
  EXPECT_EQ(matching_sentences(hit), (Excerpt{{{100, 150, 2}}, 7}));
  hit.notes[0].in_highlight = true;
  EXPECT_EQ(matching_sentences(hit), (Excerpt{{{0, 50, 0}, {100, 150, 1}}, 7}));
}

TEST(Excerpt, AMarkBetweenSentencesBelongsToTheOneOnItsLeft) {
  const ExcerptPart part{50, 100, 0};
  EXPECT_FALSE(holds_mark(part, 50));
  EXPECT_TRUE(holds_mark(part, 51));
  EXPECT_TRUE(holds_mark(part, 100));
  EXPECT_FALSE(holds_mark(part, 101));
  EXPECT_TRUE(holds_mark({0, 50, 0}, 0));
}

TEST(Excerpt, NotesOfWhatIsShownAreListedOnceInTheirOrder) {
  Hit hit = long_hit({2});
  hit.notes = {note_of(full_source("1", "a"), 49), note_of(full_source("3", "c"), 120),
               note_of(full_source("2", "b"), 149), note_of(full_source("3", "c"), 150),
               note_of(full_source("9", "z"), 151)};
  hit.notes.front().in_highlight = hit.notes.back().in_highlight = false;
  std::vector<std::string> labels;
  for (const HitNote* note : notes_of(hit, matching_sentences(hit))) labels.push_back(note->label);
  EXPECT_EQ(labels, (std::vector<std::string>{"3", "2"}));
}

}  // namespace
}  // namespace idsearch::query
