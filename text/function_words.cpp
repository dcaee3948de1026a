// SPDX-License-Identifier: GPL-2.0-or-later
// Which English words carry no content of their own in a query? Own compilation: articles,
// pronouns, prepositions, conjunctions, auxiliary verbs and their contractions, folded.
#include <algorithm>
#include <array>

#include "text/analyzer.hpp"

namespace idsearch::text {
namespace {

constexpr auto kFunctionWords = std::to_array<std::string_view>({
    // Sorted: looked up by bisection.
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

}  // namespace

bool is_function_word(std::string_view folded) {
  return std::ranges::binary_search(kFunctionWords, folded);
}

}  // namespace idsearch::text
