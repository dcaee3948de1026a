// SPDX-License-Identifier: GPL-2.0-or-later
// Words in a row and the ends of their sentences.
#include "indexer/topic_words.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace idsearch::indexer {
namespace {

// Behind these a full stop belongs to the word when a number or a name follows.
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
bool ends_sentence(std::string_view before, std::string_view between, char next) {
  // The common case, and the only one that costs nothing.
  if (between == " " || between.empty()) return false;
  if (has(between, "\n") || has(between, "\xE3\x80\x82") /* 。 */ ||
      has(between, "\xE0\xA5\xA4") /* । */ || has(between, "\xDB\x94") /* ۔ */ ||
      has(between, "\xD8\x9F") /* ؟ */)
    return true;
  // Clauses of statutes are told apart by semicolons.
  const std::size_t stop = between.find_first_of(".!?;");
  if (stop == std::string_view::npos) return false;
  if (between[stop] != '.') return between.size() > 1;
  const bool abbreviation =
      before.size() == 1 || std::ranges::binary_search(kAbbreviations, before);
  if (abbreviation) return false;
  if (may_begin_sentence(next)) return true;
  // "in 2014. 23 people": a number begins a sentence only behind a blank.
  return text::is_ascii_digit(next) && between.size() > stop + 1;
}

bool is_mark(std::string_view text, const text::Token& token) {
  if (token.joined || token.end - token.start > 3 || token.start == 0) return false;
  if (text[token.start - 1] != '[' || token.end >= text.size() || text[token.end] != ']')
    return false;
  return std::ranges::all_of(text.substr(token.start, token.end - token.start),
                             text::is_ascii_digit);
}

}  // namespace

void split_topic_words(std::string_view text, std::span<const text::Token> tokens,
                       TopicWords& out) {
  out.words.clear();
  out.begin_of.clear();
  out.sentence_of.clear();
  std::uint32_t sentence = 0;
  const text::Token* previous = nullptr;
  for (const auto& token : tokens) {
    if (is_mark(text, token)) continue;
    // Places are counted here, not taken from the positions: taken-out marks would leave holes.
    const std::uint32_t place = out.places();
    if (token.joined) {  // stands directly behind the last of its parts
      const std::uint32_t parts = token.last_position - token.position + 1;
      if (place >= parts) out.words.push_back({&token, place - parts, place - 1});
      continue;
    }
    if (previous != nullptr &&
        ends_sentence(previous->folded, text.substr(previous->end, token.start - previous->end),
                      text[token.start]))
      ++sentence;
    previous = &token;
    out.words.push_back({&token, place, place});
    out.sentence_of.push_back(sentence);
  }
  if (!std::ranges::is_sorted(out.words, {}, &TopicWord::first))
    std::ranges::stable_sort(out.words, {}, &TopicWord::first);
  out.begin_of.assign(out.sentence_of.size() + 1, static_cast<std::uint32_t>(out.words.size()));
  for (std::size_t i = out.words.size(); i-- > 0;)
    out.begin_of[out.words[i].first] = static_cast<std::uint32_t>(i);
}

}  // namespace idsearch::indexer
