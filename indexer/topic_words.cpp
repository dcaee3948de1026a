// SPDX-License-Identifier: GPL-2.0-or-later
// Words in a row and the ends of their sentences.
#include "indexer/topic_words.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "text/utf8.hpp"

namespace idsearch::indexer {
namespace {

constexpr std::array<std::string_view, 28> kAbbreviations{
    "approx", "art", "arts", "bhd", "c",   "ca", "cap", "ch", "dr",   "et",
    "jr",     "ltd", "mr",   "mrs", "ms",  "no", "nos", "p",  "para", "paras",
    "pp",     "reg", "s",    "sec", "sdn", "ss", "st",  "v"};

// Capital letters of ASCII, and any letter of two bytes or more: other scripts with capitals are
// rare in front of a word that a rule knows, and a full stop before them is nearly always an end.
bool may_begin_sentence(char c) {
  return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// `between`: what stands between a word and the next one, which begins with `next`.
// `kept`: a full stop there belongs to the word before.
bool ends_sentence(bool kept, std::string_view between, char next) {
  std::size_t stop = std::string_view::npos;
  bool any_beyond_ascii = false;
  for (std::size_t i = 0; i < between.size(); ++i) {
    const char c = between[i];
    if (c == '\n') return true;
    any_beyond_ascii |= static_cast<unsigned char>(c) >= 0x80;
    // Clauses of statutes are told apart by semicolons.
    if (stop == std::string_view::npos && (c == '.' || c == '!' || c == '?' || c == ';')) stop = i;
  }
  if (any_beyond_ascii &&
      (has(between, "\xE3\x80\x82") /* 。 */ || has(between, "\xE0\xA5\xA4") /* । */ ||
       has(between, "\xDB\x94") /* ۔ */ || has(between, "\xD8\x9F") /* ؟ */))
    return true;
  if (stop == std::string_view::npos) return false;
  if (between[stop] != '.') return between.size() > 1;
  if (kept) return false;
  if (may_begin_sentence(next)) return true;
  // "in 2014. 23 people": a number begins a sentence only behind a blank.
  return text::is_ascii_digit(next) && between.size() > stop + 1;
}

bool is_mark(std::string_view text, const text::ScannedWord& word) {
  if (word.start == 0 || text[word.start - 1] != '[') return false;
  if (word.parts != 0 || word.end - word.start > 3) return false;
  if (word.end >= text.size() || text[word.end] != ']') return false;
  return std::ranges::all_of(text.substr(word.start, word.end - word.start), text::is_ascii_digit);
}

// Joined forms go to their first place, and each place is told where its words begin.
void order_joined(TopicWords& out) {
  std::ranges::stable_sort(out.words, {}, &TopicWord::first);
  for (std::size_t i = out.words.size(); i-- > 0;)
    out.begin_of[out.words[i].first] = static_cast<std::uint32_t>(i);
}

}  // namespace

bool keeps_full_stop(std::string_view folded) {
  return folded.size() == 1 || std::ranges::binary_search(kAbbreviations, folded);
}

void read_topic_words(std::string_view text, TopicVocabulary& vocabulary, TopicWords& out) {
  const auto scanned = vocabulary.scan(text);
  // Places are counted here, not taken from the positions: taken-out marks would leave holes.
  std::uint32_t count = 0, place = 0, sentence = 0;
  out.words.resize(scanned.size());
  out.begin_of.resize(scanned.size() + 1);
  out.sentence_of.resize(scanned.size());
  const text::ScannedWord* previous = nullptr;
  for (const auto& word : scanned) {
    if (is_mark(text, word)) continue;
    if (word.parts != 0) {  // stands directly behind the last of its parts
      if (place >= word.parts)
        out.words[count++] = {word.start, word.end, place - word.parts, place - 1, word.number};
      continue;
    }
    // One blank is the common case, and the only one that costs nothing.
    if (previous != nullptr && (word.start != previous->end + 1 || text[previous->end] != ' ') &&
        ends_sentence(vocabulary[previous->number].keeps_full_stop,
                      text.substr(previous->end, word.start - previous->end), text[word.start]))
      ++sentence;
    previous = &word;
    out.begin_of[place] = count;
    out.sentence_of[place] = sentence;
    out.words[count++] = {word.start, word.end, place, place, word.number};
    ++place;
  }
  out.begin_of[place] = count;
  out.words.resize(count);
  out.begin_of.resize(place + 1);
  out.sentence_of.resize(place);
  if (out.words.size() != out.places()) order_joined(out);
}

}  // namespace idsearch::indexer
