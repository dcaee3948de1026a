// SPDX-License-Identifier: GPL-2.0-or-later
// Which English words carry no content of their own in a query? Own compilation: articles,
// pronouns, prepositions, conjunctions, auxiliary verbs and their contractions, folded.
#include <algorithm>
#include <array>

#include "text/analyzer.hpp"

namespace idsearch::text {
namespace {

constexpr auto kFunctionWords = std::to_array<std::string_view>({
    // Sorted: looked up by their initials.
    "a",       "about",     "after",     "again",      "all",    "also",     "although",
    "am",      "among",     "an",        "and",        "any",    "are",      "aren't",
    "as",      "at",        "be",        "because",    "been",   "before",   "being",
    "between", "both",      "but",       "by",         "can",    "can't",    "cannot",
    "could",   "couldn't",  "did",       "didn't",     "do",     "does",     "doesn't",
    "doing",   "don't",     "during",    "each",       "either", "for",      "from",
    "further", "had",       "hadn't",    "has",        "hasn't", "have",     "haven't",
    "having",  "he",        "her",       "here",       "hers",   "herself",  "him",
    "himself", "his",       "how",       "however",    "i",      "if",       "in",
    "into",    "is",        "isn't",     "it",         "its",    "itself",   "just",
    "may",     "me",        "might",     "more",       "most",   "must",     "my",
    "myself",  "neither",   "no",        "nor",        "not",    "of",       "off",
    "on",      "once",      "only",      "onto",       "or",     "other",    "our",
    "ours",    "ourselves", "out",       "over",       "own",    "same",     "shall",
    "she",     "should",    "shouldn't", "since",      "so",     "some",     "such",
    "than",    "that",      "the",       "their",      "theirs", "them",     "themselves",
    "then",    "there",     "therefore", "these",      "they",   "this",     "those",
    "though",  "through",   "thus",      "to",         "too",    "under",    "until",
    "unto",    "up",        "upon",      "us",         "very",   "was",      "wasn't",
    "we",      "were",      "weren't",   "what",       "when",   "where",    "whether",
    "which",   "while",     "who",       "whom",       "whose",  "why",      "will",
    "with",    "within",    "without",   "won't",      "would",  "wouldn't", "you",
    "your",    "yours",     "yourself",  "yourselves",
});
static_assert(std::ranges::is_sorted(kFunctionWords));

// Where the words with each initial begin. Asked for every word of a text.
constexpr auto kFirstOf = [] {
  std::array<std::uint8_t, 27> first{};
  for (std::size_t letter = 0; letter < first.size(); ++letter) {
    std::size_t at = 0;
    while (at < kFunctionWords.size() && kFunctionWords[at][0] < static_cast<char>('a' + letter))
      ++at;
    first[letter] = static_cast<std::uint8_t>(at);
  }
  return first;
}();
static_assert(kFunctionWords.size() < 256);

}  // namespace

bool is_function_word(std::string_view folded) {
  if (folded.empty() || folded[0] < 'a' || folded[0] > 'z') return false;
  const auto letter = static_cast<std::size_t>(folded[0] - 'a');
  return std::find(kFunctionWords.begin() + kFirstOf[letter],
                   kFunctionWords.begin() + kFirstOf[letter + 1],
                   folded) != kFunctionWords.begin() + kFirstOf[letter + 1];
}

}  // namespace idsearch::text
