// SPDX-License-Identifier: GPL-2.0-or-later
// Random text for properties: the same on every machine (no std distributions).
#ifndef IDSEARCH_TESTS_TEXT_RANDOM_TEXT_HPP
#define IDSEARCH_TESTS_TEXT_RANDOM_TEXT_HPP

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::text::testing {

/// Strings put together from the pieces of an alphabet.
class RandomText {
 public:
  explicit RandomText(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t bound) { return random_() % bound; }

  std::string of(const std::vector<std::string>& alphabet, std::size_t most_pieces) {
    std::string out;
    for (std::size_t n = below(most_pieces + 1); n > 0; --n)
      out += alphabet[below(alphabet.size())];
    return out;
  }

  std::string bytes(std::size_t most) {
    std::string out;
    for (std::size_t n = below(most + 1); n > 0; --n) out.push_back(static_cast<char>(random_()));
    return out;
  }

  /// Ascending offsets up to a little beyond the end; now and then none.
  std::vector<std::size_t> offsets(std::size_t size) {
    std::vector<std::size_t> out;
    for (std::size_t n = below(4); n > 0; --n) out.push_back(below(size + 2));
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::mt19937 random_;
};

/// Every ASCII character once, those that word rules speak of more often.
inline std::vector<std::string> ascii_alphabet() {
  std::vector<std::string> out;
  for (int c = 0; c < 128; ++c) out.emplace_back(1, static_cast<char>(c));
  for (int times = 0; times < 12; ++times) {
    for (const char c : std::string_view("aZsde19.'-_,;:@/ \"")) out.emplace_back(1, c);
  }
  return out;
}

/// Short pieces of many scripts, with marks, invisible characters, quotes and dashes.
inline std::vector<std::string> mixed_alphabet() {
  std::vector<std::string> out{
      "a",      "B",          "s",          "d",          "l",      "1",      "9",      ".",
      ",",      "'",          "-",          "_",          "@",      ":",      ";",      " ",
      " ",      "\n",         "\"",         "(",          "/",      "un",     "qu",     "\u00E9",
      "\u00C9", "\u0130",     "\u0131",     "\u00DF",     "\u0141", "\u0153", "\u0101", "\u0149",
      "\u01C5", "\u0301",     "\u0307",     "\u0323",     "\u0436", "\u0451", "\u0419", "\u03C3",
      "\u03C2", "\u0386",     "\u05D0",     "\u05B8",     "\u05F4", "\u05F3", "\u0627", "\u0623",
      "\u064E", "\u0640",     "\u0661",     "\u0667",     "\u0915", "\u093F", "\u094D", "\u0E01",
      "\u0E31", "\u0E17",     "\u0E30",     "\u0E1A",     "\u1780", "\u17B6", "\u1000", "\u102C",
      "\u0E81", "\u0EB0",     "\u8EAB",     "\u4EFD",     "\u8BC1", "\u3042", "\u30A2", "\u30FC",
      "\uD55C", "\uAD6D",     "\u1112",     "\u1161",     "\u00AD", "\u200B", "\u200C", "\u200D",
      "\uFEFF", "\u2060",     "\u200F",     "\u00A0",     "\u202F", "\u3000", "\u2018", "\u2019",
      "\u201C", "\u201D",     "\u02BC",     "\u02BB",     "\u2010", "\u2011", "\u2013", "\u2014",
      "\u2026", "\u00B7",     "\u2027",     "\uFF0E",     "\uFF21", "\uFF41", "\uFF11", "\uFF3F",
      "\uFF07", "\uFF0D",     "\uFB01",     "\uFDFA",     "\u2044", "\u203F", "\u00BD", "\u00B2",
      "\u2163", "\U0001F600", "\U0001F1F0", "\U00010400", "\u3164", "\u00D7"};
  return out;
}

}  // namespace idsearch::text::testing

#endif  // IDSEARCH_TESTS_TEXT_RANDOM_TEXT_HPP
