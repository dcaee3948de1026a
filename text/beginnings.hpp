// SPDX-License-Identifier: GPL-2.0-or-later
// May a word be one of those that are looked for? Told from its first two letters, before it is
// folded and stemmed.
#ifndef IDSEARCH_TEXT_BEGINNINGS_HPP
#define IDSEARCH_TEXT_BEGINNINGS_HPP

#include <array>
#include <cstdint>
#include <string_view>

namespace idsearch::text {

/// A set of beginnings. Says yes to every word that it should, and to some others.
class Beginnings {
 public:
  /// Words that have this form, folded or as an English stem. Of stems of four letters and more the
  /// first two are the word's ("dying" has "die", "skies" has "sky"): tests/store tries all words
  /// of the profiles.
  void add(std::string_view form) {
    if (form.empty() || !is_ascii(form[0])) return;
    constexpr std::size_t kSure = 4;
    std::uint64_t& seconds = seconds_[static_cast<unsigned char>(form[0])];
    seconds |= form.size() < kSure ? ~std::uint64_t{0} : bit_of(form[1]);
  }

  /// `word`: begins with an ASCII letter or digit, in any case, which folding leaves in front.
  bool may_be(std::string_view word) const {
    const std::uint64_t seconds = seconds_[static_cast<unsigned char>(lower(word[0])) & 0x7Fu];
    const bool two = word.size() > 1 && is_alnum(word[1]);
    return (seconds & (two ? bit_of(lower(word[1])) : ~std::uint64_t{0})) != 0;
  }

 private:
  static bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
  static bool is_alnum(char c) {
    return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z');
  }
  static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
  static std::uint64_t bit_of(char c) {
    return std::uint64_t{1} << (static_cast<unsigned char>(c) & 63u);
  }

  std::array<std::uint64_t, 128> seconds_{};  // by the first letter: the second ones, six bits each
};

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_BEGINNINGS_HPP
